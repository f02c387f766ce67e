"""What part of a map is looked at, and where one goes from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import map_window
from dashboard.domain.map_window import NEAREST

WHOLE = (0.0, 0.0, 8_000.0, 7_000.0)


def test_the_whole_map_has_no_address() -> None:
    assert map_window.read(WHOLE, "").spelled == ""
    assert map_window.read(WHOLE, "").box == WHOLE


@pytest.mark.parametrize("said", ["QP073001", "1_2", "a_b_c", "1e9_0_0", "_ _", "1" * 90])
def test_what_spells_no_window_shows_the_whole_map(said: str) -> None:
    assert map_window.read(WHOLE, said).is_whole


def test_a_step_nearer_halves_the_window_around_its_centre_and_a_step_back_restores_it() -> None:
    whole = map_window.read(WHOLE, "")
    near = whole.nearer()
    assert near.box == (2_000.0, 1_750.0, 6_000.0, 5_250.0)
    assert near.nearer(0.5) == whole


def test_an_address_leads_to_the_window_that_gave_it() -> None:
    found = map_window.read(WHOLE, "2000_3000_4000")
    assert map_window.read(WHOLE, found.spelled) == found
    assert found.spelled == "2000_3000_4000"


def test_a_window_around_a_quarter_holds_it_with_room() -> None:
    box = map_window.around(WHOLE, (3_000.0, 3_000.0, 4_000.0, 3_200.0)).box
    assert (box[0], box[1]) <= (2_750, 2_750)
    assert box[1] <= 2_750
    assert box[2] >= 4_250
    assert box[3] >= 3_450


@given(
    st.floats(-1e7, 1e7),
    st.floats(-1e7, 1e7),
    st.floats(1, 1e7),
    st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]),
)
def test_no_step_leaves_the_map_nor_changes_its_shape(
    x: float, y: float, width: float, step: tuple[int, int]
) -> None:
    found = map_window.window(WHOLE, width, x, y).aside(*step)
    west, south, east, north = found.box
    assert min(west, south) >= -0.01
    assert east <= 8_000.01
    assert north <= 7_000.01
    assert found.width >= NEAREST
    assert (east - west) / (north - south) == pytest.approx(8 / 7)
