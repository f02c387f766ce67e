"""A real territory that is not ours, made from national files by the product's own verbs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.importers import apply, founding
from dashboard.importers.door.file import open_document
from dashboard.importers.founding_quarters import FoundedTerritory
from dashboard.importers.national_files import national_files
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import open_territory


@dataclass(frozen=True)
class Elsewhere:
    """A territory, and the national files that speak of it, below the folder of references."""

    who: FoundedTerritory
    outlines: tuple[str, ...]
    figures: tuple[str, ...]


ARLYSERE = Elsewhere(
    FoundedTerritory("arlysere", "Arlysère", "200068997", ("Albertville",)),
    (
        "contours_qpv/qpv2015_savoie.geojson",
        "contours_qpv/qpv2024_france_simplifie.geojson",
    ),
    (
        "insee_qpv/DEMO_2021.csv",
        "insee_qpv/IPRO_2021.csv",
        "insee_qpv/REVN_2019.csv",
        "insee_qpv/REVN_2021.csv",
    ),
)
"""One quarter in 2015, one in 2024, no money."""

PERPIGNAN = Elsewhere(
    FoundedTerritory("perpignan", "Perpignan Méditerranée", "200027183", ("66136",)),
    (
        "contours_qpv/occitanie_qpv2014.geojson",
        "contours_qpv/qpv2024_france_simplifie.geojson",
    ),
    ("insee_qpv/DEMO_2021.csv", "insee_qpv/REVN_2021.csv"),
)
"""Nine quarters in each generation."""


def made(place: Elsewhere, shared: Path, data: Path) -> Path:
    """The folder of that territory: founded from its outlines, then filled by its files."""
    folder = data / place.who.slug
    given = national_files([open_document(shared / name) for name in place.outlines])
    founding.found(given, place.who, folder)
    for name in place.figures:
        territory = open_territory(folder)
        apply.write(apply.plan(read(open_document(shared / name), territory), territory), folder)
    return folder
