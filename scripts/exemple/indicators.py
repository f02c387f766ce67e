"""Values of the indicators, 2010-2023: gaps that close, hold or widen, and every way to be absent."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from scripts.exemple.base import SOURCE, RawRow, draw
from scripts.exemple.levels import LEVELS, OF_SOCIAL_HOUSING, Level
from scripts.exemple.places import (
    ALL_QPV,
    COMMUNE,
    COMMUNES,
    DEPARTEMENT,
    EPCI,
    PAYS,
    QUARTERS,
    REGION,
    Quarter,
)

FIRST, LAST, LAST_OF_2015 = 2010, 2023, 2022
NEW_PERIMETER_FROM = 2022

PACE = {
    "QP099001": -0.032,
    "QP099002": 0.0,
    "QP099003": 0.036,
    "QP099004": 0.012,
    "QP099005": -0.014,
    "QP099006": 0.02,
}
"""Part of the gap of 2010 that each quarter gains or loses a year: closing, stable, widening."""

_DEPTH = {"QP099002": 1.12, "QP099003": 0.86, "QP099004": 0.78, "QP099005": 0.6, "QP099006": 0.7}
_PREDECESSOR = {item.successor: item.code for item in QUARTERS if item.successor}
_WIDER = {EPCI: 0.0, DEPARTEMENT: 0.05, REGION: 0.08, PAYS: 0.13, ALL_QPV: 1.05}
_PEOPLE = {DEPARTEMENT: 486_000, REGION: 3_940_000, PAYS: 64_300_000, ALL_QPV: 4_870_000}

_EVER = range(FIRST, LAST + 1)
_FEW = "trop peu de ménages"
_EXCEPTIONS: tuple[tuple[str, tuple[str, ...], range, str, str], ...] = (
    ("QP099005", OF_SOCIAL_HOUSING, _EVER, "sans objet", "aucun logement social dans le quartier"),
    ("QP099006", ("taux-pauvrete",), _EVER, "secret", _FEW),
    ("99012", ("taux-pauvrete", "niveau-vie-median"), _EVER, "secret", _FEW),
    ("QP099005", (), range(2017, 2019), "secret", _FEW),
    ("QP099004", ("niveau-vie-median",), range(2014, 2016), "non diffusé", "qualité insuffisante"),
    ("", ("taux-emploi",), range(2013, 2014), "présumé", "année déduite du nom du fichier"),
    ("", (), range(LAST, LAST + 1), "provisoire", ""),
)
"""Place (empty: all), indicators (none: all), years, status, note: the first that fits."""
MISSING_YEAR = ("QP099003", "taux-emploi", 2016)
"""A row that is not there at all."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place, how deep and how fast its gap is, its people, and the years it is known."""

    code: str
    depth: float
    pace: float
    people: int
    first: int
    last: int


def slugs() -> frozenset[str]:
    """The indicators that have values."""
    return frozenset(level.slug for level in LEVELS)


def rows() -> list[RawRow]:
    """The rows of indicateurs.csv, by place, indicator and year."""
    return [row for place in _places() for level in LEVELS for row in _series(place, level)]


def _places() -> list[_Place]:
    wider = [
        _Place(code, depth, 0.0, _PEOPLE.get(code, _inhabitants()), FIRST, LAST)
        for code, depth in _WIDER.items()
    ]
    communes = [
        _Place(item.code, _commune_depth(item.code), 0.0, item.population, FIRST, LAST)
        for item in COMMUNES
    ]
    quarters = [_of_quarter(item) for item in QUARTERS if item.kind == "qpv"]
    return [*quarters, *communes, *wider]


def _inhabitants() -> int:
    return sum(item.population for item in COMMUNES)


def _commune_depth(code: str) -> float:
    return {"99001": 0.3, "99002": 0.1, "99003": 0.05}.get(code, -0.15)


def _of_quarter(quarter: Quarter) -> _Place:
    root = _PREDECESSOR.get(quarter.code, quarter.code)
    old = quarter.generation == "2015"
    return _Place(
        quarter.code,
        _DEPTH.get(root, 1.0),
        PACE.get(root, 0.0),
        quarter.population,
        FIRST if old else NEW_PERIMETER_FROM,
        LAST_OF_2015 if old else LAST,
    )


def _series(place: _Place, level: Level) -> list[RawRow]:
    random = draw(f"{level.slug} {place.code}")
    years = range(max(place.first, level.first), min(place.last, level.last) + 1)
    if place.code in COMMUNE and not level.communes:
        return []
    found = [_row(place, level, year, _value(place, level, year, random)) for year in years]
    return [row for row in found if (place.code, level.slug, row["annee"]) != MISSING_YEAR]


def _value(place: _Place, level: Level, year: int, random: Random) -> float:
    """The level of the agglomeration, plus the gap of the place, plus a little chance."""
    since = year - FIRST
    growth = 1 + level.drift * since
    gap = (level.here - level.there) * place.depth * (1 + place.pace * since)
    rate = (level.there + gap) * growth * (1 + random.uniform(-level.noise, level.noise))
    amount = place.people * rate / 100 if level.per_hundred else rate
    return round(amount / level.step) * level.step


def _row(place: _Place, level: Level, year: int, value: float) -> RawRow:
    status, note = _status(place.code, level.slug, year)
    shown = status in ("définitif", "provisoire", "présumé")
    return {
        "territoire": place.code,
        "indicateur": level.slug,
        "annee": year,
        "valeur": _text(value, level) if shown else "",
        "statut": status,
        "source": SOURCE,
        "fichier": "",
        "note": note,
    }


def _text(value: float, level: Level) -> str:
    return f"{value:.{level.decimals}f}"


def _status(code: str, slug: str, year: int) -> tuple[str, str]:
    """The status and its note: what is absent says why, what is recent or deduced says so."""
    for who, what, years, status, note in _EXCEPTIONS:
        if who in ("", code) and (not what or slug in what) and year in years:
            return status, note
    return "définitif", ""


def breaks() -> list[RawRow]:
    """The rows of ruptures.csv: one commune that grew; the breaks of method are in the catalogue."""
    return [
        {
            "indicateur": "taux-emploi",
            "annee": 2019,
            "motif": "la commune de Corvessy s’est agrandie d’un hameau",
            "source": SOURCE,
            "territoire": "99002",
        }
    ]
