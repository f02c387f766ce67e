"""Small bars by year: one scale, the chosen years full, the break named clear of the titles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import years
from dashboard.charts.scene import Rule, Scene, TextMark
from dashboard.domain.breakdown import YearGrid
from dashboard.domain.chart import Years
from dashboard.domain.indicator import Break
from dashboard.text import Text, plain
from dashboard.words import tokens
from tests.charts import samples
from tests.walked import some

GRID = samples.grid()


def drawn(grid: YearGrid = GRID) -> Scene:
    return years.draw(Years(grid, "amount", 2022, 2022))


def tall(grid: YearGrid) -> int:
    return years.height(Years(grid, "amount", 2022, 2022))


def colours() -> list[list[object]]:
    return [[bar.fill for bar in group.bars] for group in drawn().bars]


def borne(scene: Scene) -> list[Text]:
    """The values over the bars."""
    return [word.text for mark in scene.marks if isinstance(mark, TextMark) for word in mark.words]


def test_bars_of_all_pillars_share_one_scale_and_start_at_zero() -> None:
    axes = drawn().up
    assert [axis.low for axis in axes] == [0, 0]
    one, other = (axis.high / (axis.end - axis.start) for axis in axes)
    assert one == pytest.approx(other, rel=0.001)


def test_the_bands_fill_the_height_down_to_the_years() -> None:
    assert drawn().up[1].start == pytest.approx(0, abs=0.001)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_the_largest_value_stands_in_its_band_to_the_last_digit(one: int, other: int) -> None:
    amounts = tuple((one / 100 / share, other / 100 / share) for share in (1, 2, 3))
    sums = map(sum, zip(*amounts, strict=True))
    slices = tuple(replace(s, amount=whole) for s, whole in zip(GRID.slices, sums, strict=True))
    scene = drawn(replace(GRID, amounts=amounts, slices=slices))
    for group in some(scene.bars):
        assert group.y is not None
        assert max(bar.end for bar in group.bars) <= scene.up[group.y].high


def test_the_chosen_year_is_full_and_the_others_tinted() -> None:
    full, tint = tokens.colour("social"), tokens.colour("social-tint")
    assert colours()[0] == [tint, tint, full]


def test_each_bar_bears_its_value_in_thousands_of_euros() -> None:
    said = {(plain(text), text[0].strong) for text in borne(drawn())}
    assert {("527", False), ("498", False), ("813", True), ("7", False), ("2", True)} <= said


def test_less_than_a_thousand_euros_is_not_zero() -> None:
    small = replace(GRID, amounts=((527e3, 0.0), (498e3, 400.0), (813e3, 2e3)))
    assert {"0,4", "0"} <= set(map(plain, borne(drawn(small))))


def test_a_press_on_a_bar_chooses_its_year_and_one_on_a_title_its_pillar() -> None:
    scene = drawn()
    picks = [bar.pick for bar in scene.bars[0].bars]
    assert picks == ["annee=2020", "annee=2021", "annee=2022"]
    titles = [note.pick for note in scene.notes if note.pick]
    assert titles == ["pilier=social", "pilier=cadre"]


def test_the_break_says_what_changed_over_the_bands_and_its_rule_lies_under_no_title() -> None:
    scene = drawn()
    (note,) = (n for n in scene.notes if "┊" in plain(n.text))
    assert "2022\u00a0: la cité éducative" in plain(note.text)
    assert (note.y, note.hung) == (1, "bottom")
    (rule,) = (rule for rule in scene.rules if isinstance(rule, Rule) and rule.x0 == rule.x1)
    assert rule.x0 == 2021.5
    assert all(title.ground == tokens.colour("paper") for title in scene.notes if title.pick)


def test_a_break_takes_its_own_lines_and_one_outside_the_years_none() -> None:
    whole = replace(GRID, breaks=())
    outside = replace(GRID, breaks=(Break(2020, "motif", "source"),))
    assert tall(GRID) > tall(whole) == tall(outside)
    assert drawn().margins.top > 16
