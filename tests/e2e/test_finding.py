"""« Trouver mon quartier », by hand, by keyboard alone and without any script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Reader, Window

FIELD = "main [data-propositions] input[type=search]"
EVERYWHERE = "#page-vivante .chercher input[type=search]"
ANSWER = ".recherche-reponse"
OPTION = ".propositions > [role=option]"


def in_sight(plan: Locator) -> bool:
    """Whether what the plan draws has half the height of its box: its margins leave it room."""
    shares = """(svg) => {
      const { paddingTop, paddingBottom } = getComputedStyle(svg);
      return 1 - (parseFloat(paddingTop) + parseFloat(paddingBottom)) / svg.clientHeight;
    }"""
    return bool(plan.locator(".trace svg").first.evaluate(shares) >= 0.5)


@pytest.mark.parametrize(
    ("territory", "typed", "answer"),
    [
        ("real", "av bernardine", "Avenue des Bernardines"),
        ("fictional", "r du fuzeau", "La Crécelière"),
    ],
)
def test_t3_which_quarter_is_this_address_in(
    reader: Reader, request: pytest.FixtureRequest, territory: str, typed: str, answer: str
) -> None:
    page = reader.open(request.getfixturevalue(territory))
    reader.type(FIELD, typed)
    page.wait_for_url("**lieu=**")
    reader.live()
    expect(page.locator(ANSWER)).to_contain_text(answer)
    assert in_sight(page.locator(".carte-ou-est-ce"))
    assert reader.acts <= 3


def test_a_name_is_chosen_in_the_list_by_keyboard_alone(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/quartiers")
    field = page.locator(FIELD)
    field.focus()
    page.keyboard.type("ecole bell")
    expect(page.locator(OPTION).first).to_contain_text("École Élémentaire Bellevue")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    first = page.locator(OPTION).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.locator(OPTION)).to_have_count(0)
    page.keyboard.type("e")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**lieu=**")
    reader.live()
    expect(page.locator(ANSWER)).to_contain_text("on ne peut pas dire")


def test_the_form_answers_without_any_script(window: Window, real: str) -> None:
    page = window(java_script_enabled=False).new_page()
    page.goto(f"{real}/quartiers?annee=2019")
    page.locator(FIELD).fill("rue du pre de l'ane")
    page.locator(FIELD).press("Enter")
    page.wait_for_url("**lieu=**")
    assert "annee=2019" in page.url
    expect(page.locator(ANSWER)).to_contain_text("Les Hauts-de-Chambéry")
    page.close()


def test_an_indicator_is_found_opened_and_left_with_the_search_kept(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/evolutions?annee=2021")
    page.locator(FIELD).press_sequentially("chôm")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**mots=**")
    reader.live()
    expect(page.locator(ANSWER)).to_contain_text("On ne peut pas dire.")
    page.get_by_role("link", name="Taux d’emploi", exact=True).press("Enter")
    page.wait_for_url("**indicateur=taux-emploi**")
    reader.live()
    expect(page.locator(".carte-tendance")).to_be_visible()
    page.get_by_role("link", name="aux indicateurs pour").press("Enter")
    page.wait_for_url("**mots=**#partie-theme-emploi")
    reader.live()
    assert "annee=2021" in page.url
    expect(page.locator(FIELD)).to_have_value("chôm")


def test_the_question_without_answer_is_met_from_any_page_by_keyboard(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions")
    page.locator(EVERYWHERE).press_sequentially("taux de chom")
    expect(page.locator(OPTION).first).to_contain_text("Quel est le taux de chômage")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche**")
    reader.live()
    expect(page.locator(ANSWER)).to_contain_text("On ne peut pas dire.")
    reader.click(f"{ANSWER} a:has-text('Taux d’emploi')")
    page.wait_for_url("**/evolutions?indicateur=taux-emploi")
    assert reader.acts <= 3
