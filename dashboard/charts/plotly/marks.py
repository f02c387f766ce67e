"""The marks of a scene as plotly's traces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from dashboard.charts.scene import (
    Area,
    AxisRank,
    Bar,
    BarGroup,
    Mark,
    Point,
    Points,
    Polyline,
    TextMark,
)
from dashboard.charts.style import Fill, Font, Hatch, Stroke, Symbol
from dashboard.text import Text

PlotlyFigure = dict[str, Any]

GAP = Point(0, 0)
"""What parts two lines of one trace."""
_DEFAULTS: PlotlyFigure = {
    "align": "center",
    "base": 0,
    "cliponaxis": True,
    "dash": "solid",
    "domain": [0, 1],
    "layer": "above",
    "orientation": "v",
    "symbol": "circle",
    "xaxis": "x",
    "xref": "x",
    "xshift": 0,
    "yaxis": "y",
    "yref": "y",
    "yshift": 0,
}
"""What plotly takes where nothing is said: what every browser need not be sent."""


def brief(said: PlotlyFigure) -> PlotlyFigure:
    """Without what plotly takes by itself."""
    return {key: value for key, value in said.items() if value != _DEFAULTS.get(key, said)}


def reference(letter: str, rank: AxisRank) -> str:
    """What plotly calls an axis: « x », « y2 »; « paper » for the whole plot area."""
    if rank is None:
        return "paper"
    return letter if rank == 0 else f"{letter}{rank + 1}"


def text(content: Text) -> str:
    """The words of a label in plotly's markup."""
    return "".join(
        [f"<b>{_escaped(s.text)}</b>" if s.strong else _escaped(s.text) for s in content if s.text]
    )


def _escaped(said: str) -> str:
    plain = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\n", "<br>")


def font(letters: Font) -> PlotlyFigure:
    """The size and the colour of letters, of the family of all."""
    return {"size": letters.size, "color": letters.colour}


def stroke(line: Stroke) -> PlotlyFigure:
    """How a line is drawn."""
    return brief({"color": line.colour, "width": line.width, "dash": line.dash})


def bars(group: BarGroup) -> PlotlyFigure:
    """Bars as one trace; a hatch is drawn in the colour of its bar."""
    found, (along, value) = group.bars, ("y", "x") if group.flat else ("x", "y")
    placed = {
        "type": "bar",
        "name": group.name,
        "orientation": "h" if group.flat else "v",
        "xaxis": reference("x", group.x),
        "yaxis": reference("y", group.y),
        along: [bar.at for bar in found],
        value: [bar.end - bar.start for bar in found],
        "base": _same([bar.start for bar in found]),
        "width": group.thick,
    }
    edge = {
        "color": _same([bar.edge.colour for bar in found]),
        "width": _same([bar.edge.width for bar in found]),
    }
    marker = {"color": [_colour(bar.fill) for bar in found], "line": edge}
    return {**brief(placed), "marker": marker | _pattern(found), **_told(found)}


def _colour(fill: Fill) -> str:
    return fill.colour if isinstance(fill, Hatch) else fill


def _pattern(found: Sequence[Bar]) -> PlotlyFigure:
    hatches = [bar.fill if isinstance(bar.fill, Hatch) else None for bar in found]
    if not any(hatches):
        return {}
    pattern = {
        "shape": [hatch.shape if hatch else "" for hatch in hatches],
        "size": [hatch.size if hatch else 0 for hatch in hatches],
        "solidity": [hatch.solidity if hatch else 0 for hatch in hatches],
    }
    return {"pattern": pattern}


def _told(found: Sequence[Any]) -> PlotlyFigure:
    """What each of these says to a pointer and what it chooses; nothing where none does."""
    picks, told = [item.pick for item in found], [item.told for item in found]
    chosen = {"customdata": picks} if any(picks) else {}
    if not any(told):
        return {**chosen, "hoverinfo": "skip"}
    return {**chosen, "hovertext": told, "hoverinfo": "text"}


@singledispatch
def mark(item: Mark) -> PlotlyFigure:
    """A mark as one trace."""
    raise TypeError(type(item).__name__)


