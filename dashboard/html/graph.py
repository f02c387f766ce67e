"""A figure on the live page: drawn by plotly, kept as it is when its panel is built anew.

Dash builds again all that stands in a box whose children change: a dcc.Graph would be drawn from
nothing at each filter. This one keeps its drawing, and plotly changes only what differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component


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

    def __init__(self, name: Mapping[str, object], figure: Mapping[str, Any]) -> None:
        # Not through Component.__init__: it looks for a package of our namespace each time.
        self.id, self.figure = dict(name), dict(figure)
