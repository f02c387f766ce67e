"""Women and men by band of ages: worked out of the shares that the census publishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import catalogue, keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french, pyramid
from dashboard.domain.chart import Ages
from dashboard.domain.claim import Aged
from dashboard.domain.indicator import Observation
from dashboard.domain.pyramid import AgeBand, Pyramid, Shares
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, structure
from dashboard.view import View

SLUG = "ages"
PUBLISHED = (
    "part-femmes",
    "part-moins-25-ans",
    "part-moins-25-ans-femmes",
    "part-60-ans-et-plus",
    "part-60-ans-et-plus-femmes",
)
"""What the pyramid is worked out of, in the order of ``Shares``."""

WORKED_OUT = (
    "L’Insee publie la part des femmes et, parmi tous puis parmi les femmes, celles des moins de "
    "25 ans et des 60 ans et plus : l’outil en déduit les hommes et l’âge du milieu, et arrondit à "
    "l’unité."
)
UNEQUAL = "Les trois tranches n’ont pas la même largeur : leurs barres ne se comparent pas."


@dataclass(frozen=True, slots=True)
class _Found:
    """The pyramids of some places in one year, and what they are worked out of."""

    pyramids: tuple[Pyramid, ...]
    told: tuple[Observation, ...]
    year: int


def exhibit(view: View, places: Sequence[Territory]) -> Exhibit | None:
    """A pyramid a quarter, in the last year up to the chosen one that gives them all; None where
    none does."""
    found = _of(view, places)
    if found is None:
        return None
    chart, frame = Ages(found.pyramids), common.frame_of(view, (keys.YEAR, keys.QUARTER))
    lead, title = catalogue.indicator(PUBLISHED[0]), f"Âges des femmes et des hommes, {found.year}"
    generation = places[0].generation
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle="Sur cent habitants, à l’unité près",
        chart=chart,
        height=height(chart),
        table=_table(title, found),
        reading=_reading(found),
        alt=common.alt(f"Pyramide : {title}, {french.listed([p.name for p in places])}"),
        source=common.indicator_source(view, lead, str(found.year), generation),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, *(p.code for p in places), str(found.year)),
        notes=(WORKED_OUT, UNEQUAL, structure.ALONE, lead.limits),
        tags=(
            *common.warning_tags(view),
            *common.presumed_tag(found.told),
            *common.until_tag(view, found.year),
        ),
    )


def _of(view: View, places: Sequence[Territory]) -> _Found | None:
    """The last year in which every share of every place is known."""
    held = {item.slug for item in view.store.values.indicators}
    if not places or not held.issuperset(PUBLISHED):
        return None
    years = view.store.values.years(catalogue.indicator(PUBLISHED[0]), [p.code for p in places])
    for year in sorted((y for y in years if y <= view.selection.year), reverse=True):
        told = [_told(view, place, year) for place in places]
        if all(len(each) == len(PUBLISHED) for each in told):
            drawn = tuple(_pyramid(p, year, each) for p, each in zip(places, told, strict=True))
            return _Found(drawn, tuple(item for each in told for item in each), year)
    return None


def _told(view: View, place: Territory, year: int) -> list[Observation]:
    """What is known of that year, in the order of what is published."""
    every = (
        view.store.values.observation(catalogue.indicator(slug), place.code, year)
        for slug in PUBLISHED
    )
    return [item for item in every if item is not None and item.value is not None]


def _pyramid(place: Territory, year: int, told: Sequence[Observation]) -> Pyramid:
    return pyramid.of(place, year, Shares(*(float(item.value or 0.0) for item in told)))


def _table(title: str, found: _Found) -> Table:
    several = len(found.pyramids) > 1
    columns = (
        Column("Âge"),
        *(
            Column(f"{side}, {item.place.name}" if several else side, numeric=True)
            for item in found.pyramids
            for side in ("Femmes", "Hommes")
        ),
    )
    bands = zip(*(reversed(item.bands) for item in found.pyramids), strict=True)
    rows = tuple(Row((Cell(each[0].label), *_cells(each))) for each in bands)
    return Table(f"{title}, sur cent habitants", columns, rows, (WORKED_OUT,))


def _cells(bands: Sequence[AgeBand]) -> tuple[Cell, ...]:
    parts = (part for band in bands for part in (band.women, band.men))
    return tuple(Cell(f"{round(part)} %", round(part), decimals=0) for part in parts)


def _reading(found: _Found) -> Text:
    first = found.pyramids[0]
    young = first.bands[0]
    women, men = _said(first, young.women, True), _said(first, young.men, False)
    return text(
        f"en {found.year}, sur cent habitants {first.place.of}, environ ",
        women,
        " sont des femmes de moins de 25 ans et ",
        men,
        " des hommes de moins de 25 ans.",
    )


def _said(pyramid: Pyramid, share: float, women: bool) -> Span:
    number = round(share)
    return Span(str(number), claim=Aged(pyramid.place.code, pyramid.year, women, number))
