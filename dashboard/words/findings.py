"""The dated results of the accessibility checks, as they were committed.

The browser tests write them; the accessibility page lists them. Nothing is claimed beyond them.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "constats.json"

PASSED, FAILED, UNSCRIPTED = "passé", "non passé", "non automatisé"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check gave: ``result`` is one of three words; ``faults`` counts what differs.

    ``reason`` says why no script judges it, and is empty where one does.
    """

    number: str
    criteria: str
    label: str
    result: str
    faults: int
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checks gave that day: with what, over which pages, how many openings, widths."""

    day: dt.date
    browser: str
    axe: str
    pages: tuple[str, ...]
    openings: int
    widths: tuple[int, ...]
    checks: tuple[Finding, ...]

    def count(self, result: str) -> int:
        """How many checks gave that result."""
        return sum(check.result == result for check in self.checks)


@cache
def read(path: Path = FILE) -> Findings:
    """The results that the file holds."""
    held = json.loads(path.read_text(encoding="utf-8"))
    return Findings(
        day=dt.date.fromisoformat(held["date"]),
        browser=held["navigateur"],
        axe=held["axe"],
        pages=tuple(held["pages"]),
        openings=held["ouvertures"],
        widths=tuple(held["largeurs"]),
        checks=tuple(
            Finding(
                number=one["numero"],
                criteria=one["criteres"],
                label=one["verifie"],
                result=one["resultat"],
                faults=one["defauts"],
                reason=one["raison"],
            )
            for one in held["controles"]
        ),
    )
