"""A version comes in, is published, goes back, goes out: by the commands of the operator."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.depot import Depot, Withdrawal
from dashboard.publication import listing, served_version
from dashboard.store import open_store, publication_pointer
from tests.claims import spaced
from tests.conftest import ROOT, Run

FILE = ROOT / "tests" / "fixtures" / "importers" / "postes-fonjep-2023.json"


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data" / "exemple"


def other(data: Path, tmp_path: Path, name: str) -> Path:
    """A folder of the territory where the publisher has that name."""
    folder = Path(shutil.copytree(data, tmp_path / name))
    path = folder / "territoire.toml"
    text = path.read_text(encoding="utf-8").replace('publie_par = "', f'publie_par = "{name} ')
    path.write_text(text, encoding="utf-8")
    return folder


def journal_of(var: Path) -> list[tuple[str, str, str]]:
    """What staff read of the acts of the command line: the act, on what, why."""
    with closing(sqlite3.connect(var / "agents" / "agents.sqlite")) as base:
        found = base.execute("select act, what, why from journal where who like 'ligne de c%'")
        return list(found)


def published_by(var: Path) -> str:
    return open_store(var, "exemple").settings.publisher


def test_the_folder_of_data_is_the_truth_until_a_version_is_kept_then_it_is_not_published(
    run: Run, data: Path, var: Path, tmp_path: Path
) -> None:
    assert "fait foi" in run("versions").output
    assert run("publier").exit_code == 0
    settings = (data / "territoire.toml").read_bytes()
    taken = run("reprendre", other(data, tmp_path, "Marie"), "--motif", "Mise en service")
    assert taken.exit_code == 0, taken.output
    first, second = reversed(Depot(var).versions("exemple"))
    assert "tel qu’il était" in first.deposit.why
    assert (second.deposit.why, [item.file for item in second.changes]) == (
        "Mise en service",
        ["territoire.toml"],
    )
    assert "d’avant le dépôt" in run("publier", "--refaire").output
    assert "Marie" not in published_by(var)
    both = run("publier", "--refaire", "--version", "2")
    assert both.exit_code == 2
    assert "donnez l’une ou l’autre" in both.stderr
    assert "Marie" not in published_by(var)
    said = run("publier").output
    assert "version 2 du dépôt, «\u00a0Mise en service\u00a0»." in said
    assert "n’est pas publié" not in said, "version 1 tient ce que data/ tient encore"
    (data / "territoire.toml").write_bytes(settings + "# changé\n".encode())
    assert f"{data} a changé, aucune version ne le tient" in run("publier").output
    assert "Marie" in published_by(var)
    assert "Version 2 (servie)" in run("versions").output


def test_a_return_survives_a_restart_and_any_version_can_be_published_again(
    run: Run, data: Path, var: Path, tmp_path: Path
) -> None:
    run("agent", "ajouter", "marie@ville.fr", "--nom", "Marie", "--role", "éditeur")
    for name in ("Un", "Deux"):
        run("reprendre", other(data, tmp_path, name), "--motif", name)
        assert run("publier").exit_code == 0
    assert run("revenir", "--motif", "Erreur").exit_code == 0
    assert "Un" in published_by(var)
    assert journal_of(var)[1:] == [
        ("version publiée", "version 2", "Un"),
        ("version publiée", "version 3", "Deux"),
        ("retour à une version", "version 2", "Erreur"),
    ]
    assert "Part de la version 2, que voit le public" in run("verifier").output
    grants = FILE.with_name("liste-2019.csv")
    assert "Déposé" in run("importer", grants, "--remplacer", "--confirmer").output
    fourth = Depot(var).version("exemple", 4)
    assert b"Un " in Depot(var).files(fourth)["territoire.toml"]
    assert "Part de" not in run("verifier").output
    cube = publication_pointer.current(var, "exemple") / "cube.npy"
    cube.write_bytes(b"")
    again = run("publier", "--refaire")
    assert "elle a été refaite" in again.output
    assert served_version(var, "exemple") == 2
    assert "Un" in published_by(var)
    assert run("publier", "--version", "1").exit_code == 0
    assert run("publier", "--version", "0").exit_code != 0
    assert served_version(var, "exemple") == 1
    shutil.rmtree(var / "publications")
    assert run("publier", "--refaire").exit_code == 0
    assert served_version(var, "exemple") == 4
    assert "version 4" in run("revenir", "--liste").output


def test_two_versions_of_the_same_files_are_two_publications(
    run: Run, data: Path, var: Path, tmp_path: Path
) -> None:
    run("reprendre", data, "--motif", "Premier état")
    run("publier")
    run("reprendre", other(data, tmp_path, "Deux"), "--motif", "Erreur")
    run("publier")
    run("reprendre", data, "--motif", "Comme avant")
    run("publier")
    assert served_version(var, "exemple") == 3
    assert [item["version"] for item in listing(var, "exemple")] == [3, 2, 1]


def test_an_import_makes_a_version_that_says_its_file_and_leaves_data_alone(
    run: Run, data: Path, var: Path
) -> None:
    run("reprendre", data, "--motif", "Mise en service")
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    said = run("importer", FILE, "--remplacer", "--par", "Marie")
    assert said.exit_code == 0, said.output
    assert "Déposé\u00a0: version 2" in said.output
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before
    made = Depot(var).versions("exemple")[0]
    assert made.deposit.who == "Marie"
    assert made.deposit.why.startswith("Import : ")
    origin = made.deposit.origin
    assert (origin.name, origin.checksum) == (
        FILE.name,
        hashlib.sha256(FILE.read_bytes()).hexdigest(),
    )
    assert "postes.csv" in {item.file for item in made.changes}


def test_what_goes_out_comes_back_in_elsewhere(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("reprendre", data, "--motif", "Mise en service")
    target = tmp_path / "sauvegarde"
    assert "versions : de 1 à 1" in spaced(run("exporter", target, "--version", "0").output)
    assert run("exporter", target).exit_code == 0
    package = json.loads((target / "datapackage.json").read_text(encoding="utf-8"))
    assert package["depot"]["deposit"]["why"] == "Mise en service"
    monkeypatch.setenv("VAR", str(tmp_path / "ailleurs"))
    shutil.rmtree(data)
    assert run("reprendre", target, "--motif", "Déménagement").exit_code == 0
    assert run("publier").exit_code == 0
    assert "version 1 de exemple, exportée" in run("versions").output


def test_a_faulty_folder_is_refused_and_nothing_is_kept(
    run: Run, data: Path, var: Path, tmp_path: Path
) -> None:
    folder = other(data, tmp_path, "faux")
    actions = folder / "actions.csv"
    text = actions.read_text(encoding="utf-8").replace("QP099001", "QP09900X", 1)
    actions.write_text(text, encoding="utf-8")
    said = run("reprendre", folder, "--motif", "Essai")
    assert said.exit_code == 1
    assert "QP09900X" in said.stderr
    assert Depot(var).versions("exemple") == ()


def test_the_check_names_the_version_whose_content_changed(run: Run, data: Path, var: Path) -> None:
    run("reprendre", data, "--motif", "Mise en service")
    run("publier")
    assert run("controler").exit_code == 0
    damaged = var / "depot" / "contenus" / Depot(var).versions("exemple")[0].files["lieux.csv"]
    damaged.write_bytes(b"")
    said = run("controler")
    assert said.exit_code == 1
    assert "version 1 du dépôt" in said.output
    assert "lieux.csv" in said.output


def test_a_version_that_was_withdrawn_is_no_damage(run: Run, data: Path, var: Path) -> None:
    run("reprendre", data, "--motif", "Mise en service")
    run("publier")
    Depot(var).withdraw("exemple", {1}, Withdrawal("Marie", "2026-01-01T00:00:00+00:00", "Un nom."))
    said = run("controler")
    assert (said.exit_code, "version 1 du dépôt" in said.output) == (0, False)


def test_what_the_last_version_holds_and_a_folder_lacks_is_named_and_goes_only_where_it_is_said(
    run: Run, data: Path, var: Path, tmp_path: Path
) -> None:
    run("reprendre", data, "--motif", "Mise en service")
    folder = other(data, tmp_path, "ancien")
    events = folder / "evenements.csv"
    head, first, second, *rest = events.read_text(encoding="utf-8").splitlines(keepends=True)
    again = second.replace(second.split(";")[2], "Autrement dit")
    events.write_text("".join([head, again, *rest]), encoding="utf-8")
    date, _, title = first.split(";")[:3]
    said = run("reprendre", folder, "--motif", "Ancien état")
    assert said.exit_code == 1
    assert f"Dates du contrat, ligne « {date}, {title} »" in spaced(said.stderr)
    assert second.split(";")[2] not in said.stderr, "écrite autrement, elle n’est pas perdue"
    assert "--remplacer" in said.stderr
    assert len(Depot(var).versions("exemple")) == 1
    said = run("reprendre", folder, "--motif", "Ancien état", "--remplacer")
    assert said.exit_code == 0, said.output
    assert f"{date}, {title}" in said.output
    assert len(Depot(var).versions("exemple")) == 2


def test_of_much_that_a_folder_lacks_twenty_things_are_named_and_the_others_counted(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("reprendre", data, "--motif", "Mise en service")
    folder = other(data, tmp_path, "vide")
    gone = folder / "beneficiaires.csv"
    count = len(gone.read_text(encoding="utf-8").splitlines()) - 1
    gone.unlink()
    said = spaced(run("reprendre", folder, "--motif", "Ancien état").stderr)
    assert said.count("ligne «") == 20
    assert f"et {count - 20} autres" in said
