"""The places that a grant may name, and the quarter that this proposes for it.

A place is found by its whole name or one of its other spellings, articles aside, in the title, else
in the holder's name. The quarter is the one whose perimeter, in force in the year of the grant,
holds the place. What is proposed is always shown as proposed, and what is unclear proposes nothing:
places that disagree, one that lies outside every perimeter, a name that is set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.funding import Origin
from dashboard.importers.imported import Records
from dashboard.importers.territory_folder import TerritoryFolder, folded
from dashboard.schema import Record

_ARTICLES = re.compile(r"(?<= )(?:le|la|les|l|de|du|des|d) ")
COLUMNS = ("quartiers", "quartier_origine", "quartier_lieu")
_OURS = (str(Origin.PLACE), "")
"""Origins that the rule may change: whatever else says the quarter is surer than a place."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A line of the table: its code, its names (as ``spelled``), the quarters that hold it."""

    code: str
    names: tuple[str, ...]
    quarters: frozenset[str]
    aside: bool

    def named_in(self, text: str) -> bool:
        """Whether a text (as ``spelled``) names it."""
        return any(name in text for name in self.names)


@dataclass(frozen=True)
class Gazetteer:
    """The places, and the years in which each quarter is in force."""

    places: tuple[GazetteerPlace, ...]
    years: Mapping[str, tuple[int, int]]

    def proposed(self, row: Record) -> Record:
        """The three columns of the quarter of that action, as the rule proposes them."""
        met = self._met(row, aside=False)
        each = {self._quarters(place, int(row["annee"])) for place in met}
        quarters = min(each) if len(each) == 1 else ()
        origin = str(Origin.PLACE) if quarters else ""
        places = "|".join(place.code for place in met or self._met(row, aside=True))
        return dict(zip(COLUMNS, ("|".join(quarters), origin, places), strict=True))

    def _met(self, row: Record, aside: bool) -> tuple[GazetteerPlace, ...]:
        """The places that the title names, else the holder's name."""
        served = [place for place in self.places if place.aside is aside]
        texts = (spelled(row["intitule"]), spelled(row["porteur"]))
        found = (tuple(place for place in served if place.named_in(text)) for text in texts)
        return next((places for places in found if places), ())

    def _quarters(self, place: GazetteerPlace, year: int) -> tuple[str, ...]:
        """The quarters in force that year that hold the place: none, or one."""
        held = {code: self.years[code] for code in place.quarters}
        return tuple(sorted(code for code, (low, high) in held.items() if low <= year <= high))


def spelled(text: str) -> str:
    """The text as names are compared: words without accents, case nor articles."""
    return _ARTICLES.sub("", folded(text))


def gazetteer_of(territory: TerritoryFolder, places: Iterable[Record] | None = None) -> Gazetteer:
    """The gazetteer of the territory; ``places`` are those rows instead of the ones it holds."""
    rows = territory.rows("lieux_nommes") if places is None else tuple(places)
    return Gazetteer(
        tuple(sorted((_place(row) for row in rows), key=lambda place: place.code)),
        {
            row["code"]: (int(row["valide_de"] or 0), int(row["valide_a"] or 9999))
            for row in territory.rows("territoires")
        },
    )


def _place(row: Record) -> GazetteerPlace:
    names = (row["nom"], *row["autres_noms"].split("|"))
    quarters = frozenset(row["quartiers"].split("|")) - {""}
    spellings = dict.fromkeys(spelled(name) for name in names if name)
    return GazetteerPlace(row["code"], tuple(spellings), quarters, bool(row["ecarte"]))


def located(rows: Iterable[Record], gazetteer: Gazetteer) -> Records:
    """The actions, each with what the rule proposes where nothing surer says its quarter."""
    return tuple(
        row | gazetteer.proposed(row) if row["quartier_origine"] in _OURS else row for row in rows
    )
