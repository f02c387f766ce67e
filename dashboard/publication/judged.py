"""The sources of a folder, read once and held against all that a publication must satisfy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dashboard import schema
from dashboard.publication import sources as reading
from dashboard.publication import steps
from dashboard.publication.sources import NotPublishable, Sources
from dashboard.schema import Problem, Problems

ATTEMPTS = 3
"""Readings of a folder that changes meanwhile."""


@dataclass(frozen=True, slots=True)
class JudgedSources:
    """What was read, its digest, and all that was found wrong in it."""

    digest: str
    sources: Sources
    found: Problems

    @property
    def problems(self) -> Problems:
        """What forbids to publish them."""
        return tuple(item for item in self.found if item.blocking)

    @property
    def remarks(self) -> Problems:
        """What deserves a look and forbids nothing."""
        return tuple(item for item in self.found if not item.blocking)

    def of(self, folder: Path) -> JudgedSources:
        """The same, to be published from that folder; those of the folder, judged anew, where it
        does not hold the same files. NotPublishable where they cannot be read."""
        if reading.digest(folder) != self.digest:
            return judge(folder)
        return replace(self, sources=replace(self.sources, folder=folder))


def judge(folder: Path) -> JudgedSources:
    """The sources of that folder and what is wrong in them, whole. NotPublishable where they cannot
    be read, or change while they are."""
    digest, sources = _read(folder)
    steps.reached("lecture")
    tables = (sources.tables, sources.shapes, sources.settings, sources.themes)
    alone = schema.logo_problems(folder, sources.settings)
    found = JudgedSources(digest, sources, (*schema.check_sources(*tables), *alone))
    steps.reached("verification")
    return found


def _read(folder: Path) -> tuple[str, Sources]:
    """The sources and their digest: both of one moment, whoever writes in the folder meanwhile."""
    for _ in range(ATTEMPTS):
        digest = reading.digest(folder)
        sources = reading.load(folder)
        if reading.digest(folder) == digest:
            return digest, sources
    message = "ce dossier change pendant qu’il est lu."
    raise NotPublishable(Problem(folder.name, 0, "", "", message, "Relancez."))
