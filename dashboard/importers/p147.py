"""The State's grants of the contract (programme 147), from ANCT's yearly file of the country or
from an export of GIS-PRO.

A line met before keeps its identifier, its scope, its harmonised holder and what staff corrected;
amount and title become those of the official file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.domain import french
from dashboard.domain.funding import Stage
from dashboard.importers import sourcing
from dashboard.importers.account import Left, account_of
from dashboard.importers.gazetteer import gazetteer_of, located
from dashboard.importers.grant_notes import notes_of, staying, stays
from dashboard.importers.grant_rows import action_row, classified, funder_of, funding_rows
from dashboard.importers.grants import (
    ANCT,
    GIS_PRO,
    Grant,
    GrantFile,
    read_grants,
    recognises,
)
from dashboard.importers.imported import Document, Imported, Records, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.numbering import IdentityMarks, numbered, paired
from dashboard.importers.numbers import shown
from dashboard.importers.rules import Rules
from dashboard.importers.scope import Scope, ScopeJudge, judge_of
from dashboard.importers.source_table import key
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Record

KIND = "p147"
TITLE = "ANCT, subventions politique de la ville (programme 147)"
TITLES = {ANCT.source: TITLE, GIS_PRO.source: "Export GIS-PRO, État (programme 147)"}

_KEPT_FROM_HELD = (
    "intitule",
    "porteur",
    "porteur_nature",
    "quartiers",
    "quartier_origine",
    "quartier_lieu",
    "public",
    "age",
    "age_origine",
    "perimetre",
    "perimetre_motif",
    "complement",
    "tronque",
    "service",
    "dispositif",
    "intitule_brut",
)
_COMPARED = 60
"""Letters of a title that are compared: the copies cut it at different places."""
_OURS = (Scope.CERTAIN, Scope.PROBABLE)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The lines of the contract in that file, and what was left undecided, by name; Refused
    where none is the contract's."""
    file = read_grants(document)
    held = tuple(row for row in territory.rows("actions") if _is_ours(row, file.years))
    judge = judge_of(territory)
    kept, left = _sorted_out(file, _with_amounts(held, territory), judge)
    if not kept:
        message = f"aucune des {len(file.lines)} lignes n’est du contrat."
        remedy = (
            f"Vérifiez que le fichier est entier, et que {territory.name} y est nommé ou que le "
            "code du contrat est dans les réglages : « Codes du contrat à l’ANCT » (codes_anct)."
        )
        raise refuse(document.name, message, remedy)
    source = _source(territory, file)
    rows = _rows(kept, held, source, judge, territory)
    funder, funders = funder_of(territory)
    years = sorted({row["annee"] for row in rows})
    stands_for = [row["id"] for row in held if row["annee"] in years]
    kept_on = staying(held, rows, years)
    lines = tuple(item.grant.line for item in kept)
    undecided = [grant for grant, scope in left if scope is Scope.UNDECIDED]
    return Imported(
        kind=KIND,
        title=f"{TITLES[file.source]}, {french.listed(years)}",
        account=account_of(file.lines, lines, file.refused, (*file.left, *_asides(file, left))),
        taken={
            "actions": tuple({k: v for k, v in row.items() if k != "montant"} for row in rows),
            "financements": funding_rows(rows, funder, source),
            "financeurs": funders,
            "sources": sourcing.national(territory, [file.source], document.name),
        },
        lines={"actions": lines, "financements": lines},
        scopes={
            "actions": tuple({"id": name} for name in stands_for),
            "financements": tuple({"action": name} for name in stands_for if name not in kept_on),
        },
        refused=file.refused,
        remarks=tuple(remark for item in kept for remark in item.grant.remarks),
        notes=(*file.notes, *notes_of(file, rows, undecided), *stays(kept_on)),
    )


def _source(territory: TerritoryFolder, file: GrantFile) -> str:
    """The source of the lines: for ANCT's file, that which the territory's own lines of it name."""
    named = (row["source"] for row in territory.rows("actions") if row["id"].startswith("P147"))
    known = next((source for source in named if source != GIS_PRO.source), ANCT.source)
    return known if file.source == ANCT.source else file.source


@dataclass(frozen=True, slots=True)
class _Kept:
    """A line of the contract: its scope and why; the held row that it is, where it is one."""

    grant: Grant
    scope: Scope
    reason: str
    held: Record


def _is_ours(row: Record, years: tuple[int, ...]) -> bool:
    return row["id"].startswith("P147") and int(row["annee"]) in years


