"""Small bars by year: one scale, the chosen years full, the break named clear of the titles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import years
from dashboard.domain.indicator import Break
from dashboard.words import tokens
from tests.charts import samples

GRID = samples.grid()


def layout(first: int = 2022, last: int = 2022) -> dict[str, Any]:
    found: dict[str, Any] = years.draw(GRID, "amount", first, last)["layout"]
    return found


def colours() -> list[list[str]]:
    figure = years.draw(GRID, "amount", 2022, 2022)
    return [trace["marker"]["color"] for trace in figure["data"] if trace["type"] == "bar"]


def borne(figure: dict[str, Any]) -> list[str]:
    """The values over the bars."""
    return [
        text for trace in figure["data"] if trace["type"] == "scatter" for text in trace["text"]
    ]


def test_bars_of_all_pillars_share_one_scale_and_start_at_zero() -> None:
    scales = []
    for name in ("yaxis", "yaxis2"):
        low, high = layout()[name]["range"]
        bottom, top = layout()[name]["domain"]
        assert low == 0
        scales.append(high / (top - bottom))
    assert scales[0] == pytest.approx(scales[1], rel=0.001)


def test_the_bands_fill_the_height_down_to_the_years() -> None:
    assert layout()["yaxis2"]["domain"][0] == pytest.approx(0, abs=0.001)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_the_largest_value_stands_in_its_band_to_the_last_digit(one: int, other: int) -> None:
    amounts = tuple((one / 100 / share, other / 100 / share) for share in (1, 2, 3))
    sums = map(sum, zip(*amounts, strict=True))
    slices = tuple(replace(s, amount=whole) for s, whole in zip(GRID.slices, sums, strict=True))
    figure = years.draw(replace(GRID, amounts=amounts, slices=slices), "amount", 2022, 2022)
    for trace in figure["data"]:
        axis = figure["layout"]["yaxis" + trace["yaxis"].removeprefix("y")]
        assert max(trace["y"]) <= axis["range"][1]


def test_the_chosen_year_is_full_and_the_others_tinted() -> None:
    full, tint = tokens.colour("social"), tokens.colour("social-tint")
    assert colours()[0] == [tint, tint, full]


def test_each_bar_bears_its_value_in_thousands_of_euros() -> None:
    said = borne(years.draw(GRID, "amount", 2022, 2022))
    assert {"527", "498", "<b>813</b>", "7", "3", "<b>2</b>"} <= set(said)


def test_less_than_a_thousand_euros_is_not_zero() -> None:
    small = replace(GRID, amounts=((527e3, 0.0), (498e3, 400.0), (813e3, 2e3)))
    said = borne(years.draw(small, "amount", 2022, 2022))
    assert "0,4" in said
    assert "0" in said


def test_a_click_on_a_bar_chooses_its_year_and_one_on_a_title_its_pillar() -> None:
    figure = years.draw(GRID, "amount", 2022, 2022)
    assert figure["data"][0]["customdata"] == ["annee=2020", "annee=2021", "annee=2022"]
    titles = [note["name"] for note in figure["layout"]["annotations"] if "name" in note]
    assert titles == ["pilier=social", "pilier=cadre"]


def test_the_break_says_what_changed_over_the_bands_and_its_rule_lies_under_no_title() -> None:
    (note,) = (n for n in layout()["annotations"] if "┊" in n["text"])
    assert "2022\u00a0: la cité éducative" in note["text"]
    assert (note["y"], note["yanchor"]) == (1, "bottom")
    (rule,) = (shape for shape in layout()["shapes"] if shape["x0"] == shape["x1"])
    assert rule["x0"] == 2021.5
    titles = [n for n in layout()["annotations"] if n.get("name", "").startswith("pilier")]
    assert all(title["bgcolor"] == tokens.colour("paper") for title in titles)


def test_a_break_takes_its_own_lines_and_one_outside_the_years_none() -> None:
    plain = replace(GRID, breaks=())
    outside = replace(GRID, breaks=(Break(2020, "motif", "source"),))
    assert years.height(GRID) > years.height(plain) == years.height(outside)
    assert years.draw(GRID, "amount", 2022, 2022)["layout"]["margin"]["t"] > 16
