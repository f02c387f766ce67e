"""What was read and judged once is published as it was read, of the same files and no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard import publication
from dashboard.publication import sources
from tests.spied import spied


@pytest.fixture
def folder(tmp_path: Path, small: Path) -> Path:
    """The fictional territory, thinned, that a test may spoil."""
    return Path(shutil.copytree(small, tmp_path / "exemple"))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The folders that are read whole."""
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(sources, "load", spied(sources.load, asked))
    return asked


def copied(folder: Path, home: Path) -> Path:
    return Path(shutil.copytree(folder, home / folder.name))


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def test_the_same_files_in_another_folder_are_published_without_being_read_again(
    folder: Path, tmp_path: Path, read: list[tuple[object, ...]]
) -> None:
    known = publication.judge(folder)
    other = copied(folder, tmp_path / "ailleurs")
    shutil.rmtree(folder)
    report = publication.publish(other, tmp_path / "var", known=known)
    assert report.accepted, report.problems
    assert report.digest == known.digest
    assert read == [(folder,)]
    alone = publication.publish(other, tmp_path / "autre")
    assert (alone.digest, alone.remarks, alone.counts) == (
        report.digest,
        report.remarks,
        report.counts,
    )


def test_files_that_are_not_those_judged_are_read_and_judged_anew(
    folder: Path, tmp_path: Path, read: list[tuple[object, ...]]
) -> None:
    known = publication.judge(folder)
    spoil(folder, "actions.csv", "annee", "an")
    report = publication.publish(folder, tmp_path / "var", known=known)
    assert not report.accepted
    assert "actions.csv" in report.problems[0].sentence()
    assert read == [(folder,), (folder,)]


def test_what_was_judged_wrong_is_not_published(folder: Path, tmp_path: Path) -> None:
    spoil(folder, "actions.csv", "annee", "an")
    known = publication.judge(folder)
    assert known.problems != ()
    assert not any(problem.blocking for problem in known.remarks)
    report = publication.publish(folder, tmp_path / "var", known=known)
    assert (report.accepted, report.problems) == (False, known.problems)


def test_a_folder_that_changes_without_end_while_it_is_read_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter("abcdefgh")
    monkeypatch.setattr(sources, "digest", lambda _: next(names))
    with pytest.raises(publication.NotPublishable, match="change pendant"):
        publication.judge(folder)
