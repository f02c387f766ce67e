"""The ground of a map is quiet: land under water, each named, nothing said to the pointer."""

from __future__ import annotations

from dashboard.charts import map_ground
from dashboard.charts.plotly import marks
from dashboard.charts.scene import Area
from dashboard.store import Store
from dashboard.words import tokens


def test_land_lies_under_water_and_says_nothing(store: Store) -> None:
    land, water = map_ground.draw(store.places.background)
    assert isinstance(land, Area)
    assert isinstance(water, Area)
    assert (land.name, water.name) == ("communes", "eau")
    assert land.fill == tokens.colour("land") != water.fill
    assert marks.mark(land)["hoverinfo"] == "skip"
    assert len(land.x) == len(land.y)
