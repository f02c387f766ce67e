"""What is under way says how far it has come to who listens, however its parts lie in one
another."""

from __future__ import annotations

import pytest

from dashboard.system import progress
from dashboard.system.progress import Said


@pytest.fixture
def heard() -> list[Said]:
    return []


def shares(heard: list[Said]) -> list[float]:
    return [round(said.done, 4) for said in heard]


def test_nothing_changes_where_nobody_listens() -> None:
    with progress.stretch(0.0, 0.5):
        progress.reached(1.0)
    assert list(progress.through(range(3), 3, "a.csv")) == [0, 1, 2]


def test_a_part_of_a_part_is_told_as_its_share_of_the_whole(heard: list[Said]) -> None:
    with progress.followed(heard.append), progress.stretch(0.5, 1.0):
        for _, share in progress.shared_out([("petit", 1), ("vide", 0), ("grand", 3)]):
            with share:
                progress.reached(0.5)
    progress.reached(0.1)
    assert shares(heard) == [0.5625, 0.625, 0.625, 0.625, 0.8125, 1.0, 1.0]


def test_parts_that_weigh_nothing_are_gone_through_all_the_same(heard: list[Said]) -> None:
    with progress.followed(heard.append):
        for _, share in progress.shared_out([("a", 0), ("b", 0)]):
            with share:
                pass
    assert shares(heard) == [0.0, 0.0]


def test_the_rows_of_a_long_table_are_counted_and_those_of_a_short_one_are_not(
    heard: list[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 2)
    with progress.followed(heard.append):
        assert list(progress.through(range(5), 5, "actions.csv")) == [0, 1, 2, 3, 4]
        assert list(progress.through(range(2), 2, "regles.csv")) == [0, 1]
    assert shares(heard) == [0.4, 0.8, 1.0]
    assert heard[1] == "actions.csv\u00a0: 4 lignes sur 5."


def test_who_listens_from_now_on_hears_what_others_would_have(heard: list[Said]) -> None:
    def hear(said: Said) -> None:
        raise AssertionError(said)

    with progress.followed(hear):
        progress.listen(heard.append)
        progress.reached(0.2, "Lecture.")
    assert heard == ["Lecture."]
