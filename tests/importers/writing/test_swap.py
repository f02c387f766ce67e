"""A folder is replaced in one act, whatever fails on the way."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from dashboard.importers.writing import steps, swap
from dashboard.importers.writing.swap import replaced


def _all(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of territories that holds one."""
    place = tmp_path / "data" / "mini"
    place.mkdir(parents=True)
    (place / "a.csv").write_bytes(b"a")
    (place / "b.csv").write_bytes(b"b")
    (place / "b.csv").chmod(0o600)
    return place


@pytest.mark.parametrize("exchange", [True, False])
def test_files_change_together_and_the_others_stay(
    home: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    replaced(home, {"b.csv": b"B", "c.csv": b"C"})
    assert _all(home) == {"a.csv": b"a", "b.csv": b"B", "c.csv": b"C"}
    assert (home / "b.csv").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.parent.iterdir()] == ["mini"]


def test_this_system_exchanges_two_folders_at_once(tmp_path: Path) -> None:
    for name in ("un", "deux"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "nom").write_text(name)
    if swap.exchanged(tmp_path / "un", tmp_path / "deux"):
        assert (tmp_path / "un" / "nom").read_text() == "deux"
    else:
        pytest.skip("ce disque n’échange pas deux dossiers : deux renommages le font")


@pytest.mark.parametrize("failing", ["mkdtemp", "link", "fsync", "chmod", "exchanged", "rename"])
def test_a_disk_that_refuses_leaves_every_file_as_it_was_and_no_trace(
    home: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "plein")

    def full_between(step: str) -> None:
        if step == "entre-deux":
            full()

    before = _all(home)
    places: dict[str, object] = {"mkdtemp": tempfile, "fsync": os, "chmod": Path, "exchanged": swap}
    if failing == "rename":
        monkeypatch.setattr(swap, "exchanged", lambda *_: False)
        monkeypatch.setattr(steps, "reached", full_between)
        monkeypatch.setattr(swap, "_in_turn", _broken_in_turn)
    elif failing == "link":
        monkeypatch.setattr(os, "link", full)
        monkeypatch.setattr(shutil, "copy2", full)
    else:
        monkeypatch.setattr(places[failing], failing, full)
    with pytest.raises(OSError, match="plein"):
        replaced(home, {"b.csv": b"B"})
    monkeypatch.undo()
    assert _all(home) == before
    assert [path.name for path in home.parent.iterdir()] == ["mini"]


def _broken_in_turn(draft: Path, place: Path) -> None:
    raise OSError(errno.ENOSPC, "plein")


def test_a_territory_reached_by_a_link_keeps_its_link(home: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien"
    link.symlink_to(home)
    replaced(link, {"a.csv": b"A"})
    assert link.is_symlink()
    assert (home / "a.csv").read_bytes() == b"A"
