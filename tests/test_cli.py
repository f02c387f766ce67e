"""The commands of the operator: what they do, and that they say it in French."""

import ast
import inspect
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import click
import pytest

from dashboard import cli
from dashboard.cli.french import SEVERAL, WORDS, one, several
from tests.conftest import Run

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures" / "importers"
VERBS = (
    "creer",
    "importer",
    "colonnes",
    "modeles",
    "proposer",
    "reprendre",
    "versions",
    "exporter",
    "publier",
    "revenir",
    "retirer",
    "controler",
    "fiches",
    "agent",
    "base",
    "servir",
    "verifier",
    "documenter",
    "atelier",
)
ENGLISH = re.compile(
    r"\b(usage:|options:|commands:|error|show|exit|missing|invalid|value|argument for|default:|"
    r"env var|required|try|help for|such|does not|unexpected|range|integer|file|the|is not)\b",
    re.IGNORECASE,
)


def _spoil(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "data" / "exemple" / "financements.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def _without_names(text: str) -> str:
    """The text without what is typed as it stands: options, variables, paths."""
    return re.sub(r"--[a-z]+|[A-Z]{3,}|\S+/\S+", "", text)


def test_the_verbs_are_listed_in_the_order_of_a_day_s_work(run: Run) -> None:
    assert run("--help").output == run().output
    assert list(cli.main.commands) == list(VERBS)


def _options(command: click.Command) -> list[str]:
    return [name for parameter in command.params for name in parameter.opts]


@pytest.mark.parametrize("arguments", [["--help"], *([verb, "--aide"] for verb in VERBS)])
def test_every_help_is_french_to_its_last_word(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert ENGLISH.search(_without_names(result.output)) is None, result.output
    assert "Usage\u00a0: " in result.output
    assert "Montre cette aide." in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["zut"],
        ["importer"],
        ["importer", "a", "b"],
        ["importer", "absent.csv"],
        ["importer", "--essais", "a"],
        ["publier", "--zut"],
        ["publier", "--territoire"],
        ["publier", "--territoire", "zut"],
        ["servir", "--port", "abc"],
        ["servir", "--port", "99999"],
        ["revenir", "inconnue"],
        ["importer", "--essai=1", "a"],
        ["creer", "--siren", "200000001"],
        ["proposer", "--territoire", "inconnu"],
        ["reprendre", "data/exemple"],
        ["reprendre", "data/exemple", "--motif", " "],
        ["reprendre", "absent", "--motif", "Essai"],
        ["exporter", "ailleurs"],
        ["publier", "--version", "3"],
        ["publier", "--version", "abc"],
    ],
)
def test_every_error_is_french_and_fails(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code in (1, 2)
    assert result.stderr
    assert ENGLISH.search(_without_names(result.stderr)) is None, result.stderr
    assert "Traceback" not in result.output


PERSONAL = "n’y mettez ni nom de personne"
TOLD = [verb for verb, said in cli.main.commands.items() if "--motif" in _options(said)]
"""The verbs that are given a reason, which the public reads."""


@pytest.mark.parametrize("verb", TOLD)
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Vu avec Mme Durand", PERSONAL),
        ("voir a.b@ville.fr", PERSONAL),
        ("tél. 04 79 00 00 00", PERSONAL),
        ("long " * 101, "raccourcissez-la"),
        (" ", "dites pourquoi"),
    ],
)
def test_a_reason_on_the_command_line_goes_through_the_door_of_the_pages(
    run: Run, verb: str, said: str, why: str
) -> None:
    result = run(verb, "--motif", said)
    assert result.exit_code == 2
    assert why in " ".join(result.stderr.split()), result.stderr


def test_every_verb_that_asks_why_is_held_to_that_door() -> None:
    assert set(TOLD) == {"importer", "proposer", "publier", "reprendre", "retirer", "revenir"}


def _messages(module: Any) -> set[str]:
    """The sentences that a module of click sends through its translation."""
    nodes = ast.walk(ast.parse(inspect.getsource(module)))
    firsts = [node.args[0] for node in nodes if isinstance(node, ast.Call) and _translates(node)]
    texts = {first.value for first in firsts if isinstance(first, ast.Constant)}
    return {text for text in texts if isinstance(text, str)}


