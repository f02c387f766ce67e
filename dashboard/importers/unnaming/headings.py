"""Which columns of a sheet hold who a person is, or how to reach one, whatever their cells say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.domain import french
from dashboard.importers.personal_data import ORGANISATIONS
from dashboard.importers.reading import plain
from dashboard.importers.source_table import key
from dashboard.importers.templates import TEMPLATES

WITHDRAWN = "(retiré)"
"""What stands in a cell of such a column that held something."""

_NOBODY = re.compile(
    r"\s*(?:\d{0,3}(?:[.,]\d{1,4})?\s*%?|oui|non|vrai|faux|true|false|o|n|x)\s*", re.IGNORECASE
).fullmatch
"""A count, a share, or whether."""

WITHIN = 30
"""First rows of a sheet among which its header stands."""
_TITLE = 200
"""Characters of the longest heading."""
_CUT = 10
"""Characters at which a shapefile cuts the name of a column."""

_HELD = (
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
_NOT = re.compile(
    r"\b(?:nombre|nb|nbre|montant|cout|budget|total|taux|part|pourcentage|effectif|achat|acces|"
    r"type|presence|retire|retiree)s?\b"
).search
"""Words of a heading that counts, or tells a sort: its cells hold nobody. What takes the place of
a person is no heading."""
_EMPTY = re.compile(
    "a|aux?|d|de|des|du|e|es|et|euse|l|la|le|les|n|no|num|numero|o|ou|s|te|trice|x"
).fullmatch
"""Words of a heading that tell nothing of what its cells hold."""
_CAPITALS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_RUN_ON = re.compile(
    rf"(prenom|nom|telephone|tel|courriel|e?mail|mobile|portable)(?:de|du)?(?:la|l|le)?({_WHO})"
)
"""Two words of a heading written as one."""
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class PersonalColumns:
    """The columns of one sheet that hold a person: ``found`` is, for each row that names some, its
    rank in the sheet, from 0, and their ranks in the row."""

    found: tuple[tuple[int, frozenset[int]], ...] = ()

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]]) -> PersonalColumns:
        """Those of a sheet whose first rows are these, blank ones among them; no more than
        ``WITHIN`` are looked at. None of a sheet of organisations."""
        first = rows[:WITHIN]
        if any(map(of_organisations, first)):
            return cls()
        header, cut = header_of(first), list(map(_is_cut, first))
        named = ((rank, personal_columns(row)) for rank, row in enumerate(first))
        return cls(
            tuple(
                (rank, held)
                for rank, held in named
                if len(held) > 1 or (held and (rank == header or (header < 0 and cut[rank])))
            )
        )

    def at(self, rank: int) -> frozenset[int]:
        """The ranks of the cells of that row that hold a person: each is to be ``WITHDRAWN`` unless
        it ``holds_nobody``. None of a header, nor of what stands above it."""
        if any(rank == header for header, _ in self.found):
            return frozenset()
        return frozenset().union(*(held for header, held in self.found if header < rank))


def holds_nobody(cell: str) -> bool:
    """Whether the cell of such a column tells no person: it is blank, a number of three digits at
    most, a share, yes or no. A column of « Élus présents » may count them."""
    return _NOBODY(cell) is not None


def header_of(rows: Sequence[Sequence[str]]) -> int:
    """The rank of the first of these rows that says more than half as many different words as the
    one that says the most, two at least; -1 where none does."""
    said = [_words_of(row) for row in rows]
    most = max(said, default=0)
    ranks = (rank for rank, words in enumerate(said) if words > 1 and 2 * words > most)
    return next(ranks, -1)


def of_organisations(row: Sequence[str]) -> bool:
    """Whether that row is the header of a model that says how to reach organisations: nothing is
    taken out of its sheet."""
    keys = frozenset(key(plain(cell)) for cell in row if len(cell) <= _TITLE)
    return any(item.is_header(keys) for item in TEMPLATES if item.slug in ORGANISATIONS)


def personal_columns(row: Sequence[str]) -> frozenset[int]:
    """The ranks, from 0, of the columns that this header names so; « nom » is that of a person
    beside a « prénom », or a « civilité », of the same. What may be an organisation's is not."""
    names = {rank: _words(cell) for rank, cell in enumerate(row) if 0 < len(cell) <= _TITLE}
    beside = {
        re.sub(r"\b(?:prenom|civilite)s?\b", "nom", name)
        for name in names.values()
        if re.search(r"\b(?:prenom|civilite)s?\b", name)
    }
    return frozenset(rank for rank, name in names.items() if name in beside or _holds(name))


def _holds(words: str) -> bool:
    return bool(_PERSONAL.search(words)) and not _NOT(words)


@lru_cache(maxsize=10_000)
def _words(heading: str) -> str:
    """The words of the heading that say something, as they are compared."""
    text = french.fold(_CAPITALS.sub(" ", heading)).replace("e-mail", "email")
    words = _LETTERS.findall(text)
    run_on = _RUN_ON.fullmatch(words[0]) if len(words) == 1 else None
    words = list(run_on.groups()) if run_on else words
    if len(heading.strip()) == _CUT and len(words) > 1 and len(words[-1]) > 2:
        words[-1] = next((who for who in _HELD if who.startswith(words[-1])), words[-1])
    return " ".join(word for word in words if not _EMPTY(word))


def _is_cut(row: Sequence[str]) -> bool:
    """Whether the row has several cells that are not blank."""
    return len(list(filter(str.strip, row))) > 1


def _words_of(row: Sequence[str]) -> int:
    """How many different cells of the row may be headings."""
    return len({cell for cell in row if len(cell) <= _TITLE and cell.strip()[:1].isalpha()})
