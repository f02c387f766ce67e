"""What a draft reaches: indicators that come or go, totals that jump, pages concerned."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from dashboard import catalogue
from dashboard.depot.compare import readable
from dashboard.depot.moved_totals import MovedTotal, TotalAxis
from dashboard.depot.version import Files
from dashboard.domain import french, logo
from dashboard.schema.folder import SETTINGS
from dashboard.staff.checks.names import NamesByCode

FLOOR, TIMES = 10_000, 3
"""Euros under which a total moves as it likes, and by how much a larger one may be multiplied."""
SHOWN = 12
"""Pages of one kind that are named."""
HOME, QUARTERS, COMPARISON = (
    ("Accueil", "/"),
    ("Quartiers", "/quartiers"),
    ("Comparer", "/comparer"),
)
PORTRAITS = ("Portraits des quartiers", "/quartiers")
ACTIONS, TRENDS, REPORT = (
    ("Actions", "/actions"),
    ("Évolutions", "/evolutions"),
    ("Bilan annuel", "/bilan"),
)
METHODS, SEARCH = ("Données et méthodes", "/donnees"), ("Recherche", "/recherche")
MAPS = (HOME, QUARTERS, PORTRAITS)
FIGURES = (*MAPS, COMPARISON, TRENDS)
PAGES = {
    SETTINGS: (*FIGURES, ACTIONS, REPORT, METHODS),
    logo.FILE: (*FIGURES, ACTIONS, REPORT, METHODS),
    "territoires.csv": (*FIGURES, ACTIONS, REPORT),
    "communes.geojson": MAPS,
    "contours_quartiers.geojson": MAPS,
    "eau.geojson": MAPS,
    "lieux.csv": MAPS,
    "lieux_nommes.csv": (SEARCH, METHODS),
    "voies.csv": (SEARCH,),
    "adresses.csv": (SEARCH,),
    "indicateurs.csv": (*FIGURES, REPORT),
    "repartitions.csv": (PORTRAITS, TRENDS),
    "semblables.csv": (PORTRAITS,),
    "ruptures.csv": (*FIGURES, METHODS),
    "actions.csv": (HOME, ACTIONS, COMPARISON),
    "financements.csv": (HOME, ACTIONS, COMPARISON),
    "financeurs.csv": (ACTIONS, PORTRAITS),
    "regles.csv": (METHODS,),
    "regles_parcours.csv": (ACTIONS, METHODS),
    "subventions_agglomeration.csv": (REPORT, METHODS),
    "conventions_agglomeration.csv": (METHODS,),
    "postes.csv": (REPORT,),
    "orientations.csv": (HOME, REPORT),
    "orientations_liens.csv": (HOME, REPORT),
    "textes.csv": (REPORT,),
    "bilans.csv": (REPORT,),
    "evenements.csv": (METHODS,),
    "beneficiaires.csv": (ACTIONS, REPORT),
    "participation.csv": (PORTRAITS, REPORT),
    "contacts.csv": (PORTRAITS,),
    "sources.csv": (METHODS,),
    "concordance.csv": (METHODS,),
    "mots.csv": (*FIGURES, REPORT, METHODS),
}
"""The pages that show what each file of a territory holds."""
VALUES = "indicateurs.csv"
PageLink = dict[str, str]


def jumps(found: Iterable[MovedTotal], lost: Iterable[str], names: NamesByCode) -> list[str]:
    """Of the totals that moved, those out of the usual, and the indicators lost, each in a sentence
    to confirm.

    A total of a year, a pillar, a quarter or a funder that is of 10 000 € at least on one side, and
    is multiplied or divided by three, or is there no more.
    """
    return [_jump(one, names) for one in found if _is_jump(one)] + [
        f"L’indicateur « {name} » n’aurait plus aucune valeur." for name in lost
    ]


def _is_jump(one: MovedTotal) -> bool:
    if one.before is None or max(one.before, one.after or Decimal(0)) < FLOOR:
        return False
    after = one.after or Decimal(0)
    return min(one.before, after) * TIMES <= max(one.before, after)


def _jump(one: MovedTotal, names: NamesByCode) -> str:
    before = french.euros(float(one.before or 0))
    after = "aucun montant" if one.after is None else french.euros(float(one.after))
    name = french.capital(names.of(one.axis, one.code))
    stage = f", {one.stage}" if one.stage else ""
    return f"{name}{stage} : {before} avant, {after} après."


def indicators(before: Files, after: Files) -> dict[str, list[str]]:
    """The names of the indicators that the draft alone has, and of those that it has no more."""
    if before.get(VALUES) == after.get(VALUES):
        return {"gained": [], "lost": []}
    old, new = _measured(before), _measured(after)
    return {"gained": _named(new - old), "lost": _named(old - new)}


def _measured(files: Files) -> frozenset[str]:
    return frozenset(row["indicateur"] for row in readable(VALUES, files))


def _named(slugs: frozenset[str]) -> list[str]:
    known = {item.slug: item.label for item in catalogue.INDICATORS}
    return sorted(known.get(slug, slug) for slug in slugs)


def pages(
    changed: Iterable[str], found: Collection[MovedTotal], names: NamesByCode
) -> list[PageLink]:
    """The pages that say something else once those files are changed and those totals moved, by
    their title and their path."""
    said = dict(page for file in changed for page in PAGES.get(file, ()))
    said |= dict(_of_money(found, names))
    return [{"title": title, "path": path} for title, path in said.items()]


def _of_money(found: Collection[MovedTotal], names: NamesByCode) -> Iterator[tuple[str, str]]:
    for axis, title, path in (
        (TotalAxis.YEAR, "Bilan {}", "/bilan/{}"),
        (TotalAxis.QUARTER, "{}", "/quartiers/{}"),
    ):
        codes = dict.fromkeys(one.code for one in found if one.axis is axis and one.code)
        for code in list(codes)[:SHOWN]:
            yield title.format(names.of(axis, code)), path.format(code)
