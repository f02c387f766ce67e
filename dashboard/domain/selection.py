"""What the reader looks at. It lives in the address bar and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

from dashboard.domain.french import NBSP
from dashboard.domain.option import COMMA, SINCE, SPANS, YEAR, AllowedValues, Option

_ESCAPED = re.compile("&(?:amp(?:;|%3B))+", re.IGNORECASE)
MAX_QUERY = 2_000

PILLAR, QUARTER, GENERATION = "pilier", "quartier", "generation"
PERIOD = "periode"
"""How older addresses spell two years: « 2016-2018 »; they are read as the keys of the two."""

SEVERAL = {PILLAR: "pillars", QUARTER: "quarters"}
"""The keys of which several values may be chosen together."""


@dataclass(frozen=True)
class Selection:
    """One view: pillars, year (or period), quarters, generation, and the other keys of the address.

    No pillar or no quarter means all of them; ``None`` means « by default » for the others.
    ``followed`` names those of its options that follow the reader to another page.
    """

    year: int
    pillars: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    generation: str | None = None
    first_year: int | None = None
    options: tuple[tuple[str, str], ...] = ()
    default_year: int = 0
    followed: tuple[str, ...] = field(default=(), compare=False)

    @property
    def years(self) -> tuple[int, int]:
        """First and last year shown, the same for a single year."""
        return (self.first_year or self.year, self.year)

    @property
    def is_period(self) -> bool:
        """Whether several years are asked."""
        return self.first_year is not None and self.first_year != self.year

    def option(self, key: str, default: str = "") -> str:
        """The value of one of the other keys."""
        return dict(self.options).get(key, default)

    def held(self, *names: str) -> str:
        """What the address holds under one of those names; empty where it holds none."""
        return next((self._values[name] for name in names if name in self._values), "")

    @cached_property
    def _values(self) -> Mapping[str, str]:
        """The values of the address by key: each figure of a page asks them of every key."""
        return dict(self.pairs())

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Keys and values of the address, defaults left out, in a fixed order."""
        found: list[tuple[str, str]] = []
        if self.pillars:
            found.append((PILLAR, COMMA.join(self.pillars)))
        if self.is_period:
            found.append((SINCE, str(self.first_year)))
        if self.year != self.default_year:
            found.append((YEAR, str(self.year)))
        if self.quarters:
            found.append((QUARTER, COMMA.join(self.quarters)))
        if self.generation:
            found.append((GENERATION, self.generation))
        return (*found, *self.options)

    def query(self) -> str:
        """The address of this view, without its « ? »; ``parse`` inverts it."""
        return urlencode(self.pairs())

    def href(self, path: str) -> str:
        """A link to this view on that page."""
        query = self.query()
        return f"{path}?{query}" if query else path

    def dated(self) -> Selection:
        """The same view, whose address names its year even where it is the last one."""
        return replace(self, default_year=0)

    def shared(self) -> Selection:
        """What follows the reader to another page: the page's own keys are dropped."""
        kept = tuple(pair for pair in self.options if pair[0] in self.followed)
        return replace(self, options=kept)

    def having(self, key: str, value: str | None) -> Selection:
        """The same view with one key changed, or removed where ``value`` is None or empty."""
        if key == YEAR:
            return replace(self, year=int(value or self.default_year), first_year=None)
        if key == SINCE:
            return self._since(int(value or self.year))
        if key == GENERATION:
            return replace(self, generation=value or None)
        if key in SEVERAL:
            chosen = tuple(value.split(COMMA)) if value else ()
            return replace(self, **{SEVERAL[key]: chosen})  # type: ignore[arg-type]  # texts
        kept = tuple(pair for pair in self.options if pair[0] != key)
        return replace(self, options=(*kept, (key, value)) if value else kept)

    def _since(self, other: int) -> Selection:
        """The view of the years from one to the other, whichever is the first."""
        first, last = sorted((other, self.year))
        return replace(self, year=last, first_year=first if first != last else None)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A selection, what had to be put aside to make it, each in a French sentence, and all that
    the address says, the keys that no choice knows included."""

    selection: Selection
    remarks: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def parse(query: str | Mapping[str, str], choices: AllowedValues) -> Parsed:
    """The selection that an address asks. Never raises: what is unknown falls back, and says so."""
    known = {option.key: option for option in choices.options}
    pairs, remarks = _read(query, known)
    remarks += _dated(pairs, choices)
    selection = _start(choices)
    for key in sorted(filter(known.__contains__, pairs), key=SINCE.__eq__):
        value = known[key].kept(choices.meant(key, pairs[key]))
        if value and not known[key].accepts(value):
            remarks.append(known[key].refused(value))
        elif value or key not in SPANS:
            selection = selection.having(key, value)
    return Parsed(_ordered(selection, choices), tuple(dict.fromkeys(remarks)), tuple(pairs.items()))


def _dated(pairs: dict[str, str], choices: AllowedValues) -> list[str]:
    """Two years as older addresses spell them become the keys of the two; what is said of those
    that do not exist."""
    said = pairs.pop(PERIOD, "")
    first, _, last = said.partition("-")
    if {first, last} <= {str(year) for year in choices.years} and first <= last:
        pairs.setdefault(SINCE, first)
        pairs.setdefault(YEAR, last)
        return []
    known = next((option for option in choices.options if option.key == YEAR), None)
    return [known.refused(said)] if said and known else []


def _start(choices: AllowedValues) -> Selection:
    """The view that an address asks when it asks for nothing."""
    followed = tuple(
        o.key for o in choices.options if o.shared and o.key not in (*SEVERAL, GENERATION)
    )
    year = choices.default_year
    return Selection(year=year, default_year=year, followed=followed)


def unescaped(query: str) -> str:
    """The address as it was before a mail wrote « &amp; » for each « & »."""
    return _ESCAPED.sub("&", query)


def _read(
    query: str | Mapping[str, str], known: Mapping[str, Option]
) -> tuple[dict[str, str], list[str]]:
    """The pairs of an address, and what is said of the others."""
    if isinstance(query, Mapping):
        return {str(key): str(value) for key, value in query.items() if value}, []
    text = unescaped(str(query).lstrip("?"))
    if len(text) > MAX_QUERY:
        return {}, ["L’adresse est trop longue" + f"{NBSP}: la vue par défaut est affichée."]
    try:
        found = parse_qsl(text, max_num_fields=50, errors="replace")
    except ValueError:
        return {}, ["L’adresse n’a pas pu être lue" + f"{NBSP}: la vue par défaut est affichée."]
    return _once([(key, value.strip()) for key, value in found if value.strip()], known)


def _once(
    found: Sequence[tuple[str, str]], known: Mapping[str, Option]
) -> tuple[dict[str, str], list[str]]:
    """Each key once. Boxes ticked without script repeat their key: they are joined; of another key
    the first value is kept, and that is said."""
    pairs: dict[str, str] = {}
    remarks = []
    for key, value in found:
        kept = pairs.setdefault(key, value)
        if kept == value or key not in known:
            continue
        if known[key].many > 1:
            pairs[key] = f"{kept}{COMMA}{value}"
        else:
            remarks.append(known[key].repeated(kept))
    return pairs, remarks


def _ordered(selection: Selection, choices: AllowedValues) -> Selection:
    rank = {option.key: index for index, option in enumerate(choices.options)}
    ordered = sorted(selection.options, key=lambda pair: rank.get(pair[0], 0))
    return replace(selection, options=tuple(ordered))
