"""Where territories stand: one line each, from the lowest, the gap measured between two dots."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts import base, standing
from dashboard.charts.scene import Note, Points, Rule, Scene
from dashboard.charts.standing import DOT
from dashboard.domain.chart import Ladder
from dashboard.domain.indicator import Observation, Status
from dashboard.domain.series import Gap, Standing
from dashboard.text import plain
from tests.charts import samples
from tests.domain.samples import MEDIAN, observation, quarter, reference


def drawn(value: Standing) -> Scene:
    return standing.draw(Ladder(value))


def dots(value: Standing) -> dict[str, Points]:
    return {mark.name: mark for mark in drawn(value).marks if isinstance(mark, Points)}


def rules(value: Standing) -> list[Rule]:
    return [rule for rule in drawn(value).rules if isinstance(rule, Rule)]


def label(value: Standing) -> Note:
    (found,) = (note for note in drawn(value).notes if "de moins" in plain(note.text))
    return found


def bold(value: Standing) -> dict[str, bool]:
    """Each label, and whether it stands out."""
    return {plain(note.text): note.text[0].strong for note in drawn(value).notes}


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
    assert list(dots(three(30_000))) == ["Les Hauts", "Agglomération", "France"]


def test_the_gap_is_drawn_with_its_value() -> None:
    assert "8\u202f900\u00a0€ de moins" in plain(label(samples.standing()).text)
    found = {name: mark.points[0].x for name, mark in dots(samples.standing()).items()}
    assert found == {"Les Hauts": 14_280.0, "Agglomération": 23_180.0}


def test_each_end_of_the_gap_is_tied_to_its_dot() -> None:
    found = rules(three(30_000))
    ties = [rule for rule in found if rule.stroke.dash == "dot"]
    assert [(tie.x0, tie.y0) for tie in ties] == [(14_000.0, DOT), (14_400.0, 1 + DOT)]
    (bracket,) = (rule for rule in found if rule.x1 - rule.x0 == 400)
    assert {tie.y1 for tie in ties} == {bracket.y0}


def test_the_ground_of_a_name_covers_no_dot() -> None:
    value = samples.standing()
    (axis,) = drawn(value).up
    row = standing.ROW * len(value.entries) / (axis.low - axis.high)
    ground, dot = 0.63 * base.TEXT + 1, 7
    assert (standing.NAME + DOT) * row > ground + dot


def test_the_reference_of_the_gap_stands_out_among_the_others() -> None:
    found = bold(three(30_000))
    assert [found[name] for name in ("Agglomération", "Les Hauts", "France")] == [True, True, False]


def test_the_label_of_a_gap_near_an_end_is_not_cut() -> None:
    assert label(three(60_000)).held == "left"
    assert label(samples.standing()).held == "center"


def test_quarters_are_told_from_references_by_their_mark() -> None:
    here, there = dots(samples.standing()).values()
    assert here.symbol.shape != there.symbol.shape
    assert [mark.points[0].pick for mark in (here, there)] == ["quartier=QP000001", ""]


def test_a_value_that_is_not_known_has_its_line_its_mark_and_no_dot() -> None:
    hidden = Observation("QP000001", "mediane", 2019, None, Status.SECRET, "insee-filosofi")
    value = Standing(MEDIAN, 2019, ((quarter(), hidden), (reference(), observation(2019, 1.0))))
    assert list(dots(value)) == ["Agglomération"]
    assert len(rules(value)) == 2
    assert bold(value)["s"]
