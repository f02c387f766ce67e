"""The words that a territory has of its own for what the law names: « engagements quartiers 2030 »
for « contrat de ville ». They stand in what the interface writes; a source keeps its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain import french


class Notion(StrEnum):
    """What may be named otherwise; the values stand in the data files, and are its standard
    names."""

    CONTRACT = "contrat de ville"
    WATCHED = "quartier en veille active"
    COUNCIL = "conseil citoyen"


class Gender(StrEnum):
    """How the words around agree; the values stand in the data files. A word that has no singular
    (« engagements ») is plural even of one thing."""

    MASCULINE = "masculin"
    FEMININE = "féminin"
    MASCULINE_PLURAL = "masculin pluriel"
    FEMININE_PLURAL = "féminin pluriel"

    @property
    def feminine(self) -> bool:
        """Whether it is « une » rather than « un »."""
        return self in (Gender.FEMININE, Gender.FEMININE_PLURAL)

    @property
    def plural(self) -> bool:
        """Whether it is « des » even of one thing."""
        return self in (Gender.MASCULINE_PLURAL, Gender.FEMININE_PLURAL)


@dataclass(frozen=True, slots=True)
class LocalWord:
    """How a notion is called here, of one and of several; ``short`` stands after the name of a
    quarter or in a list, where the notion has such a form."""

    notion: Notion
    singular: str
    plural: str
    gender: Gender
    short: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Each way to write it, those that it has."""
        return tuple(filter(None, (self.singular, self.plural, self.short)))

    @property
    def law(self) -> tuple[str, ...]:
        """Each way to write what it stands for."""
        return tuple(filter(None, _FORMS[self.notion]))


@dataclass(frozen=True, slots=True)
class LocalWords:
    """The words of a territory; without any, every sentence stays as it is."""

    words: tuple[LocalWord, ...] = ()

    def said(self, sentence: str) -> str:
        """A sentence of the interface, in the words of the territory: the article before each
        agrees with it. Never to be given what a source says."""
        for word in self.words:
            sentence = _put(sentence, word)
        return sentence

    def of(self, notion: Notion) -> LocalWord | None:
        """The word that the territory has for that notion; None where it has none of its own."""
        return next((word for word in self.words if word.notion is notion), None)


STANDARD = LocalWords()
_FORMS = {
    Notion.CONTRACT: ("contrat de ville", "contrats de ville", ""),
    Notion.WATCHED: ("quartier en veille active", "quartiers en veille active", "en veille active"),
    Notion.COUNCIL: ("conseil citoyen", "conseils citoyens", ""),
}
"""How a sentence of ours names each: of one, of several, in short."""
_BEFORE = r"(?P<before>\b(?:le|un|du|au|ce|aucun|de|les|des|aux|ces) )?"


def _put(sentence: str, word: LocalWord) -> str:
    one, many, short = _FORMS[word.notion]
    forms = {one: word.singular, many: word.plural, short: word.short}
    named = "|".join(re.escape(form) for form in (many, one, short) if form)
    pattern = rf"{_BEFORE}\b(?P<form>{named})\b(?: \(QVA\))?"

    def local(found: re.Match[str]) -> str:
        form, before = found["form"].lower(), (found["before"] or "").strip()
        said = forms[form]
        plural = form == many or word.gender.plural
        made = said if form == short else _after(before.lower(), said, word.gender, plural)
        made = f"{before} {said}" if form == short and before else made
        return french.capital(made) if found[0][0].isupper() else made

    return re.sub(pattern, local, sentence, flags=re.IGNORECASE)


def _after(before: str, said: str, gender: Gender, plural: bool) -> str:
    """The word after that article, which agrees with it."""
    if not before:
        return said
    if before == "de":
        return french.elide("de", said)
    if before == "aucun":
        return f"aucune {said}" if gender.feminine else f"aucun {said}"
    if plural:
        return f"{_MANY.get(before, before)} {said}"
    return _alone(before, said, gender.feminine)


def _alone(before: str, said: str, feminine: bool) -> str:
    """One thing after its article: the elided one before a vowel."""
    elided = french.elide("le", said)
    vowel = elided.startswith("l’")
    if before in ("le", "du", "au") and vowel:
        return f"{_ELIDED[before]}{elided}"
    if before == "ce" and vowel and not feminine:
        return f"cet {said}"
    return f"{_FEMININE[before] if feminine else before} {said}"


_MANY = {"le": "les", "un": "des", "du": "des", "au": "aux", "ce": "ces"}
_ELIDED = {"le": "", "du": "de ", "au": "à "}
_FEMININE = {"le": "la", "un": "une", "du": "de la", "au": "à la", "ce": "cette"}


def read(rows: Iterable[Mapping[str, str]]) -> LocalWords:
    """The words of the rows of that table, which the schema judged; KeyError and ValueError for
    what it would refuse."""
    return LocalWords(
        tuple(
            LocalWord(
                Notion(row["notion"]),
                row["singulier"],
                row["pluriel"],
                Gender(row["genre"]),
                row.get("court", ""),
            )
            for row in rows
        )
    )
