"""What a cell of a closed list may hold, as a person writes it: a name, not a code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dashboard.catalogue import INDICATORS
from dashboard.domain import path
from dashboard.domain.territory import TerritoryKind as Place
from dashboard.importers.source_table import key
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Record
from dashboard.schema.field import Field
from dashboard.schema.problem import quote
from dashboard.schema.tables import FUNDERS

_QUARTERS = (Place.QPV, Place.QVA)


@dataclass(frozen=True, slots=True)
class NamedCode:
    """One thing that a cell may name: the code that our tables hold, the words of the list, every
    way to say it (as ``key``), and the years in which it stands (0: any)."""

    code: str
    label: str
    said: frozenset[str]
    first: int = 0
    last: int = 9999

    @property
    def dated(self) -> bool:
        """Whether there are years in which it does not stand."""
        return (self.first, self.last) != (0, 9999)

    def answers(self, text: str, year: int) -> bool:
        """Whether the cell means it, on a row of that year (0 where the row says none)."""
        return key(text) in self.said and self.stands(year)

    def stands(self, year: int) -> bool:
        """Whether it stands that year; whatever the year, for 0."""
        return not year or self.first <= year <= self.last


NamedCodes = tuple[NamedCode, ...]


def choices_of(field: Field, territory: TerritoryFolder) -> NamedCodes:
    """What a cell of that column may name in that territory; none where the column is free."""
    if field.values:
        return tuple(_plain(value, value) for value in field.values)
    by = _REFERRED.get(field.refers) or _NAMED.get(field.name)
    return tuple(by(territory)) if by else ()


def adding(field: Field) -> str:
    """How to name in that column what is not in its list yet; empty where the list is closed."""
    title = _ADDABLE.get(field.refers)
    more = "à publier avant ce fichier"
    return f" Un autre s’ajoute d’abord à la table {quote(title)}, {more}." if title else ""


def _plain(code: str, label: str, *others: str) -> NamedCode:
    return NamedCode(code, label, frozenset(map(key, (code, label, *others))))


def _quarters(territory: TerritoryFolder) -> Iterator[NamedCode]:
    """Those that stand now first, then those of before: what one means most often."""
    rows = [row for row in territory.rows("territoires") if row["genre"] in _QUARTERS]
    return map(_place, sorted(rows, key=lambda row: -int(row["valide_a"] or 9999)))


def _territories(territory: TerritoryFolder) -> Iterator[NamedCode]:
    """The quarters, and the communes that hold some."""
    yield from _quarters(territory)
    for row in territory.rows("territoires"):
        if row["genre"] == Place.COMMUNE:
            yield _place(row)


def _place(row: Record) -> NamedCode:
    label = f"{row['nom']} ({row['code']})"
    said = frozenset(map(key, (row["code"], row["nom"], label)))
    return NamedCode(
        row["code"], label, said, int(row["valide_de"] or 0), int(row["valide_a"] or 9999)
    )


def _actions(territory: TerritoryFolder) -> Iterator[NamedCode]:
    for row in territory.rows("actions"):
        yield _plain(row["id"], f"{row['id']} : {row['intitule']}")


def _funders(territory: TerritoryFolder) -> Iterator[NamedCode]:
    for row in territory.rows("financeurs"):
        yield _plain(row["code"], row["nom"], row["court"])


def _pillars(territory: TerritoryFolder) -> Iterator[NamedCode]:
    """Those of every contract, each once; a word that several bear means the first."""
    found: dict[str, NamedCode] = {}
    said: frozenset[str] = frozenset()
    for item in (item for grid in territory.settings["grilles"] for item in grid["piliers"]):
        made = _plain(str(item["slug"]), str(item["nom"]), str(item["court"]))
        found.setdefault(made.code, replace(made, said=made.said - said))
        said |= made.said
    yield from found.values()


def _themes(territory: TerritoryFolder) -> Iterator[NamedCode]:
    for item in territory.settings.get("themes", ()):
        yield _plain(str(item["slug"]), str(item["nom"]))


def _ages(territory: TerritoryFolder) -> Iterator[NamedCode]:
    """The steps of the path of young people, the other ages that lines say, and none."""
    held = sorted({row["age"] for row in territory.rows("actions")} - {"", path.NO_STEP})
    for age in dict.fromkeys((*path.STEPS, *held, path.NO_STEP)):
        yield _plain(age, age)


def _indicators(_: TerritoryFolder) -> Iterator[NamedCode]:
    for item in INDICATORS:
        yield _plain(item.slug, item.label)


CodeLister = Callable[[TerritoryFolder], Iterator[NamedCode]]

_REFERRED: Mapping[str, CodeLister] = {
    "territoires": _territories,
    "actions": _actions,
    "financeurs": _funders,
}
_ADDABLE = MappingProxyType({FUNDERS.name: FUNDERS.title})
"""The tables of what a cell may name where staff add what is not there yet."""
_NAMED: Mapping[str, CodeLister] = {
    "quartiers": _quarters,
    "pilier": _pillars,
    "theme": _themes,
    "age": _ages,
    "indicateur": _indicators,
}
