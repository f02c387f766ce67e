"""The progress of a work: it never goes back, and is whole only once the work is done."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.publication.steps import STEPS
from dashboard.staff.gauge import CHECK, NEARLY, NEXT, PUBLICATION, SERVING, Gauge, Part

PARTS = (Part("lire", 1.0, of_file=1.0), Part("écrire", 2.0, of_tables=0.5))
STEPS_SAID = st.lists(
    st.tuples(st.sampled_from([part.name for part in CHECK]), st.floats(0, 1)), max_size=20
)


def test_it_says_the_share_of_the_time_that_is_behind() -> None:
    gauge = Gauge(PARTS, file=3_000_000, tables=4_000_000)
    said = [gauge.at("lire"), gauge.at("lire", 0.5), gauge.at("écrire"), gauge.at("écrire", 0.5)]
    assert said == [0, 25, 50, 75]


@settings(max_examples=30)
@given(STEPS_SAID)
def test_it_never_goes_back_and_a_work_that_goes_on_is_never_whole(
    said: list[tuple[str, float]],
) -> None:
    gauge = Gauge(CHECK, 1_000, 1_000)
    shown = [gauge.at(*step) for step in said]
    assert shown == sorted(shown)
    assert all(0 <= share <= NEARLY for share in shown)


@pytest.mark.parametrize("parts", [CHECK, SERVING, PUBLICATION])
def test_every_part_of_a_work_takes_some_time_and_is_named_once(parts: tuple[Part, ...]) -> None:
    names = [part.name for part in parts]
    assert len(names) == len(set(names))
    assert all(part.fixed > 0 for part in parts)


def test_the_parts_of_a_publication_end_at_its_named_moments() -> None:
    names = [part.name for part in SERVING]
    assert {*names, *NEXT} <= {*STEPS}
    assert list(NEXT) == names[: len(NEXT)]
