"""Scatter traces of a still figure: fills, lines, marks and texts, in plotly's own order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from html import escape
from typing import Any

from dashboard.charts import svg_hatch
from dashboard.charts.svg_frame import (
    FLUID,
    Axis,
    Frame,
    Spec,
    ink,
    items,
    number,
    picked,
    section,
    short,
)
from dashboard.charts.svg_text import LINE, Set, parse, text
from dashboard.domain.track import Track
from dashboard.words import tokens

SHORT = 20
"""Points under which plotly marks those of a line that says nothing of its mode."""
Spot = tuple[float, float] | None
Run = list[tuple[float, float]]
"""Points that follow each other."""
Units = tuple[float, float]
"""How many units the plot area is wide and tall."""


class Line:
    """The points of a trace, and what is drawn where they follow each other."""

    def __init__(self, xs: Sequence[Any], ys: Sequence[Any], across: Axis, down: Axis) -> None:
        self._xs, self._ys, self._across, self._down = xs, ys, across, down
        self._known: dict[int, str] = {}

    def spots(self) -> list[Spot]:
        """Where each point stands, in shares of the plot area."""
        found: list[Spot] = []
        for x, y in zip(self._xs, self._ys, strict=False):
            left, up = self._across.place(x), self._down.place(y)
            found.append(None if left is None or up is None else (left, up))
        return found

    @property
    def is_short(self) -> bool:
        """Whether plotly would mark its points."""
        return min(len(self._xs), len(self._ys)) < SHORT

    def drawn(self, units: Units) -> str:
        """The path of its line."""
        return self._paths(units, 2, "")

    def filled(self, units: Units) -> str:
        """The path around what it closes on."""
        return self._paths(units, 3, "Z")

    def _paths(self, units: Units, least: int, end: str) -> str:
        if units != FLUID:
            return "".join([f"{_path(run, units)}{end}" for run in self._runs(least)])
        if least not in self._known:
            self._known[least] = "".join([f"{_path(run, units)}{end}" for run in self._runs(least)])
        return self._known[least]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, head, width and height around what it closes on."""
        points = [point for run in self._runs(3) for point in run]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), max(ys), max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0

    @cached_property
    def cut(self) -> str:
        """The path, in shares of its box, by which a hatch is cut."""
        return "".join(f"M{'L'.join(self._shares(run))}Z" for run in self._runs(3))

    def _shares(self, run: Run) -> list[str]:
        left, head, wide, tall = self.box
        return [f"{short((x - left) / wide, 4)},{short((head - y) / tall, 4)}" for x, y in run]

    def _runs(self, least: int) -> list[Run]:
        """The points that follow each other, that many at least, cut where one is missing."""
        runs: list[Run] = [[]]
        for spot in self.spots():
            if spot is not None:
                runs[-1].append(spot)
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if len(run) >= least]


class _Same:
    """A list known by what it is, not by what it holds: an outline is the same at every view."""

    __slots__ = ("held",)

    def __init__(self, held: Track) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.held is self.held

    def __hash__(self) -> int:
        return id(self.held)


Ends = tuple[float, float, float, float]
"""The values at the two ends of an axis and the part of the plot area it covers."""


@lru_cache(256)
def _outline(xs: _Same, ys: _Same, across: Ends, down: Ends) -> Line:
    """The line of an outline, made once a publication."""
    return Line(xs.held, ys.held, Axis("x", {}, *across), Axis("y", {}, *down))


def _line(frame: Frame, trace: Spec) -> Line:
    xs, ys = trace.get("x"), trace.get("y")
    across, down = frame.axis(trace.get("xaxis"), "x"), frame.axis(trace.get("yaxis"), "y")
    if isinstance(xs, Track) and isinstance(ys, Track):
        return _outline(_Same(xs), _Same(ys), across.ends, down.ends)
    return Line(items(xs), items(ys), across, down)


def scatter(frame: Frame, trace: Spec) -> str:
    """One trace: what it fills, then its line, its marks, its words."""
    line = _line(frame, trace)
    mode = str(trace.get("mode") or ("lines+markers" if line.is_short else "lines"))
    marked, worded = "markers" in mode, "text" in mode
    each = enumerate(line.spots() if marked or worded else ())
    known = [(index, spot) for index, spot in each if spot is not None]
    return "".join(
        (
            _fill(frame, trace, line) if trace.get("fill") == "toself" else "",
            _lines(frame, trace, line) if "lines" in mode else "",
            *(_mark(frame, trace, index, spot) for index, spot in known if marked),
            *(_word(frame, trace, index, spot, marked) for index, spot in known if worded),
        )
    )


def _path(run: Run, units: Units) -> str:
    """The points of a run from the top of the plot area."""
    wide, tall = units
    return "M" + "L".join([f"{short(x * wide, 1)},{short((1 - y) * tall, 1)}" for x, y in run])


def dashes(dash: Any, weight: float) -> str:
    """The attribute that cuts a line into dots or dashes."""
    unit = max(weight, 3)
    known = {"dot": (1, 1), "dash": (3, 3), "longdash": (5, 5), "dashdot": (3, 1, 1, 1)}
    if dash not in known:
        return ""
    return f' stroke-dasharray="{",".join(short(n * unit) for n in known[dash])}"'


