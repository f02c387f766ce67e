"""The named moments of an import: a test stops it at each of them."""

from __future__ import annotations

import sys

EVENT = "observatoire.import"
"""The audit event (``sys.addaudithook``) under which each moment is announced."""

STEPS = (
    "verrou",
    "menage",
    "lecture",
    "brouillon",
    "copie",
    "fichier",
    "disque",
    "echange",
    "fini",
)
IN_TURN = "entre-deux"
"""Announced where a system has no exchange: the old folder is aside, the new not yet there."""


def reached(step: str) -> None:
    """Announce that moment; nothing else happens where nobody listens."""
    sys.audit(EVENT, step)
