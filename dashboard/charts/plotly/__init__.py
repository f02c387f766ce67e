"""A scene as a plotly figure, a plain dict in plotly's own words."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import kinds
from dashboard.charts.base import TEXT
from dashboard.charts.plotly import marks
from dashboard.charts.plotly.marks import PlotlyFigure, brief, font, reference, stroke
from dashboard.charts.scene import Axis, Band, Note, Rule, Scene, Ticks
from dashboard.domain.chart import Chart
from dashboard.words import tokens


def figure(chart: Chart) -> PlotlyFigure:
    """``{"data": […], "layout": {…}}``, whole; TypeError for what is no chart."""
    return to_plotly(kinds.draw(chart))


def to_plotly(scene: Scene) -> PlotlyFigure:
    """The figure of a scene: nothing of it is dragged nor zoomed until its reader opens it."""
    return {
        "data": [
            *map(marks.bars, scene.bars),
            *map(marks.mark, scene.marks),
        ],
        "layout": {
            **_still(),
            "margin": dict(zip("lrtb", scene.margins, strict=True)),
            **dict(_axes(scene)),
            "shapes": [_shape(item) for item in scene.rules],
            "annotations": [_note(item) for item in scene.notes],
        },
    }


def _still() -> PlotlyFigure:
    """What every layout says: transparent, in our letters, each bar at its own place."""
    letters = {"family": tokens.sans(), "size": TEXT}
    return {
        "font": {**letters, "color": tokens.colour("ink-2")},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "barmode": "overlay",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {
            "align": "left",
            "namelength": -1,
            "bgcolor": tokens.colour("paper"),
            "bordercolor": tokens.colour("rule"),
            "font": {**letters, "color": tokens.colour("ink")},
        },
        "modebar": {
            "bgcolor": tokens.colour("paper"),
            "color": tokens.colour("ink-3"),
            "activecolor": tokens.colour("qpv"),
        },
    }


def _axes(scene: Scene) -> Iterator[tuple[str, PlotlyFigure]]:
    for letter, axes in (("x", scene.across), ("y", scene.up)):
        for rank, axis in enumerate(axes):
            name = reference(letter, rank)
            yield f"{letter}axis{name[1:]}", _axis(axis, letter) | _tied(scene, letter)


def _tied(scene: Scene, letter: str) -> PlotlyFigure:
    """What keeps a metre of a map as long both ways."""
    if not scene.tied:
        return {}
    return {"constrain": "domain"} if letter == "x" else {"scaleanchor": "x", "scaleratio": 1}


def _axis(axis: Axis, letter: str) -> PlotlyFigure:
    crossed = reference("y" if letter == "x" else "x", axis.crosses)
    held = {"anchor": crossed} if axis.crosses is not None else {"anchor": "free", "position": 0}
    ends = {"range": [axis.low, axis.high], "domain": [axis.start, axis.end]}
    placed = brief({**ends, "fixedrange": True, **held})
    return placed | (_ticks(axis.ticks) if axis.ticks else {"visible": False})


def _ticks(ticks: Ticks) -> PlotlyFigure:
    """The ticks written out, so that no browser formats a number by itself."""
    grid = ticks.grid
    lines = {"gridcolor": grid.colour, "gridwidth": grid.width} if grid else {}
    return {
        "tickvals": [tick.value for tick in ticks.ticks],
        "ticktext": [marks.text(tick.label) for tick in ticks.ticks],
        "tickangle": 0,
        "ticklabeloverflow": "allow",
        "tickfont": font(ticks.font),
        "zeroline": False,
        "showline": False,
        "showgrid": bool(grid),
        **lines,
    }


def _shape(item: Rule | Band) -> PlotlyFigure:
    placed = {
        "xref": reference("x", item.x),
        "yref": reference("y", item.y),
        "x0": item.x0,
        "x1": item.x1,
        "y0": item.y0,
        "y1": item.y1,
    }
    if isinstance(item, Rule):
        layer = "below" if item.under else "above"
        return brief({"type": "line", **placed, "line": stroke(item.stroke), "layer": layer})
    look = {"fillcolor": item.fill, "opacity": item.opacity, "line": {"width": 0}}
    return brief({"type": "rect", **placed, **look, "layer": "below"})


def _note(note: Note) -> PlotlyFigure:
    said = {
        "text": marks.text(note.text),
        "x": note.x,
        "y": note.y,
        "xref": reference("x", note.x_axis),
        "yref": reference("y", note.y_axis),
        "xanchor": note.held,
        "yanchor": note.hung,
        "xshift": note.right,
        "yshift": note.up,
        "align": note.align,
        "showarrow": False,
        "font": font(note.font),
    }
    ground = {"bgcolor": note.ground} if note.ground else {}
    pressed = {"captureevents": True, "name": note.pick} if note.pick else {}
    return {**brief(said), **ground, **pressed}
