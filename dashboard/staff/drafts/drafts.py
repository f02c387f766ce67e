"""Drafts: the territory as it would be, in a folder of their own, until they are published."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Container, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session as Unit

from dashboard.depot.package import SETTINGS
from dashboard.staff.accounts.person import Person
from dashboard.staff.base.tables import Dispute, Draft, Job, TypedEdit
from dashboard.staff.drafts import filing
from dashboard.staff.jobs import jobs
from dashboard.staff.journal import Act, now, write
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from dashboard.system.environment import days_of_drafts

FOLDER, KEPT, RESULT, PREVIEW = "brouillons", "recu", "territoire", "apercu"
MARKED = "a-corriger.xlsx"
MOST = 50
"""Drafts of a territory that are neither published nor removed."""
GONE = "Ce brouillon n’existe plus, ou il est déjà publié."
NOT_READY = "Ce brouillon n’est pas prêt : contrôlez-le, et corrigez ce qui ne va pas."
CHANGED = "Ce brouillon a changé depuis que vous l’avez lu. Relisez-le, puis publiez."


class DraftState(StrEnum):
    """Where a draft stands."""

    UNCHECKED = "à contrôler"
    UNMATCHED = "colonnes à confirmer"
    FAULTY = "refusé"
    DISPUTED = "à départager"
    IDLE = "sans effet"
    READY = "prêt"
    PUBLISHED = "publié"
    REMOVED = "supprimé"


OPEN = (
    DraftState.UNCHECKED,
    DraftState.UNMATCHED,
    DraftState.FAULTY,
    DraftState.DISPUTED,
    DraftState.IDLE,
    DraftState.READY,
)


def still_open(draft: Draft | None) -> Draft:
    """That draft; NotDone where it is none, or no longer open."""
    if draft is None or draft.state not in OPEN:
        raise NotDone(GONE)
    return draft


def place(settings: StaffSettings, number: int) -> Path:
    """The folder of that draft."""
    return settings.home / FOLDER / str(number)


def kept_file(settings: StaffSettings, draft: Draft) -> Path:
    """The file that a draft was made from, as it is kept."""
    return place(settings, draft.id) / KEPT / draft.file


def result(settings: StaffSettings, draft: Draft) -> Path:
    """The folder of the territory as that draft would have it."""
    return place(settings, draft.id) / RESULT / settings.territory


def marked(settings: StaffSettings, number: int) -> Path:
    """The file of a draft given back, its faulty cells marked; it may not be there."""
    return place(settings, number) / MARKED


def preview(settings: StaffSettings, number: int) -> Path:
    """The folder where that draft is published for staff alone."""
    return place(settings, number) / PREVIEW


def check_room(unit: Unit, settings: StaffSettings) -> None:
    """NotDone where too many drafts are open for one more."""
    held = select(func.count()).where(Draft.territory == settings.territory, Draft.state.in_(OPEN))
    if (unit.scalar(held) or 0) >= MOST:
        raise NotDone(f"{MOST} brouillons sont ouverts : supprimez ceux qui ne servent plus.")


def remove(unit: Unit, settings: StaffSettings, draft: Draft, who: Person) -> None:
    """Forget that draft and its files; NotDone for one that is published, or on which a work is not
    done."""
    if draft.state not in OPEN:
        raise NotDone("Ce brouillon n’est plus à supprimer.")
    jobs.check_free(unit, draft)
    _drop(unit, settings, draft, who.signature)


def expire(unit: Unit, settings: StaffSettings) -> None:
    """Forget the drafts that nobody changed for longer than they are kept, and their files; one on
    which a work is not done goes after it. Nothing stays of what was found in those published."""
    days = days_of_drafts()
    if not days:
        return
    busy = select(Job.draft).where(Job.draft.is_not(None), Job.state.in_(jobs.PENDING))
    left = func.coalesce(Draft.changed, Draft.created)
    old = Draft.territory == settings.territory, left < now() - dt.timedelta(days=days)
    opened = select(Draft).where(*old, Draft.state.in_(OPEN), Draft.id.not_in(busy))
    for draft in unit.scalars(opened):
        _drop(unit, settings, draft, "service")
    unit.execute(update(Draft).where(*old, Draft.state == DraftState.PUBLISHED).values(found={}))


def _drop(unit: Unit, settings: StaffSettings, draft: Draft, who: str) -> None:
    draft.state, draft.found = str(DraftState.REMOVED), {}
    _empty(unit, draft)
    write(unit, settings.territory, who, Act.DROPPED, named(draft))
    filing.forget(place(settings, draft.id))


def forget_result(settings: StaffSettings, draft: Draft) -> None:
    """Remove the territory as that draft would have it, and what was made to look at it."""
    filing.forget(place(settings, draft.id), RESULT)
    forget_preview(settings, draft.id)


def forget_preview(settings: StaffSettings, number: int) -> None:
    """Remove what was made to look at that draft; nothing where nothing was."""
    filing.forget(place(settings, number), PREVIEW)


def _empty(unit: Unit, draft: Draft) -> None:
    """Keep nothing of what was asked, typed or settled of that draft."""
    jobs.forget(unit, draft.id)
    unit.execute(delete(TypedEdit).where(TypedEdit.draft == draft.id))
    unit.execute(delete(Dispute).where(Dispute.draft == draft.id))


def without(unit: Unit, settings: StaffSettings, versions: Container[int]) -> None:
    """Keep nothing in drafts of these versions: those that stand on one, or show what it says, are
    to be checked again, those that became one are emptied, with what was asked of them."""
    for draft in unit.scalars(select(Draft).where(Draft.territory == settings.territory)):
        if draft.state in OPEN and _holds(draft, versions):
            draft.state, draft.found = str(DraftState.UNCHECKED), {}
            draft.start = None if draft.start in versions else draft.start
            forget_result(settings, draft)
        elif draft.version in versions:
            draft.found = {}
            _empty(unit, draft)
        if not draft.found.get("disputed"):
            unit.execute(delete(Dispute).where(Dispute.draft == draft.id))


def _holds(draft: Draft, versions: Container[int]) -> bool:
    """Whether that draft was checked on one of these versions, or shows its values."""
    if not draft.found:
        return draft.start in versions
    return any(one in versions for one in (draft.base, draft.start, draft.found.get("seen")))


def fingerprint(draft: Draft) -> str:
    """SHA-256 of what is read before a draft is published: its file, what it is on top of, and what
    the checks found."""
    read = [draft.checksum, draft.base, draft.found]
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def begun(unit: Unit, settings: StaffSettings, number: int) -> None:
    """Let go of what a former check of that draft made ready, for one begins: wherever this one is
    stopped, nobody publishes what it had begun."""
    draft = unit.get_one(Draft, number)
    if draft.state == DraftState.READY:
        draft.state = str(DraftState.UNCHECKED)
    forget_result(settings, draft)


def check_ready(settings: StaffSettings, draft: Draft) -> None:
    """NotDone unless the checks of that draft let it be published, and what they made is here."""
    if draft.state != DraftState.READY or not (result(settings, draft) / SETTINGS).is_file():
        raise NotDone(NOT_READY)


def checked(unit: Unit, number: int, base: int, found: dict[str, Any], ready: bool) -> None:
    """Keep what the checks of that draft said, on top of which version they ran. NotDone where it
    was removed or published meanwhile: a server that was given up may come back."""
    draft = unit.get_one(Draft, number)
    if draft.state not in OPEN:
        raise NotDone(GONE)
    draft.base, draft.found = base, found
    draft.state = str(DraftState.READY if ready else _unready(found))


def _unready(found: dict[str, Any]) -> DraftState:
    """What is left to do of a draft that is not ready."""
    if unsettled(found):
        return DraftState.DISPUTED
    if is_idle(found):
        return DraftState.IDLE
    return DraftState.UNMATCHED if "sight" in found else DraftState.FAULTY


def unsettled(found: Mapping[str, Any]) -> int:
    """How many choices the checks found that another version leaves to make."""
    asked = found.get("disputed")
    return int(asked["left"]) if asked else 0


def is_idle(found: dict[str, Any]) -> bool:
    """Whether the checks found nothing wrong, and nothing that changes."""
    account = found.get("account") or {"taken": 0, "refused": 0}
    wrong = found.get("blocking") or (account["refused"] and not account["taken"])
    return bool(found.get("nothing")) and not wrong


def published(unit: Unit, settings: StaffSettings, number: int, version: int) -> None:
    """Say that the draft is that version; its files are let go, the depot holds them."""
    draft = unit.get_one(Draft, number)
    draft.state, draft.version = str(DraftState.PUBLISHED), version
    unit.execute(delete(Dispute).where(Dispute.draft == number))
    filing.forget(place(settings, number))


def of(unit: Unit, territory: str, number: int) -> Draft | None:
    """That draft of that territory, unless it was removed; None for any other."""
    draft = unit.get(Draft, number)
    here = draft is not None and draft.territory == territory and draft.state != DraftState.REMOVED
    return draft if here else None


def opened(unit: Unit, territory: str) -> tuple[Draft, ...]:
    """The drafts that are neither published nor removed, the newest first."""
    asked = select(Draft).where(Draft.territory == territory, Draft.state.in_(OPEN))
    return tuple(unit.scalars(asked.order_by(Draft.id.desc())))


def named(draft: Draft) -> str:
    """How the journal names that draft."""
    return f"brouillon n° {draft.id}, {draft.file}"
