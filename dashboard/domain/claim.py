"""A number of a sentence, with what it is said of."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.selection import Selection


@dataclass(frozen=True, slots=True)
class Claim:
    """What a number of a sentence says: what is asked, of which lines, and the answer.

    ``part`` is an axis and its member, where only those of the lines are meant.
    """

    measure: str
    value: float
    scope: Selection
    part: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of an indicator in one place and one year; with ``reference``, how far it stands
    from the value of that other place."""

    indicator: str
    place: str
    year: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class RowsClaim:
    """What rows of a table of the territory make: those whose columns hold these values.

    ``measure`` is how many they are, or the sum or the largest of their amounts.
    """

    measure: str
    value: float
    table: str
    where: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Aged:
    """Women, or men, under 25 out of a hundred inhabitants of a place, worked out of the shares
    that are published of that year."""

    place: str
    year: int
    women: bool
    value: int
