"""Whose pages these are: what the head of every page of staff names, whatever fails."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.depot.package import SETTINGS
from dashboard.domain.local_words import Notion
from dashboard.domain.settings import Settings
from dashboard.pages import imprint
from dashboard.staff.settings import StaffSettings
from dashboard.store import NotPublished, publication_pointer
from dashboard.store.archive import Archive
from dashboard.store.places import settings_of

REMEMBERED = 64
"""Publications whose names are kept in memory: one is read once."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a territory is called (« Grand Chambéry »), and its site (« Contrat de ville de Grand
    Chambéry »); what its settings do not say yet, in words."""

    territory: str
    site: str
    unsaid: tuple[str, ...] = ()


def masthead(settings: StaffSettings) -> Masthead:
    """The names that the public reads now, those that staff last published; before any publication
    those of the folder of ``data/``, and the short name of the territory where there is none. It
    asks no base and never raises."""
    return next(_published(settings), None) or _in_folder(settings)


def _published(settings: StaffSettings) -> Iterator[Masthead]:
    """Those of the publication served, then of the others where it cannot be read."""
    var, slug = settings.var, settings.territory
    served = publication_pointer.named(var, slug)
    if served:
        yield from _of(var / publication_pointer.PUBLICATIONS / served)
    for folder, _ in publication_pointer.every(var, slug):
        yield from _of(folder)


def _of(folder: Path) -> Iterator[Masthead]:
    try:
        yield _read(folder)
    except NotPublished:
        return


@lru_cache(REMEMBERED)
def _read(folder: Path) -> Masthead:
    found = settings_of(Archive(folder))
    return Masthead(found.name, imprint.name(found), tuple(unsaid(found)))


def unsaid(found: Settings) -> Iterator[str]:
    """What a territory that was just founded has still to say for itself."""
    if not found.publisher:
        yield "qui publie ces pages"
    if not found.error_mail:
        yield "à qui écrire pour signaler une erreur"
    last = found.contracts[-1]
    if not last.grid.pillars:
        yield f"les piliers du contrat {last.code}"


def _in_folder(settings: StaffSettings) -> Masthead:
    try:
        said = tomllib.loads((settings.data / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        said = {}
    name = str(said.get("nom", settings.territory))
    contract = Notion.CONTRACT.capitalize()
    return Masthead(name, f"{contract} {said.get('genitif', f': {name}')}")
