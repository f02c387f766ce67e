"""The quarters of an agglomeration that official files of outlines name, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd

from dashboard.importers import contours
from dashboard.importers.door.layer import read_layer
from dashboard.importers.imported import Document, refuse
from dashboard.importers.placing import METROPOLE, abroad, in_degrees
from dashboard.importers.quarter_features import code_of, columns_in
from dashboard.importers.roles import Role

GENERATIONS = {"QP": ("2015", "2015", "2023"), "QN": ("2024", "2024", "")}
"""What the first letters of a code say: the perimeters, their first and last year."""

_ROLES = (
    Role("code", contours.CODES, lambda text: _matching(r"Q[PN]\w{6}", code_of(text))),
    Role("name", ("libqp", "nomqp", "nomquartier", "libqpv")),
    Role("commune", ("inseecom", "codecommune", "codeinsee")),
    Role("town", ("libcom", "communeqp")),
    Role("towns", ("nomcommune",)),
    Role("siren", ("sirenepci", "epci"), lambda text: _matching(r"\d{9}", text)),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The territory to found: name of its folder, its name, SIREN of its agglomeration, and the
    INSEE codes or names of communes where the outlines do not say the agglomeration."""

    slug: str
    name: str
    siren: str
    communes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter as an official file of outlines names it."""

    code: str
    name: str
    commune: str
    town: str


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
    return [value.strip() if isinstance(value, str) else "" for value in frame[column]]


def _matching(pattern: str, text: str) -> str:
    return text if re.fullmatch(pattern, text) else ""


def is_of(quarters: Sequence[Quarter], code: str) -> bool:
    """Whether that code is one of theirs."""
    return any(quarter.code == code for quarter in quarters)


def quarters_of(
    frames: Iterable[tuple[Document, gpd.GeoDataFrame]], who: Identity
) -> Iterator[Quarter]:
    """Those of the agglomeration in these files; one may come more than once."""
    for _, frame in frames:
        told = (frame[name] for name in ("code", "name", "commune", "town", "siren"))
        for code, name, commune, town, siren in zip(*told, strict=True):
            ours = siren == who.siren or bool({commune, town} & set(who.communes))
            if ours and code[:2] in GENERATIONS:
                yield Quarter(code, name or code, commune, town)


def settled(quarters: tuple[Quarter, ...]) -> tuple[Quarter, ...]:
    """Each quarter once, with the code of its commune where one of the files knows it;
    Refused where none does, or where two outlines disagree."""
    codes = {quarter.town: quarter.commune for quarter in quarters if quarter.commune}
    known: dict[str, Quarter] = {}
    for item in quarters:
        whole = replace(item, commune=item.commune or codes.get(item.town, ""))
        other = known.setdefault(item.code, whole)
        if other != whole:
            message = f"est « {other.name} » ({other.town}) et « {whole.name} » ({whole.town})."
            raise refuse(item.code, message, "Gardez un seul des deux contours.")
    lost = next((item for item in known.values() if not item.commune), None)
    if lost is not None:
        message = f"le code de la commune de {lost.name} ({lost.town}) n’est dans aucun fichier."
        remedy = "Donnez aussi un fichier de contours qui porte le code INSEE (insee_com)."
        raise refuse(lost.code, message, remedy)
    return tuple(known[code] for code in sorted(known, key=lambda code: (code[:2] != "QP", code)))


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
