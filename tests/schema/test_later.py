"""A table that an older program wrote is still read; a name misspelled is told all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from dashboard.schema import TABLES, check_folder, read_table, table_of, validate


def _without(folder: Path, table: str, column: str) -> None:
    path = folder / TABLES[table].file
    frame = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
    frame.drop(columns=column).to_csv(path, sep=";", index=False)


@pytest.fixture
def older(small: Path, tmp_path: Path) -> Path:
    """The folder of a territory that a program without some columns wrote."""
    folder = tmp_path / small.name
    shutil.copytree(small, folder)
    for table, column in (("actions", "age_origine"), ("territoires", "repere_detail")):
        _without(folder, table, column)
    return folder


def test_a_territory_kept_before_a_column_existed_is_still_valid(older: Path) -> None:
    assert check_folder(older) == ()
    assert set(read_table(older / "actions.csv")["age_origine"]) == {""}


def test_a_column_that_must_be_filled_is_asked_for(older: Path) -> None:
    _without(older, "actions", "intitule")
    (problem, *_) = check_folder(older)
    assert (problem.column, problem.message) == ("intitule", "la colonne manque.")


def test_a_column_whose_name_is_misspelled_is_told_and_never_emptied() -> None:
    table = table_of(b"annee;partie;texte;signatur\n2024;introduction;Oui;DAC\n", "textes.csv")
    told = {one.column: one.message for one in validate("textes", table)}
    assert told["signature"] == "la colonne manque."
    assert "date" not in told


def test_a_file_that_is_no_table_of_a_territory_stays_as_it_is() -> None:
    assert list(table_of(b"a;b\n1;2\n", "autre.csv").columns) == ["a", "b"]
