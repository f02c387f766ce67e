"""What ``verifier`` accepts publishes; what it refuses, a publication refuses by a sentence."""

import random
import shutil
from pathlib import Path

import pytest

from dashboard.publication import publish
from dashboard.schema import check_folder
from tests.publication.spoiled import spoil

SEEDS = (*range(3, 14), 376)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_folder_made_wrong_is_refused_by_both_or_published(
    tmp_path: Path, seed: int, small: Path
) -> None:
    folder = tmp_path / "exemple"
    shutil.copytree(small, folder)
    how = spoil(random.Random(seed), folder)
    wrong = [problem.sentence() for problem in check_folder(folder) if problem.blocking]
    report = publish(folder, tmp_path / "var")
    assert report.accepted == (not wrong), (how, wrong, report.problems)
    assert report.accepted or all(problem.sentence() for problem in report.problems)
