"""What runs beside the public site: what prepares it, the staff site, what follows a base."""

from __future__ import annotations

import os
from pathlib import Path

Command = list[str]


def beside(
    territory: str, var: Path, options: Command, ports: Command
) -> tuple[Command, list[Command]]:
    """What to wait for before the public site is served, and what to start then.

    A server that may only read the base that others share takes what they publish, and has no staff
    site; any other publishes. ``options`` are those of a territory and its folders, ``ports`` those
    by which the staff site listens.
    """
    from dashboard.postgres import address
    from dashboard.store import followed

    writes, reads = (os.environ.get(name, "") for name in (address.OWNER, address.READER))
    here = ["--territoire", territory, "--var", str(var)]
    following = [["base", "suivre", "--suivre", *here]] if writes or reads else []
    if reads and not writes:
        return ["base", "suivre", "--une-fois", *here], following
    if not following:
        followed.forget(var, territory)
    staff = [["agent", "servir", "--suivre", *ports, *options]] if _has_staff() else []
    return ["publier", "--refaire", *options], [*staff, *following]


def _has_staff() -> bool:
    return os.environ.get("AGENTS", "oui") != "non"


def forget_base() -> None:
    """Have the public site, which needs no base, know none."""
    from dashboard.postgres import address

    for name in (address.OWNER, address.READER):
        os.environ.pop(name, None)
