"""Everything a publication must satisfy before it is made."""

from __future__ import annotations

from dashboard import schema
from dashboard.publication.sources import Sources


def problems_of(sources: Sources) -> schema.Problems:
    """What is wrong in those tables, whole: what forbids to publish, and what deserves a look."""
    held = (sources.tables, sources.shapes, sources.settings, sources.themes)
    return (*schema.check_sources(*held), *schema.logo_problems(sources.folder, sources.settings))
