"""Whose document it is, where and when it was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.documents.value import Imprint
from dashboard.domain import french
from dashboard.exports.image.content import Origin
from dashboard.pages.page import Page
from dashboard.view import View
from dashboard.words.typography import typeset


@dataclass(frozen=True, slots=True)
class Stamp:
    """The address of the server, the day."""

    site: str
    day: dt.date


def of(page: Page, view: View, at: Stamp) -> Imprint:
    """The imprint of a document of that view, whose address names the year that it shows."""
    settings, public = view.store.settings, view.unsearched()
    asked = public.asked or public.selection
    href = (asked.dated() if page.dated else asked).href(view.path)
    day = french.date(view.store.published_on)
    notice = typeset(settings.notice)
    return Imprint(
        name=typeset(f"Contrat de ville {settings.of}"),
        notice=notice,
        publisher=settings.publisher,
        publication=typeset(f"Publication du {day}, {view.store.digest[:6]}"),
        origin=Origin(f"{at.site}{href}", at.day, notice),
    )
