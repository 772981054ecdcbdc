"""Loading a members file: what is loaded, and what is left out and why."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from flows.member import Membership, Person
from storage.members.importing import ImportResult, import_file
from storage.members.reasons import NOTED, REJECTED
from tests.members.files import HEADER, SITI, numbered, read_report, siti, write_csv
from tests.members.loading import find, run, stored
from tests.members.people import BUDI_NIK, SITI_NIK, TODAY, sealer

Load = Callable[..., Awaitable[ImportResult]]


@pytest.fixture
def load(sqlite_url: str, tmp_path: Path) -> Load:
    """Load rows from a CSV (or a path) into one SQLite directory; the report is report.csv."""

    async def load(source: Path | list[list[object]], **options: Any) -> ImportResult:
        path = source if isinstance(source, Path) else write_csv(tmp_path / "members.csv", source)
        options = {"database_url": sqlite_url, "sealer": sealer(), "today": TODAY, **options}
        return await import_file(path, report=tmp_path / "report.csv", **options)

    return load


async def codes(load: Load, tmp_path: Path, **cells: object) -> list[tuple[str, str]]:
    """Column and code of everything said of Siti's row when these cells are changed."""
    await load([siti(**cells)])
    return [(line["kolom"], line["kode"]) for line in read_report(tmp_path / "report.csv")]


async def test_a_row_becomes_a_person_and_a_membership(database_url: str, tmp_path: Path) -> None:
    """On both databases, with every field read into its form."""
    path = write_csv(tmp_path / "members.csv", [siti(), numbered(1)])
    result = await run(path, database_url)
    assert result == ImportResult(read=2, inserted=2, updated=0, unchanged=0, rejected=0, reasons={})
    person, found = await find(database_url, SITI_NIK)
    assert person is not None
    phones = ("+6281200009901",)  # which the other one has as well
    assert person == Person(person.ref, SITI_NIK, "Siti Aminah", "1990-07-01", "Aminah", phones, phone_shared_by=2)
    assert found == (Membership("00123456781", "PT Contoh", "AA000001", "PU", "active", "2019-01-15", None),)


async def test_importing_twice_changes_nothing(database_url: str, tmp_path: Path) -> None:
    """Not even the ciphertext, also with rows that contradict each other."""
    rows = [*(numbered(number) for number in range(50)), siti(), siti(name="Siti A."), siti(), siti(nik="x" * 16)]
    path = write_csv(tmp_path / "members.csv", rows)
    first = await run(path, database_url)
    before = await stored(database_url)
    again = await run(path, database_url)
    assert (first.inserted, first.rejected) == (51, 3)
    assert (again.inserted, again.updated, again.unchanged, again.rejected) == (0, 0, 51, 3)
    assert await stored(database_url) == before


async def test_changed_rows_are_updated_and_missing_ones_stay(database_url: str, tmp_path: Path) -> None:
    """A new file corrects what it holds; whoever is not in it is not forgotten."""
    first = write_csv(tmp_path / "first.csv", [siti(), numbered(1)])
    second = write_csv(tmp_path / "second.csv", [siti(phone="081200009909", status="nonaktif"), numbered(2)])
    await run(first, database_url)
    result = await run(second, database_url)
    assert (result.inserted, result.updated, result.unchanged) == (1, 1, 0)
    person, found = await find(database_url, SITI_NIK)
    assert person is not None
    assert (person.phones, found[0].status) == (("+6281200009909",), "inactive")
    assert (await find(database_url, "99" + "1".zfill(14)))[0] is not None


async def test_one_person_may_have_several_rows(load: Load, sqlite_url: str) -> None:
    """One NIK, several employers: one person with all memberships."""
    await load([siti(kpj="22222222222", joined="2023-01-01", employer="PT Baru"), siti()])
    assert [one.employer for one in (await find(sqlite_url, SITI_NIK))[1]] == ["PT Contoh", "PT Baru"]


async def test_a_corrected_nik_takes_the_number_along(load: Load, sqlite_url: str, tmp_path: Path) -> None:
    """The KPJ belongs to the new NIK only, and the report says that it moved."""
    await load([siti()])
    result = await load([siti(nik=BUDI_NIK)])
    assert (result.updated, result.reasons) == (1, {"kpj_moved": 1})
    assert (await find(sqlite_url, SITI_NIK))[0] is None
    assert len((await find(sqlite_url, BUDI_NIK))[1]) == 1


