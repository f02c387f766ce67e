"""What a test walks through: were it left empty by a fault of ours, nothing would be judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def some(found: Iterable[Item]) -> list[Item]:
    """All of them, in their order; the test fails where there is none."""
    held = list(found)
    assert held, "rien à parcourir : le test ne jugerait rien"
    return held
