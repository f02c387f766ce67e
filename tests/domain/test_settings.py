"""A territory's settings: what stands in its header, which contract a year falls in."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.domain import settings
from dashboard.publication.axes import pillars_of
from dashboard.schema.cross import known_of


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


def of_two_contracts() -> dict[str, Any]:
    """A second contract, with a pillar of the first and one of its own."""
    found = data()
    own = {"slug": "transition", "nom": "Transition", "court": "Transition", "role": "cadre"}
    again = {**found["grilles"][0]["piliers"][0], "nom": "Insertion et emploi"}
    found["grilles"].append({"code": "2024", "piliers": [own, again]})
    found["contrats"].append({**found["contrats"][0], "debut": 2024, "fin": 2030, "grille": "2024"})
    return found


def test_a_territory_without_any_contract_is_refused() -> None:
    with pytest.raises(ValueError, match="il faut un contrat au moins"):
        settings.read({**data(), "contrats": []})


def test_a_line_may_bear_a_pillar_of_any_contract_that_the_settings_name() -> None:
    read = settings.read(of_two_contracts())
    assert [pillar.slug for pillar in read.pillars] == ["emploi", "transition"]
    assert read.pillar("emploi").name == "Emploi"
    assert read.pillar("transition").role == "cadre"
    with pytest.raises(KeyError, match="ailleurs"):
        read.pillar("ailleurs")


def test_a_pillar_of_a_new_contract_enters_with_its_first_line() -> None:
    read = settings.read(of_two_contracts())
    assert "transition" in (known_of(read, ()).pillars or ())
    for borne, axis in ((["emploi"], ("emploi",)), (["transition"], ("emploi", "transition"))):
        assert pillars_of(read, pd.DataFrame({"pilier": borne})) == axis
