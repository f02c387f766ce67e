"""A heading is told from others by its words, however they are cut, accented or said."""

from __future__ import annotations

import pytest

from dashboard.importers.matching.names import likeness
from dashboard.importers.templates import TEMPLATES

FIELDS = {field.name: field for field in TEMPLATES[0].fields}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ANNEE", "annee"),
        ("Exercice 2026", "annee"),
        ("nomAction", "intitule"),
        ("Libellé de l’action", "intitule"),
        ("Porteur de projet", "porteur"),
        ("N° SIRET", "porteur_id"),
        ("Axe stratégique", "pilier"),
        ("Quart.", "quartiers"),
        ("QPV", "quartiers"),
        ("Mnt", "montant"),
        ("Subv. accordée 2025", "montant"),
        ("Financeur", "financeur"),
        ("Décision", "etape"),
    ],
)
def test_a_heading_says_one_column_better_than_any_other(heading: str, name: str) -> None:
    found = {field.name: likeness(heading, field) for field in FIELDS.values()}
    assert max(found, key=lambda one: found[one]) == name
    assert found[name] >= 0.6


@pytest.mark.parametrize("heading", ["", "€", "zzz", "<b>", "Observations", "=1+1"])
def test_a_heading_that_says_nothing_is_like_none(heading: str) -> None:
    assert max(likeness(heading, field) for field in FIELDS.values()) < 0.5
