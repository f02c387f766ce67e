"""French as a reader expects it: numbers, money, dates, lists, agreement.

Every number that a reader meets goes through this module, on screen and in files for reading.
Spaces follow the Imprimerie nationale: U+202F between thousands and before ; ! ?, U+00A0 before
a unit, a colon and inside guillemets.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Collection, Sequence

NBSP = "\u00a0"
NNBSP = "\u202f"
MINUS = "\u2212"
NOT_AVAILABLE = f"n.{NBSP}d."
SECRET = "s"
NOT_APPLICABLE = "–"

_TYPESET = re.compile("'|« | [;!?:%€»]")
_QUOTED = re.compile('"([^"]+)"')
_GROUPED = re.compile(r"\b\d{1,3}(?: \d{3})+\b")
_NUMBER = re.compile(r"\[([^\]]*)\]")
_UNELIDED = ("onz", "oui", "yaourt", "yoga")
_ASPIRATED = re.compile(
    "h(?:aie|al|ame|and|ang|arcel|ardi|aric|asard|ass|aus|aut|avre|eros|erse|ibou|ideu|ierarch|lm|"
    "obb|oll|omard|ong|ont|oquet|ors|otte|oue|ouil|ublot|uit|url|utte)"
)
"""Starts of words whose h forbids the elision: « le Haut », « de huit »."""

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_CARDINALS = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
    "vingt",
)


def number(value: float, decimals: int = 0) -> str:
    """A number with a decimal comma and narrow no-break thousands: ``1 234,5``."""
    text = f"{abs(value):,.{decimals}f}".replace(",", NNBSP).replace(".", ",")
    negative = value < 0 and any(char in "123456789" for char in text)
    return f"{MINUS}{text}" if negative else text


def numbers(values: Sequence[float], decimals: int = 0) -> list[str]:
    """Each number as ``number`` says it, quicker where there are many."""
    if not values or min(values) < 0 or max(values) >= LEAST_GROUPED:
        return [number(value, decimals) for value in values]
    spelled = "\n".join([f"%.{decimals}f"] * len(values)) % tuple(values)
    return spelled.replace(".", ",").split("\n")


LEAST_GROUPED = 999
"""Under it, a number is spelled without thousands, rounded or not."""


def signed(value: float, decimals: int = 0) -> str:
    """A difference with its sign: ``+3,2`` or ``−3,2``; zero has none."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0,") else text


def percent(value: float, decimals: int = 1) -> str:
    """A rate already in percent: ``40,0 %``."""
    return f"{number(value, decimals)}{NBSP}%"


def share(value: float, decimals: int = 1) -> str:
    """A part of a whole, in percent: ``64,5 %``. All of it is ``100 %``, nothing ``0 %``, and what
    is not all or not nothing is never rounded to it: ``moins de 0,1 %``, ``plus de 99,9 %``."""
    least = 10**-decimals
    if not value or round(value, 6) == 100:
        return percent(value, 0)
    if 0 < value < least / 2:
        return f"moins de {percent(least, decimals)}"
    if 100 - least / 2 <= value < 100:
        return f"plus de {percent(100 - least, decimals)}"
    return percent(value, decimals)


def points(value: float, decimals: int = 1) -> str:
    """A difference between two rates: ``+3,2 pts`` (``pt`` under two)."""
    unit = "pts" if abs(value) >= 2 else "pt"
    return f"{signed(value, decimals)}{NBSP}{unit}"


def whole_euros(value: float) -> int:
    """The nearest one, the upper of two: the same in whatever order its parts were added."""
    return int(math.copysign(math.floor(abs(round(value, 2)) + 0.5), value))


def euros(value: float) -> str:
    """An amount in whole euros: ``447 268 €``; cents only under 100 € when there are some."""
    cents = round(value, 2)
    told = abs(cents) < 100 and cents != round(cents)
    return f"{number(cents, 2) if told else number(whole_euros(value))}{NBSP}€"


def short_euros(value: float) -> str:
    """An amount for a label, to three significant digits: ``813 €``, ``54,5 k€``, ``1,25 M€``."""
    if abs(whole_euros(value)) <= LEAST_GROUPED:
        return euros(whole_euros(value))
    size, unit = (1e6, "M€") if abs(value) >= 999_500 else (1e3, "k€")
    return f"{significant(round(value, 2) / size)}{NBSP}{unit}"


