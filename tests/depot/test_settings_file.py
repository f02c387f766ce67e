"""The settings file read and written as rows: its texts, generations, grids, pillars, themes."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.depot.edits import Edit, applied, rows_of
from dashboard.depot.package import SETTINGS
from dashboard.depot.settings_file import listed, texts, with_listed, with_texts
from dashboard.domain import settings
from dashboard.schema import TableSchema
from dashboard.schema.settings_tables import CONTRACTS, GRIDS, PILLARS, SETTINGS_TABLES
from tests.conftest import ROOT

FILES = [
    (ROOT / "data" / name / "territoire.toml").read_bytes()
    for name in ("grand-chambery", "exemple")
]
FILE = FILES[0]
PILLAR = {
    "grille": "2024",
    "slug": "transition",
    "nom": "Réussir la transition",
    "court": "Transition",
    "role": "cadre",
    "thematique": "oui",
    "indicateur": "",
}


PRINTED = st.characters(exclude_categories=["C"])


@given(st.text(PRINTED, max_size=40))
def test_any_text_is_written_whole_and_nothing_else_moves(said: str) -> None:
    found = with_texts(FILE, {"publie_par": said, "nouveau": said})
    before, after = tomllib.loads(FILE.decode()), tomllib.loads(found.decode())
    assert after == {**before, "publie_par": said, "nouveau": said}
    assert found.count(b"\n") == FILE.count(b"\n") + 1


def test_a_file_that_cannot_be_read_has_no_text_and_no_row() -> None:
    for content in (b"= zut", b"\xff"):
        assert texts(content) == {}
        assert listed(PILLARS, content) == []


def test_a_text_of_a_table_and_a_list_of_texts_are_written_where_they_are() -> None:
    said = {"unite.singulier": "ligne", "codes_anct": "A|B", "noms_du_contrat": "Ancien nom"}
    found = with_texts(FILE, said, lists=("noms_du_contrat",))
    data = tomllib.loads(found.decode())
    assert data["unite"] == {**tomllib.loads(FILE.decode())["unite"], "singulier": "ligne"}
    assert (data["codes_anct"], data["noms_du_contrat"]) == (["A", "B"], ["Ancien nom"])
    assert {name: texts(found)[name] for name in said} == said


@pytest.mark.parametrize("content", FILES)
@pytest.mark.parametrize("table", SETTINGS_TABLES.values(), ids=lambda table: table.name)
def test_the_same_rows_say_the_same_settings(table: TableSchema, content: bytes) -> None:
    rows = listed(table, content)
    assert rows
    found = with_listed(table, content, rows)
    assert tomllib.loads(found.decode()) == tomllib.loads(content.decode())


@pytest.mark.parametrize("content", FILES)
def test_the_last_row_taken_away_leaves_an_empty_list(content: bytes) -> None:
    data = tomllib.loads(with_listed(PILLARS, content, []).decode())
    assert [grid["piliers"] for grid in data["grilles"]] == [[], []]


def test_a_new_generation_has_its_grid_its_pillars_and_its_years() -> None:
    grid = {"code": "2031", "complete": "non", "note": "Pas encore signé"}
    contract = {"code": "2031-2036", "nom": "Contrat 2031", "debut": "2031", "fin": "2036"}
    edits = [
        Edit(PILLARS.name, (), {**PILLAR, "grille": "2031"}),
        Edit(CONTRACTS.name, (), {**contract, "perimetres": "2024", "grille": "2031"}),
        Edit(GRIDS.name, (), grid),
        Edit(PILLARS.name, ("2015", "emploi"), {"court": "Travail"}),
    ]
    found = applied({SETTINGS: FILE}, edits)
    read = settings.read(tomllib.loads(found[SETTINGS].decode()))
    last = read.contracts[-1]
    assert (last.first_year, last.last_year, last.grid.complete) == (2031, 2036, False)
    assert [one.name for one in last.grid.pillars] == ["Réussir la transition"]
    assert read.pillar("emploi").short == "Travail"
    assert rows_of(GRIDS.name, found)[-1] == grid


def test_a_contract_whose_grid_is_missing_says_so() -> None:
    content = with_listed(GRIDS, FILE, listed(GRIDS, FILE)[:1])
    with pytest.raises(ValueError, match="suit une grille, 2024, qui manque"):
        settings.read(tomllib.loads(content.decode()))
