"""A sheet of an XLSX written anew, its cells without persons."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from openpyxl.utils import column_index_from_string, get_column_letter

from dashboard.importers.door.marks import ERRORS
from dashboard.importers.unnaming.excel.cells import CellWalk
from dashboard.importers.unnaming.excel.coded import coded, decoded, item
from dashboard.importers.unnaming.excel.strings import SharedTexts
from dashboard.importers.unnaming.excel.written import SPACE
from dashboard.importers.unnaming.formula import NO_VALUE, giving
from dashboard.importers.unnaming.head import SheetHead
from dashboard.importers.unnaming.markup import HEAD, Attributes, Begin, escaped, safe, words
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody
from dashboard.importers.writing.packed import Put

_KEPT = words(
    "sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView pane selection "
    "sheetFormatPr cols col mergeCells mergeCell autoFilter printOptions pageMargins pageSetup"
)
"""Elements that are copied beside those of the cells, their texts left out."""
_ATTRIBUTES = frozenset(
    words(
        "rgb theme tint indexed auto summaryBelow summaryRight fitToPage ref showGridLines "
        "showRowColHeaders showZeros rightToLeft tabSelected zoomScale zoomScaleNormal view "
        "workbookViewId topLeftCell xSplit ySplit activePane state pane activeCell sqref "
        "baseColWidth defaultColWidth defaultRowHeight customHeight zeroHeight outlineLevelRow "
        "outlineLevelCol min max width style hidden customWidth outlineLevel collapsed bestFit "
        "spans s customFormat ht gridLines headings horizontalCentered verticalCentered left right "
        "top bottom header footer paperSize orientation fitToWidth fitToHeight scale type operator "
        "allowBlank showDropDown showErrorMessage errorStyle"
    )
)
_WORD, _VALUE = "x", "0"
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?").fullmatch
_CELLS = re.compile(
    r"(?:(?:'((?:[^']|'')+)'|([\w.]+))!)?\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?"
)
"""Cells, and their sheet where it is named."""


@dataclass(frozen=True, slots=True)
class BookContext:
    """What the sheets of a workbook are written with: the persons met, the names that sheets keep;
    whether it is to be computed when it is opened; the shared texts, by their ranks, of which a
    sheet is written untouched, and what is told of all of them. Their cells add to those ``used``.
    """

    persons: MetPersons
    names: Collection[str] = ()
    asks_again: bool = False
    texts: Mapping[int, str] = field(default_factory=dict)
    shared: SharedTexts = field(default_factory=lambda: SharedTexts(()))
    used: set[int] = field(default_factory=set)


class NamelessSheet(CellWalk):
    """The sheet is written as it is gone through: its cells, its columns and its view. Of a
    formula, the value that it kept, as a formula that gives it; of a list of choices, where it
    stands in the workbook. Comments, links, filters, margins, what it refers to are left out."""

    def __init__(self, context: BookContext, head: SheetHead, put: Put) -> None:
        begins: dict[str, Begin] = {name: partial(self._open, name) for name in _KEPT}
        choices: dict[str, Begin] = {
            "dataValidations": self.begin_text,
            "dataValidation": self._begin_choice,
            "formula1": self.begin_text,
        }
        sheet: dict[str, Begin] = {"sheetData": partial(self._open, "sheetData")}
        ends = {name: partial(put, f"</{name}>") for name in [*_KEPT, "sheetData", "row"]}
        choice = {"formula1": self._end_choice, "dataValidations": self._end_choices}
        super().__init__({**begins, **choices, **sheet}, {**ends, **choice})
        self._context, self._head, self._put = context, head, put
        self._columns, self._said, self._parted = head.met(), dict[int, str](), False
        self._withdrawn: frozenset[str] = frozenset()
        self._choice, self._choices = "", list[str]()

    def through(self, xml: bytes) -> None:
        """Write the sheet."""
        self._put(f'{HEAD}<worksheet xmlns="{SPACE}">')
        super().through(xml)
        self._put("</worksheet>")

    def _open(self, name: str, told: Attributes) -> None:
        self._put(f"<{name}{safe(told, _ATTRIBUTES)}>")

    def begin_row(self, told: Attributes) -> None:
        """Write the beginning of the row."""
        above = self.row
        super().begin_row(told)
        self._columns.meet(above - 1, self._said, self._parted)
        self._said, self._parted = {}, self.row > above + 1
        found = self._columns.at(self.row - 1)
        self._withdrawn = frozenset(map(_letters, found))
        self._put(f'<row r="{self.row}"{safe(told, _ATTRIBUTES)}>')

    def cell(self) -> None:
        """Write the cell."""
        self._meet(self._heading())
        if self.formula and self._is_gap():
            self._write_gap()
        elif self.letters in self._withdrawn and self._says():
            self._write_text(WITHDRAWN)
        elif self.kind == "s" and self.value is not None:
            self._write_shared()
        elif self.string is not None:
            self._write_text(self._without(self.string))
        elif self.kind == "str":
            self._write_text(self._without(decoded(self.value or "")))
        else:
            self._write_value()

    def _meet(self, said: str) -> None:
        if said and not said.isspace():
            self._said[_rank(self.letters)] = said

    def _heading(self) -> str:
        """What it says, as far as it may be the heading of a column of persons; any word for
        another heading, any figure for what is none."""
        if self.kind != "s" or self.value is None:
            return self.string or self.value or ""
        told = self._context.shared
        return told.headings.get(self.shared, _VALUE if self.shared in told.values else _WORD)

    def _without(self, text: str) -> str:
        return text if self._head.untouched else self._context.persons.out_of(text)

    def _is_gap(self) -> bool:
        """Whether it is a formula that gave no value."""
        if self.kind == "e":
            return True
        if self.value is None or not self.value.strip():
            return self.kind != "str" and self.string is None
        return self._context.asks_again and self.value.strip() == "0"

    def _says(self) -> bool:
        """Whether it holds something that may be a person."""
        if self.kind == "s" and self.value is not None:
            return self.shared not in self._context.shared.nobody
        return self.kind != "e" and not holds_nobody(self.string or self.value or "")

    def _write(self, kind: str, body: str) -> None:
        style = f' s="{self.style}"' if self.style.isdecimal() else ""
        told = f' t="{kind}"' if kind else ""
        self._put(f'<c r="{self.letters}{self.row}"{style}{told}>{body}</c>')

    def _write_gap(self) -> None:
        value = (self.value or "").strip()
        if self.kind == "e" and value in ERRORS:
            self._write("e", f"<f>{value}</f><v>{value}</v>")
        elif self.kind == "e":
            self._write("e", f"<f>{NO_VALUE}</f>")
        else:
            self._write("", f"<f>{NO_VALUE}</f>{'<v>0</v>' if value else ''}")

    def _write_text(self, text: str) -> None:
        if self.formula:
            self._write("str", f"<f>{escaped(giving(text))}</f><v>{coded(text)}</v>")
        else:
            self._write("inlineStr", f"<is>{item(text)}</is>")

    def _write_shared(self) -> None:
        rank = self.shared
        if self._head.untouched:
            self._write_text(self._context.texts.get(rank, ""))
        else:
            self._context.used.add(rank)
            self._write("s", f"{f'<f>{NO_VALUE}</f>' if self.formula else ''}<v>{rank}</v>")

    def _write_value(self) -> None:
        value = self.value
        if value is None:
            self._write(self.kind if self.kind == "e" else "", "")
        elif _PLAIN(value):
            formula = f"<f>{_constant(self.kind, value)}</f>" if self.formula else ""
            self._write(self.kind, f"{formula}<v>{value}</v>")
        elif self._without(value) != value:
            self._write_text(self._without(value))
        else:
            formula = f"<f>{escaped(giving(value))}</f>" if self.formula else ""
            self._write(self.kind, f"{formula}<v>{escaped(value)}</v>")

    def _begin_choice(self, told: Attributes) -> None:
        self._choice = safe(told, _ATTRIBUTES) if told.get("type") == "list" else ""

    def _end_choice(self) -> None:
        """Keep the list of choices of a cell, where it stands in a sheet that keeps its name."""
        cells = "".join(self.held).strip()
        found = _CELLS.fullmatch(cells)
        sheet = (found[1] or found[2] or "").replace("''", "'") if found else ""
        if found and " sqref=" in self._choice and (not sheet or sheet in self._context.names):
            formula = f"<formula1>{escaped(cells)}</formula1>"
            self._choices.append(f"<dataValidation{self._choice}>{formula}</dataValidation>")
        self._choice = ""

    def _end_choices(self) -> None:
        if self._choices:
            self._put(f"<dataValidations>{''.join(self._choices)}</dataValidations>")
        self._choices = []


@lru_cache(1_000)
def _letters(rank: int) -> str:
    return get_column_letter(rank + 1)


@lru_cache(1_000)
def _rank(letters: str) -> int:
    return column_index_from_string(letters) - 1


def _constant(kind: str, value: str) -> str:
    return ("FALSE" if value == "0" else "TRUE") if kind == "b" else value
