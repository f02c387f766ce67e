"""Outlines are taken from the packages of registries, and mended where the source errs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.contours import COMMUNES, NAMES, main

ROOT = Path(__file__).parents[2]
INPUTS = ROOT.parent / "shared" / "reference" / "data" / "registre"
COMMITTED = ROOT / "data" / "grand-chambery"


def square(west: float, south: float, side: float) -> list[list[list[float]]]:
    east, north = west + side, south + side
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def write(path: Path, features: list[dict[str, Any]]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": features})
    path.write_text(text, encoding="utf-8")


def commune(code: str, west: float, lon: float) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"code": code, "nom": "Sans article", "mairie_lon": lon, "mairie_lat": 45.05},
        "geometry": {"type": "Polygon", "coordinates": square(west, 45.0, 0.1)},
    }


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    write(tmp_path / COMMUNES, [commune("01002", 6.1, 2.8), commune("01001", 6.0, 6.05)])
    (tmp_path / NAMES).write_text(
        "code,nom\n01001,Les Prés d'Aval\n01002,La Rive\n", encoding="utf-8"
    )
    lake = {"type": "Polygon", "coordinates": square(6.02, 45.02, 0.02)}
    pond = {"type": "Polygon", "coordinates": square(6.08, 45.02, 0.01)}
    far = {"type": "Polygon", "coordinates": square(9.0, 45.0, 0.5)}
    write(
        tmp_path / "geo-maps-earth-waterbodies-10m-test.geojson",
        [{"type": "Feature", "properties": {}, "geometry": shape} for shape in (lake, pond, far)],
    )
    return tmp_path


def read(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return found


def test_communes_come_by_code_with_their_article(inputs: Path) -> None:
    main(inputs, inputs)
    names = [item["properties"]["nom"] for item in read(inputs / "communes.geojson")]
    assert names == ["Les Prés d’Aval", "La Rive"]


def test_a_town_hall_that_the_source_puts_elsewhere_is_brought_back(inputs: Path) -> None:
    main(inputs, inputs)
    first, second = read(inputs / "communes.geojson")
    assert first["properties"]["mairie_lon"] == 6.05
    assert 6.1 < second["properties"]["mairie_lon"] < 6.2


def test_only_the_large_water_around_is_kept(inputs: Path) -> None:
    main(inputs, inputs)
    assert len(read(inputs / "eau.geojson")) == 1


@pytest.mark.shared
@pytest.mark.skipif(not INPUTS.is_dir(), reason="le dossier de référence n’est pas là")
def test_the_committed_outlines_are_those_that_the_script_gives(tmp_path: Path) -> None:
    main(INPUTS, tmp_path)
    for name in ("communes.geojson", "eau.geojson"):
        assert read(tmp_path / name) == read(COMMITTED / name)
