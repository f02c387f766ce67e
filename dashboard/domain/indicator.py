"""An indicator: what is measured, how to read it, and what one may not do with it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain import french, rounding


class Unit(StrEnum):
    """The unit of a value as stored."""

    COUNT = "nb"
    PERCENT = "%"
    EURO = "€"
    EURO_M2 = "€/m²"
    RATIO = "ratio"
    INDEX = "indice"


_SUFFIXES = {Unit.PERCENT: "%", Unit.EURO: "€", Unit.EURO_M2: "€/m²"}
"""What follows a number of that unit."""


class Direction(StrEnum):
    """Whether a rise is good, bad or neither: the only source of a judging colour."""

    GOOD = "favorable"
    BAD = "défavorable"
    NEUTRAL = "neutre"


class Status(StrEnum):
    """What is known of a value."""

    FINAL = "définitif"
    PROVISIONAL = "provisoire"
    PRESUMED = "présumé"
    SECRET = "secret"
    NOT_PUBLISHED = "non diffusé"
    NOT_APPLICABLE = "sans objet"


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """Where an official file holds the indicator: family of files (``REVN``) and column."""

    family: str
    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """From ``year`` on, values no longer compare with earlier ones.

    ``territory`` empty: for every territory; else that one only (a reference that grew).
    """

    year: int
    reason: str
    source: str
    territory: str = ""

    @property
    def dated(self) -> str:
        """« 2018 : la méthode a changé »; the reason alone where it says its year."""
        said = str(self.year) in self.reason
        return french.capital(self.reason) if said else f"{self.year} : {self.reason}"


@dataclass(frozen=True, slots=True)
class Theme:
    """A family of indicators, in the order a portrait shows them."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One declaration; filters, axes, formats, import, bounds, dictionary and tests follow it.

    ``subject`` is the label with its article for a sentence (« le taux de pauvreté »).
    ``reading`` is the sentence of one value, with ``{value}``, ``{at}``, ``{of}`` and ``{year}``;
    what a count commands stands as ``habitant[s] [vit|vivent]``.
    ``coarsest_useful`` is the step beyond which a rounded value says nothing.
    ``tolerance`` is the change of a gap, in the unit, under which it is called stable.
    """

    slug: str
    label: str
    subject: str
    definition: str
    theme: str
    pillars: tuple[str, ...]
    unit: Unit
    decimals: int
    direction: Direction
    summable: bool
    low: float
    high: float
    source: str
    columns: tuple[SourceColumn, ...] = ()
    breaks: tuple[Break, ...] = ()
    reading: str = ""
    limits: str = ""
    tolerance: float = 0.0
    coarsest_useful: float = math.inf

    def __post_init__(self) -> None:
        if self.summable and self.unit is not Unit.COUNT:
            raise ValueError(f"{self.slug}: seul un effectif peut se sommer (règle 1)")
        if self.low > self.high:
            raise ValueError(f"{self.slug}: bornes inversées")

    @property
    def step(self) -> float:
        """The finest step that it is published to: 0.1 for a rate with one decimal."""
        return 10.0**-self.decimals

    def coarsest(self, *steps: float) -> float:
        """The coarsest of these steps and of its own: nothing is said finer than that."""
        return max(self.step, *steps)

    def rounds(self, step: float) -> bool:
        """Whether a source that publishes to that step rounds more than it is declared to."""
        return step > self.step

    def format(self, value: float, step: float = 0.0) -> str:
        """The value as a reader sees it, unit included, as finely as its source publishes it."""
        return self.formats([value], step)[0]

    def formats(self, values: Sequence[float], step: float = 0.0) -> list[str]:
        """Each value as a reader sees it, all of them published to that step."""
        texts = french.numbers(values, self.decimals_at(step))
        return [f"{text}{french.NBSP}{self.suffix}" for text in texts] if self.suffix else texts

    @property
    def suffix(self) -> str:
        """What follows a number of it: « % », « € », « €/m² »; empty where nothing does."""
        return _SUFFIXES.get(self.unit, "")

    def tick(self, value: float) -> str:
        """A round number of its scale: no source published it, it has the digits that it needs."""
        return self.format(value, 1.0 if float(value).is_integer() else 0.0)

    def said(
        self, value: float, year: int, at: str, of: str, step: float = 0.0
    ) -> tuple[str, str, str]:
        """The sentence of one value, at that place and in that year, without its full stop: what
        comes before the value, the value, what follows it."""
        words = self.reading or f"en {{year}}, {self.subject} est de {{value}} {{at}}"
        agreed = french.agree(words, round(value, self.decimals_at(step)))
        before, _, after = agreed.partition("{value}")
        around = (part.format(at=at, of=of, year=year) for part in (before, after))
        return next(around), self.format(value, step), next(around)

    def format_gap(self, value: float, step: float = 0.0) -> str:
        """A difference of two values: points for rates, never percent."""
        decimals = self.decimals_at(step)
        if self.unit is Unit.PERCENT:
            return french.points(value, decimals)
        text = french.signed(value, decimals)
        return f"{text}{french.NBSP}{self.suffix}" if self.suffix else text

    def decimals_at(self, step: float) -> int:
        """How many decimals a source that publishes to that step gives; its own for 0.0."""
        return rounding.decimals(step) if self.rounds(step) else self.decimals


HIDDEN = (Status.SECRET, Status.NOT_PUBLISHED, Status.NOT_APPLICABLE)
"""What is known of a value that has no number."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one indicator in one territory, with its data year and what is known of it.

    ``step`` is the rounding of its source (``rounding``), 0.0 where the indicator's own holds.
    """

    territory: str
    indicator: str
    year: int
    value: float | None
    status: Status
    source: str = ""
    note: str = ""
    step: float = 0.0

    def __post_init__(self) -> None:
        hidden = self.status in HIDDEN
        if hidden and self.value is not None:
            raise ValueError(
                "une valeur secrète, non diffusée ou sans objet ne porte pas de nombre"
            )
        if not hidden and self.value is None:
            raise ValueError("une valeur absente dit pourquoi : secret, non diffusé ou sans objet")


def missing_mark(status: Status | None) -> str:
    """The mark of an absent value: « s », « – » or « n. d. », never zero (rule 4)."""
    if status is Status.SECRET:
        return french.SECRET
    if status is Status.NOT_APPLICABLE:
        return french.NOT_APPLICABLE
    return french.NOT_AVAILABLE


_ABSENT = {
    Status.SECRET: "chiffre tenu secret",
    Status.NOT_APPLICABLE: "sans objet",
}


def absence(status: Status | None) -> str:
    """Why there is no value, in words, for a sentence."""
    return _ABSENT.get(status, "chiffre non disponible") if status else "chiffre non disponible"


def show(indicator: Indicator, observation: Observation | None) -> str:
    """The observation as a reader sees it, or the mark of its absence."""
    if observation is None or observation.value is None:
        return missing_mark(observation.status if observation else None)
    return indicator.format(observation.value, observation.step)
