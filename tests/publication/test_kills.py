"""A publisher killed at any moment leaves a whole publication served, and no waste for long."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dashboard.publication.steps import STEPS
from tests.conftest import ROOT

Kill = tuple[str, int, bool]
REPAIR = "ecart"
"""Reached where something is thrown away: a damaged publication made again."""

MANY = {"tableau": 40, "fichier": 10, "couche": 2}
"""How often a step comes in one publication."""


def stopped(tmp_path: Path, small: Path, kills: list[Kill], finish: bool) -> list[dict[str, Any]]:
    """What stood after each kill, then after a publication that nobody stopped."""
    folder = Path(shutil.copytree(small, tmp_path / "exemple"))
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.publication.stopped",
            str(folder),
            str(tmp_path / "var"),
            "finir" if finish else "enchainer",
        ],
        input="".join(f"{json.dumps(kill)}\n" for kill in kills),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def whole(found: list[dict[str, Any]]) -> None:
    """Each kill happened, and left a publication whole to its last byte."""
    for said in found:
        assert said["killed"], said
        assert not said["damage"], said
        assert said["repair"] or not said["alert"], said


def test_a_publisher_killed_at_each_step_leaves_a_whole_publication_served(
    tmp_path: Path, small: Path
) -> None:
    steps: list[Kill] = [(step, 1, step == REPAIR) for step in STEPS]
    *after, last = stopped(tmp_path, small, steps, finish=False)
    whole(after)
    assert [said["step"] for said in after] == list(STEPS)
    # Its draft, and the file that it was writing: each start removes what the one before left.
    assert all(len(said["waste"]) <= 2 for said in after)
    assert (last["waste"], last["alert"], last["damage"]) == ([], "", "")


@pytest.mark.attaque
@pytest.mark.timeout(3_000)
def test_two_hundred_kills_leave_a_whole_publication_and_no_waste(
    tmp_path: Path, small: Path
) -> None:
    chance = random.Random(13)
    kills: list[Kill] = []
    for rank in range(200):
        step = STEPS[rank % len(STEPS)]
        repair = step == REPAIR or chance.random() < 0.2
        kills.append((step, chance.randint(1, MANY.get(step, 1)), repair))
    *after, _ = stopped(tmp_path, small, kills, finish=True)
    whole(after)
    assert len(after) == 200
    for said in after:
        left = said["left"]
        assert said["next"], said
        assert (left["waste"], left["alert"], left["damage"]) == ([], "", ""), said
