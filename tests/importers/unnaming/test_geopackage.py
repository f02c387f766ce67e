"""A GeoPackage is made anew of its one layer: it names nobody, and is read as it was."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers import contours
from dashboard.importers.door import layer
from dashboard.importers.door.layer import read_layer
from dashboard.importers.imported import Document, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.unnaming.admission import nameless
from tests.importers.door.makers import SQUARE, zipped
from tests.importers.unnaming.kept import drawn, features, naming, outcome, same_outlines
from tests.importers.unnaming.test_shapefile import CELLS, PEOPLE
from tests.importers.unnaming.test_shapefile import layer as drawing


def geopackage(frame: gpd.GeoDataFrame, name: str = "qp", change: str = "") -> Document:
    """The GeoPackage that a driver writes for these features, then changed so."""
    content = drawn(frame, "qp.gpkg", layer=name)["qp.gpkg"]
    if not change:
        return Document("qp.gpkg", content)
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    base.create_function("ST_IsEmpty", 1, lambda _: 0)
    for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        base.create_function(name, 1, lambda _: 0.0)
    base.executescript(change)
    base.commit()
    return Document("qp.gpkg", base.serialize())


def driven(document: Document, tmp_path: Path) -> gpd.GeoDataFrame:
    """What a driver reads of the GeoPackage."""
    path = tmp_path / "kept.gpkg"
    path.write_bytes(document.content)
    return gpd.read_file(path, engine="pyogrio")


def test_a_geopackage_names_nobody_and_keeps_its_types(tmp_path: Path) -> None:
    frame = drawing(
        code_qp=["QP1", "QP2", "QP3"],
        dit=["Mme Élodie Dupont", None, "vu p.martin@ville.fr, 06 12 34 56 78"],
        n=[1.25, None, 1e300],
        i=[1, -2, 3],
        oui=[True, False, True],
        jour=[pd.Timestamp("2020-01-31"), pd.NaT, pd.Timestamp("2021-01-01")],
    )
    whole = geopackage(frame, "Mme Dupont")
    kept = nameless(whole)
    assert naming(whole, *PEOPLE) != []
    assert naming(kept, *PEOPLE) == []
    said = ["Mme (nom retiré 1)", None, "vu (adresse électronique retirée), (téléphone retiré)"]
    assert features(kept) == {**features(whole), "dit": said}
    assert same_outlines(kept, whole)
    assert read_layer(kept).frame.dtypes.equals(read_layer(whole).frame.dtypes)
    again = driven(kept, tmp_path)
    assert again.dtypes.equals(driven(whole, tmp_path).dtypes)
    assert (list(again.i), again.crs.to_epsg()) == ([1, -2, 3], 2154)
    assert nameless(kept) is kept


SOMEONE = "Jeanne Dupont"


@pytest.mark.parametrize(
    "change",
    [
        f"create table notes (x); insert into notes values ('{SOMEONE}');",
        f"pragma secure_delete = off; update qp set dit = '{SOMEONE}' where fid = 2;"
        "delete from qp where fid = 2;",
        f"update gpkg_contents set identifier = '{SOMEONE}', description = '{SOMEONE}';",
        f"update gpkg_spatial_ref_sys set description = '{SOMEONE}', definition = '{SOMEONE}';",
        f"create table gpkg_metadata (x); insert into gpkg_metadata values ('{SOMEONE}');",
        f"create view qui as select '{SOMEONE}' as x;",
        f"alter table qp add column b blob; update qp set b = cast('{SOMEONE}' as blob);",
        f'alter table qp add column c "{SOMEONE}";',
        f"alter table qp add column c text default '{SOMEONE}'; update qp set c = 'x';",
        f"update qp set geom = cast(geom || '{SOMEONE}' as blob);",
        f"pragma user_version = 1; create index {SOMEONE.split()[1]} on qp (dit);",
    ],
)
def test_nothing_is_kept_of_what_stands_around_the_layer(change: str) -> None:
    frame = drawing(code_qp=["QP1", "QP2"], dit=["rien", "de plus"])
    whole = geopackage(frame, change=change)
    kept = nameless(whole)
    assert naming(whole, "Dupont") != []
    assert naming(kept, "Dupont") == []
    before = {title: cells for title, cells in features(whole).items() if title != "b"}
    assert {title: cells for title, cells in features(kept).items() if title != "b"} == before
    assert same_outlines(kept, whole)
    assert nameless(kept) is kept


def test_a_column_of_persons_loses_its_cells_numbers_too() -> None:
    frame = drawing(
        nom=["Dupont", ""], prenom=["Élodie", None], tel=[612345678, 1], code=["1", "2"]
    )
    kept = nameless(geopackage(frame))
    assert {t: c for t, c in features(kept).items() if t != "fid"} == {
        "nom": ["(retiré)", ""],
        "prenom": ["(retiré)", None],
        "tel": [None, 1],
        "code": ["1", "2"],
    }
    assert nameless(kept) is kept


def test_a_number_that_stands_already_is_not_given_again() -> None:
    whole = geopackage(drawing(dit=["M. Paul Martin", "Mme (nom retiré 1)"]))
    assert features(nameless(whole))["dit"] == ["M. (nom retiré 2)", "Mme (nom retiré 1)"]


def test_a_title_that_names_a_person_is_a_number() -> None:
    frame = drawing(**{"Mme Dupont": ["1"], "M. Martin": ["2"]})
    assert list(features(nameless(geopackage(frame)))) == ["fid", "COL_1", "COL_2"]


@pytest.mark.parametrize(
    "change",
    [
        "create table autre as select * from qp order by fid desc;"
        "update gpkg_geometry_columns set table_name = 'autre';",
        "create table autre (fid text primary key, geom polygon, code_qp) without rowid;"
        "insert into autre select 9 - fid, geom, code_qp from qp;"
        "update gpkg_geometry_columns set table_name = 'autre';",
    ],
)
def test_the_features_keep_their_order_whatever_their_key(change: str) -> None:
    whole = geopackage(drawing(code_qp=["QP1", "QP2", "QP3"]), change=change)
    kept = nameless(whole)
    assert features(kept) == features(whole)
    assert same_outlines(kept, whole)


@pytest.mark.parametrize("system", [4326, 2154, 4979, 5698, 27572])
def test_its_system_is_kept(system: int, tmp_path: Path) -> None:
    frame = drawing(code_qp=["QP1"]).set_crs(system, allow_override=True)
    whole = geopackage(frame)
    kept = nameless(whole)
    assert same_outlines(kept, whole)
    assert driven(kept, tmp_path).crs == driven(whole, tmp_path).crs


@pytest.mark.parametrize(
    "change",
    [
        "delete from gpkg_geometry_columns;",
        "update qp set geom = 'x';",
        "delete from qp;",
        "update gpkg_geometry_columns set srs_id = 999999;",
        "drop table gpkg_geometry_columns;",
    ],
)
@pytest.mark.parametrize(
    "held", [lambda one: one, lambda one: Document("q.zip", zipped({one.name: one.content}))]
)
def test_a_layer_that_cannot_be_read_is_refused_by_the_sentence_of_its_reading(
    change: str, held: Callable[[Document], Document], territory: TerritoryFolder
) -> None:
    whole = held(geopackage(drawing(code_qp=["QP1"]), change=change))
    with pytest.raises(Refused) as refusal:
        nameless(whole)
    assert outcome(lambda: read(whole, territory)) == str(refusal.value)


@pytest.mark.parametrize("system", [0, -1])
def test_a_system_that_is_not_said_stays_so(system: int) -> None:
    change = f"update gpkg_geometry_columns set srs_id = {system};"
    whole = geopackage(drawing(code_qp=["QP1"]), change=change)
    kept = nameless(whole)
    assert read_layer(kept).frame.crs is None
    assert same_outlines(kept, whole)


def test_too_many_features_are_refused_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layer, "MAX_FEATURES", 1)
    with pytest.raises(Refused, match="plus de 1"):
        nameless(geopackage(drawing(code_qp=["QP1", "QP2"])))


def test_the_outlines_of_quarters_are_taken_as_they_were(territory: TerritoryFolder) -> None:
    frame = gpd.GeoDataFrame(
        {"code_qp": ["QP099001"], "dit": ["Mme Dupont"]},
        geometry=[shapely.Polygon(SQUARE)],
        crs=4326,
    )
    whole = geopackage(frame)
    inside = Document("qp.gpkg", zipped({"Mme Dupont.gpkg": whole.content}))
    for document in (whole, inside):
        kept = nameless(document)
        assert naming(kept, "Dupont") == []
        assert outcome(partial(contours.read, kept, territory)) == outcome(
            partial(contours.read, document, territory)
        )


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
@settings(max_examples=6)
def test_any_layer_names_nobody_and_keeps_the_rest(rows: list[tuple[str, str]]) -> None:
    says, others = zip(*rows, strict=True)
    whole = geopackage(drawing(dit=says, autre=others))
    kept = nameless(whole)
    assert naming(kept, *PEOPLE) == []
    assert same_outlines(kept, whole)
    assert [_shown(cell) for cell in _cells(whole)] == [_shown(cell) for cell in _cells(kept)]


def _cells(document: Document) -> list[Any]:
    found = features(document)
    return [*found["dit"], *found["autre"]]


def _shown(cell: str) -> str:
    """The cell where it names nobody."""
    return "" if "(" in cell or naming(Document("", cell.encode()), *PEOPLE) else cell


def test_it_stays_a_geopackage_for_a_driver() -> None:
    kept = nameless(geopackage(drawing(code_qp=["QP1"])))
    base = sqlite3.connect(":memory:")
    base.deserialize(kept.content)
    assert base.execute("pragma application_id").fetchone() == (0x47504B47,)
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)
    assert base.execute("select table_name from gpkg_contents").fetchall() == [("couche",)]
    base.close()
    assert io.BytesIO(kept.content).read(15) == b"SQLite format 3"
    assert "GPKG" in pyogrio.list_drivers()
