"""Participations planned and real: hollow beside full, a masked count never drawn as zero."""

from __future__ import annotations

from dashboard.charts import participations
from dashboard.charts.svg import to_svg
from tests.charts import samples

VALUE = samples.participations()


def test_a_masked_count_has_no_bar_and_says_s() -> None:
    planned, real = participations.draw(VALUE)["data"]
    assert real["x"] == [98, None]
    assert real["text"][1] == "Réel\u00a0: s"
    assert "s" in {note["text"] for note in participations.draw(VALUE)["layout"]["annotations"]}
    assert planned["x"] == [120, 40]


def test_a_masked_count_is_drawn_as_nothing_in_the_still_figure_too() -> None:
    drawn = to_svg(participations.draw(VALUE), participations.height(VALUE), "Participations")
    assert drawn.count("<rect ") == 3


def test_planned_is_hatched_and_real_is_full() -> None:
    planned, real = participations.draw(VALUE)["data"]
    assert (planned["marker"]["pattern"]["shape"], real["marker"]["pattern"]["shape"]) == ("/", "")


def test_each_group_has_its_row_and_its_name() -> None:
    assert participations.height(VALUE) == participations.HEAD + 6 + 2 * participations.ROW
    said = [note["text"] for note in participations.draw(VALUE)["layout"]["annotations"]]
    assert "<b>6-11 ans</b>" in said
