"""The funders of a territory that held none, by the names that its first table gives them."""

from __future__ import annotations

from dataclasses import replace

from dashboard.domain import french
from dashboard.importers.imported import Records
from dashboard.importers.templates.filled import Filled, FilledRows
from dashboard.importers.territory_folder import TerritoryFolder, blank


def with_funders(found: Filled, territory: TerritoryFolder) -> tuple[Filled, Records]:
    """The same lines, each funder by its code, and the rows of the funders that are new. No name
    is new to a territory that holds funders: there, the list has refused it already."""
    if territory.rows("financeurs"):
        return found, ()
    written = found.lines.held
    names = {french.slug(name): name for name in written.column("financeur")}
    held = written.mapped(["financeur"], french.slug)
    rows = (blank("financeurs", code=code, nom=name, court=name) for code, name in names.items())
    lines = FilledRows(found.lines.numbers, held, found.lines.said)
    return replace(found, lines=lines), tuple(rows)
