"""Thumbnails: one small drawing an indicator, all alike, each with what must be read of it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.sparkline import Sparkline
from dashboard.text import Text


@dataclass(frozen=True, slots=True)
class Fact:
    """What stands under a small drawing of one of its lines: its ``rank`` among the marks (None for
    a line of words), whose it is, its value, how far it is from the reference, the verdict."""

    name: str
    said: str
    gap: str = ""
    verdict: str = ""
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One small drawing, which leads to the whole figure; ``alt`` says what it draws, ``verdict``
    what may be said of every gap where it is the same, ``foot`` of which year and beside what."""

    title: str
    href: str
    chart: Sparkline
    alt: str
    facts: tuple[Fact, ...]
    verdict: str
    foot: str


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """Small drawings side by side; ``without`` names those that have nothing to draw. A phone shows
    the ``first`` ones, and the others when asked; all of them where it is 0."""

    title: str
    subtitle: str
    items: tuple[Thumbnail, ...]
    without: Text = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks of small drawings stand for: each by the name of its look, and how the
    drawings are read."""

    title: str
    items: tuple[tuple[str, str], ...]
    said: tuple[Text, ...]
