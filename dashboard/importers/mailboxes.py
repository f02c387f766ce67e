"""How organisations are reached: by the address of a service, unless it is that of a person, which
is confirmed before the public reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dashboard.domain import french
from dashboard.importers.imported import Records
from dashboard.importers.personal_data import (
    EMAIL,
    ORGANISATIONS,
    free_fields,
    is_personal,
    unnamed,
)
from dashboard.importers.persons import names_one
from dashboard.schema import TABLES, CellKind, Field, Problem, Problems, Record

SERVICES = frozenset(
    """
    accueil administration agence agglo agglomeration aide antenne asso association associations
    bibliotheque boite bureau caf cada ccas cellule centre centresocial cias citoyen citoyens club
    cohesion collectif college comite commercial communaute commune communication compta
    comptabilite conseil contact contacts contrat courriel courrier cpam creche csc cs culture
    departement developpement direction dpo droit droits ecole education emploi enfance equipe
    espace famille familles fle formation foyer habitat habitants info information informations
    infos inscription inscriptions insertion jeunes jeunesse justice logement ludotheque lycee
    mail mairie maison mediateur mediateurs mediatheque mediation metropole mission missionlocale
    mjc msa musee numerique ouverture parentalite permanence plie pmi point police pole politique
    prefecture presse prevention projet projets public quartier quartiers reception recrutement
    regie region relais renovation reservation reservations rgpd rh sante secretariat securite
    senior seniors service services social sociale solidarite solidarites sport sports standard
    support theatre tiers urbanisme vie ville webmaster
    """.split()  # noqa: SIM905  # words read as a text
)
"""What the address of a service says, unaccented; one of these words is enough."""
STEM = 7
"""Letters from which one of these words may begin a longer one: « accueilcentre »."""
SAID = "{title} : ce texte nomme une personne, ou donne son adresse. Le public le lira."
_REMEDY = "Donnez l’adresse du service ; si la personne l’a voulu, relancez avec --confirmer."


def says_person(table: str, text: str) -> bool:
    """Whether that text of that table names a person, or says how to reach one: where a table says
    how to reach organisations, by an address that is not a service's."""
    if table not in ORGANISATIONS:
        return is_personal(text)
    return names_one(text) or any(map(_is_hers, EMAIL.findall(text)))


def open_fields(table: str) -> tuple[Field, ...]:
    """The columns of that table in which a person may be told: those of free text; every text of
    one that says how to reach organisations."""
    if table not in ORGANISATIONS:
        return free_fields(table)
    fields = TABLES[table].fields
    return tuple(one for one in fields if one.kind is CellKind.TEXT and not one.refers)


def questions(held: Mapping[str, Records], tables: Mapping[str, Records]) -> Problems:
    """Each cell of these tables that tells a person where they say how to reach organisations, and
    that the territory does not hold, to be confirmed one by one."""
    names = sorted(ORGANISATIONS & tables.keys())
    return tuple(one for name in names for one in _asked(name, held.get(name, ()), tables[name]))


def _asked(name: str, held: Records, rows: Records) -> Iterator[Problem]:
    table, fields = TABLES[name], open_fields(name)
    known = {_key(row, table.key): row for row in held}
    for row in rows:
        before = known.get(_key(row, table.key), {})
        for field in fields:
            cell = row.get(field.name, "")
            if cell != before.get(field.name) and says_person(name, cell):
                said = SAID.format(title=field.title)
                value = unnamed(row[table.key[0]])
                yield Problem(table.file, 0, field.name, value, said, _REMEDY, False)


def _key(row: Record, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in columns)


def _is_hers(address: str) -> bool:
    """Whether that address is no service's: it says none, nor the name of its own domain."""
    local, _, domain = french.fold(address).partition("@")
    own = set(re.split(r"[.-]", domain)[:-1])
    return not any(word in own or _is_service(word) for word in re.split(r"[^a-z]+", local) if word)


def _is_service(word: str) -> bool:
    begun = (one for one in SERVICES if len(one) >= STEM)
    return word in SERVICES or word.startswith(tuple(begun))
