"""The table of a shapefile names nobody, its outlines stay to the last bit."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers.door.layer import read_layer
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.admission import nameless
from tests.importers.door.makers import SQUARE
from tests.importers.unnaming.kept import drawn, features, naming, same_outlines, shapefile
from tests.walked import some

PEOPLE = ("Dupont", "Élodie", "Martin", "p.martin", "06 12 34")
ODD = [[0.1, 1 / 3], [5e-324, 1e300], [-0.0, 7], [0.1, 1 / 3]]


def layer(**columns: Sequence[Any]) -> gpd.GeoDataFrame:
    """Features of a few outlines, some odd, that say so much."""
    shapes = [shapely.Polygon(SQUARE), None, shapely.Polygon(ODD), shapely.Polygon(SQUARE)]
    count = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(columns, geometry=(shapes * count)[:count], crs=2154)


def told(document: Document) -> dict[str, bytes]:
    """The files of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850", "macintosh"])
def test_no_cell_names_anybody_whatever_its_encoding(encoding: str) -> None:
    says = ["vu avec Mme Élodie Dupont à Chambéry", "Forêt", "M. Paul Martin, p.martin@ville.fr"]
    whole = shapefile(layer(code_qp=["QP1", "QP2", "QP3"], dit=says), encoding)
    kept = nameless(whole)
    assert naming(whole, *PEOPLE) != []
    assert naming(kept, *PEOPLE) == []
    assert features(kept) == {
        "code_qp": ["QP1", "QP2", "QP3"],
        "dit": [
            "vu avec Mme (nom retiré 1) à Chambéry",
            "Forêt",
            "M. (nom retiré 2), (adresse électronique retirée)",
        ],
    }
    assert same_outlines(kept, whole)
    assert nameless(kept) is kept


def test_a_number_that_stands_already_is_not_given_again() -> None:
    whole = shapefile(layer(dit=["M. Paul Martin", "Mme (nom retiré 1)"]))
    assert features(nameless(whole))["dit"] == ["M. (nom retiré 2)", "Mme (nom retiré 1)"]


def test_a_shapefile_that_names_nobody_stays_as_it_is() -> None:
    whole = shapefile(layer(code_qp=["QP1"], n=[1.5], nom=["Forêt"]))
    assert nameless(whole) is whole


def test_its_numbers_its_dates_and_what_is_absent_stay() -> None:
    frame = layer(code_qp=["QP1", "QP2"], n=[1.25, None], i=[3, -4], dit=["Mme Dupont", None])
    frame["jour"] = [dt.date(2020, 1, 31), None]
    whole = shapefile(frame)
    kept = nameless(whole)
    before, after = features(whole), features(kept)
    assert after == {**before, "dit": ["Mme (nom retiré 1)", None]}
    assert read_layer(kept).frame.dtypes.equals(read_layer(whole).frame.dtypes)


def test_a_column_of_persons_loses_its_cells_numbers_too() -> None:
    whole = shapefile(
        layer(nom=["Dupont", ""], prenom=["Élodie", ""], telephone=[612345678, 0], code=["1", "2"])
    )
    kept = nameless(whole)
    assert features(kept) == {
        "nom": ["(retiré)", None],
        "prenom": ["(retiré)", None],
        "telephone": [None, 0],
        "code": ["1", "2"],
    }
    assert b"612345678" not in told(kept)["qp.dbf"]
    assert nameless(kept) is kept


def test_a_title_that_names_a_person_is_a_number() -> None:
    kept = nameless(shapefile(layer(**{"Mme Dupont": ["1"], "COL_1": ["2"]})))
    assert list(features(kept)) == ["COL_2", "COL_1"]


def test_what_is_too_long_for_its_column_is_cut_and_no_letter_is() -> None:
    table = bytearray(told(shapefile(layer(dit=["Mme Dupont"])))["qp.dbf"])
    for width in (4, 8, 9, 15):
        short = bytearray(table[:65] + b" " + b"Mme Dupont".ljust(width)[:width])
        short[32 + 16], short[10] = width, width + 1
        kept = nameless(shapefile(layer(dit=["x"]), dbf=bytes(short)))
        (said,) = features(kept)["dit"]
        assert "Mme (nom retiré 1)".startswith(said)
        assert naming(kept, "Dupont") == []


