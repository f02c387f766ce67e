"""A list made as it is read behaves as the tuple that it stands for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.lazy_sequence import LazySequence
from tests.spied import spied


@given(st.lists(st.integers()), st.slices(12))
def test_it_reads_as_a_tuple_does(origins: list[int], part: slice) -> None:
    made, whole = LazySequence(origins, str), tuple(map(str, origins))
    assert (len(made), tuple(made), bool(made)) == (len(whole), whole, bool(whole))
    assert made[part] == whole[part]
    assert [made[place] for place in range(len(made))] == list(whole)
    assert tuple(made.then(len)) == tuple(map(len, whole))
    again = LazySequence(whole, lambda word: word)
    assert (made, hash(made)) == (again, hash(again))
    assert made != LazySequence([*whole, "autre"], str)


def test_only_what_is_read_is_made() -> None:
    asked: list[tuple[object, ...]] = []
    made = LazySequence(range(1_000), spied(int, asked))
    assert made.then(lambda item: item + 1)[10:12] == (11, 12)
    assert asked == [(10,), (11,)]
