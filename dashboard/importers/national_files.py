"""The national files that an operator gives, each told by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd

from dashboard.importers import contours
from dashboard.importers.door.confined import bounds_for, confined
from dashboard.importers.door.layer import holds_layer
from dashboard.importers.founding_quarters import GENERATIONS, frame_of
from dashboard.importers.imported import Document
from dashboard.importers.named_places import NamedPlace, NamedPlaces, places_in
from dashboard.importers.recognise import recognise

OutlineFile = tuple[Document, gpd.GeoDataFrame]
"""A file of outlines of quarters, and what each of them says by role, as ``frame_of``."""


@dataclass(frozen=True, slots=True)
class NationalFiles:
    """The outlines of quarters; the communes and agglomerations that are named; and, in the order
    given, the files that enter once the territory is founded."""

    outlines: tuple[OutlineFile, ...]
    named: NamedPlaces
    others: tuple[Document, ...]


def national_files(documents: Sequence[Document]) -> NationalFiles:
    """Those files by what they hold; Refused where a layer of outlines cannot be read."""
    outlines: list[OutlineFile] = []
    places: list[NamedPlace] = []
    others: list[Document] = []
    for document in documents:
        frame, named = apart(document, _opened)
        places += named
        if frame is not None:
            outlines.append((document, frame))
        elif not named:
            others.append(document)
    return NationalFiles(tuple(outlines), NamedPlaces(tuple(places)), tuple(others))


def apart(document: Document, work: Callable[..., Any], *more: object) -> Any:
    """What the work makes of the document, its bytes being read apart from this process."""
    return confined(document.name, bounds_for(document), work, document, *more)


def _opened(document: Document) -> tuple[gpd.GeoDataFrame | None, tuple[NamedPlace, ...]]:
    """The outlines of quarters that the file draws, else the places that it names."""
    if holds_layer(document):
        frame = frame_of(document)
        if any(code[:2] in GENERATIONS for code in frame["code"]):
            return frame, ()
    return None, (() if _enters(document) else places_in(document))


def _enters(document: Document) -> bool:
    """Whether an importer other than that of outlines knows the file."""
    importer = recognise(document)
    return importer is not None and importer is not contours.IMPORTER
