"""What the reader looks at. It lives in the address bar and nowhere else."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from dashboard.domain.french import NBSP

MAX_QUERY = 2_000
MAX_TEXT = 100

PILLAR, YEAR, PERIOD, QUARTER, GENERATION = "pilier", "annee", "periode", "quartier", "generation"
ALL = "tous"
"""The value of a closed key that keeps everything, the same as leaving the key out."""

SHARED_KEYS = (PILLAR, YEAR, PERIOD, QUARTER, GENERATION)


@dataclass(frozen=True, slots=True)
class Option:
    """One more key that a page understands: a closed list, a free text or a whole number.

    ``shared`` keys follow the reader from page to page.
    """

    key: str
    label: str
    values: tuple[str, ...] = ()
    default: str = ""
    free_text: bool = False
    low: int = 0
    high: int = 0
    many: int = 1

    def accepts(self, value: str) -> bool:
        """Whether that value may stand in the address."""
        if self.free_text:
            return len(value) <= MAX_TEXT
        if self.high:
            return value.isascii() and value.isdigit() and self.low <= int(value[:9]) <= self.high
        parts = value.split(",")
        return len(parts) <= self.many and all(part in self.values for part in parts)


ROWS = Option("page", "Page", default="1", low=1, high=100_000)
"""The key of pages that hold a long table: which part of it is shown, from the start when the view
changes."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What exists in the publication served: the only values a selection may hold."""

    pillars: tuple[str, ...]
    years: tuple[int, ...]
    quarters: tuple[str, ...]
    generations: tuple[str, ...]
    options: tuple[Option, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def default_year(self) -> int:
        """The last year that holds actions."""
        return max(self.years)

    def with_options(self, options: tuple[Option, ...]) -> Choices:
        """The same choices for a page that has keys of its own."""
        return replace(self, options=options)


@dataclass(frozen=True, slots=True)
class Selection:
    """One view: pillar, year (or period), quarter, generation, and the page's own keys.

    ``None`` means « all » for the pillar and the quarter, and « by default » for the others.
    """

    year: int
    pillar: str | None = None
    quarter: str | None = None
    generation: str | None = None
    first_year: int | None = None
    options: tuple[tuple[str, str], ...] = ()
    default_year: int = 0

    @property
    def years(self) -> tuple[int, int]:
        """First and last year shown, the same for a single year."""
        return (self.first_year or self.year, self.year)

    @property
    def is_period(self) -> bool:
        """Whether several years are asked."""
        return self.first_year is not None and self.first_year != self.year

    def option(self, key: str, default: str = "") -> str:
        """The value of one of the page's own keys."""
        return dict(self.options).get(key, default)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Keys and values of the address, defaults left out, in a fixed order."""
        found: list[tuple[str, str]] = []
        if self.pillar:
            found.append((PILLAR, self.pillar))
        if self.is_period:
            found.append((PERIOD, f"{self.first_year}-{self.year}"))
        elif self.year != self.default_year:
            found.append((YEAR, str(self.year)))
        if self.quarter:
            found.append((QUARTER, self.quarter))
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

    def shared(self) -> Selection:
        """What follows the reader to another page: the page's own keys are dropped."""
        return replace(self, options=())

    def having(self, key: str, value: str | None) -> Selection:
        """The same view with one key changed, or removed where ``value`` is None or empty."""
        if key == PILLAR:
            return replace(self, pillar=value or None)
        if key == QUARTER:
            return replace(self, quarter=value or None)
        if key == GENERATION:
            return replace(self, generation=value or None)
        if key == YEAR:
            return replace(self, year=int(value) if value else self.default_year, first_year=None)
        kept = tuple(pair for pair in self.options if pair[0] != key)
        return replace(self, options=(*kept, (key, value)) if value else kept)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A selection and what had to be put aside to make it, each in a French sentence."""

    selection: Selection
    remarks: tuple[str, ...] = ()


def parse(query: str | Mapping[str, str], choices: Choices) -> Parsed:
    """The selection that an address asks. Never raises: what is unknown falls back, and says so."""
    many = frozenset(option.key for option in choices.options if option.many > 1)
    pairs, remarks = _read(query, many)
    selection = Selection(year=choices.default_year, default_year=choices.default_year)
    for key, raw in pairs.items():
        value = dict(choices.aliases).get(f"{key}={raw}", raw)
        changed = _apply(selection, key, value, choices)
        if changed is None:
            remarks.append(_refusal(key, value, choices))
        else:
            selection = changed
    return Parsed(_ordered(selection, choices), tuple(dict.fromkeys(remarks)))


def _read(query: str | Mapping[str, str], many: frozenset[str]) -> tuple[dict[str, str], list[str]]:
    """The pairs of an address. Boxes ticked without script repeat their key: they are joined."""
    if isinstance(query, Mapping):
        return {str(key): str(value) for key, value in query.items() if value}, []
    text = str(query).lstrip("?")
    if len(text) > MAX_QUERY:
        return {}, ["L’adresse est trop longue" + f"{NBSP}: la vue par défaut est affichée."]
    try:
        found = parse_qsl(text, max_num_fields=50, errors="replace")
    except ValueError:
        return {}, ["L’adresse n’a pas pu être lue" + f"{NBSP}: la vue par défaut est affichée."]
    pairs: dict[str, str] = {}
    for key, value in found:
        if key in many and pairs.get(key) and value:
            pairs[key] = f"{pairs[key]},{value.strip()}"
        pairs.setdefault(key, value.strip())
    return {key: value for key, value in pairs.items() if value}, []


def _apply(selection: Selection, key: str, value: str, choices: Choices) -> Selection | None:
    if key == PERIOD:
        return _with_period(selection, value, choices)
    if key == YEAR:
        known = value.isascii() and value.isdigit() and value in map(str, choices.years)
        return replace(selection, year=int(value)) if known else None
    closed = {
        PILLAR: choices.pillars,
        QUARTER: choices.quarters,
        GENERATION: choices.generations,
    }
    if key in closed:
        wanted = "" if value == ALL else value
        return selection.having(key, wanted) if wanted in ("", *closed[key]) else None
    option = next((item for item in choices.options if item.key == key), None)
    if option is None:
        return selection if key not in SHARED_KEYS else None
    value = _clean(value) if option.free_text else value
    if not option.accepts(value):
        return None
    return selection.having(key, None if value == option.default else value)


def _with_period(selection: Selection, value: str, choices: Choices) -> Selection | None:
    first, _, last = value.partition("-")
    known = {str(year) for year in choices.years}
    if first not in known or last not in known or int(first) > int(last):
        return None
    if first == last:
        return replace(selection, year=int(last))
    return replace(selection, year=int(last), first_year=int(first))


def _clean(text: str) -> str:
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join("".join(kept).split())


def _ordered(selection: Selection, choices: Choices) -> Selection:
    rank = {option.key: index for index, option in enumerate(choices.options)}
    ordered = sorted(selection.options, key=lambda pair: rank.get(pair[0], 0))
    return replace(selection, options=tuple(ordered))


def _refusal(key: str, value: str, choices: Choices) -> str:
    shown = _clean(value)[:40]
    subjects = {
        PILLAR: f"Le pilier «{NBSP}{shown}{NBSP}» n’existe pas{NBSP}: "
        "tous les piliers sont affichés.",
        QUARTER: f"Le quartier «{NBSP}{shown}{NBSP}» n’existe pas ici{NBSP}: "
        "tous les quartiers sont affichés.",
        GENERATION: f"La génération «{NBSP}{shown}{NBSP}» n’existe pas{NBSP}: "
        "les périmètres par défaut sont affichés.",
        YEAR: f"L’année «{NBSP}{shown}{NBSP}» n’a pas de données{NBSP}: "
        f"l’année {choices.default_year} est affichée.",
        PERIOD: f"La période «{NBSP}{shown}{NBSP}» n’existe pas{NBSP}: "
        f"l’année {choices.default_year} est affichée.",
    }
    default = (
        f"La valeur «{NBSP}{shown}{NBSP}» n’est pas possible pour «{NBSP}{_clean(key)[:20]}{NBSP}»"
        f"{NBSP}: le choix par défaut est affiché."
    )
    return subjects.get(key, default)
