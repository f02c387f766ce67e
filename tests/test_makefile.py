"""The verbs of the project run what they promise: each check once, and none left aside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make n’est pas installé")


def planned(verb: str) -> str:
    """What that verb would run, without running it."""
    asked = {name: said for name, said in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--dry-run", verb]
    return subprocess.run(
        command, cwd=ROOT, env=asked, check=True, capture_output=True, text=True, timeout=60
    ).stdout


def test_what_the_suite_leaves_aside_was_judged_by_the_check_before_it() -> None:
    said = planned("test")
    check, suite = said.split("pytest -n ")
    (aside,) = re.findall(r"--ignore[= ](\S+)", suite)
    assert f"pytest -q {aside}" in check
    assert f"pytest -q {aside}" in planned("check")
    assert (ROOT / aside).is_file()


def test_continuous_integration_runs_the_verb_of_a_developer() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith("\nmake test")
