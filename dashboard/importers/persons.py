"""Beneficiaries who are natural persons: never named in public (rule 8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dashboard.domain import french
from dashboard.schema import Record, packed

NAME = "Bénéficiaire (personne physique)"
TITLE = "Aide individuelle"
NATURE = "personne physique"

_LATIN = "".join(map(chr, (*range(0x250), *range(0x1E00, 0x1F00))))
_LETTER = f"[{''.join(filter(str.isupper, _LATIN))}]"
_LITTLE = f"[{''.join(filter(str.islower, _LATIN))}]"
"""Letters of the names that are written with ours: Şahin, Łucja, Nguyễn."""
_INSIDE = r"[\w\u0300-\u036f’'-]"
_TITLES = r"(?i:mr|mrs|mmes?|m[el]?lles?|messieurs|mesdames|monsieur|madame|mademoiselle)\b\.?"
"""Civilities, but for « M » and « MM », which are other things too."""
_CLOSE = rf"(?:M\.|{_TITLES}(?<=\.))(?={_LETTER}{_INSIDE})"
"""A civility that its dot alone parts from the name."""
_CLUB = r"(?!\s+(?:J\s+[CS]|P\s+T)\b)"
"""« M J C » is a youth club, « M P T » a house for all."""
_HOLDER = re.compile(rf"(?:(?i:mm?)\b\.?{_CLUB}|{_TITLES})(?=\s)|{_CLOSE}")
"""A name that is a person's."""

_WORD = rf"{_LETTER}(?:\.(?=[\s-]?{_LETTER})|{_INSIDE}*)"
"""A word with a capital, or an initial before another one."""
_OF = (
    r"(?:(?:de\s+la\b|d[eu]\b|des\b|de\s+l[’']|d[’']|"
    r"(?:d[ao]s?|el|al|ben|thi|née?|vo[nm]|van(?:\s+de[nr]?)?)\b)\s*)?"
)
"""What stands before a word of a name, in small letters."""
_NAME = rf"{_OF}{_WORD}(?:(?:\s+|(?<=\.)-?){_OF}{_WORD}){{0,3}}"
_NAMES = rf"{_NAME}(?:\s*[,/]\s*{_NAME})*(?:\s+(?:et|&)\s+{_NAME})?"
"""Several, after a civility in the plural."""
_OFFICE = rf"l(?:[ae]\s+|[’'])[\w-]+\s+(?={_WORD}\s+{_WORD})"
"""« la directrice », before the name of who she is."""
_SMALL = (
    r"(?!(?:l[ae]s?|d[ue]s?|et|ou|une?|en|[aà]|aux?|qu[ei]|dont|tou(?:te?)?s?|comme|dans|sur|sous|"
    r"pour|par|avec|sans|es?t?|s?ont|se|ne|ils?|elles?|pas|plus|si|[lmst][aeo]s?n?|ce(?:s|tte)?|"
    rf"[nv]os|[nv]otre|leurs?)\b|[dl][’']){_LITTLE}{_INSIDE}+"
)
"""A word in small letters that may be a name: none that a sentence goes on with."""
_FEW = rf"{_SMALL}(?:\s+{_WORD}){{0,2}}"
_STARTS = r'(?:(?<![^;,|"(])|(?<=[;,|"(]\s)|(?<=\A\s)|(?<=[;,|"(]\r\n)|(?<=\A\r\n))'
_ENDS = r'(?=\s*(?:\Z|[;,|")]))'
"""Where a cell begins, or a part of it; where it ends."""
_WITH = r"(?<=\bavec )|(?<=\bpar )|(?<=\bchez )"
_BESIDE = rf"(?:{_WITH}|(?<=\bde )|(?<=\bet )|(?<=\bpour )|(?<=\bà )|(?<=\bou ))"
_DOCTOR = rf"(?:{_WITH}|(?<=\bavec le )|(?<=\bpar le )|(?<=\bchez le ))(?:Dr\b\.?|Docteur|Maître)"
_CIVIL = re.compile(
    r"[MmD](?<![\w.].)(?:(?i:m?|rs?|mes?|[el]?lles?|e|essieurs|esdames|onsieur|adame|ademoiselle|aître|"
    rf"octeur)\b(?:\.?\s+|\.(?={_LETTER})))(?=[^\W\d_]|\(nom)"
)
"""Where a person may be named: quick, for most texts name none."""
_PERSON = re.compile(
    rf"(?:MM\.|(?i:mmes|m[el]?lles|messieurs|mesdames)\b\.?|(?:{_BESIDE}|{_STARTS})MM)\s+{_NAMES}"
    rf"|(?:MM?\.|{_TITLES})\s+(?:{_OFFICE})?{_NAME}|{_CLOSE}{_NAME}"
    rf"|MM\.\s+{_FEW}\s+et\s+{_FEW}|(?:MM?\.|(?i:mr|mmes?|m[el]?lles?)\b\.?)\s+{_FEW}"
    rf"|{_BESIDE}(?i:monsieur|madame|mademoiselle)\s+{_FEW}"
    rf"|(?:{_BESIDE}(?:MM?|Me)|{_DOCTOR}|{_STARTS}MM?{_CLUB})\s+{_NAME}"
    rf"|{_STARTS}(?i:mm?|monsieur|madame|mademoiselle)\b\.?\s+{_FEW}(?:\s+{_SMALL})?{_ENDS}"
)
"""A person, from her civility: words with a capital, or one in small letters where nothing else
can be meant. « M », « Me » and « Dr » are told by what stands before them, for streets and quarters
bear them."""
_NUMBERED = re.compile(
    rf"\b(?:{_TITLES}|(?i:mm?)\.?|Me|Dr\.?|Docteur|Maître)\s+\(nom retiré (\d{{1,9}})\)"
)
"""What stands for a person in a file that was written again without her."""
_CIVILITY, _BREAK = re.compile(r"\w+\.?"), re.compile(r"[\r\n\t]")


