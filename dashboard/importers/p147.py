"""The State's grants of the contract (programme 147), from ANCT's yearly file of the country.

A line met before keeps its identifier, its scope, its harmonised holder and what staff corrected;
amount and title become those of the official file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard.domain import french
from dashboard.domain.funding import Origin, Stage
from dashboard.importers import persons, sourcing, titles
from dashboard.importers.grants import Grant, GrantFile, read_grants, recognises
from dashboard.importers.ground import Ground, blank
from dashboard.importers.imported import Document, Imported, Row, Rows
from dashboard.importers.numbering import numbered
from dashboard.importers.persons import is_person
from dashboard.importers.reading import shown
from dashboard.importers.rules import Rules
from dashboard.importers.scope import Judge, Scope, judge_of
from dashboard.importers.sheet import key

KIND = "p147"
TITLE = "ANCT, subventions politique de la ville (programme 147)"
SOURCE_ID = "anct-p147"
FUNDER_ID = "etat-p147"

_KEPT_FROM_HELD = (
    "intitule",
    "porteur",
    "porteur_nature",
    "quartiers",
    "quartier_origine",
    "public",
    "age",
    "perimetre",
    "perimetre_motif",
    "complement",
    "tronque",
    "service",
    "dispositif",
)
_COMPARED = 60
"""Letters of a title that are compared: the copies cut it at different places."""
_LISTED = 12

__all__ = ["KIND", "TITLE", "read", "recognises"]


def read(document: Document, ground: Ground) -> Imported:
    """The lines of the contract in that file, and what was left undecided, by name."""
    file = read_grants(document)
    held = tuple(row for row in ground.rows("actions") if _is_ours(row, file.year))
    judge = judge_of(ground)
    kept, undecided = _sorted_out(file, _with_amounts(held, ground), judge)
    source = sourcing.used(ground, "actions", SOURCE_ID)
    rules = Rules.read(ground.folder / "regles.csv")
    drafts = (
        _action(grant, judge, ground, rules)
        | {"source": source, "perimetre": str(scope), "perimetre_motif": reason}
        for grant, (scope, reason) in kept
    )
    rows = numbered(drafts, _with_amounts(held, ground), _identity, "P147")
    known = {row["id"]: row for row in held}
    funder, funders = _funder(ground)
    return Imported(
        kind=KIND,
        title=f"{TITLE}, {file.year}",
        taken={
            "actions": tuple(_with_held(row, known) for row in rows),
            "financements": _funding(rows, funder, source),
            "financeurs": funders,
            "sources": sourcing.national(ground, [SOURCE_ID], document.name),
        },
        scopes={
            "actions": tuple({"id": row["id"]} for row in held),
            "financements": tuple({"action": row["id"]} for row in held),
        },
        refused=file.problems,
        notes=tuple(_notes(file, rows, undecided)),
    )


def _is_ours(row: Row, year: int) -> bool:
    return row["annee"] == str(year) and row["id"].startswith("P147")


def _sorted_out(
    file: GrantFile, held: Rows, judge: Judge
) -> tuple[list[tuple[Grant, tuple[Scope, str]]], list[Grant]]:
    """The lines of the contract with their scope, and those of the département left undecided."""
    known = Counter(_identity(row) for row in held)
    kept, undecided = [], []
    for grant in file.grants:
        mark = _mark(grant)
        verdict = judge.verdict(grant)
        if known[mark] > 0:
            known[mark] -= 1
            kept.append((grant, verdict))
        elif verdict[0] in (Scope.CERTAIN, Scope.PROBABLE):
            kept.append((grant, verdict))
        elif verdict[0] is Scope.UNDECIDED:
            undecided.append(grant)
    return kept, undecided


def _action(grant: Grant, judge: Judge, ground: Ground, rules: Rules) -> Row:
    title, cut = titles.clean(grant.title, grant.holder, grant.year, judge)
    pillar, theme, rule = rules.classify(title, grant.holder)
    quarters, by_title = titles.quarters_of(title, grant.holder, ground, grant.year)
    origin = Origin.TITLE if by_title else Origin.HOLDER
    person = is_person(grant.holder)
    row = blank(
        "actions",
        annee=str(grant.year),
        intitule=title,
        porteur=grant.holder,
        porteur_id="" if person else grant.siren,
        porteur_nature="personne physique" if person else "",
        pilier=pillar,
        pilier_origine=str(Origin.RULE),
        pilier_regle=str(rule),
        theme=theme,
        theme_origine=str(Origin.RULE) if theme else "",
        quartiers="|".join(quarters),
        quartier_origine=str(origin) if quarters else "",
        complement=_yes(titles.is_complement(grant.title)),
        tronque=_yes(cut),
        montant_corrige="non",
        service=grant.service,
        dispositif=titles.programme(grant.title),
        intitule_brut=grant.title,
    )
    return row | {"montant": shown(grant.amount)}


def _yes(fact: bool) -> str:
    return "oui" if fact else "non"


def _mark(grant: Grant) -> tuple[str, ...]:
    return str(grant.year), grant.siren, key(grant.title)[:_COMPARED], shown(grant.amount)


def _identity(row: Row) -> tuple[str, ...]:
    siren, title = row["porteur_id"][:9], key(row["intitule_brut"])[:_COMPARED]
    return row["annee"], siren, title, row.get("montant", "")


def _with_amounts(held: Rows, ground: Ground) -> Rows:
    amounts = {
        row["action"]: row["montant"]
        for row in ground.rows("financements")
        if row["etape"] == Stage.COMMITTED
    }
    return tuple(row | {"montant": _plain(amounts.get(row["id"], ""))} for row in held)


def _plain(amount: str) -> str:
    return shown(float(amount)) if amount else ""


def _with_held(row: Row, held: Mapping[str, Row]) -> Row:
    """The row with what the territory already knew of it, without the amount kept to match."""
    before = held.get(row["id"], {})
    known = {name: before[name] for name in _KEPT_FROM_HELD if before.get(name)}
    return {name: value for name, value in (row | known).items() if name != "montant"}


def _funding(rows: Rows, funder: str, source: str) -> Rows:
    return tuple(
        blank(
            "financements",
            action=row["id"],
            financeur=funder,
            etape=str(Stage.COMMITTED),
            montant=row["montant"],
            source=source,
        )
        for row in rows
    )


def _funder(ground: Ground) -> tuple[str, Rows]:
    """The code of the State's programme among the funders, and its row where it is missing."""
    for row in ground.rows("financeurs"):
        if row["code"] == FUNDER_ID or "147" in row["nom"]:
            return row["code"], ()
    name = "État – politique de la ville (programme 147)"
    return FUNDER_ID, (blank("financeurs", code=FUNDER_ID, nom=name, court="État (P147)"),)


