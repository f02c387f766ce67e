"""What runs beside the public sites: what prepares it, the staff site, what follows a base."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

Argv = list[str]


def beside(
    territories: Sequence[str], var: Path, options: Argv, ports: Argv
) -> tuple[list[Argv], list[Argv]]:
    """What to wait for, one after the other, before the public sites of these territories are
    served, and what to start then.

    A server that may only read the base that others share takes what they publish, and has no staff
    site; any other publishes. ``options`` are those of their folders, ``ports`` those by which the
    staff site listens.
    """
    from dashboard.postgres import address

    writes, reads = (os.environ.get(name, "") for name in (address.OWNER, address.READER))
    follow = [["base", "suivre", "--territoire", slug, "--var", str(var)] for slug in territories]
    following = [[*one, "--suivre"] for one in follow] if writes or reads else []
    if reads and not writes:
        return [[*one, "--une-fois"] for one in follow], following
    if not following:
        _forget(territories, var)
    staff = ["agent", "servir", "--suivre", *ports, "--territoire", territories[0], *options]
    publishing = [["publier", "--refaire", "--territoire", slug, *options] for slug in territories]
    return publishing, [*([staff] if _has_staff() else []), *following]


def _forget(territories: Sequence[str], var: Path) -> None:
    """Have no server wait for a base that is no longer shared."""
    from dashboard.store import followed

    for slug in territories:
        followed.forget(var, slug)


def _has_staff() -> bool:
    return os.environ.get("AGENTS", "oui") != "non"


def forget_base() -> None:
    """Have the public site, which needs no base, know none."""
    from dashboard.postgres import address

    for name in (address.OWNER, address.READER):
        os.environ.pop(name, None)