def significant(value: float) -> str:
    """To three significant digits, two decimals at most, no zero that says nothing: ``54,5``."""
    decimals = 2 if abs(value) < 9.995 else 1 if abs(value) < 99.95 else 0
    text = number(value, decimals)
    return text.rstrip("0").rstrip(",") if decimals else text


def date(day: dt.date) -> str:
    """A date in full: ``1er janvier 2024``."""
    rank = "1er" if day.day == 1 else str(day.day)
    return f"{rank}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def years(first: int, last: int) -> str:
    """A span for a title: ``2016-2025``, or one year."""
    return str(first) if first == last else f"{first}-{last}"


def in_years(first: int, last: int) -> str:
    """« en 2016 » or « de 2016 à 2019 »."""
    return f"en {last}" if first == last else f"de {first} à {last}"


def when(found: Collection[int]) -> str:
    """When: ``en 2021``, ``de 2016 à 2019``, ``en 2016 et 2019``."""
    known = sorted(found)
    first, last = known[0], known[-1]
    if last - first >= 2 and last - first == len(known) - 1:
        return in_years(first, last)
    return f"en {listed([str(year) for year in known])}"


def ordinal(rank: int) -> str:
    """A rank: ``1er``, ``3ᵉ``."""
    return "1er" if rank == 1 else f"{rank}ᵉ"


def cardinal(count: int, feminine: bool = False) -> str:
    """A small count in words (to twenty), a larger one in figures."""
    if count == 1 and feminine:
        return "une"
    return _CARDINALS[count] if 0 <= count < len(_CARDINALS) else number(count)


def plural(count: float, singular: str, several: str | None = None) -> str:
    """A noun that agrees: French counts as plural from two on."""
    if abs(count) < 2:
        return singular
    return several or f"{singular}s"


def counted(count: int, singular: str, several: str | None = None) -> str:
    """A count and its noun, kept on one line: ``64 subventions``."""
    return f"{number(count)}{NBSP}{plural(count, singular, several)}"


def listed(words: Sequence[str], last: str = "et") -> str:
    """A list as one says it: ``a, b et c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """The sentence with a capital on its first letter only."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The words with a small first letter only, for the middle of a sentence: names keep theirs."""
    return text[:1].lower() + text[1:]


def elide(particle: str, word: str) -> str:
    """``de`` or ``que`` before a word, elided before a vowel or a mute h: ``d’emploi``."""
    first = fold(word)
    open_vowel = first[:1] in ("a", "e", "i", "o", "u", "y") and not first.startswith(_UNELIDED)
    mute = first[:1] == "h" and not _ASPIRATED.match(first)
    return f"{particle[:-1]}’{word}" if open_vowel or mute else f"{particle} {word}"


def agree(words: str, count: float) -> str:
    """The words that a count commands: ``habitant[s] [vit|vivent]`` in the number it asks."""
    several = abs(count) >= 2

    def form(found: re.Match[str]) -> str:
        one, _, many = found[1].rpartition("|")
        return many if several else one

    return _NUMBER.sub(form, words)


def fold(text: str) -> str:
    """Lower case without accents nor ligatures, for search and sorting."""
    return (text if text.isascii() else text.translate(_PLAIN)).lower()


class _Plain(dict[int, str]):
    """Each character without its accent, found once."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        kept = "".join(char for char in decomposed if not unicodedata.combining(char))
        self[code] = kept if kept == chr(code) else kept.translate(self)
        return self[code]


_PLAIN = _Plain({ord("œ"): "oe", ord("Œ"): "Oe", ord("Æ"): "Ae", ord("æ"): "ae", ord("’"): "'"})


def slug(text: str) -> str:
    """A file or address name: lower case, letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def typeset(text: str) -> str:
    """The text with French spaces and apostrophes in place of plain ones."""
    if not _TYPESET.search(text):
        return text
    text = text.replace("'", "’")
    text = re.sub(r" ([;!?])", NNBSP + r"\1", text)
    text = re.sub(r" ([:%€»])", NBSP + r"\1", text)
    return text.replace("« ", f"«{NBSP}")


def mended(text: str) -> str:
    """The text with French guillemets and thousands where its source wrote plain ones."""
    quoted = _QUOTED.sub(rf"«{NBSP}\1{NBSP}»", text)
    return _GROUPED.sub(lambda found: found[0].replace(" ", NNBSP), quoted)
