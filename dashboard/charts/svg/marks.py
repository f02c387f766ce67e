"""Marks of a still figure, each as plotly draws it."""

from __future__ import annotations

from functools import singledispatch
from html import escape

from dashboard.charts.scene import Area, Mark, Point, Points, Polyline, TextMark, Tiles, Word
from dashboard.charts.style import Font, Stroke, Symbol
from dashboard.charts.svg import areas
from dashboard.charts.svg.frame import PlotFrame
from dashboard.charts.svg.lines import look, paths
from dashboard.charts.svg.numbers import short
from dashboard.charts.svg.text import LINE, Set, TextLines, parted, text
from dashboard.domain.basemap import Tile
from dashboard.text import Span

Spot = tuple[float, float]
"""Where a point stands, in shares of the plot area."""


@singledispatch
def mark(item: Mark, frame: PlotFrame) -> str:
    """A mark, where its scene places it."""
    raise TypeError(type(item).__name__)


mark.register(Area, areas.area)


@mark.register
def _line(item: Polyline, frame: PlotFrame) -> str:
    """The line, then the mark of each of its points."""
    runs = [[(frame.x(p.x, item.x), frame.y(p.y, item.y)) for p in run] for run in item.runs]
    d = paths(frame, runs)
    drawn = frame.stretched(f'<path d="{d}"{look(frame, item.stroke)}/>') if d else ""
    if item.symbol is None:
        return drawn
    pairs = zip(item.runs, runs, strict=True)
    marks = [
        _point(frame, point, spot, item.symbol)
        for run, spots in pairs
        for point, spot in zip(run, spots, strict=True)
    ]
    return drawn + "".join(marks)


@mark.register
def _points(item: Points, frame: PlotFrame) -> str:
    if item.pointed:
        return ""
    found = [(point, (frame.x(point.x, item.x), frame.y(point.y, item.y))) for point in item.points]
    return "".join([_point(frame, point, spot, item.symbol, item.font) for point, spot in found])


def _point(
    frame: PlotFrame, point: Point, spot: Spot, symbol: Symbol, font: Font | None = None
) -> str:
    """A mark with its word, as a link where it chooses something."""
    drawn = _symbol(frame, spot, point.own or symbol, bool(point.pick))
    if point.word and font:
        drawn += _placed(frame, [[Span(point.word)]], spot, font)
    return frame.link(point.pick, drawn, point.told)


def _symbol(frame: PlotFrame, spot: Spot, symbol: Symbol, pressed: bool) -> str:
    """A mark; one that is not seen is still there to be pressed."""
    radius = symbol.size / 2
    if not symbol.opacity:
        unseen = f'r="{short(radius)}" fill="none" pointer-events="all"'
        return f"<circle {frame.at(*spot, circle=True)} {unseen}/>" if pressed else ""
    if symbol.shape == "circle":
        place = frame.at(*spot, circle=True)
        return f'<circle {place} r="{short(radius)}" {_painted(symbol)}/>'
    return frame.spot(*spot, f'<path d="{_shape(symbol.shape, radius)}" {_painted(symbol)}/>')


def _painted(symbol: Symbol) -> str:
    ring, fill = symbol.ring or Stroke(symbol.colour, 0), escape(symbol.colour)
    edge, weight = escape(ring.colour), ring.width
    if symbol.hollow:
        fill, edge, weight = "none", fill, weight or 1.0
    stroke = f' stroke="{edge}" stroke-width="{short(weight)}"' if weight else ""
    faint = f' opacity="{short(symbol.opacity)}"' if symbol.opacity < 1 else ""
    return f'fill="{fill}"{stroke}{faint}'


def _shape(shape: str, radius: float) -> str:
    """The outline of a mark around its centre."""
    r = radius
    corners = {
        "square": [(r, r), (-r, r), (-r, -r), (r, -r)],
        "diamond": [(1.3 * r, 0.0), (0.0, 1.3 * r), (-1.3 * r, 0.0), (0.0, -1.3 * r)],
        "triangle-up": [(-1.1547 * r, r / 2), (1.1547 * r, r / 2), (0.0, -r)],
        "triangle-down": [(-1.1547 * r, -r / 2), (1.1547 * r, -r / 2), (0.0, r)],
    }[shape]
    return "M" + "L".join(f"{short(x)},{short(y)}" for x, y in corners) + "Z"


@mark.register
def _tiles(item: Tiles, frame: PlotFrame) -> str:
    """The images, drawn in metres; one that does not come leaves the ground as it is."""
    return frame.ground(f'<g class="fond">{"".join(map(_tile, item.tiles))}</g>')


def _tile(tile: Tile) -> str:
    west, south, east, north = tile.box
    return (
        f'<image href="{escape(tile.address)}" x="{west:.2f}" y="{-north:.2f}" '
        f'width="{east - west:.2f}" height="{north - south:.2f}" preserveAspectRatio="none"/>'
    )


@mark.register
def _words(item: TextMark, frame: PlotFrame) -> str:
    return "".join([_word(frame, item, word) for word in item.words])


def _word(frame: PlotFrame, item: TextMark, word: Word) -> str:
    spot = frame.x(word.x, item.x), frame.y(word.y, item.y)
    return _placed(frame, parted(word.text), spot, word.font, item.over)


def _placed(
    frame: PlotFrame, lines: TextLines, spot: Spot, font: Font, over: float | None = None
) -> str:
    """Words around a point, or that many pixels over it."""
    size = font.size
    tall = ((len(lines) - 1) * LINE + 1) * size
    down = -tall / 2 if over is None else -over - tall
    return text(frame, lines, (*spot, 0, 0.75 * size + down), Set(size, font.colour))
