"""An import that is killed at a named moment, again and again; says what stood after each.

Run as a script: what an import needs is loaded once, each import is a fork of it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from dashboard.importers import apply, entry
from dashboard.importers.door.confined import Tell
from dashboard.importers.imported import Document, Imported
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.writing import swap
from dashboard.importers.writing.alone import recover
from dashboard.importers.writing.steps import EVENT
from tests.killing import killed


def here(document: Document, territory: TerritoryFolder, _: Tell) -> Imported:
    """The document read in this process: what is killed here is the writing."""
    return read(document, territory)


def imported(file: Path, folder: Path) -> None:
    """Import that file, whatever is asked."""
    with entry.planned(file, folder, lambda _: None, here) as planned:
        apply.write(planned, folder)


def killed_import(file: Path, folder: Path, step: str, nth: int, in_turn: bool) -> bool:
    """Import, and be killed as that step is reached for the nth time; whether it was."""

    def work() -> None:
        if in_turn:
            swap.exchanged = lambda *_: False
        imported(file, folder)

    return killed(EVENT, step, nth, work)


def state(folder: Path) -> str:
    """The hash of all that the folder holds; empty where it is not there."""
    if not folder.is_dir():
        return ""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        total.update(f"{path.name}\0".encode() + path.read_bytes())
    return total.hexdigest()


def main(folder: Path, file: Path) -> None:
    """Read a kill a line (step, nth, in turn); each one begins from the folder as it is now."""
    first = folder.parent.parent / "avant"
    shutil.copytree(folder, first)
    imported(file, folder)
    told = {"old": state(first), "new": state(folder)}
    for line in sys.stdin:
        step, nth, in_turn = json.loads(line)
        shutil.rmtree(folder)
        shutil.copytree(first, folder)
        said: dict[str, Any] = told | {"step": step, "in_turn": in_turn}
        said["killed"] = killed_import(file, folder, step, nth, in_turn)
        said["after"] = state(folder)
        recover(folder)
        said["recovered"] = state(folder)
        said["beside"] = sorted(path.name for path in folder.parent.iterdir())
        imported(file, folder)
        said["next"] = state(folder)
        sys.stdout.write(f"{json.dumps(said)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
