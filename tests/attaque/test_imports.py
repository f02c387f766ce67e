"""Two thousand files made wrong: each is refused by a sentence, or accounted for and published."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from dashboard.importers.imported import Document
from dashboard.importers.recognise import recognise
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from tests.attaque.mutants import Mutant, mutants, trimmed
from tests.attaque.oracle import judged, published
from tests.conftest import ROOT
from tests.importers.conftest import FIXTURES

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(3_000)]

BATCH, BATCHES = 100, 10
PUBLISHED = 12
"""One import taken in that many is written and published: what is accepted must be served."""

WORDS = ("QP073001", "QP073002", "QN07301M", "QN07302M", "CV262", "CN07302M", "73065", "Ensemble")
"""What the lines of the real territory hold: they stay when a national file is made small."""


def _attacked(
    made: Iterable[Mutant], territory: TerritoryFolder, home: Path, tmp_path: Path
) -> Counter[str]:
    """How the imports ended, by kind; fails with the recipe of the first that broke a promise."""
    ends: Counter[str] = Counter()
    for rank, mutant in enumerate(made):
        try:
            planned = judged(mutant, territory)
            end = "refusé" if planned is None else "rien" if planned.nothing else "pris"
            ends[end] += 1
            if planned is not None and end == "pris" and ends[end] % PUBLISHED == 1:
                copy = tmp_path / f"{rank}" / home.name
                shutil.copytree(home, copy)
                published(planned, copy, copy.parent / "var")
                shutil.rmtree(copy.parent)
                ends["publié"] += 1
        except Exception as error:
            pytest.fail(f"{mutant.recipe}: {error!r}")
    print(dict(ends))  # noqa: T201 - read with -s, by who reports the counts
    return ends


@pytest.mark.parametrize("seed", range(BATCHES))
def test_small_files_of_every_kind_made_wrong(
    territory: TerritoryFolder, folder: Path, tmp_path: Path, seed: int
) -> None:
    sources = [
        Document(path.name, path.read_bytes())
        for path in sorted(FIXTURES.iterdir())
        if path.is_file()
    ]
    ends = _attacked(mutants(sources, BATCH, seed), territory, folder, tmp_path)
    assert ends["refusé"] + ends["rien"] + ends["pris"] == BATCH
    assert ends["pris"]


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(BATCHES))
def test_the_real_files_made_wrong(shared: Path, tmp_path: Path, seed: int) -> None:
    home = ROOT / "data" / "grand-chambery"
    files = [
        trimmed(path, WORDS)
        for path in sorted(shared.glob("*/*"))
        if path.suffix in (".csv", ".json", ".geojson")
    ]
    sources = [*files, *[item for item in files if recognise(item)] * 3]
    made = mutants(sources, BATCH, 1_000 + seed)
    ends = _attacked(made, open_territory(home), home, tmp_path)
    assert ends["refusé"] + ends["rien"] + ends["pris"] == BATCH
