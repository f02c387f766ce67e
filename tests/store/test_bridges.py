"""What changed between two years adds up to the two totals, whatever the filters."""

from __future__ import annotations

import random

import pytest

from dashboard import keys
from dashboard.domain.bridge import BridgeMove
from dashboard.domain.claim import Claim
from dashboard.domain.selection import Selection
from dashboard.exhibits import told
from dashboard.store import Store
from dashboard.store.bridges import FollowedUnit
from tests.claims import Oracle
from tests.walked import some

MANY, RECOUNTED = 60, 12
"""Selections that are drawn at each run; those of them whose steps are counted one by one."""


def drawn(store: Store) -> tuple[Selection, int]:
    """Two years and filters, at random."""
    first, last = sorted(random.sample(store.choices.years, 2))
    selection = Selection(last, default_year=store.choices.default_year)
    for key in random.sample(keys.of_lines(), k=random.randint(0, 3)):
        values = ("atelier", "biollay") if key is keys.SEARCH else key.values(store)
        if key is not keys.YEAR and values:
            selection = selection.having(key.name, random.choice(values))
    return selection, first


@pytest.mark.parametrize("unit", FollowedUnit)
def test_the_steps_make_the_difference_of_the_two_totals(store: Store, unit: FollowedUnit) -> None:
    for _ in range(MANY):
        selection, first = drawn(store)
        found = store.bridges.between(selection, first, unit).bridge
        ends = [store.money.total(selection.having("annee", str(y))) for y in (first, found.last)]
        assert [found.before, found.after] == pytest.approx(
            [amount for amount, _ in ends], abs=0.01
        )
        assert [found.before_count, found.after_count] == [count for _, count in ends]
        moved = sum(step.difference for step in found.steps)
        assert found.before + moved == pytest.approx(found.after, abs=0.01)


@pytest.mark.parametrize("unit", FollowedUnit)
def test_each_step_is_what_the_lines_say_one_by_one(store: Store, unit: FollowedUnit) -> None:
    oracle = Oracle(store)
    found = (
        (selection, first, step)
        for selection, first in (drawn(store) for _ in range(RECOUNTED))
        for step in store.bridges.between(selection, first, unit).bridge.steps
    )
    for selection, first, step in some(found):
        part = (f"{unit}:{first}", str(step.move))
        many = Claim(told.MOVED, step.many, selection, part)
        euros = Claim(told.SHIFT, step.difference, selection, part)
        assert oracle.answer(many) == step.many, (selection, step)
        assert oracle.answer(euros) == pytest.approx(step.difference, abs=0.01)


def test_each_move_is_read_once_and_the_largest_come_first(store: Store) -> None:
    last = store.choices.default_year
    found = store.bridges.between(Selection(last), last - 1, FollowedUnit.ACTION)
    read = [*found.read(0, 7), *found.read(7, found.many)]
    assert len(read) == found.many
    for step in found.bridge.steps:
        gaps = [abs(item.difference) for item in read if item.move is step.move]
        assert len(gaps) == step.many
        assert gaps == sorted(gaps, reverse=True)


def test_a_holder_that_leaves_the_filters_is_not_said_to_end(store: Store) -> None:
    selections = [
        Selection(year, quarters=(code,))
        for year in store.choices.years[1:]
        for code in store.choices.quarters
    ]
    found = [store.bridges.between(s, s.year - 1, FollowedUnit.HOLDER).bridge for s in selections]
    moved = {step.move for bridge in found for step in bridge.steps}
    assert {BridgeMove.LEFT, BridgeMove.ENTERED} <= moved


def test_holders_that_a_break_parts_are_not_said_to_receive_more_or_less(chambery: Store) -> None:
    found = chambery.bridges.between(Selection(2022), 2021, FollowedUnit.HOLDER).bridge
    assert not found.comparable
    assert found.step(BridgeMove.STAYED) is not None
    assert all(
        found.step(move) is None for move in (BridgeMove.ROSE, BridgeMove.FELL, BridgeMove.SAME)
    )
