"""Bars of a breakdown: in the order given, what is not known hatched, the total kept."""

from __future__ import annotations

from typing import Any

from dashboard import tokens
from dashboard.figures import bars
from tests.figures import samples


def trace(measure: str = "amount", limit: int = 12) -> dict[str, Any]:
    found: dict[str, Any] = bars.draw(samples.breakdown(), measure, limit)["data"][0]
    return found


def notes(measure: str) -> list[str]:
    return [
        item["text"] for item in bars.draw(samples.breakdown(), measure)["layout"]["annotations"]
    ]


def test_what_names_no_quarter_closes_the_list_and_its_hatch_is_seen() -> None:
    marker = trace()["marker"]
    assert marker["pattern"]["shape"] == ["", "", "/"]
    assert marker["color"][-1] not in (tokens.colour("paper"), tokens.colour("ground"))


def test_what_is_only_small_is_not_hatched_as_unknown() -> None:
    assert trace(limit=1)["marker"]["pattern"]["shape"] == ["", "", "/"]


def test_parts_beyond_the_limit_stand_in_one_bar_that_keeps_the_total() -> None:
    shown = bars.shown(samples.breakdown().slices, 1)
    assert [item.slug for item in shown] == ["a", "autres", "non-ventile"]
    assert sum(item.amount for item in shown) == 1050.0


def test_a_click_on_a_bar_says_what_it_filters() -> None:
    assert trace()["customdata"] == ["porteur=a", "porteur=b", ""]


def test_the_label_of_a_bar_counts_its_lines() -> None:
    assert notes("amount")[0].endswith("· 3\u00a0lignes")
    assert notes("amount")[2].endswith("· 1\u00a0ligne")


def test_the_end_of_a_bar_says_what_its_length_measures() -> None:
    assert notes("amount")[1] == "<b>900\u00a0€</b>"
    assert notes("count")[1] == "<b>3</b>"
    assert trace("count")["x"] == [3.0, 1.0, 2.0]


def test_each_bar_has_its_row() -> None:
    assert bars.height(samples.breakdown()) == 2 * bars.EDGE + 3 * bars.ROW
