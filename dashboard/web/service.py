"""create_service: the sites of all the territories that the operator named, behind one address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Response, jsonify

from dashboard.pages import imprint
from dashboard.store import NotPublished, Store
from dashboard.system import mounts
from dashboard.system.mounts import Mount, WrongMounts
from dashboard.view import FROZEN
from dashboard.web import crawlers, dispatch, routes
from dashboard.web.awaited import Awaited
from dashboard.web.directory import Entry, create_directory
from dashboard.web.factory import KEPT, Observatory, create_app
from dashboard.web.load_shedding import ALWAYS, Application

LEAST = 4
"""Views that the site of a territory remembers, however many there are."""
NOTHING = "Rien n’en est encore publié."


@dataclass(frozen=True, slots=True)
class Service:
    """What answers all that is asked of a service, and one of its sites, where what all share may
    be taken."""

    answer: Application
    first: Observatory


def create_service(territory: str | None = None, var: Path | None = None) -> Service:
    """The service of the territories of ``TERRITOIRES``, each on its publication in ``var``; that
    of this territory alone, else of ``TERRITOIRE``, where the operator names none.

    NotPublished where nothing is published of any; WrongMounts where they cannot be served
    together.
    """
    slug = territory or mounts.alone()
    named = mounts.of_operator(slug)
    if not named[0].path and not named[0].host:
        app = create_app(var=var, territory=slug)
        return Service(app.server, app)
    kept = max(LEAST, KEPT // len(named))
    sites = [Awaited(mount, partial(_site, mount, var, kept)) for mount in named]
    made = [one.site for one in sites if one.site]
    if not made:
        raise NotPublished("Aucun des territoires de TERRITOIRES n’est publié.")
    _check(named, made[0])
    return Service(_together(sites), made[0])


def _site(mount: Mount, var: Path | None, kept: int) -> Observatory:
    """The site of that territory: it holds its own share of what the service remembers."""
    return create_app(var=var, territory=mount.territory, kept=kept, site=mount.site)


def _check(named: Sequence[Mount], site: Observatory) -> None:
    """WrongMounts where the path of a territory is the first part of an address of its own site."""
    ours = [rule.rule for rule in site.server.url_map.iter_rules()]
    ours += [FROZEN, *(page.path for page in site.pages)]
    firsts = {path.lstrip("/").partition("/")[0] for path in ours}
    for mount in named:
        if mount.path.lstrip("/") in firsts - {""}:
            raise WrongMounts(
                f"{mounts.SETTING} : « {mount.path} » est l’adresse d’une page du site."
            )


def _together(sites: Sequence[Awaited]) -> Application:
    by_host = bool(sites[0].mount.host)
    others = create_directory(partial(_entries, sites))

    @others.get(ALWAYS)
    def health() -> Response:
        return jsonify(_health(sites, told=not by_host))

    @others.get("/robots.txt")
    def robots() -> Response:
        return crawlers.robots_of([(one.mount.path, one.mount.site) for one in sites])

    return dispatch.together({one.mount: one for one in sites}, others)


def _entries(sites: Sequence[Awaited]) -> list[Entry]:
    return [_entry(one.mount, one.site) for one in sites]


def _entry(mount: Mount, site: Observatory | None) -> Entry:
    if site is None:
        return Entry(mount.territory, said=NOTHING)
    store = site.stores.current()
    return Entry(imprint.name(store.settings), f"{mount.path}/", _said(store))


def _said(store: Store) -> str:
    """What the territory says of itself, and of which day its publication is."""
    said = imprint.of(store)
    return " ".join(filter(None, [said.notice, f"{said.publication}."]))


def _health(sites: Sequence[Awaited], told: bool) -> dict[str, object]:
    """Whether all is well; of each territory by its path, where it is ``told``."""
    every = {one.mount.path: _health_of(one.site) for one in sites}
    well = all(one["statut"] == "ok" for one in every.values())
    state: dict[str, object] = {"statut": "ok" if well else "dégradé"}
    return state | ({"territoires": every} if told else {})


def _health_of(site: Observatory | None) -> dict[str, object]:
    if site is None:
        return {"statut": "dégradé", "alerte": NOTHING}
    return routes.health_of(site.stores)
