"""The cells of an ODS written anew, without persons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from dashboard.importers.unnaming.calc.cell import CalcCell, CellLine
from dashboard.importers.unnaming.calc.row import CalcRow, parted, times
from dashboard.importers.unnaming.calc.spaces import DECLARED, LOOK, SAID, KeptAttributes, full
from dashboard.importers.unnaming.columns import WITHIN
from dashboard.importers.unnaming.head import SheetHead
from dashboard.importers.unnaming.markup import (
    HEAD,
    Attributes,
    Begin,
    DamagedXml,
    End,
    Walk,
    escaped,
    parsed_by_space,
    words,
)
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.writing.packed import Put

_AROUND = words(
    "office:body office:spreadsheet table:table-column table:table-columns "
    "table:table-header-columns table:table-column-group table:table-rows table:table-header-rows "
    "table:table-row-group"
)
_CELLS = ("table:table-cell", "table:covered-table-cell")
_WIDE, _HIGH = full("table:number-columns-repeated"), full("table:number-rows-repeated")
_MOST_SPACES = 1_000
"""Spaces that one mark may stand for."""


class CalcWalk(Walk):
    """A part of an ODS, gone through by the namespaces of its elements; how cells look is
    written."""

    def __init__(
        self,
        kept: KeptAttributes,
        persons: MetPersons,
        begins: Mapping[str, Begin],
        ends: Mapping[str, End],
    ) -> None:
        look: dict[str, Begin] = {full(name): partial(self.open, name) for name in (*LOOK, *SAID)}
        closed: dict[str, End] = {full(name): partial(self.close, name) for name in LOOK}
        said: dict[str, End] = {full(name): partial(self._say, name) for name in SAID}
        super().__init__({**look, **begins}, {**closed, **said, **ends})
        self.kept, self.persons = kept, persons

    def through(self, xml: bytes) -> None:
        """Go through that part; DamagedXml where it cannot be read."""
        parsed_by_space(xml, self._start, self._end, self.text)

    def text(self, text: str) -> None:
        """Gather a text that was met."""
        self.held.append(text)

    def put(self, piece: str) -> None:
        """Write that."""
        raise NotImplementedError

    def open(self, name: str, told: Attributes) -> None:
        """Write the beginning of an element."""
        self.held.clear()
        self.put(f"<{name}{self.kept.of(told)}>")

    def close(self, name: str) -> None:
        """Write the end of an element."""
        self.put(f"</{name}>")

    def _say(self, name: str) -> None:
        self.put(f"{escaped(self.persons.out_of(''.join(self.held)))}</{name}>")


class NamelessLook(CalcWalk):
    """The styles of an ODS, without its pages: their headers and footers name persons."""

    def __init__(self, kept: KeptAttributes, persons: MetPersons, put: Put) -> None:
        super().__init__(kept, persons, {full("office:document-styles"): self.begin_text}, {})
        self._put = put

    def put(self, piece: str) -> None:
        """Write that."""
        self._put(piece)

    def through(self, xml: bytes) -> None:
        """Write the part."""
        self._put(f'{HEAD}<office:document-styles{DECLARED} office:version="1.2">')
        super().through(xml)
        self._put("</office:document-styles>")


class NamelessContent(CalcWalk):
    """The sheets of an ODS, under those names, written as they are gone through: the first rows of
    each are held until they tell its columns."""

    def __init__(
        self, kept: KeptAttributes, persons: MetPersons, names: Mapping[str, str], put: Put
    ) -> None:
        begins: dict[str, Begin] = {full(name): partial(self.open, name) for name in _AROUND}
        ends: dict[str, End] = {full(name): partial(self.close, name) for name in _AROUND}
        for name in _CELLS:
            begins[full(name)] = self._begin_cell
            ends[full(name)] = partial(self._end_cell, name)
        super().__init__(kept, persons, {**begins, **self._within()}, {**ends, **self._closed()})
        self._names, self._put = names, put
        self._held: list[str | CalcRow] | None = None
        self._head, self._row = SheetHead.of(()), CalcRow(0, "")
        self._met = self._head.met()
        self._cell, self._line = CalcCell({}), CellLine()

    def _within(self) -> dict[str, Begin]:
        passed = ("office:document-content", "text:span", "text:a")
        return {
            **{full(name): self._pass for name in passed},
            full("table:table"): self._begin_table,
            full("table:table-row"): self._begin_row,
            full("text:p"): self._begin_line,
            full("text:s"): self._space,
            full("text:tab"): partial(self._mark, "text:tab", "\t"),
            full("text:line-break"): partial(self._mark, "text:line-break", "\n"),
        }

    def _closed(self) -> dict[str, End]:
        return {
            full("table:table"): self._end_table,
            full("table:table-row"): self._end_row,
            full("text:p"): self._end_line,
        }

    def through(self, xml: bytes) -> None:
        """Write the part."""
        self._put(f'{HEAD}<office:document-content{DECLARED} office:version="1.2">')
        super().through(xml)
        self._put("</office:document-content>")

    def text(self, text: str) -> None:
        """Gather a text that was met, a piece of the line of a cell if it is in one."""
        self.held.append(text)
        if not self._passed:
            self._line.add(text, text, escaped(text))

    def put(self, piece: str) -> None:
        """Write that, once the first rows of the sheet are written."""
        (self._put if self._held is None else self._held.append)(piece)

    def _pass(self, _: Attributes) -> None:
        """Pass into it."""

    def _begin_table(self, told: Attributes) -> None:
        name = self._names.get(told.get(full("table:name"), ""), "Feuille")
        self.put(f'<table:table table:name="{escaped(name)}"{self.kept.of(told)}>')
        self._held, self._row = [], CalcRow(0, "")

    def _end_table(self) -> None:
        self._tell()
        self.put("</table:table>")

    def _begin_row(self, told: Attributes) -> None:
        rank = self._row.rank + self._row.high
        self._row = CalcRow(rank, f"<table:table-row{self.kept.of(told)}>", times(told, _HIGH))

    def _end_row(self) -> None:
        if self._held is None:
            self._write(self._row)
            return
        self._held.append(self._row)
        if self._row.rank + self._row.high >= WITHIN:
            self._tell()

    def _tell(self) -> None:
        """Write the first rows of the sheet, which tell its columns."""
        held, self._held = self._held or [], None
        rows = [row for row in held if isinstance(row, CalcRow)]
        texts = [row.texts() for row in rows for _ in range(min(row.high, WITHIN))]
        self._head = SheetHead.of(texts[:WITHIN])
        self._met = self._head.met()
        for piece in held:
            if isinstance(piece, CalcRow):
                self._write(piece)
            else:
                self._put(piece)

    def _write(self, row: CalcRow) -> None:
        withdrawn = self._met.at(row.rank)
        without = str if self._head.untouched else self.persons.out_of
        self._put(row.begin)
        for name, column, wide, cell in row.cells:
            for often, is_withdrawn in parted(column, wide, withdrawn):
                told = self.kept.of({**cell.told, _WIDE: str(often)} if wide > 1 else cell.told)
                held = cell.withdrawn() if is_withdrawn else cell.written(without)
                self._put(f"<{name}{told}{held}</{name}>")
        self._put("</table:table-row>")
        self._met.meet(row.rank, row.said())

    def _begin_cell(self, told: Attributes) -> None:
        self._cell = CalcCell(told)

    def _end_cell(self, name: str) -> None:
        self._row.add(name, self._cell, times(self._cell.told, _WIDE))

    def _begin_line(self, _: Attributes) -> None:
        self._line = CellLine()

    def _end_line(self) -> None:
        self._cell.lines.append(self._line)
        self._line = CellLine()

    def _space(self, told: Attributes) -> None:
        often = times(told, full("text:c"))
        if often > _MOST_SPACES:
            raise DamagedXml
        self._line.add(" " * often, " " * often, f'<text:s text:c="{often}"/>')

    def _mark(self, name: str, seen: str, _: Attributes) -> None:
        self._line.add("", seen, f"<{name}/>")