def _translates(node: ast.Call) -> bool:
    named = isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
    return named and bool(node.args)


PROGRAMMERS = re.compile(r"Could not determine|No options defined|Arguments take exactly|defined")
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")


@pytest.mark.parametrize("name", MODULES)
def test_no_sentence_of_click_is_left_in_english(name: str) -> None:
    found = _messages(getattr(click, name))
    assert found
    left = {
        text
        for text in found
        if text not in WORDS and text not in SEVERAL and not PROGRAMMERS.search(text)
    }
    assert left <= {
        "Boolean option {decl!r} cannot use the same flag for true/false.",
        "Choice({choices})",
    }


def test_a_sentence_agrees_with_its_number() -> None:
    assert (
        several("Got unexpected extra argument ({args})", "", 1) == "Argument en trop\u00a0: {args}"
    )
    assert several("a", "b", 2) == "b"
    assert one("inconnu de nous") == "inconnu de nous"


def test_the_territory_of_the_project_is_checked_and_accepted(run: Run) -> None:
    result = run("verifier")
    assert result.exit_code == 0
    assert "peuvent être publiées" in result.output


def test_a_fault_is_named_by_file_row_column_value_and_remedy(run: Run, tmp_path: Path) -> None:
    _spoil(tmp_path, ";6950;", ";6 950;")
    result = run("verifier")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "financements.csv, ligne 2, colonne montant\u00a0: «\u00a06 950\u00a0» n’est pas un nombre."
    )


def test_a_publication_is_made_refused_and_rolled_back(run: Run, tmp_path: Path) -> None:
    first = run("publier")
    assert first.exit_code == 0, first.output
    assert first.output.startswith("Publié\u00a0: ")
    _spoil(tmp_path, ";6950;", ";6951;")
    assert run("publier").exit_code == 0
    assert len(run("revenir", "--liste").output.splitlines()) == 2
    back = run("revenir")
    assert back.exit_code == 0
    assert back.output.split()[2] == first.output.split()[2]
    _spoil(tmp_path, ";6951;", ";beaucoup;")
    refused = run("publier")
    assert refused.exit_code == 1
    assert "financements.csv" in refused.stderr
    assert "Rien n’a changé." in refused.stderr


def test_an_import_is_tried_then_written_then_changes_nothing(run: Run, tmp_path: Path) -> None:
    posts = tmp_path / "data" / "exemple" / "postes.csv"
    before = posts.read_bytes()
    file = FIXTURES / "postes-fonjep-2023.json"
    trial = run("importer", file, "--essai")
    assert trial.exit_code == 0, trial.output
    assert "Essai\u00a0: rien n’a été écrit." in trial.output
    assert posts.read_bytes() == before
    written = run("importer", file)
    assert "Écrit\u00a0: postes.csv" in written.output
    assert b"fonjep-2023-D01935" in posts.read_bytes()
    assert "Il n’y a rien à écrire." in run("importer", file).output


def test_a_file_that_would_empty_a_year_waits_for_a_word(run: Run, tmp_path: Path) -> None:
    posts = tmp_path / "data" / "exemple" / "postes.csv"
    text = posts.read_text(encoding="utf-8")
    year = [line for line in text.splitlines() if line.startswith("EX-P-2023") and "fonjep" in line]
    more = "".join(f"{line.replace('EX-P', f'X{rank}')}\n" for rank in range(4) for line in year)
    posts.write_text(text + more, encoding="utf-8", newline="")
    file = FIXTURES / "postes-fonjep-2023.json"
    refused = run("importer", file)
    assert refused.exit_code == 1
    assert "--remplacer" in refused.stderr
    assert run("importer", file, "--remplacer").exit_code == 0


