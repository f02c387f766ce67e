"""A French telephone in a text, however people write it; never a day, an amount nor a company."""

from __future__ import annotations

import re

_SPACE = r"[^\S\r\n]"
_MARK = rf"{_SPACE}?[./‐-–−-]{_SPACE}?"
_GAP = rf"(?:{_MARK}|{_SPACE}{{1,2}})?"
"""What may stand between two numbers of a telephone."""
_BY = rf"{_MARK}|{_SPACE}"
_MONTH, _YEAR = r"(?:0\d|1[0-2])", r"(?:19|20)\d\d"
_ABROAD = rf"{_GAP}(?:\(0\){_SPACE}?|0)?[1-9](?:{_GAP}\d){{8}}"
_PAIRS = (
    rf"(?P<mark>{_MARK})\d\d(?:(?P=mark)\d\d){{3}}"
    rf"|(?!{_GAP}{_MONTH}{_GAP}{_YEAR}\b)(?:(?:{_SPACE}{{0,2}}\d\d){{4}}"
    rf"|(?<!\b\d\d[./-]0\d)(?!{_MARK}{_MONTH}(?:{_MARK}|\b))(?:{_GAP}\d\d){{4}})"
)
"""Two figures four times, parted alike, or anyhow where no day can be meant."""
_TRIPLES = (
    rf"(?<=0[67])(?<!\d[\s./-]0\d)(?:(?P<a>{_BY})(?:\d{{3}}(?P=a)\d{{3}}(?P=a)\d\d"
    rf"|\d\d(?P=a)\d{{3}}(?P=a)\d{{3}})|\d\d(?P<b>{_BY})\d{{3}}(?P=b)\d{{3}})(?!{_SPACE}\d)"
)
"""Figures three by three among them, parted alike, of a mobile: no day nor company is written so,
but other numbers so begun are the line of a budget, and its amount."""
_APART = rf"(?:{_SPACE}|[./-])"
_OF_DAYS = (
    rf"(?<=\b(?:19|20)\d\d{_APART}0)[1-9]{_APART}\d\d{_GAP}{_YEAR}(?:{_APART}\d\d){{2}}(?!\d)"
    rf"|(?<=\b\d\d{_APART}0)[1-9]{_APART}{_YEAR}{_GAP}(?:\d\d{_APART}){{2}}{_YEAR}(?!\d)"
    rf"|(?:(?<=\b\d\d:0)|(?<=\b(?:19|20)\d\d{_APART}\d\d{_APART}0))[1-9]{_GAP}{_YEAR}"
    rf"(?:{_APART}\d\d){{2}}(?!\d)"
)
"""The month of a day before another one, or the last figures of that day or of its hour:
« 2017-06-27/2018-06-27 »."""
_OTHER = rf"(?:{_SPACE}?/{_SPACE}?\d\d(?!{_GAP}\d|[^\W_]))?"
"""« 78/79 »: the last figures of a second one."""
_TELEPHONE = re.compile(
    rf"0(?<![^\W_]0)(?:(?<!\d[.,]0)|(?!\d{{9}}))"
    rf"(?:0{_SPACE}?33{_ABROAD}|(?!{_OF_DAYS})[1-9](?:{_PAIRS}|{_TRIPLES}))(?![^\W_]){_OTHER}"
    rf"|(?:\+33|\(\+33\)){_ABROAD}(?![^\W_]){_OTHER}"
)
"""Never a day and its hour, nor the decimals of a number. The country is told by « + » or « 00 »:
what follows it may be parted anyhow."""
_LONGEST = 80
"""Characters of one, and of what is looked at after it."""
_LOST = (
    rf"(?:33{_SPACE}?)?[1-9](?:\d{{8}}|(?P<c>{_BY})\d\d(?:(?P=c)\d\d){{3}}"
    rf"|\d\d(?P<d>{_BY})\d{{3}}(?P=d)\d{{3}})|[1-9][.,]\d{{1,8}}[eE]\+0?8"
)
"""One whose zero is lost, or that a spreadsheet took for a number."""
_TOLD = re.compile(
    r"\b((?i:t[ée]l(?:[ée]phone)?s?|portable|mobile|gsm|fax)\b[^\w\r\n(]{0,4})"
    rf"(?:\(?0(?:(?:{_MARK}|{_SPACE}|[()_]){{0,2}}+\d){{9}}|{_LOST})(?![^\W_])"
)
"""One after the word that says what it is, however it is written."""
_WORDS = ("tel", "tél", "portable", "mobile", "gsm", "fax")
_MAY_BE = re.compile(r"[0+](?<![^\W_].)(?:[^\w\r\n]{0,3}\d){9}")
"""Where one may be, whatever stands before it."""


def may_call(text: str) -> bool:
    """Whether the text may hold one: quick, and sure where it says no."""
    return bool(_MAY_BE.search(text) or _says_so(text))


def _says_so(text: str) -> bool:
    said = text.lower()
    return any(word in said for word in _WORDS) and _TOLD.search(text) is not None


def without_telephones(text: str, instead: str) -> str:
    """The text with that instead of each telephone."""
    told, place = _TELEPHONE.sub(instead, text), 0
    while found := _TELEPHONE.search(told, place):
        told = f"{told[: found.start()]}{instead}{told[found.end() :]}"
        place = max(0, found.start() - _LONGEST)  # it hid another one
    return _TOLD.sub(rf"\g<1>{instead}", told) if _says_so(told) else told
