"""Indexes lie under the hash of their content, closed to others, and go with what they index."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from dashboard.depot import Deposit, Depot, VersionOrigin, Withdrawal
from dashboard.depot.kept_files import KeptFiles
from dashboard.schema import TABLES
from dashboard.staff.indexes import index_shelf
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.settings import StaffSettings
from dashboard.system.disk import DRAFT
from tests.staff.conftest import TERRITORY

TABLE = TABLES["financeurs"]
NAME = "Madame Unique Personne"


def content(name: str) -> bytes:
    return f"code;nom;court\nx;{name};{name}\n".encode()


def added(settings: StaffSettings, number: int, name: str) -> KeptFiles:
    """The files of one more version, which names a funder so."""
    deposit = Deposit("Paul", "Essai", VersionOrigin("d", "x"))
    files = {TABLE.file: content(name)}
    return Depot(settings.var).kept(Depot(settings.var).add(TERRITORY, files, deposit, number - 1))


def withdraw(settings: StaffSettings, number: int) -> None:
    when = Withdrawal("Paul", "2026-01-01T00:00:00+00:00", "Essai")
    Depot(settings.var).withdraw(TERRITORY, {number}, when)


def holding(settings: StaffSettings) -> list[Path]:
    files = [path for path in settings.var.rglob("*") if path.is_file()]
    return [path for path in files if NAME.encode() in path.read_bytes()]


def indexes(shelf: IndexShelf) -> list[Path]:
    return [path for path in shelf.folder.iterdir() if path.name != index_shelf.LOCK]


def unread(_: str) -> bytes:
    raise AssertionError("the content is read again")


def test_a_content_is_read_once_and_its_index_closed_to_others(settings: StaffSettings) -> None:
    shelf, files = IndexShelf(settings), added(settings, 1, "État")
    assert shelf.of(TABLE, files)[0]["nom"] == "État"
    assert shelf.of(TABLE, KeptFiles(files.sums, unread))[0]["nom"] == "État"
    assert [path.stat().st_mode & 0o777 for path in indexes(shelf)] == [0o600]
    assert shelf.folder.stat().st_mode & 0o777 == 0o700


def test_what_is_removed_or_wounded_is_made_again(settings: StaffSettings) -> None:
    shelf, files = IndexShelf(settings), added(settings, 1, "État")
    for wound in (Path.unlink, lambda path: os.truncate(path, 30), lambda p: os.truncate(p, 0)):
        shelf.of(TABLE, files)
        wound(indexes(shelf)[0])
        assert shelf.of(TABLE, files)[0]["nom"] == "État"


@pytest.mark.parametrize("place", [0, 20, 200, -1, -200])
def test_what_is_not_what_was_written_is_made_again(settings: StaffSettings, place: int) -> None:
    shelf, files = IndexShelf(settings), added(settings, 1, "État")
    shelf.of(TABLE, files)
    [path] = indexes(shelf)
    wounded = bytearray(path.read_bytes())
    wounded[place] ^= 1
    path.write_bytes(wounded)
    os.utime(path, (1, 1))
    assert shelf.of(TABLE, files)[0] == {"code": "x", "nom": "État", "court": "État"}
    assert path.read_bytes() != wounded


def test_the_index_of_another_content_is_not_taken_for_it(settings: StaffSettings) -> None:
    shelf, first, second = IndexShelf(settings), added(settings, 1, "A"), added(settings, 2, "B")
    shelf.of(TABLE, first)
    [other] = indexes(shelf)
    shelf.of(TABLE, second)
    [place] = set(indexes(shelf)) - {other}
    other.replace(place)
    assert shelf.of(TABLE, second)[0]["nom"] == "B"


def test_a_withdrawn_version_leaves_nothing_in_it(settings: StaffSettings) -> None:
    shelf = IndexShelf(settings)
    shelf.of(TABLE, added(settings, 1, "État"))
    shelf.of(TABLE, added(settings, 2, NAME))
    assert len(holding(settings)) == 2
    withdraw(settings, 2)
    (shelf.folder / f"{DRAFT}x").write_text(NAME)
    shelf.sweep()
    assert holding(settings) == []
    assert len(indexes(shelf)) == 1


def test_a_folder_that_somebody_put_there_stops_nothing(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = IndexShelf(settings)
    shelf.of(TABLE, added(settings, 1, "État"))
    strange = [shelf.folder / name for name in ("0", "lost+found", "~")]
    for folder in strange:
        folder.mkdir()
    monkeypatch.setattr(index_shelf, "MOST", 0)
    shelf.of(TABLE, added(settings, 2, NAME))
    assert len(indexes(shelf)) == 1 + len(strange)
    withdraw(settings, 2)
    shelf.sweep()
    assert set(indexes(shelf)) == set(strange)


def test_an_index_made_while_its_version_is_withdrawn_does_not_stay(
    settings: StaffSettings,
) -> None:
    shelf = IndexShelf(settings)
    added(settings, 1, "État")
    files = added(settings, 2, NAME)
    assert files[TABLE.file] == content(NAME)
    withdraw(settings, 2)
    shelf.of(TABLE, files)
    assert holding(settings) == []


def test_a_content_that_is_not_that_of_its_hash_has_no_index(settings: StaffSettings) -> None:
    shelf, files = IndexShelf(settings), added(settings, 1, "État")
    changed = KeptFiles(files.sums, lambda _: content("Ville"))
    assert shelf.of(TABLE, changed)[0]["nom"] == "Ville"
    assert shelf.of(TABLE, files)[0]["nom"] == "État"


def test_what_is_being_written_is_not_swept(settings: StaffSettings) -> None:
    shelf = IndexShelf(settings)
    shelf.of(TABLE, added(settings, 1, "État"))
    draft = shelf.folder / f"{DRAFT}x"
    draft.write_text(NAME)
    with (shelf.folder / index_shelf.LOCK).open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        shelf.sweep()
        assert draft.exists()
    shelf.sweep()
    assert not draft.exists()


def test_those_used_longest_ago_go_where_there_is_no_room(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = IndexShelf(settings)
    for number in (1, 2, 3):
        shelf.of(TABLE, added(settings, number, f"Financeur {number}"))
        os.utime(max(indexes(shelf), key=lambda path: path.stat().st_mtime_ns), (number, number))
    size = sum(path.stat().st_size for path in indexes(shelf))
    monkeypatch.setattr(index_shelf, "MOST", size)
    kept = {path.name for path in indexes(shelf) if path.stat().st_mtime > 1}
    shelf.of(TABLE, added(settings, 4, "Financeur 4"))
    names = {path.name for path in indexes(shelf)}
    assert len(names) == 3
    assert kept < names


def test_a_disk_that_refuses_leaves_the_page_its_rows(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("full")

    files = added(settings, 1, "État")
    monkeypatch.setattr(IndexShelf, "_put", full)
    assert IndexShelf(settings).of(TABLE, files)[0]["nom"] == "État"
