"""A row of a members file, read cell by cell into a record; everything that is wrong with it is listed at once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from storage.members import cells as read
from storage.members.cells import LONGEST_NAME, LONGEST_NPP, Unreadable
from storage.members.columns import COLUMNS
from storage.members.reasons import Problem
from storage.members.records import MemberRecord

Field = TypeVar("Field")
More = ParamSpec("More")


class RowReader:
    """Reads rows of one file. `columns` says where each column stands, `today` bounds birth dates."""

    def __init__(self, columns: Mapping[str, int], width: int, today: date) -> None:
        self._at = {column: columns.get(column, width) for column in COLUMNS}  # a missing one: the padding at the end
        self._width = width
        self._today = today.isoformat()
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
        birth_date = self._field("birth_date", read.read_birth_date, self._today)
        mother_name = self._field("mother_name", read.read_text, LONGEST_NAME, "mother_name_form")
        phones = self._field("phone", read.read_phones)
        employer = self._field("employer", read.read_text, LONGEST_NAME, "employer_form")
        npp = self._field("employer_npp", read.read_text, LONGEST_NPP, "employer_npp_form")
        joined = self._field("joined", read.read_date, "joined_form")
        has_left = read.text_of(self._cells[self._at["left"]])
        left = self._field("left", read.read_date, "left_form")
        segment = self._field("segment", read.read_segment, employer or npp)
        status = self._field("status", read.read_status, has_left)
        confirmed = self._field("registered_phone_confirmed", read.read_past_date, "phone_confirmed_form", self._today)
        if kpj and len(kpj) != 11:
            self._problems.append(Problem(row, "kpj", "kpj_length"))
        if not (kpj and nik and name and birth_date and segment and status):
            return None, [problem for problem in self._problems if problem.rejects]
        deceased = status == "deceased"
        status = "inactive" if deceased else status
        return MemberRecord(
            kpj, nik, name, birth_date, mother_name, phones or (), employer, npp, segment, status, joined, left,
            confirmed, deceased,
        ), self._problems  # fmt: skip

    def _field(
        self, column: str, reader: Callable[Concatenate[object, More], Field], *more: More.args, **named: More.kwargs
    ) -> Field | None:
        try:
            return reader(self._cells[self._at[column]], *more, **named)
        except Unreadable as error:
            self._problems.append(Problem(self._row, column, error.code))
            return None
