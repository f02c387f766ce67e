"""How incomes spread: the deciles of quarters beside those of the agglomeration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dashboard import catalogue, keys
from dashboard.charts.height import height
from dashboard.charts.incomes import said
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Incomes
from dashboard.domain.spread import HIGHEST, LOWEST, MEDIAN, Deciles, Spread
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, map_reading, rounded
from dashboard.view import View

SLUG = "niveaux-de-vie"
SLUGS: Mapping[int, str] = MappingProxyType(
    {rank: f"niveau-vie-d{rank}" for rank in range(LOWEST, HIGHEST + 1) if rank != MEDIAN}
    | {MEDIAN: "niveau-vie-median"}
)
"""The indicator of each decile."""
REFERENCES = 2
"""References that the figure holds at most, the first first."""

HOW = (
    "Chaque rond vide est un décile, le rond plein la médiane : deux habitants sur dix vivent avec "
    "moins que le deuxième, et ainsi de suite."
)
PARTIAL = "Un décile que sa source ne publie pas pour un territoire n’a pas de rond."


def exhibit(view: View, places: Sequence[Territory]) -> Exhibit | None:
    """The spread of those quarters in the last year up to the chosen one in which each has its
    ends, with the references of that year; None where no year has them."""
    found = _spread(view, places)
    if found is None:
        return None
    chart, frame = Incomes(found), common.frame_of(view, (keys.YEAR, keys.QUARTER))
    title = f"Niveaux de vie, du premier au neuvième décile, {found.year}"
    generation = places[0].generation
    asked = [
        (found.indicator, [row.place.code for row in found.rows], found.year),
    ]
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle="Euros par an et par unité de consommation",
        chart=chart,
        height=height(chart),
        table=_table(title, found),
        reading=_reading(found),
        alt=common.alt(f"Déciles : {title}, {french.listed([p.name for p in places])}"),
        source=common.indicator_source(view, found.indicator, str(found.year), generation),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, *(p.code for p in places), str(found.year)),
        notes=(HOW, PARTIAL, *rounded.notes_of(view, asked), found.indicator.limits),
        tags=(*common.warning_tags(view), *common.until_tag(view, found.year)),
    )


def _spread(view: View, places: Sequence[Territory]) -> Spread | None:
    held = {item.slug for item in view.store.values.indicators}
    if not places or SLUGS[LOWEST] not in held or SLUGS[MEDIAN] not in held:
        return None
    lead = catalogue.indicator(SLUGS[MEDIAN])
    years = view.store.values.years(catalogue.indicator(SLUGS[LOWEST]), [p.code for p in places])
    for year in sorted((y for y in years if y <= view.selection.year), reverse=True):
        rows = [_deciles(view, place, year, held) for place in places]
        if all({LOWEST, MEDIAN, HIGHEST} <= row.known.keys() for row in rows):
            return Spread(lead, year, (*rows, *_references(view, places, year, held)))
    return None


def _references(
    view: View, places: Sequence[Territory], year: int, held: set[str]
) -> tuple[Deciles, ...]:
    """The first references that have an end and a median that year."""
    codes = view.store.values.reference_codes(
        catalogue.indicator(SLUGS[LOWEST]), places[0].generation
    )
    rows = (_deciles(view, view.store.places.by_code[code], year, held) for code in codes)
    whole = [row for row in rows if {LOWEST, MEDIAN, HIGHEST} <= row.known.keys()]
    return tuple(whole[:REFERENCES])


def _deciles(view: View, place: Territory, year: int, held: set[str]) -> Deciles:
    each = {
        rank: view.store.values.observation(catalogue.indicator(slug), place.code, year)
        for rank, slug in SLUGS.items()
        if slug in held
    }
    return Deciles(place, {rank: item for rank, item in each.items() if item is not None})


def _table(title: str, found: Spread) -> Table:
    ranks = [r for r in range(LOWEST, HIGHEST + 1) if any(r in row.found for row in found.rows)]
    columns = (
        Column("Décile"),
        *(Column(row.place.name, numeric=True) for row in found.rows),
    )
    rows = tuple(
        Row(
            (
                Cell(french.capital(said(rank))),
                *(common.value_cell(found.indicator, row.found.get(rank)) for row in found.rows),
            )
        )
        for rank in ranks
    )
    return Table(f"{title}, euros par an", columns, rows, (common.MARKS_NOTE,))


def _reading(found: Spread) -> Text:
    """The first decile, then the median of the first quarter."""
    first = found.rows[0]
    low, middle = (
        map_reading.sentence(catalogue.indicator(SLUGS[rank]), first.place, first.found[rank])
        for rank in (LOWEST, MEDIAN)
    )
    return text(*low, " ", *_capital(middle))


def _capital(words: Text) -> Text:
    """The same, beginning with a capital."""
    return (replace(words[0], text=french.capital(words[0].text)), *words[1:])
