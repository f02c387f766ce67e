"""Outlines made valid."""

from __future__ import annotations

import shapely

from dashboard.importers.outlines import mend


def test_an_outline_in_several_parts_that_touches_itself_is_mended() -> None:
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)])
    shape, reason = mend(shapely.MultiPolygon([bow, shapely.box(5, 5, 6, 6)]))
    assert shape is not None
    assert shape.is_valid
    assert reason
