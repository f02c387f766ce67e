"""Figures of what makes up a quarter: one scale, no bar for what is absent, nothing cut."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts import ages, incomes, multiples, side_by_side
from tests.charts import samples


def words(figure: dict[str, Any]) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


def test_an_absent_value_has_no_bar_and_says_its_mark() -> None:
    figure = side_by_side.draw(samples.profile())
    assert figure["data"][-1]["x"] == [39.0, None]
    assert "n.\u00a0d." in words(figure)


def test_one_place_needs_no_key() -> None:
    alone, two = (side_by_side.draw(samples.profile(many)) for many in (1, 2))
    assert len(alone["data"]) == 1
    assert [trace["name"] for trace in two["data"][:2]] == ["Quartier 0", "Quartier 1"]


@pytest.mark.parametrize("many", [2, 3, 4])
def test_places_are_told_apart_without_hue(many: int) -> None:
    traces = side_by_side.draw(samples.profile(many))["data"][-many:]
    looks = {(t["marker"]["color"], t["marker"]["pattern"]["shape"]) for t in traces}
    assert len(looks) == many


def test_women_stand_at_the_left_and_men_at_the_right_on_one_scale() -> None:
    figure = ages.draw(samples.pyramids())
    women, men = figure["data"]
    assert max(women["x"]) < 0 < min(men["x"])
    low, high = figure["layout"]["xaxis"]["range"]
    assert low == -high
    assert high > max(men["x"])


def test_the_oldest_stand_at_the_top() -> None:
    said = [text for text in words(ages.draw(samples.pyramids(1))) if "ans" in text]
    assert said == ["60 ans et plus", "25 à 59 ans", "Moins de 25 ans"]


def test_the_median_alone_is_full() -> None:
    own, wide = incomes.draw(samples.spread())["data"]
    assert [size == 13 for size in own["marker"]["size"]].index(True) == 4
    assert wide["marker"]["size"] == [8, 13, 8]


def test_panels_have_one_scale_and_no_bar_for_a_year_without_line() -> None:
    first, second = multiples.draw(samples.multiples())["data"]
    assert first["y"][1] is None
    assert first["y"][0] / 10 == pytest.approx(second["y"][2] / 8)


def test_a_break_is_drawn_and_said_in_the_figure() -> None:
    figure = multiples.draw(samples.multiples())
    assert any("le périmètre a changé" in text for text in words(figure))
    dotted = [s for s in figure["layout"]["shapes"] if s["line"].get("dash")]
    assert [shape["x0"] for shape in dotted] == [2023.5]
