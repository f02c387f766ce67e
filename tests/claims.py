"""What tells whether a sentence is right: the lines counted one by one, the names that it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dashboard import keys
from dashboard.content import (
    Block,
    Exhibit,
    Fold,
    Hero,
    KeyFigure,
    Listing,
    Notice,
    Prose,
    Sheet,
    Text,
    plain,
)
from dashboard.domain import french
from dashboard.domain.claim import Aged, Claim, Measured, RowsClaim
from dashboard.domain.funding import NAMED, NO_QUARTER, PROPOSED, Origin, equal_parts
from dashboard.domain.indicator import show
from dashboard.domain.selection import Selection
from dashboard.store import Store
from dashboard.store.search import rows_with

COLUMNS = {
    "pilier": "pilier",
    "theme": "theme",
    "porteur": "porteur_slug",
    "public": "public",
    "age": "age",
    "ligne": "id",
}
"""The column of a line that each axis reads."""


@dataclass(eq=False)
class Oracle:
    """The lines of a publication, read one by one: no cube, no rollups."""

    store: Store
    lines: list[dict[str, Any]] = field(init=False)
    fundings: dict[str, list[dict[str, Any]]] = field(init=False)

    def __post_init__(self) -> None:
        archive = self.store.archive
        self.lines = [
            dict(row) for row in archive.query("select rowid - 1 as rang, * from actions")
        ]
        self.fundings = {}
        for row in archive.query("select * from financements"):
            self.fundings.setdefault(row["action"], []).append(dict(row))

    def answer(self, claim: Claim) -> float:
        """What the claim should say."""
        if claim.measure in MOVES:
            return MOVES[claim.measure](self.moved(claim))
        if claim.measure.startswith("moyenne "):
            return self.mean_of_years(claim)
        return MEASURES[claim.measure](self, claim)

    def _change(self, claim: Claim) -> float:
        before = Selection(**{**_fields(claim.scope), "year": claim.scope.year - 1})
        return abs(self.amount(claim.scope, claim.part) - self.amount(before, claim.part))

    def _count(self, claim: Claim) -> float:
        return len(self.kept(claim.scope, claim.part))

    def _amount(self, claim: Claim) -> float:
        return self.amount(claim.scope, claim.part)

    def _mean(self, claim: Claim) -> float:
        return self._amount(claim) / self._count(claim)

    def _share(self, claim: Claim) -> float:
        return 100 * self._amount(claim) / self.amount(claim.scope)

    def _capita(self, claim: Claim) -> float:
        return self._amount(claim) / self.inhabitants(claim)

    def mean_of_years(self, claim: Claim) -> float:
        """The mean of the years of the scope where the part has a line."""
        first, last = claim.scope.years
        measure = claim.measure.removeprefix("moyenne ")
        found = []
        for year in range(first, last + 1):
            scope = Selection(**{**_fields(claim.scope), "year": year, "first_year": None})
            if self.kept(scope, claim.part):
                found.append(self.answer(Claim(measure, 0.0, scope, claim.part)))
        return sum(found) / len(found)

    def inhabitants(self, claim: Claim) -> float:
        """Those of the quarter, the last known ones up to the year of the scope."""
        code, year = claim.part[1], claim.scope.year
        rows = self.store.values
        people = next(item for item in rows.indicators if item.slug == "population")
        last = rows.last_year(people, [code], year)
        seen = rows.observation(people, code, last or 0)
        return float(seen.value or 0) if seen else 0.0

    def moved(self, claim: Claim) -> list[tuple[float, float]]:
        """Euros before and after of the actions or holders that moved so since another year."""
        unit, _, year = claim.part[0].partition(":")
        before = Selection(**{**_fields(claim.scope), "year": int(year)})
        held = Followed(self, unit, int(year), claim.scope.year)
        found: dict[object, list[float]] = {}
        for side, scope in enumerate((before, claim.scope)):
            for line in self.kept(scope):
                euros = found.setdefault(held.unit_of(line), [0.0, 0.0, 0.0, 0.0])
                euros[side] += self._euros(line, scope, ("", ""))
                euros[side + 2] += 1
        moves = {unit: held.move(unit, *euros) for unit, euros in found.items()}
        return [(e[0], e[1]) for unit, e in found.items() if moves[unit] == claim.part[1]]

    def amount(self, scope: Selection, part: tuple[str, str] = ("", "")) -> float:
        """Euros of those lines that the scope counts."""
        return sum(self._euros(line, scope, part) for line in self.kept(scope, part))

    def kept(self, scope: Selection, part: tuple[str, str] = ("", "")) -> list[dict[str, Any]]:
        """The funded lines of that part of the scope; at a stage, those that reached it."""
        stage = part[0] == "etape"
        funded = (line for line in self.lines if line["montant"] > 0 or stage)
        return [line for line in funded if self._in(line, scope) and self._is(line, part)]

    def _euros(self, line: dict[str, Any], scope: Selection, part: tuple[str, str]) -> float:
        places = self._places(line)
        if part[0] in ("etape", "financeur"):
            return self._paid_there(line, part, self._chosen(scope) & places)
        own = {part[1]} & {*self.store.places.place_of} if part[0] == "quartier" else set()
        here = {self.store.places.place_of[code] for code in scope.quarters or own}
        return self._shared(line["montant"], places, here)

    def _paid_there(self, line: dict[str, Any], part: tuple[str, str], chosen: set[int]) -> float:
        """What the chosen places count of what a line has at a stage or from a funder: each amount
        is shared to the cent, and the last funder gives what is left of their part of the line."""
        axis, member = part
        places, funders = self._places(line), self.store.archive.axes["money"]["funders"]
        names = funders if axis == "financeur" else [member]
        rows = {name: self._paid(line, (axis, name)) for name in names}
        paid = {name: sum(row["montant"] for row in found) for name, found in rows.items() if found}
        shared = {name: self._shared(euros, places, chosen) for name, euros in paid.items()}
        if member != [*paid][-1]:
            return shared[member]
        others = sum(euros for name, euros in shared.items() if name != member)
        return self._shared(sum(paid.values()), places, chosen) - others

    def _shared(self, amount: float, places: set[int], chosen: set[int]) -> float:
        """What the chosen places count of an amount, to the cent; all of it where none is."""
        if not chosen:
            return amount
        first, other = equal_parts(amount, len(places))
        return sum(first if place == min(places) else other for place in chosen & places)

    def _chosen(self, scope: Selection) -> set[int]:
        return {self.store.places.place_of[code] for code in scope.quarters}

    def _places(self, line: dict[str, Any]) -> set[int]:
        codes = line["quartiers"].split("|")
        return {self.store.places.place_of[code] for code in codes if code}

    def _in(self, line: dict[str, Any], scope: Selection) -> bool:
        first, last = scope.years
        chosen = self._chosen(scope)
        words = scope.option(keys.SEARCH.name)
        return (
            first <= int(line["annee"]) <= last
            and (not scope.pillars or line["pilier"] in scope.pillars)
            and (not chosen or bool(chosen & self._places(line)))
            and all(line[COLUMNS[k]] == v for k, v in scope.options if k in COLUMNS)
            and (not words or line["rang"] in rows_with(words, self.store.archive))
        )

    def _is(self, line: dict[str, Any], part: tuple[str, str]) -> bool:
        axis, member = part
        if axis in ("etape", "financeur"):
            return bool(self._paid(line, part))
        if axis == "action":
            links = self.store.archive.arrays["row_link"]
            here = next(one["rang"] for one in self.lines if one["id"] == member)
            return bool(links[line["rang"]] == links[here])
        if axis in ("quartier", "nommage"):
            return self._named(line, member)
        return not axis or line[COLUMNS[axis]] in member.split("|")

    def _named(self, line: dict[str, Any], member: str) -> bool:
        places = self._places(line)
        proposed = line["quartier_origine"] == Origin.PLACE
        if member == NO_QUARTER:
            return not places
        if member in (NAMED, PROPOSED):
            return bool(places) and proposed is (member == PROPOSED)
        return self.store.places.place_of[member] in places

    def _paid(self, line: dict[str, Any], part: tuple[str, str]) -> list[dict[str, Any]]:
        axis, member = part
        rows = self.fundings.get(line["id"], [])
        if axis == "etape":
            return [row for row in rows if row["etape"] == member]
        stage = str(self.store.settings.stage)
        return [row for row in rows if row["financeur"] == member and row["etape"] == stage]


@dataclass
class Followed:
    """What is followed from one year to another, told line by line."""

    oracle: Oracle
    unit: str
    first: int
    last: int

    def unit_of(self, line: dict[str, Any]) -> object:
        """The action that a line is taken for, or its holder."""
        if self.unit == "porteur":
            return line["porteur_slug"]
        return int(self.oracle.store.archive.arrays["row_link"][line["rang"]])

    @cached_property
    def there(self) -> dict[int, set[object]]:
        """The units of each of the two years, whatever the filters."""
        lines = [line for line in self.oracle.lines if line["montant"] > 0]
        return {
            year: {self.unit_of(line) for line in lines if int(line["annee"]) == year}
            for year in (self.first, self.last)
        }

    @cached_property
    def doubtful(self) -> set[object]:
        """The actions of one year alone that look like one of the other alone."""
        gone = self.there[self.first] - self.there[self.last]
        come = self.there[self.last] - self.there[self.first]
        pairs = self.oracle.store.archive.arrays["link_alike"].tolist()
        met = [
            p for p in pairs if (p[0] in gone and p[1] in come) or (p[1] in gone and p[0] in come)
        ]
        return {unit for pair in met for unit in pair}

    @property
    def parted(self) -> bool:
        """Whether amounts of the two years do not compare."""
        breaks = self.oracle.store.money.breaks()
        return any(self.first < item.year <= self.last for item in breaks)

    def move(self, unit: object, before: float, after: float, old: float, new: float) -> str:
        """What became of it."""
        if self.unit == "action" and unit in self.doubtful:
            return "doute"
        if unit not in self.there[self.last]:
            return "fin"
        if unit not in self.there[self.first]:
            return "debut"
        if not new or not old:
            return "sortie" if old else "entree"
        if self.parted and self.unit == "porteur":
            return "reste"
        gap = round(after - before, 2)
        return "hausse" if gap > 0 else "baisse" if gap < 0 else "egal"


MEASURES: dict[str, Callable[[Oracle, Claim], float]] = {
    "variation": Oracle._change,
    "part": Oracle._share,
    "nombre": Oracle._count,
    "montant": Oracle._amount,
    "moyenne": Oracle._mean,
    "habitant": Oracle._capita,
}
"""What lines are asked."""
MOVES: dict[str, Callable[[list[tuple[float, float]]], float]] = {
    "mouvements": len,
    "marche": lambda found: sum(after - before for before, after in found),
}
"""What two years are asked."""


def _fields(scope: Selection) -> dict[str, Any]:
    return {name: getattr(scope, name) for name in Selection.__dataclass_fields__}


@dataclass(frozen=True)
class Sentence:
    """A generated sentence and what stands around it, which names its scope too."""

    said: Text
    around: str = ""

    @property
    def words(self) -> str:
        """All that a reader reads of it."""
        return spaced(f"{self.around} {plain(self.said)}")

    @property
    def claims(self) -> list[tuple[str, Claim]]:
        """Each number of lines that it claims, as it is written."""
        return [(span.text, span.claim) for span in self.said if isinstance(span.claim, Claim)]

    @property
    def listed(self) -> list[tuple[str, RowsClaim]]:
        """Each number that rows of a table give."""
        return [(span.text, span.claim) for span in self.said if isinstance(span.claim, RowsClaim)]

    @property
    def measured(self) -> list[tuple[str, Measured]]:
        """Each value and each gap of an indicator."""
        return [(span.text, span.claim) for span in self.said if isinstance(span.claim, Measured)]

    @property
    def aged(self) -> list[tuple[str, Aged]]:
        """Each number of people of some age, as it is written."""
        return [(span.text, span.claim) for span in self.said if isinstance(span.claim, Aged)]

    @property
    def unclaimed(self) -> str:
        """What it says beside: no link, no mark, no title between guillemets."""
        held = (s.text if not (s.claim or s.href or s.tag) else " … " for s in self.said)
        return spaced(re.sub("«[^»]*»", "…", "".join(held)))


def spaced(words: str) -> str:
    """The words as a page sets them, with plain spaces."""
    return french.typeset(french.mended(words)).replace("\u00a0", " ").replace("\u202f", " ")


def sentences(blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Every sentence of those blocks that numbers of lines may stand in."""
    for block in blocks:
        if isinstance(block, Fold):
            yield from sentences(block.blocks)
        else:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Sentence]:
    if isinstance(block, Exhibit):
        yield from _of_exhibit(block)
    elif isinstance(block, Hero):
        yield Sentence(block.lead, f"{block.title} {block.kicker}")
    elif isinstance(block, (Prose, Notice)):
        title = block.title if isinstance(block, Prose) else ""
        yield from (Sentence(said, title) for said in block.paragraphs)
    elif isinstance(block, Sheet):
        yield from (Sentence(said, f"{block.filters} {block.title}") for said in block.sentences)


