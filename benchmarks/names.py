"""What a name costs to find: 300,000 doors made up, read, published, looked for.

``python -m benchmarks.names`` measures this alone, and the processor beside the clock: on a machine
that does other work the first says what the second cannot.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import measure
from dashboard.importers import recognise
from dashboard.importers.apply import plan, write
from dashboard.importers.imported import Document
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.publication import publish
from dashboard.store import Store, open_store

DOORS, QUESTIONS = 300_000, 300
_HEADER = "numero;rep;nom_voie;code_insee;nom_commune;lon;lat\n"
_WAYS = ("Rue", "Chemin", "Avenue", "Allée", "Impasse", "Place", "Route", "Montée")
_WORDS = ("Lilas", "Tilleuls", "Mairie", "Église", "Granges", "Moulin", "Fontaine", "Vignes")


def run(folder: Path, data: Path) -> None:
    """Print how long the doors of a département take to enter, and a name to be found."""
    target = folder / data.name
    folder.mkdir()
    shutil.copytree(data, target)
    draw = random.Random(measure.SEED)
    content = gzip.compress("".join(_lines(open_territory(target), draw)).encode(), 1)
    document = Document("adresses.csv.gz", content)
    size = f"{DOORS:,} adresses".replace(",", " ")
    _say(size, "lire et écrire", lambda: _import(document, target))
    _say(size, "publier", lambda: publish(target, folder / "var"))
    store = open_store(folder / "var", target.name)
    asked = list(_questions(store, draw))
    measure.say(size, "trouver un nom", measure.each(partial(store.named, name) for name in asked))


def _say(size: str, what: str, act: Callable[[], object]) -> None:
    """Two lines: the clock, then the processor."""
    before = time.process_time()
    measure.say(size, what, [measure.timed(act)])
    measure.say(size, f"{what}, processeur", [(time.process_time() - before) * 1000])


def _import(document: Document, target: Path) -> None:
    territory = open_territory(target)
    write(plan(recognise.read(document, territory), territory), target)


def _lines(territory: TerritoryFolder, draw: random.Random) -> Iterator[str]:
    """Doors in the communes of the territory, some thirty a street."""
    towns = sorted(territory.codes("commune"))
    west, south, east, north = (float(value) for value in territory.settings["emprise"])
    yield _HEADER
    for door in range(DOORS):
        rank, number = divmod(door, 30)
        street = f"{_WAYS[rank % 8]} {_WORDS[rank % 8]} {_WORDS[rank % 7]} {rank}"
        town = towns[rank % len(towns)]
        lon, lat = draw.uniform(west, east), draw.uniform(south, north)
        yield f"{number + 1};;{street};{town};Commune {town};{lon:.6f};{lat:.6f}\n"


def _questions(store: Store, draw: random.Random) -> Iterator[str]:
    """Names as people type them: whole, cut short, with a number, with a letter missing."""
    names = store.archive.column("select nom from noms where genre = 'voie'")
    for name in draw.choices(names, k=QUESTIONS):
        at = draw.randrange(1, len(name))
        yield draw.choice((name, name[:at], f"12 {name}", name[: at - 1] + name[at:], "rue"))


def main() -> None:
    """Print the table of the names alone."""
    argparse.ArgumentParser(
        prog="python -m benchmarks.names", description=main.__doc__
    ).parse_args()
    data = (
        Path(__file__).resolve().parent.parent
        / "data"
        / os.environ.get("TERRITOIRE", "grand-chambery")
    )
    print(f"Machine : {measure.machine()}.\n")
    print("| taille | mesure | médiane | p95 | n |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder) / "adresses", data)


if __name__ == "__main__":
    main()