async def test_repeated_rows_are_left_out(load: Load, tmp_path: Path, sqlite_url: str) -> None:
    """The first of several rows with one KPJ is loaded, the others are reported."""
    result = await load([siti(), siti(), siti(name="Siti A."), numbered(1)])
    assert (result.inserted, result.rejected) == (2, 2)
    report = read_report(tmp_path / "report.csv")
    assert [(line["baris"], line["kode"]) for line in report] == [("3", "duplicate_row"), ("4", "duplicate_kpj")]
    person, _ = await find(sqlite_url, SITI_NIK)
    assert person is not None
    assert person.name == "Siti Aminah"


async def test_a_number_given_to_two_people_is_given_to_neither(load: Load, sqlite_url: str) -> None:
    """Nobody can tell whose it is; a wrong guess would show it to the wrong person. What was known stays."""
    await load([siti()])
    result = await load([siti(nik=BUDI_NIK), siti(name="Siti Baru")])
    assert (result.inserted, result.updated, result.reasons) == (0, 0, {"kpj_disputed": 2})
    person, _ = await find(sqlite_url, SITI_NIK)
    assert person is not None
    assert person.name == "Siti Aminah"


async def test_a_dry_run_counts_and_writes_nothing(database_url: str, tmp_path: Path) -> None:
    """It says what an import would do."""
    path = write_csv(tmp_path / "members.csv", [siti(), siti(nik="1")])
    result = await run(path, database_url, dry_run=True)
    assert (result.inserted, result.rejected) == (1, 1)
    assert await stored(database_url) == set()


async def test_everything_wrong_with_a_row_is_reported_at_once(load: Load, tmp_path: Path) -> None:
    """With row, column, code, effect and reason, and nothing of what stands in the cells."""
    result = await load([numbered(1), siti(nik="990101410790990", name="", birth_date="31-02-1990", phone="rahasia")])
    report = read_report(tmp_path / "report.csv")
    assert result.rejected == 1
    assert [(line["baris"], line["kolom"], line["kode"], line["akibat"]) for line in report] == [
        ("3", "nik", "nik_form", "ditolak"),
        ("3", "name", "name_missing", "ditolak"),
        ("3", "birth_date", "birth_date_form", "ditolak"),
    ]
    assert report[0]["alasan"] == "NIK harus 16 digit angka"
    text = (tmp_path / "report.csv").read_text("utf-8")
    assert not any(value in text for value in ("990101410790990", "31-02-1990", "rahasia", "00123456781"))


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("nik", "", "nik_missing"),
        ("nik", "3,20101E+15", "nik_number"),
        ("nik", "99010141079099O1", "nik_form"),
        ("nik", "٩٩٠١٠١٤١٠٧٩٠٩٩٠١", "nik_form"),
        ("kpj", "-", "kpj_missing"),
        ("kpj", "1.2E+10", "kpj_number"),
        ("kpj", "12345/678", "kpj_form"),
        ("kpj", "1" * 21, "kpj_form"),
        ("kpj", "1234567890", "kpj_length"),
        ("name", "#N/A", "name_missing"),
        ("name", "12345", "name_form"),
        ("name", "a" * 121, "name_form"),
        ("birth_date", "", "birth_date_missing"),
        ("birth_date", "07/13/1990", "birth_date_form"),
        ("birth_date", "01-07-90", "birth_date_form"),
        ("birth_date", "33055", "birth_date_form"),
        ("birth_date", "2026-10-02", "birth_date_range"),
        ("birth_date", "01-01-1899", "birth_date_range"),
        ("phone", "0812", "phone_form"),
        ("phone", "tidak ada", "phone_form"),
        ("segment", "PNS", "segment_unknown"),
        ("status", "mungkin", "status_unknown"),
        ("joined", "kemarin", "joined_form"),
        ("left", "2020", "left_form"),
        ("registered_phone_confirmed", "tahun lalu", "phone_confirmed_form"),
        ("registered_phone_confirmed", "2026-10-02", "phone_confirmed_form"),
        ("mother_name", "b" * 121, "mother_name_form"),
        ("employer", "c" * 121, "employer_form"),
        ("employer_npp", "d" * 41, "employer_npp_form"),
    ],
)
async def test_a_cell_that_cannot_be_used_has_its_own_reason(
    load: Load, tmp_path: Path, column: str, cell: str, code: str
) -> None:
    """The row is left out, or loaded without the field, as the kind of reason says."""
    assert await codes(load, tmp_path, **{column: cell}) == [(column, code)]
    (line,) = read_report(tmp_path / "report.csv")
    assert line["akibat"] == ("ditolak" if code in REJECTED else "dimuat")
    assert line["alasan"] == {**REJECTED, **NOTED}[code]


