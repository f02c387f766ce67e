"""A cell that a person wrote, as our tables hold it, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.importers import dates
from dashboard.importers.identifiers import identifier
from dashboard.importers.numbers import cents, number, remedy_for, shown, why_not
from dashboard.importers.source_table import key
from dashboard.importers.templates.choices import NamedCode, NamedCodes, adding
from dashboard.schema.field import CellKind, Field
from dashboard.schema.problem import quote
from dashboard.schema.rules import rules_of
from dashboard.schema.suggestion import suggested

_MANY = re.compile(r"[|;]")
_SHORT = 15
"""Values of a list that a sentence may tell."""
_NUMBERS = (CellKind.INTEGER, CellKind.NUMBER, CellKind.AMOUNT)
_ANSWERS = {"oui": "oui", "non": "non", "vrai": "oui", "faux": "non", "o": "oui", "n": "non"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be kept, and what to do."""

    message: str
    remedy: str


def as_held(text: str, field: Field, choices: NamedCodes, year: int = 0) -> str | Fault:
    """The cell of that column as our tables hold it; ``year`` is that of its row, 0 where none."""
    found = _chosen(text, field, choices, year) if choices and text else _written(text, field)
    return found if isinstance(found, Fault) else _judged(found, field)


def _judged(text: str, field: Field) -> str | Fault:
    """The text, unless it breaks a rule of its column."""
    broken = next((rule for rule in rules_of(field) if not rule.judges(text)), None)
    return Fault(broken.message, broken.remedy(text)) if broken else text


def _chosen(text: str, field: Field, choices: NamedCodes, year: int) -> str | Fault:
    parts = [part.strip() for part in _MANY.split(text)] if field.many else [text]
    found = [_one(part, field, choices, year) for part in parts if part]
    wrong = next((item for item in found if isinstance(item, Fault)), None)
    return wrong or "|".join(dict.fromkeys(item for item in found if isinstance(item, str)))


def _one(text: str, field: Field, choices: NamedCodes, year: int) -> str | Fault:
    held = [choice for choice in choices if choice.answers(text, year)]
    if len(held) == 1:
        return held[0].code
    if held:
        known = french.listed([choice.code for choice in held], "ou")
        return Fault("désigne plusieurs choses.", f"Écrivez son code : {known}.")
    labels = [choice.label for choice in choices if choice.stands(year)]
    past = next((choice for choice in choices if choice.answers(text, 0)), None)
    if past:
        return Fault(f"ne vaut pas pour {year}.", _namesake(past, labels))
    return Fault("n’est pas dans la liste.", f"{_near(text, labels)}{adding(field)}")


def _namesake(past: NamedCode, labels: list[str]) -> str:
    """What bears the same name that year: another generation of the same quarter."""
    name = key(_bare(past.label))
    same = [label for label in labels if name in map(key, _parts(label))]
    otherwise = "Choisissez dans la liste ce qui vaut cette année."
    return suggested(same[0], {same[0]: same[0]}, otherwise) if same else otherwise


def _near(text: str, labels: list[str]) -> str:
    """What looks like it in the list: a part of a name is enough."""
    said = {part: label for label in reversed(labels) for part in _parts(label)}
    return suggested(text, said, _listed(labels))


def _listed(labels: list[str]) -> str:
    """The list itself where it is short; else where it stands."""
    if len(labels) > _SHORT:
        return "Choisissez une valeur de la liste, sur la feuille « Listes » du modèle."
    return f"Écrivez {french.listed(list(map(quote, labels)), 'ou')}."


def _parts(label: str) -> tuple[str, ...]:
    """The words by which one may call it: ``Biollay - Bellevue (QP073001)``, ``Biollay``…"""
    bare = _bare(label)
    return (*re.split(r" [-–] | : ", bare), bare, label)


def _bare(label: str) -> str:
    """The label without the code that it ends with."""
    return label.rpartition(" (")[0] or label


def _written(text: str, field: Field) -> str | Fault:
    read = _READ.get(field.kind)
    return read(text, field) if read and text else text


def _date(text: str, _: Field) -> str:
    day = dates.date(text)
    return day.isoformat() if day else text


def _year(text: str, _: Field) -> str:
    return text.removesuffix(".0")


def _number(text: str, field: Field) -> str | Fault:
    value = number(text)
    if value is None:
        return Fault(why_not(text), remedy_for(text, "Écrivez un nombre, par exemple 1250,50."))
    return shown(cents(value) if field.kind is CellKind.AMOUNT else value)


def _flag(text: str, _: Field) -> str:
    return _ANSWERS.get(key(text), text)


def _identifier(text: str, _: Field) -> str | Fault:
    found = identifier(text)
    if found.wrong and not found.siren:
        return Fault(found.wrong, found.remedy)
    return found.siret or found.siren


_READ: Mapping[CellKind, Callable[[str, Field], str | Fault]] = {
    CellKind.DATE: _date,
    CellKind.YEAR: _year,
    CellKind.FLAG: _flag,
    CellKind.IDENTIFIER: _identifier,
    **dict.fromkeys(_NUMBERS, _number),
}
