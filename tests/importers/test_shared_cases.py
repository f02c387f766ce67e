"""The files of people of the trade, where they stand beside the project: each ends right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import shapely

from dashboard.importers.apply import plan
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import SHAPES, TerritoryFolder, open_territory
from tests.conftest import ROOT

pytestmark = pytest.mark.shared

SUBSIDIES = "subventions_agglomeration"


@dataclass(frozen=True)
class End:
    """What became of the rows of a file."""

    taken: int
    refused: int = 0
    left: int = 0


ENDS = {
    "R01-200069110_subv-votees_opendata.csv": End(2),
    "R02-subventions-essai-20172024.xlsx": End(4),
    "R03a-scdl-2022.csv": End(3),
    "R03c-p147-2026.csv": End(3),
    "R04b-scdl.csv": End(1, refused=1),
    "R05a-scdl-2022.csv": End(7, refused=1),
    "R05b-scdl-2022.csv": End(7, refused=1),
    "R06-scdl-2022.xlsx": End(2),
    "R07a-subv.csv": End(2),
    "R08-scdl-2022.csv": End(5),
    "R09a-scdl-2022.csv": End(2, refused=1),
    "R10a-scdl-2022.csv": End(2, left=1),
    "R11a-contours-mac.zip": End(2),
    "R12-champs-coupes.zip": End(2),
    "R15-deux-morceaux.geojson": End(3),
    "R19b-DEMO_2021.xlsx": End(2),
    "R21b-codes.geojson": End(2),
    "R22-DEMO_2021.zip": End(2),
    "R23a-scdl-2022.ods": End(2),
}
REFUSED = {
    "R13-lat-lon.geojson": "latitude et longitude inversées ?",
    "R14b-mercator.geojson": "Mercator",
}


@pytest.fixture(scope="module")
def cases(shared: Path) -> Path:
    """The folder of the files that failed once; skipped with the reason where absent."""
    folder = shared.parent.parent / "cases" / "importers"
    if not folder.is_dir():
        pytest.skip("les fichiers d’essai ne sont pas à côté du projet")
    return folder


@pytest.fixture(scope="module")
def chambery_ground() -> TerritoryFolder:
    return open_territory(ROOT / "data" / "grand-chambery")


def _read(folder: Path, name: str, territory: TerritoryFolder) -> Imported:
    return read(Document(name, (folder / name).read_bytes()), territory)


def test_every_file_of_the_folder_is_held_here(cases: Path) -> None:
    assert {path.name for path in cases.iterdir()} == {*ENDS, *REFUSED}


@pytest.mark.parametrize("name", ENDS)
def test_each_row_is_taken_refused_or_left_aside_and_what_is_taken_is_right(
    cases: Path, chambery_ground: TerritoryFolder, name: str
) -> None:
    imported = _read(cases, name, chambery_ground)
    account = imported.account
    assert End(len(account.taken), len(account.refused), account.left) == ENDS[name]
    assert plan(imported, chambery_ground).problems == ()


@pytest.mark.parametrize("name", REFUSED)
def test_an_outline_elsewhere_is_refused_with_what_it_looks_like(
    cases: Path, chambery_ground: TerritoryFolder, name: str
) -> None:
    with pytest.raises(Refused, match=REFUSED[name]):
        _read(cases, name, chambery_ground)


@pytest.mark.parametrize(
    ("name", "years", "total"),
    [
        ("R01-200069110_subv-votees_opendata.csv", ["2022"], 4000.5),
        ("R02-subventions-essai-20172024.xlsx", ["2017", "2019", "2022", "2024"], 12_082),
        ("R05a-scdl-2022.csv", ["2022"], 7_033),
        ("R07a-subv.csv", ["2022"], 4_000),
        ("R10a-scdl-2022.csv", ["2022"], 4000.5),
    ],
)
def test_years_and_totals_are_those_of_the_lines(
    cases: Path, chambery_ground: TerritoryFolder, name: str, years: list[str], total: float
) -> None:
    rows = _read(cases, name, chambery_ground).taken[SUBSIDIES]
    assert sorted({row["annee"] for row in rows}) == years
    assert sum(float(row["montant"]) for row in rows) == total


@pytest.mark.parametrize("name", ["R03a-scdl-2022.csv", "R03c-p147-2026.csv"])
def test_a_number_lost_by_a_spreadsheet_is_said_and_not_kept(
    cases: Path, chambery_ground: TerritoryFolder, name: str
) -> None:
    imported = _read(cases, name, chambery_ground)
    lost = [remark for remark in imported.remarks if "tableur" in remark.message]
    assert {remark.value for remark in lost} >= {"7,76459042E+13", "7,99E+13"}
    kept = {
        row.get("siret") or row.get("porteur_id")
        for rows in imported.taken.values()
        for row in rows
    }
    assert not kept & {"776459042", "799", "7764590421300000", "79913"}


def test_the_sheet_and_the_member_that_were_read_are_named(
    cases: Path, chambery_ground: TerritoryFolder
) -> None:
    sheet = _read(cases, "R06-scdl-2022.xlsx", chambery_ground)
    assert "Feuille lue : « Sub attribuées - 2022 »." in sheet.notes
    member = _read(cases, "R22-DEMO_2021.zip", chambery_ground)
    assert "Fichier lu dans le ZIP : DEMO_2021.csv." in member.notes


def test_both_parts_of_a_quarter_are_kept(cases: Path, chambery_ground: TerritoryFolder) -> None:
    shapes = _read(cases, "R15-deux-morceaux.geojson", chambery_ground).shapes[SHAPES]
    shape = shapely.from_geojson(str(shapes[0]["geometry"]).replace("'", '"'))
    assert shape.geom_type == "MultiPolygon"


def test_a_formula_never_computed_replaces_no_value(
    cases: Path, chambery_ground: TerritoryFolder
) -> None:
    planned = plan(_read(cases, "R19b-DEMO_2021.xlsx", chambery_ground), chambery_ground)
    held = {
        row["annee"]: row["valeur"]
        for row in planned.tables["indicateurs"]
        if (row["territoire"], row["indicateur"]) == ("QP073001", "population")
    }
    assert held["2018"]
    assert any("jamais calculée" in item.sentence() for item in planned.imported.remarks)


def test_every_reference_file_is_refused_by_a_sentence_or_accounted_for(
    shared: Path, chambery_ground: TerritoryFolder
) -> None:
    counted, sentences = 0, []
    for path in sorted(item for item in shared.glob("*/*") if item.is_file()):
        try:
            account = read(Document(path.name, path.read_bytes()), chambery_ground).account
        except Refused as refusal:
            sentences.append(refusal.problem.message)
            continue
        assert len(account.taken) + len(account.refused) + account.left == len(account.rows)
        assert account.rows, path.name
        counted += 1
    assert all(sentence.endswith((".", "?")) for sentence in sentences)
    assert counted >= 17
    assert counted + len(sentences) >= 44
