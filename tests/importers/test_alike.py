"""The quarters most alike ours: those that pandas finds too, by size, age and income."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.importers import alike, insee_alike
from dashboard.importers.imported import Document, Records, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from tests.conftest import ROOT

TABLE = ROOT / "data" / "grand-chambery" / "semblables.csv"
HEAD = "codeQPV,lib_qp,lib_com,popMuniQPV,indiceJeunesse,taux_d_emploi,taux_pauvrete_60%"


def national(ours: str, others: int, *more: str) -> Document:
    lines = [HEAD, f"{ours},Le nôtre,Ici,2000,1.5,50,40", *more]
    lines += [
        f"QN{n:05}M,Quartier {n},Ville {n},{1000 + 50 * n},{1 + n / 40:.1f},50,{30 + n % 30}"
        for n in range(1000, 1000 + others)
    ]
    return Document("quartiers.csv", "\n".join((*lines, "")).encode())


def taken(document: Document, territory: TerritoryFolder) -> Records:
    return read(document, territory).taken["semblables"]


def ours(territory: TerritoryFolder) -> str:
    """A quarter of 2024 of that territory."""
    rows = territory.rows("territoires")
    return next(r["code"] for r in rows if r["genre"] == "qpv" and r["generation"] == "2024")


def table() -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            found[row["quartier"]].append(row)
    return found


def test_the_quarters_most_alike_are_those_that_pandas_finds(shared: Path) -> None:
    path = shared / "insee_qpv" / "qpv2024_france_chiffres.csv"
    names = ["popMuniQPV", "indiceJeunesse", "taux_pauvrete_60%"]
    frame = pd.read_csv(path, dtype={"codeQPV": str}).drop_duplicates("codeQPV")
    frame = frame[frame["codeQPV"].str.match(r"QN0(?!97)\d[0-9AB]\w{3}$")]
    values = frame.set_index("codeQPV")[names].apply(pd.to_numeric, errors="coerce").dropna()
    values["popMuniQPV"] = np.log(values["popMuniQPV"])
    scaled = (values - values.mean()) / values.std(ddof=0)
    held = {code: rows for code, rows in table().items() if code.startswith("QN")}
    assert set(held) == {"QN07301M", "QN07302M"}
    for code, rows in held.items():
        far = ((scaled - scaled.loc[code]) ** 2).sum(axis=1) ** 0.5
        nearest = far.drop(code).nsmallest(alike.NEAREST)
        assert [row["code"] for row in rows] == [code, *nearest.index]
        assert [float(row["distance"]) for row in rows[1:]] == [round(v, 2) for v in nearest]
        assert {row["compares"] for row in rows} == {str(len(values))}


def test_the_quarters_of_2015_most_alike_come_from_two_files(shared: Path) -> None:
    """Size and age from one, income from the other: what pandas makes of both."""
    columns = {"DEMO": ["POP_MUN", "IND_JEUNE"], "REVN": ["TP60"]}
    frames = [_values(shared / "insee_qpv" / f"{f}_2021.csv", held) for f, held in columns.items()]
    values = pd.concat(frames, axis=1, join="inner").dropna()
    values["POP_MUN"] = np.log(values["POP_MUN"])
    scaled = (values - values.mean()) / values.std(ddof=0)
    held = {code: rows for code, rows in table().items() if code.startswith("QP")}
    assert set(held) == {"QP073001", "QP073002"}
    for code, rows in held.items():
        far = ((scaled - scaled.loc[code]) ** 2).sum(axis=1) ** 0.5
        assert [row["code"] for row in rows[1:]] == [*far.drop(code).nsmallest(6).index]
        assert {row["compares"] for row in rows} == {str(len(values))}


def _values(path: Path, columns: list[str]) -> pd.DataFrame:
    """Those columns of the quarters of metropolitan France, as numbers."""
    frame = pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig").drop_duplicates("CODGEO")
    frame = frame[frame["CODGEO"].str.match(r"QP0(?!97)\d[0-9AB]\w{3}$", na=False)]
    cells = frame.set_index("CODGEO")[columns]
    plain = cells.apply(lambda cell: cell.str.replace(r"\s", "", regex=True).str.replace(",", "."))
    numbers: pd.DataFrame = plain.apply(pd.to_numeric, errors="coerce")
    return numbers


def test_two_files_of_different_years_are_refused(territory: TerritoryFolder) -> None:
    (pair,) = insee_alike.IMPORTER.examples
    other = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pair.content)) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("REVN_2021", "REVN_2019"), old.read(name))
    with pytest.raises(Refused, match="d’une même année"):
        read(Document("quartiers.zip", other.getvalue()), territory)


def test_a_quarter_comes_first_then_those_nearest_to_it(territory: TerritoryFolder) -> None:
    code = ours(territory)
    twin = "QN00901M,Le jumeau,Là,2000,1.5,50,40"
    found = taken(national(code, 150, twin), territory)
    assert [row["rang"] for row in found] == [str(rank) for rank in range(alike.NEAREST + 1)]
    assert (found[0]["code"], found[1]["nom"], found[1]["distance"]) == (code, "Le jumeau", "0.00")


def test_a_file_of_few_quarters_offers_no_company(territory: TerritoryFolder) -> None:
    assert taken(national(ours(territory), 60), territory) == ()


def test_a_quarter_without_its_three_values_is_not_compared(territory: TerritoryFolder) -> None:
    code = ours(territory)
    secret = "QN00901M,Le secret,Là,2000,1.5,50,s"
    twice = ("QN00902M,Deux villes,Ici,2000,1.5,50,40", "QN00902M,Deux villes,Là,2000,1.5,50,40")
    found = taken(national(code, 150, secret, *twice), territory)
    assert "QN00901M" not in {row["code"] for row in found}
    assert {row["communes"] for row in found if row["code"] == "QN00902M"} <= {"Ici, Là"}
