"""A file is loaded: it becomes a draft, or takes the place of that of one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session as Unit

from dashboard.importers import entry
from dashboard.importers.imported import Document, Refused
from dashboard.importers.personal_data import unnamed
from dashboard.importers.recognise import is_unknown
from dashboard.staff.accounts.person import Person
from dashboard.staff.base.tables import Draft
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.drafts.drafts import DraftState
from dashboard.staff.drafts.sent_file import largest, safe_name, too_large
from dashboard.staff.journal import Act, now, write
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import PRIVATE_FOLDER, StaffSettings
from dashboard.system.disk import DRAFT


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that was given: what may be kept of it, the SHA-256 of what it was, and what is known
    of it from then on."""

    document: Document
    checksum: str
    known: dict[str, Any]


def incoming(name: str, content: bytes, contacts: bool = False) -> IncomingFile:
    """That file, without the persons whom it names; ``contacts`` where it is said to be one of
    contacts. NotDone where it is empty, larger than the operator lets in, or cannot be read."""
    given = Document(safe_name(name), content)
    if not 0 < len(content) <= largest():
        said = "est vide" if not content else too_large()
        raise NotDone(f"Le fichier « {given.name} » {said} : choisissez-en un autre.")
    try:
        kept = entry.admitted(given, contacts)
    except Refused as error:
        raise NotDone(_told(given.name, error)) from error
    told = {"unnamed": kept.document.content != content, "contacts": kept.contacts}
    known = {name: True for name, holds in told.items() if holds}
    return IncomingFile(kept.document, hashlib.sha256(content).hexdigest(), known)


def _told(name: str, refusal: Refused) -> str:
    """Why it is refused; what is read instead is listed under the form."""
    if not is_unknown(refusal):
        return unnamed(str(refusal))
    return (
        f"{name} : {refusal.problem.message} Donnez une table, hors d’un ZIP, ou un fichier "
        "de « Ce qui est reconnu », plus bas : une lettre, une image ou un PDF ne se lit pas."
    )


def receive(unit: Unit, settings: StaffSettings, who: Person, file: IncomingFile) -> Draft:
    """Keep that file as a new draft, to be checked. NotDone where too many drafts are open."""
    drafts.check_room(unit, settings)
    draft = Draft(
        territory=settings.territory,
        owner=who.id,
        created=now(),
        base=0,
        file=safe_name(file.document.name),
        checksum=file.checksum,
        state=str(DraftState.UNCHECKED),
        found={},
        received=file.known,
    )
    unit.add(draft)
    unit.flush()
    filing.forget(drafts.place(settings, draft.id))
    drafts.kept_file(settings, draft).parent.mkdir(parents=True, mode=PRIVATE_FOLDER)
    _put(settings, draft, file.document.content)
    filing.send(drafts.place(settings, draft.id))
    write(unit, settings.territory, who.signature, Act.LOADED, drafts.named(draft))
    return draft


def replace(
    unit: Unit, settings: StaffSettings, number: int, name: str, content: bytes, who: str
) -> Draft:
    """The draft, made from that file instead: some of its cells were corrected. One of another name
    stays beside it as long as the draft does: nothing is lost where this is not kept. What is known
    of its file keeps, under « corrected », the name that was first given."""
    draft = unit.get_one(Draft, number)
    draft.received = {**draft.received, "corrected": draft.received.get("corrected", draft.file)}
    draft.file, draft.checksum = safe_name(name), hashlib.sha256(content).hexdigest()
    draft.changed = now()
    _put(settings, draft, content)
    filing.send(drafts.place(settings, number))
    write(unit, settings.territory, who, Act.CORRECTED, drafts.named(draft))
    return draft


def _put(settings: StaffSettings, draft: Draft, content: bytes) -> None:
    """Have these bytes be the file of that draft, whole or not at all."""
    partial = drafts.place(settings, draft.id) / f"{DRAFT}{drafts.KEPT}"
    partial.write_bytes(content)
    partial.replace(drafts.kept_file(settings, draft))
