"""The chronicle of a territory as it lies beside its pointer: one file, replaced whole at each act.

It stands beside the publications, not in them: they never change, while a return or a withdrawal
changes what may be told of all of them.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dashboard.domain.chronicle import (
    Change,
    Chronicle,
    Kind,
    PublicAct,
    PublicWithdrawal,
    YearTotal,
)

EMPTY = Chronicle()


def place(var: Path, slug: str) -> Path:
    """The file of that territory."""
    return var / f"chronique-{slug}"


def text_of(chronicle: Chronicle) -> str:
    """The chronicle as it is kept, in JSON."""
    return json.dumps(asdict(chronicle), ensure_ascii=False, default=str, indent=1)


def chronicle_of(text: str) -> Chronicle:
    """The chronicle that this text keeps; ValueError, KeyError or TypeError for another text."""
    return Chronicle(tuple(_act(one) for one in json.loads(text)["acts"]))


def _act(held: dict[str, Any]) -> PublicAct:
    return PublicAct(
        **held
        | {
            "kind": Kind(held["kind"]),
            "changes": tuple(Change(**one) for one in held["changes"]),
            "totals": tuple(YearTotal(**one) for one in held["totals"]),
            "withdrawn": _withdrawn(held["withdrawn"]),
        }
    )


def _withdrawn(held: dict[str, str] | None) -> PublicWithdrawal | None:
    return PublicWithdrawal(dt.date.fromisoformat(held["day"]), held["why"]) if held else None


class ChronicleFile:
    """The file of a territory, read again when it changes; without a path nothing is told. One that
    is read ``until`` a version tells what was told when that version was first served."""

    def __init__(self, path: Path | None = None, until: int | None = None) -> None:
        self._path, self._until = path, until
        self._read = (0, EMPTY)

    def at(self, version: int) -> ChronicleFile:
        """The same, as it was when that version was first served."""
        return ChronicleFile(self._path, version)

    @property
    def state(self) -> int:
        """A number that changes whenever something else is told; 0 where nothing ever was."""
        try:
            return self._path.stat().st_mtime_ns if self._path else 0
        except OSError:
            return 0

    def read(self) -> Chronicle:
        """What is told now; nothing where there is no file, or one that cannot be read."""
        state = self.state
        if state != self._read[0]:
            found = self._found()
            self._read = (state, found if self._until is None else found.until(self._until))
        return self._read[1]

    def _found(self) -> Chronicle:
        try:
            return chronicle_of(self._path.read_text(encoding="utf-8")) if self._path else EMPTY
        except (OSError, ValueError, KeyError, TypeError):
            return EMPTY
