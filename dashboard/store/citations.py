"""The publications that issued documents cite, each an empty file dated of the last of them: none
is forgotten for years after it."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from dashboard.system.environment import number

FOLDER = "citees"
SETTING, YEARS = "CITATIONS_GARDEES", 10
YEAR = 365.25 * 24 * 3600
"""Seconds."""

log = logging.getLogger(__name__)


def cite(var: Path, digest: str, anew: bool = True) -> None:
    """Keep that publication from being forgotten, from today on where ``anew``, else from when it
    was first cited. Where the disk takes nothing, the document is given all the same and the
    journal says so."""
    file = var / FOLDER / digest
    try:
        file.parent.mkdir(exist_ok=True)
        if anew or not file.exists():
            file.touch(exist_ok=True)
    except OSError as error:
        log.warning("la publication %s n’a pas pu être notée comme citée : %s", digest, error)


def forget(var: Path, digest: str) -> None:
    """Cite that publication no more; nothing where no document does."""
    (var / FOLDER / digest).unlink(missing_ok=True)


def cited(var: Path) -> frozenset[str]:
    """The publications that documents cite, for as many years after the last of them as the
    operator set, ten where nothing is set; none where nothing was ever issued."""
    since = time.time() - number(SETTING, YEARS) * YEAR
    folder = var / FOLDER
    held = folder.iterdir() if folder.is_dir() else ()
    return frozenset(path.name for path in held if path.stat().st_mtime >= since)
