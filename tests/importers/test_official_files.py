"""The real files, where they stand beside the project: what is imported is what was checked."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.catalogue import INDICATORS
from dashboard.importers import contours
from dashboard.importers.apply import plan
from dashboard.importers.door.layer import read_layer
from dashboard.importers.imported import Document
from dashboard.importers.outlines import mend
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.schema import Record

pytestmark = pytest.mark.shared

ROOT = Path(__file__).resolve().parents[2]
COMMUNE = "73065"
RENAMED = {"DEFM_A": "A"}
"""Where the reference table renames a column that has two meanings."""


@pytest.fixture(scope="module")
def chambery_ground() -> TerritoryFolder:
    return open_territory(ROOT / "data" / "grand-chambery")


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream, delimiter=";")


def _document(path: Path) -> Document:
    return Document(path.name, path.read_bytes())


def _slug(family: str, column: str) -> str:
    name = RENAMED.get(column, column)
    return next(
        item.slug
        for item in INDICATORS
        for place in item.columns
        if (place.family, place.name) == (family, name)
    )


def _place(row: dict[str, str]) -> str:
    if row["code_indicateur"] in ("POP_COM", "POP_COM_QP"):
        return COMMUNE
    return {"Ensemble": "QPV"}.get(row["code_quartier"], row["code_quartier"])


def test_every_row_of_the_reference_whose_file_is_here_is_imported_again_and_agrees(
    shared: Path, chambery_ground: TerritoryFolder
) -> None:
    folder = shared / "insee_qpv"
    imported: dict[str, dict[tuple[str, str, str], Record]] = {}
    unchecked: Counter[str] = Counter()
    differing, agreed = [], 0
    for row in _csv(folder / "chambery_qpv2015_insee_long.csv"):
        path = folder / f"{row['fichier']}.csv"
        if not path.is_file():
            unchecked[row["fichier"]] += 1
            continue
        if path.stem not in imported:
            taken = read(_document(path), chambery_ground).taken["indicateurs"]
            imported[path.stem] = {
                (item["territoire"], item["indicateur"], item["annee"]): item for item in taken
            }
        slug = _slug(path.stem.partition("_")[0], row["code_indicateur"])
        found = imported[path.stem].get((_place(row), slug, row["annee_donnee"]))
        if found is None or abs(float(found["valeur"]) - float(row["valeur"])) > 1e-9:
            differing.append((row, found))
        else:
            agreed += 1
    assert differing == []
    assert agreed == 634
    assert len(unchecked) == 11


def test_the_official_files_change_nothing_in_the_territory(
    shared: Path, chambery_ground: TerritoryFolder
) -> None:
    paths = [
        *sorted((shared / "insee_qpv").glob("[DIR]*_20*.csv")),
        shared / "insee_qpv" / "data_filo18_qp_revdis.csv",
        shared / "insee_qpv" / "communes_filosofi_2021.csv",
        shared / "anct" / "adulte-relais-2022.json",
        shared / "anct" / "postes-fonjep-2023.json",
    ]
    for path in paths:
        changes = plan(read(_document(path), chambery_ground), chambery_ground).imported.changes
        moved = [change for change in changes if change.table != "sources" and not change.nothing]
        assert moved == [], path.name


def test_the_posts_of_the_contract_are_those_counted(
    shared: Path, chambery_ground: TerritoryFolder
) -> None:
    relais = read(_document(shared / "anct" / "adulte-relais-2022.json"), chambery_ground)
    fonjep = read(_document(shared / "anct" / "postes-fonjep-2023.json"), chambery_ground)
    assert len(relais.taken["postes"]) == 26
    assert sum(float(row["montant"]) for row in fonjep.taken["postes"]) == 21_492


def test_the_105_outlines_are_read_and_the_32_invalid_ones_mended(shared: Path) -> None:
    path = shared / "contours_qpv" / "occitanie_qpv2014.geojson"
    assert contours.recognises(_document(path))
    frame = read_layer(_document(path)).frame
    mended = [mend(shape) for shape in frame.geometry]
    assert len(mended) == 105
    assert sum(bool(reason) for _, reason in mended) == 32
    assert all(shape is not None and shape.is_valid for shape, _ in mended)


@pytest.mark.parametrize(
    ("name", "lines", "refused"),
    [
        ("etalab_format_subventions_exemple.csv", 2, 0),
        ("scdl_subventions_exemple_valide.csv", 29, 0),
        ("scdl_subventions_exemple_invalide_erreurs_cellules.csv", 28, 1),
        ("scdl_subventions_exemple_invalide_erreurs_colonnes.csv", 28, 1),
    ],
)
def test_the_examples_of_the_scdl_schema_are_read_whoever_gives(
    shared: Path, chambery_ground: TerritoryFolder, name: str, lines: int, refused: int
) -> None:
    document = _document(shared / "scdl" / name)
    first = next(csv.DictReader(io.StringIO(document.content.decode("utf-8-sig"))))
    settings = {
        **chambery_ground.settings,
        "nom": first["nomAttribuant"],
        "epci": _givers(document),
    }
    territory = TerritoryFolder(
        chambery_ground.folder, settings, chambery_ground.tables, {"features": []}
    )
    imported = read(document, territory)
    assert len(imported.taken["subventions_agglomeration"]) == lines
    assert len(imported.refused) == refused


def _givers(document: Document) -> list[str]:
    rows = csv.DictReader(io.StringIO(document.content.decode("utf-8-sig")))
    return sorted({row["idAttribuant"][:9] for row in rows})


HEADER_A = """
Nom de l'attribuant;Identification de l'attributaire;Date de la convention de subvention;
Référence de la décision;Identification du bénéficiaire;Nom du bénéficiaire;
Objet de la subvention;Montant total de la subvention;Nature de la subvention;
Conditions de versement;Date de versement;RAE;notificationUE;PourcentageSubvention
""".replace("\n", "").split(";")


def _official(year: int, rows: list[dict[str, str]]) -> Document:
    """The checked lines of a year, laid out again as the official file of that year."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, HEADER_A, restval="", delimiter=";")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {
                "Nom de l'attribuant": "DGCL - DDETSPP SAVOIE",
                "Identification du bénéficiaire": f"{row['porteur_siren']}00011",
                "Nom du bénéficiaire": row["porteur"],
                "Objet de la subvention": row["intitule_brut"],
                "Montant total de la subvention": row["montant_eur"].replace(".", ","),
            }
        )
    return Document(f"subventions-p147-{year}.csv", stream.getvalue().encode())


