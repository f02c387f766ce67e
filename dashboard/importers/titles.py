"""What a title says of its grant: clean words, complement, cut, programme, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.domain import french
from dashboard.importers.ground import Ground, words
from dashboard.importers.scope import quarter_words

CUT_AT = 88
"""Characters from which a title of 2019 to 2024 may have been cut by the source."""
CUT_YEARS = range(2019, 2025)

_PREFIX = re.compile(r"^.{0,25}?(?<!\d)(?:\d{2}|2[AB]|97\d)\s*-\s*C[ACU]\b[^-]*-\s*", re.IGNORECASE)
_NOTE = re.compile(r"^(?:(?:20\d\d|SAVOIE|DDCSPP|DDETSPP|CGET)\s*-?\s+)+(?=\S{2})", re.IGNORECASE)
_PROGRAMMES = (
    ("QE", r"\bp?qe ?(20)?\d*\b|quartiers? d ete"),
    ("QSJ", r"\bqsj ?(20)?\d*\b"),
    ("FQS", r"\bfqs\b"),
    ("VVV", r"\bvvv\b|ville vie vacances"),
    ("PRE", r"\bpre\b|\bere\b|reussite educative"),
    ("cité éducative", r"cites? educatives?"),
    ("cordées de la réussite", r"cordees? de la reussite"),
    ("atelier santé ville", r"\basv\b|ateliers? sante ville"),
    ("internats de la réussite", r"internats? de la reussite"),
    ("fonds de participation des habitants", r"fonds de participation des habitants|\bfph\b"),
    ("GUSP", r"\bgusp\b"),
    ("COVID", r"\bcovid"),
    ("vacances apprenantes", r"vacances apprenantes"),
)


def clean(title: str, holder: str, year: int) -> tuple[str, bool]:
    """The title without administrative prefix nor holder, and whether the source cut it."""
    bare = _PREFIX.sub("", title, count=1)
    if bare == title:
        bare = _NOTE.sub("", title, count=1)
    kept, ended = _without_holder(bare, holder, len(title) >= CUT_AT)
    cut = year in CUT_YEARS and len(title) >= CUT_AT and not ended
    return (kept.strip(" -") or title), cut


def _without_holder(text: str, holder: str, long: bool) -> tuple[str, bool]:
    head, dash, tail = text.rpartition("-")
    if not dash or not head.strip():
        return text, False
    if _is_holder(tail.strip(), holder, long):
        return head, True
    return text, False


def _is_holder(tail: str, holder: str, long: bool) -> bool:
    said, known = words(tail).split(), words(holder).split()
    if not said:
        return long
    common = [
        word for word in said if len(word) > 2 and any(name.startswith(word) for name in known)
    ]
    capitals = tail == tail.upper() and any(char.isalpha() for char in tail)
    return capitals or len(common) * 2 >= len(said)


def is_complement(title: str) -> bool:
    """Whether the line says that it adds to another one."""
    return "complement" in french.fold(title)


def programme(title: str) -> str:
    """The schemes that the text names: ``P147``, ``P147+QE``…; a plain one may hide others."""
    text = words(title)
    return "+".join(["P147", *(name for name, motif in _PROGRAMMES if re.search(motif, text))])


def quarters_named(text: str, ground: Ground, year: int) -> tuple[str, ...]:
    """The codes of the quarters of that year whose name the text holds."""
    said = words(text)
    return tuple(
        row["code"]
        for row in ground.rows("territoires")
        if row["genre"] in ("qpv", "qva") and _held(row["valide_de"], row["valide_a"], year)
        if any(part in said for part in _distinct(quarter_words(row["nom"]), ground))
    )


def _held(first: str, last: str, year: int) -> bool:
    return int(first or 0) <= year <= int(last or 9999)


def _distinct(parts: Iterable[str], ground: Ground) -> list[str]:
    """The parts that are no commune's name: a commune named says nothing of its quarters."""
    communes = {words(name) for name in ground.names("commune")}
    return [part for part in parts if part not in communes]
