"""A figure as its page shows it: the server's drawing, whose marks are links to other views.

The browser makes it plotly's where a reader points at it (assets/page/figure.js), from the figure
that ``data-figure`` leads to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from dashboard.charts import kinds
from dashboard.charts.svg import to_svg
from dashboard.charts.svg.frame import LinkOf
from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.content import Exhibit
from dashboard.domain.basemap import Basemap
from dashboard.domain.chart import Chart, Map, PlaceMap
from dashboard.html.attributes import attributes
from dashboard.html.element import Element


def drawing(value: Exhibit, chart: Chart, at: Context) -> Element:
    """The box of a drawing, as tall as it says."""
    chart = _over(chart, at.basemap)
    drawn = to_svg(kinds.draw(chart), value.height, value.alt, value.slug, leads(at), at.held)
    sight = data(cadre=_sight(chart)) if isinstance(chart, PlaceMap) and value.moves else {}
    return _box(value, chart, drawn, data(figure=at.figure(value.slug)) | sight)


def mention(chart: Chart | None, at: Context) -> str:
    """What must be said under that drawing of the images that it shows; empty where it shows
    none."""
    if at.basemap is None or not isinstance(chart, PlaceMap):
        return ""
    shown = chart.quarters.around is None and chart.ground.over(at.basemap).tiles
    return labels.basemap(at.basemap) if shown else ""


def _over(chart: Chart, basemap: Basemap | None) -> Chart:
    """The chart as a screen shows it: a map of quarters over the images of the operator. That of
    what a reader looks for never is: nobody else must learn where it is."""
    if not isinstance(chart, PlaceMap):
        return chart
    return replace(chart, ground=chart.ground.over(basemap))


def _sight(chart: PlaceMap) -> str:
    """The window of a map that can be moved, in metres: west, south, east, north."""
    return " ".join(str(round(side)) for side in chart.ground.window)


def still(value: Exhibit, chart: Chart, zoom: float) -> Element:
    """The same for paper, where nothing is pressed, smaller."""
    drawn = to_svg(kinds.draw(chart), value.height, value.alt, f"papier-{value.slug}")
    return _box(value, chart, drawn, {}, zoom=zoom)


def _box(
    value: Exhibit, chart: Chart, drawn: str, marks: Mapping[str, str], **style: float
) -> Element:
    """What holds a drawing; the box of a map keeps its shape (assets/map.css)."""
    css = "trace trace-carte" if isinstance(chart, Map) else "trace"
    size = {"height": f"{value.height}px", **style}
    return Element("div", {"className": css, "style": size, **marks}, drawn)


def leads(at: Context) -> LinkOf:
    """Where the marks of a figure lead from there: the view that they choose, or that they chose,
    without it."""

    @cache
    def lead(pick: str) -> str:
        key, _, value = pick.partition("=")
        href = at.turned(key, value)
        stays = data(vue=1) if at.stays(href) else {}
        current = aria(current=True) if at.chose(key, value) else {}
        return attributes({"href": href, **stays, **current})

    return lead
