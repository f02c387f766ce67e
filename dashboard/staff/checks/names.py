"""What codes of a territory are called, from its own files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.depot.compare import readable
from dashboard.depot.moved_totals import TotalAxis
from dashboard.depot.package import SETTINGS
from dashboard.depot.version import Files

NONE = {
    TotalAxis.YEAR: "année non dite",
    TotalAxis.PILLAR: "sans pilier",
    TotalAxis.QUARTER: "aucun quartier nommé",
    TotalAxis.FUNDER: "financeur non dit",
}


@dataclass(frozen=True, slots=True)
class NamesByCode:
    """Names by code, axis by axis."""

    held: Mapping[TotalAxis, Mapping[str, str]]

    def of(self, axis: TotalAxis, code: str) -> str:
        """The name of that code; the code itself where nobody named it."""
        return self.held.get(axis, {}).get(code, code) if code else NONE[axis]


def names_of(files: Files) -> NamesByCode:
    """The names that those files give."""
    grids = tomllib.loads(files[SETTINGS].decode()).get("grilles", ())
    pillars = {one["slug"]: one["nom"] for grid in grids for one in grid.get("piliers", ())}
    places = {row["code"]: row["nom"] for row in readable("territoires.csv", files)}
    funders = {row["code"]: row["nom"] for row in readable("financeurs.csv", files)}
    return NamesByCode(
        {TotalAxis.PILLAR: pillars, TotalAxis.QUARTER: places, TotalAxis.FUNDER: funders}
    )
