"""Which headings say that their column holds who a person is, or how to reach one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dashboard.domain import french

LONGEST = 200
"""Characters of the longest heading."""
_CUT = 10
"""Characters at which a shapefile cuts the name of a column."""

_OFFICES = (
    "contact",
    "responsable",
    "representant",
    "referent",
    "president",
    "interlocuteur",
    "interlocutrice",
    "directeur",
    "directrice",
    "coordinateur",
    "coordinatrice",
    "coordonnateur",
    "tresorier",
    "tresoriere",
    "secretaire",
    "signataire",
    "correspondant",
)
"""Who stands for an organisation."""
_HELD = (
    *_OFFICES,
    "animateur",
    "animatrice",
    "mediateur",
    "mediatrice",
    "agent",
    "salarie",
    "personne",
    "participant",
    "usager",
    "habitant",
    "adherent",
    "benevole",
    "stagiaire",
    "candidat",
    "enfant",
    "eleve",
    "jeune",
    "parent",
    "maire",
    "elu",
    "chef",
    "charge",
    "adulte",
)
"""Who may be named by « nom du… » and is a person, never an organisation, as a « personne morale »
is."""
_WHO = rf"(?:{'|'.join(_HELD)})e?s?(?! morale)"
_ALONE = (
    r"(?:contact|referent|representant|president|interlocut(?:eur|rice)|direct(?:eur|rice)|"
    r"tresoriere?|secretaire|elu)e?s?|chefs? projet|charge mission|charge projet|charge dossier|"
    r"agent instructeur|personne (?:contact|contacter|referente|chargee?|ressource)|"
    r"(?:cree|saisi|modifie) par"
)
"""What a heading that holds a person may begin with, without « nom »."""
_REACH = (
    r"(?:telephon(?:e|ique)|courriel|e?mail|phone|gsm|fax|telecopie)s?|"
    r"(?:adresse|courrier)s? (?:electronique|mel)s?"
)
_PERSONAL = re.compile(
    rf"\bprenoms?\b|\b(?:patronyme|firstname|lastname|first name|last name)s?\b|"
    rf"^noms? (?:{_WHO}|famille|naissance|marital|patronymique)\b|^(?:{_ALONE})\b|\b(?:{_REACH})\b|"
    rf"^{_WHO} noms?$|^noms? complets?$|^full names?$|^identites?$|^nee?s?$|^coordonnees {_WHO}\b|"
    rf"^(?:tel|mel)s?\b|\b(?:tel|mel)s?$|^(?:mobile|portable)s?$|"
    rf"^(?:mobile|portable)s? {_WHO}\b|\b{_WHO} (?:mobile|portable)s?$|"
    r"\b(?:date|jour|lieu) naiss\w*|\badresse (?:personnelle|domicile|privee)s?\b"
)
_EMPTY = "a|aux?|d|de|des|du|e|es|et|euse|l|la|le|les|n|no|num|numero|o|ou|s|te|trice|x"
"""Words of a heading that tell nothing of what its cells hold."""
SURE = re.compile(
    rf"(?:noms? )?prenoms?(?: {_WHO})?|noms? (?:{_WHO}|famille|naissance|complet)|contacts?|"
    rf"(?:adresses? )?(?:{_REACH}|tel|mel|mobile|portable)s?(?: (?:{_WHO}|structure|fixe|mobile))?|"
    rf"identites?|coordonnees {_WHO}|(?:date|lieu) naissance|personne contact(?:er)?"
)
"""Headings that are nothing else, wherever they stand: neither an office that somebody holds, nor
a sentence."""
_OFFICE = re.compile(rf"(?:{_ALONE})|noms?").fullmatch
_PRIVATE = re.compile(
    rf"\b(?:{'|'.join(_OFFICES)})(?:e?s?)\b|\b(?:adresse|mel|mobile|naissance|nee|portable|tel)s?\b"
).search
"""Words of a heading whose cells may be a person's."""
_E = "(?:e\u0301?|[éÉ])"
_TELLS = re.compile(
    r"[PpNnTtMmEeÉéCcIiGgFf](?<![^\W_].)(?i:"
    rf"(?<=p)(?:r{_E}nom|ortable|hone|ersonne)|(?<=n)(?:om(?![abimou])|aiss)|(?<=m)(?:ail|obile|{_E}l)"
    rf"|(?<=t){_E}l(?:s?(?![^\W\d_])|{_E}phon|{_E}cop|con|re|pr)|(?<=[eé])\u0301?(?:.?mail|lectron)"
    rf"|(?<=c)(?:ontact|ourri|oordonn)|(?<=i)dentit|(?<=g)sm|(?<=f)ax)"
).search
"""A word that each of those holds, as it may be written."""
_NOT = re.compile(
    r"\b(?:nombre|nb|nbre|montant|cout|budget|total|taux|part|pourcentage|effectif|achat|acces|"
    r"type|presence|retire|retiree)s?\b"
).search
"""Words of a heading that counts, or tells a sort: its cells hold nobody. What takes the place of
a person is no heading."""
_CAPITALS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_RUN_ON = re.compile(
    rf"(prenom|nom|telephone|tel|courriel|e?mail|mobile|portable)(?:de|du)?(?:la|l|le)?({_WHO})"
)
"""Two words of a heading written as one."""
_LETTERS = re.compile(r"[a-z]+")


