"""Whom to turn to, and what inhabitants said: what is published, else that nothing is."""

from __future__ import annotations

from dashboard.content import Prose, Terms, plain
from dashboard.pages import contacts
from dashboard.store import Store
from tests.views import seen


def test_every_published_contact_is_named(chambery: Store) -> None:
    found = contacts.contacts(seen(chambery, "/"), None)
    assert isinstance(found, Terms)
    assert [name for name, _ in found.items] == [c.name for c in chambery.contacts(None)]


def test_that_nothing_is_published_is_said(chambery: Store) -> None:
    found = contacts.participation(seen(chambery, "/"))
    assert isinstance(found, Prose)
    assert "n’est publié" in plain(found.paragraphs[0])


def test_opinions_come_with_what_was_made_of_them_the_latest_first(example: Store) -> None:
    found = contacts.participation(seen(example, "/"))
    assert isinstance(found, Terms)
    heads = [head for head, _ in found.items]
    assert heads == sorted(heads, key=lambda head: head[:10], reverse=True)
    assert all("Suite : " in plain(said) for _, said in found.items)


def test_a_quarter_and_a_year_keep_what_concerns_them(example: Store) -> None:
    row = {"quartiers": "QP1|QP2", "date": "2023-05-04"}
    assert contacts._concerns(row, "QP2", 2023)
    assert not contacts._concerns(row, "QP3", 2023)
    assert not contacts._concerns(row, "QP2", 2024)
    assert contacts._concerns({**row, "quartiers": ""}, "QP3", None)
    year = int(example.rows("participation")[0]["date"][:4])
    kept = contacts.participation(seen(example, "/"), year=year)
    assert isinstance(kept, Terms)
    assert all(head.startswith(str(year)) for head, _ in kept.items)


def test_a_quarter_of_another_commune_is_not_sent_to_the_city(chambery: Store) -> None:
    code = next(c for c in chambery.choices.quarters if c.startswith("QVA-73087"))
    found = contacts.contacts(seen(chambery, f"/quartiers/{code}"), code)
    assert isinstance(found, Terms)
    names = [name for name, _ in found.items]
    assert names == ["Cognin", "Grand Chambéry", "Préfecture de la Savoie"]
    assert plain(found.items[0][1]) == "Aucun contact publié pour cette commune."


def test_a_quarter_of_the_city_is_sent_to_it(chambery: Store) -> None:
    found = contacts.contacts(seen(chambery, "/quartiers/QN07301M"), "QN07301M")
    assert isinstance(found, Terms)
    assert "Ville de Chambéry" in [name for name, _ in found.items]
