"""Dates and years as the lines of official files write them; never guessed.

A date of two digits for its year is of this century. A year is four plain digits, within what the
tables accept.
"""

from __future__ import annotations

import datetime as dt
import re

from dashboard.domain import french
from dashboard.importers.reading import plain

FIRST, LAST = 2000, 2060
"""Years in which a grant of a contract may stand."""

_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_HOUR = r"(?:[T ]+[0-9]{1,2}[:h][0-9:.h]*(?: ?(?:Z|[+-][0-9:]{2,6}))?)?"
_FORMS = (
    (rf"([0-9]{{4}})[-/]([0-9]{{1,2}})[-/]([0-9]{{1,2}}){_HOUR}", (1, 2, 3)),
    (rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{4}}){_HOUR}", (3, 2, 1)),
    (r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})", (3, 2, 1)),
    (r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})", (1, 2, 3)),
)
_WORDS = re.compile(
    rf"(?:(?:{_DAYS}) )?([0-9]{{1,2}})(?:er)? ([a-z]{{3,9}}) ([0-9]{{4}}|[0-9]{{2}})\b"
)
_EPOCH = dt.date(1899, 12, 30)


def date(text: str) -> dt.date | None:
    """The date that a cell holds and nothing else: ISO, French, compact, in words, or a serial."""
    bare = plain(text)
    for pattern, (year, month, day) in _FORMS:
        found = re.fullmatch(pattern, bare)
        if found:
            return _day(found[year], found[month], found[day])
    if re.fullmatch(r"[1-9][0-9]{4}(\.[0-9]+)?", bare):
        return _EPOCH + dt.timedelta(days=int(float(bare)))
    said = _WORDS.fullmatch(_folded(bare))
    return _of_words(said) if said else None


def hinted(text: str) -> dt.date | None:
    """The only date that a sentence holds in words, to propose it, never to take it; None
    where it holds several, or none."""
    days = [day for found in _WORDS.finditer(_folded(text)) if (day := _of_words(found))]
    return days[0] if len(days) == 1 else None


def year(text: str) -> int | None:
    """The year of a cell that holds only that: ``2022``, ``2022.0``; None for any other text."""
    bare = plain(text).removesuffix(".0")
    if not re.fullmatch(r"[0-9]{4}", bare):
        return None
    return int(bare) if FIRST <= int(bare) <= LAST else None


def year_in_name(name: str) -> int | None:
    """The one year that the name of a file holds, standing alone; a SIREN holds none."""
    found = {int(text) for text in re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", name)}
    return found.pop() if len(found) == 1 and min(found) <= LAST else None


def _folded(text: str) -> str:
    """The text without accents nor case; ``27-févr.-22`` as ``27 fevr 22``."""
    return " ".join(re.sub(r"[-.]", " ", french.fold(text)).split())


def _of_words(found: re.Match[str]) -> dt.date | None:
    months = [rank for rank, name in enumerate(_MONTHS, start=1) if name.startswith(found[2])]
    return _day(found[3], str(months[0]), found[1]) if len(months) == 1 else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    century = 2000 if len(year) == 2 else 0
    try:
        return dt.date(century + int(year), int(month), int(day))
    except ValueError:
        return None
