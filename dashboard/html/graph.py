"""A figure on the live page: drawn by plotly, kept as it is when its panel is built anew.

Dash builds again all that stands in a box whose children change: a dcc.Graph would be drawn from
nothing at each filter. This one keeps its drawing, and plotly changes only what differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component

from dashboard.domain.track import Joined, Track


class Graph(Component):
    """A figure, a dict of plotly, by the name that callbacks know it by.

    ``clickData`` and ``clickAnnotationData`` come back from the browser as those of dcc.Graph do:
    ``{"points": [{"customdata"}]}`` and ``{"annotation": {"name"}}``.
    assets/page/graph.js draws it.
    """

    _namespace = "observatoire"
    _type = "Graph"
    _prop_names = available_properties = [  # noqa: RUF012  # Dash types a list
        "id",
        "figure",
        "clickData",
        "clickAnnotationData",
    ]
    _valid_wildcard_attributes = available_wildcard_properties = []  # noqa: RUF012

    def to_plotly_json(self) -> dict[str, Any]:
        """What the browser receives: the outlines that its page holds are named by their ranks."""
        made: dict[str, Any] = super().to_plotly_json()  # type: ignore[no-untyped-call]
        figure = made["props"]["figure"]
        traces = [_named(trace) for trace in figure.get("data", ())]
        return {**made, "props": {**made["props"], "figure": {**figure, "data": traces}}}

    def __init__(self, name: Mapping[str, object], figure: Mapping[str, Any]) -> None:
        # Not through Component.__init__: it looks for a package of our namespace each time.
        self.id, self.figure = dict(name), dict(figure)


def _named(trace: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: {"trace": value.parts} if isinstance(value, (Track, Joined)) and value.parts else value
        for key, value in trace.items()
    }
