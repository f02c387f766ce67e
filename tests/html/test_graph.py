"""A figure travels without the outlines that its page holds, and loses none of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from dashboard.charts import plotly
from dashboard.exhibits import place_map
from dashboard.html.graph import Graph
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.web.factory import create_app

HELD = re.compile(r'<script type="application/json" id="traces">(.*?)</script>', re.DOTALL)


def held(store: Store, path: str) -> list[list[int | None]]:
    """The outlines that the page of that path holds."""
    document = create_app(store=store, kept=0).server.test_client().get(path).get_data(as_text=True)
    found = HELD.search(document)
    return json.loads(found[1]) if found else []


def whole(trace: dict[str, Any], key: str, tracks: list[list[int | None]]) -> list[int | None]:
    """The coordinates of a trace as the browser puts them together (assets/page/graph.js)."""
    ranks = trace[key]["trace"]
    parts = [[None, *tracks[rank]] if place else tracks[rank] for place, rank in enumerate(ranks)]
    return [value for part in parts for value in part]


@pytest.mark.parametrize("query", ["", "generation=2015", "mesure=actions"])
def test_the_page_holds_every_outline_that_its_map_names(store: Store, query: str) -> None:
    found = router.visit(PAGES, "/quartiers", query, store)
    assert found is not None
    chart = place_map.exhibit(found[1]).chart
    assert chart is not None
    figure = plotly.figure(chart)
    tracks = held(store, f"/quartiers?{query}")
    sent = json.loads(json.dumps(Graph({}, figure).to_plotly_json()["props"]["figure"]))
    named = [rank for rank, trace in enumerate(sent["data"]) if "trace" in (trace["x"] or {})]
    assert len(named) > 2
    for rank in named:
        for key in "xy":
            assert whole(sent["data"][rank], key, tracks) == figure["data"][rank][key]


def test_a_page_without_a_map_holds_no_outline(chambery: Store) -> None:
    assert held(chambery, "/evolutions") == []
    assert held(chambery, "/") != []


def test_what_is_no_outline_of_the_page_travels_as_it_is() -> None:
    figure = {"data": [{"type": "bar", "x": [1, 2], "y": ["a", "b"]}], "layout": {"title": "x"}}
    assert Graph({}, figure).to_plotly_json()["props"]["figure"] == figure
