"""What every family of checks is made of: from a page to its faults, by number of check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

Faults = dict[str, list[str]]
"""What is wrong, by number of check; a check that ran and found nothing has an empty list."""

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Family:
    """Checks that one look at a page answers, and for each a way to break its cause.

    ``breaks`` are (number, script): run in the page, the script must give that check a new fault.
    """

    observe: Callable[[Page], Faults]
    breaks: tuple[tuple[str, str], ...]

    @property
    def numbers(self) -> set[str]:
        """The checks that it answers."""
        return {number for number, _ in self.breaks}


def run(page: Page, name: str) -> Any:
    """What the script of that name gives, with the words that all of them share."""
    shared, script = ((HERE / f"{one}.js").read_text("utf-8") for one in ("common", name))
    return page.evaluate(f"() => {{ {shared} return ({script.strip()})(); }}")


def merged(found: Iterable[Faults]) -> Faults:
    """Several looks as one: each fault once, in order."""
    whole: Faults = {}
    for faults in found:
        for number, what in faults.items():
            whole[number] = list(dict.fromkeys([*whole.get(number, []), *what]))
    return whole
