"""The journal, as an administrator reads it."""

from __future__ import annotations

from flask import Blueprint, request

from dashboard.staff import journal as keeping
from dashboard.staff import paging
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import page
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.public.truth import truth
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.rows.quoted_rows import quoted_rows
from dashboard.system.environment import days_of_journal

journal = Blueprint("journal", __name__, url_prefix="/agents/journal")


@journal.get("")
@opened_to(StaffRole.ADMIN)
def index() -> str:
    """The acts, the newest first, page by page."""
    with unit() as made:
        count = keeping.count(made, desk().territory)
        pages = paging.pages_of(count)
        shown = min(paging.page_of(request.args), pages)
        found = keeping.last(made, desk().territory, shown)
        ended = keeping.ended(made, desk().territory)
    published = Workspace(None, truth(desk().settings).files, (), IndexShelf(desk().settings).of)
    rows = quoted_rows(published, [line.what for line in found])
    return page(
        "journal",
        lignes=found,
        dit=rows.told,
        actes=count,
        rang=shown,
        rangs=pages,
        finies=ended,
        jours=days_of_journal(),
    )
