"""Everything a publication must satisfy before it is made."""

from __future__ import annotations

from dashboard import schema
from dashboard.publication.sources import Sources


def problems_of(sources: Sources) -> tuple[str, ...]:
    """The French sentences of what forbids to publish; empty when all is well."""
    pillars = [pillar.slug for pillar in sources.settings.contracts[0].grid.pillars]
    themes = [theme["slug"] for theme in sources.themes]
    found = schema.check(sources.tables, pillars, themes)
    return tuple(problem.sentence() for problem in found if problem.blocking)
