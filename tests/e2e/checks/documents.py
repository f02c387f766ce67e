"""The PDF that a page leads to, as who listens to it meets it: language, titles, tags."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from tests.documents import tagged
from tests.e2e.checks.family import Family, Faults

PREPARED = 202
"""What a server answers of a document that it is making."""

HELD = "data:application/pdf;base64,"
LINKS = f"""() => [...new Set([...document.querySelectorAll(
  'a[href*=".pdf"], a[href^="{HELD}"]')].map((link) => link.href))]"""
"""The address of each PDF, or a PDF that the link itself holds."""


def documents(page: Page) -> Faults:
    """What lacks in each PDF that the page links to."""
    return {"R26": [said for address in page.evaluate(LINKS) for said in _faults(page, address)]}


_SEEN: dict[str, list[str]] = {}
"""What was found at an address: a document is asked once."""


def _faults(page: Page, address: str) -> list[str]:
    if address not in _SEEN:
        content = _content(page, address)
        name = address[: len(HELD)] if address.startswith(HELD) else address
        _SEEN[address] = [f"{name} : {said}" for said in faults_of(content)] if content else []
    return _SEEN[address]


def _content(page: Page, address: str) -> bytes:
    """The file; nothing where it is prepared aside: it is then joined from files that are judged,
    and tests/documents/test_batch.py reads the tags of the whole."""
    if address.startswith(HELD):
        return base64.b64decode(address.removeprefix(HELD))
    answer = page.request.get(address, timeout=60_000)
    return b"" if answer.status == PREPARED else answer.body()


def faults_of(content: bytes) -> list[str]:
    """What a PDF lacks for who listens to it; that it is none, where it cannot be read."""
    try:
        root: Any = PdfReader(BytesIO(content)).trailer["/Root"]
    except (PyPdfError, KeyError, ValueError) as error:
        return [f"illisible ({error})"]
    found = tagged.tags(content) if "/StructTreeRoot" in root else []
    lacks = {
        "pas balisé": not root.get("/MarkInfo", {}).get("/Marked") or not found,
        "sans langue": not root.get("/Lang"),
        "sans titre de premier rang": "H1" not in {tag.role for tag in found},
        "figure sans texte de remplacement": any(
            tag.role == "Figure" and not tag.alt for tag in found
        ),
    }
    return [said for said, lacking in lacks.items() if lacking]


@cache
def _bare() -> str:
    """A PDF that nobody tagged, held by its own address."""
    made, target = PdfWriter(), BytesIO()
    made.add_blank_page(100, 100)
    made.write(target)
    return HELD + base64.b64encode(target.getvalue()).decode()


_LINK = "document.querySelector('main').insertAdjacentHTML('beforeend', `<a href='{}'>Un PDF</a>`)"
DOCUMENTS = Family(documents, (("R26", _LINK.format(_bare())),))
