"""What runs beside the public sites: what prepares it, the staff site, what follows a base."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dashboard.system.processes import Revived

Argv = list[str]


class Sidecar(NamedTuple):
    """What runs for as long as the public sites do: how the journal calls it, its verb."""

    name: str
    verb: Argv


def beside(
    territories: Sequence[str], var: Path, options: Argv, ports: Argv
) -> tuple[list[Argv], list[Sidecar]]:
    """What to wait for, one after the other, before the public sites of these territories are
    served, and what to start then.

    A server that may only read the base that others share takes what they publish, and has no staff
    site; any other publishes. ``options`` are those of their folders, ``ports`` those by which the
    staff site listens.
    """
    from dashboard.postgres import address

    writes, reads = (os.environ.get(name, "") for name in (address.OWNER, address.READER))
    follow = [["base", "suivre", "--territoire", slug, "--var", str(var)] for slug in territories]
    ends = ["--suivre", str(os.getpid())]
    shared = follow if writes or reads else []
    following = [Sidecar("ce qui suit la base", [*one, *ends]) for one in shared]
    if reads and not writes:
        return [[*one, "--une-fois"] for one in follow], following
    if not following:
        _forget(territories, var)
    verb = ["agent", "servir", *ends, *ports, "--territoire", territories[0], *options]
    staff = Sidecar("ce qui veille sur le site des agents", verb)
    publishing = [["publier", "--refaire", "--territoire", slug, *options] for slug in territories]
    return publishing, [*([staff] if _has_staff() else []), *following]


def _forget(territories: Sequence[str], var: Path) -> None:
    """Have no server wait for a base that is no longer shared."""
    from dashboard.store import followed

    for slug in territories:
        followed.forget(var, slug)


def command(verb: Argv) -> Argv:
    """What the system is asked to run for that verb."""
    return [sys.executable, "-m", "dashboard", *verb]


def started(sidecar: Sidecar) -> Revived:
    """That sidecar, started now, and again each time that it dies, in the environment of now."""
    settings, words = dict(os.environ), command(sidecar.verb)
    return Revived(sidecar.name, lambda: os.posix_spawn(sys.executable, words, settings))


def _has_staff() -> bool:
    return os.environ.get("AGENTS", "oui") != "non"


def forget_base() -> None:
    """Have the public site, which needs no base, know none."""
    from dashboard.postgres import address

    for name in (address.OWNER, address.READER):
        os.environ.pop(name, None)