async def test_a_row_with_more_cells_than_the_header_is_left_out(load: Load, tmp_path: Path) -> None:
    """An unquoted comma has shifted its columns."""
    result = await load([[*siti(), "PU"], [*numbered(1), ""]])
    assert (result.inserted, result.reasons) == (1, {"too_many_cells": 1})


@pytest.mark.parametrize(
    ("cells", "name", "value"),
    [
        ({"phone": "62 812 0000 9901"}, "phones", ("+6281200009901",)),
        ({"phone": "0812-0000-9901 / +6281200009902"}, "phones", ("+6281200009901", "+6281200009902")),
        ({"phone": "+60 12-345 6789"}, "phones", ("+60123456789",)),
        ({"phone": ""}, "phones", ()),
        ({"nik": "'9901.0141 0790 9901"}, "nik", SITI_NIK),
        ({"name": "  Siti \t Aminah "}, "name", "Siti Aminah"),
        ({"birth_date": "1/7/1990"}, "birth_date", "1990-07-01"),
        ({"birth_date": "1990-07-01 00:00:00"}, "birth_date", "1990-07-01"),
        ({"mother_name": "-"}, "mother_name", None),
        ({"registered_phone_confirmed": "3-2-2026"}, "phone_confirmed", "2026-02-03"),
        ({"status": "Meninggal Dunia"}, "deceased", True),
        ({"status": "deceased"}, "deceased", True),
        ({"status": "keluar"}, "deceased", False),
    ],
)
async def test_what_offices_write_is_read(
    load: Load, sqlite_url: str, cells: dict[str, object], name: str, value: object
) -> None:
    """Spaces, dots, apostrophes, several numbers in one cell, other countries' numbers."""
    await load([siti(**cells)])
    person, _ = await find(sqlite_url, SITI_NIK)
    assert getattr(person, name) == value


@pytest.mark.parametrize(
    ("cells", "name", "value"),
    [
        ({"kpj": "a1 234.567-8901"}, "kpj", "A12345678901"),
        ({"segment": "Bukan Penerima Upah"}, "segment", "BPU"),
        ({"segment": "jasa konstruksi"}, "segment", "JAKON"),
        ({"segment": ""}, "segment", "PU"),
        ({"segment": "", "employer": "", "employer_npp": ""}, "segment", "BPU"),
        ({"status": "Non Aktif"}, "status", "inactive"),
        ({"status": "", "left": "2020-01-01"}, "status", "inactive"),
        ({"status": ""}, "status", "active"),
        ({"status": "meninggal"}, "status", "inactive"),
        ({"left": "31.12.2020"}, "left", "2020-12-31"),
    ],
)
async def test_memberships_are_read_as_offices_write_them(
    load: Load, sqlite_url: str, cells: dict[str, object], name: str, value: object
) -> None:
    """Long names of segments, Indonesian words for the status, and what is meant where nothing stands."""
    await load([siti(**cells)])
    assert getattr((await find(sqlite_url, SITI_NIK))[1][0], name) == value


async def test_blank_rows_are_not_rows(load: Load) -> None:
    """Nor are they counted; but they keep their number."""
    result = await load([siti(), [""] * 12, [], numbered(1)])
    assert result.read == 2


async def test_a_file_is_loaded_piece_by_piece(load: Load, tmp_path: Path) -> None:
    """The first rows are stored before the rest is read, and the progress ends at the file's size."""
    path = write_csv(tmp_path / "members.csv", (numbered(number) for number in range(6_000)))
    seen: list[tuple[str, int, int | None]] = []
    await load(path, progress=lambda *told: seen.append(told))
    size = path.stat().st_size
    assert [(stage, total) for stage, _, total in seen] == [("reading", size)] * 3 + [("merging", None), ("merging", 1)]
    assert seen[0][1] < size / 2
    assert seen[2][1] == size


def test_the_columns_of_the_files_are_all_known() -> None:
    """The test's header is the documented one."""
    assert tuple(SITI) == HEADER
