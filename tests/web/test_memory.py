"""What is held before the workers start is shared; what they free is given back."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from dashboard.web import memory

GROWN_THEN_FREED = """
from pathlib import Path
from dashboard.web import memory

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

{given_back}
freed = bytearray(30_000_000)
del freed
blocks = [bytearray(1_000_000) for _ in range(60)]
wall = bytearray(200_000)
del blocks
print(held())
"""


def test_what_is_shared_is_left_out_of_collections() -> None:
    try:
        memory.share()
        assert gc.get_freeze_count() > 1_000
    finally:
        gc.unfreeze()


def _held_by(script: str) -> int:
    ran = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60
    )
    return int(ran.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lit /proc")
def test_freed_blocks_leave_the_process() -> None:
    kept = _held_by(GROWN_THEN_FREED.format(given_back=""))
    given = _held_by(GROWN_THEN_FREED.format(given_back="assert memory.give_back()"))
    assert given < kept - 30_000_000, (given, kept)


TIDIED = """
from dashboard.web import memory
from pathlib import Path

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

blocks = [bytearray(2_000) for _ in range(30_000)]
kept = blocks[::500]
del blocks
before = held()
assert memory.tidy()
print(before - held())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lit /proc")
def test_what_small_blocks_left_is_given_back() -> None:
    assert _held_by(TIDIED) > 20_000_000


def test_the_web_does_not_carry_what_only_a_workbook_needs() -> None:
    assert not _held_by("import sys, dashboard.web.factory; print(int('openpyxl' in sys.modules))")
