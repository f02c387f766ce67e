"""The publications that issued documents cite, each an empty file: none of them is forgotten."""

from __future__ import annotations

import logging
from pathlib import Path

FOLDER = "citees"

log = logging.getLogger(__name__)


def cite(var: Path, digest: str) -> None:
    """Keep that publication from being forgotten. Where the disk takes nothing, the document is
    given all the same and the journal says so."""
    file = var / FOLDER / digest
    try:
        file.parent.mkdir(exist_ok=True)
        file.touch(exist_ok=True)
    except OSError as error:
        log.warning("la publication %s n’a pas pu être notée comme citée : %s", digest, error)


def forget(var: Path, digest: str) -> None:
    """Cite that publication no more; nothing where no document does."""
    (var / FOLDER / digest).unlink(missing_ok=True)


def cited(var: Path) -> frozenset[str]:
    """The publications that documents cite; none where nothing was ever issued."""
    folder = var / FOLDER
    return frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()
