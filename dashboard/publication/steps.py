"""The named moments of a publication: a test stops a publisher at each of them."""

from __future__ import annotations

import sys

EVENT = "observatoire.publication"
"""The audit event (``sys.addaudithook``) under which each moment is announced."""

STEPS = (
    "verrou",
    "menage",
    "lecture",
    "verification",
    "brouillon",
    "tableau",
    "axes",
    "base",
    "base-fermee",
    "fichier",
    "couche",
    "manifeste",
    "disque",
    "rang-ecrit",
    "rang",
    "en-place",
    "pointeur-ecrit",
    "pointeur",
    "ecart",
    "oubli",
)
WITHDRAWING = ("verrou", "menage", "retrait-ecrit", "retrait", "ecart", "retrait-fini")
"""Those of a withdrawal."""


def reached(step: str) -> None:
    """Announce that moment; nothing else happens where nobody listens."""
    sys.audit(EVENT, step)
