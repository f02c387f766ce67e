"""Scatter traces of a still figure: fills, lines, marks and texts, in plotly's own order."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import Any

from dashboard.charts import svg_clip, svg_hatch
from dashboard.charts.base import POINTED
from dashboard.charts.svg_frame import UNITS, Frame, ink
from dashboard.charts.svg_text import LINE, Set, parse, text
from dashboard.charts.svg_values import Spec, items, number, picked, section, short
from dashboard.domain.track import Joined, Track
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

    def __init__(self, frame: Frame, trace: Spec) -> None:
        self._xs, self._ys = trace.get("x"), trace.get("y")
        self._across = frame.axis(trace.get("xaxis"), "x")
        self._down = frame.axis(trace.get("yaxis"), "y")

    @cached_property
    def spots(self) -> list[Spot]:
        """Where each point stands, in shares of the plot area."""
        found: list[Spot] = []
        for x, y in zip(items(self._xs), items(self._ys), strict=False):
            left, up = self._across.place(x), self._down.place(y)
            found.append(None if left is None or up is None else (left, up))
        return found

    @property
    def is_short(self) -> bool:
        """Whether plotly would mark its points."""
        return len(self.spots) < SHORT

    @property
    def outline(self) -> Track | Joined | None:
        """The outline that it is, drawn in metres; None for a line of a chart."""
        held = self._xs
        return held if isinstance(held, (Track, Joined)) and held.path else None

    def runs(self, least: int) -> list[Run]:
        """The points that follow each other, that many at least, cut where one is missing."""
        runs: list[Run] = [[]]
        for spot in self.spots:
            if spot is not None:
                runs[-1].append(spot)
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if len(run) >= least]


def scatter(frame: Frame, trace: Spec) -> str:
    """One trace: what it fills, then its line, its marks, its words."""
    if trace.get("meta") == POINTED:
        return ""
    line = Line(frame, trace)
    mode = str(trace.get("mode") or ("lines+markers" if line.is_short else "lines"))
    marked, worded = "markers" in mode, "text" in mode
    each = enumerate(line.spots if marked or worded else ())
    known = [(index, spot) for index, spot in each if spot is not None]
    drawn = [
        _point(frame, trace, index, spot, (marked, worded))
        for index, spot in (known if marked else ())
    ]
    words = known if worded and not marked else ()
    return "".join(
        (
            _fill(frame, trace, line) if trace.get("fill") == "toself" else "",
            _lines(frame, trace, line) if "lines" in mode else "",
            *drawn,
            *(_word(frame, trace, index, spot, False) for index, spot in words),
        )
    )


def _point(
    frame: Frame, trace: Spec, index: int, spot: tuple[float, float], shown: tuple[bool, bool]
) -> str:
    """A mark with its word, as a link where it chooses something."""
    pick = picked(trace.get("customdata"), index, "")
    said = picked(trace.get("hovertext"), index) or picked(trace.get("text"), index, "")
    mark = _mark(frame, trace, index, spot, bool(pick))
    word = _word(frame, trace, index, spot, True) if shown[1] else ""
    return frame.link(pick, mark + word, str(said))


def _path(run: Run, units: Units) -> str:
    """The points of a run from the top of the plot area."""
    wide, tall = units
    return "M" + "L".join([f"{short(x * wide, 1)},{short((1 - y) * tall, 1)}" for x, y in run])


def _drawn(frame: Frame, line: Line, around: bool, look: str) -> str:
    """The path of a line, or around what it closes on: an outline in metres, all else in the units
    of the plot area. Of an outline that its page holds only the ranks are written."""
    outline = line.outline if frame.width is None else None
    if outline is None:
        d = _paths(frame, line, around)
        return frame.stretched(f'<path d="{d}"{look}/>') if d else ""
    return frame.ground(f"<path{_course(frame, outline)}{look}/>")


def _paths(frame: Frame, line: Line, around: bool) -> str:
    """The points of a line in the units of the plot area. A map for a file is cut at its window:
    what paints files takes half a second to cut it itself."""
    runs, end = line.runs(3 if around else 2), "Z" if around else ""
    if frame.ratio and frame.width is not None:
        runs = svg_clip.kept(runs, around)
    return "".join([f"{_path(run, frame.units)}{end}" for run in runs])


def _course(frame: Frame, outline: Track | Joined) -> str:
    if frame.held and outline.parts:
        return f' data-contours="{" ".join(map(str, outline.parts))}"'
    return f' d="{outline.path}"'


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
    if not weight:
        return ""
    own = look.get("color") or section(trace, "marker").get("color")
    colour = escape(str(own or tokens.colour("qpv")))
    kept = ' vector-effect="non-scaling-stroke"' if frame.width is None else ""
    drawn = (
        f' fill="none" stroke="{colour}" stroke-width="{short(weight)}"'
        f'{dashes(look.get("dash"), weight)} stroke-miterlimit="2"{kept}{_faint(trace)}'
    )
    return _drawn(frame, line, False, drawn)


def _faint(spec: Spec) -> str:
    opacity = number(spec.get("opacity"))
    return "" if opacity is None or opacity == 1 else f' opacity="{short(opacity)}"'


def _fill(frame: Frame, trace: Spec, line: Line) -> str:
    colour = str(trace.get("fillcolor") or "none")
    pattern, fill = svg_hatch.paint(frame, section(trace, "fillpattern"), 0, colour, False)
    if pattern:
        return _hatched(frame, line, pattern, fill)
    return _drawn(frame, line, True, f' fill="{escape(fill)}" fill-rule="evenodd"')


def _hatched(frame: Frame, line: Line, pattern: str, fill: str) -> str:
    """A hatch is not stretched: the polygon cuts it out of the plot area."""
    name, (cut, kind) = frame.new_id(), _cut(frame, line)
    return (
        f'<defs>{pattern}<clipPath id="{name}" clipPathUnits="{kind}">'
        f'<path {cut} clip-rule="evenodd"/></clipPath></defs>'
        f'<rect width="{frame.across(1)}" height="{frame.tall(1)}" fill="{fill}" '
        f'clip-path="url(#{name})"/>'
    )


def _cut(frame: Frame, line: Line) -> tuple[str, str]:
    """The attributes of the path that cuts a hatch, and the units of its clip."""
    if frame.width is None and line.outline is not None:
        return f"{_course(frame, line.outline)} {frame.squeezed}", "objectBoundingBox"
    d = _paths(frame, line, True)
    if frame.width is not None:
        return f'd="{d}"', "userSpaceOnUse"
    return f'd="{d}" transform="scale({1 / UNITS:g})"', "objectBoundingBox"


def _mark(frame: Frame, trace: Spec, index: int, spot: tuple[float, float], pressed: bool) -> str:
    """A mark; one that is not seen is still there to be pressed."""
    marker = section(trace, "marker")
    bubbles = bool(items(marker.get("size")))
    opacity = number(picked(marker.get("opacity"), index, 0.7 if bubbles else 1))
    size = number(picked(marker.get("size"), index))
    radius = (6.0 if size is None else size) / 2
    if not opacity:
        unseen = f'r="{short(radius)}" fill="none" pointer-events="all"'
        return f"<circle {frame.at(*spot, circle=True)} {unseen}/>" if pressed else ""
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
