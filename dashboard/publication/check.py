"""Everything a publication must satisfy before it is made."""

from __future__ import annotations

from dashboard import schema
from dashboard.publication.sources import Sources


def problems_of(sources: Sources) -> tuple[str, ...]:
    """The French sentences of what forbids to publish; empty when all is well."""
    return tuple(problem.sentence() for problem in schema.check(sources.tables) if problem.blocking)
