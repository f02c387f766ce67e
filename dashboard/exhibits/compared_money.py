"""The money of several quarters, year by year, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Multiples, Strand
from dashboard.domain.per_head import PerHead
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, per_head
from dashboard.exhibits.compared import Chosen
from dashboard.view import View

SLUG = "argent"
YearsByPlace = Sequence[tuple[Territory, tuple[PerHead, ...]]]
"""Each quarter and its years."""


def exhibit(chosen: Chosen) -> Exhibit | None:
    """A panel a quarter, the same scale for all; None where no line names any of them."""
    view = chosen.view
    shown = [(place, per_head.heads(view, place)) for place in chosen.places]
    if not any(head.lines for _, heads in shown for head in heads):
        return None
    years, (first, last) = view.store.choices.years, view.selection.years
    strands = tuple(_strand(place.name, heads) for place, heads in shown)
    chart = Multiples(strands, years, first, last, view.store.money.breaks())
    frame, span = common.frame_of_years(view), french.years(years[0], years[-1])
    return Exhibit(
        slug=SLUG,
        title="L’argent, année par année",
        subtitle=f"{french.capital(view.store.settings.line.name)}, milliers d’euros, {span}",
        chart=chart,
        height=height(chart),
        table=_table(shown, years, span),
        reading=_reading(view, shown, last),
        alt=common.alt(f"Barres par année, même échelle : {chosen.names}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, *(place.code for place in chosen.places)),
        notes=(
            per_head.NOT_ALL,
            common.COUNTED_ONCE,
            common.PLACE_PROPOSED,
            *per_head.said(chart.breaks),
        ),
        tags=(*common.warning_tags(view), *common.pillar_tag(view)),
    )


def _strand(name: str, heads: Sequence[PerHead]) -> Strand:
    values = tuple(head.euros if head.lines else None for head in heads)
    return Strand(name, values, tuple(map(_thousands, values)))


def _thousands(euros: float | None) -> str:
    """Thousands of euros: « 54 », « 0,4 »; a dash where no line is there."""
    if euros is None:
        return french.NOT_APPLICABLE
    return french.number(euros / 1000, 0 if euros >= 10_000 else 1)


def _table(shown: YearsByPlace, years: Sequence[int], span: str) -> Table:
    columns = (Column("Année"), *(Column(place.name, numeric=True) for place, _ in shown))
    rows = tuple(
        Row((Cell(str(year), year), *(_cell(heads[rank]) for _, heads in shown)))
        for rank, year in enumerate(years)
    )
    return Table(f"Montants par année, {span}", columns, rows, (per_head.NOT_ALL,))


def _cell(head: PerHead) -> Cell:
    return common.money_cell(head.euros) if head.lines else Cell("aucune ligne")


def _reading(view: View, shown: YearsByPlace, year: int) -> Text:
    """What each of them has in the last year chosen."""
    parts: list[str | Span] = []
    for place, heads in shown:
        head = next(head for head in heads if head.year == year)
        amount = per_head.received(view, place, head) if head.lines else "aucune ligne"
        parts += [", " if not parts else " ; ", f"{place.name} : ", amount]
    return text(f"en {year}", *parts, ".")
