"""The folder of ``data/`` as the first version of a territory: the depot is then its truth."""

from __future__ import annotations

from pathlib import Path

from dashboard.depot.depot import Depot
from dashboard.depot.package import taken
from dashboard.depot.version import Deposit, Files, Version

FIRST = "Première version : le dossier du territoire, tel qu’il était."


def founded(depot: Depot, data: Path, who: str, instead: Files) -> Version | None:
    """Keep that folder of ``data/`` as the first version of the territory of its name; None where
    it is not there, or holds just what is kept ``instead``."""
    if not data.is_dir():
        return None
    held, origin = taken(data, data.name)
    if held == instead:
        return None
    return depot.add(data.name, held, Deposit(who, FIRST, origin), 0)
