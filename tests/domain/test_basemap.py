"""The images under a map fill its window, and each stands where its address says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.basemap import ACROSS, EDGE, SIDE, Basemap
from tests.walked import some

IMAGES = Basemap("https://fond.exemple/wms?CRS=EPSG:2154&BBOX={bbox}&WIDTH=512", "© Exemple")
PLACES = st.tuples(
    st.floats(100_000, 1_300_000), st.floats(6_000_000, 7_200_000), st.floats(500, 1_500_000)
)


@given(PLACES)
def test_images_fill_the_window_at_its_scale_and_are_few(place: tuple[float, float, float]) -> None:
    west, south, wide = place
    east, north = west + wide, south + 0.875 * wide
    tiles = IMAGES.tiles((west, south, east, north))
    assert 4 <= len(tiles) <= 20
    boxes = [tile.box for tile in tiles]
    assert min(b[0] for b in boxes) <= west
    assert max(b[2] for b in boxes) >= east
    assert min(b[1] for b in boxes) <= south
    assert max(b[3] for b in boxes) >= north
    [metres] = {(b[2] - b[0]) / SIDE for b in boxes}
    assert ACROSS <= wide / metres <= 2 * ACROSS or metres == 0.25


@given(PLACES)
def test_each_image_is_drawn_where_its_address_asks_it(place: tuple[float, float, float]) -> None:
    west, south, wide = place
    for box, address in some(IMAGES.tiles((west, south, west + wide, south + wide))):
        [said] = re.findall(r"BBOX=([-\d.,]+)&", address)
        assert [float(side) for side in said.split(",")] == pytest.approx(box, abs=0.001)


def test_two_images_side_by_side_overlap_by_their_edges_so_that_no_seam_shows() -> None:
    first, second = IMAGES.tiles((900_000, 6_500_000, 903_200, 6_501_000))[:2]
    metres = (first.box[2] - first.box[0]) / SIDE
    assert first.box[2] - second.box[0] == pytest.approx(2 * EDGE * metres)


def test_who_gives_the_images_is_read_in_their_address() -> None:
    assert (IMAGES.origin, IMAGES.host) == ("https://fond.exemple", "fond.exemple")
