"""Where territories stand: one line each, from the lowest, the gap measured between two dots."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dashboard.charts import base, standing
from dashboard.charts.standing import DOT
from dashboard.domain.indicator import Observation, Status
from dashboard.domain.series import Gap, Standing
from tests.charts import samples
from tests.domain.samples import MEDIAN, observation, quarter, reference


def layout(value: Standing) -> dict[str, Any]:
    found: dict[str, Any] = standing.draw(value)["layout"]
    return found


def label(value: Standing) -> dict[str, Any]:
    (found,) = (n for n in layout(value)["annotations"] if "de moins" in n["text"])
    return dict(found)


def three(last: float) -> Standing:
    """A quarter and its reference near the low end, a country at ``last``."""
    here, there = observation(2019, 14_000.0), observation(2019, 14_400.0, "999000001")
    country = replace(reference(), code="FM", name="France")
    entries = (
        (country, observation(2019, last, "FM")),
        (reference(), there),
        (quarter(), here),
    )
    return Standing(MEDIAN, 2019, entries, Gap(MEDIAN, here, there, quarter(), reference()))


def test_territories_go_from_the_lowest_to_the_highest() -> None:
    assert [t["name"] for t in standing.draw(three(30_000))["data"]] == [
        "Les Hauts",
        "Agglomération",
        "France",
    ]


def test_the_gap_is_drawn_with_its_value() -> None:
    assert "8\u202f900\u00a0€ de moins" in label(samples.standing())["text"]
    dots = {t["name"]: t["x"] for t in standing.draw(samples.standing())["data"]}
    assert dots == {"Les Hauts": [14_280.0], "Agglomération": [23_180.0]}


def test_each_end_of_the_gap_is_tied_to_its_dot() -> None:
    ties = [s for s in layout(three(30_000))["shapes"] if s["line"].get("dash") == "dot"]
    assert [(s["x0"], s["y0"]) for s in ties] == [(14_000.0, DOT), (14_400.0, 1 + DOT)]
    (bracket,) = (s for s in layout(three(30_000))["shapes"] if s["x1"] - s["x0"] == 400)
    assert {s["y1"] for s in ties} == {bracket["y0"]}


def test_the_ground_of_a_name_covers_no_dot() -> None:
    value = samples.standing()
    top, bottom = layout(value)["yaxis"]["range"][::-1]
    row = standing.ROW * len(value.entries) / (bottom - top)
    ground, dot = 0.63 * base.TEXT + 1, 7
    assert (standing.NAME + DOT) * row > ground + dot


def test_the_reference_of_the_gap_stands_out_among_the_others() -> None:
    said = {n["text"] for n in layout(three(30_000))["annotations"]}
    assert {"<b>Agglomération</b>", "France", "<b>Les Hauts</b>"} <= said


def test_the_label_of_a_gap_near_an_end_is_not_cut() -> None:
    assert label(three(60_000))["xanchor"] == "left"
    assert label(samples.standing())["xanchor"] == "center"


def test_quarters_are_told_from_references_by_their_mark() -> None:
    here, there = standing.draw(samples.standing())["data"]
    assert here["marker"]["symbol"] != there["marker"]["symbol"]
    assert (here["customdata"], there["customdata"]) == (["quartier=QP000001"], [""])


def test_a_value_that_is_not_known_has_its_line_its_mark_and_no_dot() -> None:
    hidden = Observation("QP000001", "mediane", 2019, None, Status.SECRET, "insee-filosofi")
    value = Standing(MEDIAN, 2019, ((quarter(), hidden), (reference(), observation(2019, 1.0))))
    assert standing.draw(value)["data"][1]["x"] == []
    assert "<b>s</b>" in {n["text"] for n in layout(value)["annotations"]}
