"""What makes up some quarters: households, children, social dwellings, by category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import catalogue, keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text
from dashboard.domain import french
from dashboard.domain.chart import SideBySide
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.profile import Category, Profile
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, map_reading, rounded
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class StructureParts:
    """Categories that one figure sets side by side: the indicator of each and its words."""

    slug: str
    title: str
    subtitle: str
    members: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


HOUSEHOLDS = StructureParts(
    "menages",
    "Ménages par taille",
    "Sur cent ménages",
    (
        ("part-menages-1-personne", "Une personne"),
        ("part-menages-2-personnes", "Deux personnes"),
        ("part-menages-3-personnes", "Trois personnes"),
        ("part-menages-4-5-personnes", "Quatre ou cinq personnes"),
        ("part-menages-6-personnes", "Six personnes et plus"),
    ),
    ("Les tailles entre une et six personnes ne sont publiées que dans les périmètres de 2024.",),
)

CHILDREN = StructureParts(
    "enfants",
    "Enfants couverts par la Caf, par âge",
    "Nombre d’enfants d’allocataires",
    (
        ("enfants-moins-3-ans", "Moins de 3 ans"),
        ("enfants-3-5-ans", "3 à 5 ans"),
        ("enfants-6-10-ans", "6 à 10 ans"),
        ("enfants-11-14-ans", "11 à 14 ans"),
        ("enfants-15-17-ans", "15 à 17 ans"),
        ("enfants-18-24-ans", "18 à 24 ans"),
    ),
    (
        "Les tranches n’ont pas la même largeur : de trois à sept années d’âge.",
        "Un enfant dont le foyer ne reçoit rien de la Caf n’y est pas.",
    ),
)

ROOMS = StructureParts(
    "pieces",
    "Logements sociaux par nombre de pièces",
    "Sur cent logements sociaux",
    (
        ("rpls-1-piece", "Une pièce"),
        ("rpls-2-pieces", "Deux pièces"),
        ("rpls-3-pieces", "Trois pièces"),
        ("rpls-4-pieces", "Quatre pièces"),
        ("rpls-5-pieces-et-plus", "Cinq pièces et plus"),
    ),
)

PERIODS = StructureParts(
    "epoques",
    "Logements sociaux par époque de construction",
    "Sur cent logements sociaux",
    (
        ("rpls-avant-1949", "Avant 1949"),
        ("rpls-1949-1975", "De 1949 à 1975"),
        ("rpls-1976-1988", "De 1976 à 1988"),
        ("rpls-2001-2013", "De 2001 à 2013"),
        ("rpls-apres-2013", "Après 2013"),
    ),
    ("La part construite de 1989 à 2000 n’est pas dans le fichier : le total n’atteint pas cent.",),
)

ALONE = "Aucune référence n’est publiée à côté de ces chiffres dans les fichiers lus."


def exhibit(view: View, places: Sequence[Territory], parts: StructureParts) -> Exhibit | None:
    """The categories of those quarters in the last year known to all of them, up to the chosen
    one; None where nothing is published, or where one category alone is."""
    found = profile(view, places, parts)
    if found is None:
        return None
    chart, frame = SideBySide(found), common.frame_of(view, (keys.YEAR, keys.QUARTER))
    year, told = found.years[-1], [item for line in found.lines for item in line.found]
    indicators = [line.indicator for line in found.lines]
    title = f"{parts.title}, {year}"
    return Exhibit(
        slug=parts.slug,
        title=title,
        subtitle=parts.subtitle,
        chart=chart,
        height=height(chart),
        table=_table(title, found),
        reading=_reading(found),
        alt=common.alt(f"Barres : {title}, {french.listed([p.name for p in places])}"),
        source=common.indicator_source(view, indicators[0], str(year), places[0].generation),
        frame=frame,
        file_name=common.file_name(view, frame, parts.slug, *(p.code for p in places), str(year)),
        notes=(*parts.notes, ALONE, *rounded.notes_of(view, _asked(found)), common.MARKS_NOTE),
        tags=(
            *common.warning_tags(view),
            *common.presumed_tag(told),
            *common.until_tag(view, year),
        ),
    )


def profile(view: View, places: Sequence[Territory], parts: StructureParts) -> Profile | None:
    """The values of those categories, all of one year; None where fewer than two are known."""
    held = {item.slug for item in view.store.values.indicators}
    known = [(catalogue.indicator(s), label) for s, label in parts.members if s in held]
    year = _year(view, places, [indicator for indicator, _ in known])
    if year is None:
        return None
    rows = (Category(label, item, _found(view, item, places, year)) for item, label in known)
    lines = tuple(line for line in rows if line.numbers or any(line.found))
    several = len([line for line in lines if line.numbers]) > 1
    return Profile(tuple(places), lines) if several else None


def _year(view: View, places: Sequence[Territory], indicators: Sequence[Indicator]) -> int | None:
    """The last year up to the chosen one for which each place has a row of most categories."""
    shared: dict[int, int] = {}
    for item in indicators:
        each = [set(view.store.values.years(item, [place.code])) for place in places]
        for year in set.intersection(*each) if each else ():
            shared[year] = shared.get(year, 0) + 1
    known = [year for year in shared if year <= view.selection.year]
    return max(known, default=None)


def _found(
    view: View, item: Indicator, places: Sequence[Territory], year: int
) -> tuple[Observation | None, ...]:
    return tuple(view.store.values.observation(item, place.code, year) for place in places)


def _asked(found: Profile) -> list[rounded.ValueQuery]:
    codes = [place.code for place in found.places]
    return [(line.indicator, codes, line.year) for line in found.lines]


def _table(title: str, found: Profile) -> Table:
    columns = (
        Column("Catégorie"),
        Column("Année", numeric=True),
        *(Column(place.name, numeric=True) for place in found.places),
    )
    rows = tuple(
        Row(
            (
                Cell(line.label),
                Cell(str(line.year), line.year),
                *(common.value_cell(line.indicator, item) for item in line.found),
            )
        )
        for line in found.lines
    )
    return Table(title, columns, rows, (common.MARKS_NOTE,))


def _reading(found: Profile) -> Text:
    """The sentence of the largest category of the first place that has one."""
    place = found.places[0]
    known = [(line, item) for line in found.lines if (item := line.found[0]) is not None]
    line, item = max(known, key=lambda pair: pair[1].value or 0.0)
    return map_reading.sentence(line.indicator, place, item)
