"""Which grants belong to the contract: certain, probable, undecided or elsewhere, each with why.

ANCT's files name the contract in free text only: the rules read the title, the service, the
département, and what the territory's own tables know of its places and holders. An export of
GIS-PRO names it in a column of its own, which decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dashboard.importers.grants import Grant
from dashboard.importers.territory_folder import TerritoryFolder, folded, names_one_of

_SHORTEST_NAME = 5
_NAMED = "contrat nommé"
_OFFICES = frozenset(
    {
        *("cget", "dgcl", "anct", "ddcspp", "ddcs", "ddetspp", "ddets", "drdjscs", "dreets"),
        *("prefecture", "direction", "departementale", "de", "du", "des", "la"),
    }
)
_PREFIX = re.compile(r"(?<!\d)(\d{2}|2[ab]|97\d)\s*-\s*((?:ca|cc|cu|metropole|commune)\b[^-]*)-")
_FORMS = re.compile(r"^ (?:ca|cc|cu|communaute d agglomeration|agglomeration|du|de|la) ")


class Scope(StrEnum):
    """Whether a line is the contract's; the first two are kept and stand in the tables."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    UNDECIDED = "à décider"
    ELSEWHERE = "ailleurs"


@dataclass(frozen=True, slots=True)
class ScopeJudge:
    """What the territory knows of itself, as texts that a line is searched for."""

    department: str
    department_name: str
    contracts: tuple[str, ...]
    places: tuple[str, ...]
    holders: frozenset[str]
    codes: frozenset[str] = frozenset()

    def verdict(self, grant: Grant) -> tuple[Scope, str]:
        """The scope of the line and its reason, in French."""
        title = folded(grant.title)
        if grant.contract or grant.contract_name:
            return self._by_contract(grant)
        if names_one_of(title, self.contracts):
            return Scope.CERTAIN, _NAMED
        if _other_contract(grant.title) or self._is_foreign(grant):
            return Scope.ELSEWHERE, ""
        if names_one_of(title, self.places):
            return Scope.CERTAIN, "lieu nommé"
        return self._by_holder(grant)

    def _by_contract(self, grant: Grant) -> tuple[Scope, str]:
        ours = grant.contract in self.codes
        named = names_one_of(folded(grant.contract_name), self.contracts)
        return (Scope.CERTAIN, _NAMED) if ours or named else (Scope.ELSEWHERE, "")

    def _by_holder(self, grant: Grant) -> tuple[Scope, str]:
        here = self._is_here(grant)
        if grant.siren in self.holders:
            regional = "" if here else ", crédit régional ou national"
            return Scope.PROBABLE, f"porteur déjà financé dans le contrat{regional}"
        if here and names_one_of(folded(grant.holder), self.places):
            return Scope.PROBABLE, "lieu du contrat dans le nom du porteur"
        return (Scope.UNDECIDED if here else Scope.ELSEWHERE), ""

    def _is_here(self, grant: Grant) -> bool:
        if grant.department:
            return grant.department.lstrip("0") == self.department.lstrip("0")
        return _office_place(grant.service) in (self.department, self.department_name)

    def _is_foreign(self, grant: Grant) -> bool:
        """Whether the line says another département; regional and national services say none."""
        if grant.department:
            return bool(re.fullmatch(r"0*(\d{1,3}|2[AB])", grant.department)) and not (
                self._is_here(grant)
            )
        return bool(_office_place(grant.service)) and not self._is_here(grant)


def judge_of(territory: TerritoryFolder) -> ScopeJudge:
    """The judge that the tables of the territory make."""
    names = (
        *territory.names("epci"),
        territory.name,
        *territory.settings.get("noms_du_contrat", ()),
    )
    department = next(iter(territory.names("departement")), "")
    return ScopeJudge(
        department=territory.department,
        department_name=folded(department).strip(),
        contracts=tuple(dict.fromkeys(_contract(str(name)) for name in names)),
        places=_places(territory),
        holders=frozenset(row["porteur_id"][:9] for row in territory.rows("actions")) - {""},
        codes=frozenset(map(str, territory.settings.get("codes_anct", ()))),
    )


def _contract(name: str) -> str:
    """The name as titles write it: without its form nor what parentheses add."""
    return _FORMS.sub(" ", folded(re.sub(r"\(.*?\)", "", name)))


@lru_cache(maxsize=10_000)
def quarter_words(name: str) -> tuple[str, ...]:
    """The names one says for a quarter: ``Biollay - Bellevue`` gives both, articles gone."""
    parts = (re.sub(r"^ (le|la|les|l) ", " ", folded(part)) for part in name.split(" - "))
    return tuple(part for part in parts if len(part.strip()) >= _SHORTEST_NAME)


def _places(territory: TerritoryFolder) -> tuple[str, ...]:
    quarters = [row for row in territory.rows("territoires") if row["genre"] in ("qpv", "qva")]
    hosts = {code for row in quarters for code in row["communes"].split("|")}
    communes = [row["nom"] for row in territory.rows("territoires") if row["code"] in hosts]
    found = [part for row in quarters for part in quarter_words(row["nom"])]
    found += [part for name in communes for part in quarter_words(name)]
    return tuple(dict.fromkeys(found))


def _other_contract(title: str) -> bool:
    """Whether the administrative prefix names a contract; ours was looked for before."""
    return _PREFIX.search(title.lower()) is not None


def _office_place(service: str) -> str:
    """What a service's name says beside its kind: ``savoie``, ``73``, or nothing."""
    said = re.sub(r"([a-z])(\d)", r"\1 \2", folded(service)).split()
    left = [word for word in said if word not in _OFFICES]
    return " ".join(left) if len(left) < len(said) else ""
