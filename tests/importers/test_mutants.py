"""A few files made wrong: whatever is wrong, a sentence or an account that adds up.

``make attaque`` runs two thousand of them, on the real files too.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.importers.imported import Document
from dashboard.importers.territory_folder import TerritoryFolder
from tests.attaque.mutants import mutants
from tests.attaque.oracle import judged, published
from tests.importers.conftest import FIXTURES

SOURCES = tuple(
    Document(path.name, path.read_bytes()) for path in sorted(FIXTURES.iterdir()) if path.is_file()
)
COUNT, SEED = 60, 20_260


def test_a_file_made_wrong_is_refused_by_a_sentence_or_accounted_for(
    territory: TerritoryFolder, folder: Path, tmp_path: Path
) -> None:
    taken = refused = 0
    for mutant in mutants(SOURCES, COUNT, SEED):
        try:
            planned = judged(mutant, territory)
            refused += planned is None
            if planned is not None and not planned.nothing:
                taken += 1
                if taken % 10 == 1:
                    home = tmp_path / f"{taken}" / folder.name
                    shutil.copytree(folder, home)
                    published(planned, home, tmp_path / f"{taken}" / "var")
        except Exception as error:
            pytest.fail(f"{mutant.recipe}: {error!r}")
    assert taken > COUNT / 6
    assert refused > COUNT / 10
