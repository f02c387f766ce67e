"""Publishing is atomic, refuses with a sentence, and rolls back."""

from __future__ import annotations

import json
import shutil
import threading
import time
from pathlib import Path

import pytest

from dashboard.publication import listing, publish, rollback, sources
from dashboard.store import NotPublished, Store, open_store, parts, publication_pointer
from dashboard.store.archive import ARRAYS
from dashboard.store.store_provider import DELAY, FollowedStore
from tests.publication.stopped import changed
from tests.spied import spied

SOON = 0.2
"""Seconds after which whoever comes is served what was published."""


@pytest.fixture
def folder(tmp_path: Path, small: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "exemple"))


def spoil(folder: Path, old: str, new: str, table: str = "actions.csv") -> None:
    path = folder / table
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_sources_give_the_same_publication(folder: Path, tmp_path: Path) -> None:
    first, second = publish(folder, tmp_path / "var"), publish(folder, tmp_path / "var")
    assert first.digest == second.digest
    assert first.created
    assert not second.created
    assert len(listing(tmp_path / "var", "exemple")) == 1


def test_a_bad_table_is_refused_with_a_sentence_and_the_last_publication_stays(
    folder: Path, tmp_path: Path
) -> None:
    var = tmp_path / "var"
    good = publish(folder, var)
    spoil(folder, "QP099001", "QP09900X")
    refused = publish(folder, var)
    assert not refused.accepted
    (problem, *_) = (item for item in refused.problems if item.value == "QP09900X")
    assert (problem.file, problem.column) == ("actions.csv", "quartiers")
    assert problem.row > 1
    assert problem.remedy
    assert problem.blocking
    assert open_store(var, "exemple").digest == good.digest


def test_an_amount_that_is_no_number_is_named_with_its_row(folder: Path, tmp_path: Path) -> None:
    path = folder / "financements.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    cells = lines[4].split(";")
    cells[3] = "douze mille"
    lines[4] = ";".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8")
    refused = publish(folder, tmp_path / "var")
    (problem,) = refused.problems
    assert (problem.file, problem.row, problem.column) == ("financements.csv", 5, "montant")
    assert problem.value == "douze mille"


def test_what_deserves_a_look_is_kept_with_the_publication_that_it_does_not_forbid(
    folder: Path, tmp_path: Path
) -> None:
    path = folder / "actions.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    wide = [f"{line};{'humeur' if rank == 0 else ''}" for rank, line in enumerate(lines) if line]
    path.write_text("\n".join(wide) + "\n", encoding="utf-8")
    report = publish(folder, tmp_path / "var")
    assert report.accepted
    (remark,) = report.remarks
    assert (remark.file, remark.column, remark.blocking) == ("actions.csv", "humeur", False)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b'"jamais ferme'])
def test_an_unreadable_table_is_refused_without_a_traceback(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    (folder / "actions.csv").write_bytes(content)
    refused = publish(folder, tmp_path / "var")
    assert not refused.accepted
    assert refused.problems[0].file == "actions.csv"


def test_one_command_goes_back_to_the_publication_before_if_its_format_is_still_read(
    folder: Path, tmp_path: Path
) -> None:
    var = tmp_path / "var"
    first = publish(folder, var)
    spoil(folder, 'publie_par = "', 'publie_par = "Autre ', "territoire.toml")
    second = publish(folder, var)
    assert second.digest != first.digest
    assert rollback(var, "exemple").digest == first.digest
    assert open_store(var, "exemple").digest == first.digest
    assert rollback(var, "exemple", second.digest[:6]).digest == second.digest
    manifest = {**(parts.read(var / "publications" / first.digest) or {}), "version": 7}
    outgrown = json.dumps(parts.sealed({**manifest, "format": "1"}))
    (var / "publications" / first.digest / parts.MANIFEST).write_text(outgrown, encoding="utf-8")
    (problem,) = rollback(var, "exemple", first.digest).problems
    assert "d’un format ancien" in problem.sentence()
    assert "publier --version 7" in problem.sentence()
    assert "plus ancienne" in rollback(var, "exemple").problems[0].sentence()
    assert open_store(var, "exemple").digest == second.digest


def test_going_back_to_what_does_not_exist_is_a_sentence(folder: Path, tmp_path: Path) -> None:
    var = tmp_path / "var"
    publish(folder, var)
    assert rollback(var, "exemple").problems
    assert "ffff" in rollback(var, "exemple", "ffff").problems[0].sentence()


@pytest.mark.parametrize("name", ["manifeste.json", "axes.json", "cube.npy", "donnees.sqlite"])
def test_a_truncated_publication_is_named_and_not_opened(
    folder: Path, tmp_path: Path, name: str
) -> None:
    var = tmp_path / "var"
    report = publish(folder, var)
    path = var / "publications" / report.digest / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(NotPublished, match="python -m dashboard publier"):
        open_store(var, "exemple")


def test_a_territory_never_published_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotPublished, match="Aucune publication"):
        open_store(tmp_path, "exemple")


def test_a_worker_follows_a_new_publication_and_passes_over_a_broken_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.store.store_provider.DELAY", 0.0)
    var = tmp_path / "var"
    first = publish(folder, var)
    stores = FollowedStore(var, "exemple")
    spoil(folder, 'publie_par = "', 'publie_par = "Autre ', "territoire.toml")
    second = publish(folder, var)
    assert stores.current().digest == second.digest
    assert stores.named(first.digest) is not None
    (var / "courante-exemple").write_text("inconnue", encoding="utf-8")
    assert stores.current().digest == second.digest


def test_what_is_published_is_served_at_once_though_few_readers_look_for_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    var, looks = tmp_path / "var", list[tuple[object, ...]]()
    first = publish(folder, var)
    spoil(folder, 'publie_par = "', 'publie_par = "Autre ', "territoire.toml")
    second = publish(folder, var)
    stores, look = FollowedStore(var, "exemple"), publication_pointer.named
    assert stores.current().digest == second.digest
    (var / "courante-exemple").write_text(first.digest, encoding="utf-8")
    time.sleep(SOON)
    assert stores.current().digest == first.digest
    monkeypatch.setattr(publication_pointer, "named", spied(look, looks))
    begun = time.monotonic()
    for _ in range(10_000):
        stores.current()
    assert len(looks) <= 1 + (time.monotonic() - begun) / DELAY


def test_readers_of_the_publication_served_do_not_wait_for_one_that_is_being_opened(
    example: Store, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.store.store_provider.DELAY", 0.0)
    stores = FollowedStore(var, "exemple")
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append(stores.current().digest))
    with stores._lock:
        reader.start()
        reader.join(10)
        assert found == [example.digest]


def test_a_page_of_any_publication_kept_is_answered_and_only_one_forgotten_is_not(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.publication.keeping.KEPT", 4)
    var = tmp_path / "var"
    names = []
    for turn in range(4):
        changed(folder, turn)
        names.append(publish(folder, var).digest)
    stores = FollowedStore(var, "exemple")
    found = [stores.named(name) for name in names]
    assert [store.digest for store in found if store] == names
    assert [stores.named(name) for name in names] == found
    changed(folder, 99)
    last = publish(folder, var)
    assert last.changes == ("Chaque table a autant de lignes qu’avant.",)
    assert stores.named(names[0]) is None
    assert [
        store.digest for name in (*names[1:], last.digest) if (store := stores.named(name))
    ] == [
        *names[1:],
        last.digest,
    ]


def test_a_new_array_makes_another_publication(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sources.digest(folder)
    monkeypatch.setattr(sources, "ARRAYS", (*ARRAYS, "row_neuve"))
    assert sources.digest(folder) != before
