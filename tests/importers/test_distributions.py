"""What national files say of all the quarters, recomputed by other means."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from dashboard import catalogue
from dashboard.catalogue.calendar import data_year
from dashboard.importers import distributions
from dashboard.importers.imported import Document
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from tests.conftest import ROOT
from tests.walked import some

TABLE = ROOT / "data" / "grand-chambery" / "repartitions.csv"


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("QP073001", True),
        ("QP02A001", True),
        ("QN07301M", True),
        ("QP974001", False),
        ("QN97601I", False),
        ("73065", False),
        ("ENSEMBLE", False),
    ],
)
def test_a_quarter_of_metropolitan_france_is_told_by_its_code(code: str, counted: bool) -> None:
    assert distributions.metropolitan(code) is counted


def national(rows: int) -> Document:
    lines = ["CODGEO;POP_MUN;TX_F;NOTE_RP"]
    lines += [f"QP0{n:05};{1000 + n};{40 + n / 10:.1f};0".replace(".", ",") for n in range(rows)]
    lines += ["QP974001;99000;99,0;0", "QP099001;3631;;0"]
    return Document("DEMO_2021.csv", "\n".join((*lines, "")).encode())


def test_a_national_file_gives_the_distribution_of_each_column(territory: TerritoryFolder) -> None:
    found = read(national(150), territory).taken["repartitions"]
    by_slug = {row["indicateur"]: row for row in found}
    shares = next(row for slug, row in by_slug.items() if slug.startswith("part-"))
    assert (shares["quartiers"], shares["publies"], shares["perimetre"]) == ("151", "150", "2015")
    centiles = [float(value) for value in shares["centiles"].split("|")]
    assert (centiles[0], centiles[50], centiles[100]) == (40.0, 47.4, 54.9)


def test_a_file_of_few_quarters_is_not_the_country(territory: TerritoryFolder) -> None:
    assert read(national(60), territory).taken["repartitions"] == ()


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_thirty_indicator_years_are_those_of_the_national_files(shared: Path) -> None:
    held = {(row["indicateur"], row["annee"], row["fichier"]): row for row in table()}
    checked = 0
    for path in sorted((shared / "insee_qpv").glob("[DIR]*_20*.csv")):
        family, edition = path.stem.split("_")
        frame = pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig", keep_default_na=False)
        frame = frame[frame["CODGEO"].str.match(r"QP0(?!97)")]
        frame = frame.rename(columns=str.strip)
        for slug, column in columns(family):
            year = str(data_year(family, int(edition), column)[0])
            row = held.get((slug, year, path.stem))
            if row is not None and column in frame:
                checked += agrees(row, frame[column])
    assert checked >= 30


def test_the_years_of_filosofi_and_the_table_of_2024_are_those_of_their_files(
    shared: Path,
) -> None:
    held = {(row["indicateur"], row["annee"], row["fichier"]): row for row in table()}
    checked = 0
    for name, code, years in (
        ("filosofi_qpv2015_france_2012_2021", "code", "annee"),
        ("qpv2024_france_chiffres", "codeQPV", ""),
    ):
        path = shared / "insee_qpv" / f"{name}.csv"
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        frame = frame[frame[code].str.match(r"Q[PN]0(?!97)\d[0-9AB]\w{3}$")]
        for (slug, year, file), row in some(held.items()):
            column = WRITTEN.get(slug, "")
            part = frame[frame[years] == year] if years else frame.drop_duplicates(code)
            if file == name and column in frame:
                checked += agrees(row, part[column])
    assert checked >= 12


WRITTEN = {
    "taux-pauvrete": "taux_pauvrete",
    "niveau-vie-median": "revenu_median",
    "population": "popMuniQPV",
    "indice-jeunesse": "indiceJeunesse",
}
"""The columns of the two public copies, by indicator."""


def columns(family: str) -> Iterator[tuple[str, str]]:
    """The indicators and the columns of that family of files, those of a commune left out."""
    for indicator in catalogue.INDICATORS:
        for column in indicator.columns:
            if column.family == family and not column.name.startswith("POP_COM"):
                yield indicator.slug, column.name


def agrees(row: dict[str, str], cells: pd.Series) -> int:
    """1 where the row is what pandas makes of those cells."""
    texts = cells.str.replace(r"[\s\u00a0\u202f]", "", regex=True).str.replace(",", ".")
    values = pd.to_numeric(texts, errors="coerce").dropna()
    assert (int(row["quartiers"]), int(row["publies"])) == (len(cells), len(values))
    ranked = values.sort_values().tolist()
    tenths = [ranked[-(-k * len(ranked) // 100) - 1] for k in range(1, 101)]
    assert [float(value) for value in row["centiles"].split("|")] == [ranked[0], *tenths]
    return 1
