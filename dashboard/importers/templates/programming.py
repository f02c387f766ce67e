"""The programming of a year: a line for each action, quarter, funder and stage.

What the State's own file holds is not taken again: an action found there keeps its identifier and
its amounts, and gains what staff know of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.domain.funding import Origin
from dashboard.importers import persons, sourcing
from dashboard.importers.account import account_of
from dashboard.importers.door import pace
from dashboard.importers.imported import Document, Imported
from dashboard.importers.numbering import numbered, paired
from dashboard.importers.templates.amounts import LineRanks, amounts_of
from dashboard.importers.templates.filled import FilledRows
from dashboard.importers.templates.funders import with_funders
from dashboard.importers.templates.grouping import OF_ACTION, Sorter, marks_held
from dashboard.importers.templates.importing import importer_of
from dashboard.importers.templates.judging import filled
from dashboard.importers.templates.source import source_of
from dashboard.importers.templates.template import EXAMPLE, Template
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import TABLES, PackedRows, Record
from dashboard.schema.field import CellKind, Field
from dashboard.system import progress

_ACTIONS = {field.name: field for field in TABLES["actions"].fields}
_FUNDING = {field.name: field for field in TABLES["financements"].fields}

TEMPLATE = Template(
    "programmation",
    "Programmation annuelle",
    "Les actions d’une année et leurs montants : une ligne par action, par quartier, par financeur "
    "et par étape. Les lignes de même année, de même porteur et de même intitulé sont une action.",
    (
        _ACTIONS["annee"],
        _ACTIONS["intitule"],
        Field("porteur", "Porteur", required=True),
        Field(
            "porteur_id",
            "SIRET ou SIREN du porteur",
            CellKind.IDENTIFIER,
            description="Vide s’il n’en a pas",
        ),
        Field("pilier", "Pilier", required=True),
        Field("theme", "Thème"),
        Field(
            "quartiers",
            "Quartiers",
            many=True,
            description="Vide si l’action n’en vise aucun ; plusieurs se séparent par |",
        ),
        _ACTIONS["public"],
        _ACTIONS["age"],
        _FUNDING["financeur"],
        _FUNDING["etape"],
        Field("montant", "Montant en euros", CellKind.AMOUNT, required=True),
    ),
    {
        "annee": "2026",
        "intitule": f"{EXAMPLE}Jardins partagés",
        "porteur": "Régie de quartier",
        "montant": "3200",
    },
)

_CORRECTED = {
    "pilier": "pilier_origine",
    "theme": "theme_origine",
    "quartiers": "quartier_origine",
    "age": "age_origine",
}


@dataclass(frozen=True, slots=True)
class _Actions:
    """The lines of each action, and its row."""

    lines: tuple[LineRanks, ...]
    rows: PackedRows


def read(made: Template, document: Document, territory: TerritoryFolder) -> Imported:
    """The actions of a file of that model, and their amounts; a line that contradicts another of
    its action is refused by name."""
    found, funders = with_funders(filled(document, made, territory), territory)
    with pace.stage("J’assemble les lignes d’une même action.", 0.37, 0.5):
        sorted_out = Sorter(found, territory)
    with pace.stage("Je numérote les actions.", 0.5, 0.68):
        actions = _numbered(sorted_out, territory)
    with pace.stage("Je range les montants.", 0.68, 0.82):
        named = actions.rows.column("id")
        funding, first = amounts_of(named, actions.lines, found.lines.held, TEMPLATE.kind)
    refused = (*found.refused, *sorted_out.refused)
    left = (*found.left, *sorted_out.left)
    numbers = found.lines.numbers
    taken = [numbers[rank] for ranks in actions.lines for rank in ranks]
    return Imported(
        kind=TEMPLATE.kind,
        title=", ".join([TEMPLATE.title, *_years(actions)]),
        account=account_of(found.table.rows, taken, refused, left),
        taken={
            "actions": actions.rows,
            "financements": funding,
            "financeurs": funders,
            "sources": sourcing.own(territory, source_of(TEMPLATE, territory, document.name)),
        },
        lines={
            "actions": tuple(numbers[ranks[0]] for ranks in actions.lines),
            "financements": tuple(numbers[rank] for rank in first),
        },
        scopes=_scopes(actions, territory),
        refused=refused,
        notes=(*found.table.notes, *_notes(actions, funding, territory)),
        headings=found.template.titles,
    )


def _years(actions: _Actions) -> Iterator[str]:
    """The years of the actions, as a title tells them; nothing where no line is taken."""
    years = sorted(set(actions.rows.column("annee")))
    if years:
        yield french.listed(years)


def _numbered(found: Sorter, territory: TerritoryFolder) -> _Actions:
    """The actions, each under its identifier: that of the held one that it is, else a new one."""
    held, lines = territory.rows("actions"), tuple(found.actions.values())
    pairs = paired([(name,) for name in found.actions], [(marks_held(row),) for row in held])
    met = {rank: held[other] for rank, other in pairs.items()}
    first = found.lines.held.picked([ranks[0] for ranks in lines])
    quarters = _quarters(found.lines, lines)
    cells = zip(first, quarters, strict=True)
    rows = (_row(row, codes, met.get(rank)) for rank, (row, codes) in enumerate(cells))
    ours = tuple(row for row in held if row["source"] == TEMPLATE.kind)
    known = {rank: row["id"] for rank, row in met.items()}
    numbering = numbered(rows, ours, known, "PROG")
    numbers = progress.through(numbering, len(lines), "Actions numérotées")
    return _Actions(lines, PackedRows.of(TABLES["actions"].header, numbers))


def _quarters(filled: FilledRows, lines: Iterable[LineRanks]) -> Iterator[str]:
    """The quarters that the lines of each action name, each once."""
    said = filled.held.column("quartiers")
    for ranks in lines:
        several = "|".join(filter(None, dict.fromkeys(said[rank] for rank in ranks)))
        yield "|".join(dict.fromkeys(several.split("|")))


def _row(first: Record, quarters: str, held: Record | None) -> Record:
    """The row of an action, by its first line and the quarters of all; what is empty says
    nothing."""
    told = {name: first[name] for name in OF_ACTION} | {"quartiers": quarters}
    said = {name: value for name, value in told.items() if value}
    if held is None:
        return _new(first) | said | _origins(said, Origin.OFFICIAL)
    if held["source"] == TEMPLATE.kind:
        return held | said | _origins(said, Origin.OFFICIAL)
    return held | said | _origins(said, Origin.CORRECTED)


def _origins(said: Record, origin: Origin) -> Record:
    return {column: str(origin) for name, column in _CORRECTED.items() if name in said}


def _new(cells: Record) -> Record:
    person = persons.is_person(cells["porteur"])
    return blank(
        "actions",
        annee=cells["annee"],
        intitule=persons.TITLE if person else cells["intitule"],
        porteur=persons.NAME if person else cells["porteur"],
        porteur_id="" if person else cells["porteur_id"][:9],
        porteur_nature=persons.NATURE if person else "",
        perimetre="certain",
        complement="non",
        tronque="non",
        montant_corrige="non",
        source=TEMPLATE.kind,
    )


def _scopes(actions: _Actions, territory: TerritoryFolder) -> dict[str, tuple[Record, ...]]:
    """The file stands for what an earlier one said of its years."""
    years = sorted(set(actions.rows.column("annee")))
    names = (row["id"] for row in territory.rows("actions") if row["annee"] in years)
    ours = {"source": TEMPLATE.kind}
    return {
        "actions": tuple({"annee": year, **ours} for year in years),
        "financements": tuple({"action": name, **ours} for name in names),
    }


def _notes(actions: _Actions, funding: PackedRows, territory: TerritoryFolder) -> Iterator[str]:
    total = sum(map(len, actions.lines))
    yield f"{french.counted(len(actions.lines), 'action')}, {french.counted(total, 'ligne')}."
    held = {row["id"] for row in territory.rows("actions")}
    known = sum(name in held for name in actions.rows.column("id"))
    if known:
        yield (
            f"{french.counted(known, 'action déjà connue', 'actions déjà connues')} : "
            "même année, même porteur, même intitulé."
        )
    kept = Counter(funding.column("action"))
    named = zip(actions.rows.column("id"), actions.lines, strict=True)
    split = sum(kept[name] < len(ranks) for name, ranks in named)
    if split:
        one, many = "action a", "actions ont"
        yield (
            f"{french.counted(split, one, many)} un montant par quartier : "
            "seul leur total est gardé, avec leurs quartiers."
        )
    yield from _uncounted(funding, territory)
    yield from persons.notes(actions.rows, "porteur_id")


def _uncounted(funding: PackedRows, territory: TerritoryFolder) -> Iterator[str]:
    """That no amount stands at the stage that pages count; nothing where one does."""
    stage = territory.settings["etape_reference"]
    stages = funding.column("etape")
    if stages and stage not in stages:
        yield (
            f"Aucun montant n’y est au stade « {stage} », le seul que les pages additionnent : "
            "ceux-ci se liront à part, hors des totaux."
        )


IMPORTER = importer_of(
    TEMPLATE,
    read,
    (
        "2020;Jardins partagés;Régie du Rouet;;Cohésion sociale;;Mouline-Basse;;;"
        "etat-p147;accordé;3200",
    ),
    (
        "Année;Intitulé;Porteur;Pilier;Financeur;Montant",
        "2020;Jardins partagés;Régie du Rouet;Cohésion sociale;État;3200",
    ),
)
