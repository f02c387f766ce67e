"""The quarters of an agglomeration that official files of outlines name, where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd

from dashboard.domain import french
from dashboard.importers import contours
from dashboard.importers.door.layer import read_layer
from dashboard.importers.imported import Document, refuse
from dashboard.importers.named_places import NamedPlace, NamedPlaces
from dashboard.importers.placing import METROPOLE, abroad, in_degrees
from dashboard.importers.quarter_features import code_of, columns_in
from dashboard.importers.roles import ColumnRole

GENERATIONS = {"QP": ("2015", "2015", "2023"), "QN": ("2024", "2024", "")}
"""What the first letters of a code say: the perimeters, their first and last year."""

_ROLES = (
    ColumnRole("code", contours.CODES, lambda text: _matching(r"Q[PN]\w{6}", code_of(text))),
    ColumnRole("name", ("libqp", "nomqp", "nomquartier", "libqpv")),
    ColumnRole("commune", ("inseecom", "codecommune", "codeinsee")),
    ColumnRole("town", ("libcom", "communeqp")),
    ColumnRole("towns", ("nomcommune",)),
    ColumnRole("siren", ("sirenepci", "epci"), lambda text: _matching(r"\d{9}", text)),
)

_GIVEN = re.compile(r"(?P<code>\d[\dAB]\d{3})?\s*(?P<name>.*)")
"""A commune as the operator gives it."""


@dataclass(frozen=True, slots=True)
class FoundedTerritory:
    """The territory to found: name of its folder, its name, SIREN of its agglomeration, and its
    communes where the files do not say the agglomeration: « 73011 », « Albertville », both."""

    slug: str
    name: str
    siren: str
    communes: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[NamedPlace, ...]:
        """The communes that were given, a code and a name each where both were."""
        parts = (_GIVEN.fullmatch(text.strip()) for text in self.communes)
        return tuple(NamedPlace(p["code"] or "", p["name"] or "", self.siren) for p in parts if p)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune as a file of outlines names it; without its INSEE code where the file is silent."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter as an official file of outlines names it, with the communes that it touches."""

    code: str
    name: str
    communes: tuple[Commune, ...]

    @property
    def towns(self) -> str:
        """The names of its communes."""
        return ", ".join(commune.name for commune in self.communes)

    @property
    def places(self) -> frozenset[QuarterPlace]:
        """Its communes by department and name, whichever file writes them."""
        return frozenset(place_of(self.code, commune) for commune in self.communes)


@dataclass(frozen=True, slots=True)
class ToldFeature:
    """What a feature tells: its quarter, and the SIREN of its agglomerations where it says any."""

    quarter: Quarter
    sirens: tuple[str, ...]


QuarterPlace = tuple[str, str]
"""A department, as the codes of quarters write it, and the folded name of one of its communes."""


def place_of(quarter: str, commune: Commune) -> QuarterPlace:
    """That commune of the quarter of that code: two communes of France may bear one name."""
    return quarter[2:5], french.fold(commune.name)


def frame_of(document: Document) -> gpd.GeoDataFrame:
    """The outlines in degrees, and what they say by role: text, empty where the file is silent."""
    read = in_degrees(read_layer(document).frame, METROPOLE, document.name)
    columns = columns_in(read, _ROLES, document.name)
    told = {role.name: _texts(read, columns.get(role.name)) for role in _ROLES}
    told["code"] = [code_of(text) for text in told["code"]]
    told["town"] = [main or every for main, every in zip(told["town"], told["towns"], strict=True)]
    return gpd.GeoDataFrame(told, geometry=list(read.geometry), crs=read.crs)


def _texts(frame: gpd.GeoDataFrame, column: str | None) -> list[str]:
    if column is None:
        return [""] * len(frame)
    return [" ".join(value.split()) if isinstance(value, str) else "" for value in frame[column]]


def _matching(pattern: str, text: str) -> str:
    return text if re.fullmatch(pattern, text) else ""


def is_of(quarters: Sequence[Quarter], code: str) -> bool:
    """Whether that code is one of theirs."""
    return any(quarter.code == code for quarter in quarters)


def told_in(frame: gpd.GeoDataFrame) -> tuple[ToldFeature, ...]:
    """What each feature of a quarter tells, in the order of the file."""
    columns = (frame[name] for name in ("code", "name", "commune", "town", "siren"))
    return tuple(
        ToldFeature(Quarter(code, name or code, _communes(codes, towns)), _listed(sirens))
        for code, name, codes, towns, sirens in zip(*columns, strict=True)
        if code[:2] in GENERATIONS
    )


