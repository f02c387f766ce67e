"""Flows: ribbons as thick as their euros, names that never meet, nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from dashboard.charts import flows
from dashboard.charts.scene import Area
from dashboard.domain.series import RuleBroken
from tests.charts import samples

VALUE = samples.flows()
SCENE = flows.draw(VALUE)


def ends(area: Area) -> tuple[float, float]:
    """The thickness of a ribbon where it starts and where it ends."""
    up = [float(y or 0) for y in area.y]
    middle = flows.STEPS + 1
    return up[-2] - up[0], up[middle] - up[middle - 1]


def test_a_ribbon_is_as_thick_as_its_euros_at_both_ends() -> None:
    given = [euros for grid in (VALUE.given, VALUE.spent) for row in grid for euros in row if euros]
    thick = [ends(area) for area in SCENE.marks if isinstance(area, Area)]
    assert len(thick) == len(given)
    wanted = sorted(flows.THICK * euros / 1000 for euros in given)
    assert sorted(start for start, _ in thick) == pytest.approx(wanted)
    assert sorted(end for _, end in thick) == pytest.approx(wanted)


def test_the_names_of_a_side_never_meet_and_choose_what_they_name() -> None:
    for held in ("left", "right"):
        side = [
            note for note in SCENE.notes if note.held == held and note.y_axis == 0 and note.pick
        ]
        assert all("=" in note.pick for note in side)
    named = [note for note in SCENE.notes if any(span.strong for span in note.text)]
    for held in ("left", "right"):
        heights = sorted(note.y for note in named if note.held == held)
        assert all(low + flows.LEAST <= high + 0.01 for low, high in pairwise(heights))


def test_a_flow_that_does_not_reconcile_cannot_be_drawn() -> None:
    with pytest.raises(RuleBroken):
        replace(VALUE, given=((600.0, 299.0), (0.0, 100.0)))
    with pytest.raises(RuleBroken):
        replace(VALUE, places=(replace(VALUE.places[0], amount=1.0), VALUE.places[1]))
