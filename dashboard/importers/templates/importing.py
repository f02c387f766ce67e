"""What reads a model once staff have filled it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from dashboard.importers.imported import Document, Imported
from dashboard.importers.importer import Importer, example
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import TerritoryFolder

Reader = Callable[[Template, Document, TerritoryFolder], Imported]


def importer_of(
    made: Template, read: Reader, lines: Sequence[str], alike: Sequence[str]
) -> Importer:
    """The importer of that model: ``lines`` fill it on an invented territory, ``alike`` are those
    of a file, its headings first, that is close to it and is none."""
    head = ";".join(field.title for field in made.fields)
    return Importer(
        kind=made.kind,
        title=f"Modèle « {made.title} », rempli",
        recognises=made.recognises,
        read=partial(read, made),
        examples=(example(f"{made.slug}.csv", head, *lines),),
        lookalikes=(example(f"{made.slug}.csv", *alike),),
    )
