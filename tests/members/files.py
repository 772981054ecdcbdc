"""Members files for tests."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

HEADER = (
    "kpj", "nik", "name", "birth_date", "mother_name", "phone", "employer", "employer_npp", "segment", "status",
    "joined", "left", "registered_phone_confirmed",
)  # fmt: skip
SITI: Mapping[str, object] = {
    "kpj": "00123456781", "nik": "9901014107909901", "name": "Siti Aminah", "birth_date": "01-07-1990",
    "mother_name": "Aminah", "phone": "0812-0000-9901", "employer": "PT Contoh", "employer_npp": "AA000001",
    "segment": "PU", "status": "active", "joined": "2019-01-15", "left": "",
    "registered_phone_confirmed": "",
}  # fmt: skip


def siti(**changed: object) -> list[object]:
    """Siti's row with some cells changed."""
    return list({**SITI, **changed}.values())


def numbered(number: int, **changed: object) -> list[object]:
    """The row of an invented member; the same number is the same member."""
    return siti(kpj=f"{number:011d}", nik=f"99{number:014d}", name=f"Anggota {chr(65 + number % 26)}", **changed)


def write_csv(
    path: Path,
    rows: Iterable[Sequence[object]],
    *,
    header: Sequence[str] = HEADER,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> Path:
    """Write a CSV file."""
    with path.open("w", encoding=encoding, newline="") as file:
        lines = csv.writer(file, delimiter=delimiter)
        lines.writerow(header)
        lines.writerows(rows)
    return path


def write_xlsx(path: Path, rows: Iterable[Sequence[object]], *, header: Sequence[str] = HEADER) -> Path:
    """Write an XLSX file with one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Anggota")
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def read_report(path: Path) -> list[dict[str, str]]:
    """The lines of an import's report."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
