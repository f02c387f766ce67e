"""Bytes made wrong in each format: no trace but a sentence, in bounded work, or a whole import."""

from pathlib import Path

import pytest

from tests.attaque.apart import MEGABYTES, SECONDS, ends_of
from tests.attaque.formats import FORMATS
from tests.attaque.mutants import Mutant
from tests.attaque.wounds import wounded

COUNT, SEED = 10, 20_261


@pytest.fixture
def home(folder: Path) -> Path:
    """The small territory, in a folder of territories."""
    place = folder.parent / "data"
    place.mkdir()
    return folder.rename(place / folder.name)


def test_bytes_made_wrong_end_in_a_sentence_or_in_a_whole_import(home: Path) -> None:
    made = [tuple(wounded(source(), COUNT, SEED)) for source in FORMATS.values()]
    ends = [end for batch in made for end in ends_of(batch, home)]
    assert len(ends) == COUNT * len(FORMATS)
    assert max(end.seconds for end in ends) <= SECONDS
    assert max(end.megabytes for end in ends) <= MEGABYTES


def test_the_same_files_without_a_wound_are_taken_and_published(home: Path) -> None:
    whole = [Mutant(source(), ()) for source in FORMATS.values()]
    assert [end.kind for end in ends_of(whole, home, every=1)] == ["pris"] * len(FORMATS)
