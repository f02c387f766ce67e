"""What each kind of column demands: an integer, a year, an amount, a date…"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from dashboard.domain import french
from dashboard.domain.siret import is_siret
from dashboard.markdown import left_out
from dashboard.schema.field import CellKind, Field
from dashboard.schema.rule import ColumnRule, simple
from dashboard.schema.tables import AMOUNT_LIMIT, FIRST_YEAR, LAST_YEAR

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII).fullmatch
_AMOUNT = re.compile(r"\d+(\.\d{1,2})?", re.ASCII).fullmatch
_SHOWN = "restent les titres, les listes, le gras, l’italique et les liens vers le web ou le site."
_NUMBER_REMEDY = "Écrivez 12000 ou 12000.50."


def rules_of_kind(field: Field) -> list[ColumnRule]:
    """The rules that the kind of the column brings."""
    makers: dict[CellKind, Callable[[Field], list[ColumnRule]]] = {
        CellKind.MARKDOWN: _markdown,
        CellKind.CODE: _code,
        CellKind.INTEGER: _integer,
        CellKind.YEAR: _year,
        CellKind.NUMBER: _number,
        CellKind.AMOUNT: _amount,
        CellKind.FLAG: _flag,
        CellKind.DATE: _date,
        CellKind.SIRET: _siret,
    }
    maker = makers.get(field.kind)
    return maker(field) if maker else []


def _siret(field: Field) -> list[ColumnRule]:
    message = "n’est pas un SIRET : sa clé de contrôle est fausse, ou des chiffres manquent."
    remedy = "Vérifiez-le sur l’avis de situation de l’Insee, ou videz la case."
    return [simple(field, "siret", is_siret, message, remedy)]


def _markdown(field: Field) -> list[ColumnRule]:
    return [
        ColumnRule(
            "mise-en-forme",
            field.name,
            lambda text: not left_out(text),
            "contient ce qu’un texte mis en forme ne montre pas.",
            lambda text: f"Retirez {french.listed(left_out(text))} : {_SHOWN}",
            blocking=False,
        )
    ]


def _code(field: Field) -> list[ColumnRule]:
    return [
        simple(
            field,
            "code",
            lambda text: bool(re.fullmatch(r"[\w.:\-]+", text)),
            "n’est pas un code.",
            "Un code n’a ni espace ni signe, hors tiret, point et deux-points.",
        )
    ]


def _integer(field: Field) -> list[ColumnRule]:
    whole = simple(
        field,
        "entier",
        lambda text: bool(re.fullmatch(r"-?[0-9]{1,15}", text)),
        "n’est pas un nombre entier.",
        "Écrivez un nombre sans espace ni décimale, par exemple 12.",
    )
    return [whole, *_bounds(field)]


def _year(field: Field) -> list[ColumnRule]:
    return [
        simple(
            field,
            "annee",
            lambda text: (
                bool(re.fullmatch(r"[0-9]{4}", text)) and FIRST_YEAR <= int(text) <= LAST_YEAR
            ),
            "n’est pas une année.",
            f"Écrivez une année de {FIRST_YEAR} à {LAST_YEAR}, par exemple 2021.",
        )
    ]


def _number(field: Field) -> list[ColumnRule]:
    plain = simple(
        field,
        "nombre",
        lambda text: bool(_NUMBER(text)),
        "n’est pas un nombre.",
        _NUMBER_REMEDY,
    )
    return [plain, *_bounds(field)]


def _bounds(field: Field) -> list[ColumnRule]:
    low, high = field.low, field.high
    if low is None and high is None:
        return []

    def within(text: str) -> bool:
        if not _NUMBER(text):
            return True
        return (low is None or float(text) >= low) and (high is None or float(text) <= high)

    return [simple(field, "bornes", within, "est hors des bornes.", _range(low, high))]


def _range(low: float | None, high: float | None) -> str:
    if high is None:
        return f"Écrivez un nombre d’au moins {low:g}."
    if low is None:
        return f"Écrivez un nombre d’au plus {high:g}."
    return f"Écrivez un nombre de {low:g} à {high:g}."


def _amount(field: Field) -> list[ColumnRule]:
    number = simple(
        field,
        "nombre",
        lambda text: bool(_NUMBER(text)),
        "n’est pas un nombre.",
        _NUMBER_REMEDY,
    )
    cents = simple(
        field,
        "centimes",
        lambda text: not _NUMBER(text) or bool(_AMOUNT(text)),
        "n’est pas un montant en euros et centimes.",
        "Un montant est positif et a deux décimales au plus : vérifiez que la virgule "
        "n’a pas été lue comme un séparateur de milliers.",
    )
    limit = simple(
        field,
        "plafond",
        lambda text: not _NUMBER(text) or float(text) < AMOUNT_LIMIT,
        "est hors de l’ordre de grandeur d’une ligne.",
        "Une ligne reste sous 5 millions d’euros : des décimales ont sans doute été lues "
        "comme des milliers.",
    )
    return [number, cents, limit]


def _flag(field: Field) -> list[ColumnRule]:
    return [
        simple(
            field,
            "oui-non",
            lambda text: text in ("oui", "non"),
            "n’est ni oui ni non.",
            "Écrivez oui ou non.",
        )
    ]


def _date(field: Field) -> list[ColumnRule]:
    return [
        simple(
            field,
            "date",
            _is_date,
            "n’est pas une date.",
            "Écrivez année-mois-jour, par exemple 2024-07-09.",
        )
    ]


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
