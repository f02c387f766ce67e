"""A file is loaded: it becomes a draft, or takes the place of that of one."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import IO

from sqlalchemy.orm import Session as Unit

from dashboard.importers.imported import Document
from dashboard.staff import drafts, filing
from dashboard.staff.base.tables import Draft
from dashboard.staff.drafts import DraftState
from dashboard.staff.journal import Act, now, write
from dashboard.staff.person import Person
from dashboard.staff.receiving import largest, safe_name, too_large
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import PRIVATE_FOLDER, StaffSettings
from dashboard.system.disk import DRAFT

BLOCK = 1 << 20
"""Bytes that are copied at once."""


def receive(
    unit: Unit, settings: StaffSettings, who: Person, name: str, content: IO[bytes]
) -> Draft:
    """Keep that file as a new draft, to be checked. NotDone where it is empty, larger than the
    operator lets in, or where too many drafts are open."""
    drafts.check_room(unit, settings)
    draft = Draft(
        territory=settings.territory,
        owner=who.id,
        created=now(),
        base=0,
        file=safe_name(name),
        checksum="",
        state=str(DraftState.UNCHECKED),
        found={},
    )
    unit.add(draft)
    unit.flush()
    filing.forget(drafts.place(settings, draft.id))
    draft.checksum = _written(content, drafts.received(settings, draft))
    filing.send(drafts.place(settings, draft.id))
    write(unit, settings.territory, who.signature, Act.LOADED, drafts.named(draft))
    return draft


def _written(content: IO[bytes], path: Path) -> str:
    """Write that file; its SHA-256. NotDone where it is empty or too large: nothing is left."""
    path.parent.mkdir(parents=True, mode=PRIVATE_FOLDER)
    total, size, most = hashlib.sha256(), 0, largest()
    with path.open("xb") as file:
        while block := content.read(BLOCK):
            size += len(block)
            total.update(block)
            file.write(block)
            if size > most:
                break
    if not 0 < size <= most:
        shutil.rmtree(path.parent.parent)
        said = "est vide" if not size else too_large()
        raise NotDone(f"Le fichier « {path.name} » {said} : choisissez-en un autre.")
    return total.hexdigest()


def replace(
    unit: Unit, settings: StaffSettings, number: int, name: str, content: bytes, who: str
) -> Draft:
    """The draft, made from that file instead: some of its cells were corrected. One of another name
    stays beside it as long as the draft does: nothing is lost where this is not kept. What is found
    of the draft keeps, under « corrected », the name of the file that was first given."""
    draft = unit.get_one(Draft, number)
    draft.found = {**draft.found, "corrected": draft.found.get("corrected", draft.file)}
    draft.file, draft.checksum = safe_name(name), hashlib.sha256(content).hexdigest()
    draft.changed = now()
    _put(settings, draft, content)
    filing.send(drafts.place(settings, number))
    write(unit, settings.territory, who, Act.CORRECTED, drafts.named(draft))
    return draft


def unname(unit: Unit, settings: StaffSettings, number: int, new: Document) -> Draft:
    """The draft, its file being that one, which names no person: the other is nowhere any more. Its
    checksum stays that of the file which was given, by which one knows whence a version comes."""
    draft = unit.get_one(Draft, number)
    old = drafts.received(settings, draft)
    draft.file = safe_name(new.name)
    _put(settings, draft, new.content)
    if drafts.received(settings, draft) != old:
        old.unlink(missing_ok=True)
    filing.send(drafts.place(settings, number))
    return draft


def _put(settings: StaffSettings, draft: Draft, content: bytes) -> None:
    """Have these bytes be the file of that draft, whole or not at all."""
    partial = drafts.place(settings, draft.id) / f"{DRAFT}{drafts.RECEIVED}"
    partial.write_bytes(content)
    partial.replace(drafts.received(settings, draft))
