"""Two imports at once: the second waits for the first, and says which process it waits for."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard import cli
from dashboard.importers import apply, entry
from dashboard.importers.imported import Document, Refused
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.importers.writing.alone import alone, recover
from tests.conftest import ROOT
from tests.importers.conftest import FIXTURES
from tests.importers.writing.stopped import here

HOLD = """
import sys
from pathlib import Path
from dashboard.importers.writing.alone import alone
with alone(Path(sys.argv[1]), print):
    print("tenu", flush=True)
    sys.stdin.readline()
"""
IMPORT = """
import sys
from pathlib import Path
from tests.importers.writing.stopped import imported
imported(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the territory until it is told to end."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "tenu\n"
        yield process
        process.kill()


def test_the_second_says_whom_it_waits_for_and_gives_up_in_the_end(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    told: list[str] = []
    with (
        pytest.raises(Refused, match="un autre import est en cours"),
        alone(folder, told.append, 0.3),
    ):
        pytest.fail("le territoire était tenu")
    assert len(told) == 1
    if Path("/proc/locks").is_file():
        assert f"processus {other.pid}" in told[0]


def test_the_second_works_as_soon_as_the_first_is_done(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    threading.Timer(0.3, other.kill).start()
    with alone(folder, lambda _: None, 20):
        assert other.wait(5)


def test_imports_at_once_lose_no_row(folder: Path) -> None:
    files = ("subventions-2023-p147.csv", "subventions-auzelande-2020.csv", "FILO2018_DISP_DEP.csv")
    running = [
        subprocess.Popen([sys.executable, "-c", IMPORT, FIXTURES / name, folder], cwd=ROOT)
        for name in files
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    territory = open_territory(folder)
    for name in ("actions", "subventions_agglomeration", "indicateurs"):
        assert territory.rows(name), name
    assert len(territory.rows("sources")) == 3


def test_proposing_waits_for_the_import_at_work(folder: Path, other: subprocess.Popen[str]) -> None:
    threading.Timer(0.3, other.kill).start()
    asked = ["proposer", "--donnees", str(folder.parent), "--territoire", folder.name]
    result = CliRunner().invoke(cli.main, asked)
    assert result.exit_code == 0, result.stderr
    assert "un autre import est en cours" in result.stderr.lower()
    assert "Le compte" not in result.stdout


def test_what_a_killed_writer_left_goes_with_the_next_command(folder: Path) -> None:
    for place in (folder.parent / ".brouillon-mini-x", folder / ".brouillon-y"):
        place.mkdir()
        (place / "a.csv").write_bytes(b"a")
    (folder / ".brouillon-z").write_bytes(b"z")
    recover(folder)
    for place in (folder.parent, folder):
        assert not [path.name for path in place.iterdir() if path.name.startswith(".")]


def test_nothing_is_put_right_under_a_writer_at_work(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    assert other.poll() is None
    draft = folder.parent / ".brouillon-mini-x"
    draft.mkdir()
    recover(folder)
    assert draft.is_dir()


def test_a_territory_left_between_two_renames_gets_its_folder_back(folder: Path) -> None:
    folder.rename(folder.parent / ".ancien-mini")
    recover(folder)
    assert open_territory(folder).name == "Auzelande Agglomération"


def test_a_disk_that_refuses_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("dashboard.importers.writing.swap.os.link", full)
    monkeypatch.setattr("dashboard.importers.writing.swap.shutil.copy2", full)
    file = FIXTURES / "subventions-2023-p147.csv"
    with (
        pytest.raises(Refused, match="le disque est plein : rien n’a été écrit"),
        entry.planned(file, folder, lambda _: None, here) as planned,
    ):
        apply.write(planned, folder)


def test_a_text_that_cannot_be_written_leaves_no_trace(
    folder: Path, territory: TerritoryFolder, given: Callable[[str], Document]
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    planned = apply.plan(here(given("subventions-2023-p147.csv"), territory, print), territory)
    actions = tuple(row | {"intitule": "\ud800"} for row in planned.tables["actions"])
    planned = replace(planned, tables={**planned.tables, "actions": actions})
    with pytest.raises(UnicodeEncodeError):
        apply.write(planned, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in folder.parent.iterdir()] == ["mini"]
