"""The contract itself changed by staff: its generations, grids, pillars and themes."""

from __future__ import annotations

import tomllib

import pytest

from dashboard.domain import settings as territory
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.public import truth
from dashboard.staff.settings import StaffSettings
from tests.depot.test_settings_file import PILLAR
from tests.staff.conftest import Browser, Someone, worked
from tests.staff.pages.test_tables import address, form_of, rows, send

pytestmark = pytest.mark.usefixtures("here")

CONTRACT = {"code": "2024-2030"}
NEW = "/agents/tables/piliers/nouvelle"


@pytest.fixture
def editor(someone: Someone) -> Browser:
    return someone(StaffRole.EDITOR)


def test_a_pillar_that_is_added_is_offered_at_once_then_published(
    editor: Browser, published: StaffSettings, base: StaffBase
) -> None:
    assert send(editor, NEW, **PILLAR).status_code == 303
    line = address("actions", rows(published, "actions")[0])
    assert '<option value="transition">Réussir la transition</option>' in editor.open(line).text
    assert send(editor, line, pilier="transition").status_code == 303
    assert "Réussir la transition" in editor.open("/agents/brouillons/1").text
    editor.send("/agents/brouillons/1/controler")
    assert "voyez-les" in worked(published, base)


def test_a_code_does_not_change_once_it_names_something(editor: Browser) -> None:
    where = address("contrats", CONTRACT)
    answer = send(editor, where, code="2024-2031")
    assert answer.status_code == 422
    assert "Ce code ne change plus" in answer.text


def test_a_contract_that_ends_before_it_begins_is_refused(editor: Browser) -> None:
    answer = send(editor, address("contrats", CONTRACT), fin="2020")
    assert answer.status_code == 422
    assert "le contrat finit avant de commencer" in answer.text


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"grille": "1999"}, "n’est pas dans"),
        ({"role": "violet"}, "violet"),
        ({"slug": ""}, "Ce champ est obligatoire"),
        ({"grille": "2015", "slug": "emploi"}, "est déjà à la ligne"),
        ({"slug": "²⁰²⁴"}, "Un code a 60 signes au plus"),
        ({"slug": "a.b"}, "Un code a 60 signes au plus"),
        ({"slug": "a" * 61}, "Un code a 60 signes au plus"),
    ],
)
def test_a_pillar_that_cannot_stand_is_not_kept(
    editor: Browser, said: dict[str, str], wrong: str
) -> None:
    answer = send(editor, NEW, **{**PILLAR, **said})
    assert answer.status_code == 422
    assert wrong in answer.text


def test_a_grid_that_goes_leaves_the_pages_whole_and_the_draft_unfit(
    editor: Browser, published: StaffSettings, base: StaffBase
) -> None:
    where = address("grilles", {"code": "2024"})
    read = str(form_of(editor, where).get("lu") or _print(editor, where))
    editor.send(f"{where}/retirer", lu=read)
    assert editor.open(address("contrats", CONTRACT)).status_code == 200
    editor.send("/agents/brouillons/1/controler")
    worked(published, base)
    assert "suit une grille, 2024, qui manque" in editor.open("/agents/brouillons/1").text


def test_a_theme_is_added_and_one_of_no_pillar_is_not(editor: Browser) -> None:
    where = "/agents/tables/themes/nouvelle"
    theme = {"slug": "mobilite", "nom": "Mobilité", "pilier": "emploi"}
    answer = send(editor, where, **{**theme, "pilier": "ailleurs"})
    assert answer.status_code == 422
    assert "n’est pas dans les réglages" in answer.text
    assert send(editor, where, **theme).status_code == 303
    assert "Mobilité" in editor.open("/agents/brouillons/1").text


def _print(editor: Browser, where: str) -> str:
    page = editor.open(where).text
    return page.partition('name="lu" value="')[2].partition('"')[0]


def test_the_codes_by_which_the_state_names_the_contract_are_a_setting(
    editor: Browser, published: StaffSettings, base: StaffBase
) -> None:
    page = editor.open("/agents/reglages").text
    assert "Codes du contrat à l’ANCT" in page
    data = territory.read(tomllib.loads(truth.truth(published).files["territoire.toml"].decode()))
    said = {
        "nom": data.name,
        "locatif": data.at,
        "genitif": data.of,
        "publie_par": data.publisher,
        "unite.singulier": "ligne d’argent",
        "unite.pluriel": "lignes d’argent",
        "codes_anct": " CV998, CN09901M ",
    }
    form = {"csrf_token": editor.token(), **said}
    assert editor.client.post("/agents/reglages", data=form).status_code == 303
    draft = editor.open("/agents/brouillons/1").text
    assert "CV998|CN09901M" in draft
    assert 'value="CV998, CN09901M"' in editor.open("/agents/reglages").text
    assert "ligne d’argent" in draft
    editor.send("/agents/brouillons/1/controler")
    assert "voyez-les" in worked(published, base)
