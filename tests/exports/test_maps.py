"""A map as a layer: the outlines of its source, the values of its table, what doubts them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from flask.testing import FlaskClient

from dashboard.content import Exhibit
from dashboard.domain.chart import PlaceMap
from dashboard.exports import data_file, geography, geojson, gpkg
from dashboard.exports.data_file import DataFile
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app

QUERIES = ("", "mesure=nombre", "generation=2024", "indicateur=population-municipale")


def drawn(store: Store, query: str) -> Exhibit:
    """The map of the page of quarters for that query."""
    visited = router.visit(PAGES, "/quartiers", query, store)
    assert visited is not None
    return next(item for item in exhibits_of(*visited) if isinstance(item.chart, PlaceMap))


def filed(value: Exhibit, store: Store) -> DataFile:
    file = data_file.of_exhibit(value, "/quartiers")
    return DataFile(
        file.name, file.title, file.table, file.about, lambda: geography.features(value, store)
    )


def read(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(content)
    return found


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery, kept=0).server.test_client()


@pytest.mark.parametrize("query", QUERIES)
def test_each_place_of_the_layer_says_what_its_row_says(store: Store, query: str) -> None:
    value = drawn(store, query)
    rows = [row.cells for row in value.table.rows if not row.group]
    found = read(geojson.write(filed(value, store)))["features"]
    assert len(found) == len(rows) > 0
    for feature, cells in zip(found, rows, strict=True):
        said = feature["properties"]
        assert said["nom"] in cells[0].text
        assert (said["valeur"], said["texte"]) == (cells[3].value, cells[3].text)
        assert bool(said["motif"]) is (said["valeur"] is None)
        assert said["trace"] == cells[4].text
        assert said["source"] == value.source


def test_a_place_that_is_not_published_has_no_outline(chambery: Store) -> None:
    found = read(geojson.write(filed(drawn(chambery, ""), chambery)))["features"]
    bare = [feature for feature in found if feature["geometry"] is None]
    assert bare
    assert all(feature["properties"]["genre"] == "qva" for feature in bare)
    assert {feature["properties"]["valeur"] for feature in bare} == {None}
    assert any("simplifié" in feature["properties"]["trace"] for feature in found)


def test_an_outline_is_that_of_the_open_file_to_the_last_digit(store: Store) -> None:
    path = store.file("quartiers.gpkg")
    held = gpd.read_file(path, layer="quartiers").set_index("code")["geometry"]
    found = read(geojson.write(filed(drawn(store, ""), store)))["features"]
    shapes = {f["id"]: shapely.geometry.shape(f["geometry"]) for f in found if f["geometry"]}
    quarters = set(shapes) & set(held.index)
    assert quarters
    for code in quarters:
        assert shapes[code].normalize().equals(held[code].normalize())
        parts = shapely.get_parts(shapes[code])
        assert shapely.is_ccw(shapely.get_exterior_ring(parts)).all()


def test_geopandas_reads_both_layers_alike(store: Store, tmp_path: Path) -> None:
    file = filed(drawn(store, "generation=2015"), store)
    (tmp_path / "carte.gpkg").write_bytes(gpkg.FORMAT.write(file))
    package = gpd.read_file(tmp_path / "carte.gpkg", layer="carte")
    collection = gpd.read_file(io.BytesIO(geojson.FORMAT.write(file)))
    assert package.crs == collection.crs == "EPSG:4326"
    assert len(package) == len(collection)
    assert list(package["code"]) == list(collection["code"])
    for mine, other in zip(package["valeur"], collection["valeur"], strict=True):
        assert mine == other or (mine != mine and other != other)
    for mine, other in zip(package.geometry, collection.geometry, strict=True):
        assert (mine is None and other is None) or mine.normalize().equals(other.normalize())


def test_a_layer_says_its_frame_its_source_and_its_marks(store: Store, tmp_path: Path) -> None:
    file = filed(drawn(store, ""), store)
    (tmp_path / "carte.gpkg").write_bytes(gpkg.write(file))
    about = {line["quoi"]: line["dit"] for line in read(geojson.write(file))["apropos"]}
    told = gpd.read_file(tmp_path / "carte.gpkg", layer="lisez_moi")
    assert dict(zip(told["quoi"], told["dit"], strict=True)).keys() == about.keys()
    assert about["Source et licence"]
    assert about["Filtres"]
    if store.settings.fictional:
        assert ("Mention", "Territoire fictif") in list(zip(told["quoi"], told["dit"], strict=True))


def test_only_a_map_is_offered_as_a_layer(client: FlaskClient) -> None:
    page = client.get("/quartiers").text
    for form, kind in (
        ("geojson", "application/geo+json"),
        ("gpkg", "application/geopackage+sqlite3"),
    ):
        assert f"/export/quartiers/carte.{form}" in page
        answer = client.get(f"/export/quartiers/carte.{form}?annee=2019")
        assert (answer.status_code, answer.mimetype) == (200, kind)
        assert client.get(f"/export/accueil/montants.{form}").status_code == 404
    assert "montants.geojson" not in client.get("/").text