def _of_exhibit(block: Exhibit) -> Iterator[Sentence]:
    frame = f"{block.title} {block.subtitle} {block.frame.sentence}"
    yield Sentence(block.reading, frame)
    yield Sentence(block.verdict, frame)


def _said(item: KeyFigure) -> str:
    return f"{item.label} | {item.value} | {item.detail}"


def strings(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """What is said of the lines of the view without claims: (what holds it, words)."""
    for block in blocks:
        if isinstance(block, Exhibit):
            yield block.slug, f"{block.subtitle} | {block.alt}"
        elif isinstance(block, Listing):
            yield "liste", block.summary
        elif isinstance(block, Hero) and block.key_figures:
            items = block.key_figures.items
            yield from (("chiffre", f"{block.title} : {_said(item)}") for item in items)
        elif isinstance(block, Fold):
            yield from strings(block.blocks)


def names_missing(store: Store, claim: Claim, words: str) -> list[str]:
    """The filters of the scope of a claim that its sentence does not name."""
    scope = claim.scope
    others = (key for key in keys.of_lines() if key is not keys.YEAR and key.value(scope))
    wanted = [*map(str, scope.years), *(key.name for key in others)]
    return [name for name in wanted if not _named_in(store, scope, name, words.lower())]


def _named_in(store: Store, scope: Selection, name: str, words: str) -> bool:
    key = next((item for item in keys.KEYS if item.name == name), None)
    if key is None:
        return name in words
    forms = [key.worded(store, scope)]
    if key is keys.QUARTER:
        for quarter in (store.places.by_code[code] for code in scope.quarters):
            forms += [quarter.of, quarter.at, quarter.name]
    return any(spaced(form).lower() in words for form in forms)


NUMBER = r"(\d[\d ]*(?:,\d+)?)"


def counted(store: Store, words: str) -> list[str]:
    """The numbers of lines and the amounts that stand in those words."""
    line = store.settings.line
    nouns = "|".join(noun.split()[0] for noun in (line.plural, line.singular))
    found = re.finditer(rf"{NUMBER} (?:{nouns}|k€|M€|€)", spaced(words))
    return [item[0].strip() for item in found]


def amounts_known(store: Store, words: str) -> set[str]:
    """What indicators say, in euros, of the places and the years that those words name."""
    small = words.lower()
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", words)]
    places = [p for p in store.places.by_code.values() if _about(p, small)]
    found: set[str] = set()
    for item in store.values.indicators:
        for place in places:
            for year in years:
                seen = store.values.observation(item, place.code, year)
                if seen is not None and seen.value is not None:
                    found.add(spaced(french.typeset(show(item, seen))))
    return found


def _about(place: Any, words: str) -> bool:
    return any(spaced(form).lower() in words for form in (place.name, place.at, place.of) if form)
