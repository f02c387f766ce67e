"""The lines whose title or holder holds the words asked."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dashboard.domain import french
from dashboard.store.archive import Archive

MOST = 8
"""Words that are looked for, at most."""

KEPT = 16
"""Questions whose answer is kept: all the figures of a page ask the same one."""


@lru_cache(KEPT)
def rows_with(words: str, archive: Archive) -> npt.NDArray[np.int32]:
    """The rows whose title or holder has words that start so, in order."""
    return matching(words, archive)


def matching(words: str, archive: Archive) -> npt.NDArray[np.int32]:
    """The same, of which nothing is kept."""
    tokens = re.findall(r"[a-z0-9]+", french.fold(words))[:MOST]
    if not tokens:
        return np.array([], dtype=np.int32)
    question = " ".join(f'"{_singular(token)}"*' for token in tokens)
    sql = "select rowid - 1 from recherche where recherche match ?"
    return np.sort(np.array(archive.column(sql, (question,)), dtype=np.int32))


def _singular(word: str) -> str:
    """The word without the mark of its plural: « chantiers » also finds « chantier »."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
