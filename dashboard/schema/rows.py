"""What the columns of one row must be to one another, table by table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd

from dashboard.domain import french
from dashboard.domain.indicator import HIDDEN, Unit
from dashboard.domain.local_words import Notion
from dashboard.domain.territory import Outline
from dashboard.schema.coded import distinct
from dashboard.schema.declared import indicators
from dashboard.schema.field import TableSchema
from dashboard.schema.packed import Record
from dashboard.schema.problem import Problem
from dashboard.schema.reading import lines_of
from dashboard.schema.suggestion import suggestion

RowFault = tuple[str, str, str, bool]
"""Column, message, remedy, blocking."""

PERSON = "personne physique"

LONGEST_WORD = 60
"""Characters of a word of the territory."""

_SAID = re.compile(r"[\w \-’'.()/&]*")
"""What such a word is written with: it stands in sentences, titles and files."""


def row_problems(table: TableSchema, frame: pd.DataFrame) -> Iterator[Problem]:
    """The problems of whole rows: keys met twice, then what each table demands of its own.

    ``frame`` is coded: rows that hold the same in the columns of a demand are judged once.
    """
    lines = lines_of(frame)
    yield from _twice(table, frame, lines)
    for columns, judge in _JUDGES.get(table.name, ()):
        rank, rows = distinct(frame, columns)
        findings = [tuple(judge(row)) for row in rows]
        faulty = np.array([bool(item) for item in findings], dtype=bool)
        for where in np.flatnonzero(faulty[rank]).tolist() if faulty.any() else ():
            row = rows[rank[where]]
            for column, message, remedy, blocking in findings[rank[where]]:
                value = row[column] if row[column].strip() else ""
                text = french.typeset(remedy)
                yield Problem(table.file, lines[where], column, value, message, text, blocking)


def _twice(table: TableSchema, frame: pd.DataFrame, lines: Sequence[int]) -> Iterator[Problem]:
    if not table.key:
        return
    twice = np.flatnonzero(frame.duplicated(list(table.key), keep=False)).tolist()
    keys = zip(*(frame[column].iloc[twice] for column in table.key), strict=True)
    seen: dict[tuple[str, ...], int] = {}
    titles = {field.name: field.title for field in table.fields}
    for where, key in zip(twice, keys, strict=True):
        line = lines[where]
        first = seen.setdefault(key, line)
        if first != line:
            columns = french.listed([titles[name] for name in table.key])
            message = f"est déjà à la ligne {first} ({columns})."
            remedy = "Gardez une seule des deux lignes, ou changez ce qui les distingue."
            value = ", ".join(part for part in key if part)
            yield Problem(table.file, line, table.key[0], value, message, remedy)


def _value(row: Record) -> Iterator[RowFault]:
    indicator = indicators().get(row["indicateur"])
    if indicator is None:
        otherwise = "Prenez un code du catalogue des indicateurs."
        remedy = suggestion(row["indicateur"], tuple(indicators()), otherwise)
        yield "indicateur", "n’est pas un indicateur du catalogue.", remedy, True
        return
    if row["valeur"] == "":
        if row["statut"] not in HIDDEN:
            remedy = "Écrivez la valeur, ou le statut secret, non diffusé ou sans objet."
            yield "valeur", "la case est vide et le statut ne dit pas pourquoi.", remedy, True
        return
    if row["statut"] in HIDDEN:
        remedy = f"Videz la case, ou changez le statut « {row['statut']} »."
        yield "valeur", "une valeur qui n’est pas publiée ne porte pas de nombre.", remedy, True
        return
    yield from _bounds(float(row["valeur"]), indicator.low, indicator.high, indicator.unit)


def _bounds(value: float, low: float, high: float, unit: Unit) -> Iterator[RowFault]:
    if not low <= value <= high:
        remedy = f"L’indicateur va de {low:g} à {high:g} (unité : {unit}) : vérifiez la virgule."
        yield "valeur", "est hors des bornes de l’indicateur.", remedy, True


def _break(row: Record) -> Iterator[RowFault]:
    name = row["indicateur"]
    if not name.startswith("source:") and name not in indicators():
        otherwise = "Prenez un code du catalogue, ou source:<identifiant de la source>."
        yield (
            "indicateur",
            "n’est pas un indicateur du catalogue.",
            suggestion(name, tuple(indicators()), otherwise),
            True,
        )


def _territory(row: Record) -> Iterator[RowFault]:
    if row["genre"] not in ("qpv", "qva"):
        return
    if not row["generation"]:
        remedy = "Écrivez l’année de ses périmètres, par exemple 2024."
        yield "generation", "un quartier a une génération.", remedy, True
    if not row["communes"]:
        remedy = "Écrivez au moins un code de commune."
        yield "communes", "un quartier est dans une commune.", remedy, True
    if row["valide_de"] and row["valide_a"] and int(row["valide_a"]) < int(row["valide_de"]):
        remedy = "La dernière année de validité suit la première."
        yield "valide_a", "vient avant le début.", remedy, True


def _mark(row: Record) -> Iterator[RowFault]:
    marked = row["trace"] == Outline.APPROXIMATE
    for column in ("repere_lon", "repere_lat", "repere_motif") if marked else ():
        if not row[column]:
            remedy = "Un repère approximatif a un point et dit ce qu’il désigne : remplissez-la."
            yield column, "la case est vide.", remedy, True


def _nature(row: Record) -> Iterator[RowFault]:
    nature = french.fold(row["porteur_nature"]).strip()
    if nature != PERSON and re.search("personne|physique|particulier|individu", nature):
        remedy = f"Écrivez « {PERSON} » : son nom ne sera jamais montré."
        yield "porteur_nature", "désigne une personne, mais autrement que prévu.", remedy, True


def _holder(row: Record) -> Iterator[RowFault]:
    if not row["porteur"].strip() and not row["porteur_id"].strip():
        yield "porteur", "le porteur n’a ni nom ni identifiant.", "Écrivez l’un des deux.", True


def _quarter(row: Record) -> Iterator[RowFault]:
    if row["quartiers"] and not row["quartier_origine"]:
        remedy = "Dites d’où vient le quartier : officiel, nommé dans l’intitulé, corrigé…"
        yield "quartier_origine", "le quartier n’a pas d’origine.", remedy, True


def _rule(row: Record) -> Iterator[RowFault]:
    try:
        re.compile(row["motif"])
    except re.error:
        remedy = "Vérifiez les parenthèses et les crochets."
        yield "motif", "n’est pas une expression régulière.", remedy, True


def _link(row: Record) -> Iterator[RowFault]:
    if row["genre"] == "aucun" and row["cible"]:
        yield "cible", "le genre « aucun » n’a pas de cible.", "Videz la case.", True
    if row["genre"] != "aucun" and not row["cible"]:
        yield "cible", "il manque ce que le lien désigne.", "Écrivez un code, ou « aucun ».", True
    if row["genre"] == "indicateur" and row["cible"] not in indicators():
        remedy = suggestion(row["cible"], tuple(indicators()), "Prenez un code du catalogue.")
        yield "cible", "n’est pas un indicateur du catalogue.", remedy, True


def _word(row: Record) -> Iterator[RowFault]:
    for column in ("singulier", "pluriel", "court"):
        if len(row[column]) > LONGEST_WORD:
            yield column, f"dépasse {LONGEST_WORD} signes.", "Prenez un mot plus court.", True
        elif not _SAID.fullmatch(row[column]):
            remedy = "Écrivez des lettres, des chiffres, des espaces, des traits d’union."
            yield column, "n’est pas un mot.", remedy, True
    if row["notion"] == Notion.WATCHED and not row["court"]:
        yield "court", "cette notion a une forme courte.", "Écrivez-la : « en veille ».", True


RowJudge = Callable[[Record], Iterator[RowFault]]

_JUDGES: dict[str, tuple[tuple[tuple[str, ...], RowJudge], ...]] = {
    "indicateurs": ((("indicateur", "valeur", "statut"), _value),),
    "ruptures": ((("indicateur",), _break),),
    "territoires": (
        (("genre", "generation", "communes", "valide_de", "valide_a"), _territory),
        (("trace", "repere_lon", "repere_lat", "repere_motif"), _mark),
    ),
    "actions": (
        (("porteur_nature",), _nature),
        (("porteur", "porteur_id"), _holder),
        (("quartiers", "quartier_origine"), _quarter),
    ),
    "regles": ((("motif",), _rule),),
    "mots": ((("notion", "singulier", "pluriel", "court"), _word),),
    "regles_parcours": ((("motif",), _rule),),
    "orientations_liens": ((("genre", "cible"), _link),),
}
"""What each table demands: the columns that a demand looks at, and the demand."""
