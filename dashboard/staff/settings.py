"""What the operator set for the staff site, read once from the environment."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.postgres import address
from dashboard.staff.identity import provider as providers
from dashboard.staff.identity.provider import Provider
from dashboard.staff.refusal import NotDone
from dashboard.system import mounts
from dashboard.system.mounts import Mount
from dashboard.view import is_public

FOLDER, BASE, SECRET, BENCH = "agents", "agents.sqlite", "secret", "etabli"
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
SHORTEST = 32
"""Characters of a secret that an operator gives."""


@dataclass(frozen=True, slots=True)
class StaffSettings:
    """One territory and its staff. ``site`` is its public address; where nobody said one, the path
    that it is under, if any. ``fronts`` are the machines that are believed about who asks.
    ``beside`` is where the public site listens on this machine, empty where nobody said it.
    ``provider`` is the identity provider by which people may come in, ``passwords`` whether they
    may by one."""

    territory: str
    data: Path
    var: Path
    site: str = ""
    fronts: frozenset[str] = frozenset({"127.0.0.1", "::1"})
    provider: Provider | None = None
    passwords: bool = True
    beside: str = ""

    @property
    def public_address(self) -> str:
        """The whole address of the public site of the territory; empty where nobody said one."""
        whole = self.site if is_public(self.site) else f"{self.beside}{self.site}"
        return whole if is_public(whole) else ""

    @property
    def home(self) -> Path:
        """The folder of what only the staff site reads; it is made at need, closed to others."""
        folder = self.var / FOLDER
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        return folder

    @property
    def base(self) -> str:
        """The address of the base of accounts, drafts, jobs and journal: the one that servers
        share, else a file; the first may hold a password."""
        shared = address.owner()
        return shared.of_alchemy if shared else self.own_base

    @property
    def own_base(self) -> str:
        """The address of the one that is a file."""
        return f"sqlite:///{(self.home / BASE).resolve()}"

    @property
    def begun(self) -> bool:
        """Whether that base is there, or is the one that servers share: nothing is kept in one
        that nobody has opened yet."""
        return address.owner() is not None or (self.var / FOLDER / BASE).is_file()

    def bench(self) -> str:
        """What names the works of this server among those of others: kept, so that it knows its own
        once it is started again."""
        return _kept(self.home / BENCH)

    def secret(self) -> str:
        """What signs cookies: ``AGENTS_SECRET``, else a file made once, readable by nobody else.

        NotDone where the operator gives one too short to be a secret.
        """
        said = os.environ.get("AGENTS_SECRET", "")
        if said and len(said) < SHORTEST:
            raise NotDone(f"AGENTS_SECRET doit avoir au moins {SHORTEST} caractères.")
        return said or _kept(self.home / SECRET)


def from_environment(territory: str, data: Path, var: Path) -> StaffSettings:
    """The settings of that territory, the rest as the environment says it."""
    site = mounts.of_territory(territory).site
    fronts = os.environ.get("FRONTAUX", "127.0.0.1,::1").split(",")
    provider = providers.from_environment(site)
    return StaffSettings(
        territory,
        data / territory,
        var,
        site,
        frozenset(map(str.strip, fronts)),
        provider,
        providers.takes_passwords(provider),
    )


def together(settings: StaffSettings) -> dict[Mount, StaffSettings]:
    """The settings of every territory that the operator serves, by where each is; of that one alone
    where he names no others. NotDone where the identity provider could not send people back to each
    of them."""
    return {one: _at(settings, one) for one in mounts.of_operator(settings.territory)}


def _at(settings: StaffSettings, mount: Mount) -> StaffSettings:
    provider = providers.from_environment(mount.site)
    folder = settings.data.parent / mount.territory
    return replace(
        settings, territory=mount.territory, data=folder, site=mount.site, provider=provider
    )


def _kept(path: Path) -> str:
    """The secret of that file; whoever comes first makes it."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        made = secrets.token_urlsafe(48)
        file.write(made)
    return made
