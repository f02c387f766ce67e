"""Beneficiaries who are natural persons: never named in public (rule 8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dashboard.domain import french
from dashboard.schema import Record, packed

NAME = "Bénéficiaire (personne physique)"
TITLE = "Aide individuelle"
NATURE = "personne physique"

_TITLES = r"(?i:mr|mrs|mme|mlle|monsieur|madame|mademoiselle)\b\.?"
"""Civilities, but for « M » and « MM », which are other things too."""
_HOLDER = re.compile(rf"(?:(?i:mm?)\b\.?(?!\s+J\s+[CS]\b)|{_TITLES})(?=\s)")
"""A name that is a person's; « M J C » is a youth club."""
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_WITHIN = re.compile(
    rf"\b(?:MM?\.|{_TITLES})\s+{_WORD}(?:\s+(?:(?:de|du|d’|d')\s*)?{_WORD}){{0,2}}"
)
"""A person named within a text: a civility, then up to three words with a capital."""


_NUMBERED = re.compile(rf"\b(?:MM?\.?|{_TITLES})\s+\(nom retiré (\d{{1,9}})\)")
"""What stands for a person in a file that was written again without her."""


def is_person(name: str) -> bool:
    """Whether the name begins with a civility; a name alone cannot be told from a company's."""
    return bool(_HOLDER.match(name.strip()))


def names_one(text: str) -> bool:
    """Whether the text names a person, by a civility and a name."""
    return bool(_WITHIN.search(text) or _NUMBERED.search(text))


def numbers_standing(text: str) -> Iterator[int]:
    """The numbers that stand for persons there, in a file that was written without them."""
    return (int(found) for found in _NUMBERED.findall(text)) if "retiré" in text else iter(())


def without_names(text: str, instead: str) -> str:
    """The text with that instead of each person whom it names by a civility."""
    return _NUMBERED.sub(instead, _WITHIN.sub(instead, text))


def numbered_names(text: str, number: Callable[[str], int]) -> str:
    """The text with, instead of each person whom it names by a civility, that civility and the
    number that stands for her."""

    def instead(found: re.Match[str]) -> str:
        civility, _, name = found[0].partition(" ")
        return f"{civility} (nom retiré {number(french.fold(name))})"

    if is_person(text) and not _WITHIN.match(text.strip()):
        held = _HOLDER.match(text.strip())
        civility = held[0] if held else ""
        return text if _NUMBERED.search(text) else f"{civility} (nom retiré {number(text)})"
    return _WITHIN.sub(instead, text)


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
