"""Documents: a sheet, all the sheets, the yearly report, the figures of a page; beside a browser
that prints the same sheet, in one run.

Usage: python -m benchmarks.documents [--vite | --pays], after « publier », for the territory of
TERRITOIRE.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import multiprocessing
import os
import resource
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import country, measure, memory
from benchmarks.browser import browsers
from benchmarks.served import served
from dashboard.documents import batch, offers
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.offers import OFFERS, Offer, PageView
from dashboard.pages import PAGES, quarters, router
from dashboard.publication import publish
from dashboard.store import Store, open_store

ROUNDS, PRINTED = 10, 5
AT = DocumentStamp("", dt.date(2026, 1, 1))
SMALL_COUNTRY = 100_000
"""Lines of money of the country whose sheets are made: a sheet reads those of its quarter alone."""


def _asked(store: Store, path: str) -> PageView:
    """A view that was never asked: nothing of it is remembered."""
    found = router.visit(PAGES, path, "", store)
    if found is None:
        raise LookupError(path)
    return PageView(PAGES, *found, AT)


def _written(store: Store, path: str, offer: Offer) -> bytes:
    target = io.BytesIO()
    offer.write(_asked(store, path), target, batch.untold)
    return target.getvalue()


def _timed(store: Store, name: str, path: str, offer: Offer) -> None:
    """The first time of this process, then the median of the next ones, and their processor."""
    act = partial(_written, store, path, offer)
    first, start = measure.timed(act), time.process_time()
    others = measure.each([act] * ROUNDS)
    spent = (time.process_time() - start) / ROUNDS * 1000
    measure.say("document", f"{name}, la première fois", [first])
    measure.say("document", f"{name}, ensuite (processeur : {spent:.0f} ms)", others)


def territory(store: Store) -> None:
    """Every document of the territory."""
    year, codes = store.choices.years[-1], store.choices.quarters
    sheet = OFFERS["portrait", "pdf"]
    _timed(store, "fiche d’un quartier", f"/quartiers/{codes[0]}", sheet)
    sheets = (partial(_written, store, f"/quartiers/{code}", sheet) for code in codes)
    measure.say("document", "fiche d’un autre quartier", measure.each(sheets))
    for form in ("pdf", "zip"):
        _timed(store, f"toutes les fiches, {form}", "/quartiers", OFFERS["quartiers", form])
    for form in ("pdf", "docx", "odt", "pptx", "odp"):
        _timed(store, f"bilan annuel, {form}", f"/bilan/{year}", OFFERS["bilan", form])
    _timed(store, "toutes les figures de l’accueil", "/", offers.FIGURES)


def beside(var: Path, slug: str, code: str) -> None:
    """The same sheet by the service, then by a browser that is already open: both over HTTP, each
    view asked for the first time."""
    with served(var, slug) as service, browsers() as start:
        if start is None:
            print("Chromium n’est pas installé : pas de rapport.")
            return
        page, years = start().new_page(), [iter(range(2016, 2026)) for _ in range(3)]

        def ours() -> bytes:
            sheet = f"{service.address}document/quartiers/{code}.pdf?annee={next(years[0])}"
            with urllib.request.urlopen(sheet) as answer:
                return bytes(answer.read())

        def printed(shown: Any, year: int) -> bytes:
            where = f"{service.address}quartiers/{code}?annee={year}"
            shown.goto(where, wait_until="networkidle")
            return bytes(shown.pdf(format="A4", tagged=True))

        def started() -> bytes:
            opened = start()
            try:
                return printed(opened.new_page(), next(years[2]))
            finally:
                opened.close()

        _versus(ours, lambda: printed(page, next(years[1])), started)


def _versus(*acts: Callable[[], bytes]) -> None:
    """Medians after a first time that does not count, and how many times the service's each is."""
    names = ("par le service", "par un navigateur déjà ouvert", "par un navigateur que l’on ouvre")
    medians = []
    for name, act in zip(names, acts, strict=True):
        act()
        found = measure.each([act] * PRINTED)
        measure.say("document", f"la même fiche, {name}", found)
        medians.append(statistics.median(found))
    ratios = " et ".join(f"{median / medians[0]:.1f}" for median in medians[1:])
    print(f"navigateur sur service : {ratios} fois le temps")


def _accepted(source: Path, var: Path) -> bool:
    """Whether that folder was published: in a process of its own, whose memory does not count."""
    return publish(source, var).accepted


def sheets_of_a_country() -> None:
    """1,600 sheets, in a ZIP then in one PDF: seconds, and what is held at most."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / country.NAME
        country.write(source, actions=SMALL_COUNTRY)
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            if not pool.apply(_accepted, (source, Path(folder))):
                raise RuntimeError("le pays n’a pas pu être publié")
        for form in ("zip", "pdf"):
            made = context.Process(target=_sheets, args=(Path(folder), form))
            made.start()
            made.join()


def _sheets(folder: Path, form: str) -> None:
    """In a process of its own, where no document was set: it is then shared by two others."""
    store = open_store(folder, country.NAME)
    view = router.view_of(quarters.PAGE, "", "generation=2024", store)
    sheets = batch.of(PAGES, view, AT)
    write = sheets.album if form == "pdf" else sheets.pack
    held = [0.0]

    def told(done: int, whole: int) -> None:
        with contextlib.suppress(OSError):  # a process ended meanwhile
            held[0] = max(held[0], memory.held(os.getpid(), measure.shared))

    target = folder / f"fiches.{form}"
    with target.open("wb") as opened:
        passed = measure.timed(lambda: write(opened, told))
    spent = sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    size = target.stat().st_size / 1_000_000
    print(
        f"{len(sheets.codes)} fiches, {form} de {size:.0f} Mo : {passed / 1000:.0f} s, "
        f"processeur {spent:.0f} s ; {held[0]:.0f} Mo au plus, pages partagées une fois.",
        flush=True,
    )


def main() -> None:
    """Print the medians, the side-by-side, then the sheets of a country, unless ``--vite``;
    ``--pays`` makes these alone."""
    print(f"Machine : {measure.machine()}.")
    if "--pays" not in sys.argv:
        var, slug = (
            Path(os.environ.get("VAR", "var")),
            os.environ.get("TERRITOIRE", "grand-chambery"),
        )
        store = open_store(var, slug)
        territory(store)
        beside(var, slug, store.choices.quarters[0])
    if "--vite" not in sys.argv:
        sheets_of_a_country()


if __name__ == "__main__":
    main()
