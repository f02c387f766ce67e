"""The workshop of charts: both drawings of each sample, nothing asked outside the project."""

from __future__ import annotations

import base64
import json

import pytest

from dashboard.charts import demo, plotly
from dashboard.web.workshop import drawings, workshop


@pytest.mark.parametrize("name", demo.FIGURES)
def test_both_drawings_of_a_sample_stand_side_by_side(name: str) -> None:
    said, row = drawings(name)
    chart, words = demo.FIGURES[name]()
    assert said.children == words  # type: ignore[attr-defined]
    painted, still = (column.children[1] for column in row.children)  # type: ignore[attr-defined]
    assert painted.figure == plotly.figure(chart)
    kind, _, content = still.src.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(content).startswith(b"<svg")


def test_the_page_asks_for_nothing_outside_the_project() -> None:
    client = workshop().server.test_client()
    page = client.get("/").get_data(as_text=True)
    assert "bootstrap.min.css" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page
    layout = json.loads(client.get("/_dash-layout").get_data(as_text=True))
    assert layout["namespace"] == "dash_bootstrap_components"
