"""Outlines of quarters, in every format they come in."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from dashboard.importers import contours
from dashboard.importers.apply import plan, write
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.outlines import mend
from dashboard.importers.territory_folder import SHAPES, TerritoryFolder, open_territory

Give = Callable[[str], Document]
SQUARE = shapely.box(5.9000004, 45.5000004, 5.9100004, 45.5100004)
COARSE = shapely.box(5.90001, 45.50001, 5.91001, 45.51001)


def _frame(column: str, code: str = "QP099001", crs: int = 4326) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame({column: [code, "QP001001"]}, geometry=[SQUARE, SQUARE], crs=4326)
    return frame.to_crs(crs)


def _twice(code: str) -> Document:
    """Two outlines of one quarter."""
    return Document("a.geojson", _frame("code_qp", code).iloc[[0, 0]].to_json().encode())


def _without_number() -> Document:
    return Document(
        "a.geojson", _frame("code_qp").to_json().replace("5.9100004", "Infinity").encode()
    )


def _zip(folder: Path, name: str = "contours.zip") -> Document:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"SHP/{path.name}")
    return Document(name, stream.getvalue())


def _area(read: Imported) -> float:
    (feature,) = read.shapes[SHAPES]
    return float(shapely.from_geojson(json.dumps(feature["geometry"])).area)


@pytest.mark.parametrize("column", ["code_qp", "CODE_QP", "Code_QP", "code_quartier"])
def test_geojson_is_read_under_the_names_of_2015_and_of_2024(
    territory: TerritoryFolder, column: str
) -> None:
    document = Document("qp.geojson", _frame(column).to_json().encode())
    assert contours.recognises(document)
    read = contours.read(document, territory)
    assert _area(read) == pytest.approx(SQUARE.area, rel=1e-6)
    assert [row["code"] for row in read.taken["territoires"]] == ["QP099001"]
    assert read.taken["territoires"][0]["trace"] == "officiel"


@pytest.mark.parametrize("crs", [4326, 2154])
def test_a_zipped_shapefile_is_read_in_either_system(
    territory: TerritoryFolder, tmp_path: Path, crs: int
) -> None:
    home = tmp_path / "shp"
    home.mkdir()
    _frame("CODE_QP", crs=crs).to_file(home / "QP.shp")
    document = _zip(home)
    assert contours.recognises(document)
    assert _area(contours.read(document, territory)) == pytest.approx(SQUARE.area, rel=1e-4)


def test_lambert_without_its_name_is_told_by_its_coordinates(
    territory: TerritoryFolder, tmp_path: Path
) -> None:
    home = tmp_path / "shp"
    home.mkdir()
    _frame("CODE_QP", crs=2154).to_file(home / "QP.shp")
    (home / "QP.prj").unlink()
    assert _area(contours.read(_zip(home), territory)) == pytest.approx(SQUARE.area, rel=1e-4)


@pytest.mark.parametrize(
    ("said", "metres"), [("ANCT, simplifie ~5 m, 5 decimales", "5"), ("Simplifié à 12 m", "12")]
)
def test_a_copy_that_says_by_how_much_it_was_simplified_is_believed(
    territory: TerritoryFolder, said: str, metres: str
) -> None:
    frame = _frame("code_qp").assign(source=said)
    read = contours.read(Document("qp.geojson", frame.to_json().encode()), territory)
    (row,) = read.taken["territoires"]
    assert (row["trace"], row["simplification"]) == ("officiel simplifié", metres)
    (feature,) = read.shapes[SHAPES]
    assert feature["properties"]["simplification"] == int(metres)
    assert any("QP099001" in note and "simplifiés" in note for note in read.notes)


def test_an_outline_of_five_decimals_is_never_believed_exact(territory: TerritoryFolder) -> None:
    frame = _frame("code_qp").set_geometry([COARSE, COARSE], crs=4326)
    read = contours.read(Document("qp.geojson", frame.to_json().encode()), territory)
    (row,) = read.taken["territoires"]
    assert (row["trace"], row["simplification"]) == ("officiel simplifié", "")


def test_the_exact_outline_takes_the_place_of_a_simplified_one(folder: Path) -> None:
    for said in ("simplifié à 5 m", "exact"):
        territory = open_territory(folder)
        document = _frame("code_qp").assign(source=said).to_json().encode()
        write(plan(contours.read(Document("qp.geojson", document), territory), territory), folder)
    (row,) = [r for r in open_territory(folder).rows("territoires") if r["code"] == "QP099001"]
    assert (row["trace"], row["simplification"]) == ("officiel", "")


def test_a_geopackage_is_read_bare_or_in_a_zip_of_zips(
    territory: TerritoryFolder, tmp_path: Path
) -> None:
    home = tmp_path / "gpkg"
    home.mkdir()
    _frame("code_qp").to_file(home / "qp.gpkg")
    bare = Document("qp.gpkg", (home / "qp.gpkg").read_bytes())
    assert contours.recognises(bare)
    assert _area(contours.read(bare, territory)) == pytest.approx(SQUARE.area, rel=1e-6)
    inner = _zip(home, "interieur.zip")
    (tmp_path / "zips").mkdir()
    (tmp_path / "zips" / "interieur.zip").write_bytes(inner.content)
    outer = _zip(tmp_path / "zips")
    assert contours.recognises(outer)
    assert _area(contours.read(outer, territory)) == pytest.approx(SQUARE.area, rel=1e-6)


def test_an_invalid_outline_is_mended_and_said(territory: TerritoryFolder, given: Give) -> None:
    read = contours.read(given("contours-2024.geojson"), territory)
    assert any("QN09901M (le contour se croise)" in note for note in read.notes)
    (feature,) = read.shapes[SHAPES]
    assert shapely.from_geojson(json.dumps(feature["geometry"])).is_valid
    assert feature["properties"] == {
        "code": "QN09901M",
        "trace": "officiel",
        "source": "anct-contours-qpv",
    }


def test_mending_keeps_polygons_only_and_none_where_nothing_is_left() -> None:
    bowtie = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1), (0, 0)])
    shape, reason = mend(bowtie)
    assert shape is not None
    assert shape.is_valid
    assert shape.area == pytest.approx(0.5)
    assert reason == "le contour se croise"
    assert mend(shapely.Point(0, 0)) == (None, "")
    assert mend(None) == (None, "")
    assert mend(shapely.LineString([(0, 0), (0, 0)]))[0] is None


def test_codes_escaped_by_a_spreadsheet_are_read(territory: TerritoryFolder) -> None:
    document = Document("qp.geojson", _frame("code_qp", '="QP099001"').to_json().encode())
    assert len(contours.read(document, territory).shapes[SHAPES]) == 1


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (
            Document("a.geojson", _frame("code_qp", "QP001002")[:1].to_json().encode()),
            "seul contour",
        ),
        (_twice("QP001002"), "aucun de ses 2\u00a0contours"),
        (_twice("QP001002"), "parle de QP001002 ;"),
        (_twice("0" * 50), f"parle de {'0' * 40} ;"),
        (_without_number(), "une coordonnée n’est pas un nombre"),
        (Document("a.geojson", _frame("nom").to_json().encode()), "aucune colonne"),
        (
            Document("a.geojson", b'{"type":"FeatureCollection","features":[}'),
            "ne peuvent pas être lus",
        ),
        (
            Document("a.geojson", b'{"type":"FeatureCollection","features":[]}'),
            "aucun contour",
        ),
        (Document("a.gpkg", b"SQLite format 3\0" + b"x" * 200), "ne peuvent pas être lus"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_by_a_sentence(
    territory: TerritoryFolder, document: Document, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        contours.read(document, territory)


def test_outlines_that_the_file_does_not_hold_stay(folder: Path, given: Give) -> None:
    old = {
        "type": "Feature",
        "properties": {"code": "QP099002", "trace": "indicatif", "source": "s"},
        "geometry": json.loads(shapely.to_geojson(SQUARE)),
    }
    path = folder / f"{SHAPES}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [old]}))
    territory = open_territory(folder)
    write(plan(contours.read(given("contours-2024.geojson"), territory), territory), folder)
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert [item["properties"]["code"] for item in features] == ["QN09901M", "QP099002"]
    assert features[1] == old
    rows = {row["code"]: row["trace"] for row in open_territory(folder).rows("territoires")}
    assert (rows["QN09901M"], rows["QP099002"]) == ("officiel", "inconnu")


@pytest.mark.parametrize(
    ("east", "asked"), [(0.0, False), (0.0005, False), (0.004, True), (0.02, True)]
)
def test_an_outline_far_from_the_one_held_is_asked_about(
    folder: Path, east: float, asked: bool
) -> None:
    for shift in (0.0, east):
        territory = open_territory(folder)
        there = shapely.affinity.translate(SQUARE, shift)
        frame = _frame("code_qp").set_geometry([there, there], crs=4326)
        read = contours.read(Document("qp.geojson", frame.to_json().encode()), territory)
        planned = plan(read, territory)
        write(planned, folder)
    assert [question.value for question in planned.questions] == ["QP099001"] * asked
    assert all("de sol commun" in question.sentence() for question in planned.questions)
