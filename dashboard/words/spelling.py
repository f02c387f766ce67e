"""Names of places as people write them: abbreviations, articles, house numbers, typing faults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.domain import french

WAYS = {
    "all": "allée",
    "av": "avenue",
    "ave": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "blvd": "boulevard",
    "bvd": "boulevard",
    "ch": "chemin",
    "che": "chemin",
    "chem": "chemin",
    "crs": "cours",
    "fbg": "faubourg",
    "fg": "faubourg",
    "ham": "hameau",
    "imp": "impasse",
    "lot": "lotissement",
    "mte": "montée",
    "pas": "passage",
    "pass": "passage",
    "pl": "place",
    "prom": "promenade",
    "qu": "quai",
    "r": "rue",
    "res": "résidence",
    "rpt": "rond-point",
    "rte": "route",
    "sq": "square",
}
"""What the first word of a name may be cut to."""

TITLES = {
    "cdt": "commandant",
    "col": "colonel",
    "cne": "capitaine",
    "dr": "docteur",
    "gal": "general",
    "gen": "general",
    "gl": "general",
    "mal": "marechal",
    "pdt": "president",
    "pr": "professeur",
    "st": "saint",
    "ste": "sainte",
}
"""What any word may be cut to."""

_GENERIC = frozenset(
    word for way in WAYS.values() for word in french.fold(way).split("-")
) | frozenset(
    [
        *("cour", "escalier", "espace", "esplanade", "parc", "passerelle", "pont", "quartier"),
        *("college", "ecole", "gymnase", "lycee"),
    ]
)
_ARTICLES = frozenset(
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur"]
)
LINKING = (
    "un une pour par dans avec sans sous entre depuis chez vers ce cet cette ces est sont qui que "
    "quoi dont ou on il elle se ne pas son sa ses leur mon ma mes"
)
"""Words that link others, and name nothing."""
_LINKS = _ARTICLES | frozenset(LINKING.split())
_NUMBER = re.compile(r"\s*(\d{1,4})\s*(bis|ter|quater|[a-f](?![\w’']))?[\s,]+(?=\S)", re.IGNORECASE)

_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)['’](?=\w)")

KNOWN = 5_000
"""Published names whose words are remembered."""
SURE, LONG = 4, 8
"""Letters of a word from which one fault is understood, then two."""


class NameQuery(NamedTuple):
    """What was asked: the words looked for, and before them a number in a street, if any."""

    words: tuple[str, ...]
    number: int = 0
    suffix: str = ""


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without accents, case, articles nor what is elided
    before a word (« qu’a » names no quay), written in full. A name of articles alone keeps them."""
    found = re.findall(r"[a-z0-9]+", _ELIDED.sub("", french.fold(name)))
    if found and found[0] in WAYS:
        found[:1] = french.fold(WAYS[found[0]]).split("-")
    full = tuple(TITLES.get(word, word) for word in found)
    return tuple(word for word in full if word not in _ARTICLES) or full


def names_nothing(text: str) -> bool:
    """Whether its words only link others: « de la », « pour les »; False where it has none."""
    found = words_of(text)
    return bool(found) and _LINKS.issuperset(found)


def is_generic(word: str) -> bool:
    """Whether the word says what a thing is and not which one: « rue », « place »."""
    return word in _GENERIC


def readings(text: str) -> tuple[NameQuery, ...]:
    """How what a person typed may be read, the likeliest first: as a name, or as a number in a
    street. « 8 mai 1945 » is first a name, « 8 rue du 8 mai 1945 » a number."""
    whole = NameQuery(words_of(text))
    found = _NUMBER.match(text)
    if found is None:
        return (whole,)
    rest = words_of(text[found.end() :])
    numbered = NameQuery(rest, int(found[1]), (found[2] or "").lower())
    return (numbered, whole) if rest and is_generic(rest[0]) else (whole, numbered)


def without_town(text: str, town: str) -> str:
    """What stands before « 73000 Chambéry » or « , Chambéry », for that town; empty elsewhere."""
    end = rf"(.*?\S)[\s,]+(?:\d{{5}}[\s,]+)?{re.escape(french.fold(town))}\s*"
    found = re.fullmatch(end, french.fold(text))
    return found[1].rstrip(", ") if found else ""


def in_full(name: str) -> str:
    """The name to show, its first word written in full: « Allée Albert Camus »."""
    first, space, rest = name.partition(" ")
    way = WAYS.get(french.fold(first.rstrip(".")))
    return f"{french.capital(way)}{space}{rest}" if way and rest else name


def cuts(word: str) -> frozenset[str]:
    """The word and what it becomes when one letter is left out; nothing for a short one."""
    if len(word) < SURE or word.isdigit():
        return frozenset()
    return frozenset((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))


def faults(one: str, other: str) -> int:
    """How many letters are wrong, missing, added or exchanged between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, target in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            swapped = i > 1 < j and letter == other[j - 2] and one[i - 2] == target
            row.append(min(best, older[j - 2] + 1) if swapped else best)
    return row[-1]


def allowed(word: str) -> int:
    """How many faults are forgiven in a word of that length."""
    return 0 if len(word) < SURE or word.isdigit() else 2 if len(word) >= LONG else 1


def near(word: str, known: str, *, faulty: bool = True) -> bool:
    """Whether a word that a person typed stands for that one: alike but for its plural, its first
    half at least from four letters on, or, unless it is taken as written, with a typing fault from
    five."""
    if word.rstrip("sx") == known.rstrip("sx"):
        return True
    cut = len(word) >= max(SURE, len(known) / 2) and known.startswith(word)
    return cut or (faulty and len(word) > SURE and _faulty(word, known))


def holds(name: str, asked: str, *, faulty: bool = True) -> bool:
    """Whether the name has a word for each of those asked, cut short or, unless they are taken as
    written, with a fault."""
    held = _published(name)
    return all(_met(word, held, faulty) for word in words_of(asked))


@lru_cache(KNOWN)
def _published(name: str) -> tuple[str, ...]:
    """The words of a published name, which come back at each question. What is asked is never
    remembered."""
    return words_of(name)


def _met(word: str, held: Sequence[str], faulty: bool) -> bool:
    """A word of three letters or less is a whole one: « âge » begins no « agence »."""
    if len(word) < SURE:
        return any(word.rstrip("sx") == one.rstrip("sx") for one in held)
    begun = any(one.startswith(word) for one in held)
    return begun or (faulty and any(_faulty(word, one) for one in held))


def _faulty(word: str, other: str) -> bool:
    close = word[:1] == other[:1] and abs(len(word) - len(other)) <= 1
    return close and faults(word, other) <= allowed(word)
