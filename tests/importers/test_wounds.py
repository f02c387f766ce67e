"""Bytes made wrong in each format: no trace but a sentence, in bounded work, or a whole import."""

from pathlib import Path

import pytest

from tests.attaque.apart import MEGABYTES, SECONDS, ends_of
from tests.attaque.formats import FORMATS
from tests.attaque.mutants import Mutant
from tests.attaque.wounds import wounded

COUNT, SEED = 10, 20_261


@pytest.mark.parametrize("kind", FORMATS)
def test_bytes_made_wrong_end_in_a_sentence_or_in_a_whole_import(folder: Path, kind: str) -> None:
    home = folder.parent / "data"
    home.mkdir()
    made = tuple(wounded(FORMATS[kind](), COUNT, SEED))
    ends = ends_of(made, folder.rename(home / folder.name))
    assert len(ends) == COUNT
    assert max(end.seconds for end in ends) <= SECONDS
    assert max(end.megabytes for end in ends) <= MEGABYTES


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_files_without_a_wound_are_taken(folder: Path, kind: str) -> None:
    home = folder.parent / "data"
    home.mkdir()

    (end,) = ends_of((Mutant(FORMATS[kind](), ()),), folder.rename(home / folder.name))
    assert end.kind == "pris"
