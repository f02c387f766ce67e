"""Documents as tagged PDF (PDF/UA-1), set by Typst: no browser, no network, no package fetched.

What is said never enters a template: it is data, which Typst shows as it is.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dashboard.documents import data, letters
from dashboard.documents.value import PrintedView
from dashboard.exports.image import fonts

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).resolve().parent / "typst"
STANDARD: Literal["ua-1"] = "ua-1"

LOGO = (42.0, 11.0)
"""Millimetres of the room of a logo."""

REMEMBERED = 10
"""Documents for which Typst remembers what another one needed."""


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    # 80 MB of machine code: only those that are asked a document carry it.
    import typst

    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FOLDER)]
    )
    return typst.Compiler(root=str(TEMPLATES), font_paths=faces, ignore_system_fonts=True)


def one(document: PrintedView, template: str) -> bytes:
    """The PDF of a document, set by that template."""
    return several((document,), template)


def several(documents: Sequence[PrintedView], template: str, title: str = "") -> bytes:
    """One PDF of documents one after the other, each in the bookmarks; ``title`` is that of the
    file, the title of the first document without it."""
    said = [letters.settable(data.of(item)) for item in documents]
    named = letters.settable(title or documents[0].title)
    logo = letters.settable(data.logo(documents[0], LOGO))
    held = {"colours": data.colours(), "documents": said, "title": named, "logo": logo}
    return _set(held, template, documents[0].imprint.origin.day)


def forget() -> None:
    """Have Typst hold nothing more of what was set: it remembers it for the next ones, 10 MB a page
    that none of them needs."""
    for _ in range(REMEMBERED + 1):
        _compiler().compile(b"")


def _set(held: data.Data, template: str, day: dt.date) -> bytes:
    return _compiled(template, json.dumps(held, ensure_ascii=False), day)


def _compiled(template: str, said: str, day: dt.date) -> bytes:
    made = _compiler().compile(
        str(TEMPLATES / f"{template}.typ"),
        format="pdf",
        sys_inputs={"data": said},
        pdf_standards=[STANDARD],
        timestamp=dt.datetime.combine(day, dt.time(12), dt.UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst n’a pas rendu un fichier")
    return made