def _notes(file: GrantFile, rows: Rows, undecided: list[Grant]) -> Iterator[str]:
    total = french.euros(sum(float(row["montant"]) for row in rows))
    by_scope = Counter(row["perimetre"] for row in rows)
    lines = french.counted(len(rows), "ligne")
    yield (
        f"{lines} du contrat ({total}) sur {french.number(file.lines)} : "
        f"{by_scope['certain']} certaines, {by_scope['probable']} probables."
    )
    fine = [grant for grant in file.grants if grant.three_decimals]
    if fine:
        count = french.counted(len(fine), "montant a", "montants ont")
        yield f"{count} trois décimales : la virgule est lue comme décimale, jamais en milliers."
    if undecided:
        count = french.counted(len(undecided), "ligne")
        yield f"{count} du département sans contrat ni lieu nommé, laissées de côté :"
        yield from _listed(undecided)


def _listed(undecided: list[Grant]) -> Iterator[str]:
    for grant in undecided[:_LISTED]:
        holder = persons.NAME if is_person(grant.holder) else grant.holder
        amount = french.euros(grant.amount)
        yield f"ligne {grant.line} : {grant.title[:70]} ({holder[:40]}, {amount})"
    if len(undecided) > _LISTED:
        yield f"et {len(undecided) - _LISTED} autres."
