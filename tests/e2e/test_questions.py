"""Twenty questions of an elected official: each answered, or refused with its reason, in three acts
at most from the home page, by the mouse and by the keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

Act = tuple[str, str]
"""What is done, and to what: the menu, a link, a box, a choice of a list, words sought."""

ACTIONS, QUARTERS, TRENDS, REPORT = (
    ("menu", path) for path in ("/actions", "/quartiers", "/evolutions", "/bilan")
)
PORTRAIT = ("lien", ".carte-liste tbody a:not(.acte) >> text=Biollay - Bellevue")


@dataclass(frozen=True)
class Question:
    """What is asked, what is done, where the answer stands and the words that it holds."""

    asked: str
    acts: tuple[Act, ...]
    where: str
    said: str


FIRST_FOUND = ("lien", "main ul a[href*='indicateur=']")
QUESTIONS = (
    Question(
        "money per quarter", (ACTIONS, ("selon", "quartier")), "explorer", "Hauts-de-Chambéry"
    ),
    Question(
        "money per inhabitant",
        (ACTIONS, ("selon", "quartier"), ("combien", "habitant")),
        "explorer",
        "euros par habitant par quartier",
    ),
    Question("trend", (("chercher", "pauvreté"), FIRST_FOUND), "tendance", "Taux de pauvreté"),
    Question(
        "share of women", (("chercher", "femmes"), FIRST_FOUND), "tendance", "Part des femmes"
    ),
    Question(
        "unemployment rate", (("chercher", "chômage"),), "", "ne publie pas de taux de chômage"
    ),
    Question("who gets most this year", (ACTIONS, ("selon", "porteur")), "explorer", "par porteur"),
    Question(
        "who gets most since 2016",
        (ACTIONS, ("selon", "porteur"), ("depuis", "2016")),
        "explorer",
        "par porteur, 2016-2025",
    ),
    Question("what changed since 2024", (ACTIONS,), "changements", "de 2024 à 2025"),
    Question(
        "compare the two quarters",
        (QUARTERS, ("comparer", "QP073001"), ("comparer", "QP073002")),
        "comparaison",
        "Biollay - Bellevue (2015) et Les Hauts-de-Chambéry (2015)",
    ),
    Question(
        "employment in 2016 and in 2025", (ACTIONS, ("pilier", "emploi")), "montants", "2016-2025"
    ),
    Question("the watched quarters of Cognin", (QUARTERS,), "liste", "Cognin"),
    Question("posts of adultes-relais", (REPORT,), "postes", "dultes-relais"),
    Question(
        "the agglomeration’s own money",
        (REPORT, ("annee", "2021")),
        "agglomeration",
        "2021, toutes",
    ),
    Question("age structure", (QUARTERS, PORTRAIT), "", "60 ans et plus"),
    Question("social housing", (QUARTERS, PORTRAIT), "", "logement social"),
    Question("is the gap closing", (TRENDS,), "", "L’écart : on ne peut pas dire"),
    Question("promised and done", (REPORT, ("annee", "2016")), "", "Promis, fait"),
    Question("cost of an action in full", (("chercher", "coût action"),), "", "pas le budget"),
    Question("whom to call", (QUARTERS, PORTRAIT), "", "À qui s’adresser"),
    Question("young people reached", (ACTIONS,), "parcours-jeunes", "Adolescence"),
)
BY_BOTH = [
    pytest.param(question, keyboard, id=f"{question.asked}, {way}")
    for question in QUESTIONS
    for keyboard, way in ((False, "mouse"), (True, "keyboard"))
    if not keyboard or {kind for kind, _ in question.acts} & {"lien", "comparer", "pilier"}
]
"""Lists and searches are set in the same way by both; a link and a box are not."""


def press(page: Page, target: Locator, keyboard: bool, key: str = "Enter") -> None:
    if not keyboard:
        target.click()
        return
    target.focus()
    assert target.evaluate("e => e === document.activeElement && e.tabIndex >= 0")
    page.keyboard.press(key)


def do(page: Page, act: Act, keyboard: bool) -> None:
    kind, value = act
    if kind == "menu":
        press(page, page.locator(f"nav a[href^='{value}']").first, keyboard)
    elif kind == "lien":
        press(page, page.locator(value).first, keyboard)
    elif kind == "chercher":
        box = page.locator("header input[type=search]")
        box.focus()
        page.keyboard.type(value)
        page.keyboard.press("Enter")
    elif page.locator(f"select[name={kind}]").count():
        page.locator(f"select[name={kind}]").first.select_option(value)
    else:
        box = page.locator(f"[data-cle={kind}] input[value={value}]")
        if not box.is_visible():
            press(page, page.locator(f"[data-cle={kind}] summary"), keyboard)
        press(page, box, keyboard, "Space")
    page.wait_for_selector("html.vivant", state="attached")


@pytest.mark.parametrize(("question", "keyboard"), BY_BOTH)
def test_a_question_is_answered_or_refused_in_three_acts(
    page: Page, real: str, question: Question, keyboard: bool
) -> None:
    assert len(question.acts) <= 3
    page.goto(real)
    page.wait_for_selector("html.vivant", state="attached")
    for act in question.acts:
        do(page, act, keyboard)
    place = page.locator(f".carte-{question.where}" if question.where else "main")
    expect(place.first).to_contain_text(question.said, ignore_case=True)
