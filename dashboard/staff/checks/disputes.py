"""What two people changed, settled by whoever reads both values: what is published is kept, or what
the draft says; one by one, or many at once. What was said holds as long as both values do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session as Unit

from dashboard.depot.public import title
from dashboard.domain import french
from dashboard.staff import paging
from dashboard.staff.accounts.person import Person
from dashboard.staff.base.tables import Dispute, Draft
from dashboard.staff.drafts import drafts
from dashboard.staff.drafts.drafts import OPEN, DraftState
from dashboard.staff.jobs import jobs
from dashboard.staff.journal import Act, now, write
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings

HERS, THEIRS = "brouillon", "publié"
"""Whose value is kept: that of the draft, or the one that is published."""
SIDES = (THEIRS, HERS)
GONE = "Ce brouillon n’a plus rien à départager : relisez-le."
NAMED = 3
"""Rows of one act that the journal names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many choices a file asks, and how many of them are left."""

    file: str
    count: int
    left: int


@dataclass(frozen=True, slots=True)
class DisputeQuery:
    """What a page of disputes is asked: of one file or of all (empty), those left alone or all."""

    file: str = ""
    left: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class DisputePage:
    """The disputes of one page: which one it is, of how many, of how many disputes."""

    items: tuple[Dispute, ...]
    page: int
    pages: int
    found: int


@dataclass(frozen=True, slots=True)
class SettledCount:
    """How many choices were made, and how many were not because another made them, or changed the
    values, since they were read."""

    done: int
    passed: int


def decided(unit: Unit, draft: Draft) -> dict[str, str]:
    """What was said of the disputes of that draft: whose value is kept, by mark."""
    asked = select(Dispute.mark, Dispute.kept).where(Dispute.draft == draft.id, Dispute.kept != "")
    return {one.mark: one.kept for one in unit.execute(asked)}


def keep(unit: Unit, draft: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Have these be the disputes of that draft; what was said of one that is there again holds."""
    asked = select(Dispute).where(Dispute.draft == draft, Dispute.kept != "")
    held = {one.mark: (one.kept, one.who, one.when) for one in unit.scalars(asked)}
    unit.execute(delete(Dispute).where(Dispute.draft == draft))
    if rows:
        made = [_row(draft, rank, row, held) for rank, row in enumerate(rows)]
        unit.execute(insert(Dispute), made)


def _row(
    draft: int, rank: int, row: Mapping[str, Any], held: Mapping[str, tuple[Any, ...]]
) -> dict[str, Any]:
    said = dict(zip(("kept", "who", "when"), held.get(row["mark"], ("", "", None)), strict=True))
    return {"draft": draft, "rank": rank, **row, **said}


def is_asked(draft: Draft) -> bool:
    """Whether that draft has something to settle, or that may be settled otherwise."""
    return draft.state in OPEN and bool(draft.found.get("disputed"))


def tallies(unit: Unit, draft: Draft) -> tuple[Tally, ...]:
    """The files of that draft that ask a choice, in order; none where nothing is to settle."""
    if not is_asked(draft):
        return ()
    left = func.count().filter(Dispute.kept == "")
    asked = select(Dispute.file, func.count(), left).where(Dispute.draft == draft.id)
    found = unit.execute(asked.group_by(Dispute.file).order_by(func.min(Dispute.rank)))
    return tuple(Tally(*one) for one in found)


def print_of(unit: Unit, draft: Draft) -> str:
    """A fingerprint of what is to be settled of that draft, and of what was said of it: a form says
    it back, so that nobody settles at once what she did not see."""
    told = (func.count(), *(func.count().filter(Dispute.kept == side) for side in SIDES))
    found = unit.execute(select(*told, func.max(Dispute.when)).where(Dispute.draft == draft.id))
    said = [drafts.fingerprint(draft), *map(str, found.one())]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def check_settled(unit: Unit, draft: Draft) -> None:
    """NotDone, with how many are left, unless all that collides in that draft is settled."""
    left = left_in(unit, draft)
    if left:
        raise NotDone(f"{french.capital(left_of(left))} : départagez d’abord ces valeurs.")


def left_in(unit: Unit, draft: Draft) -> int:
    """How many choices are left in that draft."""
    return sum(one.left for one in tallies(unit, draft))


