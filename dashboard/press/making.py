"""A document made from its order, in a process of its own, which may be stopped at any moment."""

from __future__ import annotations

import datetime as dt
import os
import resource
import time

from dashboard.documents import offers
from dashboard.documents.batch import TellProgress
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.offers import Offer, PageView
from dashboard.pages import PAGES, router, sheet
from dashboard.press.order import FIGURES, Order
from dashboard.press.work import PROGRESS, READY, Work
from dashboard.store import Store
from dashboard.system import disk

OFTEN = 0.5
"""Seconds between two words of progress."""

NO_ROOM, GONE = 28, 44
"""How a process ends that has no room for its document; one whose view is no longer there."""


def make(work: Work, store: Store | None, largest: int) -> None:
    """Write the document of that publication, ``largest`` bytes at most, then say that it is ready.
    SystemExit says why it is not."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    found = asked(work.order(), store) if store else None
    if found is None:
        raise SystemExit(GONE)
    try:
        _write(work, *found)
    except OSError as error:
        raise SystemExit(NO_ROOM if error.errno in disk.FULL else 1) from error


def asked(order: Order, store: Store) -> tuple[Offer, PageView] | None:
    """How that order is answered, and for which view; None where it cannot be."""
    pages = (*PAGES, *sheet.of_each(PAGES))
    found = router.visit(pages, order.path, order.query, store)
    if found is None:
        return None
    figures = order.form == FIGURES
    offer = offers.figures_of(*found) if figures else offers.of(*found, order.form)
    at = DocumentStamp(order.site, dt.date.fromisoformat(order.day))
    return (offer, PageView(pages, *found, at)) if offer else None


def _write(work: Work, offer: Offer, view: PageView) -> None:
    draft = work.folder / f"{disk.DRAFT}document"
    with draft.open("wb") as target:
        name = offer.write(view, target, _telling(work))
        target.flush()
        os.fsync(target.fileno())
    draft.replace(work.document)
    work.write(READY, {"name": name, "size": work.document.stat().st_size})


def _telling(work: Work) -> TellProgress:
    """What writes how far the document is, now and then."""
    last = [0.0]

    def told(done: int, whole: int) -> None:
        if time.monotonic() - last[0] > OFTEN:
            last[0] = time.monotonic()
            work.write(PROGRESS, {"done": done, "whole": whole})

    return told
