"""Every file of the fictional territory, as text, and the folder they are written in."""

from __future__ import annotations

from pathlib import Path

from scripts.exemple import (
    actions,
    indicators,
    life,
    money,
    package,
    people,
    places,
    settings,
    shapes,
)
from scripts.exemple.base import collection, document, table


def texts() -> dict[str, str]:
    """The text of each file by its name; the same at each run."""
    data = {**_of_places(), **_of_actions(), **_of_life()}
    described = document(package.description(data))
    return {**data, "territoire.toml": settings.toml(), "datapackage.json": described}


def _of_places() -> dict[str, str]:
    return {
        "territoires.csv": table(places.HEADER, places.rows()),
        "contours_quartiers.geojson": collection(shapes.quarters()),
        "communes.geojson": collection(shapes.communes()),
        "eau.geojson": collection(shapes.water()),
        "lieux.csv": table(("code", "nom", "lon", "lat", "source"), shapes.landmarks()),
        "indicateurs.csv": table(indicators.HEADER, indicators.rows()),
        "ruptures.csv": table(indicators.BREAK_HEADER, indicators.breaks()),
    }


def _of_actions() -> dict[str, str]:
    lines = actions.lines()
    known = indicators.slugs()
    return {
        "actions.csv": table(actions.HEADER, actions.rows(lines)),
        "financements.csv": table(money.HEADER, money.rows(lines)),
        "financeurs.csv": table(settings.FUNDER_HEADER, settings.funders()),
        "beneficiaires.csv": table(people.HEADER, people.rows(lines)),
        "regles.csv": table(settings.RULE_HEADER, settings.rules()),
        "orientations_liens.csv": table(life.LINK_HEADER, life.links(lines, known)),
    }


def _of_life() -> dict[str, str]:
    return {
        "orientations.csv": table(life.ORIENTATION_HEADER, life.orientations()),
        "evenements.csv": table(life.EVENT_HEADER, life.events()),
        "participation.csv": table(life.PARTICIPATION_HEADER, life.participation()),
        "contacts.csv": table(life.CONTACT_HEADER, life.contacts()),
        "postes.csv": table(life.POST_HEADER, life.posts()),
        "subventions_agglomeration.csv": table(life.SUBSIDY_HEADER, life.subsidies()),
        "sources.csv": table(settings.SOURCE_HEADER, settings.sources()),
        "concordance.csv": table(settings.CONCORDANCE_HEADER, settings.concordance()),
    }


def write(folder: Path) -> None:
    """Write every file in that folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
