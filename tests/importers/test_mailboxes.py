"""A service is reached without a question; a person, only once somebody says that she agrees."""

from __future__ import annotations

import pytest

from dashboard.importers import mailboxes

OF_SERVICES = (
    "accueil@ville.fr",
    "Contact : contact@asso.org, du lundi au vendredi",
    "mairie@exemple.fr",
    "centre.social@orange.fr",
    "MÉDIATHÈQUE@ville.fr",
    "service-habitat@agglo.fr",
    "accueilcentre@gmail.com",
    "biollay@regie-biollay.fr",
    "04 79 00 00 00",
    "Le mardi matin",
)
OF_PERSONS = (
    "jeanne.dupont@ville.fr",
    "j.dupont@ville.fr",
    "jdupont@gmail.com",
    "Accueil : accueil@ville.fr ou jeanne-dupont@ville.fr",
    "jean.maisonneuve@ville.fr",
    "dupont@mairie.ville.fr.exemple",
    "voir Mme Dupont",
)


@pytest.mark.parametrize("text", OF_SERVICES)
def test_how_to_reach_a_service_is_not_asked(text: str) -> None:
    assert not mailboxes.says_person("contacts", text)


@pytest.mark.parametrize("text", OF_PERSONS)
def test_the_address_of_a_person_is_asked(text: str) -> None:
    assert mailboxes.says_person("contacts", text)


def test_every_address_is_asked_where_none_is_expected() -> None:
    assert mailboxes.says_person("evenements", "accueil@ville.fr")


def test_each_cell_of_a_contact_that_tells_a_person_is_asked_once_it_is_not_held() -> None:
    titles = [field.name for field in mailboxes.open_fields("contacts")]
    assert titles == ["nom", "role", "detail"]
    row = {"nom": "Centre social", "role": "", "detail": "jeanne.dupont@ville.fr"}
    other = {"nom": "Voir j.dupont@ville.fr", "role": "Mme Dupont", "detail": "accueil@ville.fr"}
    found = mailboxes.questions({}, {"contacts": (row, other)})
    assert [(one.column, one.value) for one in found] == [
        ("detail", "Centre social"),
        ("nom", "Voir (adresse électronique retirée)"),
        ("role", "Voir (adresse électronique retirée)"),
    ]
    assert mailboxes.questions({"contacts": (row,)}, {"contacts": (row,)}) == ()
    assert mailboxes.questions({}, {"evenements": ({"titre": "a@b.fr"},)}) == ()
