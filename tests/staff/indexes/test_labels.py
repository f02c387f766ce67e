"""A row is called by its name, and by what tells it from one of the same name."""

from __future__ import annotations

from dashboard.schema import TABLES
from dashboard.staff.indexes.labels import label_of


def test_a_quarter_is_told_by_its_perimeter_and_the_rest_by_its_code() -> None:
    quarter = {"code": "QP1", "nom": "Bel-Orval", "genre": "qpv", "generation": "2024"}
    assert label_of(TABLES["territoires"], quarter) == "Bel-Orval (QPV\u00a02024)"
    assert label_of(TABLES["financeurs"], {"code": "x", "nom": "État"}) == "État (x)"
    assert label_of(TABLES["financeurs"], {"code": "x"}) == "x"
    assert label_of(TABLES["financements"], {"action": "x"}) == ""
