"""What the tables of a territory say, read as files: what tells whether a number is right."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from pathlib import Path

from dashboard import catalogue
from dashboard.domain import secrecy
from dashboard.domain.claim import Claim, Measured, RowsClaim
from dashboard.domain.indicator import Indicator
from dashboard.exhibits import turnout
from dashboard.schema import Record
from dashboard.store import Store
from tests.claims import Oracle, spaced

DATA = Path(__file__).resolve().parent.parent / "data"
SIDES = {
    turnout.PLANNED: ("prévu", False),
    turnout.REAL: ("réel", False),
    turnout.BOTH_PLANNED: ("prévu", True),
    turnout.BOTH_REAL: ("réel", True),
}
SAID = {turnout.SAY_PLANNED: "prévu", turnout.SAY_REAL: "réel", turnout.SAY_BOTH: ""}
PEOPLE = (*SIDES, *SAID)
"""The measures of participations."""


def read(store: Store, table: str) -> list[Record]:
    """Every row of a table of that territory."""
    path = DATA / store.settings.slug / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@dataclass
class Tables:
    """The tables of one territory, and the lines that a scope keeps."""

    store: Store
    oracle: Oracle

    def rows(self, table: str) -> list[Record]:
        """Every row of one of them."""
        return read(self.store, table)

    @cached_property
    def values(self) -> dict[tuple[str, str, int], Record]:
        """The rows of the indicators."""
        rows = self.rows("indicateurs")
        return {(row["indicateur"], row["territoire"], int(row["annee"])): row for row in rows}

    @cached_property
    def people(self) -> dict[tuple[str, str, str], dict[str, int]]:
        """The counts that may be shown by action, axis and group: of each measure."""
        held: dict[tuple[str, str, str], list[Record]] = {}
        for row in self.rows("beneficiaires"):
            axis = "sexe" if row["sexe"] else "tranche" if row["tranche"] else "total"
            held.setdefault((row["action"], row["mesure"], axis), []).append(row)
        found: dict[tuple[str, str, str], dict[str, int]] = {}
        for (action, measure, axis), rows in held.items():
            counts = [int(row["nombre"]) if row["nombre"] else None for row in rows]
            hidden = secrecy.masked(counts, total_known=axis != "total")
            for row, count, flag in zip(rows, counts, hidden, strict=True):
                if count is not None and not flag:
                    key = (action, axis, row["sexe"] or row["tranche"])
                    found.setdefault(key, {})[measure] = count
        return found

    @cached_property
    def stage_amounts(self) -> dict[str, Decimal]:
        """The euros of each line at the reference stage."""
        found: dict[str, Decimal] = {}
        for row in self.rows("financements"):
            if row["etape"] == str(self.store.settings.stage):
                found[row["action"]] = found.get(row["action"], Decimal()) + Decimal(row["montant"])
        return found

    def turnout(self, claim: Claim) -> int:
        """What participations of the lines of a scope make."""
        axis, group = claim.part
        lines = self.oracle.kept(claim.scope)
        held = [self.people.get((str(line["id"]), axis, group), {}) for line in lines]
        if claim.measure in SAID:
            side = SAID[claim.measure]
            return sum(side in one if side else len(one) > 1 for one in held)
        side, both = SIDES[claim.measure]
        return sum(one.get(side, 0) for one in held if not both or len(one) > 1)

    def listed(self, claim: RowsClaim) -> float:
        """What the rows meant by a claim make."""
        if claim.table == "actions":
            return self._lines(claim)
        if claim.table == "beneficiaires":
            key = dict(claim.where)
            return self.people[key["action"], key["axe"], key["groupe"]][claim.measure]
        if claim.table == "repartitions":
            return self._among(claim)
        rows = [row for row in self.rows(claim.table) if self._is(row, claim)]
        if claim.measure == "nombre":
            return len(rows)
        return max(float(row["montant"]) for row in rows)

    def _among(self, claim: RowsClaim) -> float:
        """How many of a hundred quarters are over, at or under one; how many there are."""
        where = dict(claim.where)
        code = where.pop("territoire", "")
        [row] = [r for r in self.rows("repartitions") if where.items() <= r.items()]
        if not code:
            return int(row[claim.measure])
        value = Decimal(self.values[where["indicateur"], code, int(where["annee"])]["valeur"])
        hundred = [Decimal(one) for one in row["centiles"].split("|")[1:]]
        over, under = sum(one > value for one in hundred), sum(one < value for one in hundred)
        return {"plus": over, "moins": under, "autant": 100 - over - under}[claim.measure]

    def _is(self, row: Record, claim: RowsClaim) -> bool:
        return all(self._holds(row, name, value) for name, value in claim.where)

    def _holds(self, row: Record, name: str, value: str) -> bool:
        if name == "liens":
            return (row["code"] in self.linked) is (value == "oui")
        return row[name] == value

    @cached_property
    def linked(self) -> set[str]:
        """The orientations that something answers."""
        links = self.rows("orientations_liens")
        return {row["orientation"] for row in links if row["genre"] != "aucun"}

    def _lines(self, claim: RowsClaim) -> float:
        [(column, value)] = claim.where
        held = [line for line in self.oracle.lines if line[column] in value.split("|")]
        amounts = [self.stage_amounts.get(str(line["id"]), Decimal()) for line in held]
        if claim.measure == "refus":
            return sum(not amount for amount in amounts)
        if claim.measure == "nombre":
            return sum(amount > 0 for amount in amounts)
        return float(sum(amounts))

    def faults(self, words: str, claim: Measured, around: str) -> Iterator[str]:
        """What is wrong with a value or a gap of an indicator that a sentence says."""
        right, near = self.written(claim)
        said = re.search(r"[-−+]?\d[\d ]*(?:,\d+)?", spaced(words))
        shown = said[0].replace(" ", "").replace("−", "-").lstrip("+") if said else ""
        if shown != right.replace(".", ","):
            yield f"« {words} » : {right}"
        if near is not ("environ" in words):
            yield f"« {words} » : la source arrondit, et ce n’est pas dit, ou l’inverse"
        if str(claim.year) not in around:
            yield f"« {words} » ne dit pas {claim.year} : {around}"
        yield from self.unnamed(claim, around)
        indicator = _indicator(claim)
        names = (spaced(name).lower() for name in (indicator.label, indicator.subject))
        if claim.reference and not any(name in around.lower() for name in names):
            yield f"« {words} » ne dit pas de quoi : {around}"

    def unnamed(self, claim: Measured, around: str) -> Iterator[str]:
        """The places of a claim that the words around it do not name."""
        for code in filter(None, (claim.place, claim.reference)):
            place = self.store.places.by_code[code]
            forms = (place.name, place.at, place.of)
            if not any(spaced(form).lower() in around.lower() for form in forms if form):
                yield f"{code} n’est pas nommé : {around}"

    def written(self, claim: Measured) -> tuple[str, bool]:
        """The number as its source lets it be written, and whether it is said to be near."""
        indicator = _indicator(claim)
        rows = [
            self.values[claim.indicator, code, claim.year]
            for code in (claim.place, claim.reference)
            if code
        ]
        step = max(self._step(indicator, row) for row in rows)
        first, *rest = (Decimal(row["valeur"]) for row in rows)
        number = first - rest[0] if rest else first
        near = bool(rest) and step > Decimal(1).scaleb(-indicator.decimals)
        return _digits(number, step), near

    def _step(self, indicator: Indicator, row: Record) -> Decimal:
        """The rounding of one value, never finer than its indicator is declared."""
        own = Decimal(1).scaleb(-indicator.decimals)
        return max(own, Decimal(row["pas"])) if row["pas"] else own


@cache
def tables_of(oracle: Oracle) -> Tables:
    """The tables of the territory of those lines, read once."""
    return Tables(oracle.store, oracle)


def _indicator(claim: Measured) -> Indicator:
    return next(item for item in catalogue.INDICATORS if item.slug == claim.indicator)


def _digits(number: Decimal, step: Decimal) -> str:
    nearest = (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    places = max(0, -int(step.normalize().as_tuple().exponent))
    return f"{nearest:.{places}f}"
