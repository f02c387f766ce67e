"""What a name costs to find: 300,000 doors made up, read, published, looked for."""

from __future__ import annotations

import gzip
import random
import shutil
from collections.abc import Iterator
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
    measure.say(size, "lire et écrire", [measure.timed(lambda: _import(document, target))])
    measure.say(size, "publier", [measure.timed(lambda: publish(target, folder / "var"))])
    store = open_store(folder / "var", target.name)
    asked = list(_questions(store, draw))
    measure.say(size, "trouver un nom", measure.each(partial(store.named, name) for name in asked))


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
