"""« Ce qui a changé dans ces données »: each version served, when, why, what it changed."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content import (
    Block,
    Cell,
    Column,
    Fold,
    Hero,
    Listing,
    Notice,
    Prose,
    Row,
    Table,
    text,
)
from dashboard.domain import french
from dashboard.domain.chronicle import Chronicle, Kind, PublicAct
from dashboard.pages.open_files import CHANGES, DOWNLOADS
from dashboard.pages.page import Page, Panel
from dashboard.system import clock
from dashboard.view import View

PATH = "/donnees/changements"
LABEL = "Ce qui a changé dans ces données"
UNTOUCHED = (
    "Personne n’a encore changé ces données par l’espace des agents : elles sont celles du dossier "
    "livré avec l’outil."
)
LATER = (
    "Les actes d’avant ne sont pas dits : ces données sont la version {} que l’équipe garde, et ce "
    "qui changera après elle sera dit ici."
)
NO_WHY = "aucune raison publiée"
UNTOLD = (
    "« – » : l’une des deux versions comparées est retirée, ce qui changeait de l’une à l’autre "
    "n’est plus dit."
)
ACTS = {Kind.PUBLISHED: "publiée", Kind.RETURNED: "de nouveau servie"}
_VERSIONS = (
    Column("Version et raison"),
    Column("Depuis le"),
    Column("Source et licence"),
    Column("Lignes ajoutées", numeric=True),
    Column("Lignes changées", numeric=True),
    Column("Lignes retirées", numeric=True),
)
_ROWS = (
    Column("Table"),
    Column("Lignes ajoutées", numeric=True),
    Column("Lignes changées", numeric=True),
    Column("Lignes retirées", numeric=True),
)
_TOTALS = (
    Column("Année"),
    Column("Étape"),
    Column("Avant", numeric=True),
    Column("Après", numeric=True),
)


def _hero(view: View) -> tuple[Block, ...]:
    day = french.date(view.store.published_on)
    lead = text(
        "Chaque version de ces données que le public a vue, la dernière d’abord : quand, pourquoi, "
        f"de quelle source, ce qu’elle change. Celle-ci est la publication du {day}, "
        f"{view.store.digest[:6]}. Qui publie n’y est pas dit."
    )
    return (Hero(LABEL, lead),)


def _acts(view: View) -> tuple[Block, ...]:
    told = view.store.chronicle
    if not told.acts:
        said = LATER.format(view.store.version) if view.store.version else UNTOUCHED
        return (Notice((text(said),)),)
    notes = (UNTOLD,) if any(act.untold for act in told.acts) else ()
    rows = tuple(_row(act) for act in newest(told))
    table = Table("Versions que le public a vues", _VERSIONS, rows, notes)
    count = french.counted(len(told.acts), "acte")
    files = (("Tout ce qui a changé, table par table (CSV)", f"{DOWNLOADS}{CHANGES}"),)
    return (
        Listing("Versions publiées", count, table, downloads=files),
        *(_details(act) for act in newest(told) if act.changes or act.totals),
        Prose((text(_start(told)),)),
    )


def newest(told: Chronicle) -> Iterator[PublicAct]:
    """The acts, the last one first."""
    return reversed(told.acts)


def _start(told: Chronicle) -> str:
    return (
        f"Avant le {clock.moment(told.acts[0].moment)}, le public voyait la version "
        f"{told.acts[0].before or 'livrée avec l’outil'}. Une version retirée l’est parce qu’elle "
        "tenait une donnée personnelle ou rompait un secret : sa raison seule est gardée."
    )


def _row(act: PublicAct) -> Row:
    return Row(
        (
            Cell(f"Version {act.number}, {ACTS[act.kind]}{_joined(act)}{why(act)}"),
            Cell(clock.moment(act.moment)),
            Cell(source(act)),
            *(_count(act, name) for name in ("added", "changed", "removed")),
        )
    )


def _joined(act: PublicAct) -> str:
    return " puis " if act.withdrawn else " : "


def why(act: PublicAct) -> str:
    """The reason of the act; that of the withdrawal for a version that is withdrawn."""
    if act.withdrawn:
        return f"retirée le {french.date(act.withdrawn.day)} : {act.withdrawn.why}"
    return act.why or NO_WHY


def source(act: PublicAct) -> str:
    """Where its figures come from, under which licence."""
    return ", ".join(filter(None, (act.source, act.licence))) or french.NOT_APPLICABLE


def _count(act: PublicAct, name: str) -> Cell:
    """How many rows in all, which are not known of what is untold."""
    if act.untold:
        return Cell(french.NOT_APPLICABLE)
    count = sum(getattr(one, name) for one in act.changes)
    return Cell(french.number(count), count, decimals=0)


def _details(act: PublicAct) -> Fold:
    """The tables of one act: its rows, and the euros of each year that moved."""
    name = f"Version {act.number}, {clock.moment(act.moment)}"
    rows = tuple(
        Row((Cell(one.table), *map(_number, (one.added, one.changed, one.removed))))
        for one in act.changes
    )
    euros = tuple(
        Row((Cell(t.year or "sans année"), Cell(t.stage), _euros(t.before), _euros(t.after)))
        for t in act.totals
    )
    against = f"Comparée à la version {act.before}" if act.before else "La première"
    blocks = (
        Listing("", against, Table(f"{name} : lignes, table par table", _ROWS, rows)),
        *([_of_euros(name, euros)] if euros else []),
    )
    return Fold(f"{name} : table par table, année par année", blocks)


def _of_euros(name: str, rows: tuple[Row, ...]) -> Listing:
    table = Table(f"{name} : euros par année et par étape", _TOTALS, rows)
    return Listing("", "Euros des années dont le total change", table)


def _number(count: int) -> Cell:
    return Cell(french.number(count), count, decimals=0)


def _euros(amount: float | None) -> Cell:
    return Cell("aucun montant") if amount is None else Cell(french.euros(amount), amount)


PAGE = Page(
    slug="changements",
    path=PATH,
    label=LABEL,
    title=lambda view: LABEL,
    description="Les versions publiées de ces données : quand, pourquoi, ce que chacune change.",
    panels=(Panel("tete", _hero), Panel("actes", _acts)),
    filters=(),
)
