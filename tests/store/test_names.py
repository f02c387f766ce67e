"""A name is found however it is typed, and nothing else is called sure."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from dashboard.domain.location import Containment, NameKind, position
from dashboard.domain.territory import Outline
from dashboard.store import Store
from tests.conftest import ROOT
from tests.walked import some


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("avenue des Bernardines", "Avenue des Bernardines"),
        ("AV BERNARDINE", "Avenue des Bernardines"),
        ("avneue des bernadines", "Avenue des Bernardines"),
        ("bd de la colone", "Boulevard de la Colonne"),
        ("8 mai 1945", "Place du 8 mai 1945"),
        ("hauts de chambery", "Les Hauts-de-Chambéry"),
        ("cognin", "Cognin"),
        ("école caffe", "École Élémentaire Caffe"),
        ("biolay", "Biollay - Bellevue"),
        ("rue de Boigne, Chambéry", "Rue de Boigne"),
        ("12 bis r. de boigne 73000 chambery", "Rue de Boigne"),
        ("av du gl cartier", "Avenue Général Cartier"),
        ("école du biollay", "Biollay - Bellevue"),
        ("gymnase biollay", "Gymnase du Biollay"),
    ],
)
def test_a_name_comes_first_however_it_is_typed(chambery: Store, typed: str, name: str) -> None:
    assert chambery.named(typed).names[0].name == name


def test_what_a_commune_of_words_shares_is_not_sure(chambery: Store) -> None:
    found = chambery.named("combes")
    assert found.total == 5
    assert found.sure is None


def test_a_word_too_many_finds_nothing(chambery: Store) -> None:
    assert chambery.named("avenue des bernardines introuvable").names == ()


def test_a_street_of_another_town_is_not_lent_to_this_one(chambery: Store) -> None:
    assert chambery.named("rue de Boigne, Cognin").names == ()


def test_a_number_that_no_source_holds_is_said(chambery: Store) -> None:
    found = chambery.named("12 rue de la République").sure
    assert found is not None
    assert (found.name, found.number, found.missing) == ("Rue de la République", "", "12")


def test_every_street_is_the_first_answer_to_its_own_name(store: Store) -> None:
    rows = store.archive.query("select nom, code from noms where genre = 'voie'")
    assert len(rows) == store.searchable[NameKind.STREET]
    for row in rows:
        found = store.named(row["nom"]).names
        assert row["nom"] in {item.name for item in found}, row["nom"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=100))
def test_any_text_is_answered(example: Store, text: str) -> None:
    found = example.named(text)
    assert len(found.names) <= found.total


@cache
def outlines(slug: str) -> gpd.GeoSeries:
    path = ROOT / "data" / slug / "contours_quartiers.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    held = {item["properties"]["code"]: shape(item["geometry"]) for item in features}
    return gpd.GeoSeries(held, crs=4326).to_crs(2154)


def points(store: Store, slug: str) -> gpd.GeoSeries:
    frame = pd.read_csv(Path(ROOT / "data" / slug / "voies.csv"), sep=";", dtype=str)
    series = gpd.GeoSeries.from_xy(frame["lon"].astype(float), frame["lat"].astype(float), crs=4326)
    return series.set_axis(frame["code"]).to_crs(2154)


def test_every_street_stands_where_its_source_puts_it(store: Store) -> None:
    slug = store.settings.slug
    lines, places = outlines(slug), store.places
    held = {r["code"]: (r["x"], r["y"]) for r in store.archive.query("select * from noms")}
    for generation in some(places.generations):
        perimeters = places.perimeters(generation)
        codes = [item.quarter.code for item in perimeters]
        for code, point in some(points(store, slug).items()):
            found = position(held[code], perimeters)
            assert found is not None
            inside = [c for c in codes if lines[c].contains(point)]
            near = min(lines[c].boundary.distance(point) for c in codes)
            if found.answer is Containment.INSIDE:
                assert found.quarter.code in inside
            elif found.answer is Containment.OUTSIDE:
                assert not inside
                assert abs(found.metres - near) < 0.5
            else:
                assert found.quarter.outline is Outline.INDICATIVE or found.metres <= found.doubt
