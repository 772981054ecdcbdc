"""Members files of any size with invented people, for measuring. Region 99 does not exist."""

import csv
import random
from pathlib import Path

FIRST = ("Budi", "Siti", "Agus", "Dewi", "Eko", "Rina", "Joko", "Wati", "Hendra", "Yusuf", "Aminah", "Putri")
LAST = ("Santoso", "Wijaya", "Saputra", "Lestari", "Hidayat", "Nugroho", "Siregar", "Simanjuntak")
COLUMNS = (
    "kpj",
    "nik",
    "name",
    "birth_date",
    "mother_name",
    "phone",
    "employer",
    "employer_npp",
    "segment",
    "status",
    "joined",
    "left",
)


def nik_of(row: int) -> str:
    """The NIK of a row; every tenth row is a second membership of the person before it."""
    return f"99{row - (row % 10 == 9):014d}"


def write_members(path: Path, rows: int) -> None:
    """Write a CSV with this many memberships, the same for the same number."""
    random_ = random.Random(rows)
    choice, number = random_.choice, random_.randrange
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        for row in range(rows):
            lines.writerow(
                (
                    f"{row * 7919 % 10**11:011d}",
                    nik_of(row),
                    f"{choice(FIRST)} {choice(LAST)}",
                    f"{number(1, 29):02d}-{number(1, 13):02d}-{number(1960, 2005)}",
                    choice(FIRST),
                    f"081{number(10**8, 10**9)}",
                    f"PT Contoh {number(500)}",
                    f"NN{number(10**6, 10**7)}",
                    "PU",
                    choice(("active", "active", "inactive")),
                    f"20{number(10, 24)}-0{number(1, 10)}-1{number(10)}",
                    "",
                )
            )
