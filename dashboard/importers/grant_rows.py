"""A grant of the State as rows of the project: the action, its money, its funder."""

from __future__ import annotations

from dashboard.domain.funding import Origin, Stage
from dashboard.importers import persons, titles
from dashboard.importers.grants import Grant
from dashboard.importers.imported import Records
from dashboard.importers.numbers import shown
from dashboard.importers.rules import Rules
from dashboard.importers.scope import ScopeJudge
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Record

FUNDER_ID = "etat-p147"


def action_row(grant: Grant, judge: ScopeJudge, territory: TerritoryFolder) -> Record:
    """The line as a row, without its identifier nor its pillar; ``montant`` stays to match it."""
    title, cut = titles.clean(grant.title, grant.holder, grant.year, judge)
    quarters, by_title = titles.quarters_of(title, grant.holder, territory, grant.year)
    origin = Origin.TITLE if by_title else Origin.HOLDER
    row = blank(
        "actions",
        annee=str(grant.year),
        intitule=title,
        quartiers="|".join(quarters),
        quartier_origine=str(origin) if quarters else "",
        complement=_yes(titles.is_complement(grant.title)),
        tronque=_yes(cut),
        montant_corrige="non",
        service=grant.service,
        dispositif=titles.programme(grant.title),
        intitule_brut=grant.title,
    )
    return row | _holder(grant, territory) | {"montant": shown(grant.amount)}


def _holder(grant: Grant, territory: TerritoryFolder) -> Record:
    """The holder under the name that the territory gives its SIREN; a person is none to show."""
    if persons.is_person(grant.holder):
        return {"porteur": grant.holder, "porteur_nature": persons.NATURE}
    same = territory.holders.get(grant.siren, {}) if grant.siren else {}
    return {
        "porteur": same.get("porteur") or grant.holder,
        "porteur_id": grant.siren,
        "porteur_nature": same.get("porteur_nature", ""),
    }


def classified(row: Record, rules: Rules, territory: TerritoryFolder) -> Record:
    """The row with the pillar and the theme that the rules propose for its title."""
    pillar, theme, number = rules.classify(row["intitule"], row["porteur"])
    return row | {
        "pilier": pillar or _unclassed(territory),
        "pilier_origine": str(Origin.RULE),
        "pilier_regle": str(number),
        "theme": theme,
        "theme_origine": str(Origin.RULE) if theme else "",
    }


def _unclassed(territory: TerritoryFolder) -> str:
    """The pillar of what no rule knows: the last of the first grid, which is no theme."""
    pillars = territory.settings["grilles"][0]["piliers"]
    return str(pillars[-1]["slug"])


def _yes(fact: bool) -> str:
    return "oui" if fact else "non"


def funding_rows(rows: Records, funder: str, source: str) -> Records:
    """One row of ``financements`` for each of these rows, from the amount that stands beside."""
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


def funder_of(territory: TerritoryFolder) -> tuple[str, Records]:
    """The code of the State's programme among the funders, and its row where it is missing."""
    for row in territory.rows("financeurs"):
        if row["code"] == FUNDER_ID or "147" in row["nom"]:
            return row["code"], ()
    name = "État – politique de la ville (programme 147)"
    return FUNDER_ID, (blank("financeurs", code=FUNDER_ID, nom=name, court="État (P147)"),)
