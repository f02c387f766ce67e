"""A withdrawal that is killed at each of its named moments, then asked again; run as a script by a
test. Says after each what the public was served, and what is left of what was withdrawn."""

from __future__ import annotations

import json
import shutil
import sys
from functools import partial
from pathlib import Path

from dashboard import publication
from dashboard.depot import steps as depot_steps
from dashboard.publication import steps as publication_steps
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.public import truth
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import withdrawing
from dashboard.store import parts, publication_pointer
from tests.killing import killed

GOES = frozenset({2, 3})
NAME = b"Madame Unique Personne"


def withdrawn(settings: StaffSettings, base: StaffBase) -> None:
    """What a person asks: whatever a former one came to is left as it is."""
    done = withdrawing.WithdrawalOrder("Paul", "Paul", "Un nom y figurait.")
    withdrawing.withdraw(settings, base, GOES, 1, done)


def standing(settings: StaffSettings) -> dict[str, object]:
    """What is served, and what is wrong with it."""
    served = publication_pointer.sound(settings.var, settings.territory)
    return {"alert": served.alert, "damage": parts.damage(served.folder, deep=True)}


def main(made: Path, home: Path) -> None:
    """Each moment in a copy of what was made."""
    moments = [(depot_steps.EVENT, step) for step in depot_steps.WITHDRAWING]
    moments += [(publication_steps.EVENT, step) for step in publication_steps.WITHDRAWING]
    for rank, (event, step) in enumerate(moments):
        settings = StaffSettings("exemple", Path("data/exemple"), home / str(rank))
        shutil.copytree(made, settings.var)
        base = opened(settings.base)
        base.close()
        truth.serve(settings, 1)
        said: dict[str, object] = {"step": step}
        said["killed"] = killed(event, step, 1, partial(withdrawn, settings, base))
        said |= standing(settings)
        withdrawn(settings, base)
        files = (path for path in settings.var.rglob("*") if path.is_file())
        said["left"] = [str(path) for path in files if NAME in path.read_bytes()]
        said["served"] = publication.served_version(settings.var, settings.territory)
        sys.stdout.write(f"{json.dumps(said)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
