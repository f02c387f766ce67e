"""Places that lines name and streets of the town, in the quarters they were invented in."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from scripts.exemple.actions import ActionYear
from scripts.exemple.base import SOURCE, RawRow
from scripts.exemple.places import QUARTER
from scripts.exemple.shapes import Point, degrees


@dataclass(frozen=True, slots=True)
class Venue:
    """A place: how a title says it, where it is, the quarters that hold it; no point: by name."""

    code: str
    name: str
    at: str
    kind: str
    spot: Point | None
    quarters: tuple[str, ...]
    aside: str = ""


VENUES = (
    Venue(
        "espace-fuseau",
        "Espace du Fuseau",
        "à l’Espace du Fuseau",
        "centre social",
        (-560, 1400),
        ("QP099001", "QN09901I"),
    ),
    Venue(
        "gymnase-clairvol",
        "Gymnase Clairvol",
        "au gymnase Clairvol",
        "sport",
        (1600, -1600),
        ("QP099002", "QN09902M"),
    ),
    Venue(
        "ecole-sarmandine",
        "École de la Sarmandine",
        "à l’école de la Sarmandine",
        "enseignement",
        (1880, 520),
        ("QN09906N",),
    ),
    Venue(
        "foyer-lanterne",
        "Foyer de la Lanterne",
        "au foyer de la Lanterne",
        "centre social",
        None,
        ("QP099003", "QN09903I"),
    ),
    Venue(
        "theatre-sevrolle",
        "Théâtre de la Sévrolle",
        "au théâtre de la Sévrolle",
        "culture",
        (300, -200),
        (),
    ),
    Venue(
        "le-moulin",
        "Le Moulin",
        "au Moulin",
        "culture",
        (-980, -2060),
        (),
        "un seul mot, qui peut dire autre chose",
    ),
)
_EVERY = 3
"""One title in so many of those that name no quarter names a place instead."""

_STREETS = (
    ("Rue du Fuseau", (-520, 1450), "NO"),
    ("Allée des Dévidoirs", (-700, 1250), "NO"),
    ("Rue de Clairvol", (1550, -1550), "SE"),
    ("Impasse de la Roseraie", (1400, -1350), "SE"),
    ("Rue de la Sarmandine", (1900, 500), "E"),
    ("Place du Marché-Clos", (300, -180), "C"),
    ("Rue de la Sévrolle", (350, -500), "C"),
    ("Quai des Tanneurs", (250, -900), "C"),
    ("Avenue d’Ymoisy", (2600, -2300), "SE"),
    ("Chemin du Pré-Lambin", (-980, -2060), "SO"),
)


def named(line: ActionYear) -> RawRow:
    """The title of the line and the columns of its quarter: a few name a place."""
    said: RawRow = {
        "intitule": line.title,
        "quartiers": line.quarters,
        "quartier_origine": line.quarter_origin,
    }
    mark = zlib.crc32(line.title.encode())
    if line.quarters or mark % _EVERY:
        return said
    venue = VENUES[mark // _EVERY % len(VENUES)]
    held = () if venue.aside else _held(venue, line.year)
    return {
        "intitule": f"{line.title} {venue.at}",
        "quartiers": held,
        "quartier_origine": "proposé : lieu nommé" if held else "",
        "quartier_lieu": (venue.code,),
    }


def _held(venue: Venue, year: int) -> tuple[str, ...]:
    generation = "2024" if year >= 2024 else "2015"
    return tuple(code for code in venue.quarters if QUARTER[code].generation == generation)


def places() -> list[RawRow]:
    """The rows of lieux_nommes.csv."""
    return [_place(venue) for venue in VENUES]


def _place(venue: Venue) -> RawRow:
    lon, lat = degrees(venue.spot) if venue.spot else (None, None)
    said = "point dans le périmètre" if venue.quarters else "point hors de tout périmètre"
    return {
        "code": venue.code,
        "nom": venue.name,
        "genre": venue.kind,
        "lon": lon,
        "lat": lat,
        "quartiers": venue.quarters,
        "motif": said if venue.spot else "non sourcé par un point : inventé par son seul nom",
        "ecarte": venue.aside,
        "source": SOURCE,
    }


def streets() -> list[RawRow]:
    """The rows of voies.csv."""
    found: list[RawRow] = []
    for rank, (name, spot, sector) in enumerate(_STREETS, start=1):
        lon, lat = degrees(spot)
        row: RawRow = {"code": f"V{rank:03d}", "nom": name, "lon": lon, "lat": lat}
        found.append({**row, "secteur": sector, "source": SOURCE})
    return found
