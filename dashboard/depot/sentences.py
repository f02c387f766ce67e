"""What a version changes, in lines of French."""

from __future__ import annotations

from decimal import Decimal
from pathlib import PurePath

from dashboard.depot.public import title
from dashboard.depot.version import FileChange, Total
from dashboard.domain import french

UNITS = {".csv": "ligne", ".geojson": "contour", ".toml": "réglage"}
"""What a file is made of, by how its name ends; the others are one thing."""


def change(found: FileChange) -> str:
    """What it does to its file: ``Dates du contrat : 3 lignes ajoutées``."""
    named = title(found.file)
    counts = ((found.added, "ajouté"), (found.changed, "changé"), (found.removed, "retiré"))
    unit = UNITS.get(PurePath(found.file).suffix)
    if unit is None:
        return f"{named} : {next(word for count, word in counts if count)}"
    ending = "e" if unit == "ligne" else ""
    said = [
        f"{french.counted(n, unit)} {word}{ending}{'s' if n > 1 else ''}" for n, word in counts if n
    ]
    return f"{named} : {', '.join(said) or 'écrit autrement, sans rien changer'}"


def loss(file: str, name: str) -> str:
    """A thing that a file loses: ``  Dates du contrat, ligne « 2016-03-01, Réunion »``."""
    unit = UNITS.get(PurePath(file).suffix)
    return f"  {title(file)}{f', {unit} « {name} »' if unit and name else ''}"


def total(found: Total) -> str:
    """What it does to those euros: ``Financements, voté : 1 200 € → 1 350 €``."""
    named = title(f"{found.table}.csv")
    where = f"{named}, {found.stage}" if found.stage else named
    return f"{where} : {_euros(found.before)} → {_euros(found.after)}"


def _euros(amount: Decimal | None) -> str:
    return "aucun montant" if amount is None else french.euros(float(amount))
