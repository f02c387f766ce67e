"""What makes a figure plotly's: its dict for a view, without the outlines, which come once."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.charts import plotly
from dashboard.exhibits import place_map
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.web.factory import create_app
from dashboard.web.figures import lean
from tests.walked import some

OFFERED = re.compile(r'data-figure="([^"]+)"')
LISTED = re.compile(r'data-contours="([^"]+)">')
RANKED = re.compile(r'<path data-contours="([^"]+)"')


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def page(client: FlaskClient, path: str) -> str:
    return client.get(path).get_data(as_text=True)


def asked(client: FlaskClient, address: str) -> Any:
    answer = client.get(address.replace("&amp;", "&"))
    assert answer.status_code == 200, address
    return answer.get_json()


def points(path: str) -> list[tuple[int | None, int | None]]:
    """The points of an outline as the browser reads them (assets/page/explore.js)."""
    found: list[tuple[int | None, int | None]] = []
    for ring in path.split("Z")[:-1]:
        first, _, rest = ring[1:].partition("l")
        x, y = map(int, first.split(","))
        found += [*([(None, None)] if found else []), (x, -y)]
        for step in rest.split(" "):
            dx, dy = map(int, step.split(","))
            x, y = x + dx, y + dy
            found.append((x, -y))
    return found


def rounded(values: list[float | None]) -> list[int | None]:
    return [None if value is None else round(value) for value in values]


@pytest.mark.parametrize(
    "path", ["/", "/evolutions?indicateur=taux-pauvrete", "/actions", "/quartiers"]
)
def test_every_figure_that_a_page_draws_has_its_dict_for_that_view(
    client: FlaskClient, path: str
) -> None:
    asked_for = f"{path}{'&' if '?' in path else '?'}annee=2016"
    offered = set(OFFERED.findall(page(client, asked_for)))
    assert offered
    for address in some(offered):
        assert asked(client, address)["data"]


@pytest.mark.parametrize("query", ["", "generation=2015", "mesure=actions"])
def test_the_outlines_that_a_map_names_are_those_that_it_draws(
    client: FlaskClient, store: Store, query: str
) -> None:
    found = router.visit(PAGES, "/quartiers", query, store)
    assert found is not None
    chart = place_map.exhibit(found[1]).chart
    assert chart is not None
    figure = plotly.figure(chart)
    (listed,) = set(LISTED.findall(page(client, f"/quartiers?{query}")))
    outlines = asked(client, listed)
    named = [trace for trace in lean(figure)["data"] if isinstance(trace["x"], dict)]
    drawn = [trace for trace in figure["data"] if trace["name"] in {t["name"] for t in named}]
    assert len(named) > 2
    for short, whole in zip(named, drawn, strict=True):
        spots = points("".join(outlines[rank] for rank in short["x"]["contours"]))
        assert [x for x, _ in spots] == rounded(whole["x"])
        assert [y for _, y in spots] == rounded(whole["y"])


def test_a_change_of_view_names_the_outlines_that_the_list_draws(
    client: FlaskClient, store: Store
) -> None:
    first = page(client, "/quartiers")
    outlines = asked(client, next(iter(LISTED.findall(first))))
    assert RANKED.findall(first) == []
    assert [path for path in outlines if path in first]


def test_a_figure_that_the_view_does_not_draw_is_not_found(client: FlaskClient) -> None:
    known = next(iter(OFFERED.findall(page(client, "/")))).replace("&amp;", "&")
    for unknown in (known.replace("/accueil/", "/ailleurs/"), known.replace(".json", "x.json")):
        assert client.get(unknown).status_code == 404


def test_a_publication_that_is_no_longer_held_answers_nothing(client: FlaskClient) -> None:
    assert client.get("/figure/accueil/carte.json?publication=ancienne").status_code == 410
    assert client.get("/figure/contours.json?publication=ancienne").status_code == 410


def test_both_are_kept_for_an_hour_since_the_code_may_change(
    client: FlaskClient,
) -> None:
    document = page(client, "/")
    for address in (OFFERED.findall(document)[0], LISTED.findall(document)[0]):
        kept = client.get(address.replace("&amp;", "&")).headers["Cache-Control"]
        assert kept == "private, max-age=3600"


def test_what_is_no_outline_of_the_page_travels_as_it_is() -> None:
    figure = {"data": [{"type": "bar", "x": [1, 2], "y": ["a", "b"]}], "layout": {"title": "x"}}
    assert json.loads(json.dumps(lean(figure))) == figure
