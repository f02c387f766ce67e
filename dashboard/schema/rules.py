"""What a column demands of its cells: one rule a demand, each with its message and its remedy."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.domain import french
from dashboard.schema.field import Field, Kind
from dashboard.schema.tables import AMOUNT_LIMIT, FIRST_YEAR, LAST_YEAR

Cells = pd.Series
_NUMBER = r"-?\d+(\.\d+)?"
_AMOUNT = r"\d+(\.\d{1,2})?"
_NUMBER_REMEDY = "Écrivez 12000 ou 12000.50."


@dataclass(frozen=True, slots=True)
class Rule:
    """One demand on a column; an empty cell is judged by ``required`` alone.

    ``holds`` takes the text of one cell. ``remedy`` takes the faulty value.
    """

    name: str
    column: str
    holds: Callable[[str], bool]
    message: str
    remedy: Callable[[str], str]
    blocking: bool = True

    def mask(self, cells: Cells) -> Cells:
        """True for each cell that obeys; each distinct text is judged once."""
        judged = {text: self.judges(str(text)) for text in cells.unique()}
        return cells.map(judged).astype(bool)

    def judges(self, text: str) -> bool:
        """Whether that cell obeys."""
        return self.holds(text)


def rules_of(field: Field) -> tuple[Rule, ...]:
    """The rules of a column, in the order in which a reader mends."""
    found = [_filled(field)] if field.required else []
    found.append(_unspaced(field))
    found.extend(_of_kind(field))
    if field.values:
        found.append(_listed(field))
    if field.many:
        found.append(_separated(field))
    return tuple(found)


def suggestion(value: str, known: Sequence[str], otherwise: str) -> str:
    """« Vouliez-vous dire … ? » where a known value looks like it, else that other remedy."""
    folded = {french.fold(item): item for item in reversed(known)}
    near = difflib.get_close_matches(french.fold(value.strip()), list(folded), n=1, cutoff=0.6)
    if near:
        return f"Vouliez-vous dire «{french.NBSP}{folded[near[0]]}{french.NBSP}»{french.NNBSP}?"
    return otherwise


def _rule(field: Field, name: str, holds: Callable[[str], bool], message: str, remedy: str) -> Rule:
    def judge(text: str) -> bool:
        return text == "" or holds(text.strip())

    return Rule(name, field.name, judge, message, lambda _: remedy, field.strict)


def _filled(field: Field) -> Rule:
    return Rule(
        "rempli",
        field.name,
        lambda text: text.strip() != "",
        "la case est vide.",
        lambda _: "Cette colonne est obligatoire : remplissez la case ou retirez la ligne.",
    )


def _unspaced(field: Field) -> Rule:
    return Rule(
        "sans-espace",
        field.name,
        lambda text: text == text.strip() or text.strip() == "",
        "commence ou finit par une espace.",
        lambda value: f"Écrivez « {value.strip()} ».",
        field.strict and (field.kind is not Kind.TEXT or bool(field.values or field.refers)),
    )


def _of_kind(field: Field) -> list[Rule]:
    makers: dict[Kind, Callable[[Field], list[Rule]]] = {
        Kind.CODE: _code,
        Kind.INTEGER: _integer,
        Kind.YEAR: _year,
        Kind.NUMBER: _number,
        Kind.AMOUNT: _amount,
        Kind.FLAG: _flag,
        Kind.DATE: _date,
    }
    maker = makers.get(field.kind)
    return maker(field) if maker else []


def _code(field: Field) -> list[Rule]:
    return [
        _rule(
            field,
            "code",
            lambda text: bool(re.fullmatch(r"[\w.:\-]+", text)),
            "n’est pas un code.",
            "Un code n’a ni espace ni signe, hors tiret, point et deux-points.",
        )
    ]


def _integer(field: Field) -> list[Rule]:
    whole = _rule(
        field,
        "entier",
        lambda text: bool(re.fullmatch(r"-?\d{1,15}", text)),
        "n’est pas un nombre entier.",
        "Écrivez un nombre sans espace ni décimale, par exemple 12.",
    )
    return [whole, *_bounds(field)]


def _year(field: Field) -> list[Rule]:
    return [
        _rule(
            field,
            "annee",
            lambda text: (
                bool(re.fullmatch(r"\d{4}", text)) and FIRST_YEAR <= int(text) <= LAST_YEAR
            ),
            "n’est pas une année.",
            f"Écrivez une année de {FIRST_YEAR} à {LAST_YEAR}, par exemple 2021.",
        )
    ]


def _number(field: Field) -> list[Rule]:
    plain = _rule(
        field,
        "nombre",
        lambda text: bool(re.fullmatch(_NUMBER, text)),
        "n’est pas un nombre.",
        _NUMBER_REMEDY,
    )
    return [plain, *_bounds(field)]


def _bounds(field: Field) -> list[Rule]:
    low, high = field.low, field.high
    if low is None and high is None:
        return []

    def within(text: str) -> bool:
        if not re.fullmatch(_NUMBER, text):
            return True
        return (low is None or float(text) >= low) and (high is None or float(text) <= high)

    return [_rule(field, "bornes", within, "est hors des bornes.", _range(low, high))]


def _range(low: float | None, high: float | None) -> str:
    if high is None:
        return f"Écrivez un nombre d’au moins {low:g}."
    if low is None:
        return f"Écrivez un nombre d’au plus {high:g}."
    return f"Écrivez un nombre de {low:g} à {high:g}."


def _amount(field: Field) -> list[Rule]:
    number = _rule(
        field,
        "nombre",
        lambda text: bool(re.fullmatch(_NUMBER, text)),
        "n’est pas un nombre.",
        _NUMBER_REMEDY,
    )
    cents = _rule(
        field,
        "centimes",
        lambda text: not re.fullmatch(_NUMBER, text) or bool(re.fullmatch(_AMOUNT, text)),
        "n’est pas un montant en euros et centimes.",
        "Un montant est positif et a deux décimales au plus : vérifiez que la virgule "
        "n’a pas été lue comme un séparateur de milliers.",
    )
    limit = _rule(
        field,
        "plafond",
        lambda text: not re.fullmatch(_NUMBER, text) or float(text) < AMOUNT_LIMIT,
        "est hors de l’ordre de grandeur d’une ligne.",
        "Une ligne reste sous 5 millions d’euros : des décimales ont sans doute été lues "
        "comme des milliers.",
    )
    return [number, cents, limit]


def _flag(field: Field) -> list[Rule]:
    return [
        _rule(
            field,
            "oui-non",
            lambda text: text in ("oui", "non"),
            "n’est ni oui ni non.",
            "Écrivez oui ou non.",
        )
    ]


def _date(field: Field) -> list[Rule]:
    return [
        _rule(
            field,
            "date",
            _is_date,
            "n’est pas une date.",
            "Écrivez année-mois-jour, par exemple 2024-07-09.",
        )
    ]


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _listed(field: Field) -> Rule:
    known = field.values
    return Rule(
        "liste",
        field.name,
        lambda text: text == "" or text.strip() in known,
        "n’est pas une valeur de cette colonne.",
        lambda value: suggestion(value, known, f"Écrivez {french.listed(known, 'ou')}."),
        field.strict,
    )


def _separated(field: Field) -> Rule:
    def distinct(text: str) -> bool:
        parts = text.split("|")
        return all(part == part.strip() and part for part in parts) and len(set(parts)) == len(
            parts
        )

    return _rule(
        field,
        "separateur",
        distinct,
        "a un membre vide, entouré d’espaces ou répété.",
        "Séparez les valeurs par | seul, chacune une fois : QP073001|QP073002.",
    )
