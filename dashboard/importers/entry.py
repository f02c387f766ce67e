"""A file from the disk to what it would change, its bytes being read apart from this process."""

from __future__ import annotations

from pathlib import Path

from dashboard.importers.apply import Plan, plan
from dashboard.importers.door.confined import Tell, bounds_for, confined
from dashboard.importers.door.file import open_document
from dashboard.importers.ground import open_ground
from dashboard.importers.recognise import read


def planned(path: Path, folder: Path, tell: Tell) -> Plan:
    """What that file would make of the territory of that folder; Refused where it cannot be read.

    ``tell`` is given, as a long file is read, how far its reading has come.
    """
    ground = open_ground(folder)
    document = open_document(path)
    bounds = bounds_for(len(document.content))
    return plan(confined(document.name, bounds, read, document, ground, tell=tell), ground)
