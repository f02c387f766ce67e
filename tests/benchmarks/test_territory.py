"""The data of the side-by-side make a territory that says the same sums."""

from __future__ import annotations

import pandas as pd
import pytest

from benchmarks.peers.territory import Data, write
from dashboard.domain.selection import Selection
from dashboard.publication import publish
from dashboard.store import Store, open_store
from tests.walked import some


def _square(code: str, west: float) -> dict[str, object]:
    ring = [[west, 45.0], [west, 45.1], [west + 0.1, 45.1], [west + 0.1, 45.0], [west, 45.0]]
    return {
        "type": "Feature",
        "properties": {"code": code, "name": f"Quartier {code}"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    pillars = ["Cohésion sociale", "Cadre de vie", "Emploi et développement", "Cadre de vie"]
    actions = pd.DataFrame(
        {
            "id": [f"A{rank}" for rank in range(4)],
            "year": [2015, 2015, 2016, 2016],
            "pillar": pillars,
            "code": ["QN1", "QN2", "QN1", "QN1"],
            "funder": ["État (ANCT)", "Ville", "Ville", "CAF"],
            "title": ["Santé", "Sport", "Emploi", "Jardins"],
            "granted": [100, 250, 4000, 35],
        }
    )
    codes, slugs = ["QN1", "QN2"] * 2, ["indicateur_02"] * 2 + ["taux_pauvrete"] * 2
    values = pd.DataFrame(
        {"code": codes, "year": 2015, "indicator": slugs, "value": [12.5, 30.0, 41.0, 42.5]}
    )
    outlines = {"features": [_square("QN1", 5.8), _square("QN2", 5.9)]}
    folder = tmp_path_factory.mktemp("banc")
    write(Data(actions, values, outlines), folder / "banc-small")
    assert publish(folder / "banc-small", folder / "var").problems == ()
    return open_store(folder / "var", "banc-small")


def test_the_sums_are_those_of_the_data(store: Store) -> None:
    whole = Selection(2016, first_year=2015)
    assert store.money.total(whole) == (4385.0, 4)
    assert store.money.total(Selection(2016, pillars=("cadre-de-vie",))) == (35.0, 1)
    funders = {item.label: item.amount for item in store.fundings.by_funder(whole).slices}
    assert funders == {"État (ANCT)": 100, "Ville": 4250, "CAF": 35}


def test_the_poverty_rate_keeps_its_name_and_its_values(store: Store) -> None:
    rate = next(item for item in store.values.indicators if item.slug == "taux-pauvrete")
    found = store.values.observation(rate, "QN2", 2015)
    assert found is not None
    assert found.value == 42.5
    assert len(store.values.indicators) == 2


def test_the_outlines_lie_in_the_window(store: Store) -> None:
    west, south, east, north = store.places.background.window
    for shape in some(store.places.shapes.values()):
        assert all(west < x < east and south < y < north for ring in shape.rings for x, y in ring)
