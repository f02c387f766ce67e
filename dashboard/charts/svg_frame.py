"""Where things stand in a still figure: axes, and a frame that speaks in per cent and pixels.

The drawing's own box is the plot area: the margins are the padding of the ``<svg>``. A chart is
placed in per cent across and in pixels down; a map in per cent both ways, its box keeping the
ratio of its window, so that text keeps its size at any width. Where the width is given, in a file,
everything is in pixels: what paints files knows no other unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from dashboard.domain.track import Joined, Track
from dashboard.words import tokens

Spec = Mapping[str, Any]
FAMILY = '"Open Sans", verdana, arial, sans-serif'
SIZE = 12.0
ROUGH_WIDTH = 640.0
UNITS = 1000.0
FLUID = (UNITS, UNITS)


def ink() -> str:
    """The colour of what says none: that of assets/theme.js."""
    return tokens.colour("ink-2")


def short(value: float, digits: int = 2) -> str:
    """A number as briefly as it can be written."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def number(value: Any) -> float | None:
    """The finite number said, or nothing."""
    if value is None or isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def items(value: Any) -> list[Any]:
    """A list of what is given, which may be nothing, a list, a tuple or an array."""
    if value is None or isinstance(value, (str, bytes, Mapping)):
        return []
    return list(value) if isinstance(value, Iterable) else []


def picked(value: Any, index: int, default: Any = None) -> Any:
    """The value of one point, from a scalar or a list of one a point."""
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return default if value is None else value
    found = list(value)
    return found[index] if index < len(found) and found[index] is not None else default


def section(value: Any, name: str) -> Spec:
    """A part of a dict, empty where it is missing."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


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


@dataclass(frozen=True)
class Frame:
    """The plot area: its height in pixels, or its ratio where it is a map; its width in pixels
    where it is given."""

    layout: Spec
    axes: Mapping[str, Axis]
    height: float
    prefix: str
    ratio: float | None = None
    width: float | None = None
    numbers: count[int] = field(default_factory=count)

    def new_id(self) -> str:
        """An id no other element of the page bears."""
        return f"s{self.prefix}-{next(self.numbers)}"

    def across(self, share: float) -> str:
        """A length or a place across."""
        return f"{short(100 * share, 3)}%" if self.width is None else short(self.width * share)

    def tall(self, share: float) -> str:
        """A length down."""
        fluid = self.ratio and self.width is None
        return f"{short(100 * share, 3)}%" if fluid else short(self.height * share)

    @property
    def units(self) -> tuple[float, float]:
        """Width and height in which paths are written: pixels, or thousandths to be stretched."""
        return FLUID if self.width is None else (self.width, self.height)

    def stretched(self, inside: str) -> str:
        """A drawing in those units, laid over the plot area."""
        if self.width is not None:
            return inside
        return (
            f'<svg width="100%" height="{self.tall(1)}" viewBox="0 0 {UNITS:g} {UNITS:g}" '
            f'preserveAspectRatio="none" overflow="visible">{inside}</svg>'
        )

    def spot(self, x: float, y: float, inside: str) -> str:
        """A drawing in pixels around a place."""
        if self.width is not None:
            move = f"{short(self.width * x)} {short(self.height * (1 - y))}"
            return f'<g transform="translate({move})">{inside}</g>'
        return f'<svg {self.at(x, y)} width="1" height="1" overflow="visible">{inside}</svg>'

    def left(self, x: float, dx: float) -> str:
        """Where the lines of a text begin: those of a page are moved as one."""
        return self.across(x) if self.width is None else short(self.width * x + dx)

    def at(self, x: float, y: float, dx: float = 0, dy: float = 0, circle: bool = False) -> str:
        """The attributes that place an element, moved by pixels where asked."""
        left, top = ("cx", "cy") if circle else ("x", "y")
        if self.width is not None:
            down = short(self.height * (1 - y) + dy)
            return f'{left}="{short(self.width * x + dx)}" {top}="{down}"'
        if self.ratio:
            down = f"{short(100 * (1 - y), 3)}%"
        else:
            down, dy = short(self.height * (1 - y) + dy), 0
        moved = f' transform="translate({short(dx)} {short(dy)})"' if dx or dy else ""
        return f'{left}="{self.across(x)}" {top}="{down}"{moved}'

    def down(self, y: float) -> str:
        """A place down, for a share counted from the foot."""
        return self.tall(1 - y)

    def axis(self, name: Any, letter: str) -> Axis:
        """The axis of that id, or a plain one."""
        return self.axes.get(str(name or letter)) or Axis(letter, {}, 0.0, 1.0)

    def font(self, *specs: Any) -> tuple[float, str]:
        """Size and colour of a text, from the nearest that says them to the layout's."""
        said = [spec for spec in specs if isinstance(spec, Mapping)]
        said.append(section(self.layout, "font"))
        size = next((number(s.get("size")) for s in said if number(s.get("size"))), None)
        colour = next((s["color"] for s in said if s.get("color")), ink())
        return size or SIZE, str(colour)


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
