"""The named moments of a deposit: a test stops a writer at each of them."""

from __future__ import annotations

import sys

EVENT = "observatoire.depot"
"""The audit event (``sys.addaudithook``) under which each moment is announced."""

STEPS = ("verrou", "menage", "contenu", "comparaison", "inscrite", "fini")
WITHDRAWING = ("verrou", "retiree", "menage")
"""Those of a withdrawal, in the same way."""


def reached(step: str) -> None:
    """Announce that moment; nothing else happens where nobody listens."""
    sys.audit(EVENT, step)
