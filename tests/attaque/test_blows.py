"""The product at work, each of its processes killed: the public is served whole figures, the
service is whole again by itself, and what was asked is done or said to have failed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.attaque import anatomy
from tests.attaque.person import ACTS
from tests.conftest import ROOT

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(9_000)]

BLOWS = {"": 42, "postgresql": 21}
"""How many, on files and on a base that servers share."""


def whole(said: dict[str, Any]) -> None:
    """What is served and what is kept is whole, and nobody read a fault."""
    assert (said["alert"], said["damage"], said["left"]) == ("", "", []), said
    assert (said["faults"], said["bad"]) == ([], {}), said
    assert said["whole"] == said["versions"], said
    assert said["served"] in (0, *said["whole"]), said
    assert said["has"], "what was asked cannot be done again"
    cut = {"coupé"} if said["hit"] in (anatomy.PUBLIC, anatomy.ANSWERS) else set()
    assert set(said["read"]) <= {"200"} | cut, said


@pytest.mark.parametrize("base", BLOWS)
def test_no_process_that_is_killed_takes_anything_with_it(tmp_path: Path, base: str) -> None:
    command = ["-m", "tests.attaque.services", str(tmp_path / "var"), str(BLOWS[base]), base]
    ran = subprocess.run(
        [sys.executable, *command], cwd=ROOT, check=True, capture_output=True, text=True
    )
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    blows = [said for said in lines if "hit" in said]
    assert len(blows) == BLOWS[base]
    for said in blows:
        whole(said)
    hit = Counter(said["hit"] for said in blows)
    print(hit)  # noqa: T201 - read with -s, by who reports the counts
    assert set(anatomy.ALL) - {anatomy.READING} <= set(hit)
    assert {said["moment"] for said in blows} == set(ACTS)
    masters = hit[anatomy.PUBLIC]
    assert blows[-1]["starts"] == 1 + masters, "the service came back by itself from all others"
    assert not [said for said in lines if said.get("open")]
