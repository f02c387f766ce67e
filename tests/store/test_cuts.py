"""The parts that the explorer shows make the totals, whatever is measured, cut and filtered."""

from __future__ import annotations

import random

import pytest

from dashboard import keys
from dashboard.domain.claim import Claim
from dashboard.domain.cut import Measure
from dashboard.domain.selection import Selection
from dashboard.exhibits import told
from dashboard.store import Store
from tests.claims import Oracle
from tests.walked import some

MANY, RECOUNTED = 60, 10
"""Selections that are drawn at each run; those of which each part is counted line by line."""
MANY_CENTS = 3
"""Quarters of which every shared cent is counted."""
EVERY = 1_000


def drawn(store: Store) -> Selection:
    """Years and filters at random."""
    first, last = sorted(random.choices(store.choices.years, k=2))
    selection = Selection(last, default_year=store.choices.default_year)
    for key in random.sample(keys.of_lines(), k=random.randint(0, 3)):
        values = ("atelier", "biollay") if key is keys.SEARCH else key.values(store)
        if key is not keys.YEAR and values:
            several = random.sample(values, k=min(key.most, len(values), random.randint(1, 4)))
            selection = selection.having(key.name, ",".join(several))
    return selection.having("depuis", str(first))


def hold(store: Store, selection: Selection, axis: str) -> bool:
    """The parts of one cut, over its years, make what is told without it; whether any line was
    there to be told."""
    found = store.cuts.of(selection, axis)
    own = axis not in ("financeur", "etape")
    wide = selection.having(axis, None) if own else selection
    amount, count = store.money.total(wide)
    held = found.ranked(Measure.AMOUNT, *selection.years)
    amounts, counts, shares = (
        [found.value(part, measure, *selection.years) or 0 for part in held]
        for measure in (Measure.AMOUNT, Measure.COUNT, Measure.SHARE)
    )
    if found.whole:
        assert sum(amounts) == pytest.approx(amount, abs=0.01), (selection, axis)
        assert not amount or sum(shares) == pytest.approx(100)
    if found.exclusive:
        assert sum(counts) == count, (selection, axis)
    return count > 0 and (found.whole or found.exclusive)


def judged(store: Store, many: int) -> int:
    """How many of that many selections at random had something to hold."""
    return sum(
        hold(store, drawn(store), random.choice(keys.CUT.values(store))) for _ in range(many)
    )


def test_the_parts_make_the_totals(store: Store) -> None:
    assert judged(store, MANY) > MANY // 5


@pytest.mark.slow
def test_the_parts_make_the_totals_of_a_thousand_selections(store: Store) -> None:
    assert judged(store, EVERY) > EVERY // 5


def recounted(oracle: Oracle, selection: Selection, axis: str) -> int:
    """How many parts of that cut the lines were asked for, each found right."""
    found = oracle.store.cuts.of(selection, axis)
    wide = selection if axis in ("financeur", "etape") else selection.having(axis, None)
    parts = found.ranked(Measure.AMOUNT, *selection.years)[:8]
    for part in parts:
        where = (axis, part.head.slug)
        for measure in (Measure.AMOUNT, Measure.COUNT, Measure.MEAN):
            value = found.value(part, measure, *selection.years)
            assert value is not None
            right = oracle.answer(Claim(str(measure), value, wide, where))
            assert right == pytest.approx(value, abs=0.02), (selection, where, measure)
    return len(parts)


def test_each_part_is_what_the_lines_say_one_by_one(store: Store) -> None:
    oracle = Oracle(store)
    many = [
        recounted(oracle, drawn(store), random.choice(keys.CUT.values(store)))
        for _ in range(RECOUNTED)
    ]
    assert sum(many) > 0


@pytest.mark.parametrize("axis", ["financeur", "etape"])
def test_cents_of_shared_lines_are_those_that_the_lines_say(example: Store, axis: str) -> None:
    """Over every year a quarter has enough thirds of a euro for a cent each to tell."""
    oracle = Oracle(example)
    years = example.choices.years
    for code in some(example.choices.quarters[:MANY_CENTS]):
        selection = Selection(max(years), default_year=max(years)).having("quartier", code)
        assert recounted(oracle, selection.having("depuis", str(min(years))), axis) > 1


def test_what_a_filter_leaves_out_of_its_own_cut_stays_to_compare_with(store: Store) -> None:
    pillar = store.choices.pillars[0]
    bare = Selection(store.choices.default_year)
    found = store.cuts.of(bare.having("pilier", pillar), "pilier")
    assert [part.head.slug for part in found.parts if part.chosen] == [pillar]
    assert [part.amounts for part in found.parts] == [
        part.amounts for part in store.cuts.of(bare, "pilier").parts
    ]


def test_years_that_a_break_parts_make_no_mean_together(chambery: Store) -> None:
    found = chambery.cuts.of(Selection(2025), "pilier")
    assert found.comparable(Measure.AMOUNT, 2025) == (2022, 2023, 2024, 2025)
    assert found.comparable(Measure.COUNT, 2025) == found.years
    social = next(part for part in found.parts if part.head.slug == "cohesion-sociale")
    assert found.mean(social, Measure.AMOUNT, 2025) == pytest.approx(sum(social.amounts[6:]) / 4)


def test_the_words_of_a_claim_name_the_measures_of_the_explorer() -> None:
    assert (told.AMOUNT, told.COUNT, told.SHARE) == (
        Measure.AMOUNT,
        Measure.COUNT,
        Measure.SHARE,
    )
