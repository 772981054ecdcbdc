"""Files as offices have them: delimiters, encodings, headers in many words, and what spreadsheets do to numbers."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from storage.members.columns import WrongColumns, find_columns, read_mapping
from storage.members.importing import ImportFailed, ImportResult, import_file
from storage.members.sheets import UnreadableFile, open_sheet
from tests.members.files import HEADER, numbered, read_report, siti, write_csv, write_xlsx
from tests.members.people import TODAY, sealer

OFFICE_HEADER = (
    "No. KPJ", "NIK / No KTP", "NAMA LENGKAP", "Tgl Lahir", "Nama Ibu Kandung", "No HP", "Nama Perusahaan", "NPP",
    "Segmen", "Status Kepesertaan", "Tgl Kepesertaan", "Tgl Non Aktif", "Tgl Konfirmasi HP",
)  # fmt: skip


def cells_of(path: Path, mapping: dict[str, str] | None = None) -> list[dict[str, object]]:
    """All rows by our names of columns, empty cells left out."""
    with open_sheet(path, mapping or {}) as sheet:
        return [
            {column: line.cells[at] for column, at in sheet.columns.items() if line.cells[at] not in {"", None}}
            for line in sheet.lines
        ]


async def load(path: Path, folder: Path, mapping: dict[str, str] | None = None) -> ImportResult:
    """Import a file into a directory of its own; the report is report.csv."""
    url, report = f"sqlite:///{folder}/records.db", folder / "report.csv"
    return await import_file(path, database_url=url, sealer=sealer(), today=TODAY, report=report, mapping=mapping)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """Excel writes semicolons and Windows' code page in Indonesia; others write what they like."""
    rows = [siti(name="Siti Aminée; S.E., M.M.")]
    path = write_csv(tmp_path / "m.csv", rows, delimiter=delimiter, encoding=encoding)
    (row,) = cells_of(path)
    assert (row["name"], row["kpj"]) == ("Siti Aminée; S.E., M.M.", "00123456781")


def test_a_letter_late_in_the_file_decides_the_encoding(tmp_path: Path) -> None:
    """One é in Windows' code page after a megabyte of plain letters."""
    rows = [*(numbered(number) for number in range(12_000)), siti(name="Aminée")]
    assert cells_of(write_csv(tmp_path / "m.csv", rows, encoding="cp1252"))[-1]["name"] == "Aminée"


@pytest.mark.parametrize("header", [OFFICE_HEADER, [name.upper() for name in HEADER], [f" {name} " for name in HEADER]])
def test_headers_are_understood_in_the_words_of_offices(header: Sequence[str]) -> None:
    """Without regard to case, spaces and punctuation."""
    assert find_columns(header, {}) == {column: index for index, column in enumerate(HEADER)}


@pytest.mark.parametrize("name", ["m.csv", "m.xlsx"])
def test_a_title_above_the_header_is_passed_over(tmp_path: Path, name: str) -> None:
    """Row numbers stay those of the file."""
    rows: list[list[object]] = [[], list(OFFICE_HEADER), siti()]
    title = ["Daftar Tenaga Kerja"]
    path = (write_csv if name == "m.csv" else write_xlsx)(tmp_path / name, rows, header=title)
    with open_sheet(path, {}) as sheet:
        (line,) = sheet.lines
    assert (line.row, line.cells[0]) == (4, "00123456781")


def test_the_order_of_columns_and_unknown_ones_do_not_matter(tmp_path: Path) -> None:
    """Only the names count."""
    header = ["Gaji", "nama", "dob", "nik", "kpj"]
    path = write_csv(tmp_path / "m.csv", [["x", "Siti", "1990-07-01", "2", "1"]], header=header)
    assert cells_of(path) == [{"name": "Siti", "birth_date": "1990-07-01", "nik": "2", "kpj": "1"}]