def left_of(count: int) -> str:
    """How many choices are left, as a sentence begins."""
    return f"il reste {french.counted(count, 'choix', 'choix')} à faire"


def page(unit: Unit, draft: Draft, asked: DisputeQuery) -> DisputePage:
    """The disputes that stand on that page; the last one where there are fewer."""
    which = _which(draft, asked.file, asked.left)
    found = unit.scalar(select(func.count()).select_from(Dispute).where(*which)) or 0
    pages = paging.pages_of(found)
    number = min(asked.page, pages)
    listed = select(Dispute).where(*which).order_by(Dispute.rank)
    cut = listed.offset((number - 1) * paging.EACH).limit(paging.EACH)
    return DisputePage(tuple(unit.scalars(cut)), number, pages, found)


def _which(draft: Draft, file: str, left: bool) -> list[ColumnElement[bool]]:
    which = [Dispute.draft == draft.id]
    which += [Dispute.file == file] if file else []
    return which + ([Dispute.kept == ""] if left else [])


def settle(
    unit: Unit,
    settings: StaffSettings,
    who: Person,
    draft: Draft,
    chosen: Mapping[str, tuple[str, str]],
) -> SettledCount:
    """Keep what was chosen of each dispute, by mark: whose value, and what had been said of it when
    it was read. NotDone where there is nothing to settle, or while a work on the draft is not
    done."""
    _check(unit, draft)
    asked = select(Dispute).where(Dispute.draft == draft.id, Dispute.mark.in_(chosen))
    held = {one.mark: one for one in unit.scalars(asked.order_by(Dispute.rank))}
    moves = [one for mark, one in held.items() if one.kept != chosen[mark][0]]
    done = [one for one in moves if one.kept == chosen[one.mark][1]]
    for one in done:
        one.kept, one.who, one.when = chosen[one.mark][0], who.name, now()
    if done:
        _reopen(settings, draft)
        write(unit, settings.territory, who.signature, Act.SETTLED, _told(draft, done))
    return SettledCount(len(done), len(moves) - len(done) + len(chosen) - len(held))


def settle_all(
    unit: Unit,
    settings: StaffSettings,
    who: Person,
    draft: Draft,
    kept: str,
    asked: DisputeQuery,
) -> int:
    """Keep that value of all the disputes of that draft that are asked for; how many choices that
    makes. NotDone as for one."""
    _check(unit, draft)
    which = [*_which(draft, asked.file, asked.left), Dispute.kept != kept]
    made = update(Dispute).where(*which).values(kept=kept, who=who.name, when=now())
    count = int(getattr(unit.execute(made), "rowcount", 0))
    if count:
        _reopen(settings, draft)
        of = title(asked.file) if asked.file else "toutes les tables"
        many = french.counted(count, "choix", "choix")
        said = f"brouillon n° {draft.id} : {kept} gardé d’un coup, {many} ({of})"
        write(unit, settings.territory, who.signature, Act.SETTLED, said)
    return count


def _check(unit: Unit, draft: Draft) -> None:
    if not is_asked(draft):
        raise NotDone(GONE)
    jobs.check_free(unit, draft)


def _reopen(settings: StaffSettings, draft: Draft) -> None:
    """What was settled is to be checked: nothing of what was ready before is published."""
    draft.state, draft.changed = str(DraftState.DISPUTED), now()
    drafts.forget_result(settings, draft)


def _told(draft: Draft, done: Sequence[Dispute]) -> str:
    """What the journal says: whose value is kept in which rows, and nothing of what they hold."""
    return f"brouillon n° {draft.id} : {' ; '.join(_sides(done))}"


def _sides(done: Sequence[Dispute]) -> Iterator[str]:
    for side in SIDES:
        marks = list(dict.fromkeys(_row_of(one) for one in done if one.kept == side))
        if marks:
            others = french.counted(len(marks) - NAMED, "autre")
            more = f" et {others}" if len(marks) > NAMED else ""
            count = french.counted(sum(one.kept == side for one in done), "choix", "choix")
            yield f"{side} gardé, {count} ({', '.join(marks[:NAMED])}{more})"


def _row_of(one: Dispute) -> str:
    return f"{one.file.rpartition('.')[0]} {one.cells['line']}".strip()
