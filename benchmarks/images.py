"""Forty figures as PNG 1,600 pixels wide: by the server, and by kaleido where it is installed.

Usage: python -m benchmarks.images (after « publier », for the territory of TERRITOIRE).
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from benchmarks import measure
from dashboard.content import Exhibit
from dashboard.exports.image import composition, png
from dashboard.exports.image.content import Content, Origin
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store, open_store

COUNT, ROUNDS = 40, 3
WIDTH, HEIGHT = 1600, 900
SLIDE = composition.PRESETS["diapositive"]
PATHS = ("/", "/actions", "/quartiers", "/evolutions")


def figures(store: Store) -> Iterator[Exhibit]:
    """The figures of views drawn at random, one page after the other."""
    for path, query in zip(cycle(PATHS), measure.queries(store, COUNT), strict=False):
        found = router.visit(PAGES, path, query, store)
        if found is not None:
            yield from (item for item in exhibits_of(*found) if item.chart and not item.table_first)


def ours(shown: list[Exhibit]) -> None:
    """Each figure as a whole slide: title, filters, « Lecture », notes, source."""
    origin = Origin("http://localhost/", dt.date(2026, 1, 1))
    for item in shown:
        if item.chart is not None:
            content = Content(item, item.chart, origin)
            png.painted(composition.image(content, SLIDE), content, 1)


def theirs(shown: list[Exhibit]) -> None:
    """The same figures alone, all in one go, as plotly's documentation does."""
    import plotly.io as pio

    from dashboard.charts import plotly

    drawn = [plotly.figure(item.chart) for item in shown if item.chart is not None]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{rank}.png" for rank in range(len(drawn))]
        pio.write_images(drawn, files, width=WIDTH, height=HEIGHT)
        missing = [path for path in files if not path.is_file()]
    if missing:
        raise RuntimeError(f"{len(missing)} images non faites")


def _spent() -> float:
    """Seconds of processor that this process and those that it started have taken."""
    whole = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in whole)


def _medians(act: Callable[[list[Exhibit]], None], shown: list[Exhibit]) -> tuple[float, float]:
    """Seconds that pass, seconds of processor: the medians of the rounds."""
    rounds = []
    for _ in range(ROUNDS):
        before = _spent()
        passed = measure.timed(lambda: act(shown)) / 1000
        rounds.append((passed, _spent() - before))
    passed, spent = zip(*rounds, strict=True)
    return statistics.median(passed), statistics.median(spent)


def main() -> None:
    """Print the medians, and their ratio."""
    store = open_store(Path(os.environ.get("VAR", "var")), os.environ.get("TERRITOIRE", "exemple"))
    shown = list(islice(figures(store), COUNT))
    print(f"Machine : {measure.machine()}. {len(shown)} figures, {ROUNDS} tours.")
    served = _medians(ours, shown)
    print("serveur, planche entière : {:.2f} s, processeur {:.2f} s".format(*served))
    if find_spec("kaleido") is None:
        print("kaleido n’est pas installé : pas de rapport.")
        return
    usual = _medians(theirs, shown)
    print("kaleido, figure seule : {:.2f} s, processeur {:.2f} s".format(*usual))
    ratios = [theirs / ours for theirs, ours in zip(usual, served, strict=True)]
    print("kaleido sur serveur : {:.1f} fois le temps, {:.1f} fois le processeur".format(*ratios))


if __name__ == "__main__":
    main()
