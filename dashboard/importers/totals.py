"""Rows that sum others: no grant, recognised and left aside."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dashboard.importers.account import Left
from dashboard.importers.ground import words

REASON = "de total"
_TOTAL = re.compile(
    r"(?:(?:s|sous|grand) )?tot(?:al|aux)(?: (?:general|generaux|annuel|partiel|ttc|euros?|eur))*"
    r"(?: (?:des?|du|par|en|pour|l|la|les|annee|exercice|subventions?|aides?|montants?|page|"
    r"lignes?|attribuees?|versees?|votees?|20[0-9]{2}))*"
    r"|montant total|somme(?: des (?:subventions|montants))?|cumul(?: (?:general|annuel))?"
)


def left_as_total(line: int, cells: Mapping[str, str], holder: str, number: str) -> Left | None:
    """The row left aside where it sums others: its holder is the word, or it has none.

    ``holder`` and ``number`` are the columns of the holder's name and SIRET. A holder named
    « Total » that has a SIRET is a holder.
    """
    if cells.get(number):
        return None
    named = cells.get(holder, "")
    said = {holder: named} if named else cells
    for column, text in said.items():
        if _TOTAL.fullmatch(words(text).strip()):
            return Left(line, column, text, REASON)
    return None
