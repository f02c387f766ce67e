"""What two people changed of the same cells, settled page by page, or many at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.domain import french
from dashboard.staff import paging
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Draft
from dashboard.staff.checks import disputes as keeping
from dashboard.staff.checks.disputes import HERS, SIDES, DisputeQuery, Tally
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.drafts.drafts import DraftState
from dashboard.staff.pages.drafts import PASSED, back_to, draft_of, hers, is_hers
from dashboard.staff.refusal import NotDone

disputes = Blueprint("disputes", __name__, url_prefix="/agents/brouillons/<int:number>/departager")

ALL, LEFT = "tout", "reste"
"""What a page shows: every choice, or those that are left."""
UNSAID = "Choisissez d’abord ce qui est gardé : ce qui est publié, ou le brouillon."
SETTLED = "Tout est départagé : contrôlez de nouveau, puis publiez."
NOT_KEPT = ("choix n’est pas gardé", "choix ne sont pas gardés")
SINCE = " : une autre personne a choisi, ou les valeurs ont changé. Relisez."
CHOICE = re.compile(r"choix-([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class DisputeAddress:
    """What the address asks: a table (empty: all), all choices or those that are left, a page."""

    table: str
    seen: str
    page: int

    def query(self, tallies: Sequence[Tally]) -> DisputeQuery:
        """The same of the disputes of a draft, which have these tallies; of all its tables where it
        has none of that name."""
        file = file_of(self.table, tallies)
        return DisputeQuery(file, self.seen == LEFT, self.page)


def file_of(table: str, tallies: Sequence[Tally]) -> str:
    """The file of that table among those; empty where it is none of them."""
    return next((one.file for one in tallies if PurePath(one.file).stem == table), "")


def asked_of(said: Mapping[str, str], tallies: Sequence[Tally]) -> DisputeAddress:
    """What the address asks: those that are left, unless none is, or it says otherwise."""
    left = any(one.left for one in tallies)
    seen = LEFT if left and said.get("voir") != ALL else ALL
    table = said.get("table", "")
    return DisputeAddress(table if file_of(table, tallies) else "", seen, paging.page_of(said))


@disputes.get("")
@opened_to(StaffRole.READER)
def show(number: int) -> str | Response:
    """What two people changed, each with both values; the page of the draft where there is
    nothing."""
    with unit() as made:
        draft = draft_of(made, number)
        tallies = keeping.tallies(made, draft)
        asked = asked_of(request.args, tallies)
        found = keeping.page(made, draft, asked.query(tallies))
        read = keeping.print_of(made, draft)
    if not tallies:
        return back_to(number)
    return page(
        "departager",
        brouillon=draft,
        lu=read,
        demande=asked,
        tables=tallies,
        total=sum(one.count for one in tallies),
        reste=sum(one.left for one in tallies),
        liste=found,
        depuis=draft.found["since"],
        peut=_may(draft),
        cotes=SIDES,
        sien=HERS,
        a_controler=DraftState.DISPUTED,
        voirs=(LEFT, ALL),
    )


def _may(draft: Draft) -> bool:
    """Whether who asks may settle that draft."""
    return person().may(StaffRole.WRITER) and is_hers(draft)


@disputes.post("")
@opened_to(StaffRole.WRITER)
def settle(number: int) -> Response:
    """Keep each choice that was made on the page: her own draft, or any for who publishes."""
    try:
        with unit() as made:
            draft = hers(made, number)
            chosen = dict(_chosen(request.form))
            if not chosen:
                raise NotDone(UNSAID)
            found = keeping.settle(made, desk().settings, person(), draft, chosen)
            left = keeping.left_in(made, draft)
    except NotDone as error:
        not_done(str(error))
        return _back(number)
    if found.passed:
        not_done(french.counted(found.passed, *NOT_KEPT) + SINCE)
    _say(found.done, left)
    return _back(number)


@disputes.post("/tout")
@opened_to(StaffRole.WRITER)
def settle_all(number: int) -> Response:
    """Keep the same of all that is asked: what is left of a table, or of all; what was settled
    before too, where that is ticked."""
    try:
        with unit() as made:
            draft = hers(made, number)
            if request.form.get("lu") != keeping.print_of(made, draft):
                raise NotDone(PASSED)
            side = request.form.get("garder", "")
            if side not in SIDES:
                raise NotDone(UNSAID)
            file = file_of(request.form.get("de", ""), keeping.tallies(made, draft))
            which = DisputeQuery(file, "aussi" not in request.form)
            count = keeping.settle_all(made, desk().settings, person(), draft, side, which)
            left = keeping.left_in(made, draft)
    except NotDone as error:
        not_done(str(error))
        return _back(number)
    _say(count, left)
    return _back(number)


def _chosen(form: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """What the form says is kept of each, by mark, and what it showed as said before."""
    for name, said in form.items():
        found = CHOICE.fullmatch(name)
        if found and said in SIDES:
            yield found[1], (said, form.get(f"vu-{found[1]}", ""))


def _say(count: int, left: int) -> None:
    made = french.counted(count, "choix gardé", "choix gardés")
    done(f"{made} : {keeping.left_of(left)}." if left else f"{made}. {SETTLED}")


def _back(number: int) -> Response:
    """To the page of the list that was left."""
    table, seen, at = (request.args.get(name) for name in ("table", "voir", "page"))
    where = url_for("disputes.show", number=number, table=table, voir=seen, page=at)
    return redirect(where, 303)
