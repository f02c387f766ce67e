"""A second person's approval: one editor asks that a draft be published, another one alone
publishes it, just as it was read; asking again or changing the draft lets the first word fall."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Unit

from dashboard.depot import Depot
from dashboard.depot.package import SETTINGS
from dashboard.domain.settings import is_seconded
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.person import Person, signature
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Account, Approval, Draft
from dashboard.staff.drafts import drafts
from dashboard.staff.journal import Act, now, write
from dashboard.staff.mail import mailing
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings

NOBODY = "Personne n’a demandé l’approbation de ce brouillon, ou la demande est tombée."
FELL = "La demande d’approbation est tombée : le brouillon a changé depuis. Relisez-le, redemandez."
OWN = "Une autre personne que celle qui a demandé publie ce brouillon."
GONE = "La personne qui a demandé l’approbation n’est plus éditrice : redemandez-la."
NO_MORE = "Votre rôle ne permet plus de publier."
PENDING = "L’approbation de ce brouillon est déjà demandée."


class ApprovalState(StrEnum):
    """Where a request stands."""

    WAITING = "en attente"
    GIVEN = "donnée"
    REFUSED = "refusée"
    FELL = "tombée"
    TAKEN_BACK = "reprise"


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """A request as staff read it: who asked, whether the draft is still what she read, who refused
    it (empty for one that nobody did)."""

    approval: Approval
    who: str
    holds: bool
    by: str = ""


def needed(settings: StaffSettings) -> bool:
    """Whether a second person approves: what the version served says, or the last one kept: going
    back to an older one lets nobody publish alone."""
    return any(is_seconded(tomllib.loads(content.decode())) for content in _files(settings))


def _files(settings: StaffSettings) -> list[bytes]:
    """The settings files of the territory that are in force."""
    depot, slug = Depot(settings.var), settings.territory
    last = depot.last(slug)
    if last is None:
        return [(settings.data / SETTINGS).read_bytes()]
    served = depot.version(slug, truth.number(settings))
    found = (depot.file(one, SETTINGS) for one in (served, last))
    return [content for content in found if content]


def ask(unit: Unit, settings: StaffSettings, who: Person, draft: Draft, why: str) -> Approval:
    """Ask that this draft be published, for that reason, as it now is; NotDone where it is not
    ready, or where that is asked already."""
    if draft.state != drafts.DraftState.READY:
        raise NotDone(drafts.NOT_READY)
    settle(unit, settings.territory)
    held = last(unit, draft)
    if held and held.approval.state == ApprovalState.WAITING:
        raise NotDone(PENDING)
    made = Approval(
        draft=draft.id,
        territory=settings.territory,
        account=who.id,
        asked=now(),
        why=why,
        read=drafts.fingerprint(draft),
        state=str(ApprovalState.WAITING),
        answer="",
    )
    unit.add(made)
    unit.flush()
    write(unit, settings.territory, who.signature, Act.ASKED, _said(made), why)
    mailing.approval_waits(unit, settings.territory, draft.id, _others(unit, settings, who))
    return made


def _others(unit: Unit, settings: StaffSettings, who: Person) -> list[int]:
    """The accounts that may answer her."""
    every = accounts.every(unit, settings.territory)
    return [one.id for one in every if one.id != who.id and is_editor(one)]


def last(unit: Unit, draft: Draft) -> ApprovalRequest | None:
    """The last request about that draft; None where there was none."""
    asked = select(Approval).where(Approval.draft == draft.id).order_by(Approval.id.desc()).limit(1)
    found = unit.scalars(asked).one_or_none()
    return _request(unit, found, draft) if found else None


def _request(unit: Unit, found: Approval, draft: Draft) -> ApprovalRequest:
    by = unit.get_one(Account, found.by).name if found.by else ""
    who = unit.get_one(Account, found.account).name
    return ApprovalRequest(found, who, drafts.fingerprint(draft) == found.read, by)


def waiting(unit: Unit, territory: str) -> tuple[tuple[ApprovalRequest, Draft], ...]:
    """The requests that an editor may answer, the oldest first, each with its draft."""
    asked = select(Approval, Draft).join(Draft, Draft.id == Approval.draft)
    mine = asked.where(Approval.territory == territory, Approval.state == ApprovalState.WAITING)
    pairs = [
        (_request(unit, found, draft), draft)
        for found, draft in unit.execute(mine.order_by(Approval.id))
    ]
    return tuple((one, draft) for one, draft in pairs if one.holds and draft.state in drafts.OPEN)


def refused(unit: Unit, territory: str, who: int) -> tuple[tuple[ApprovalRequest, Draft], ...]:
    """What that account asked and was refused, the last refusal first, each with its draft: until
    the approval is asked again, or the draft is open no more."""
    lasts = select(func.max(Approval.id)).group_by(Approval.draft)
    asked = select(Approval, Draft).join(Draft, Draft.id == Approval.draft)
    hers = asked.where(
        Approval.id.in_(lasts),
        Approval.territory == territory,
        Approval.account == who,
        Approval.state == ApprovalState.REFUSED,
        Draft.state.in_(drafts.OPEN),
    )
    found = unit.execute(hers.order_by(Approval.answered.desc()))
    return tuple((_request(unit, one, draft), draft) for one, draft in found)


def checked(unit: Unit, draft: Draft, who: int) -> Approval:
    """The request by which that account may publish this draft. NotDone where there is none, where
    the draft is no longer what was read, where she asked herself, or where who asked is no longer
    an editor. That she is one is for the caller to know."""
    found = last(unit, draft)
    if found is None or found.approval.state != ApprovalState.WAITING:
        raise NotDone(NOBODY)
    if not found.holds:
        raise NotDone(FELL)
    if found.approval.account == who:
        raise NotDone(OWN)
    if not is_editor(unit.get_one(Account, found.approval.account)):
        raise NotDone(GONE)
    return found.approval


def is_editor(account: Account) -> bool:
    """Whether that person may have something published."""
    return not account.closed and StaffRole(account.role).allows(StaffRole.EDITOR)


def give(unit: Unit, number: int, account: Account) -> None:
    """Keep that this person published what was asked."""
    found = unit.get_one(Approval, number)
    _end(found, ApprovalState.GIVEN, account.id)
    who = signature(account.name, account.email)
    write(unit, found.territory, who, Act.APPROVED, _said(found), found.why)


def refuse(unit: Unit, draft: Draft, who: Person, why: str) -> None:
    """Say no to what is asked, for that reason. NotDone as ``checked`` is."""
    found = checked(unit, draft, who.id)
    _end(found, ApprovalState.REFUSED, who.id, why)
    write(unit, found.territory, who.signature, Act.DECLINED, _said(found), why)


def take_back(unit: Unit, draft: Draft, who: Person) -> None:
    """Ask no more; NotDone for another person's request."""
    found = last(unit, draft)
    if (
        found is None
        or found.approval.state != ApprovalState.WAITING
        or found.approval.account != who.id
    ):
        raise NotDone("Cette demande n’est pas à reprendre.")
    _end(found.approval, ApprovalState.TAKEN_BACK, who.id)
    write(unit, draft.territory, who.signature, Act.TAKEN_BACK, _said(found.approval))


def settle(unit: Unit, territory: str) -> None:
    """Let fall, and say in the journal, each request whose draft changed or went, or of who is no
    longer an editor."""
    asked = select(Approval, Draft).join(Draft, Draft.id == Approval.draft)
    mine = asked.where(Approval.territory == territory, Approval.state == ApprovalState.WAITING)
    for found, draft in unit.execute(mine):
        if not _stands(unit, found, draft):
            _end(found, ApprovalState.FELL)
            write(unit, territory, "service", Act.FELL, _said(found))


def _stands(unit: Unit, found: Approval, draft: Draft) -> bool:
    same = draft.state in drafts.OPEN and drafts.fingerprint(draft) == found.read
    return same and is_editor(unit.get_one(Account, found.account))


def _end(found: Approval, state: ApprovalState, by: int | None = None, answer: str = "") -> None:
    found.state, found.by, found.answered, found.answer = str(state), by, now(), answer


def _said(found: Approval) -> str:
    return f"brouillon n° {found.draft}"
