"""The means beside the grants: posts that the State pays, the agglomeration's own subsidies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.claim import RowsClaim
from dashboard.domain.funding import Subsidy
from dashboard.exhibits import common, told
from dashboard.view import View

MOST = 60
_POSTS = {"adulte-relais": "Adultes-relais", "fonjep": "Postes Fonjep"}


def posts(view: View) -> Exhibit | None:
    """The posts of the chosen year; None where none is published."""
    year, frame = view.selection.year, common.frame_of(view, (keys.YEAR,))
    rows = [row for row in view.store.rows("postes") if row["annee"] == str(year)]
    if not rows:
        return None
    kinds = sorted({row["dispositif"] for row in rows})
    table_rows = [_kind(rows, kind) for kind in kinds]
    anomalies = tuple(sorted({row["anomalie"] for row in rows if row["anomalie"]}))
    columns = (
        Column("Dispositif"),
        Column("Postes", numeric=True),
        Column("Coût théorique", numeric=True),
    )
    first = table_rows[0].cells
    return Exhibit(
        slug="postes",
        title=f"Postes financés par l’État, {year}",
        subtitle="Adultes-relais et Fonjep du contrat, coût théorique",
        table=Table(f"Postes de {year}", columns, tuple(table_rows), anomalies),
        table_first=True,
        reading=_reading(first, (("annee", str(year)), ("dispositif", kinds[0]))),
        alt=common.alt(f"Tableau des postes financés en {year}"),
        source=common.source_of(view, [row["source"] for row in rows]),
        frame=frame,
        file_name=common.file_name(view, frame, "postes", str(year)),
        notes=("Un poste peut être vacant : le coût est théorique.", *anomalies),
        tags=common.warning_tags(view),
    )


def _reading(first: Sequence[Cell], where: told.Where) -> Text:
    """How many posts of the first kind there are that year."""
    many = int(first[1].value or 0)
    posts = told.rows(french.counted(many, "poste"), many, "postes", where)
    return text(f"{french.uncapital(first[0].text)} : ", posts, f" en {where[0][1]}.")


def _kind(rows: list[dict[str, Any]], kind: str) -> Row:
    members = [row for row in rows if row["dispositif"] == kind]
    amounts = [float(row["montant"]) for row in members if row["montant"]]
    whole = len(amounts) == len(members)
    flagged = any(row["anomalie"] for row in members)
    return Row(
        (
            Cell(_POSTS.get(kind, kind), tags=("anomalie de la source",) if flagged else ()),
            common.count_cell(len(members)),
            common.money_cell(sum(amounts)) if whole else Cell(french.NOT_AVAILABLE),
        )
    )


def agglomeration(view: View) -> Exhibit | None:
    """The agglomeration's own subsidies of the chosen year; None where none is published."""
    year, frame = view.selection.year, common.frame_of(view, (keys.YEAR,))
    if not view.store.counts.get("subventions_agglomeration"):
        return None
    rows = view.store.subsidies(year)
    if not rows:
        return None
    total = sum(row.amount for row in rows)
    columns = (
        Column("Porteur"),
        Column("Objet"),
        Column("Politique de la ville"),
        Column("Montant", numeric=True),
    )
    shown = tuple(_subsidy(row) for row in rows[:MOST])
    most = f" ; les {MOST} plus importantes" if len(rows) > MOST else ""
    return Exhibit(
        slug="agglomeration",
        title=f"Subventions propres de l’agglomération, {year}, toutes compétences",
        subtitle=f"{french.counted(len(rows), 'subvention')}, {french.euros(total)}{most}",
        table=Table(f"Subventions attribuées par l’agglomération, {year}", columns, shown),
        table_first=True,
        reading=_largest(rows[0], year),
        alt=common.alt(f"Tableau des subventions de l’agglomération en {year}"),
        source=common.source_of(view, [row.source for row in rows]),
        frame=frame,
        file_name=common.file_name(view, frame, "agglomeration", str(year)),
        notes=(
            "Toutes compétences : la source ne dit pas quelles lignes relèvent de la politique de "
            "la ville ; « probable » est notre lecture. Ces montants ne s’ajoutent pas à ceux de "
            "l’État.",
        ),
        tags=common.warning_tags(view),
    )


def _largest(row: Subsidy, year: int) -> Text:
    """Who receives the largest subsidy of the year."""
    euros = row.amount
    of_year = (("annee", str(year)),)
    claim = RowsClaim(told.LARGEST, euros, "subventions_agglomeration", of_year)
    received = Span(french.euros(euros), claim=claim)
    return text(f"en {year}, le plus gros montant, ", received, f", est pour {row.holder}.")


def _subsidy(row: Subsidy) -> Row:
    return Row(
        (
            Cell(row.holder),
            Cell(row.title),
            Cell(row.city_policy or french.NOT_AVAILABLE),
            common.money_cell(row.amount),
        )
    )
