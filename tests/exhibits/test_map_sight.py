"""A map that is looked at closely: what it shows, names and says."""

from __future__ import annotations

import pytest

from dashboard.charts import plotly
from dashboard.content import Exhibit, plain
from dashboard.domain.chart import PlaceMap
from dashboard.exhibits import map_sight, place_map
from dashboard.store import Store
from tests.views import seen

NEAR = "generation=2015&indicateur=taux-pauvrete&cadre=QP073001"


def shown(store: Store, query: str) -> tuple[Exhibit, PlaceMap]:
    found = place_map.exhibit(seen(store, "/quartiers", query))
    assert isinstance(found.chart, PlaceMap)
    return found, found.chart


def test_a_quarter_looked_at_is_drawn_as_its_source_draws_it(chambery: Store) -> None:
    _, chart = shown(chambery, NEAR)
    (held,) = [s for s in chart.quarters.told.shapes if s.territory.code == "QP073001"]
    assert sum(map(len, held.rings)) == sum(map(len, chambery.places.lines["QP073001"]))
    assert sum(map(len, held.rings)) > sum(map(len, chambery.places.shapes["QP073001"].rings))


def test_quarters_out_of_sight_leave_the_drawing_and_stay_in_the_table(chambery: Store) -> None:
    whole, _ = shown(chambery, "generation=2015&indicateur=taux-pauvrete")
    near, chart = shown(chambery, NEAR)
    names = {shape.territory.name for shape in chart.quarters.told.shapes}
    assert "Biollay - Bellevue" in names
    assert "Les Hauts-de-Chambéry" not in names
    assert len(near.table.rows) == len(whole.table.rows)


def test_classes_do_not_change_with_the_zoom(chambery: Store) -> None:
    _, whole = shown(chambery, "generation=2015&indicateur=taux-pauvrete")
    _, near = shown(chambery, NEAR)
    assert near.quarters.classes == whole.quarters.classes


def test_the_places_and_streets_in_sight_are_named_and_said_in_the_limits(chambery: Store) -> None:
    found, chart = shown(chambery, NEAR)
    names = {item.name for item in chart.landmarks}
    assert {"Gymnase du Biollay", "Rue Lucien Chiron"} <= names
    assert all(chart.ground.shows(item.x, item.y) for item in chart.landmarks)
    written = {note["text"] for note in plotly.figure(chart)["layout"]["annotations"]}
    assert "Gymnase du Biollay" in written
    assert any("Lieux connus dans cette vue" in note for note in found.notes)
    _, whole = shown(chambery, "generation=2015")
    assert not whole.landmarks


def test_the_sentence_speaks_of_what_is_in_sight(chambery: Store) -> None:
    found, _ = shown(chambery, NEAR)
    assert "Biollay" in plain(found.reading)


def test_steps_lead_on_until_the_map_goes_no_further(chambery: Store) -> None:
    found, _ = shown(chambery, "")
    led = {move.press: move.href for move in found.moves}
    assert led["+"].startswith("/quartiers?cadre=")
    assert [press for press, href in led.items() if not href] == [
        "-",
        "ArrowLeft",
        "ArrowUp",
        "ArrowDown",
        "ArrowRight",
        "0",
    ]
    near, _ = shown(chambery, NEAR)
    assert {move.press: move.href for move in near.moves}["0"].endswith("indicateur=taux-pauvrete")


def test_the_file_of_a_close_view_says_that_it_is_one(chambery: Store) -> None:
    assert "zoom" in shown(chambery, NEAR)[0].file_name
    assert "zoom" not in shown(chambery, "")[0].file_name


def test_the_list_of_quarters_to_zoom_on_is_that_of_the_perimeters_shown(chambery: Store) -> None:
    found, _ = shown(chambery, "generation=2024&cadre=QP073001")
    control = next(control for control in found.controls if control.key == "cadre")
    assert control.value == "QN07301M"
    assert [choice.value for choice in control.choices] == ["", "QN07301M", "QN07302M"]


def test_what_the_window_shows_leaves_with_the_figure(chambery: Store) -> None:
    found, _ = shown(chambery, NEAR)
    assert "carte cadrée sur Biollay - Bellevue" in found.frame.whole
    assert found.file_name.count("zoom") == 1
    away, _ = shown(chambery, "generation=2015&cadre=3200_925400_6501250")
    assert "carte cadrée sur une vue de 3,2\u00a0km de large" in away.frame.whole
    whole, _ = shown(chambery, "generation=2015")
    assert "cadrée" not in whole.frame.whole


def test_what_stands_around_the_quarters_leaves_with_the_figure(chambery: Store) -> None:
    found, _ = shown(chambery, "generation=2015&indicateur=taux-pauvrete&autour=aucun")
    assert "autour\u00a0: rien" in found.frame.whole


def test_a_map_that_stays_still_leads_to_the_one_that_moves(chambery: Store) -> None:
    home = place_map.exhibit(seen(chambery, "/", ""))
    assert home.further
    assert home.further.href == "/quartiers"
    portrait = place_map.exhibit(seen(chambery, "/quartiers/QP073001", ""))
    assert portrait.further
    assert "cadre=QP073001" in portrait.further.href
    found, _ = shown(chambery, NEAR)
    assert found.further is None


def test_where_quarters_are_many_those_in_sight_are_offered_to_zoom_on(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered(query: str) -> list[str]:
        found, _ = shown(chambery, query)
        held = [control for control in found.controls if control.key == "cadre"]
        return [choice.value for control in held for choice in control.choices if choice.value]

    assert {"QP073001", "QP073002"} <= {*offered("generation=2015")}
    monkeypatch.setattr(map_sight, "OFFERED", 1)
    assert offered("generation=2015") == []
    assert offered("generation=2015&quartier=QP073002") == ["QP073002"]
    assert offered("generation=2015&cadre=2000_925400_6499000") == [
        "QP073001",
        "2000_925400_6499000",
    ]
