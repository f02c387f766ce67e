"""Known places, found by the words of their names."""

from __future__ import annotations

import re

from dashboard.domain import french
from dashboard.domain.funding import Lines, Match
from dashboard.domain.territory import KnownPlace
from dashboard.store.archive import Archive


def known_places(archive: Archive, words: str) -> tuple[KnownPlace, ...]:
    """The places one of whose names has words that start so, in the order of their names."""
    tokens = _tokens(words)
    found = (row for row in archive.document("lieux_nommes") if _holds(row, tokens))
    return tuple(sorted(map(_place, found), key=lambda place: french.fold(place.name)))


def matches(archive: Archive) -> tuple[Match, ...]:
    """What the funded lines that name places come to, by year and by the places that they name."""
    rows = archive.query(
        "select annee, quartier_lieu, quartiers != '' as proposed, sum(montant) as euros,"
        " count(*) as lines from actions where quartier_lieu != '' and montant > 0"
        " group by annee, quartier_lieu, proposed order by annee, quartier_lieu"
    )
    return tuple(
        Match(
            int(row["annee"]),
            tuple(row["quartier_lieu"].split("|")),
            bool(row["proposed"]),
            Lines(float(row["euros"]), int(row["lines"])),
        )
        for row in rows
    )


def _tokens(words: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", french.fold(words))


def _holds(row: dict[str, str], tokens: list[str]) -> bool:
    names = (_tokens(name) for name in (row["nom"], *row["autres_noms"].split("|")))
    return any(_starts(name, tokens) for name in names)


def _starts(name: list[str], tokens: list[str]) -> bool:
    return all(any(word.startswith(token) for word in name) for token in tokens)


def _place(row: dict[str, str]) -> KnownPlace:
    return KnownPlace(
        code=row["code"],
        name=row["nom"],
        kind=row["genre"],
        reason=row["motif"],
        quarters=tuple(code for code in row["quartiers"].split("|") if code),
        lon=float(row["lon"]) if row["lon"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
        aside=row["ecarte"],
        source=row["source"],
    )
