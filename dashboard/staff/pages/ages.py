"""How old the data that the public sees are, source by source."""

from __future__ import annotations

from flask import Blueprint

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import page
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.public import ages as reading
from dashboard.staff.public import truth
from dashboard.system import clock

ages = Blueprint("ages", __name__, url_prefix="/agents/sources")


@ages.get("")
@opened_to(StaffRole.READER)
def index() -> str:
    """Every source, the oldest data first, and what is awaited."""
    settings = desk().settings
    found = reading.ages(truth.truth(settings).files, IndexShelf(settings).of)
    today = clock.today().year
    late = [one for one in found if one.is_late(today)]
    return page("sources", sources=found, attendues=late, annee=today)