def _sorted_out(
    file: GrantFile, held: Records, judge: ScopeJudge
) -> tuple[list[_Kept], list[tuple[Grant, Scope]]]:
    """The lines of the contract, and the others with what the rules say of them.

    What the territory holds already is the contract's, whatever the rules would say of it.
    """
    judged = _judged(file.grants, judge)
    marks = [_marks_held(row) for row in held]
    sure = {surest for surest, *_ in marks}
    near = [item for item in judged if item[1] is not Scope.ELSEWHERE or _marks(item[0])[0] in sure]
    pairs = paired([_marks(item[0]) for item in near], marks)
    rows = {near[rank][0].line: held[other] for rank, other in pairs.items()}
    kept, left = [], []
    for grant, scope, reason in judged:
        row = rows.get(grant.line, {})
        if row or scope in _OURS:
            kept.append(_Kept(grant, scope, reason, row))
        else:
            left.append((grant, scope))
    return kept, left


def _asides(file: GrantFile, left: list[tuple[Grant, Scope]]) -> Iterator[Left]:
    for grant, scope in left:
        undecided = scope is Scope.UNDECIDED
        reason = "du département sans contrat nommé" if undecided else "d’un autre contrat"
        yield Left(grant.line, file.title, grant.title, reason)


def _known(held: Record) -> Record:
    """What a held row knows of its line. An empty raw title hides a name: it stays empty."""
    return (
        {name: held[name] for name in _KEPT_FROM_HELD if held.get(name) or name == "intitule_brut"}
        if held
        else {}
    )


def _judged(grants: tuple[Grant, ...], judge: ScopeJudge) -> list[tuple[Grant, Scope, str]]:
    """The verdict of each line; a holder kept for one line of the file is known for the others."""
    first = [(grant, *judge.verdict(grant)) for grant in grants]
    taught = frozenset(grant.siren for grant, scope, _ in first if scope in _OURS) - {""}
    wiser = replace(judge, holders=judge.holders | taught)
    return [
        (grant, *wiser.verdict(grant))
        if scope not in _OURS and grant.siren in taught
        else (grant, scope, reason)
        for grant, scope, reason in first
    ]


def _rows(
    kept: list[_Kept], held: Records, source: str, judge: ScopeJudge, territory: TerritoryFolder
) -> Records:
    """The rows of ``actions``, with ``montant`` beside, numbered and classified."""
    rules = Rules.parse(territory.rows("regles"))
    drafts = (
        action_row(item.grant, judge, territory)
        | {"source": source, "perimetre": str(item.scope), "perimetre_motif": item.reason}
        | _known(item.held)
        for item in kept
    )
    known = {rank: item.held["id"] for rank, item in enumerate(kept) if item.held}
    rows = numbered(drafts, held, known, "P147")
    classed = tuple(classified(row, rules, territory) for row in rows)
    return located(classed, gazetteer_of(territory))


def _marks(grant: Grant) -> IdentityMarks:
    holder = grant.siren or key(grant.holder)
    return _marks_of(str(grant.year), holder, grant.title, shown(grant.amount))


def _marks_held(row: Record) -> IdentityMarks:
    holder = row["porteur_id"][:9] or key(row["porteur"])
    return _marks_of(row["annee"], holder, row["intitule_brut"], row["montant"])


def _marks_of(year: str, holder: str, title: str, amount: str) -> IdentityMarks:
    """Holder, title and amount; else holder and amount: the territory may hide a person's name;
    else holder and title: another edition may mend the amount."""
    named = key(title)[:_COMPARED]
    return (year, holder, named, amount), (year, holder, amount), (year, holder, named)


def _with_amounts(held: Records, territory: TerritoryFolder) -> Records:
    amounts = {
        row["action"]: row["montant"]
        for row in territory.rows("financements")
        if row["etape"] == Stage.COMMITTED
    }
    return tuple(row | {"montant": _plain(amounts.get(row["id"], ""))} for row in held)


def _plain(amount: str) -> str:
    return shown(float(amount)) if amount else ""


IMPORTER = Importer(
    kind=KIND,
    title=f"{TITLE}, et export GIS-PRO",
    recognises=recognises,
    read=read,
    examples=(
        example(
            "p147-2020.csv",
            "Nom de l'attribuant;Code département/Direction;Libellé département/Direction;"
            "Date de la convention;Identification du bénéficiaire;Nom du bénéficiaire;"
            "Objet de la subvention;Montant total de la subvention",
            "DGCL - DDETSPP;99;PAYS D’AUZELANDE;12/03/2020;99900101900010;REGIE DU ROUET;"
            "Jardins partagés de la Crécelière;3200",
        ),
        example(
            "gis-pro-2025.csv",
            "Numéro de l'action Prj;Libellé de l'action;Raison sociale longue;Code SIRET;"
            "Type de tiers;Code contrat ville;Libellé contrat ville;Thème;Mt engagé;Région",
            "DA00012345-1;Jardins partagés;REGIE DU ROUET;99900101900010;Association;CN09901M;"
            "Auzelande;Education;3200,00;X",
        ),
    ),
    lookalikes=(
        example(
            "p147-2020.csv",
            "nomAttribuant;dateConvention;nomBeneficiaire;objet;montant;nature",
            "Auzelande Agglomération;2020-03-12;Fanfare;Festival;1500;aide en numéraire",
        ),
    ),
)
