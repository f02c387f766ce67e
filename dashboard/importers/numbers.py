"""Numbers of cells by one strict French grammar, exact to the last digit: ``Decimal``, never float.

``3 631``, ``53,8``, ``1 234 567,89 €``, ``12000.50``, ``1.234,56`` are numbers. Groups have three
digits each, the first one to three, and one mark between all of them; the decimal mark is another.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from dashboard.importers.door.marks import NEVER_COMPUTED
from dashboard.importers.reading import plain

_SPACES = "[ \u00a0\u202f\u2009]"
_EURO = re.compile(rf"{_SPACES}*(?:€|euros?|EUR)$", re.IGNORECASE)
_UNGROUPED = re.compile(r"(-?)([0-9]{1,15})(?:[.,]([0-9]{1,15}))?")
_GROUPED = re.compile(
    rf"(-?)([0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}}){{1,4}})(?:[.,]([0-9]{{1,15}}))?"
    r"|(-?)([0-9]{1,3}(?:\.[0-9]{3}){1,4}),([0-9]{1,15})"
    r"|(-?)([0-9]{1,3}(?:,[0-9]{3}){1,4})\.([0-9]{1,15})"
)
_EITHER = re.compile(r"-?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_NOT_DIGITS = re.compile(r"[^0-9]")


@lru_cache(maxsize=10_000)
def number(text: str) -> Decimal | None:
    """The number of a cell; None for what is none, or could be read in two ways."""
    bare = _bare(text)
    if _EITHER.fullmatch(bare):
        return None
    found = _UNGROUPED.fullmatch(bare) or _GROUPED.fullmatch(bare)
    if found is None:
        return None
    sign, whole, decimals = _parts(found)
    return Decimal(f"{sign}{_NOT_DIGITS.sub('', whole)}.{decimals or '0'}")


def why_not(text: str) -> str:
    """Why the cell is no number, in French: the end of a sentence that begins with its value."""
    bare = _bare(text)
    if not bare:
        return "le nombre manque."
    if bare == NEVER_COMPUTED:
        return "n’est qu’une formule, jamais calculée."
    if _EITHER.fullmatch(bare):
        return "peut être lu de deux façons : en milliers ou en décimales."
    if re.search(r"[0-9][eE][+-]?[0-9]", bare):
        return "a été abrégé par un tableur : ses chiffres sont perdus."
    if re.fullmatch(rf"-?[0-9.,]+(?:{_SPACES}+[0-9.,]+)*", bare):
        return _mis_grouped(bare)
    return "n’est pas un nombre."


def remedy_for(text: str, otherwise: str) -> str:
    """What to do about a cell that is no number: a formula is computed by opening its file."""
    if text == NEVER_COMPUTED:
        return "Ouvrez le fichier dans le tableur, enregistrez-le, et redonnez-le."
    return otherwise


def shown(value: Decimal | float) -> str:
    """The number as the project’s tables hold it: decimal point, no useless zero."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def cents(value: Decimal) -> Decimal:
    """The amount to the cent, halves away from zero as a till does."""
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _bare(text: str) -> str:
    return _EURO.sub("", plain(text)).replace("\u2212", "-").replace("- ", "-", 1)


def _parts(found: re.Match[str]) -> tuple[str, str, str | None]:
    """Sign, whole part and decimals of whichever form was met."""
    groups = found.groups()
    rank = next(rank for rank in range(0, len(groups), 3) if groups[rank + 1] is not None)
    return groups[rank] or "", groups[rank + 1], groups[rank + 2]


def _mis_grouped(bare: str) -> str:
    marks = len(re.findall(r"[.,]", bare))
    if marks > 1:
        return "a plusieurs marques de décimales."
    return "n’est pas groupé par trois chiffres."
