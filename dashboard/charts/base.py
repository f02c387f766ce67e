"""What every figure shares: its words and letters, its axes, the places of its labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dashboard.charts.scene import Axis, AxisRank, Rule, Tick, Ticks
from dashboard.charts.style import Font, Stroke
from dashboard.domain import french
from dashboard.text import Span, Text
from dashboard.words import tokens

SMALL = 12
TEXT = 13


def font(size: float = TEXT, role: str = "ink") -> Font:
    """Letters of that size, in the colour of that role."""
    return Font(size, tokens.colour(role))


def quiet() -> Font:
    """The letters of what is read last: years, the names of communes, what a break is."""
    return font(SMALL, "ink-2")


def strong(text: str) -> Span:
    """Words set in bold."""
    return Span(text, strong=True)


def words(*parts: str | Span) -> Text:
    """What a label says, with the spaces of French; a line begins at each « \n »."""
    return tuple(_typeset(Span(part) if isinstance(part, str) else part) for part in parts)


def emphasised(text: str, stands_out: bool) -> Text:
    """The words of a label, in bold where they stand out."""
    return words(Span(text, strong=stands_out))


def _typeset(span: Span) -> Span:
    said = french.typeset(span.text)
    return span if said is span.text else replace(span, text=said)


def ticked(
    low: float,
    high: float,
    ticks: Sequence[float],
    labels: Sequence[Text],
    grid: Stroke | None = None,
    crosses: AxisRank = 0,
) -> Axis:
    """An axis with its ticks written out, so that nothing formats a number by itself."""
    pairs = zip(ticks, labels, strict=True)
    written = Ticks(tuple([Tick(*pair) for pair in pairs]), quiet(), grid)
    return Axis(low, high, ticks=written, crosses=crosses)


def chosen(pick: tuple[str, str] | None) -> str:
    """What a press on a mark sets: « pilier=emploi »; nothing where it sets none."""
    return "=".join(pick) if pick else ""


def rule(x: float, y0: float, y1: float, under: bool = False, y: AxisRank = 0) -> Rule:
    """A vertical dotted rule: a break, an event."""
    return Rule(x, y0, x, y1, Stroke(tokens.colour("ink-3"), dash="dot"), under, y=y)


def nice_ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Round ticks that span the two values, at most ``count`` steps or so."""
    if high <= low:
        high = low + 1
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= raw)
    first = math.floor(low / step) * step
    ticks = [first]
    while ticks[-1] < high - 1e-9 * step:
        ticks.append(ticks[-1] + step)
    return [round(tick, 10) for tick in ticks]


def spread(
    wanted: Sequence[float],
    sizes: Sequence[float],
    low: float = -math.inf,
    high: float = math.inf,
) -> list[float]:
    """Centres near the wanted ones for labels of those sizes: none meets another nor an end.

    Labels that would meet stand together around the middle of what they wanted; the others stay.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    groups: list[list[int]] = []
    for index in order:
        groups.append([index])
        while len(groups) > 1 and _meet(*(_span(g, wanted, sizes, low, high) for g in groups[-2:])):
            last = groups.pop()
            groups[-1] += last
    found = [0.0] * len(wanted)
    for group in groups:
        at = _span(group, wanted, sizes, low, high)[0]
        for index in group:
            found[index] = at + sizes[index] / 2
            at += sizes[index]
    return found


def _span(
    group: list[int], wanted: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> tuple[float, float]:
    """The two ends of labels side by side."""
    length = sum(sizes[index] for index in group)
    start = sum(wanted[index] for index in group) / len(group) - length / 2
    start = max(min(start, high - length), low)
    return start, start + length


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return other[0] < one[1]


def wrap(text: str, width: int) -> str:
    """The text on several lines of at most ``width`` characters, for a label."""
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def shorten(text: str, width: int) -> str:
    """The text cut at a word, with an ellipsis, where it is longer than ``width`` characters."""
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
