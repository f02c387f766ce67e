"""What tells whether a figure says the filters that change it: its values, the other choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from dashboard import keys
from dashboard.charts import kinds
from dashboard.content import Exhibit
from dashboard.domain.frame import SaidFilter
from dashboard.domain.selection import Selection
from dashboard.keys import Key
from dashboard.pages import PAGES, Page
from dashboard.pages.page import exhibits_of
from dashboard.pages.router import view_of
from dashboard.store import Store

FIGURED = (
    *("accueil", "quartiers", "portrait", "comparaison"),
    *("actions", "action", "evolutions", "bilan"),
)
FRAMED = tuple(page for page in PAGES if page.slug in FIGURED)
"""Pages that hold figures."""

SEARCHED = ("atelier", "sport")
FEW, MANY = 2, 100
"""Other choices of one key that are tried: to see that it is said, to see that it serves."""


@dataclass(frozen=True, repr=False)
class Case:
    """One address of one page."""

    page: Page
    param: str
    selection: Selection

    def __repr__(self) -> str:
        return f"{self.page.path.replace('*', self.param)}?{self.selection.query()}"

    def shown(self, store: Store) -> dict[str, Shown]:
        """The figures by their slug."""
        asked = (store.digest, str(self))
        if asked not in SEEN:
            view = view_of(self.page, self.param, self.selection.query(), store)
            SEEN[asked] = {
                item.slug: Shown(values_of(item), item.frame.said)
                for item in exhibits_of(self.page, view)
            }
        return SEEN[asked]

    def having(self, key: Key, value: str) -> Case:
        """The same with another choice of one key."""
        return replace(self, selection=self.selection.having(key.name, value or None))

    def only(self, *held: Key) -> Case:
        """The same with no other filter than those."""
        made = replace(self, selection=start(self.selection.default_year))
        for key in held:
            made = made.having(key, key.value(self.selection))
        return made


@dataclass(frozen=True)
class Shown:
    """What a figure shows, and the filters that it says."""

    values: int
    said: tuple[SaidFilter, ...]


SEEN: dict[tuple[str, str], dict[str, Shown]] = {}
"""What was shown already, by publication and address: the same ones come back."""


def start(year: int) -> Selection:
    """The view that asks for nothing, by the year that addresses leave out."""
    return Selection(year=year, default_year=year)


def values_of(item: Exhibit) -> int:
    """A mark of the rows of the table and of the numbers that the figure draws: neither words
    around them, nor what is marked."""
    rows = tuple(tuple((cell.text, cell.value) for cell in row.cells) for row in item.table.rows)
    return hash((tuple(column.label for column in item.table.columns), rows, _drawn(item)))


def _drawn(item: Exhibit) -> frozenset[float]:
    if item.chart is None or item.slug == "carte":
        return frozenset()
    groups = kinds.draw(item.chart).bars
    bars = [bar for group in groups for bar in group.bars]
    return frozenset([number for bar in bars for number in (bar.at, bar.end - bar.start)])


def known(page: Page) -> tuple[Key, ...]:
    """The keys of a page that choose or narrow what is shown."""
    return tuple(key for key in (*keys.shared(), *page.keys) if key.role.is_said)


def choices(key: Key, store: Store) -> tuple[str, ...]:
    """What one may choose of a key, all first, then values two by two where they may stand so."""
    tried = SEARCHED if key is keys.SEARCH else key.values(store)
    values = [value for value in tried if value != key.default]
    pairs = map(",".join, pairwise(values)) if key.most > 1 else ()
    return ("", *values, *pairs)


def others(
    case: Case, key: Key, store: Store, params: tuple[str, ...] = (), overruled: bool = False
) -> Iterator[Case]:
    """The same address with other choices of that key; other paths where the path chooses it."""
    current = key.value(case.selection)
    if key is case.page.spoken or (case.page.spoken and overruled):
        yield from (replace(case, param=param) for param in params if param != case.param)
    for value in choices(key, store):
        if value != current:
            yield case.having(key, value)


def changes(case: Case, other: Case, store: Store) -> set[str]:
    """The figures whose values differ from one view to the other, those that it lacks too."""
    before, after = case.shown(store), other.shown(store)
    return {
        slug for slug in before if slug not in after or before[slug].values != after[slug].values
    }


def unsaid(case: Case, store: Store, few: int = FEW) -> list[str]:
    """The figures that a filter in force changes and that do not say it."""
    frames = {slug: {said.key for said in item.said} for slug, item in case.shown(store).items()}
    found = []
    for key in known(case.page):
        if not key.value(case.selection) or key is case.page.spoken:
            continue
        for other in islice(others(case, key, store), few):
            moved = [slug for slug in changes(case, other, store) if key.name not in frames[slug]]
            found += [f"{case} : « {slug} » change avec {other} et ne le dit pas" for slug in moved]
    return found


def _wider(case: Case, key: Key, params: tuple[str, ...]) -> Iterator[Case]:
    """The same address, then with no filter but that one, with each other one beside it, on the
    other paths of the page."""
    yield case
    yield case.only(key)
    for other in known(case.page):
        if other is not key and other.value(case.selection):
            yield case.only(key, other)
    for param in params:
        yield replace(case.only(key), param=param)


def idle(case: Case, store: Store, params: tuple[str, ...]) -> list[str]:
    """The figures that say a filter which changes none of their values, whatever is chosen."""
    found = []
    for slug, item in case.shown(store).items():
        for said in item.said:
            key = next(one for one in keys.KEYS if one.name == said.key)
            if key.sieve and len(key.values(store)) == 1:
                continue  # where every line bears one value, choosing it changes nothing
            overruled = key in (keys.QUARTER, keys.GENERATION)
            tried = (
                other
                for base in _wider(case, key, params)
                for other in islice(others(base, key, store, params, overruled), MANY)
                if slug in changes(base, other, store)
            )
            if next(tried, None) is None:
                found.append(f"{case} : « {slug} » dit « {said.sentence} » pour rien")
    return found
