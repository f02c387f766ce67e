"""A territory's settings: what stands in its header, which contract a year falls in."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.domain import settings


def data() -> dict[str, Any]:
    pillars = [{"slug": "emploi", "nom": "Emploi", "court": "Emploi", "role": "emploi"}]
    return {
        "nom": "Ville",
        "slug": "ville",
        "locatif": "à Ville",
        "genitif": "de Ville",
        "fictif": False,
        "commune_centre": "99001",
        "epci": ["999000001"],
        "reference": "999000001",
        "emprise": [0, 0, 1, 1],
        "unite": {
            "singulier": "subvention",
            "pluriel": "subventions",
            "precision": "programme 147",
        },
        "etape_reference": "engagé",
        "apportionnement": "parts égales",
        "grilles": [{"code": "2015", "piliers": pillars}],
        "contrats": [
            {
                "code": "2015-2023",
                "nom": "Contrat",
                "debut": 2015,
                "fin": 2023,
                "perimetres": "2015",
                "grille": "2015",
            }
        ],
    }


def test_until_somebody_signs_the_header_says_that_nobody_did() -> None:
    assert "Non publié par Ville" in settings.read(data()).notice
    assert settings.read({**data(), "publie_par": "Ville"}).notice == ""


def test_a_fictional_territory_says_so_even_when_signed() -> None:
    read = settings.read({**data(), "fictif": True, "publie_par": "Ville"})
    assert read.notice.startswith("Territoire fictif.")


def test_a_year_outside_every_contract_takes_the_nearest() -> None:
    read = settings.read(data())
    assert read.contract(2016).code == "2015-2023"
    assert read.contract(2030).code == "2015-2023"


def test_a_line_is_counted_with_what_it_is_taken_from() -> None:
    line = settings.read(data()).line
    assert line.full(64) == "64\u00a0subventions (programme 147)"


def test_a_missing_setting_is_named() -> None:
    incomplete = data()
    del incomplete["emprise"]
    with pytest.raises(KeyError, match="emprise"):
        settings.read(incomplete)
