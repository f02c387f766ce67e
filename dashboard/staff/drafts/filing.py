"""The files of drafts, where servers share a base: what one received or made, the others have.

The folder of a draft on a server is then a copy, brought up to date before it is read.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.postgres import address
from dashboard.postgres.connection import connected
from dashboard.postgres.layout import PRIVATE, prepare
from dashboard.postgres.trees import Trees, contents

FRESH = 600.0
"""Seconds during which what no other server knows may be what is being made here."""


@contextmanager
def _trees(writes: bool) -> Iterator[Trees | None]:
    """What the base keeps; None where nothing is shared. Unreachable where it is gone."""
    shared = address.owner()
    if shared is None:
        yield None
        return
    with connected(shared) as base:
        prepare(base)
        base.commit()
        trees = Trees(base, PRIVATE)
        if writes:
            trees.lock()
        yield trees


def send(place: Path) -> None:
    """Have the other servers have the folder of that draft as it is here."""
    with _trees(writes=True) as trees:
        if trees is not None:
            trees.keep(_name(place), place)
            trees.sweep()


def fetch(place: Path, within: str = "") -> None:
    """Have here the folder of that draft as the other servers have it, or what of it begins by
    ``within``. Never while a work of this server makes it: what others have not yet would go."""
    with _trees(writes=False) as trees:
        if trees is not None:
            trees.lay(_name(place), place, within)


def forget(place: Path, within: str = "") -> None:
    """Remove the folder of that draft, or what is ``within`` it, here and for the others."""
    shutil.rmtree(place / within, ignore_errors=True)
    with _trees(writes=True) as trees:
        if trees is not None:
            trees.forget(_name(place), f"{within}/" if within else "")
            trees.sweep()


def tidy(home: Path) -> None:
    """Remove from the drafts of this server what others forgot."""
    with _trees(writes=False) as trees:
        if trees is None or not home.is_dir():
            return
        for place in home.iterdir():
            wanted = trees.files(_name(place))
            for path, file in contents(place).items():
                if path not in wanted and time.time() - file.stat().st_mtime > FRESH:
                    file.unlink(missing_ok=True)


def _name(place: Path) -> str:
    return f"brouillon/{place.name}"
