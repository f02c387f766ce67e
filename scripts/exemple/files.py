"""Every file of the fictional territory, as text, and the folder they are written in."""

from __future__ import annotations

from pathlib import Path

from dashboard.depot.package import DESCRIPTION, SETTINGS, described
from scripts.exemple import (
    actions,
    agreements,
    everywhere,
    indicators,
    life,
    money,
    people,
    places,
    report,
    scenery,
    settings,
    shapes,
    venues,
)
from scripts.exemple.base import RawRow, collection, document, table


def texts() -> dict[str, str]:
    """The text of each file by its name; the same at each run."""
    tables = {f"{name}.csv": table(name, rows) for name, rows in _tables().items()}
    outlines = {
        "contours_quartiers.geojson": collection(shapes.quarters()),
        "communes.geojson": collection(shapes.communes()),
        "eau.geojson": collection(scenery.water()),
    }
    data = {**tables, **outlines}
    held = {**data, SETTINGS: settings.toml()}
    package = described({name: text.encode() for name, text in held.items()})
    return {**held, DESCRIPTION: document(package)}


def _tables() -> dict[str, list[RawRow]]:
    lines = actions.lines()
    return {
        "territoires": places.rows(),
        "lieux": scenery.landmarks(),
        "indicateurs": indicators.rows(),
        "ruptures": indicators.breaks(),
        "lieux_nommes": venues.places(),
        "voies": venues.streets(),
        "repartitions": everywhere.rows(),
        "actions": [row | venues.named(line) for line, row in actions.rows(lines)],
        "financements": money.rows(lines),
        "financeurs": settings.funders(),
        "beneficiaires": people.rows(lines),
        "regles": settings.rules(),
        "orientations": life.orientations(),
        "orientations_liens": life.links(lines, indicators.slugs()),
        "textes": report.texts(),
        "bilans": report.agreements(),
        "evenements": life.events(),
        "participation": life.participation(),
        "contacts": life.contacts(),
        "postes": life.posts(),
        "subventions_agglomeration": life.subsidies(),
        "conventions_agglomeration": agreements.rows(),
        "sources": settings.sources(),
        "concordance": settings.concordance(),
    }


def write(folder: Path) -> None:
    """Write every file in that folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