@mark.register
def _line(item: Polyline) -> PlotlyFigure:
    points = _joined(item.runs)
    marked = {"marker": _marker(points, item.symbol)} if item.symbol else {}
    return {
        **_scatter(item, "lines+markers" if item.symbol else "lines"),
        "x": [None if point is GAP else point.x for point in points],
        "y": [None if point is GAP else point.y for point in points],
        "line": stroke(item.stroke),
        **marked,
        **_told(points),
    }


def _joined(runs: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of lines, a gap between two of them."""
    return [point for rank, run in enumerate(runs) for point in (*([GAP] if rank else []), *run)]


def _scatter(item: Polyline | Points | TextMark, mode: str) -> PlotlyFigure:
    said = {
        "type": "scatter",
        "name": item.name,
        "mode": mode,
        "xaxis": reference("x", item.x),
        "yaxis": reference("y", item.y),
        "cliponaxis": not (isinstance(item, TextMark) or item.whole),
    }
    return brief(said)


@mark.register
def _points(item: Points) -> PlotlyFigure:
    return {
        **_scatter(item, "markers+text" if item.font else "markers"),
        "x": [point.x for point in item.points],
        "y": [point.y for point in item.points],
        "marker": _marker(item.points, item.symbol),
        **(_inside(item.points, item.font) if item.font else {}),
        **_told(item.points),
    }


def _inside(points: Sequence[Point], letters: Font) -> PlotlyFigure:
    """The word that stands in each."""
    words = [point.word for point in points]
    return {"text": words, "textposition": "middle center", "textfont": font(letters)}


def _marker(points: Sequence[Point], symbol: Symbol) -> PlotlyFigure:
    """How points are marked: what they share, or a list where some differ."""
    own = [point.own or symbol for point in points]
    rings = [one.ring or Stroke(one.colour, 0) for one in own]
    said = {
        "symbol": _same([f"{one.shape}-open" if one.hollow else one.shape for one in own]),
        "size": _same([one.size for one in own]),
        "color": _same([one.colour for one in own]),
        "opacity": _same([one.opacity for one in own]),
        "line": {
            "width": _same([ring.width for ring in rings]),
            "color": _same([ring.colour for ring in rings]),
        },
    }
    return brief(said)


def _same(values: Sequence[Any]) -> Any:
    """The value of all, or the value of each."""
    return values[0] if len(set(values)) == 1 else values


@mark.register
def _area(item: Area) -> PlotlyFigure:
    hatch = item.fill if isinstance(item.fill, Hatch) else None
    filled = {"fill": "toself", "fillcolor": hatch.ground if hatch else item.fill}
    return {
        "type": "scatter",
        "name": item.name,
        "mode": "lines",
        "x": item.x,
        "y": item.y,
        "line": stroke(item.stroke),
        "hoverinfo": "skip",
        **(filled if item.fill else {}),
        **({"fillpattern": _hatch(hatch)} if hatch else {}),
    }


def _hatch(hatch: Hatch) -> PlotlyFigure:
    return {
        "shape": hatch.shape,
        "fgcolor": hatch.colour,
        "bgcolor": hatch.ground,
        "size": hatch.size,
        "solidity": hatch.solidity,
    }


@mark.register
def _words(item: TextMark) -> PlotlyFigure:
    """Labels that nobody presses, as one trace: plotly sets each far sooner than an annotation."""
    return {
        **_scatter(item, "markers+text" if item.over else "text"),
        "x": [word.x for word in item.words],
        "y": [word.y for word in item.words],
        "text": [text(word.text) for word in item.words],
        "textposition": "middle center" if item.over is None else "top center",
        "textfont": _fonts([word.font for word in item.words]),
        "hoverinfo": "skip",
        **({"marker": _clear(item.over)} if item.over else {}),
    }


def _fonts(fonts: Sequence[Font]) -> PlotlyFigure:
    if not fonts:
        return {}
    return {
        "size": _same([letters.size for letters in fonts]),
        "color": _same([letters.colour for letters in fonts]),
    }


def _clear(over: float) -> PlotlyFigure:
    """An unseen disc that keeps words that far: plotly sets them over it, a pixel and a quarter of
    its radius away."""
    return {"size": 2 * (over - 1) * 0.8, "opacity": 0}