def _communes(codes: str, names: str) -> tuple[Commune, ...]:
    """Each commune with its code and its name: its code alone where there are not as many names,
    its name alone where there is no code."""
    known, named = _listed(codes), _listed(names)
    if not known:
        return tuple(Commune("", name) for name in named)
    return tuple(map(Commune, known, named if len(named) == len(known) else known))


def _listed(text: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, with commas between."""
    return tuple(part for part in map(str.strip, text.split(",")) if part)


def quarters_of(told: Sequence[ToldFeature], who: FoundedTerritory) -> tuple[Quarter, ...]:
    """Those of the agglomeration; one may come more than once.

    A feature that says no agglomeration is of this one when it stands in a commune where another
    file says that this one is.
    """
    said = [one for one in told if _says(one, who)]
    alone = (one.quarter.places for one in said if one.sirens == (who.siren,))
    places = frozenset[QuarterPlace]().union(*alone)
    by_place = [one for one in told if not one.sirens and one.quarter.places & places]
    return tuple(one.quarter for one in dict.fromkeys([*said, *by_place]))


def _says(one: ToldFeature, who: FoundedTerritory) -> bool:
    """Whether a feature says the agglomeration, or one of the communes that were given."""
    named = {text for item in one.quarter.communes for text in (item.code, item.name)}
    given = {text for place in who.places for text in (place.code, place.name) if text}
    return who.siren in one.sirens or bool(named & given)


def settled(quarters: Sequence[Quarter], named: NamedPlaces) -> tuple[Quarter, ...]:
    """Each quarter once, with the codes of its communes where one of the files knows them;
    Refused where none does, or where two outlines disagree."""
    codes = dict(named.codes) | {
        place_of(quarter.code, commune): commune.code
        for quarter in quarters
        for commune in quarter.communes
        if commune.code
    }
    known: dict[str, Quarter] = {}
    for item in quarters:
        whole = _coded(item, codes)
        other = known.setdefault(item.code, whole)
        if other != whole:
            message = f"est « {other.name} » ({other.towns}) et « {whole.name} » ({whole.towns})."
            raise refuse(item.code, message, "Gardez un seul des deux contours.")
    return tuple(known[code] for code in sorted(known, key=lambda code: (code[:2] != "QP", code)))


def told_apart(quarters: Sequence[Quarter]) -> tuple[Quarter, ...]:
    """The same, in order; those of one generation that share a name take that of their communes
    too: « Centre Ville (Condé-sur-l’Escaut) »."""
    bearers = Counter(map(_called, quarters))
    return tuple(
        replace(item, name=f"{item.name} ({item.towns})") if bearers[_called(item)] > 1 else item
        for item in quarters
    )


def _called(quarter: Quarter) -> tuple[str, str]:
    """Its generation and its folded name."""
    return quarter.code[:2], french.fold(quarter.name)


def _coded(quarter: Quarter, codes: Mapping[QuarterPlace, str]) -> Quarter:
    """The quarter in its communes whose code is known; Refused where none is."""
    found = ((codes.get(place_of(quarter.code, item), ""), item.name) for item in quarter.communes)
    communes = tuple(Commune(code, name) for code, name in found if code)
    if not communes:
        message = f"le code de la commune de {quarter.name} ({quarter.towns}) n’est dans aucun"
        remedy = f'Donnez-le avec son nom : --commune "CODE {quarter.towns}".'
        raise refuse(quarter.code, f"{message} fichier.", remedy)
    return replace(quarter, communes=communes)


def shapes_of(frame: gpd.GeoDataFrame, quarters: Sequence[Quarter]) -> gpd.GeoDataFrame:
    """The outlines of those quarters in that file, with their codes."""
    return frame[[is_of(quarters, code) for code in frame["code"]]]


def check_places(
    quarters: Sequence[Quarter], frames: Sequence[tuple[Document, gpd.GeoDataFrame]]
) -> None:
    """Refused where the outline of one of them is in no part of France."""
    for document, frame in frames:
        held = shapes_of(frame, quarters)
        for code, shape in zip(held["code"], held.geometry, strict=True):
            wrong, remedy = abroad(shape)
            if wrong:
                raise refuse(document.name, f"{code} {wrong}", remedy)
