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
from dashboard.importers.named_places import (
    NamedPlace,
    NamedPlaces,
    names_agglomerations,
    places_in,
)
from dashboard.importers.recognise import recognise

OutlineFile = tuple[Document, gpd.GeoDataFrame]
"""A file of outlines of quarters, and what each of them says by role, as ``frame_of``."""


@dataclass(frozen=True, slots=True)
class NationalFiles:
    """The outlines of quarters; the communes and agglomerations that are named; and, in the order
    given, the files that enter once the territory is founded, of which some name places too."""

    outlines: tuple[OutlineFile, ...]
    named: NamedPlaces
    others: tuple[Document, ...]


def national_files(documents: Sequence[Document]) -> NationalFiles:
    """Those files by what they hold; Refused where a layer of outlines cannot be read."""
    outlines: list[OutlineFile] = []
    places: list[NamedPlace] = []
    others: list[Document] = []
    for document in documents:
        opened = apart(document, _opened)
        places += opened.named
        if opened.frame is not None:
            outlines.append((document, opened.frame))
        elif opened.enters or not opened.named:
            others.append(document)
    return NationalFiles(tuple(outlines), NamedPlaces(tuple(places)), tuple(others))


def apart(document: Document, work: Callable[..., Any], *more: object) -> Any:
    """What the work makes of the document, its bytes being read apart from this process."""
    return confined(document.name, bounds_for(document), work, document, *more)


@dataclass(frozen=True, slots=True)
class _Opened:
    """The outlines of quarters that a file draws, else the places that it names; and whether an
    importer other than that of outlines knows it."""

    frame: gpd.GeoDataFrame | None
    named: tuple[NamedPlace, ...]
    enters: bool


def _opened(document: Document) -> _Opened:
    if holds_layer(document):
        frame = frame_of(document)
        if any(code[:2] in GENERATIONS for code in frame["code"]):
            return _Opened(frame, (), enters=False)
    enters = _enters(document)
    read = not enters or names_agglomerations(document)
    return _Opened(None, places_in(document) if read else (), enters)


def _enters(document: Document) -> bool:
    importer = recognise(document)
    return importer is not None and importer is not contours.IMPORTER
