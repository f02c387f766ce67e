"""A bridge makes the difference of its two totals, or it cannot be built."""

from __future__ import annotations

import pytest

from dashboard.domain.bridge import Bridge, BridgeMove, BridgeStep
from dashboard.domain.chart import Level, Shift, Waterfall
from dashboard.domain.indicator import Break
from dashboard.domain.series import RuleBroken

ENDED = BridgeStep(BridgeMove.ENDED, 400.0, 0.0, 2, 0, 2)
ROSE = BridgeStep(BridgeMove.ROSE, 500.0, 650.0, 1, 2, 1)
BROKEN = (Break(2025, "la cité éducative entre", "anct"),)


def test_steps_that_do_not_make_the_totals_are_refused() -> None:
    assert Bridge(2024, 2025, 900.0, 650.0, 3, 2, (ENDED, ROSE)).step(BridgeMove.ROSE) is ROSE
    with pytest.raises(RuleBroken, match="l’écart des deux totaux"):
        Bridge(2024, 2025, 900.0, 651.0, 3, 2, (ENDED, ROSE))
    with pytest.raises(RuleBroken, match="une seule fois"):
        Bridge(2024, 2025, 900.0, 650.0, 4, 2, (ENDED, ROSE))
    with pytest.raises(RuleBroken, match="plus récente"):
        Bridge(2025, 2025, 900.0, 650.0, 3, 2, (ENDED, ROSE))


def test_across_a_break_only_what_stands_in_both_years_compares() -> None:
    found = Bridge(2024, 2025, 900.0, 650.0, 3, 2, (ENDED, ROSE), BROKEN)
    assert not found.comparable
    assert [found.tells(step) for step in found.steps] == [False, True]
    assert (found.kept.before, found.kept.after, found.kept.steps) == (500.0, 650.0, (ROSE,))


def test_a_waterfall_whose_steps_miss_its_end_cannot_be_drawn() -> None:
    start, end = Level("2024", 900.0), Level("2025", 650.0)
    assert Waterfall(start, (Shift("arrêtées", -400.0), Shift("hausse", 150.0)), end).end is end
    with pytest.raises(RuleBroken, match="l’écart"):
        Waterfall(start, (Shift("arrêtées", -400.0),), end)
