"""What a filled model is as a source: the territory's own file."""

from __future__ import annotations

from dashboard.catalogue import OPEN_LICENCE
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Record


def source_of(template: Template, territory: TerritoryFolder, file: str) -> Record:
    """The row of ``sources`` for that model, filled by the territory: its kind names it."""
    return blank(
        "sources",
        id=template.kind,
        titre=f"{template.title}, tenu par {territory.name}",
        producteur=territory.name,
        licence=OPEN_LICENCE,
        obtention=f"Fichier du territoire importé : {file}",
    )