def is_person(name: str) -> bool:
    """Whether the name begins with a civility; a name alone cannot be told from a company's."""
    return bool(_HOLDER.match(name.strip()))


def names_one(text: str) -> bool:
    """Whether the text names a person, by a civility and a name."""
    return without_names(text, "") != text


def may_name(text: str) -> bool:
    """Whether the text may name a person by a civility: quick, and sure where it says no."""
    return bool(_CIVIL.search(text))


def numbers_standing(text: str) -> Iterator[int]:
    """The numbers that stand for persons there, in a file that was written without them."""
    return (int(found) for found in _NUMBERED.findall(text)) if "retiré" in text else iter(())


def without_names(text: str, instead: str) -> str:
    """The text with that instead of each person whom it names by a civility."""
    return _NUMBERED.sub(instead, _told(text, lambda _: instead))


def numbered_names(text: str, number: Callable[[str], int]) -> str:
    """The text with, instead of each person whom it names by a civility, that civility and the
    number that stands for her; the breaks that the name runs over stay."""

    def instead(named: str) -> str:
        civility = _CIVILITY.match(named)
        begun = civility[0] if civility else ""
        between = "".join(_BREAK.findall(named)) or " "
        name = " ".join(french.fold(named[len(begun) :]).split())
        return f"{begun}{between}(nom retiré {number(name)})"

    return _told(text, instead)


def _told(text: str, instead: Callable[[str], str]) -> str:
    """The text with what that gives of each person, in place of her civility and her name."""
    parts, end = list[str](), 0
    for start, after in _named(text):
        parts += (text[end:start], instead(text[start:after]))
        end = after
    return "".join((*parts, text[end:])) if parts else text


def _named(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each person is named there."""
    end = 0
    for hint in _CIVIL.finditer(text):
        found = _PERSON.match(text, hint.start()) if hint.start() >= end else None
        if found:
            end = found.end()
            yield found.span()


def notes(rows: Sequence[Record], identifier: str) -> Iterator[str]:
    """Of how many rows a person's name is withdrawn; how many others may name a person.

    ``identifier`` is the column of the holder's SIRET or SIREN: a row without it, and without a
    civility, is told from no person.
    """
    held = packed(("porteur", identifier), rows)
    hidden = held.column("porteur").count(NAME)
    if hidden:
        yield f"{french.counted(hidden, 'personne physique', 'personnes physiques')} : nom retiré."
    unsure = {name for name, known in set(held.cells(("porteur", identifier))) if not known}
    unsure -= {NAME}
    unsure = {name for name in unsure if not is_person(name)}
    if unsure:
        one, many = (
            "bénéficiaire n’a ni SIRET ni civilité",
            "bénéficiaires n’ont ni SIRET ni civilité",
        )
        remedy = "si c’est une personne, écrivez « M. » ou « Mme » devant son nom, qui sera retiré"
        yield f"{french.counted(len(unsure), one, many)} : {remedy}."
