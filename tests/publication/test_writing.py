"""A disk that refuses is a sentence with its remedy, and changes nothing."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.publication import publish, writing
from dashboard.store import parts, publication_pointer
from tests.conftest import ROOT
from tests.publication.stopped import changed

FULL = """
import resource, sys
from pathlib import Path
from dashboard.publication import publish

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
report = publish(Path(sys.argv[1]), Path(sys.argv[2]))
print(report.accepted, *(problem.sentence() for problem in report.problems))
"""
"""As on a full disk: no file may grow beyond that many bytes (Python ignores SIGXFSZ)."""


@pytest.mark.parametrize("room", [100, 20_000, 120_000])
def test_a_full_disk_is_said_and_the_last_publication_stays_served(
    tmp_path: Path, room: int, small: Path
) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "exemple"))
    var = tmp_path / "var"
    before = publish(folder, var).digest
    changed(folder, room)
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(folder), str(var), str(room)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.startswith("False Le disque est plein"), ran
    assert "Traceback" not in ran.stderr
    assert publication_pointer.named(var, "exemple") == before
    assert parts.damage(publication_pointer.current(var, "exemple"), deep=True) == ""
    assert [path.name for path in (var / "publications").iterdir()] == [before]


def test_a_var_that_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("x", encoding="utf-8")
    report = publish(ROOT / "data" / "exemple", tmp_path / "var")
    assert "n’est pas un dossier" in report.problems[0].sentence()


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_var_closed_to_writing_is_said_with_its_name(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, "closed", str(path))

    monkeypatch.setattr(Path, "mkdir", closed)
    (problem,) = publish(ROOT / "data" / "exemple", tmp_path / "var").problems
    assert "n’est pas ouvert en écriture" in problem.sentence()
    assert "inscriptible" in problem.remedy


def test_a_full_base_is_a_full_disk() -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    assert "plein" in writing.problem(error, Path("var")).message


def test_what_the_disk_says_otherwise_is_told_by_its_number() -> None:
    assert "5" in writing.problem(OSError(errno.EIO, "x", "var/a"), Path("var")).message
