"""What is told of a file of grants once it is read: how much of it is the contract's, and the lines
that nothing ties to it, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dashboard.domain import french
from dashboard.importers import persons
from dashboard.importers.grants import Grant, GrantFile
from dashboard.importers.imported import Records
from dashboard.importers.merging import corrected
from dashboard.importers.persons import is_person

_LISTED = 12
"""Lines that are named; the others are counted."""


def notes_of(file: GrantFile, rows: Records, undecided: list[Grant]) -> Iterator[str]:
    """The sentences of the account: its lines and euros, by how sure they are; what is odd in its
    amounts; the lines of the département that are left, a few by name."""
    total = french.euros(sum(float(row["montant"]) for row in rows))
    by_scope = Counter(row["perimetre"] for row in rows)
    lines = french.counted(len(rows), "ligne")
    yield (
        f"{lines} du contrat ({total}) sur {french.number(len(file.lines))} : "
        f"{french.counted(by_scope['certain'], 'certaine')}, "
        f"{french.counted(by_scope['probable'], 'probable')}."
    )
    yield from persons.notes(rows, "porteur_id")
    fine = [grant for grant in file.grants if grant.three_decimals]
    if fine:
        count = french.counted(len(fine), "montant a", "montants ont")
        yield f"{count} trois décimales : la virgule est lue comme décimale, jamais en milliers."
    if undecided:
        count = french.counted(len(undecided), "ligne")
        left = french.plural(len(undecided), "laissée")
        yield f"{count} du département sans contrat ni lieu nommé, {left} de côté :"
        yield from _listed(undecided)


def _listed(undecided: list[Grant]) -> Iterator[str]:
    for grant in undecided[:_LISTED]:
        holder = persons.NAME if is_person(grant.holder) else grant.holder
        amount = french.euros(float(grant.amount))
        yield f"ligne {grant.line} : {grant.title[:70]} ({holder[:40]}, {amount})"
    if len(undecided) > _LISTED:
        left = len(undecided) - _LISTED
        yield f"et {french.counted(left, 'autre')}."


def staying(held: Records, rows: Records, years: Sequence[str]) -> dict[str, str]:
    """The lines of those years that the file no longer holds and that staff corrected: they stay,
    and their money with them. By identifier, what each is called."""
    met = {row["id"] for row in rows}
    gone = (row for row in held if row["annee"] in years and row["id"] not in met)
    return {row["id"]: f"{row['id']}, « {row['intitule']} »" for row in gone if corrected(row)}


def stays(found: Mapping[str, str]) -> Iterator[str]:
    """What is told of each of those lines."""
    for name in found.values():
        yield (
            f"{name} : cette ligne n’est plus dans le fichier. Des agents l’ont corrigée : elle "
            "reste, avec son montant. Vérifiez qu’aucune autre ne la remplace."
        )
