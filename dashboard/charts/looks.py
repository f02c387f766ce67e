"""The mark and the dash of each quarter: decided once, the same in every figure of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Looks = Mapping[str, int]
"""The rank of each quarter, by its code, among those that figures tell apart."""

REFERENCE = ("diamond", "dot")
"""What a reference looks like: never a quarter."""
STYLES = (
    ("circle", "solid"),
    ("circle-open", "dash"),
    ("square", "solid"),
    ("square-open", "dash"),
    ("triangle-up", "solid"),
    ("triangle-up-open", "dash"),
    ("triangle-down", "solid"),
    ("triangle-down-open", "dash"),
)


def ranked(codes: Iterable[str]) -> Looks:
    """The looks of those quarters, in that order."""
    return {code: rank for rank, code in enumerate(dict.fromkeys(codes))}


def look(code: str, looks: Looks) -> tuple[str, str]:
    """The mark and the dash of a quarter; of one that nothing ranks, those of the first."""
    return STYLES[looks.get(code, 0) % len(STYLES)]