def personal_columns(row: Sequence[str]) -> frozenset[int]:
    """The ranks, from 0, of the columns that this header names so; « nom » is that of a person
    beside a « prénom », or a « civilité », of the same. What may be an organisation's is not."""
    names = {rank: _words(cell) for rank, cell in enumerate(row) if 0 < len(cell) <= LONGEST}
    beside = {
        re.sub(r"\b(?:prenom|civilite)s?\b", "nom", name)
        for name in names.values()
        if re.search(r"\b(?:prenom|civilite)s?\b", name)
    }
    return frozenset(rank for rank, name in names.items() if name in beside or _holds(name))


def private_columns(row: Sequence[str]) -> frozenset[int]:
    """Those too whose cells may be a person's, or an organisation's: nothing is taken out of them,
    and nothing of them is shown."""
    private = {rank for rank, cell in enumerate(row) if _may_hold(_words(cell[:LONGEST]))}
    return personal_columns(row) | private


def columns_below(cells: Mapping[int, str], parted: bool) -> frozenset[int]:
    """The ranks of the columns that a row names so where it stands below a header, and can be
    nothing but another one: none of its ``cells``, by their ranks, blank ones left out, is a
    figure, and it names two, or one beside others where it is ``parted`` from what stands above.
    None for the row of a table."""
    if len(cells) < 2 or not all(map(may_be_heading, cells.values())) or not _tells(cells):
        return frozenset()
    ranks, said = list(cells), list(map(_words, cells.values()))
    sure = [rank for rank, words in enumerate(said) if SURE.fullmatch(words)]
    held = personal_columns(list(cells.values())) if sure else frozenset[int]()
    exact = [rank for rank in held if SURE.fullmatch(said[rank]) or _OFFICE(said[rank])]
    alone = parted and (len(cells) > 2 or sure != [0])
    return frozenset(ranks[rank] for rank in held) if len(exact) > 1 or alone else frozenset()


def _tells(cells: Mapping[int, str]) -> bool:
    return any(map(may_tell_a_person, cells.values()))


def is_surely_one(heading: str) -> bool:
    """Whether the heading is that of a column of persons, and can be nothing else."""
    return SURE.fullmatch(_words(heading)) is not None


def may_be_heading(text: str) -> bool:
    """Whether it may be a heading at all, of whatever: no figure, no address, and short enough."""
    told = text.strip()
    return len(told) <= LONGEST and "@" not in told and not told.lstrip("-+(")[:1].isdigit()


def may_tell_a_person(text: str) -> bool:
    """Whether one of the headings of a text may be one of persons: quick, and sure where it says
    no."""
    return _TELLS(text) is not None


def _holds(words: str) -> bool:
    return bool(_PERSONAL.search(words)) and not _NOT(words)


def _may_hold(words: str) -> bool:
    return bool(_PRIVATE(words)) and not _NOT(words)


@lru_cache(maxsize=10_000)
def _words(heading: str) -> str:
    """The words of the heading that say something, as they are compared."""
    text = french.fold(_CAPITALS.sub(" ", heading)).replace("e-mail", "email")
    words = _LETTERS.findall(text)
    run_on = _RUN_ON.fullmatch(words[0]) if len(words) == 1 else None
    words = list(run_on.groups()) if run_on else words
    if len(heading.strip()) == _CUT and len(words) > 1 and len(words[-1]) > 2:
        words[-1] = next((who for who in _HELD if who.startswith(words[-1])), words[-1])
    return " ".join(word for word in words if not re.fullmatch(_EMPTY, word))
