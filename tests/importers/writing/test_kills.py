"""An import that is killed leaves the old tables or the new ones, and no trace after the next."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dashboard.importers.writing.steps import IN_TURN, STEPS
from tests.conftest import ROOT
from tests.importers.conftest import FIXTURES

FILE = FIXTURES / "subventions-2023-p147.csv"
FILES = 3
"""Files of the territory that this one changes at least: a kill may fall after each."""

ONCE = [
    *((step, 1, in_turn) for step in STEPS for in_turn in (False, True)),
    *(("fichier", nth, False) for nth in range(2, FILES + 1)),
    (IN_TURN, 1, True),
]


def _stopped(folder: Path, kills: list[tuple[str, int, bool]]) -> list[dict[str, Any]]:
    home = folder.parent / "data"
    home.mkdir()
    folder = folder.rename(home / folder.name)
    command = [sys.executable, "-m", "tests.importers.writing.stopped", str(folder), str(FILE)]
    lines = "".join(f"{json.dumps(kill)}\n" for kill in kills)
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert not done.returncode, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _hold(turns: list[dict[str, Any]], kills: int) -> None:
    assert len(turns) == kills
    for turn in turns:
        assert turn["killed"], turn
        assert turn["old"] != turn["new"]
        whole = {turn["old"], turn["new"]} | ({""} if turn["in_turn"] else set())
        assert turn["after"] in whole, turn
        assert turn["recovered"] in {turn["old"], turn["new"]}, turn
        assert turn["beside"] == ["mini"], turn
        assert turn["next"] == turn["new"], "les identifiants des lignes ont changé"


def test_a_kill_at_each_step_leaves_the_old_tables_or_the_new(folder: Path) -> None:
    _hold(_stopped(folder, ONCE), len(ONCE))


@pytest.mark.attaque
@pytest.mark.timeout(3_000)
def test_two_hundred_kills_leave_the_old_tables_or_the_new(folder: Path) -> None:
    chance = random.Random(13)
    steps = [ONCE[rank % len(ONCE)] for rank in range(200)]
    kills = [
        (step, chance.randint(1, FILES) if step == "fichier" else nth, in_turn)
        for step, nth, in_turn in steps
    ]
    _hold(_stopped(folder, kills), 200)
