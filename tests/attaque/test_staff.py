"""Staff at work, killed at any moment: the public is served whole figures, and the next start goes
on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(6_000)]

KILLS = 200


def whole(said: dict[str, Any]) -> None:
    """What is served and what is kept is whole, and every page of the staff answers."""
    assert (said["alert"], said["damage"], said["left"]) == ("", "", []), said
    assert said["open"] <= said["waits"], said  # a draft whose work waits stays for it
    assert said["whole"] == said["versions"] == list(range(len(said["whole"]), 0, -1)), said
    assert said["served"] in said["whole"], said
    assert set(said["pages"].values()) <= {200, 303}, said


def test_two_hundred_kills_from_a_file_to_a_return_leave_all_whole(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.attaque.lives", str(tmp_path / "var"), str(KILLS)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    *cut, end = (json.loads(line) for line in ran.stdout.splitlines())
    assert len(cut) == KILLS
    for said in (*cut, end):
        whole(said)
    ran_then = Counter(kind for said in cut for kind in said["ran"])
    assert set(ran_then) == {"contrôle", "publication", "retour"}
    assert ran_then.total() > KILLS / 2, "most lives are to be cut while a work runs"
    assert (end["waste"], end["served"], end["ended"]) == ([], 1, ["fini"] * 3)
