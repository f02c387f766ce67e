"""Documents: a sheet, all the sheets, the yearly report, the figures of a page; beside a browser
that prints the same sheet, in one run.

Usage: python -m benchmarks.documents [--pays] (after « publier », for the territory of TERRITOIRE).
"""

from __future__ import annotations

import datetime as dt
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

from benchmarks import country, measure
from benchmarks.browser import browsers
from benchmarks.served import served
from dashboard.documents import batch, offers
from dashboard.documents.imprint import Stamp
from dashboard.documents.offers import OFFERS, Asked, Offer
from dashboard.pages import PAGES, quarters, router
from dashboard.publication import publish
from dashboard.store import Store, open_store

ROUNDS, PRINTED = 10, 5
AT = Stamp("", dt.date(2026, 1, 1))
SMALL_COUNTRY = 100_000
"""Lines of money of the country whose sheets are made: a sheet reads those of its quarter alone."""


def _asked(store: Store, path: str) -> Asked:
    """A view that was never asked: nothing of it is remembered."""
    found = router.visit(PAGES, path, "", store)
    if found is None:
        raise LookupError(path)
    return Asked(PAGES, *found, AT)


def _timed(store: Store, name: str, path: str, offer: Offer) -> None:
    """The first time of this process, then the median of the next ones, and their processor."""
    first, start = measure.timed(lambda: offer(_asked(store, path))), time.process_time()
    others = measure.each([lambda: offer(_asked(store, path))] * ROUNDS)
    spent = (time.process_time() - start) / ROUNDS * 1000
    measure.say("document", f"{name}, la première fois", [first])
    measure.say("document", f"{name}, ensuite (processeur : {spent:.0f} ms)", others)


def _sheet(store: Store, code: str) -> object:
    return OFFERS["portrait", "pdf"](_asked(store, f"/quartiers/{code}"))


def territory(store: Store) -> None:
    """Every document of the territory."""
    year, codes = store.choices.years[-1], store.choices.quarters
    _timed(store, "fiche d’un quartier", f"/quartiers/{codes[0]}", OFFERS["portrait", "pdf"])
    sheets = (partial(_sheet, store, code) for code in codes)
    measure.say("document", "fiche d’un autre quartier", measure.each(sheets))
    _timed(store, "toutes les fiches, un PDF", "/quartiers", OFFERS["quartiers", "pdf"])
    _timed(store, "bilan annuel, PDF", f"/bilan/{year}", OFFERS["bilan", "pdf"])
    _timed(store, "bilan annuel, DOCX", f"/bilan/{year}", OFFERS["bilan", "docx"])
    _timed(store, "toutes les figures de l’accueil", "/", offers.figures)


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
    """1,600 sheets written in a ZIP: seconds, and what this process held at most."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / country.NAME
        country.write(source, actions=SMALL_COUNTRY)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            if not pool.apply(_accepted, (source, Path(folder))):
                raise RuntimeError("le pays n’a pas pu être publié")
        store = open_store(Path(folder), country.NAME)
        view = router.view_of(quarters.PAGE, "", "generation=2024", store)
        before, start = measure.resident(), time.process_time()
        made = batch.documents(batch.portrait_of(PAGES), view, AT)
        with (Path(folder) / "fiches.zip").open("wb") as target:
            done: list[str] = []
            passed = measure.timed(lambda: done.extend(batch.fill(target, made, AT.day)))
        spent = time.process_time() - start
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(done)} fiches : {passed / 1000:.0f} s, processeur {spent:.0f} s ; "
            f"{before:.0f} Mo avant, {measure.resident():.0f} Mo après, {held:.0f} Mo au plus."
        )


def main() -> None:
    """Print the medians; ``--pays`` makes the sheets of a country, and nothing else."""
    print(f"Machine : {measure.machine()}.")
    if "--pays" in sys.argv:
        sheets_of_a_country()
        return
    var, slug = Path(os.environ.get("VAR", "var")), os.environ.get("TERRITOIRE", "grand-chambery")
    store = open_store(var, slug)
    territory(store)
    beside(var, slug, store.choices.quarters[0])


if __name__ == "__main__":
    main()
