"""Outlines that no map can draw are refused before anything is published."""

from typing import Any

import pytest

from dashboard.schema.outlines import OutlinePlace, outline_problems

PLACE = OutlinePlace((5.8, 45.4, 6.0, 45.6), {"QP1"})
RING = [[5.90, 45.50], [5.91, 45.50], [5.91, 45.51], [5.90, 45.51], [5.90, 45.50]]
BOWTIE = [[5.90, 45.50], [5.91, 45.51], [5.91, 45.50], [5.90, 45.51], [5.90, 45.50]]


def _said(geometry: Any, name: str = "contours_quartiers", **told: Any) -> list[str]:
    feature = {"properties": {"code": "QP1"} | told, "geometry": geometry}
    documents = {name: {"features": [feature]}}
    return [problem.sentence() for problem in outline_problems(documents, PLACE)]


def _polygon(*points: list[Any]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [list(points)]}


def test_an_outline_that_can_be_drawn_has_no_problem() -> None:
    assert _said(_polygon(*RING)) == []


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (None, "pas un polygone"),
        ({"type": "Point", "coordinates": [5.9, 45.5]}, "pas un polygone"),
        (_polygon(["x", 1], *RING), "pas un polygone"),
        (_polygon(*RING[:2]), "pas un polygone"),
        (_polygon(), "pas de surface"),
        (_polygon(*([float("inf"), y] for _, y in RING)), "pas"),
        (_polygon(*([*point, 3] for point in RING)), "altitudes"),
        (_polygon(*BOWTIE), "se croise"),
        (_polygon(*([y, x] for x, y in RING)), "loin de la fenêtre"),
        (_polygon([-180, -90], [180, -90], [180, 90], [-180, -90]), "loin de la fenêtre"),
    ],
)
def test_an_outline_that_cannot_is_refused_with_its_reason(geometry: Any, words: str) -> None:
    (sentence,) = _said(geometry)
    assert sentence.startswith("contours_quartiers.geojson, contour 1")
    assert words in sentence


def test_a_quarter_that_is_in_no_table_or_twice_is_refused() -> None:
    (unknown,) = _said(_polygon(*RING), code="QP2")
    assert "territoires.csv" in unknown
    feature = {"properties": {"code": "QP1"}, "geometry": _polygon(*RING)}
    twice = outline_problems({"contours_quartiers": {"features": [feature] * 2}}, PLACE)
    assert [problem.row for problem in twice] == [2]


def test_a_commune_has_a_name_and_a_town_hall() -> None:
    whole = {"code": "73065", "nom": "Chambéry", "mairie_lon": 5.9, "mairie_lat": 45.5}
    assert _said(_polygon(*RING), "communes", **whole) == []
    assert len(_said(_polygon(*RING), "communes", code="73065", mairie_lon="x")) == 2


@pytest.mark.parametrize("document", [None, [], {}, {"features": None}, {"features": [None]}])
def test_what_is_no_list_of_outlines_is_refused(document: Any) -> None:
    assert outline_problems({"contours_quartiers": document}, PLACE)