def _lines(frame: Frame, trace: Spec, line: Line) -> str:
    look = section(trace, "line")
    said = number(look.get("width"))
    weight = 2.0 if said is None else said
    drawn = line.drawn(frame.units) if weight else ""
    if not drawn:
        return ""
    own = look.get("color") or section(trace, "marker").get("color")
    colour = escape(str(own or tokens.colour("qpv")))
    kept = ' vector-effect="non-scaling-stroke"' if frame.width is None else ""
    return frame.stretched(
        f'<path d="{drawn}" fill="none" stroke="{colour}" '
        f'stroke-width="{short(weight)}"{dashes(look.get("dash"), weight)} '
        f'stroke-miterlimit="2"{kept}{_faint(trace)}/>'
    )


def _faint(spec: Spec) -> str:
    opacity = number(spec.get("opacity"))
    return "" if opacity is None or opacity == 1 else f' opacity="{short(opacity)}"'


def _fill(frame: Frame, trace: Spec, line: Line) -> str:
    filled = line.filled(frame.units)
    if not filled:
        return ""
    colour = str(trace.get("fillcolor") or "none")
    pattern, fill = svg_hatch.paint(frame, section(trace, "fillpattern"), 0, colour, False)
    if pattern:
        return _hatched(frame, line, pattern, fill)
    return frame.stretched(f'<path d="{filled}" fill="{escape(fill)}" fill-rule="evenodd"/>')


def _hatched(frame: Frame, line: Line, pattern: str, fill: str) -> str:
    """A hatch is not stretched: the polygon clips a rectangle that bears it."""
    left, head, wide, tall = line.box
    name = frame.new_id()
    return (
        f'<defs>{pattern}<clipPath id="{name}" clipPathUnits="objectBoundingBox">'
        f'<path d="{line.cut}" clip-rule="evenodd"/></clipPath></defs>'
        f'<rect {frame.at(left, head)} width="{frame.across(wide)}" '
        f'height="{frame.tall(tall)}" fill="{fill}" clip-path="url(#{name})"/>'
    )


def _mark(frame: Frame, trace: Spec, index: int, spot: tuple[float, float]) -> str:
    marker = section(trace, "marker")
    bubbles = bool(items(marker.get("size")))
    opacity = number(picked(marker.get("opacity"), index, 0.7 if bubbles else 1))
    if not opacity:
        return ""
    size = number(picked(marker.get("size"), index))
    radius = (6.0 if size is None else size) / 2
    symbol = str(picked(marker.get("symbol"), index, "circle"))
    look = _look(marker, index, symbol.endswith("-open"), opacity)
    symbol = symbol.removesuffix("-open")
    if symbol == "circle":
        return f'<circle {frame.at(*spot, circle=True)} r="{short(radius)}" {look}/>'
    return frame.spot(*spot, f'<path d="{_shape(symbol, radius)}" {look}/>')


def _look(marker: Spec, index: int, hollow: bool, opacity: float) -> str:
    line = section(marker, "line")
    colour = str(picked(marker.get("color"), index, tokens.colour("qpv")))
    around = tokens.colour("paper") if items(marker.get("size")) else ink()
    edge = str(picked(line.get("color"), index, around))
    weight = number(picked(line.get("width"), index, 1 if items(marker.get("size")) else 0)) or 0.0
    if hollow:
        edge, colour, weight = colour, "none", weight or 1.0
    stroke = f' stroke="{escape(edge)}" stroke-width="{short(weight)}"' if weight else ""
    faint = f' opacity="{short(opacity)}"' if opacity < 1 else ""
    return f'fill="{escape(colour)}"{stroke}{faint}'


def _shape(symbol: str, radius: float) -> str:
    """The outline of a mark around its centre; an unknown one is a square."""
    r = radius
    corners = {
        "diamond": [(1.3 * r, 0.0), (0.0, 1.3 * r), (-1.3 * r, 0.0), (0.0, -1.3 * r)],
        "triangle-up": [(-1.1547 * r, r / 2), (1.1547 * r, r / 2), (0.0, -r)],
        "triangle-down": [(-1.1547 * r, -r / 2), (1.1547 * r, -r / 2), (0.0, r)],
    }.get(symbol, [(r, r), (-r, r), (-r, -r), (r, -r)])
    return "M" + "L".join(f"{short(x)},{short(y)}" for x, y in corners) + "Z"


def _word(
    frame: Frame, trace: Spec, index: int, spot: tuple[float, float], beside_mark: bool
) -> str:
    said = picked(trace.get("text"), index, "")
    if said == "":
        return ""
    fonts = section(trace, "textfont")
    own = {key: picked(fonts.get(key), index) for key in ("size", "color")}
    size, colour = frame.font(own)
    where = str(picked(trace.get("textposition"), index, "middle center"))
    marker = section(trace, "marker")
    mark = (number(picked(marker.get("size"), index)) or 6.0) / 2 if beside_mark else 0.0
    away = mark / 0.8 + 1 if beside_mark else 0.0
    side = -1 if "left" in where else 1 if "right" in where else 0
    up = -1 if "top" in where else 1 if "bottom" in where else 0
    lines = parse(said)
    tall = ((len(lines) - 1) * LINE + 1) * size
    dy = 0.75 * size + up * away + (up - 1) * tall / 2
    how = Set(size, colour, {-1: "end", 0: "middle", 1: "start"}[side])
    return text(frame, lines, (*spot, side * away, dy), how)
