"""Money of each action: funder by funder, from the request to the proof of use."""

from __future__ import annotations

from random import Random

from scripts.exemple.actions import ActionYear, known_until
from scripts.exemple.base import SOURCE, RawRow, draw
from scripts.exemple.places import CENTRE, QUARTER

STAGES = ("demandé", "proposé", "accordé", "versé", "justifié")
_STEP = 50

_OF_THE_AGGLOMERATION = ("emploi", "developpement-economique", "pilotage", "tranquillite")
_PARTNERS = {
    "education": (("caf", 0.5), ("departement", 0.3)),
    "sante": (("region", 0.3), ("departement", 0.4)),
    "parentalite": (("caf", 0.8),),
    "culture": (("departement", 0.4), ("region", 0.2)),
    "lien-social": (("caf", 0.3), ("bailleur", 0.3)),
    "jeunesse": (("caf", 0.6), ("departement", 0.4)),
    "sport": (("departement", 0.3),),
    "discriminations": (("region", 0.3), ("departement", 0.2)),
    "emploi": (("departement", 0.5), ("region", 0.5)),
    "developpement-economique": (("region", 0.8),),
    "cadre-de-vie": (("bailleur", 0.8),),
    "tranquillite": (("bailleur", 0.6), ("departement", 0.2)),
    "pilotage": (),
    "structures-mutualisatrices": (("region", 0.6),),
}


def rows(lines: tuple[ActionYear, ...]) -> list[RawRow]:
    """The rows of financements.csv: a refused request has its first stage only."""
    random = draw("financements")
    return [row for line in lines for row in _of_action(line, random)]


def _of_action(line: ActionYear, random: Random) -> list[RawRow]:
    funders = _funders(line, random)
    parts = [random.uniform(0.6, 1.4) * (1.6 if slug == "etat-p147" else 1) for slug in funders]
    found: list[RawRow] = []
    for slug, part in zip(funders, parts, strict=True):
        asked = _rounded(line.cost * 1.15 * part / sum(parts))
        refused = line.refused or (slug != "etat-p147" and random.random() < 0.06)
        amounts = (asked,) if refused else _stages(line, asked, random)
        found += [
            {"action": line.code, "financeur": slug, "etape": stage, "montant": amount}
            | {"source": SOURCE}
            for stage, amount in zip(STAGES, amounts, strict=False)
        ]
    return found


def _funders(line: ActionYear, random: Random) -> list[str]:
    """Who is asked: the State, then local councils where the action takes place, then partners."""
    communes = {code for quarter in line.quarters for code in QUARTER[quarter].communes}
    found = ["etat-p147"]
    if line.model.theme in _OF_THE_AGGLOMERATION or not line.quarters or random.random() < 0.6:
        found.append("agglomeration")
    if CENTRE in communes and random.random() < 0.85:
        found.append("ville-centre")
    if communes - {CENTRE} and random.random() < 0.8:
        found.append("communes")
    partners = _PARTNERS[line.model.theme]
    return [*found, *(slug for slug, chance in partners if random.random() < chance)]


def _stages(line: ActionYear, asked: int, random: Random) -> tuple[int, ...]:
    """Amounts from the request on, none above the one before; the last year is not justified."""
    proposed = asked if random.random() < 0.45 else _rounded(asked * random.uniform(0.6, 0.97))
    granted = (
        proposed if random.random() < 0.85 else _rounded(proposed * random.uniform(0.75, 0.95))
    )
    if not known_until(line):
        late = random.random() < 0.35
        return (asked, proposed, granted) if late else (asked, proposed, granted, granted)
    paid = granted if random.random() < 0.93 else _rounded(granted * random.uniform(0.7, 0.9))
    if random.random() < 0.05:
        return asked, proposed, granted, paid
    proven = paid if random.random() < 0.9 else _rounded(paid * random.uniform(0.7, 0.98))
    return asked, proposed, granted, paid, proven


def _rounded(amount: float) -> int:
    """Down to the next 50 euros, never to nothing."""
    return max(_STEP, int(amount // _STEP) * _STEP)
