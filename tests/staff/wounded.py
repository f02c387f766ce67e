"""Files put in through the staff pages, and what a person is then shown."""

from __future__ import annotations

import io
from dataclasses import dataclass
from html import unescape

import openpyxl

from dashboard.depot import Depot
from dashboard.importers.door.confined import FAILED
from dashboard.importers.imported import Document
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft
from dashboard.staff.drafts import drafts
from dashboard.staff.jobs.jobs import FELL
from dashboard.staff.settings import StaffSettings
from dashboard.store import publication_pointer
from tests.attaque.mutants import Mutant
from tests.staff.conftest import Browser, worked

HELD = 3
"""Cells that are corrected in one page."""


@dataclass
class Desk:
    """Someone who puts files in, one after the other, and corrects what she is shown."""

    settings: StaffSettings
    base: StaffBase
    writer: Browser

    def drop(self, mutant: Mutant) -> str:
        """Put that file in, read the page of its draft, take the spreadsheet to correct, correct in
        the page; then remove the draft. The state of the draft; « écarté » where none is made."""
        served = self._served()
        answer = self.writer.load(mutant.document.name, mutant.document.content)
        if answer.status_code == 422:
            assert "message" in answer.text, mutant.recipe
            return "écarté"
        assert answer.status_code == 303, mutant.recipe
        draft = self._checked(mutant)
        path = f"/agents/brouillons/{draft.id}"
        self.take(draft)
        page = self._shown(path)
        self._corrected(path, page, draft, mutant)
        self._shown(path)
        self.writer.send(f"{path}/supprimer")
        assert self._served() == served, mutant.recipe
        return draft.state

    def take(self, draft: Draft) -> Document | None:
        """The spreadsheet of the faults of that draft, which opens; None where there is none."""
        answer = self.writer.open(f"/agents/brouillons/{draft.id}/{drafts.MARKED}")
        assert answer.status_code == (200 if draft.found.get("cells") else 404)
        if answer.status_code == 404:
            return None
        assert openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets
        return Document(drafts.MARKED, answer.data)

    def first(self, document: Document) -> Document | None:
        """The spreadsheet to correct of that file, put in; its draft stays."""
        self.writer.load(document.name, document.content)
        return self.take(self._checked(Mutant(document, (document.name,))))

    def _checked(self, mutant: Mutant) -> Draft:
        said = worked(self.settings, self.base)
        assert said.startswith("fini : "), (mutant.recipe, said)
        with self.base.unit() as unit:
            draft = unit.query(Draft).order_by(Draft.id.desc()).first()
        assert draft is not None
        assert {"refusal", "account", "sight"} & set(draft.found), mutant.recipe
        return draft

    def _shown(self, path: str) -> str:
        """What that page says: no trace, no path of the server."""
        answer = self.writer.open(path)
        assert answer.status_code == 200, path
        page = unescape(answer.text)
        for word in ("Traceback", str(self.settings.var), "site-packages", FAILED, FELL):
            assert word not in page, (path, word)
        return page

    def _corrected(self, path: str, page: str, draft: Draft, mutant: Mutant) -> None:
        fields = dict.fromkeys(draft.found.get("cells", ())[:HELD], "12")
        if not fields or 'name="empreinte"' not in page:
            return
        answer = self.writer.client.post(
            f"{path}/corriger",
            data={"csrf_token": self.writer.token(), "empreinte": draft.checksum, **fields},
        )
        assert answer.status_code == 303, mutant.recipe
        if "/travaux/" in answer.location:
            said = worked(self.settings, self.base)
            assert said.startswith(("fini : ", "échoué : ")), (mutant.recipe, said)
            assert FELL not in said, mutant.recipe

    def _served(self) -> tuple[object, ...]:
        pointer = publication_pointer.named(self.settings.var, self.settings.territory)
        return pointer, Depot(self.settings.var).versions(self.settings.territory)
