"""What an import would change beyond what is usual: asked about, never written unasked.

The bounds were measured on nine years of official figures, whose own jumps stay within them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from dashboard import catalogue
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Unit
from dashboard.importers.imported import Records
from dashboard.importers.numbers import shown
from dashboard.schema import TABLES, Problem, Problems, Record, packed

_REMEDY = "Comparez avec le fichier officiel ; s’il dit bien cela, relancez avec --confirmer."
_POINTS = 20.0
"""Points by which a share may move between two of its years."""
_COUNT, _FEW = 2.5, 100.0
"""Times by which a count may move; under that many, counts move as they like."""
_LEVEL = 1.6
"""Times by which a level may move: euros, ratios, indices."""
_TOTAL = 3.0
"""Times by which the total of a year may differ from what is held."""

_SOME, _NEARLY_ALL = 10, 0.7
"""Values that change, and the part of them that another year holds already."""

_NAMED = 3
"""Values lost that are named."""

_AMOUNTS = {"financements": ("financeur", "etape"), "subventions_agglomeration": ()}

YearlyValues = dict[tuple[str, str], dict[int, float]]
Totals = dict[tuple[str, ...], float]


def questions(held: Mapping[str, Records], tables: Mapping[str, Records]) -> Problems:
    """What is out of the usual in these tables, beside those that the territory holds."""
    found = (_of_series, _of_copies, _of_losses, _of_totals)
    return tuple(problem for each in found for problem in each(held, tables))


def _of_series(held: Mapping[str, Records], tables: Mapping[str, Records]) -> Iterator[Problem]:
    before = _series(held.get("indicateurs", ()))
    for (place, slug), values in _series(tables.get("indicateurs", ())).items():
        known = before.get((place, slug), {})
        for year, value in values.items():
            near = min(known, key=lambda other: (abs(other - year), other), default=None)
            if near is not None and known.get(year) != value:
                yield from _jump(place, slug, (near, known[near]), (year, value))


def _of_copies(held: Mapping[str, Records], tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Values that another year of their series holds, nearly all: a file renamed gives that."""
    before, after = _series(held.get("indicateurs", ())), _series(tables.get("indicateurs", ()))
    fresh = [
        (value, [other for year_, other in before.get(name, {}).items() if year_ != year])
        for name, values in after.items()
        for year, value in values.items()
        if before.get(name, {}).get(year) != value
    ]
    copied = sum(value in others for value, others in fresh)
    if copied >= _SOME and copied >= _NEARLY_ALL * len(fresh):
        message = (
            f"{copied} valeurs sur {len(fresh)} sont celles d’une autre année déjà tenue : "
            "le nom du fichier dit-il la bonne année ?"
        )
        yield Problem(TABLES["indicateurs"].file, 0, "annee", "", message, _REMEDY, False)


def _of_losses(held: Mapping[str, Records], tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Values that the territory holds and that would be absent or secret."""
    known = {_key(row) for row in held.get("indicateurs", ()) if row["valeur"]}
    absent = (row for row in tables.get("indicateurs", ()) if not row["valeur"])
    lost = [" ".join(_key(row)) for row in absent if _key(row) in known]
    if lost:
        one, several = "valeur connue serait perdue", "valeurs connues seraient perdues"
        named = f"{', '.join(lost[:_NAMED])}{'…' if len(lost) > _NAMED else ''}"
        message = f"{french.counted(len(lost), one, several)} : {named}."
        yield Problem(TABLES["indicateurs"].file, 0, "valeur", "", message, _REMEDY, False)


def _key(row: Record) -> tuple[str, str, str]:
    return row["territoire"], row["indicateur"], row["annee"]


def _series(rows: Records) -> YearlyValues:
    found: YearlyValues = defaultdict(dict)
    for row in rows:
        if row["valeur"]:
            found[row["territoire"], row["indicateur"]][int(row["annee"])] = float(row["valeur"])
    return found


def _jump(
    place: str, slug: str, before: tuple[int, float], after: tuple[int, float]
) -> Iterator[Problem]:
    indicator = next((item for item in catalogue.INDICATORS if item.slug == slug), None)
    if indicator is None or not _is_unusual(indicator, before[1], after[1]):
        return
    told = " à ".join(f"{shown(value)} ({year})" for year, value in (before, after))
    message = f"passe de {told} pour « {indicator.label} »."
    yield Problem(TABLES["indicateurs"].file, 0, "valeur", place, message, _REMEDY, False)


def _is_unusual(indicator: Indicator, before: float, after: float) -> bool:
    if indicator.low < 0:
        return False
    if indicator.unit is Unit.PERCENT:
        return abs(after - before) > _POINTS
    low, high = sorted((before, after))
    if indicator.unit is Unit.COUNT:
        return high >= _FEW and high > _COUNT * low
    return high > _LEVEL * low


def _of_totals(held: Mapping[str, Records], tables: Mapping[str, Records]) -> Iterator[Problem]:
    for name, columns in _AMOUNTS.items():
        if name not in tables:
            continue
        before = _totals(name, columns, held, held)
        called = {row["code"]: row["nom"] for row in held.get("financeurs", ())}
        for subject, total in _totals(name, columns, tables, held).items():
            said = [called.get(part, part) for part in subject[1:]] or [TABLES[name].title]
            yield from _leap(name, subject, total, before, ", ".join(said))


def _totals(
    name: str, columns: tuple[str, ...], tables: Mapping[str, Records], held: Mapping[str, Records]
) -> Totals:
    """The euros of that table by year and by those columns; lines that say the same are told
    once."""
    actions = tables.get("actions", held.get("actions", ()))
    said = packed(TABLES["actions"].header, actions)
    years = dict(zip(said.column("id"), said.column("annee"), strict=True))
    rows = packed(TABLES[name].header, tables.get(name, ()))
    when = (year or years.get(action, "") for year, action in rows.cells(("annee", "action")))
    told = Counter(zip(when, rows.cells(columns), rows.column("montant"), strict=True))
    found: Totals = defaultdict(float)
    for (year, subject, amount), count in told.items():
        found[year, *subject] += float(amount) * count
    return found


def _leap(
    name: str, subject: tuple[str, ...], total: float, before: Totals, said: str
) -> Iterator[Problem]:
    """The total of a year against what it was; that of a new year against the largest held;
    ``said`` is whose total it is."""
    year, *rest = subject
    same = before.get(subject)
    others = [value for (_, *other), value in before.items() if other == rest]
    largest = max(others, default=0.0)
    far = bool(same) and not 1 / _TOTAL <= total / (same or 1) <= _TOTAL
    if not far and not (same is None and largest and total > _TOTAL * largest):
        return
    was = f"{french.euros(same)} tenus" if same else f"{french.euros(largest)} au plus par an"
    message = f"le total de {year} ({said}) serait de {french.euros(total)}, contre {was}."
    yield Problem(TABLES[name].file, 0, "montant", "", message, _REMEDY, False)
