"""The axes of a still figure: how far along the plot area a value stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.charts.svg_values import Spec, items, number, section
from dashboard.domain.track import Joined, Track


@dataclass(frozen=True)
class Axis:
    """One axis: the values at its two ends and the part of the plot area it covers."""

    name: str
    spec: Spec
    low: float
    high: float
    start: float = 0.0
    end: float = 1.0
    categories: Mapping[str, int] = field(default_factory=dict)

    @property
    def ends(self) -> tuple[float, float, float, float]:
        """The values at its two ends and the part of the plot area it covers."""
        return self.low, self.high, self.start, self.end

    def share(self, value: Any) -> float | None:
        """How far along the axis itself a value stands, 0 to 1."""
        found: float | None = self.categories.get(str(value)) if self.categories else None
        found = number(value) if found is None else found
        if found is None or self.high == self.low:
            return None
        return (found - self.low) / (self.high - self.low)

    def at(self, found: float) -> float:
        """How far along the plot area a number stands, whatever the categories."""
        span = (self.high - self.low) or 1.0
        return self.start + (self.end - self.start) * (found - self.low) / span

    def place(self, value: Any) -> float | None:
        """How far along the plot area a value stands, from its left or its foot."""
        share = self.share(value)
        return None if share is None else self.start + (self.end - self.start) * share


def build_axes(figure: Spec) -> dict[str, Axis]:
    """The axes of a figure, by id: ``x``, ``y``, ``y2``…"""
    layout = section(figure, "layout")
    names = {key.replace("axis", ""): key for key in layout if key[1:5] == "axis"}
    for trace in items(figure.get("data")):
        for letter in "xy":
            name = str(trace.get(f"{letter}axis") or letter)
            names.setdefault(name, name[0] + "axis" + name[1:])
    return {name: _axis(name, section(layout, key), figure) for name, key in names.items()}


def _axis(name: str, spec: Spec, figure: Spec) -> Axis:
    letter = name[0]
    values = [
        value
        for trace in items(figure.get("data"))
        if str(trace.get(f"{letter}axis") or letter) == name
        and not isinstance(trace.get(letter), (Track, Joined) if "range" in spec else ())
        for value in items(trace.get(letter))
    ]
    known = _categories(spec, values)
    low, high = _range(spec, values, known)
    domain = [number(end) for end in items(spec.get("domain"))]
    start, end = (domain[0] or 0.0, domain[1] or 0.0) if len(domain) == 2 else (0.0, 1.0)
    return Axis(name, spec, low, high, start, end, known)


def _categories(spec: Spec, values: Sequence[Any]) -> dict[str, int]:
    worded = any(isinstance(value, str) and number(value) is None for value in values)
    if not worded and spec.get("type") != "category":
        return {}
    order = [*items(spec.get("categoryarray")), *(v for v in values if v is not None)]
    return {name: rank for rank, name in enumerate(dict.fromkeys(map(str, order)))}


def _range(spec: Spec, values: Sequence[Any], known: Mapping[str, int]) -> tuple[float, float]:
    said = [number(end) for end in items(spec.get("range"))]
    if len(said) == 2 and said[0] is not None and said[1] is not None:
        return said[0], said[1]
    if known:
        low, high = -0.5, len(known) - 0.5
    else:
        found = [n for n in map(number, values) if n is not None]
        low, high = (min(found), max(found)) if found else (0.0, 1.0)
    return (high, low) if spec.get("autorange") == "reversed" else (low, high)


def ratio(axes: Mapping[str, Axis]) -> float | None:
    """Width over height of a map's window; nothing for a chart."""
    tied = next((a for a in axes.values() if a.spec.get("scaleanchor")), None)
    if tied is None:
        return None
    other = axes.get(str(tied.spec["scaleanchor"]))
    span, other_span = abs(tied.high - tied.low), abs(other.high - other.low) if other else 0.0
    if not span or not other_span:
        return None
    tied_length = span * (number(tied.spec.get("scaleratio")) or 1.0)
    return other_span / tied_length if tied.name[0] == "y" else tied_length / other_span
