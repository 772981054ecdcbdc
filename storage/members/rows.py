"""A row of a members file, read cell by cell into a record; everything that is wrong with it is listed at once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from storage.members import cells as read
from storage.members.cells import LONGEST_NAME, LONGEST_NPP, Unreadable
from storage.members.columns import COLUMNS
from storage.members.reasons import Problem
from storage.members.records import MemberRecord

Field = TypeVar("Field")


class RowReader:
    """Reads rows of one file. `columns` says where each column stands, `today` bounds birth dates."""

    def __init__(self, columns: Mapping[str, int], width: int, today: date) -> None:
        self._at = {column: columns.get(column, width) for column in COLUMNS}  # a missing one: the padding at the end
        self._width = width
        self._today = today
        self._problems: list[Problem] = []
        self._row = 0
        self._cells: Sequence[object] = ()

    def read(self, row: int, cells: Sequence[object]) -> tuple[MemberRecord | None, list[Problem]]:
        """The record, or None if anything rejects the row; and what is wrong."""
        if any(map(read.text_of, cells[self._width :])):
            return None, [Problem(row, "", "too_many_cells")]
        padding = [None] * (self._width + 1 - len(cells))
        self._problems, self._row, self._cells = [], row, [*cells[: self._width], *padding, None]
        kpj = self._field("kpj", read.read_kpj)
        nik = self._field("nik", read.read_nik)
        name = self._field("name", read.read_name)
        birth_date = self._field("birth_date", lambda cell: read.read_birth_date(cell, self._today))
        mother_name = self._text("mother_name", LONGEST_NAME)
        phones = self._field("phone", read.read_phones)
        employer = self._text("employer", LONGEST_NAME)
        npp = self._text("employer_npp", LONGEST_NPP)
        joined = self._field("joined", lambda cell: read.read_date(cell, "joined_form"))
        has_left = bool(read.text_of(self._cells[self._at["left"]]))
        left = self._field("left", lambda cell: read.read_date(cell, "left_form"))
        segment = self._field("segment", lambda cell: read.read_segment(cell, employed=bool(employer or npp)))
        status = self._field("status", lambda cell: read.read_status(cell, has_left=has_left))
        if kpj and len(kpj) != 11:
            self._problems.append(Problem(row, "kpj", "kpj_length"))
        if not (kpj and nik and name and birth_date and segment and status):
            return None, [problem for problem in self._problems if problem.rejects]
        return MemberRecord(
            kpj, nik, name, birth_date, mother_name, phones or (), employer, npp, segment, status, joined, left
        ), self._problems

    def _field(self, column: str, reader: Callable[[object], Field]) -> Field | None:
        try:
            return reader(self._cells[self._at[column]])
        except Unreadable as error:
            self._problems.append(Problem(self._row, column, error.code))
            return None

    def _text(self, column: str, longest: int) -> str | None:
        return self._field(column, lambda cell: read.read_text(cell, longest, f"{column}_form"))
