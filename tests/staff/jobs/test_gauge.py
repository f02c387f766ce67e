"""The progress of a work: it never goes back, and is whole only once the work is done."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.publication.steps import STEPS
from dashboard.staff.jobs.gauge import (
    CHECK,
    NEARLY,
    PUBLICATION,
    RETURN,
    SERVING,
    TYPED,
    Gauge,
    Part,
)

PARTS = (
    Part("lire", "je lis", 1.0, of_file=1.0),
    Part("écrire", "j’écris", 2.0, of_tables=0.5),
)
WORDS = st.lists(
    st.tuples(st.sampled_from([part.name for part in CHECK]), st.floats(0, 1)), max_size=20
)


def test_it_says_the_share_of_the_time_that_is_behind() -> None:
    gauge = Gauge(PARTS, file=3_000_000, tables=4_000_000)
    said = [(gauge.at(0.0), gauge.share), (gauge.at(0.5), gauge.share)]
    gauge.begin("écrire")
    said += [(gauge.at(0.0), gauge.share), (gauge.at(0.5), gauge.share)]
    assert said == [(False, 0), (True, 25), (False, 50), (True, 75)]


def test_it_says_which_part_is_under_way_of_how_many() -> None:
    gauge = Gauge(PARTS, 0, 0)
    assert gauge.sentence == "Étape 1 sur 2\u00a0: je lis."
    assert gauge.end("lire")
    assert gauge.sentence == "Étape 2 sur 2\u00a0: j’écris."


def test_what_ends_once_what_follows_has_begun_changes_nothing() -> None:
    gauge = Gauge(SERVING, 0, 1_000)
    assert gauge.end("tableau")
    assert not gauge.end("tableau")
    assert not gauge.end("lecture")
    assert not gauge.end(SERVING[-1].name)
    assert gauge.part.name == "axes"


@settings(max_examples=30)
@given(WORDS)
def test_it_never_goes_back_and_a_work_that_goes_on_is_never_whole(
    said: list[tuple[str, float]],
) -> None:
    gauge = Gauge(CHECK, 1_000, 1_000)
    shown = []
    for part, done in said:
        gauge.begin(part)
        gauge.at(done)
        shown.append(gauge.share)
    assert shown == sorted(shown)
    assert all(0 <= share <= NEARLY for share in shown)


@pytest.mark.parametrize("parts", [CHECK, TYPED, SERVING, PUBLICATION, RETURN])
def test_every_part_of_a_work_takes_some_time_and_is_named_once(parts: tuple[Part, ...]) -> None:
    names = [part.name for part in parts]
    assert len(names) == len(set(names))
    assert all(part.cost(0, 1_000_000) > 0 for part in parts)


def test_the_parts_of_a_publication_end_at_its_named_moments() -> None:
    names = [part.name for part in SERVING]
    assert sorted(names, key=STEPS.index) == names
