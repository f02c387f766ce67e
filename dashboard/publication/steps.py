"""The named moments of a publication: a test stops a publisher at each of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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


_listeners: list[Callable[[str], None]] = []


@contextmanager
def followed(hear: Callable[[str], None]) -> Iterator[None]:
    """Have each moment said to that one too, meanwhile."""
    _listeners.append(hear)
    try:
        yield
    finally:
        _listeners.remove(hear)


def reached(step: str) -> None:
    """Announce that moment; nothing else happens where nobody listens."""
    sys.audit(EVENT, step)
    for hear in _listeners:
        hear(step)
