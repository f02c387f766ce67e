"""What a title says of its grant: clean words, complement, cut, programme, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.domain import french
from dashboard.importers.scope import ScopeJudge, quarter_words
from dashboard.importers.territory_folder import TerritoryFolder, folded

CUT_AT = 88
"""Characters from which a title of 2019 to 2024 may have been cut by the source."""
CUT_YEARS = range(2019, 2025)

_WITHIN = 8
"""Words of a title among which the administrative prefix stands."""
_NOTE = re.compile(
    r"^(?:(?:20\d\d|DDCSPP ?\d{0,2}|DDETSPP ?\d{0,2}|DDETS ?\d{0,2})\s*-?\s+)+(?=\S{2})",
    re.IGNORECASE,
)
_PROGRAMMES = (
    ("QE", r"\bp?qe ?(20)?\d*\b|quartiers? d ete"),
    ("QSJ", r"\bqsj ?(20)?\d*\b"),
    ("FQS", r"\bfqs\b"),
    ("VVV", r"\bvvv\b|ville vie vacances"),
    ("PRE", r"\bpre\b|\bere\b|reussite educative"),
    ("cité éducative", r"cites? educatives?"),
    ("cordées de la réussite", r"\bcordees\b|parcours d excellence"),
    ("atelier santé ville", r"\basv\b|ateliers? sante ville"),
    ("internats de la réussite", r"internats? de la reussite"),
    ("fonds de participation des habitants", r"fonds? de participation (des )?habitants|\bfph\b"),
    ("GUSP", r"\bgusp\b"),
    ("COVID", r"\bcovid"),
    ("vacances apprenantes", r"vacances apprenantes"),
)


def clean(title: str, holder: str, year: int, judge: ScopeJudge) -> tuple[str, bool]:
    """The title without administrative prefix nor holder, and whether the source cut it."""
    bare = _after_contract(title, judge)
    if bare == title:
        bare = _without_note(title, judge)
    kept, ended = _without_holder(bare, holder, len(title) >= CUT_AT)
    cut = year in CUT_YEARS and len(title) >= CUT_AT and not ended
    return (_without_leading_holder(kept, holder).strip(" -") or title), cut


def _after_contract(title: str, judge: ScopeJudge) -> str:
    """What follows « 2021 - 73 - CA Chambéry Métropole - », however it is written."""
    found = list(re.finditer(r"\w+", title))[: _WITHIN + 4]
    said = [french.fold(word[0]) for word in found]
    for start in range(1, min(_WITHIN, len(said))):
        numbered = "ca" in said[:start] or judge.department in said[:start]
        for contract in judge.contracts if numbered else ():
            name = contract.split()
            if said[start : start + len(name)] == name:
                return title[found[start + len(name) - 1].end() :].lstrip(" -")
    return title


def _without_note(title: str, judge: ScopeJudge) -> str:
    bare = _NOTE.sub("", title, count=1)
    place = re.match(
        rf"(?:{re.escape(judge.department_name)}|{judge.department})\s+", bare, re.IGNORECASE
    )
    return _NOTE.sub("", bare[place.end() :], count=1) if place and bare != title else bare


def _without_holder(text: str, holder: str, long: bool) -> tuple[str, bool]:
    head, dash, tail = text.rpartition("-")
    if not dash or not head.strip():
        return text, False
    acronym = _is_capitals(tail) and not _is_capitals(head) and not re.search(r"\d", tail)
    if acronym or _names_holder(tail, holder) or (long and not folded(tail).strip()):
        return head, True
    return text, False


def _without_leading_holder(text: str, holder: str) -> str:
    head, dash, tail = text.partition(" - ")
    return tail if dash and _names_holder(head, holder) else text


def _is_capitals(text: str) -> bool:
    return text == text.upper() and any(char.isalpha() for char in text)


def _names_holder(text: str, holder: str) -> bool:
    """Whether at least half of these words begin words of the holder's name."""
    said, known = folded(text).split(), folded(holder).split()
    common = [
        word for word in said if len(word) > 2 and any(name.startswith(word) for name in known)
    ]
    return bool(common) and len(common) * 2 >= len(said)


def is_complement(title: str) -> bool:
    """Whether the line says that it adds to another one."""
    return "complement" in french.fold(title)


def programme(title: str) -> str:
    """The schemes that the text names: ``P147``, ``P147+QE``…; a plain one may hide others."""
    text = folded(title)
    return "+".join(["P147", *(name for name, motif in _PROGRAMMES if re.search(motif, text))])


def quarters_of(
    title: str, holder: str, territory: TerritoryFolder, year: int
) -> tuple[tuple[str, ...], bool]:
    """The codes of the quarters that the line names, and whether its title does.

    A quarter met only in the holder's name tells an address, not the place served: the title must
    then say « au », « aux » or « quartier » before it.
    """
    said, known = folded(title), folded(holder)
    named, by_holder = [], []
    for row in territory.rows("territoires"):
        if row["genre"] in ("qpv", "qva") and _held(row["valide_de"], row["valide_a"], year):
            parts = _distinct(quarter_words(row["nom"]), territory)
            if any(_is_named(part, said, known) for part in parts):
                named.append(row["code"])
            elif any(part in known for part in parts):
                by_holder.append(row["code"])
    return (tuple(named), True) if named else (tuple(by_holder), False)


def _is_named(part: str, title: str, holder: str) -> bool:
    if part not in title:
        return False
    served = re.search(rf" (au|aux|quartiers?|quartiers? (du|des|de)) {part.strip()} ", title)
    return part not in holder or served is not None


def _held(first: str, last: str, year: int) -> bool:
    return int(first or 0) <= year <= int(last or 9999)


def _distinct(parts: Iterable[str], territory: TerritoryFolder) -> list[str]:
    """The parts that are no commune's name: a commune named says nothing of its quarters."""
    return [part for part in parts if part not in territory.commune_words]