@pytest.mark.parametrize("year", range(2016, 2026))
def test_a_year_of_grants_given_again_keeps_every_line_its_identifier_and_its_total(
    shared: Path, chambery_ground: TerritoryFolder, year: int
) -> None:
    path = shared / "actions" / "etat_p147_cv_chambery_2016_2025.csv"
    rows = [row for row in _csv(path) if row["annee"] == str(year)]
    imported = read(_official(year, rows), chambery_ground)
    change = plan(imported, chambery_ground).imported.changes[0]
    assert (change.added, change.removed) == (0, 0)
    assert {row["id"] for row in imported.taken["actions"]} == {row["id"] for row in rows}
    total = sum(float(row["montant"]) for row in imported.taken["financements"])
    assert total == pytest.approx(sum(float(row["montant_eur"]) for row in rows))


def test_without_its_own_rows_of_the_year_the_rules_find_nearly_every_line_again(
    shared: Path, chambery_ground: TerritoryFolder
) -> None:
    rows = list(_csv(shared / "actions" / "etat_p147_cv_chambery_2016_2025.csv"))
    found = 0
    for year in range(2016, 2026):
        others = tuple(row for row in chambery_ground.rows("actions") if row["annee"] != str(year))
        tables = {**chambery_ground.tables, "actions": others}
        territory = TerritoryFolder(chambery_ground.folder, chambery_ground.settings, tables, {})
        given = [row for row in rows if row["annee"] == str(year)]
        found += len(read(_official(year, given), territory).taken["actions"])
    assert found >= 0.98 * len(rows)