def test_a_file_that_is_refused_writes_nothing(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "exemple"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run("importer", FIXTURES / "DEMO_2019.csv")
    assert {path.name for path in folder.iterdir()} == set(before)
    unknown = tmp_path / "liste.csv"
    unknown.write_text("a;b\n1;2\n", encoding="utf-8")
    result = run("importer", unknown)
    assert result.exit_code == 1
    assert "liste.csv\u00a0: ce fichier n’est d’aucune sorte connue." in result.stderr


def test_serving_publishes_first_and_serves_what_is_published(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[tuple[str, int, str, Path]] = []
    beside: list[int] = []
    orders: list[list[str]] = []

    def serve(host: str, port: int, slug: str, var: Path, sidecars: list[object]) -> None:
        served.append((host, port, slug, var))
        beside.append(len(sidecars))

    monkeypatch.setattr("dashboard.web.server.serve", serve)

    class Publishing:
        def __init__(self, order: list[str]) -> None:
            orders.append(order)

        def __enter__(self) -> None: ...

        def __exit__(self, *_: object) -> None:
            served.append(("publié", 0, "", tmp_path))

    monkeypatch.setattr("dashboard.cli.verbs.subprocess.Popen", Publishing)
    monkeypatch.setattr("os.posix_spawn", lambda _program, order, _settings: orders.append(order))
    assert run("servir", "--port", "8099").exit_code == 0
    assert served[0][0] == "publié"
    assert served[1:] == [("127.0.0.1", 8099, "exemple", tmp_path / "var")]
    assert orders[0][1:5] == ["-m", "dashboard", "publier", "--refaire"]
    assert orders[1][1:6] == ["-m", "dashboard", "agent", "servir", "--suivre"]
    assert orders[1][6] == str(os.getpid())
    assert orders[1][7:11] == ["--hote", "127.0.0.1", "--port-agents", "8100"]
    monkeypatch.setenv("AGENTS", "non")
    elsewhere = tmp_path / "ailleurs"
    assert run("servir", "--var", elsewhere).exit_code == 0
    assert served[-1] == ("127.0.0.1", 8050, "exemple", elsewhere)
    assert orders[2][-2:] == ["--var", str(elsewhere)]
    assert (len(orders), beside) == (3, [1, 0])


def test_documenting_writes_the_glossary_and_the_dictionary(run: Run, tmp_path: Path) -> None:
    result = run("documenter", "--dossier", tmp_path / "docs")
    assert result.exit_code == 0
    assert "glossaire.md" in result.output
    assert (tmp_path / "docs" / "dictionnaire.md").is_file()


def test_the_sheets_of_every_quarter_are_in_a_zip_that_is_whole(run: Run, tmp_path: Path) -> None:
    assert run("publier").exit_code == 0
    target = tmp_path / "fiches.zip"
    found = run("fiches", target, "--annee", "2024", "--adresse", "https://observatoire.exemple/")
    assert found.exit_code == 0, found.output
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert archive.read(names[0]).startswith(b"%PDF-1.7")
    assert f"{len(names)}\u00a0fiches" in found.output
    assert all("_2024" in name and name.endswith(".pdf") for name in names)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "fiches.zip", "var"]


def test_sheets_that_are_not_made_whole_leave_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("publier").exit_code == 0
    found = run("fiches", tmp_path / "fiches.zip", "--annee", "1900")
    assert found.exit_code == 1
    assert "n’a pas de données" in found.output
    monkeypatch.setattr("dashboard.documents.pdf.one", _stopped)
    assert run("fiches", tmp_path / "fiches.zip").exit_code != 0
    assert not list(tmp_path.glob("fiches.zip*"))


def _stopped(*_: object) -> bytes:
    raise KeyboardInterrupt


HEARD = """
import sys
from pathlib import Path
from dashboard.cli.speech import say, tell
say(str(number) for number in range(50_000))
tell("J’attends.")
Path(sys.argv[1]).touch()
"""


def test_a_command_whose_words_nobody_reads_any_more_does_all_it_has_to(tmp_path: Path) -> None:
    done = tmp_path / "fait"
    command = [sys.executable, "-c", HEARD, str(done)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as cut:
        assert cut.stdout is not None
        assert cut.stdout.readline() == b"0\n"
        cut.stdout.close()
        assert cut.wait(60) == 0
    assert done.exists()
