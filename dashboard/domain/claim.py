"""A number of a sentence, with the lines that it is said of."""

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