def test_a_mapping_names_what_is_not_guessed(tmp_path: Path) -> None:
    """It also decides between two columns that could be the same."""
    mapping_file = tmp_path / "mapping.yaml"
    mapping_file.write_text('kpj: "Kode Anggota"\nphone: No WA\n')
    header = ["kpj", "kode anggota", "nik", "nama", "tgl lahir", "No HP", "No WA"]
    path = write_csv(tmp_path / "m.csv", [["internal", "1", "2", "Siti", "1990-07-01", "08", "09"]], header=header)
    (row,) = cells_of(path, read_mapping(mapping_file))
    assert (row["kpj"], row["phone"]) == ("1", "09")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("kpj: [1]", "harus berisi baris"),
        ("- kpj", "harus berisi baris"),
        ("alamat: Alamat", "alamat"),
        ("kpj: 'x", "bukan YAML"),
        (None, "tidak dapat dibuka"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told_in_one_sentence(tmp_path: Path, content: str | None, says: str) -> None:
    """Wrong form, unknown column, no YAML, no file."""
    path = tmp_path / "mapping.yaml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(WrongColumns, match=says):
        read_mapping(path)


@pytest.mark.parametrize(
    ("header", "mapping", "says"),
    [
        (["nik", "nama"], {}, "kpj, birth_date"),
        (["kpj", "nik", "nama", "tgl lahir"], {"phone": "Ponsel"}, r"phone \('Ponsel'\)"),
        (["kpj", "no kpj", "nik", "nama", "tgl lahir"], {}, "Dua kolom sama-sama terbaca sebagai kpj"),
        ([], {}, "kpj, nik, name, birth_date"),
    ],
)
@pytest.mark.parametrize("name", ["m.csv", "m.xlsx"])
async def test_missing_columns_are_named(
    tmp_path: Path, header: list[str], mapping: dict[str, str], says: str, name: str
) -> None:
    """In one sentence, and nothing is loaded."""
    path = (write_csv if name == "m.csv" else write_xlsx)(tmp_path / name, [], header=header)
    with pytest.raises(ImportFailed, match=says):
        await load(path, tmp_path, mapping)
    assert not (tmp_path / "records.db").exists()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.csv", None, "tidak ada"),
        ("empty.csv", b"", "tidak ditemukan"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xlsx"),
        ("torn.xlsx", b"PK\x03\x04torn", "tidak utuh|yang utuh"),
        ("noise.csv", bytes(range(256)) * 50, "tidak ditemukan|bukan"),
        ("odd.csv", b"\xff\xfeabc", "bukan teks"),
    ],
)
async def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    """Missing, empty, of another format, torn, or not text at all."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ImportFailed, match=says) as told:
        await load(path, tmp_path)
    assert "\n" not in str(told.value)


async def test_a_folder_is_no_members_file(tmp_path: Path) -> None:
    """Said in words."""
    with pytest.raises(ImportFailed, match="folder"):
        await load(tmp_path, tmp_path)


def test_a_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    """A torn workbook too."""
    whole = write_xlsx(tmp_path / "whole.xlsx", [siti()]).read_bytes()
    path = tmp_path / "torn.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableFile, match="utuh"), open_sheet(path, {}):
        pass


async def test_a_spreadsheet_is_loaded_like_a_csv(tmp_path: Path) -> None:
    """Text cells, real dates, numbers where numbers do no harm."""
    rows = [
        siti(birth_date=date(1990, 7, 1), joined=datetime.fromisoformat("2019-01-15"), phone=81200009901),
        numbered(1, left=None),
    ]
    result = await load(write_xlsx(tmp_path / "m.xlsx", rows), tmp_path)
    assert (result.inserted, result.reasons) == (2, {})
    again = await load(write_csv(tmp_path / "m.csv", [siti(phone="081200009901"), numbered(1)]), tmp_path)
    assert again.unchanged == 2


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"nik": 9901014107909901}, "nik", "nik_number"),
        ({"nik": 9.90101410790990e15}, "nik", "nik_number"),
        ({"kpj": 123456781}, "kpj", "kpj_number"),
        ({"kpj": 1234567.5}, "kpj", "kpj_number"),
        ({"birth_date": 33055}, "birth_date", "birth_date_form"),
    ],
)
async def test_numbers_that_a_spreadsheet_has_spoilt_are_refused(
    tmp_path: Path, cells: dict[str, object], column: str, code: str
) -> None:
    """Digits lost at the end of a NIK or in front of a KPJ are not guessed; the report says to format as text."""
    await load(write_xlsx(tmp_path / "m.xlsx", [siti(**cells)]), tmp_path)
    (line,) = read_report(tmp_path / "report.csv")
    assert (line["kolom"], line["kode"]) == (column, code)


async def test_a_kpj_kept_as_a_whole_number_is_taken(tmp_path: Path) -> None:
    """Eleven digits that do not begin with zero lose nothing as a number."""
    result = await load(write_xlsx(tmp_path / "m.xlsx", [siti(kpj=19123456782)]), tmp_path)
    assert (result.inserted, result.reasons) == (1, {})


async def test_notes_beside_the_table_do_no_harm(tmp_path: Path) -> None:
    """In a spreadsheet nothing shifts, so what stands right of the last header is no mistake."""
    result = await load(write_xlsx(tmp_path / "m.xlsx", [[*siti(), None, "sudah dicek"]]), tmp_path)
    assert (result.inserted, result.reasons) == (1, {})


def test_the_sheet_with_the_members_is_found(tmp_path: Path) -> None:
    """Behind a cover sheet, whatever its name."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Sampul"
    sheet = book.create_sheet("Data TK")
    sheet.append(list(OFFICE_HEADER))
    sheet.append(siti())
    book.save(tmp_path / "m.xlsx")
    assert cells_of(tmp_path / "m.xlsx")[0]["kpj"] == "00123456781"
