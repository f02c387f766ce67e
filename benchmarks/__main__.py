"""Measure everything: the real territory, then a synthetic country."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import browser, country, crowd, layers, measure, memory, names, phone
from benchmarks.peers.__main__ import SOURCE as PEERS
from benchmarks.peers.__main__ import missing
from benchmarks.served import served
from dashboard.publication import publish
from dashboard.store import open_store

DATA = Path(__file__).resolve().parent.parent / "data"


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
            names.run(Path(folder) / "adresses", DATA / slug)
            country.run(Path(folder))
    ratio = "Rapport à Dash nu : python -m benchmarks.peers." if PEERS.is_dir() else missing(PEERS)
    print(f"\n{ratio}")


def _territory(var: Path, slug: str) -> None:
    measure.say("×1", "publier", [measure.timed(lambda: publish(DATA / slug, var))])
    store = open_store(var, slug)
    layers.run(store, "×1")
    with served(var, slug) as service:
        measure.say("×1", "démarrer, première réponse", [service.seconds * 1000])
        browser.run(service.address, "×1")
        phone.run(service.address, "×1")
        crowd.run(service.address, store, "×1")
    with served(var, slug) as service:
        memory.run(service.address, service.pid, store, "×1")


if __name__ == "__main__":
    main()
