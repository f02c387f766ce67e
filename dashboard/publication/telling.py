"""Write what the public is told of the versions of a territory, on every server that shares it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dashboard.domain.chronicle import Chronicle, PublicAct, PublicWithdrawal
from dashboard.publication import keeping, sharing, writing
from dashboard.store import chronicling


def told(var: Path, slug: str) -> Chronicle:
    """What is told here of that territory."""
    return chronicling.ChronicleFile(chronicling.place(var, slug)).read()


def tell(var: Path, slug: str, act: PublicAct | None, gone: Mapping[int, PublicWithdrawal]) -> None:
    """Tell that act too, if any, and of these versions nothing but that they are withdrawn.

    Whoever is stopped has it done by calling this again. OSError where the disk refuses,
    Unreachable where the base that servers share does.
    """
    with keeping.alone(var, lambda: None), sharing.together(var, slug):
        held = told(var, slug)
        wanted = (held.plus(act) if act else held).without(gone)
        if wanted != held:
            text = chronicling.text_of(wanted)
            writing.replace(chronicling.place(var, slug), text, "chronique")
