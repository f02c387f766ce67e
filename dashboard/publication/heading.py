"""What stands at the head of every page: the logo, painted anew."""

from __future__ import annotations

from pathlib import Path

from dashboard.domain import logo
from dashboard.publication.sources import Sources
from dashboard.schema.logo import painted


def write(sources: Sources, folder: Path) -> None:
    """Write the logo of the territory in that publication; nothing where it has none."""
    given = sources.folder / logo.FILE
    if given.is_file():
        (folder / logo.FILE).write_bytes(painted(given.read_bytes()))
