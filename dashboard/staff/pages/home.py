"""The first page of who is signed in: what is served, the drafts, the last works."""

from __future__ import annotations

from flask import Blueprint

from dashboard.depot import Depot
from dashboard.domain import french
from dashboard.importers.door import confined
from dashboard.publication import served_version
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.masthead import masthead
from dashboard.staff.desk.rendering import page
from dashboard.staff.drafts import drafts
from dashboard.staff.jobs import jobs
from dashboard.staff.mail import mailing
from dashboard.staff.versions import approvals

home = Blueprint("home", __name__, url_prefix="/agents")


@home.get("")
@opened_to(StaffRole.READER)
def index() -> str:
    """Where things stand; what will read a file is made ready for who may give one."""
    if person().may(StaffRole.WRITER):
        confined.prepare()
    settings = desk().settings
    served = served_version(settings.var, settings.territory) or 0
    held = Depot(settings.var).versions(settings.territory)
    with unit() as made:
        names = {one.id: one.name for one in accounts.every(made, settings.territory)}
        opened = drafts.opened(made, settings.territory)
        works = jobs.last(made, settings.territory)
        asked = approvals.waiting(made, settings.territory)
        refused = approvals.refused(made, settings.territory, person().id)
        late = mailing.late(made, settings.territory)
    return page(
        "accueil",
        servie=next((one for one in held if one.number == served), None),
        brouillons=opened,
        travaux=works,
        demandes=asked,
        refusees=refused,
        courriels=late,
        tus=french.listed(masthead(settings).unsaid),
        noms=names,
    )
