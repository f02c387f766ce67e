"""How old each source is comes from the years that the territory holds: nothing is guessed."""

from __future__ import annotations

import pytest

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.public.ages import ages
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import Someone

SOURCES = b"id;titre;producteur;millesime\na;Revenus;Insee;2022\nb;Postes;ANCT;\nc;Contours;IGN;\n"


def files(*years: tuple[str, int]) -> dict[str, bytes]:
    lines = "".join(f"i;t;{year};1;ok;{source}\n" for source, year in years)
    head = "indicateur;territoire;annee;valeur;statut;source\n"
    return {"sources.csv": SOURCES, "indicateurs.csv": (head + lines).encode()}


def test_the_oldest_comes_first_and_what_has_no_year_last() -> None:
    found = ages(files(("a", 2019), ("a", 2021), ("b", 2015), ("b", 2016)))
    assert [(one.title, one.last, one.awaited) for one in found] == [
        ("Postes", 2016, 2017),
        ("Revenus", 2021, 2023),
        ("Contours", None, None),
    ]
    assert [one.age(2026) for one in found] == [10, 5, None]


@pytest.mark.parametrize(
    ("years", "awaited", "late"),
    [((2024,), None, False), ((2024, 2025), 2026, False), ((2015, 2020), 2025, True)],
)
def test_an_edition_is_awaited_once_its_year_is_over(
    years: tuple[int, ...], awaited: int | None, late: bool
) -> None:
    found = next(one for one in ages(files(*(("a", year) for year in years))) if one.years)
    assert (found.awaited, found.is_late(2026)) == (awaited, late)


def test_staff_read_it(published: StaffSettings, someone: Someone) -> None:
    page = someone(StaffRole.READER).open("/agents/sources").text
    assert "Âge des sources" in page
    assert "Données jusqu’à" in page
