"""Identifiers last from one import to the next."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.numbering import numbered, paired


def test_the_surest_mark_pairs_first_and_the_next_serves_what_is_left() -> None:
    held = [("a", "x"), ("b", "x")]
    assert paired([("c", "x"), ("b", "x")], held) == {1: 1, 0: 0}
    assert paired([("c", "y")], held) == {}


def test_twins_are_paired_in_their_order() -> None:
    assert paired([("a",), ("a",), ("a",)], [("a",), ("a",)]) == {0: 0, 1: 1}


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_no_held_line_serves_twice(fresh: list[str], held: list[str]) -> None:
    pairs = paired([(mark,) for mark in fresh], [(mark,) for mark in held])
    assert len(set(pairs.values())) == len(pairs)
    assert all(fresh[index] == held[rank] for index, rank in pairs.items())


def test_a_new_line_takes_the_number_after_the_last_of_its_year() -> None:
    held = ({"id": "P147-2020-012", "annee": "2020"}, {"id": "P147-2019-099", "annee": "2019"})
    rows = [{"annee": "2020"}, {"annee": "2020"}, {"annee": "2021"}]
    found = numbered(rows, held, {1: "P147-2020-012"}, "P147")
    assert [row["id"] for row in found] == ["P147-2020-013", "P147-2020-012", "P147-2021-001"]
