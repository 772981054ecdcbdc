"""Opens a members file, CSV or XLSX, finds its header and streams its rows."""

import csv
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from storage.members.columns import find_columns, require

HEADER_WITHIN = 10
LONGEST_LINE = 1_000_000
DELIMITERS = ",;\t|"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BROKEN_XLSX = (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, EOFError)  # bad XML is a SyntaxError


class UnreadableFile(Exception):
    """The file cannot be read as a members file; the text is one Indonesian sentence for the operator."""


class Line(NamedTuple):
    """One row: its number (1 is the file's first), its cells, and how far into the file it is, as `Sheet.total`."""

    row: int
    cells: Sequence[object]
    done: int


class Sheet(NamedTuple):
    """A file after its header.

    `columns` says where the columns stand, `width` how wide the header is; `total` is in bytes for a CSV and in rows
    for an XLSX (None: not known).
    """

    columns: Mapping[str, int]
    width: int
    lines: Iterator[Line]
    total: int | None


@contextmanager
def open_sheet(path: Path, mapping: Mapping[str, str]) -> Iterator[Sheet]:
    """Open a members file; raise `UnreadableFile` or `WrongColumns`, the former also while its lines are read."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise UnreadableFile(f"{path} tidak dapat dibuka: {_reason(error)}.") from None
    with file:
        try:
            start = file.peek(4)[:4]
        except OSError as error:
            raise UnreadableFile(f"{path} tidak dapat dibaca: {_reason(error)}.") from None
        if start == _OLE:
            raise UnreadableFile(f"{path.name} adalah Excel lama (.xls) atau terkunci; simpan ulang sebagai .xlsx.")
        with _xlsx(file, path.name, mapping) if start == _ZIP else _csv(file, path, mapping) as sheet:
            yield sheet


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "file tidak ada"
    if isinstance(error, IsADirectoryError):
        return "itu sebuah folder"
    if isinstance(error, PermissionError):
        return "tidak ada izin membaca"
    return error.strerror or "gagal"


@contextmanager
def _csv(file: BufferedReader, path: Path, mapping: Mapping[str, str]) -> Iterator[Sheet]:
    encoding = _encoding(file)
    file.seek(0)
    text = TextIOWrapper(file, encoding, newline="")
    try:
        with _as_unreadable_csv(path.name):
            top = [line for _ in range(HEADER_WITHIN) if (line := text.readline(LONGEST_LINE))]
            row, delimiter, columns, width = _csv_header(top, mapping)
        text.detach()
        file.seek(0)
        text = TextIOWrapper(file, encoding, newline="")
        yield Sheet(columns, width, _csv_lines(text, file, delimiter, row), path.stat().st_size)
    finally:
        text.detach()


@contextmanager
def _as_unreadable_csv(name: str) -> Iterator[None]:
    try:
        yield
    except csv.Error:
        raise UnreadableFile(f"{name} bukan CSV yang utuh; mungkin ada tanda kutip yang tidak ditutup.") from None
    except UnicodeError:
        raise UnreadableFile(f"{name} bukan teks; simpan ulang sebagai CSV UTF-8 atau .xlsx.") from None
    except OSError as error:
        raise UnreadableFile(f"{name} tidak dapat dibaca: {_reason(error)}.") from None


def _csv_lines(text: TextIOWrapper, file: BufferedReader, delimiter: str, header: int) -> Iterator[Line]:
    rows = enumerate(csv.reader(text, delimiter=delimiter), start=1)
    with _as_unreadable_csv(Path(file.name).name):
        for row, cells in islice(rows, header, None):
            yield Line(row, cells, file.tell())


def _csv_header(top: Sequence[str], mapping: Mapping[str, str]) -> tuple[int, str, dict[str, int], int]:
    """The header's row, and the delimiter by which its columns come out best."""
    best: tuple[int, str, dict[str, int], int] = (1, ",", {}, 0)
    for delimiter in DELIMITERS:
        for row, cells in enumerate(csv.reader(top, delimiter=delimiter), start=1):
            columns = find_columns(cells, mapping)
            if len(columns) > len(best[2]):
                best = (row, delimiter, columns, len(cells))
    require(best[2], mapping)
    return best


@contextmanager
def _xlsx(file: BufferedReader, name: str, mapping: Mapping[str, str]) -> Iterator[Sheet]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")  # about styles and the like, which are not read
        with _as_unreadable_xlsx(name):
            from openpyxl import load_workbook  # noqa: PLC0415  17 MB, which only workbooks need

            book = load_workbook(file, read_only=True, data_only=True)
        try:
            totals = {}
            with _as_unreadable_xlsx(name):
                for sheet in book.worksheets:
                    totals[sheet.title] = sheet.max_row
                    sheet.reset_dimensions()  # what the file says of its size may be wrong and would cut rows off
                title, header, columns, width = _xlsx_header(book.worksheets, mapping)
            require(columns, mapping)
            rows = book[title].iter_rows(min_row=header + 1, values_only=True)
            yield Sheet(columns, width, _xlsx_lines(rows, name, header + 1, width), totals[title])
        finally:
            book.close()


@contextmanager
def _as_unreadable_xlsx(name: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN_XLSX:
        raise UnreadableFile(f"{name} bukan file Excel (.xlsx) yang utuh.") from None
    except OSError as error:
        raise UnreadableFile(f"{name} tidak dapat dibaca: {_reason(error)}.") from None


def _xlsx_header(sheets: Iterable[Any], mapping: Mapping[str, str]) -> tuple[str, int, dict[str, int], int]:
    """The sheet and row with the header: the one that has most of our columns."""
    best: tuple[str, int, dict[str, int], int] = ("", 1, {}, 0)
    for sheet in sheets:
        for row, cells in enumerate(sheet.iter_rows(max_row=HEADER_WITHIN, values_only=True), start=1):
            columns = find_columns(cells, mapping)
            if len(columns) > len(best[2]):
                width = max(index + 1 for index, cell in enumerate(cells) if cell is not None)
                best = (sheet.title, row, columns, width)
    return best


def _xlsx_lines(rows: Iterator[Sequence[object]], name: str, first: int, width: int) -> Iterator[Line]:
    with _as_unreadable_xlsx(name):
        for row, cells in enumerate(rows, start=first):
            yield Line(row, cells[:width], row)  # beside the table people write notes; nothing can have shifted here


def _encoding(file: BufferedReader) -> str:
    """UTF-8 if the whole file is, else what Excel for Windows writes. Reads in pieces."""
    if file.peek(2)[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    try:
        while text.read(LONGEST_LINE):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        text.detach()
    return "utf-8-sig"
