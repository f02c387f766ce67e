"""A name is said with the preposition that its article asks."""

from __future__ import annotations

import pytest

from dashboard.importers.naming import placed


@pytest.mark.parametrize(
    ("name", "at", "of"),
    [
        ("Les Prés", "aux Prés", "des Prés"),
        ("Le Verger", "au Verger", "du Verger"),
        ("L'Espinier", "à l’Espinier", "de l’Espinier"),
        ("Quartier Gare", "au quartier Gare", "du quartier Gare"),
        ("Arlysère", "à Arlysère", "d’Arlysère"),
    ],
)
def test_a_name_is_said_in_its_place(name: str, at: str, of: str) -> None:
    assert placed(name) == (at, of)
