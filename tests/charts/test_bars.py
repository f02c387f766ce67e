"""Bars of a breakdown: in the order given, what is not known hatched, the total kept."""

from __future__ import annotations

from dashboard.charts import bars
from dashboard.charts.scene import Bar
from dashboard.charts.style import Hatch
from dashboard.domain.chart import Bars
from dashboard.text import plain
from dashboard.words import tokens
from tests.charts import samples


def drawn(limit: int = 12) -> tuple[Bar, ...]:
    (group,) = bars.draw(Bars(samples.breakdown(), samples.NOUN, limit)).bars
    return group.bars


def notes() -> list[str]:
    scene = bars.draw(Bars(samples.breakdown(), samples.NOUN))
    return [plain(note.text) for note in scene.notes]


def hatched(limit: int = 12) -> list[bool]:
    return [isinstance(bar.fill, Hatch) for bar in drawn(limit)]


def test_what_names_no_quarter_closes_the_list_and_its_hatch_is_seen() -> None:
    assert hatched() == [False, False, True]
    last = drawn()[-1].fill
    assert isinstance(last, Hatch)
    assert last.colour not in (tokens.colour("paper"), tokens.colour("ground"))


def test_what_is_only_small_is_not_hatched_as_unknown() -> None:
    assert hatched(limit=0) == [False, True]


def test_parts_beyond_the_limit_stand_in_one_bar_that_keeps_the_total() -> None:
    shown = bars.shown(samples.breakdown().slices, 0)
    assert [item.label for item in shown] == ["2 autres", "Non ventilé"]
    assert sum(item.amount for item in shown) == 1050.0


def test_one_part_alone_beyond_the_limit_keeps_its_name() -> None:
    shown = bars.shown(samples.breakdown().slices, 1)
    assert [item.slug for item in shown] == ["a", "b", "non-ventile"]


def test_a_press_on_a_bar_says_what_it_filters() -> None:
    assert [bar.pick for bar in drawn()] == ["porteur=a", "porteur=b", ""]


def test_the_label_of_a_bar_counts_by_the_word_of_the_territory() -> None:
    assert notes()[0].endswith("· 3\u00a0subventions")
    assert notes()[2].endswith("· 1\u00a0subvention")


def test_the_end_of_a_bar_says_what_its_length_measures_and_its_share() -> None:
    assert notes()[1] == "900\u00a0€ · 85,7\u00a0%"
    assert [bar.end - bar.start for bar in drawn()] == [900.0, 100.0, 50.0]


def test_what_a_bar_says_under_the_pointer_names_its_part_its_share_and_its_grants() -> None:
    assert drawn()[1].told == (
        "Petit\u00a0: 100\u00a0€, soit 9,5\u00a0% du montant, 1\u00a0subvention de l’État"
    )


def test_each_bar_has_its_row() -> None:
    assert bars.height(Bars(samples.breakdown(), samples.NOUN)) == 2 * bars.EDGE + 3 * bars.ROW
