"""Who does what, for whom, with whose money: one axis at a time, number and money together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.breakdown import Breakdown, Slice
from dashboard.domain.chart import Bars
from dashboard.domain.funding import UNNAMED
from dashboard.exhibits import common, told
from dashboard.view import View

FUNDED_ONCE = "Une action peut avoir plusieurs financeurs : elle compte une fois pour chacun."


@dataclass(frozen=True, slots=True)
class BreakdownAxis:
    """One way of cutting the lines: its name in the address, its words, its question."""

    slug: str
    label: str
    by: str
    ask: Callable[[View], Breakdown]


def exhibit(view: View, axis: BreakdownAxis) -> Exhibit:
    """The bars of one axis for the years chosen; the table holds every part."""
    found = _pickable(axis.ask(view)).ranked()
    frame = common.frame_of_lines(view)
    drawn = replace(found, slices=tuple(item for item in found.slices if item.count))
    line = view.store.settings.line
    chart = Bars(drawn, line) if drawn.slices else None
    span = french.years(*view.selection.years)
    return Exhibit(
        slug=axis.slug,
        title=f"{french.capital(line.plural)} {axis.by}, {span}",
        subtitle=french.capital(told.joined(told.of(view).alone, told.of(view).beside)),
        chart=chart,
        height=height(chart),
        table=_table(view, found, axis),
        reading=_reading(view, found),
        alt=common.alt(_alt(found, axis, span)),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, axis.slug, span),
        notes=_notes(found),
        tags=(*common.warning_tags(view), *_tags(view, axis)),
        empty=f"{french.capital(told.of(view).absence)}.",
    )


def _pickable(found: Breakdown) -> Breakdown:
    """A click filters the page: a key that its pages do not know is no click there."""
    if found.axis in {key.name for key in keys.shared()}:
        return found
    return replace(found, slices=tuple(replace(item, pick=None) for item in found.slices))


def _tags(view: View, axis: BreakdownAxis) -> tuple[str, ...]:
    """« pilier proposé », where pillars are shown and rules give them."""
    return common.pillar_tag(view) if axis.slug == "piliers" else ()


def _notes(found: Breakdown) -> tuple[str, ...]:
    return () if found.exclusive else (FUNDED_ONCE,)


def _reading(view: View, found: Breakdown) -> Text:
    if not found.count:
        return text(f"{told.of(view).absence}.")
    first = _first(found)
    part = (found.axis, first.slug)
    named = "" if first.label in common.frame_of_lines(view).scope else f"« {first.label} » : "
    return text(
        named,
        told.count(view, view.selection, first.count, part),
        ", ",
        told.amount(view.selection, first.amount, part=part),
        f", {common.years_text(view)}.",
    )


def _first(found: Breakdown) -> Slice:
    """The part to speak of: the largest one that the source classes, if any."""
    said = [item for item in found.slices if item.count and not item.unsaid]
    return max(said or found.slices, key=lambda item: item.amount)


def _alt(found: Breakdown, axis: BreakdownAxis, span: str) -> str:
    if not found.count:
        return f"{axis.label}, {span} : rien ne répond à ces filtres"
    first = _first(found)
    return f"Barres, {axis.label.lower()}, {span} : {first.label}, {french.euros(first.amount)}"


def _table(view: View, found: Breakdown, axis: BreakdownAxis) -> Table:
    columns = (
        Column(axis.label),
        Column(french.capital(view.store.settings.line.number), numeric=True),
        Column("Montant", numeric=True),
        Column("Part du montant", numeric=True),
    )
    rows = common.made(found.slices, lambda item: _row(view, found, item))
    caption = (
        f"{french.capital(view.store.settings.line.plural)} {axis.by}, {common.filters_text(view)}"
    )
    return Table(caption, columns, rows, _notes(found))


def _row(view: View, found: Breakdown, item: Slice) -> Row:
    head = Cell(item.label, href=_pick(view, found.axis, item))
    return Row((head, *_lines(found, item)))


def _lines(found: Breakdown, item: Slice) -> tuple[Cell, Cell, Cell]:
    """Number, amount and share of a part; of one that no line names, nothing is known."""
    if not item.count:
        return (Cell(UNNAMED), Cell(french.NOT_APPLICABLE), Cell(french.NOT_APPLICABLE))
    return (
        common.count_cell(item.count),
        common.money_cell(item.amount),
        _share(found.share(item)),
    )


def _share(share: float | None) -> Cell:
    return (
        Cell(french.NOT_APPLICABLE) if share is None else Cell(french.share(share), round(share, 1))
    )


def _pick(view: View, key: str, item: Slice) -> str:
    if item.unsaid or key not in {one.name for one in keys.of_lines()}:
        return ""
    value = item.pick[1] if item.pick else item.slug
    return view.link("/actions", **{key: value})


PILLARS = BreakdownAxis(
    "piliers", "Pilier", "par pilier", lambda v: v.store.money.by_pillar(v.selection)
)
HOLDERS = BreakdownAxis(
    "porteurs", "Porteur", "par porteur", lambda v: v.store.money.by_holder(v.selection)
)
FUNDERS = BreakdownAxis(
    "financeurs", "Financeur", "par financeur", lambda v: v.store.fundings.by_funder(v.selection)
)
