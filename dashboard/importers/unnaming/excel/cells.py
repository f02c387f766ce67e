"""The cells of a sheet of an XLSX, as they are met: those of its first rows tell its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openpyxl.utils import column_index_from_string, get_column_letter

from dashboard.importers.unnaming.columns import WITHIN
from dashboard.importers.unnaming.excel.strings import StringRuns
from dashboard.importers.unnaming.markup import Attributes, Begin, DamagedXml, End

KINDS = frozenset({"", "n", "s", "b", "e", "d", "str", "inlineStr"})
_DIGITS = "0123456789"


class CellWalk(StringRuns):
    """A sheet gone through, cell by cell: its row, from 1, and its letters; its kind; the text of
    its value, or its string; whether it is a formula. DamagedXml where its rows are in no order."""

    def __init__(self, begins: Mapping[str, Begin], ends: Mapping[str, End]) -> None:
        common: dict[str, Begin] = dict.fromkeys(("worksheet", "sheetData", "r"), self.begin_text)
        cell: dict[str, Begin] = {
            "row": self.begin_row,
            "c": self.begin_cell,
            "v": self.begin_text,
            "f": self._begin_formula,
            "is": self._begin_string,
            "t": self.begin_run,
        }
        closed: dict[str, End] = {
            "v": self._end_value,
            "t": self._end_part,
            "is": self._end_string,
            "c": self.cell,
        }
        super().__init__({**common, **cell, **begins}, {**closed, **ends})
        self.row, self._row, self.letters, self._known = 0, "", "", dict[str, str]()
        self._parts: list[str] = []

    def begin_row(self, told: Attributes) -> None:
        """Begin a row."""
        row = told.get("r") or str(self.row + 1)
        if not (row.isascii() and row.isdecimal()) or int(row) <= self.row:
            raise DamagedXml
        self.row, self._row, self.letters = int(row), row, ""

    def begin_cell(self, told: Attributes) -> None:
        """Begin a cell."""
        place = told.get("r") or f"{self._next()}{self._row}"
        letters = place.rstrip(_DIGITS)
        if place[len(letters) :] != self._row:
            raise DamagedXml
        self.letters = self._known.get(letters) or self._met(letters)
        self.kind, self.style = told.get("t", ""), told.get("s", "")
        if self.kind not in KINDS:
            raise DamagedXml
        self.value: str | None = None
        self.string: str | None = None
        self.formula = False

    def cell(self) -> None:
        """Take the cell that was met."""
        raise NotImplementedError

    @property
    def shared(self) -> int:
        """The rank of the shared text that is its value; DamagedXml where it has none."""
        try:
            return int(self.value or "")
        except ValueError as error:
            raise DamagedXml from error

    def _next(self) -> str:
        rank = column_index_from_string(self.letters) if self.letters else 0
        return get_column_letter(rank + 1)

    def _met(self, letters: str) -> str:
        """These letters of a column, in capitals."""
        try:
            found = get_column_letter(column_index_from_string(letters))
        except ValueError as error:
            raise DamagedXml from error
        self._known[letters] = found
        return found

    def _begin_formula(self, _: Attributes) -> None:
        self.formula = True

    def _begin_string(self, _: Attributes) -> None:
        self._parts = []

    def _end_part(self) -> None:
        self._parts.append(self.end_run())

    def _end_string(self) -> None:
        self.string, self.value = "".join(self._parts), None

    def _end_value(self) -> None:
        self.value, self.string = "".join(self.held), None


class _Enough(Exception):
    """The first rows are over."""


class FirstRows(CellWalk):
    """The first rows of a sheet, their shared texts being known by their ranks."""

    def __init__(self) -> None:
        super().__init__({}, {})
        self._cells: dict[int, dict[int, str | int]] = {}

    def through(self, xml: bytes) -> None:
        """Go through them, and no further."""
        try:
            super().through(xml)
        except _Enough:
            return

    def begin_row(self, told: Attributes) -> None:
        """Begin a row; stop after those that may be a header."""
        super().begin_row(told)
        if self.row > WITHIN:
            raise _Enough

    def cell(self) -> None:
        """Keep the text that was met."""
        said = self.shared if self.kind == "s" and self.value is not None else None
        text = said if said is not None else (self.string or self.value or "")
        rank = column_index_from_string(self.letters) - 1
        self._cells.setdefault(self.row, {})[rank] = text

    @property
    def shared_ranks(self) -> Iterable[int]:
        """The ranks of the shared texts that they hold."""
        held = (said for cells in self._cells.values() for said in cells.values())
        return (said for said in held if isinstance(said, int))

    def texts(self, shared: Mapping[int, str]) -> list[list[str]]:
        """Them, from the first row of the sheet on, once shared texts are known."""
        return [_line(self._cells.get(row, {}), shared) for row in range(1, WITHIN + 1)]


def _line(cells: Mapping[int, str | int], shared: Mapping[int, str]) -> list[str]:
    line = [""] * (max(cells, default=-1) + 1)
    for rank, said in cells.items():
        line[rank] = said if isinstance(said, str) else shared.get(said, "")
    return line
