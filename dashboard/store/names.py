"""What bears the name that a person typed: accents, abbreviations and typing faults forgiven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from dashboard.domain.location import Named, NameKind
from dashboard.store.archive import Archive
from dashboard.words.spelling import (
    NameQuery,
    allowed,
    cuts,
    faults,
    is_generic,
    readings,
    without_town,
)

MOST_WORDS, MOST_FORMS, MOST_RANKED = 8, 60, 400
"""Words that are looked for; words of names that one of them may stand for; names compared."""

STARTED, FAULTY, GENERIC_LACKING = 1, 2, 3
"""What a word costs that only starts so, for each fault, and a « rue » that the name lacks."""


class Nearness(NamedTuple):
    """How far a name is from what was asked: the cost of its words, those that nobody asked."""

    cost: int
    unasked: int
    name: int


@dataclass(frozen=True, slots=True)
class FoundNames:
    """The names that answer, the nearest first, and how many there are in all."""

    names: tuple[Named, ...] = ()
    total: int = 0

    @property
    def sure(self) -> Named | None:
        """The one that was asked; None where none answers, or another as well."""
        return self.names[0] if self.names and self.names[0].sure else None


def found(archive: Archive, text: str, most: int, town: str = "") -> FoundNames:
    """The names that answer what was typed; ``most`` of them are given. Where none does, the same
    without the name of the ``town`` whose streets are known."""
    local = without_town(text, town) if town else ""
    for asked in (*readings(text), *(readings(local) if local else ())):
        ranked = _ranked(archive, asked.words[:MOST_WORDS])
        if ranked:
            return _told(archive, asked, ranked, most)
    return FoundNames()


def _ranked(archive: Archive, words: Sequence[str]) -> list[Nearness]:
    """The names that hold every word that tells one from another, the nearest first."""
    telling = [word for word in words if not is_generic(word)] or list(words)
    held: dict[int, tuple[int, int]] = {}
    for place, word in enumerate(telling):
        having = _having(archive, word)
        kept = having.keys() if place == 0 else held.keys() & having.keys()
        held = {n: (having[n][0] + held.get(n, (0, 0))[0], having[n][1]) for n in kept}
    asked = len(set(words))
    ranked = sorted(Nearness(cost, max(0, long - asked), n) for n, (cost, long) in held.items())
    return _with_generic(archive, [word for word in words if word not in telling], ranked)


def _with_generic(archive: Archive, words: Sequence[str], ranked: list[Nearness]) -> list[Nearness]:
    """Those names, the ones that lack a word such as « rue » after the others."""
    near, rest = ranked[:MOST_RANKED], ranked[MOST_RANKED:]
    for word in words:
        marks = ",".join("?" * len(near))
        sql = f"select nom from mots where mot = ? and nom in ({marks})"
        having = set(archive.column(sql, (word, *(item.name for item in near))))
        near = [
            item if item.name in having else item._replace(cost=item.cost + GENERIC_LACKING)
            for item in near
        ]
    return [*sorted(near), *rest]


def _having(archive: Archive, word: str) -> dict[int, tuple[int, int]]:
    """The names that hold that word or one near it: what it costs, how many words they have."""
    costs = _forms(archive, word)
    marks = ",".join("?" * len(costs))
    sql = f"select mot, nom, longueur from mots where mot in ({marks})"
    found: dict[int, tuple[int, int]] = {}
    for form, name, words in archive.tuples(sql, tuple(costs)):
        told = costs[form], words
        if name not in found or told < found[name]:
            found[name] = told
    return found


def _forms(archive: Archive, word: str) -> dict[str, int]:
    """The words of names that a typed word may stand for, with what each costs."""
    sql = "select mot from vocabulaire where mot >= ? and mot < ? order by mot limit ?"
    starting = archive.column(sql, (word, f"{word}{{", MOST_FORMS))
    costs = {form: 0 if form == word else STARTED for form in starting}
    return costs if word in costs else {**_faulty(archive, word), **costs}


def _faulty(archive: Archive, word: str) -> dict[str, int]:
    """The words of names that it may be with a typing fault or two."""
    cut = sorted(cuts(word))
    marks = ",".join("?" * len(cut))
    near = archive.column(f"select distinct mot from formes where forme in ({marks})", tuple(cut))
    wrong = {form: faults(word, form) for form in near}
    return {form: FAULTY * count for form, count in wrong.items() if count <= allowed(word)}


def _told(archive: Archive, asked: NameQuery, ranked: list[Nearness], most: int) -> FoundNames:
    """Those names as values, one a thing; the first is sure where none answers as well."""
    rows = _rows(archive, [item.name for item in ranked[: 2 * most]])
    once: dict[tuple[str, str], Nearness] = {}
    for item in ranked[: 2 * most]:
        once.setdefault((rows[item.name]["genre"], rows[item.name]["code"]), item)
    kept = list(once.values())[:most]
    names = [_named(archive, rows[item.name], asked) for item in kept]
    sure = len(kept) == 1 or _alone(*kept[:2])
    names[0] = replace(names[0], sure=sure, guessed=kept[0].cost > 0)
    return FoundNames(tuple(names), len(ranked) - len(rows) + len(once))


def _alone(first: Nearness, second: Nearness) -> bool:
    """Whether the first says all that was asked and no more, and the second less well."""
    better = first.cost < second.cost or second.unasked > 0 == first.cost
    return first.unasked == 0 and better


def _rows(archive: Archive, names: Sequence[int]) -> dict[int, dict[str, Any]]:
    marks = ",".join("?" * len(names))
    rows = archive.query(f"select * from noms where rang in ({marks})", tuple(names))
    return {row["rang"]: row for row in rows}


def _named(archive: Archive, row: dict[str, Any], asked: NameQuery) -> Named:
    found = Named(
        NameKind(row["genre"]),
        row["code"],
        row["nom"],
        row["commune"],
        None if row["x"] is None else (row["x"], row["y"]),
        row["source"],
    )
    if not asked.number or found.kind is not NameKind.STREET:
        return found
    return _numbered(archive, found, row["rang"], asked)


def _numbered(archive: Archive, street: Named, rank: int, asked: NameQuery) -> Named:
    """That street at the number asked, or with the number that no source holds."""
    said = f"{asked.number} {asked.suffix}".strip()
    sql = "select x, y from adresses where nom = ? and numero = ? and suffixe = ?"
    held = archive.query(sql, (rank, asked.number, asked.suffix))
    if not held:
        return replace(street, missing=said)
    return replace(street, number=said, point=(held[0]["x"], held[0]["y"]))


def counts(archive: Archive) -> dict[NameKind, int]:
    """How many things of each kind may be found by their name."""
    sql = "select genre, count(distinct code) as nombre from noms group by genre"
    return {NameKind(row["genre"]): row["nombre"] for row in archive.query(sql)}


def doors(archive: Archive) -> int:
    """How many numbers of streets the operator imported."""
    found: Iterable[int] = archive.column("select count(*) from adresses")
    return next(iter(found))
