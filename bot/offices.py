"""The operator's list of offices: a CSV file with the columns that `COLUMNS` names, read once at the start."""

import csv
from pathlib import Path

from bot.config import ConfigError
from flows.settings import Office

COLUMNS = ("name", "type", "address", "city", "province", "latitude", "longitude", "phone", "source")
NEEDED = ("name", "address", "city", "province")
NO_COUNTER = {"head_office"}
"""Types of places where nobody is served."""


def load_offices(path: Path) -> tuple[Office, ...]:
    """Read the list; raise `ConfigError` if a line of it cannot be used."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                raise ConfigError(f"offices.file {path}: the column {missing[0]} is missing.")
            lines = [(rows.line_num, {key: (value or "").strip() for key, value in row.items()}) for row in rows if row]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ConfigError(f"offices.file: {path} cannot be read as CSV in UTF-8.") from None
    except AttributeError:
        raise ConfigError(f"offices.file {path}: a line has more fields than there are columns.") from None
    return tuple(_office(path, number, row) for number, row in lines if row["type"] not in NO_COUNTER)


def _office(path: Path, number: int, row: dict[str, str]) -> Office:
    empty = [name for name in NEEDED if not row[name]]
    if empty:
        raise ConfigError(f"offices.file {path}, line {number}: {empty[0]} is empty.")
    place = _degrees(row["latitude"], 90), _degrees(row["longitude"], 180)
    if (place[0] is None) != (place[1] is None) or (row["latitude"] and place[0] is None):
        raise ConfigError(f"offices.file {path}, line {number}: latitude and longitude are degrees, or both empty.")
    return Office(row["name"], row["address"], row["city"], row["province"], *place, phone=row["phone"])


def _degrees(text: str, limit: float) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -limit <= value <= limit else None
