"""The server's drawing and plotly's hold the same texts and the same marks, at the same places."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.charts import kinds, plotly
from dashboard.charts.svg import to_svg
from dashboard.content import Exhibit
from dashboard.domain.chart import Map, PlaceMap
from dashboard.domain.ground import Inset
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from tests.conftest import ROOT
from tests.test_gallery import BY_SLUG, DRAWN, Case, drawn_lots

COMPARED = (ROOT / "tests" / "e2e" / "parity.js").read_text("utf-8")
MOST, TOGETHER = 70, 10
"""Figures of a territory that are drawn twice at each run, other ones at each seed; those that the
browser is given at once."""
WIDTHS = (640, 358)
MAPS = {640: 560, 358: 313}
"""The height of a map by its width."""

Drawn = dict[str, Any]


def twice(item: Exhibit, name: str, width: int) -> Drawn:
    """A figure as both draw it, in a box of that width."""
    assert item.chart is not None
    figure = plotly.figure(item.chart)
    is_map = isinstance(item.chart, Map)
    return {
        "name": f"{name} {item.slug}, {width} px",
        "svg": to_svg(kinds.draw(item.chart), item.height, item.alt, item.slug),
        "figure": json.loads(json.dumps(figure, default=list)),
        "width": width,
        "height": MAPS[width] if is_map else item.height,
        "map": is_map,
    }


def figures(store: Store) -> Iterator[Drawn]:
    """Figures of every page that draws some, each once, in turn, at one width or the other."""
    lots = [iter(drawn_lots(BY_SLUG[slug], store)) for slug in DRAWN]
    met: set[str] = set()
    while lots:
        random.shuffle(lots)
        for cases in list(lots):
            case = next(cases, None)
            if case is None:
                lots.remove(cases)
                continue
            for item in exhibits_of(case.page, case.view(store)):
                said = item.chart and not item.table_first and repr(plotly.figure(item.chart))
                if said and said not in met:
                    met.add(said)
                    yield twice(item, str(case), random.choice(WIDTHS))


STATES = (
    "cadre={quarter}&mesure=indicateur",
    "indicateur=taux-pauvrete&classes=quantiles",
    "autour=aucun&cadre=3200_925400_6501250",
    "mesure=montants",
    "mesure=montants&cercles=piliers",
    "mesure=actions&cercles=piliers&cadre={quarter}",
)
"""What the map of Quartiers may show: nearer, classed, alone, in circles, in sectors."""


def maps(store: Store) -> Iterator[Drawn]:
    """The map in each of its states, then with a part drawn apart."""
    page, quarter = BY_SLUG["quartiers"], store.choices.quarters[0]
    for state in STATES:
        case = Case(page, "", state.format(quarter=quarter))
        item = next(one for one in exhibits_of(page, case.view(store)) if one.slug == "carte")
        yield twice(item, str(case), random.choice(WIDTHS))
    assert isinstance(item.chart, PlaceMap)
    west, south, east, north = item.chart.ground.window
    box = (west, (south + north) / 2, (west + east) / 2, north)
    ground = replace(item.chart.ground, insets=(Inset("Ailleurs", box, 2.0, "1_2_3"),))
    yield twice(replace(item, chart=replace(item.chart, ground=ground)), "encart", WIDTHS[0])


@pytest.fixture
def stage(page: Page, real: str) -> Page:
    """A page of ours with plotly, its letters and its style."""
    page.goto(f"{real}/evolutions?indicateur=taux-pauvrete")
    page.wait_for_function("() => window.Plotly && document.fonts.status === 'loaded'")
    return page


@pytest.mark.parametrize("territory", ["chambery", "example"])
def test_both_hold_the_same_texts_and_marks(
    stage: Page, request: pytest.FixtureRequest, territory: str
) -> None:
    store = request.getfixturevalue(territory)
    states = list(maps(store))
    found = [*states, *islice(figures(store), MOST - len(states))]
    assert len(found) == MOST
    for first in range(0, MOST, TOGETHER):
        assert stage.evaluate(COMPARED, found[first : first + TOGETHER]) == []


def test_a_text_or_a_mark_that_moved_or_is_missing_is_seen(stage: Page, chambery: Store) -> None:
    page = BY_SLUG["actions"]
    case = drawn_lots(page, chambery)[0]
    item = next(one for one in exhibits_of(page, case.view(chambery)) if one.slug == "montants")
    right = twice(item, "juste", 640)
    assert stage.evaluate(COMPARED, [right]) == []
    for wrong in broken(right):
        assert stage.evaluate(COMPARED, [wrong]) != []


def broken(right: Drawn) -> Iterator[Drawn]:
    """The same figure whose plotly has one label moved, one missing, one bar taller, one gone."""
    acts: tuple[Callable[[dict[str, Any]], object], ...] = (
        lambda figure: figure["layout"]["annotations"][0].update(xshift=6),
        lambda figure: figure["layout"]["annotations"].pop(),
        lambda figure: figure["data"][0]["y"].__setitem__(0, 0),
        lambda figure: figure["data"].pop(0),
    )
    for act in acts:
        wrong = copy.deepcopy(right)
        act(wrong["figure"])
        yield wrong
