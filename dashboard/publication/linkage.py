"""Which lines are the same action from year to year: by holder, then by what their title says.

No source gives an action a number that lasts. Two lines of one holder whose titles hold the same
words, once years, programme marks and the holder's own name are left out, are taken for one
action. Titles that only look alike are a doubtful match, which is told apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain import french
from dashboard.publication.axes import PERSON, Arrays
from dashboard.system import progress

WordSet = frozenset[str]

_NOTHING = (
    "ad an au aux avec ca ce ces ci dans de des du en et eux la le les leur ne notre on ou par "
    "pour qu que qui sa se ses son sur un une vers"
)
_OF_FILES = (
    "complement complementaire qe pqe qsj fqs vvv covid annee annuel annuelle action projet ass "
    "asso association demande subvention multi programme"
)
EMPTY = frozenset(f"{_NOTHING} {_OF_FILES}".split(" "))
"""Words that name nothing, and those of the files (a complement, a programme, « action »): none
tells two actions apart."""
STEM = 5
"""Letters of a word that are compared where titles only look alike."""
LEAST = 2
"""Words that two long titles share at least, to look alike."""
MOST = 400
"""Titles of one holder that are compared two by two; beyond, none of them looks like another."""


def linked(actions: pd.DataFrame, years: npt.NDArray[np.int32], span: int) -> Arrays:
    """``row_link``: the action that each line is taken for. ``link_alike``: the actions that
    look alike, two by two. ``link_years``: whether a line of the action is funded, by year.

    ``years`` is the index of the year of each line, of ``span`` years.
    """
    titles = _titles(actions)
    index = {title: rank for rank, title in enumerate(dict.fromkeys(titles))}
    of_row = np.array([index[title] for title in titles], dtype=np.int32)
    funded = actions["montant"].to_numpy(dtype=np.float64) > 0
    there = np.zeros((len(index), span), dtype=bool)
    there[of_row[funded], years[funded]] = True
    return {"row_link": of_row, "link_alike": _pairs(tuple(index)), "link_years": there}


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title of a holder; ``alone`` tells apart what is never taken for another."""

    holder: str
    words: WordSet
    alone: str = ""


def _titles(actions: pd.DataFrame) -> list[Title]:
    columns = ("porteur_slug", "porteur", "intitule", "id", "porteur_nature")
    rows = zip(*(actions[name] for name in columns), strict=True)
    known: dict[str, WordSet] = {}
    told = progress.through(rows, len(actions), "Actions rapprochées d’une année à l’autre")
    return [_title(row, known) for row in told]


def _title(row: Sequence[str], known: dict[str, WordSet]) -> Title:
    slug, holder, title, code, kind = row
    if kind == PERSON:
        return Title("", frozenset(), code)
    if slug not in known:
        known[slug] = _names(holder)
    words = reduced(title, known[slug])
    return Title(slug, words, "" if words else code)


def reduced(title: str, names: WordSet = frozenset()) -> WordSet:
    """What a title says: its words without accents nor plural, ``EMPTY`` ones and those of the
    holder left out. Empty where it says nothing else."""
    return frozenset(word for word in _words(title) if word not in names) - EMPTY


def _names(holder: str) -> WordSet:
    """The words of a holder, and the initials by which its titles call it."""
    said = list(_words(holder))
    kept = [word for word in said if word not in EMPTY]
    initials = {"".join(word[0] for word in part) for part in (said, kept)}
    return frozenset({*kept, *initials})


def _words(text: str) -> Iterator[str]:
    """Its words, without years nor numbers; the last s or x of a plural is left out."""
    for word in re.findall(r"[a-z]{2,}", french.fold(text)):
        yield word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _pairs(titles: Sequence[Title]) -> npt.NDArray[np.int32]:
    """The titles of one holder that look alike, two by two."""
    holders: dict[str, list[int]] = defaultdict(list)
    for rank, title in enumerate(titles):
        if title.holder:
            holders[title.holder].append(rank)
    found = [pair for ranks in holders.values() for pair in _alike(titles, ranks)]
    return np.array(found, dtype=np.int32).reshape(-1, 2)


def _alike(titles: Sequence[Title], ranks: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(ranks) > MOST:
        return
    stems = {rank: frozenset(word[:STEM] for word in titles[rank].words) for rank in ranks}
    for one, other in combinations(ranks, 2):
        if look_alike(stems[one], stems[other]):
            yield one, other


def look_alike(one: WordSet, other: WordSet) -> bool:
    """Whether one holds all that the other says, whether they share half of their words, or two
    words at least that make half of the shorter. What says nothing may be any of the others."""
    shared, shorter = len(one & other), min(len(one), len(other))
    return (
        shared == shorter
        or 2 * shared >= len(one | other)
        or (shared >= LEAST and 2 * shared >= shorter)
    )
