"""A writer of the depot that is killed at each of its named moments; run as a script by a test.

What a writer needs is loaded once: each is a fork of it.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from dashboard.depot import Deposit, Depot, VersionOrigin
from dashboard.depot.steps import EVENT, STEPS
from tests.killing import killed

DEPOSIT = Deposit("Marie", "Essai", VersionOrigin("essai.csv", "0" * 64))
FILES = {"territoire.toml": b'slug = "ici"\n', "notes.csv": b"a;b\n1;2\n"}


def after(number: int) -> dict[str, bytes]:
    """The files of the version of that number."""
    return FILES | {"notes.csv": f"a;b\n1;v{number}\n".encode()}


def main(home: Path) -> bool:
    """Keep a second version in a depot of its own for each step, and be killed as that step is
    reached; whether each was."""
    for step in STEPS:
        Depot(home / step).add("ici", FILES, DEPOSIT, 0)
    return all(
        killed(EVENT, step, 1, partial(Depot(home / step).add, "ici", after(2), DEPOSIT, 1))
        for step in STEPS
    )


if __name__ == "__main__":
    sys.exit(not main(Path(sys.argv[1])))
