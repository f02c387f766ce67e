"""A version goes out as a data package derived from its files, and comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import Package, system

from dashboard.depot import Depot, NotKept, package
from dashboard.depot.laid import lifted
from dashboard.depot.package import described, taken
from scripts.paquet import main
from tests.conftest import ROOT
from tests.depot.stopped import DEPOSIT

FOLDER = ROOT / "data" / "grand-chambery"
SETTINGS = 'slug = "ici"\ngenitif = "d’Ici"\nfictif = false\n'.encode()


def test_the_committed_package_is_the_one_that_the_files_give() -> None:
    held = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    assert held == described(lifted(FOLDER))


def test_a_file_says_the_licence_and_the_origin_of_its_own_sources(tmp_path: Path) -> None:
    files = {
        "territoire.toml": SETTINGS,
        "sources.csv": (
            "id;titre;producteur;licence;millesime;adresse;obtention;note\n"
            "a;Titre A;Qui A;ODbL;2020;https://exemple.fr/a;Reçu par courriel;\n"
            "b;Titre B;Qui B;Sur demande;;;Lu sur place;\n"
        ).encode(),
        "lieux.csv": b"code;nom;lon;lat;source\nx;X;1;2;a\ny;Y;1;2;b\nz;Z;1;2;inconnue\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    main(tmp_path)
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    places = next(item for item in found["resources"] if item["path"] == "lieux.csv")
    assert [item["name"] for item in places["licenses"]] == ["ODbL-1.0", "other-attribution"]
    assert [item["title"] for item in places["sources"]] == ["Qui A, Titre A", "Qui B, Titre B"]
    assert places["millesime"] == ["2020"]
    assert places["obtention"] == ["Reçu par courriel", "Lu sur place"]


def test_a_version_comes_back_from_its_package_byte_for_byte(tmp_path: Path) -> None:
    files, origin = taken(FOLDER, "grand-chambery")
    depot = Depot(tmp_path)
    made = depot.add("grand-chambery", files, DEPOSIT, 0)
    target = tmp_path / "sauvegarde"
    package.export(made, depot.files(made), target)
    again, said = taken(target, "grand-chambery")
    assert again == files
    assert said.checksum == origin.checksum
    assert said.name == "sauvegarde, version 1 de grand-chambery, exportée"
    described_there = json.loads((target / "datapackage.json").read_text(encoding="utf-8"))
    assert described_there["version"] == "1"
    assert described_there["depot"]["deposit"]["who"] == "Marie"
    assert {item["path"] for item in described_there["resources"]} == files.keys()
    with system.use_context(trusted=True):
        report = Package(str(target / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    with pytest.raises(NotKept, match="existe déjà"):
        package.export(made, files, target)
    (target / "contacts.csv").write_text("territoire;nom;role;contact;source\n")
    changed = taken(target, "grand-chambery")[1].name
    assert changed == "sauvegarde, version 1 de grand-chambery, exportée, changée depuis"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "territoire.toml manque"),
        ({"territoire.toml": b"slug = ["}, "ne se lit pas"),
        ({"territoire.toml": b'slug = "autre"'}, "est celui de «\u00a0autre\u00a0»"),
        ({"territoire.toml": SETTINGS, "notes.docx": b"x"}, "notes.docx"),
        ({"territoire.toml": SETTINGS, "actions.csv": b""}, "vide"),
    ],
)
def test_a_folder_that_is_not_of_the_territory_is_refused_with_the_reason(
    tmp_path: Path, files: dict[str, bytes], said: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(NotKept, match=said.replace("\u00a0", ".")):
        taken(tmp_path, "ici")


def test_what_a_link_leads_to_is_no_file_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "territoire.toml").write_bytes(SETTINGS)
    (tmp_path / "actions.csv").symlink_to("/dev/zero")
    with pytest.raises(NotKept, match=r"actions\.csv"):
        taken(tmp_path, "ici")
