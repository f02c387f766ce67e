"""The journal, as an administrator reads it."""

from __future__ import annotations

from flask import Blueprint

from dashboard.staff import journal as keeping
from dashboard.staff.context import desk, unit
from dashboard.staff.guard import opened_to
from dashboard.staff.pages.rendering import page
from dashboard.staff.quoted_rows import quoted_rows
from dashboard.staff.roles import StaffRole
from dashboard.staff.truth import truth
from dashboard.system.environment import days_of_journal

journal = Blueprint("journal", __name__, url_prefix="/agents/journal")


@journal.get("")
@opened_to(StaffRole.ADMIN)
def index() -> str:
    """The last acts, the newest first."""
    with unit() as made:
        found = keeping.last(made, desk().territory)
        ended = keeping.ended(made, desk().territory)
    rows = quoted_rows(truth(desk().settings).files, [line.what for line in found])
    return page(
        "journal",
        lignes=found,
        dit=rows.told,
        plus=keeping.SHOWN,
        finies=ended,
        jours=days_of_journal(),
    )
