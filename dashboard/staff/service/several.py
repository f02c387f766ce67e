"""The staff sites of several territories behind one address, each under the path, or at the host,
of its public site. An account is of one territory: the session of another opens nothing here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from dashboard.staff.base import StaffBase
from dashboard.staff.desk import rendering
from dashboard.staff.desk.masthead import masthead
from dashboard.staff.service.site import Acted, create_site, in_silence
from dashboard.staff.settings import StaffSettings
from dashboard.system.mounts import Mount
from dashboard.web import dispatch
from dashboard.web.directory import Entry, create_directory
from dashboard.web.load_shedding import Application

STAFF = "/agents"
SAID = "Espace des agents."


def create_sites(
    sites: Mapping[Mount, StaffSettings], base: StaffBase, acted: Acted = in_silence
) -> Application:
    """What answers for all of them, on the open base that they share; that of one alone is asked
    all. ``acted`` as for one."""
    made = {mount: create_site(settings, base, acted) for mount, settings in sites.items()}
    for app in made.values():
        rendering.load(app)
    apps: dict[Mount, Application] = {**made}
    return dispatch.together(apps, create_directory(partial(_entries, sites)))


def _entries(sites: Mapping[Mount, StaffSettings]) -> list[Entry]:
    return [
        Entry(masthead(settings).territory, f"{mount.path}{STAFF}", SAID)
        for mount, settings in sites.items()
    ]
