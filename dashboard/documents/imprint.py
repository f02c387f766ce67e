"""Whose document it is, where and when it was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urljoin

from dashboard.documents.value import DocumentImprint
from dashboard.exports.image.content import ImageOrigin
from dashboard.pages import imprint
from dashboard.pages.page import Page
from dashboard.view import FROZEN, View, frozen, is_public
from dashboard.words.typography import typeset


@dataclass(frozen=True, slots=True)
class DocumentStamp:
    """The address of the server, the day."""

    site: str
    day: dt.date


def of(page: Page, view: View, at: DocumentStamp) -> DocumentImprint:
    """The imprint of a document of that view, without what its reader looks for."""
    said = typeset(imprint.of_page(page, view))
    address = located(view, at, imprint.href(page, view.unsearched()))
    return DocumentImprint(
        name=said.name,
        publication=said.publication,
        notice=said.notice,
        publisher=said.publisher,
        standing=said.standing,
        logo=said.logo,
        origin=ImageOrigin(address, at.day, said.warning, said),
    )


def target(href: str, origin: ImageOrigin) -> str:
    """The whole address of a link of the view at that origin; empty where it leads nowhere, or
    where nothing says at what address the site is."""
    site, _, _ = origin.address.partition(FROZEN)
    if not href or not is_public(site):
        return ""
    return f"{site}{href}" if href.startswith("/") else urljoin(origin.address, href)


def located(view: View, at: DocumentStamp, href: str) -> str:
    """The address that a document of that view bears: that of its publication, since its figures do
    not change any more."""
    return f"{at.site}{frozen(view.store.digest, href)}"
