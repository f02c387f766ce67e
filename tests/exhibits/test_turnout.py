"""Participations in words: planned and real are compared over the lines that say both."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.indicator import Status
from dashboard.domain.participations import PeopleGroup, Reach
from dashboard.exhibits import turnout
from dashboard.store import Store
from tests.views import seen


def said(store: Store, group: PeopleGroup) -> str:
    view = seen(store, "/actions")
    return plain(turnout.of_view(view, "tranche", group)).replace("\u00a0", " ")


def test_what_the_same_lines_say_is_said_once_with_them(example: Store) -> None:
    words = said(example, PeopleGroup("6-11 ans", Reach(120, 4), Reach(98, 4), (120, 98), 4))
    assert words.startswith("120 participations prévues, 98 participations réelles dans 4 ")


def test_what_other_lines_say_is_not_compared(example: Store) -> None:
    words = said(example, PeopleGroup("6-11 ans", Reach(120, 4), Reach(98, 2), None, 0))
    assert "elles ne se comparent pas" in words


def test_what_some_lines_say_both_of_is_compared_over_them(example: Store) -> None:
    words = said(example, PeopleGroup("6-11 ans", Reach(120, 4), Reach(98, 2), (60, 55), 1))
    assert "qui donnent les deux, 55 pour 60 prévues" in words


def test_a_masked_count_says_why_and_gives_no_number(example: Store) -> None:
    words = said(example, PeopleGroup("6-11 ans", Reach(Status.SECRET, 2), Reach(9, 2), None, 0))
    assert "participations prévues tenues secrètes" in words
    assert "9 participations réelles" in words


def test_one_line_says_its_own() -> None:
    group = PeopleGroup("femmes", Reach(1, 1), Reach(2, 1), (1, 2), 1)
    words = plain(turnout.of_line("A1", "sexe", group)).replace("\u00a0", " ")
    assert words == "1 participation prévue, 2 participations réelles"
