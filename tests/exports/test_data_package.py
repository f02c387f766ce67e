"""The indicators as a data package: valid for who reads it by program, equal to what is shown."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package, system

from dashboard import catalogue
from dashboard.domain import french
from dashboard.domain.indicator import show
from dashboard.exports import data_package, open_files
from dashboard.pages.open_files import PACKAGE
from dashboard.store import Store


@pytest.fixture(scope="module")
def package(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the package of each territory in turn."""
    folder = tmp_path_factory.mktemp("paquet")
    made = open_files.made(store, PACKAGE)
    assert made is not None
    assert made[1] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(made[0])) as opened:
        opened.extractall(folder)
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / name).read_text("utf-8"))))


def test_frictionless_finds_nothing_wrong_in_the_package(package: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    assert report.stats["tasks"] == 4


def test_frictionless_sees_a_value_that_is_no_number(package: Path, tmp_path: Path) -> None:
    for path in package.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    head, first, rest = (tmp_path / "valeurs.csv").read_bytes().split(b"\r\n", 2)
    cells = first.split(b",")
    spoiled = b",".join([*cells[:3], b"beaucoup", *cells[4:]])
    (tmp_path / "valeurs.csv").write_bytes(b"\r\n".join((head, spoiled, rest)))
    with system.use_context(trusted=True):
        assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_each_value_is_that_of_the_store_to_the_digit_that_is_shown(
    store: Store, package: Path
) -> None:
    found = rows(package, "valeurs.csv")
    assert len(found) == store.counts["indicateurs"]
    for row in found:
        indicator = catalogue.indicator(row["indicateur"])
        held = store.values.observation(indicator, row["territoire"], int(row["annee"]))
        assert held is not None
        assert (row["statut"], row["source"]) == (str(held.status), held.source)
        if held.value is None:
            assert row["valeur"] == ""
            assert row["motif"]
        else:
            decimals = len(row["valeur"].partition(".")[2])
            said = french.number(float(row["valeur"]), decimals)
            assert show(indicator, held).removesuffix(indicator.suffix).strip() == said
            assert row["motif"] == ""


def test_the_package_says_its_licences_its_sources_and_how_to_cite_it(
    store: Store, package: Path
) -> None:
    said = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert said["version"] == store.digest
    assert said["fictif"] is store.settings.fictional
    assert {one["title"] for one in said["licenses"]} == {
        row["licence"] for row in data_package.used_sources(store)
    }
    readme = (package / "LISEZ-MOI.md").read_text("utf-8")
    for word in ("Licence", "Citer", f"/v/{store.digest}/telecharger/{PACKAGE}", "jamais un zéro"):
        assert word in readme
    assert ("Territoire fictif" in readme) is store.settings.fictional


def test_the_same_publication_gives_the_same_bytes(chambery: Store) -> None:
    assert data_package.written(chambery) == data_package.written(chambery)
