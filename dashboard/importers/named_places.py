"""The communes and the agglomerations that a national file names, with their official codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain import french
from dashboard.importers.door.layer import holds_layer, read_layer
from dashboard.importers.imported import Document
from dashboard.importers.quarter_features import columns_in
from dashboard.importers.reading import plain
from dashboard.importers.roles import ColumnRole, in_table
from dashboard.importers.source_table import has_header, read_source_table

_COMMUNE = r"\d[\dAB]\d{3}"
_SIREN = r"\d{9}"


def _official(text: str) -> str:
    return text if re.fullmatch(f"{_COMMUNE}|{_SIREN}", text) else ""


_CODE = ColumnRole("code", ("codgeo", "inseecom", "codecommune", "codeinsee", "com", "cog", "code"),
                   _official)  # fmt: skip
_NAME = ColumnRole("name", ("libgeo", "libcom", "nomcommune", "nomcom", "libelle", "nom"))
_OF = ColumnRole("siren", ("sirenepci", "codeepci", "epci"), _official)
_OF_NAME = ColumnRole("agglomeration", ("libepci", "nomepci"))
_ROLES = (_CODE, _NAME, _OF, _OF_NAME)

Department = str
"""Three signs, as the codes of quarters write it: « 073 », « 02A », « 974 »."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A commune by its INSEE code, or an agglomeration by its SIREN; its name, and the SIREN of
    the agglomeration that it is of. Each is empty where the file is silent."""

    code: str
    name: str
    siren: str

    @property
    def department(self) -> Department:
        """That of the INSEE code of a commune."""
        return self.code[:3] if self.code.startswith("97") else f"0{self.code[:2]}"


@dataclass(frozen=True)
class NamedPlaces:
    """The places that the files name; where two name one otherwise, the first is kept."""

    places: tuple[NamedPlace, ...] = ()

    @cached_property
    def _communes(self) -> Mapping[str, NamedPlace]:
        found: dict[str, NamedPlace] = {}
        for place in self.places:
            if re.fullmatch(_COMMUNE, place.code):
                found.setdefault(place.code, place)
        return found

    @cached_property
    def codes(self) -> Mapping[tuple[Department, str], str]:
        """The INSEE code of each commune by department and folded name."""
        named = (item for item in self._communes.values() if item.name)
        return {(item.department, french.fold(item.name)): item.code for item in named}

    def siren(self, commune: str) -> str:
        """The SIREN of the agglomeration of the commune of that code; empty where none says it."""
        found = self._communes.get(commune)
        return found.siren if found else ""

    def name(self, siren: str) -> str:
        """The name of that agglomeration; empty where no file gives it."""
        return next((place.name for place in self.places if place.code == siren), "")

    def communes(self, siren: str) -> tuple[NamedPlace, ...]:
        """The communes that are said to be of that agglomeration, and named."""
        return tuple(p for p in self._communes.values() if p.siren == siren and p.name)


def places_in(document: Document) -> tuple[NamedPlace, ...]:
    """What the file names, a layer of outlines or a table; empty where it is no such file.
    Refused where its bytes cannot be read."""
    rows = _of_layer(document) if holds_layer(document) else _of_table(document)
    return tuple(place for row in rows for place in _told(row))


def names_agglomerations(document: Document) -> bool:
    """Whether a table names the agglomeration of each line; not so for a layer."""
    return has_header(document, lambda keys: _OF.is_played(keys) and _OF_NAME.is_played(keys))


def _of_layer(document: Document) -> Iterator[Mapping[str, str]]:
    frame = read_layer(document).frame
    columns = columns_in(frame, _ROLES, document.name)
    if {"code", "name"} <= set(columns):
        for record in frame[list(columns.values())].to_dict("records"):
            yield {role: _text(record[title]) for role, title in columns.items()}


def _text(value: object) -> str:
    return plain(value) if isinstance(value, str) else ""


def _of_table(document: Document) -> Iterator[Mapping[str, str]]:
    sheet = read_source_table(
        document, lambda keys: _CODE.is_played(keys) and _NAME.is_played(keys)
    )
    if sheet is not None:
        columns = in_table(sheet, _ROLES)
        for _, cells in sheet.lines:
            yield {role: cells[title] for role, title in columns.items()}


def _told(row: Mapping[str, str]) -> Iterable[NamedPlace]:
    """The place of a line, and its agglomeration where the line names it too."""
    siren = _official(row.get("siren", ""))
    if code := _official(row["code"]):
        yield NamedPlace(code, row["name"], siren)
    if siren and row.get("agglomeration"):
        yield NamedPlace(siren, row["agglomeration"], siren)
