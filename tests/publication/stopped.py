"""A publisher that is killed at a named moment, again and again; says what stood after each.

Run as a script: what a publication needs is loaded once, each publisher is a fork of it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from dashboard.publication import publish
from dashboard.publication.steps import EVENT
from dashboard.store import parts, publication_pointer
from tests.killing import killed


def changed(folder: Path, turn: int) -> None:
    """Have the next publication be another one."""
    path = folder / "territoire.toml"
    text = re.sub('publie_par = "[^"]*"', f'publie_par = "{turn}"', path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")


def standing(var: Path, slug: str) -> dict[str, Any]:
    """The publication served, what is wrong with it, and what lies in ``var`` for nothing."""
    served = publication_pointer.sound(var, slug)
    return {
        "named": publication_pointer.named(var, slug),
        "alert": served.alert,
        "damage": parts.damage(served.folder, deep=True),
        "waste": sorted(path.name for path in waste(var)),
    }


def waste(var: Path) -> list[Path]:
    """What no publication, nor lock, nor pointer is."""
    publications = list((var / publication_pointer.PUBLICATIONS).iterdir())
    damaged = [path for path in publications if parts.damage(path, deep=True)]
    return [*var.glob(".brouillon-*"), *damaged]


def spoil(var: Path, slug: str) -> None:
    """Cut a part of the publication served short."""
    path = publication_pointer.current(var, slug) / "cube.npy"
    path.write_bytes(path.read_bytes()[:-7])


def main(folder: Path, var: Path, finish: bool) -> None:
    """Read a kill a line (step, nth, whether the publication served is damaged before)."""
    publish(folder, var)
    for turn, line in enumerate(sys.stdin):
        step, nth, damaged = json.loads(line)
        before = publication_pointer.named(var, folder.name)
        if damaged:
            publish(folder, var)
            before = publication_pointer.named(var, folder.name)
            spoil(var, folder.name)
        else:
            changed(folder, turn)
        said: dict[str, Any] = {"step": step, "nth": nth, "repair": damaged, "before": before}
        said["killed"] = killed(EVENT, step, nth, lambda: publish(folder, var))
        said |= standing(var, folder.name)
        if finish:
            said["next"] = publish(folder, var).accepted
            said["left"] = standing(var, folder.name)
        sys.stdout.write(f"{json.dumps(said)}\n")
    publish(folder, var)
    sys.stdout.write(f"{json.dumps(standing(var, folder.name))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "finir")
