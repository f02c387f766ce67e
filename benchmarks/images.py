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
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import cycle, islice
from multiprocessing import cpu_count, get_context
from pathlib import Path

from benchmarks import measure
from dashboard.content import Exhibit
from dashboard.exports.image import composition, png
from dashboard.exports.image.content import ImageContent, ImageOrigin
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store, open_store

Act = Callable[[list[Exhibit]], object]
COUNT, ROUNDS = 40, 3
WORKERS = max(2, cpu_count())
"""As many as the service starts where nobody says otherwise."""
WIDTH, HEIGHT = 1600, 900
SLIDE = composition.PRESETS["diapositive"]
PATHS = ("/", "/actions", "/quartiers", "/evolutions")


def figures(store: Store) -> Iterator[Exhibit]:
    """The figures of views drawn at random, one page after the other."""
    for path, query in zip(cycle(PATHS), measure.queries(store, COUNT), strict=False):
        opened = "&indicateur=taux-pauvrete" if path == "/evolutions" else ""
        found = router.visit(PAGES, path, f"{query}{opened}", store)
        if found is not None:
            yield from (item for item in exhibits_of(*found) if item.chart and not item.table_first)


def painted(item: Exhibit) -> int:
    """The bytes of a figure as a whole slide: title, filters, « Lecture », notes, source."""
    if item.chart is None:
        return 0
    content = ImageContent(item, item.chart, ImageOrigin("http://localhost/", dt.date(2026, 1, 1)))
    return len(png.painted(composition.image(content, SLIDE), content, 1))


def ours(shown: list[Exhibit]) -> None:
    """Each figure after the other, as one worker of the service answers."""
    for item in shown:
        painted(item)


@contextmanager
def workers(shown: list[Exhibit]) -> Iterator[Act]:
    """The same between as many workers as the service has, which it forks before it is asked."""
    _SHOWN[:] = shown
    with get_context("fork").Pool(WORKERS) as pool:
        pool.map(_painted, range(WORKERS))
        yield lambda items: all(pool.map(_painted, range(len(items)), chunksize=1))


_SHOWN: list[Exhibit] = []
"""The figures, as forked workers hold them: what they draw is not sent to them."""


def _painted(rank: int) -> int:
    return painted(_SHOWN[rank])


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


def _medians(act: Act, shown: list[Exhibit]) -> tuple[float, float]:
    """Seconds that pass, seconds of processor: the medians of the rounds."""
    rounds = []
    for _ in range(ROUNDS):
        before = _spent()
        passed = measure.timed(lambda: act(shown)) / 1000
        rounds.append((passed, _spent() - before))
    walls, spent = zip(*rounds, strict=True)
    return statistics.median(walls), statistics.median(spent)


def main() -> None:
    """Print the medians, and their ratio."""
    store = open_store(Path(os.environ.get("VAR", "var")), os.environ.get("TERRITOIRE", "exemple"))
    shown = list(islice(figures(store), COUNT))
    print(f"Machine : {measure.machine()}. {len(shown)} figures, {ROUNDS} tours.")
    alone = _medians(ours, shown)
    print("un ouvrier, planche entière : {:.2f} s, processeur {:.2f} s".format(*alone))
    with workers(shown) as together:
        served, _ = _medians(together, shown)
    print(f"les {WORKERS} ouvriers du service, planche entière : {served:.2f} s")
    if find_spec("kaleido") is None:
        print("kaleido n’est pas installé : pas de rapport.")
        return
    usual = _medians(theirs, shown)
    print("kaleido, figure seule : {:.2f} s, processeur {:.2f} s".format(*usual))
    told = (usual[0] / alone[0], usual[0] / served)
    print("kaleido : {:.1f} fois le temps d’un ouvrier, {:.1f} fois celui du service".format(*told))


if __name__ == "__main__":
    main()
