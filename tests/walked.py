"""What a test walks through: were it left empty by a fault of ours, nothing would be judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def some(found: Iterable[Item]) -> list[Item]:
    """All of them, in their order; the test fails where there is none."""
    held = list(found)
    assert held, "rien à parcourir : le test ne jugerait rien"
    return held


def of_each(
    items: Iterable[Item], name: Callable[[Item], str]
) -> Callable[[Callable[[Item], None]], Callable[[], None]]:
    """Makes of a test of one item that of all of them, where a run apart for each would cost more
    than what it judges; what fails says of which item."""

    def of_all(judge: Callable[[Item], None]) -> Callable[[], None]:
        def whole() -> None:
            for item in some(items):
                try:
                    judge(item)
                except AssertionError as error:
                    raise AssertionError(f"{name(item)} : {error}") from error

        whole.__name__, whole.__doc__ = judge.__name__, judge.__doc__
        return whole

    return of_all
