"""Real tables in a box that scrolls: caption, headers, groups, sort links, small tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from itertools import accumulate, product, repeat
from typing import Any, NamedTuple

from dashboard.components import labels, pager
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.components.prose import Children, hidden, link, opening, tags
from dashboard.content import Cell, Column, Row, Span, Table
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.attributes import attributes
from dashboard.html.element import Element
from dashboard.html.plain import to_html

STACKED_FROM = 3
"""From that many columns on, a stacked table sets its rows as small cards on a phone."""

SHORT = 28
"""A row header of that many signs or fewer is a name: it is never cut."""

LONG_OF_CARDS, FIRST_CARDS = 24, 8
"""Rows from which a phone folds those of a table, and how many it then shows at least."""

Pieces = Sequence[Sequence[Row]]
"""Rows by bodies of a table."""

_NUMBERED = re.compile(r"(\d{1,3})\.\s(.+)")
_ARROWS = {"ascending": "↑", "descending": "↓"}


def table(
    value: Table, at: Context, stacked: bool = False, caption: bool = True, folded: bool = False
) -> Element:
    """A table with its notes; ``stacked`` lets a phone show each row as a card, ``folded`` lets it
    show the first ones of many until the others are asked for."""
    if not value.rows:
        return html.P(value.empty, className="vide")
    cards = stacked and len(value.columns) >= STACKED_FROM
    pieces = list(_groups(pager.shown(value, at)))
    first, rest = _parted(pieces) if folded else (pieces, [])
    box = _box(value, (first, rest), at, cards, caption)
    parts = [box, *_others(value, rest), *pager.foot(value, at), *_notes(value)]
    return html.Div(parts, className="tableau")


def _parted(pieces: Pieces) -> tuple[Pieces, Pieces]:
    """The pieces that a phone shows at once, and those it folds: none of a table that is short, or
    that has a row to be found."""
    rows = [row for piece in pieces for row in piece]
    if len(rows) < LONG_OF_CARDS or any(row.current for row in rows):
        return pieces, []
    if len(pieces) == 1:
        return [rows[:FIRST_CARDS]], [rows[FIRST_CARDS:]]
    counts = accumulate(map(len, pieces), initial=0)
    first = [piece for piece, before in zip(pieces, counts, strict=False) if before < FIRST_CARDS]
    return first, pieces[len(first) :]


def _others(value: Table, rest: Pieces) -> list[Element]:
    """« Les 57 autres lignes », which a phone opens."""
    count = sum(not row.group for piece in rest for row in piece)
    if not count:
        return []
    said = html.Summary([f"Les {french.number(count)} autres ", value.noun[1]])
    return [html.Details(said, className="suite-pli")]


def _box(
    value: Table, pieces: tuple[Pieces, Pieces], at: Context, cards: bool, caption: bool
) -> Element:
    title = html.Caption(value.caption, className=None if caption else "invisible")
    head = html.Thead(_head(value.columns, at, cards), **_role("rowgroup", cards))
    openings = [_Opening(column, cards) for column in value.columns]
    bodies = [
        _body(piece, openings, at, cards, css)
        for css, some in zip((None, "suite"), pieces, strict=True)
        for piece in some
    ]
    css = "table empilable" if cards else "table"
    real = html.Table([title, head, *bodies], className=css, **_role("table", cards))
    name = aria(label=value.caption)
    return html.Div(real, className="boite-table", tabIndex=0, role="group", **name)


def _role(name: str, cards: bool) -> dict[str, Any]:
    """Explicit roles: a browser forgets those of a table whose rows are shown as cards."""
    return {"role": name} if cards else {}


def _head(columns: tuple[Column, ...], at: Context, cards: bool) -> Element:
    return html.Tr([_header(column, at, cards) for column in columns], **_role("row", cards))


def _header(column: Column, at: Context, cards: bool) -> Element:
    state = aria(sort=column.sorted) if column.sorted else {}
    css = "nombre" if column.numeric else None
    role = _role("columnheader", cards)
    return html.Th(_sortable(column, at), scope="col", className=css, **state, **role)


def _sortable(column: Column, at: Context) -> Any:
    if not column.sort:
        return column.label
    arrow = html.Span(_ARROWS.get(column.sorted, "↕"), className="fleche", **aria(hidden="true"))
    label: Children = [hidden(f"{labels.SORT} "), column.label, " ", arrow]
    return link(label, column.sort, at, "tri")


def _groups(rows: tuple[Row, ...]) -> Iterator[list[Row]]:
    """The rows in pieces, each group row at the head of its piece."""
    piece: list[Row] = []
    for row in rows:
        if row.group and piece:
            yield piece
            piece = []
        piece.append(row)
    yield piece


LONGEST_MARK = len(french.NOT_AVAILABLE)
"""Signs of a mark of absence: what is longer is a reason."""


class _Opening:
    """The tags that open the cells of a column: written once, for tables have many rows."""

    def __init__(self, column: Column, cards: bool) -> None:
        label = data(libelle=column.label) if cards else {}
        marks = {**label, **_role("cell", cards)}
        own = _classes(nombre=column.numeric)
        void = _classes(nombre=column.numeric, sans_objet=True)
        said = _classes(nombre=column.numeric, en_mots=column.numeric)
        self.own = f"<td{attributes({'className': own, **marks})}>"
        self.void = f"<td{attributes({'className': void, **marks})}>"
        self.said = f"<td{attributes({'className': said, **marks})}>"

    def cell(self, cell: Cell, at: Context) -> str:
        """A cell of that column as HTML."""
        return f"{self._opening(cell)}{_content(cell, at)}</td>"

    def _opening(self, cell: Cell) -> str:
        """The tag of that cell: an absence may be a mark, or a reason in words."""
        if cell.text == french.NOT_APPLICABLE:
            return self.void
        return self.said if cell.value is None and len(cell.text) > LONGEST_MARK else self.own


def _body(
    rows: Sequence[Row], openings: list[_Opening], at: Context, cards: bool, css: str | None
) -> Element:
    opened = _row_tags(cards)
    made = [
        _group(row, len(openings), cards) if row.group else _row(row, openings, at, opened)
        for row in rows
    ]
    return Element("tbody", {"className": css, **_role("rowgroup", cards)}, "".join(made))


def _group(row: Row, width: int, cards: bool) -> str:
    head = html.Th(row.cells[0].text, scope="rowgroup", colSpan=width, **_role("rowheader", cards))
    return Element("tr", {"className": "groupe", **_role("row", cards)}, to_html(head)).whole()


class _RowTags(NamedTuple):
    """The tags that open a row: itself, itself where it is the chosen one, its header by whether
    it is short and numbered."""

    own: str
    current: str
    heads: dict[tuple[bool, bool], str]


@cache
def _row_tags(cards: bool) -> _RowTags:
    role, header = _role("row", cards), {"scope": "row", **_role("rowheader", cards)}
    current = {"className": "courante", **aria(current="true")}
    kinds = product((True, False), repeat=2)
    return _RowTags(
        f"<tr{attributes(role)}>",
        f"<tr{attributes({**current, **role})}>",
        {
            (short, numbered): f"<th{attributes({**header, 'className': css})}>"
            for short, numbered in kinds
            for css in [_classes(court=short, numerote=numbered)]
        },
    )


def _row(row: Row, openings: list[_Opening], at: Context, opened: _RowTags) -> str:
    head = row.cells[0]
    numbered = _NUMBERED.fullmatch(head.text)
    css = opened.heads[len(head.text) <= SHORT, numbered is not None]
    said = _numbered(head, numbered, at) if numbered else _content(head, at)
    others = "".join(map(_Opening.cell, openings[1:], row.cells[1:], repeat(at)))
    whole = opened.current if row.current else opened.own
    return f"{whole}{css}{said}</th>{others}</tr>"


def _classes(**held: bool) -> str | None:
    return " ".join(name.replace("_", "-") for name, yes in held.items() if yes) or None


def _numbered(cell: Cell, found: re.Match[str], at: Context) -> str:
    """A name that starts with its number on the map (« 3. Piochet ») shows it as the map does."""
    mark = html.Span(found[1], className="pastille pastille-numero")
    return f"{to_html(mark)}{french.NBSP}{_content(replace(cell, text=found[2]), at)}"


def _content(cell: Cell, at: Context) -> str:
    """What a cell says, as HTML."""
    said = escape(cell.text, quote=False)
    if cell.strong:
        said = f"<strong>{said}</strong>"
    if cell.href:
        said = f"{opening(cell.href, at)}{said}</a>"
    if cell.note:
        said += f' <span class="precision">{escape(cell.note, quote=False)}</span>'
    if cell.act:
        said += f" {_act(cell, cell.act, at)}"
    return said + to_html(tags(cell.tags)) if cell.tags else said


def _act(cell: Cell, act: Span, at: Context) -> str:
    """The second link of a cell: those who listen hear of what it is."""
    named = to_html([act.text, hidden(f", {cell.text}")])
    return opening(act.href, at).replace("<a ", '<a class="acte" ', 1) + f"{named}</a>"


def _notes(value: Table) -> list[Element]:
    if not value.notes:
        return []
    return [html.Ul([html.Li(note) for note in value.notes], className="notes")]