def test_nothing_is_kept_of_what_is_erased_or_stands_around_the_cells() -> None:
    frame = layer(code_qp=["QP1", "QP2", "QP3"], dit=["Jeanne Dupont", "rien", "x"])
    files = drawn(frame, "qp.shp", encoding="utf-8")
    table = bytearray(files["qp.dbf"])
    head, width = table[8] + 256 * table[9], table[10] + 256 * table[11]
    table[head : head + 1] = b"*"
    table[14:20] = b"Dupont"
    table[32 + 20 : 32 + 26] = b"Dupont"
    rank = head + width + 1 + 80
    table[rank : rank + 20] = b"rien\0Dupont\0        "
    erased = bytes(table) + b"Jeanne Dupont"
    whole = shapefile(frame, dbf=erased, dbt=b"Dupont", cpg=b"UTF-8\nDupont", qix=b"Dupont")
    kept = nameless(whole)
    assert naming(kept, "Dupont") == []
    assert features(kept) == features(whole) == {"code_qp": ["QP2", "QP3"], "dit": ["rien", "x"]}
    assert same_outlines(kept, whole)
    assert set(told(kept)) == {"qp.shp", "qp.shx", "qp.dbf", "qp.prj", "qp.cpg"}


def test_a_system_is_kept_and_names_nobody() -> None:
    frame = layer(code_qp=["QP1"])
    system = drawn(frame, "qp.shp")["qp.prj"].replace(b"RGF_1993_Lambert_93", b"Mme Dupont", 1)
    whole = shapefile(frame, prj=system)
    kept = nameless(whole)
    assert naming(whole, "Dupont") != []
    assert naming(kept, "Dupont") == []
    assert read_layer(kept).frame.crs is not None


@pytest.mark.parametrize("said", [b"Mme Dupont", b"", b"undefined", b"hex", b"1252", b"LATIN1"])
def test_whatever_says_the_encoding_the_table_is_read_as_it_was(said: bytes) -> None:
    whole = shapefile(layer(code_qp=["QP1"], dit=["Forêt"]), "ISO-8859-1", cpg=said)
    kept = nameless(whole)
    assert features(kept) == features(whole) == {"code_qp": ["QP1"], "dit": ["Forêt"]}
    assert naming(kept, "Dupont") == []


@pytest.mark.parametrize("table", [b"", b"Mme Dupont", b"\x03" + b"\0" * 31 + b"Mme Dupont"])
def test_what_is_no_table_is_left_out(table: bytes) -> None:
    whole = shapefile(layer(code_qp=["QP1"]), dbf=table)
    kept = nameless(whole)
    assert "qp.dbf" not in told(kept)
    assert features(kept) == features(whole)


CELLS = st.sampled_from(
    ["", "Forêt", "x" * 60, "Mme Élodie Dupont", "M. Paul Martin", "vu p.martin@ville.fr", "12,5"]
)


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.sampled_from(["utf-8", "cp850"])
)
@settings(max_examples=8)
def test_any_table_names_nobody_and_keeps_the_rest(
    rows: list[tuple[str, str]], encoding: str
) -> None:
    says, others = zip(*rows, strict=True)
    whole = shapefile(layer(dit=says, autre=others, rang=range(len(rows))), encoding)
    kept = nameless(whole)
    before, after = features(whole), features(kept)
    assert naming(kept, *PEOPLE) == []
    assert same_outlines(kept, whole)
    assert after["rang"] == before["rang"]
    for title in ("dit", "autre"):
        plain = [
            cell is None or not naming(Document("", cell.encode()), *PEOPLE)
            for cell in before[title]
        ]
        assert [c for c, p in zip(before[title], plain, strict=True) if p] == [
            c for c, p in zip(after[title], plain, strict=True) if p
        ]


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["contours_qpv", "registre"])
@pytest.mark.parametrize("name", ["qp.shp", "qp.gpkg"])
def test_the_layers_of_reference_lose_nothing(shared: Path, kind: str, name: str) -> None:
    paths = [path for path in sorted((shared / kind).glob("*.geojson")) if is_short(path)]
    for path in some(paths):
        read = gpd.read_file(path, engine="pyogrio")
        titles = (title for title in read.columns if title != "geometry")
        frame = read.rename(columns={title: f"c{n}" for n, title in enumerate(titles)})
        whole = shapefile(frame) if name == "qp.shp" else Document(name, drawn(frame, name)[name])
        kept = nameless(whole)
        assert features(kept) == features(whole), path.name
        assert same_outlines(kept, whole)
        assert (kept is whole) == (name == "qp.shp")


def is_short(path: Path) -> bool:
    return path.stat().st_size < 500_000
