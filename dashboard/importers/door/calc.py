"""The sheets of an ODS, walked before they are read: extent, formulas, gaps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from dashboard.importers.door.marks import NEVER_COMPUTED, SheetExtent

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE = f"{{{_NAMES}table:1.0}}", f"{{{_NAMES}office:1.0}}"
_SHEET, _ROW, _FORMULA = f"{_TABLE}table", f"{_TABLE}table-row", f"{_TABLE}formula"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_IS_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TEXT = f"{{{_NAMES}text:1.0}}p"
_VALUES = ("value", "string-value", "date-value", "time-value", "boolean-value")
_FAR = 10_000_000
"""Times that a row or a cell is repeated at most: more is as far away."""
_NEAR = 1_000
"""Repetitions of a formula that are each told: a sheet that has more is as a rule out of bounds."""


def marks_of(content: bytes) -> Iterator[tuple[str, SheetExtent]]:
    """The marks of each sheet by its name; ElementTree.ParseError where the document is damaged.

    What is empty reaches nowhere, however often it is repeated.
    """
    walk = _Walk()
    for event, item in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
        if event == "start" and item.tag == _SHEET:
            walk = _Walk(item.get(f"{_TABLE}name", ""))
        elif event == "end" and item.tag in _CELLS:
            walk.cell(item)
        elif event == "end" and item.tag == _ROW:
            walk.end_of_row(item)
        elif event == "end" and item.tag == _SHEET:
            yield walk.name, walk.marks
            item.clear()


class _Walk:
    """Where one stands in a sheet, and what was met."""

    def __init__(self, name: str = "") -> None:
        self.name, self.marks = name, SheetExtent()
        self._row = self._column = 0
        self._held: list[tuple[int, int, Element]] = []

    def cell(self, item: Element) -> None:
        """Go past that cell; keep it to the end of its row where it holds something."""
        times = _times(item, "columns")
        if _holds(item):
            self._held.append((self._column, times, item))
        self._column += times

    def end_of_row(self, item: Element) -> None:
        """Mark what the row holds, as often as it is repeated; go to the next."""
        times = _times(item, "rows")
        for column, wide, cell in self._held:
            self.marks.reach(self._row + times - 1, column + wide - 1)
            self.marks.cells += wide * times
            if cell.get(_FORMULA):
                self._formula(cell, column, min(wide, _NEAR), min(times, _NEAR))
        self._row, self._column, self._held = self._row + times, 0, []
        item.clear()

    def _formula(self, cell: Element, column: int, wide: int, high: int) -> None:
        gap = _gap(cell)
        for row in range(self._row, self._row + high):
            for place in range(column, column + wide):
                self.marks.tell(row, place, gap)


def _times(item: Element, what: str) -> int:
    told = item.get(f"{_TABLE}number-{what}-repeated", "1")
    return min(max(int(told), 1), _FAR) if told.isdecimal() and len(told) < 12 else 1


def _holds(item: Element) -> bool:
    return bool(item.get(_FORMULA)) or _has_value(item) or len(item) > 0


def _has_value(item: Element) -> bool:
    return any(item.get(f"{_OFFICE}{name}") is not None for name in _VALUES)


def _gap(item: Element) -> str:
    """What stands for a formula that has no value: that it was never computed, or its error."""
    said = "".join("".join(line.itertext()) for line in item.iterfind(_TEXT)).strip()
    if item.get(_IS_ERROR) == "error":
        return said or NEVER_COMPUTED
    return "" if said or _has_value(item) else NEVER_COMPUTED
