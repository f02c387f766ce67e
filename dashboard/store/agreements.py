"""The agglomeration's own subsidies as the trade publishes them: line by line, by beneficiary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dashboard.domain import french
from dashboard.domain.funding import Subsidy
from dashboard.domain.scdl import Essential, Holder
from dashboard.store.archive import Archive, ResultRow

TABLE, AGREED = "subventions_agglomeration", "conventions_agglomeration"
UNNAMED = "Bénéficiaire (personne physique)"
"""What stands for the name of a person."""

_QUESTION = f"""
select s.porteur, s.siret, s.objet, s.montant, s.source, c.*
from {TABLE} s left join {AGREED} c on c.subvention = s.id
where s.annee = ? order by s.id
"""
_COLUMNS = {
    "nomAttribuant": "attribuant",
    "idAttribuant": "attribuant_siret",
    "dateConvention": "date_convention",
    "referenceDecision": "reference",
    "nomBeneficiaire": "porteur",
    "idBeneficiaire": "siret",
    "rnaBeneficiaire": "rna",
    "objet": "objet",
    "nature": "nature",
    "conditionsVersement": "conditions",
    "datesPeriodeVersement": "versement",
    "idRAE": "rae",
    "notificationUE": "notification_ue",
    "pourcentageSubvention": "part",
    "dispositifAide": "dispositif_aide",
}
"""Where each column of the schema is held."""


def subsidies(archive: Archive, year: int) -> tuple[Subsidy, ...]:
    """The subsidies of that year as the pages say them, the largest first."""
    rows = archive.query(
        "select porteur, objet, montant, politique_de_la_ville, source"
        f" from {TABLE} where annee = ? order by cast(montant as real) desc",
        (str(year),),
    )
    return tuple(
        Subsidy(
            row["porteur"],
            row["objet"],
            float(row["montant"]),
            row["politique_de_la_ville"],
            row["source"],
        )
        for row in rows
    )


def years(archive: Archive) -> tuple[int, ...]:
    """The years of which subsidies are published, the first one first."""
    if not archive.manifest["comptes"].get(TABLE):
        return ()
    found = archive.column(f"select distinct annee from {TABLE} order by annee")
    return tuple(map(int, found))


def lines(archive: Archive, year: int) -> tuple[Essential, ...]:
    """Every subsidy of that year, by the columns of the schema."""
    if year not in years(archive):
        return ()
    return tuple(map(_essential, archive.query(_QUESTION, (str(year),))))


def _essential(row: ResultRow) -> Essential:
    amount = float(row["montant"])
    held = {name: str(row[column] or "") for name, column in _COLUMNS.items()}
    return Essential({**held, "montant": f"{amount:.10g}"}, amount, row["source"])


def holders(found: Iterable[Essential]) -> tuple[Holder, ...]:
    """What each beneficiary received in those lines, the most first. One is known by its SIREN,
    else by its name; persons, whom nothing tells apart, are none."""
    together: dict[str, list[Essential]] = defaultdict(list)
    for line in found:
        if line.holder != UNNAMED:
            together[line.siret[:9] or french.fold(line.holder)].append(line)
    made = (_holder(held) for held in together.values())
    return tuple(sorted(made, key=lambda one: (-one.amount, one.name)))


def _holder(held: list[Essential]) -> Holder:
    first, amount = held[0], round(sum(line.amount for line in held), 2)
    return Holder(first.holder, first.siret, len(held), amount)
