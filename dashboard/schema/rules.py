"""Every rule of a column, in the order in which a reader mends."""

from __future__ import annotations

from functools import cache

from dashboard.domain import french
from dashboard.schema.field import CellKind, Field
from dashboard.schema.kinds import rules_of_kind
from dashboard.schema.rule import ColumnRule, simple
from dashboard.schema.suggestion import suggestion


@cache
def rules_of(field: Field) -> tuple[ColumnRule, ...]:
    """The rules of a column: filled, without stray spaces, of its kind, of its list."""
    found = [_filled(field)] if field.required else []
    found.append(_unspaced(field))
    found.extend(rules_of_kind(field))
    if field.values:
        found.append(_listed(field))
    if field.many:
        found.append(_separated(field))
    if field.starts:
        found.append(_begun(field))
    return tuple(found)


def _filled(field: Field) -> ColumnRule:
    return ColumnRule(
        "rempli",
        field.name,
        lambda text: text.strip() != "",
        "la case est vide.",
        lambda _: "Cette colonne est obligatoire : remplissez la case ou retirez la ligne.",
    )


def _unspaced(field: Field) -> ColumnRule:
    return ColumnRule(
        "sans-espace",
        field.name,
        lambda text: text == text.strip() or text.strip() == "",
        "commence ou finit par une espace.",
        lambda value: f"Écrivez « {value.strip()} ».",
        field.strict and (field.kind is not CellKind.TEXT or bool(field.values or field.refers)),
    )


def _listed(field: Field) -> ColumnRule:
    known = field.values
    return ColumnRule(
        "liste",
        field.name,
        lambda text: text == "" or text.strip() in known,
        "n’est pas une valeur de cette colonne.",
        lambda value: suggestion(value, known, f"Écrivez {french.listed(known, 'ou')}."),
        field.strict,
    )


def _begun(field: Field) -> ColumnRule:
    words = tuple(dict.fromkeys(french.typeset(start.strip()) for start in field.starts))
    uncontracted = ("à le ", "à les ", "de le ", "de les ")

    def said(text: str) -> bool:
        return text.startswith(field.starts) and not text.lower().startswith(uncontracted)

    return simple(
        field,
        "preposition",
        said,
        "ne se lit pas dans une phrase.",
        f"Commencez par {french.listed(words, 'ou')}, comme on le dit : {field.description}.",
    )


def _separated(field: Field) -> ColumnRule:
    def distinct(text: str) -> bool:
        parts = text.split("|")
        return all(part == part.strip() and part for part in parts) and len(set(parts)) == len(
            parts
        )

    return simple(
        field,
        "separateur",
        distinct,
        "a un membre vide, entouré d’espaces ou répété.",
        "Séparez les valeurs par | seul, chacune une fois : QP073001|QP073002.",
    )
