"""Where each territory of a service is served: what the operator said in ``TERRITOIRES``."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

SETTING = "TERRITOIRES"
DEFAULT = "grand-chambery"
RESERVED = frozenset({"agents"})
"""Paths under which no territory is: the front server sends them to the staff site."""

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_HOST = re.compile(
    r"(?P<scheme>https?://)?(?P<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)/?"
)


class WrongMounts(ValueError):
    """What the operator said cannot be served; why, in French."""


@dataclass(frozen=True, slots=True)
class Mount:
    """One territory and where it is: under ``path`` (« /chambery »), or wherever ``host`` is asked
    (« observatoire.ville.fr », its port too where it was said); neither where it is alone.

    ``site`` is its public address, its path included; where nobody said one, its path.
    """

    territory: str
    path: str = ""
    host: str = ""
    site: str = ""


def alone() -> str:
    """The territory that is served where the operator names no others: that of ``TERRITOIRE``."""
    return os.environ.get("TERRITOIRE", DEFAULT)


def public() -> str:
    """The public address of the service; empty where the operator said none."""
    return os.environ.get("ADRESSE_PUBLIQUE", "").rstrip("/")


def of_operator(alone: str) -> tuple[Mount, ...]:
    """The territories of the service, in the order that the operator said; where he said none, the
    one that is served ``alone``. WrongMounts where they cannot be served together."""
    said = os.environ.get(SETTING, "").replace(",", " ").split()
    return read(said, public()) if said else (Mount(alone, site=public()),)


def of_territory(slug: str) -> Mount:
    """Where that territory is; as if it were alone where the operator names others only."""
    found = (mount for mount in of_operator(slug) if mount.territory == slug)
    return next(found, Mount(slug, site=public()))


def read(said: Sequence[str], site: str) -> tuple[Mount, ...]:
    """The territories that those words say (« chambery=grand-chambery », « exemple »,
    « https://ville.fr=grand-chambery »); ``site`` is the public address of those under a
    path. WrongMounts where they cannot be served together."""
    mounts = tuple(_mount(word, site) for word in said)
    for name, where in _PLACES:
        twice = _twice(where(mount) for mount in mounts)
        if twice:
            raise WrongMounts(f"{SETTING} : {name} « {twice} » est dit deux fois.")
    if any(mount.host for mount in mounts) and any(mount.path for mount in mounts):
        raise WrongMounts(f"{SETTING} : tous les territoires par chemin, ou tous par hôte.")
    return mounts


_PLACES: tuple[tuple[str, Callable[[Mount], str]], ...] = (
    ("le territoire", lambda mount: mount.territory),
    ("le chemin", lambda mount: mount.path),
    ("l’hôte", lambda mount: mount.host),
)


def _mount(word: str, site: str) -> Mount:
    where, _, named = word.partition("=")
    name = where.removeprefix("/")
    slug = named or name
    if not _NAME.fullmatch(slug):
        raise WrongMounts(f"{SETTING} : « {slug} » n’est pas le nom d’un dossier de territoire.")
    if name in RESERVED:
        raise WrongMounts(
            f"{SETTING} : le chemin « /{name} » est déjà pris par le site des agents."
        )
    if _NAME.fullmatch(name):
        return Mount(slug, path=f"/{name}", site=f"{site}/{name}")
    found = _HOST.fullmatch(where.lower())
    if found is None:
        raise WrongMounts(f"{SETTING} : « {where} » n’est ni un chemin, ni l’adresse d’un site.")
    scheme, host = found["scheme"] or "", found["host"]
    return Mount(slug, host=host, site=f"{scheme}{host}" if scheme else "")


def _twice(said: Iterator[str]) -> str:
    """The first that comes twice; empty where none does."""
    seen: set[str] = set()
    for one in filter(None, said):
        if one in seen:
            return one
        seen.add(one)
    return ""
