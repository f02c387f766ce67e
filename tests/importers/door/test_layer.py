"""Each format of outlines is what its bytes are; nothing virtual is opened, nothing is asked."""

import json
import socket
import sqlite3
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from dashboard.importers.door import layer
from dashboard.importers.door.layer import holds_layer, read_layer
from dashboard.importers.imported import Document, Refused
from tests.importers.door.makers import SQUARE, VRT, geojson, zipped


def test_a_virtual_source_reaches_no_address_and_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.geojson"
    secret.write_bytes(geojson(SQUARE))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"/vsicurl/http://127.0.0.1:{server.getsockname()[1]}/a.geojson"
        for source in (address, str(secret)):
            virtual = VRT % source.encode()
            for name in ("a.gpkg", "a.shp", "a.geojson", "a.vrt"):
                for given in (Document(name, virtual), Document("a.zip", zipped({name: virtual}))):
                    assert not holds_layer(given)
                    with pytest.raises(Refused):
                        read_layer(given)
        with pytest.raises(TimeoutError):
            server.accept()


def test_altitudes_are_left_out_and_said() -> None:
    read = read_layer(Document("a.geojson", geojson([[*point, 3] for point in SQUARE])))
    assert not read.frame.geometry.has_z.any()
    assert "altitude" in read.notes[0]


@pytest.mark.parametrize("wrong", ["Infinity", "NaN", "1e999", '"x"', "null", "[]"])
def test_a_coordinate_that_is_no_number_is_refused(wrong: str) -> None:
    content = geojson(SQUARE).decode().replace("5.91", wrong, 1).encode()
    with pytest.raises(Refused):
        read_layer(Document("a.geojson", content))


def test_geojson_says_its_system_in_the_older_way() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}
    read = read_layer(Document("a.geojson", geojson(SQUARE, crs=crs)))
    assert read.frame.crs.to_epsg() == 2154


def test_too_many_points_or_features_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layer, "MAX_POINTS", 4)
    with pytest.raises(Refused, match="points"):
        read_layer(Document("a.geojson", geojson(SQUARE)))
    monkeypatch.setattr(layer, "MAX_FEATURES", 1)
    with pytest.raises(Refused):
        read_layer(Document("a.geojson", geojson(SQUARE, SQUARE)))


@pytest.mark.parametrize("name", ["a.shp", "qp.SHP"])
def test_a_shapefile_is_read_with_what_stands_beside_it_alone(tmp_path: Path, name: str) -> None:
    frame = gpd.GeoDataFrame({"CODE_QP": ["QP1"]}, geometry=[shapely.Polygon(SQUARE)], crs=4326)
    frame.to_file(tmp_path / "a.shp")
    stem = name.partition(".")[0]
    members = {f"{stem}{path.suffix}": path.read_bytes() for path in tmp_path.iterdir()}
    read = read_layer(Document("a.zip", zipped({**members, "b.dbf": b"x"})))
    assert list(read.frame["CODE_QP"]) == ["QP1"]
    assert read.frame.geometry[0].area == pytest.approx(1e-4)


def test_only_plain_tables_of_a_geopackage_are_read(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"code_qp": ["QP1"]}, geometry=[shapely.Polygon(SQUARE)], crs=4326)
    path = tmp_path / "a.gpkg"
    frame.to_file(path, layer="vrai")
    assert list(read_layer(Document("a.gpkg", path.read_bytes())).frame["code_qp"]) == ["QP1"]
    with sqlite3.connect(path) as base:
        triggers = base.execute("select name from sqlite_master where type = 'trigger'")
        for (name,) in triggers.fetchall():
            base.execute(f'drop trigger "{name}"')
        base.execute("alter table vrai rename to autre")
        endless = "with recursive n(x) as (select 1 union all select x + 1 from n)"
        base.execute(f"create view vrai as {endless} select x as fid, null as geom from n")
        base.execute("update gpkg_geometry_columns set table_name = 'vrai'")
    base.close()
    with pytest.raises(Refused, match="ne peuvent pas être lus"):
        read_layer(Document("a.gpkg", path.read_bytes()))


def test_points_and_lines_have_no_surface() -> None:
    document = json.loads(geojson(SQUARE))
    document["features"][0]["geometry"] = {"type": "Point", "coordinates": [1, 2]}
    read = read_layer(Document("a.geojson", json.dumps(document).encode()))
    assert list(read.frame.geometry) == [None]
