"""A version is kept whole or not at all, never changes, and is given back as it was."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.depot import Depot, FileChange, NotKept, compare
from dashboard.depot.steps import STEPS
from tests.conftest import ROOT
from tests.depot.stopped import DEPOSIT, FILES, after

SLUG = "ici"
EXAMPLE = {
    path.name: path.read_bytes()
    for path in (ROOT / "data" / "exemple").iterdir()
    if path.suffix in (".csv", ".geojson", ".toml")
}


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """A depot with one version."""
    made = Depot(tmp_path)
    made.add(SLUG, FILES, DEPOSIT, 0)
    return made


def contents(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "depot" / "contenus").iterdir())


def test_a_version_says_who_when_why_and_from_what_and_gives_its_files_back(
    depot: Depot, tmp_path: Path
) -> None:
    made = depot.add(SLUG, after(2), DEPOSIT, 1)
    assert depot.versions(SLUG)[0] == made
    assert made.years == ()
    assert (made.number, made.deposit, made.when[-6:]) == (2, DEPOSIT, "+00:00")
    assert depot.files(made) == after(2)
    assert depot.files(depot.version(SLUG, 1)) == FILES
    assert Depot(tmp_path).versions(SLUG) == depot.versions(SLUG)


def test_a_content_that_several_versions_hold_lies_once_on_the_disk(
    depot: Depot, tmp_path: Path
) -> None:
    depot.add(SLUG, after(2), DEPOSIT, 1)
    depot.add("ailleurs", FILES, DEPOSIT, 0)
    assert len(contents(tmp_path)) == len(FILES) + 1


def test_rows_are_compared_by_their_key_and_euros_stage_by_stage(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    depot.add("exemple", EXAMPLE, DEPOSIT, 0)
    first, second, *rest = EXAMPLE["financements.csv"].decode().splitlines()
    cells = second.split(";")
    amount, more = Decimal(cells[3]), Decimal(cells[3]) + 100
    changed = [first, ";".join([*cells[:3], str(more), *cells[4:]]), *rest[:-1]]
    made = depot.add(
        "exemple",
        {**EXAMPLE, "financements.csv": "\n".join([*changed, ""]).encode(), "eau.geojson": b"{}"},
        DEPOSIT,
        1,
    )
    assert FileChange("financements.csv", 0, 1, 1) in made.changes
    assert {item.file for item in made.changes} == {"financements.csv", "eau.geojson"}
    lost = rest[-1].split(";")
    differences = {
        item.stage: item.after - item.before for item in made.totals if item.after and item.before
    }
    expected: dict[str, Decimal] = {}
    for stage, euros in ((cells[2], more - amount), (lost[2], -Decimal(lost[3]))):
        expected[stage] = expected.get(stage, Decimal(0)) + euros
    assert differences == expected
    assert {item.table for item in made.totals} == {"financements"}


def test_posts_whose_amount_no_source_says_make_no_total_of_zero() -> None:
    head = "id;annee;dispositif;porteur;siret;montant;contrat;anomalie;source"
    silent = f"{head}\na;2023;fonjep;Le Porteur;;;;;s\n".encode()
    told = silent.replace(b"Porteur;;;", b"Porteur;;7164;")
    (total,) = compare.totals({"postes.csv": silent}, {"postes.csv": told})
    assert (total.before, total.after) == (None, Decimal(7164))


def test_two_who_start_from_the_same_version_do_not_overwrite_one_another(depot: Depot) -> None:
    depot.add(SLUG, after(2), DEPOSIT, 1)
    with pytest.raises(NotKept, match=r"version 2 .* par Marie"):
        depot.add(SLUG, after(3), DEPOSIT, 1)
    assert depot.files(depot.versions(SLUG)[0]) == after(2)


def test_what_changes_nothing_is_no_version(depot: Depot) -> None:
    with pytest.raises(NotKept, match="Rien ne change"):
        depot.add(SLUG, FILES, DEPOSIT, 1)
    assert len(depot.versions(SLUG)) == 1


def test_a_version_that_is_not_there_is_refused_with_those_that_are(depot: Depot) -> None:
    with pytest.raises(NotKept, match="de 1 à 1"):
        depot.version(SLUG, 4)


def test_no_version_can_be_changed_nor_taken_away_nor_read_by_another_user(
    depot: Depot, tmp_path: Path
) -> None:
    assert stat.S_IMODE((tmp_path / "depot").stat().st_mode) == 0o700
    base = sqlite3.connect(tmp_path / "depot" / "versions.sqlite")
    replaced = "replace into versions select territoire, numero, '{}' from versions"
    for sql in ("update versions set numero = 2", "delete from versions", replaced):
        with pytest.raises(sqlite3.IntegrityError, match="une version"):
            base.execute(sql)
    base.close()


def test_a_damaged_content_is_refused_and_mended_by_the_same_content(
    depot: Depot, tmp_path: Path
) -> None:
    for path in contents(tmp_path):
        path.write_bytes(b"abime")
    with pytest.raises(NotKept, match="abîmé"):
        depot.files(depot.versions(SLUG)[0])
    with pytest.raises(NotKept, match="abîmé"):
        depot.add(SLUG, after(2), DEPOSIT, 1)
    with pytest.raises(NotKept, match="Rien ne change"):
        depot.add(SLUG, FILES, DEPOSIT, 1)
    assert depot.files(depot.versions(SLUG)[0]) == FILES


def test_a_writer_killed_at_each_step_leaves_the_version_before_or_the_whole_new_one(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "tests.depot.stopped", str(tmp_path)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    for step in STEPS:
        depot = Depot(tmp_path / step)
        last = depot.versions(SLUG)[0]
        assert last.number == (2 if step == "fini" else 1), step
        assert depot.files(last) == (after(2) if last.number == 2 else FILES)
        depot.add(SLUG, after(3), DEPOSIT, last.number)
        held = {name for item in depot.versions(SLUG) for name in item.files.values()}
        assert {path.name for path in contents(tmp_path / step)} == held


def test_a_base_that_is_none_and_a_closed_disk_are_said(depot: Depot, tmp_path: Path) -> None:
    (tmp_path / "depot" / "versions.sqlite").write_bytes(b"zut" * 900)
    with pytest.raises(NotKept, match="disque"):
        depot.versions(SLUG)
    shutil.rmtree(tmp_path / "depot")
    (tmp_path / "depot").write_text("un fichier", encoding="utf-8")
    with pytest.raises(NotKept, match="disque"):
        depot.add(SLUG, FILES, DEPOSIT, 0)
    assert stat.S_ISREG((tmp_path / "depot").stat().st_mode)
