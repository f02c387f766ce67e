"""A whole folder is held against the schema; those of the project pass."""

import shutil
from pathlib import Path

import pytest

from dashboard.schema import check_folder

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.mark.parametrize("slug", ["grand-chambery", "exemple"])
def test_the_territories_of_the_project_can_be_published(slug: str) -> None:
    blocking = [item.sentence() for item in check_folder(DATA / slug) if item.blocking]
    assert blocking == []


def test_settings_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    assert "territoire.toml" in check_folder(tmp_path)[0].sentence()
    (tmp_path / "territoire.toml").write_text("nom = ", encoding="utf-8")
    assert "ne peut pas être lu" in check_folder(tmp_path)[0].message
    (tmp_path / "territoire.toml").write_text('nom = "x"', encoding="utf-8")
    assert "il manque le réglage" in check_folder(tmp_path)[0].message


def test_every_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    shutil.copy(DATA / "exemple" / "territoire.toml", tmp_path)
    (tmp_path / "actions.csv").write_bytes(b"id,annee\n")
    (tmp_path / "sources.csv").write_bytes(b"")
    assert [item.file for item in check_folder(tmp_path)] == ["actions.csv", "sources.csv"]
