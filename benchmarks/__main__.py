"""Measure everything: the real territory, then a synthetic country."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import browser, country, crowd, layers, measure
from benchmarks.served import served
from dashboard.publication import publish
from dashboard.store import open_store

DATA = Path(__file__).resolve().parent.parent / "data"
PEERS = DATA.parent.parent / "shared" / "reference" / "bench"


def main() -> None:
    """Print one table; ``--vite`` leaves the country out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("--vite", action="store_true", help="sans le pays de synthèse")
    quick = parser.parse_args().vite
    slug = os.environ.get("TERRITOIRE", "grand-chambery")
    print(f"Machine : {measure.machine()}.\n")
    print("| taille | mesure | médiane | p95 | n |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        _territory(Path(folder), slug)
        if not quick:
            country.run(Path(folder))
    if not PEERS.is_dir():
        print("\nRapport aux autres outils non mesuré : leur banc n’est pas à côté du projet.")


def _territory(var: Path, slug: str) -> None:
    measure.say("×1", "publier", [measure.timed(lambda: publish(DATA / slug, var))])
    store = open_store(var, slug)
    layers.run(store, "×1")
    with served(var, slug) as (address, _):
        browser.run(address, "×1")
        crowd.run(address, store, "×1")
    with served(var, slug) as (_, seconds):
        measure.say("×1", "démarrer, première réponse", [seconds * 1000])


if __name__ == "__main__":
    main()
