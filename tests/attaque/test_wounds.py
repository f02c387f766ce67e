"""Five thousand files whose bytes are made wrong, some hundreds of each format."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.attaque.apart import MEGABYTES, SECONDS, ends_of
from tests.attaque.formats import FORMATS
from tests.attaque.wounds import wounded

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(3_000)]

COUNT, BATCH, SEED = 625, 125, 20_262


@pytest.mark.parametrize("kind", FORMATS)
def test_hundreds_of_files_of_each_format_made_wrong(folder: Path, kind: str) -> None:
    home = folder.parent / "data"
    home.mkdir()
    home = folder.rename(home / folder.name)
    made = tuple(wounded(FORMATS[kind](), COUNT, SEED))
    batches = [made[start : start + BATCH] for start in range(0, COUNT, BATCH)]
    ends = [end for batch in batches for end in ends_of(batch, home)]
    seconds, megabytes = max(end.seconds for end in ends), max(end.megabytes for end in ends)
    print(kind, dict(Counter(end.kind for end in ends)), seconds, megabytes)  # noqa: T201 - read with -s
    assert len(ends) == COUNT
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
