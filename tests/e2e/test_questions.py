"""Twenty questions of an elected official: each answered, or refused with its reason, in three acts
at most from the home page, by the mouse through the menu, by the keyboard through the search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

Act = tuple[str, str]
"""What is done, and to what: the menu, a link, a box, a choice of a list, words sought."""
REAL, FICTIONAL = "real", "fictional"

ACTIONS, QUARTERS, TRENDS, REPORT = (
    ("menu", path) for path in ("/actions", "/quartiers", "/evolutions", "/bilan")
)
BY_QUARTER, BY_HOLDER = ("selon", "quartier"), ("selon", "porteur")
PORTRAIT = ("lien", ".carte-liste tbody a:not(.acte) >> text={quarter}")
FIRST_FOUND = ("lien", "main ul a[href*='indicateur=']")
FACTS: Mapping[str, Mapping[str, str]] = {
    REAL: {
        "first": "QP073001",
        "second": "QP073002",
        "quarter": "Biollay - Bellevue",
        "both": "Biollay - Bellevue (2015) et Les Hauts-de-Chambéry (2015)",
        "most": "Hauts-de-Chambéry",
        "commune": "Cognin",
        "watched": "La Forgerie",
        "span": "2016-2025",
        "published": "2016-2025",
        "last": "2025",
        "before": "de 2024 à 2025",
        "gap": "on ne peut pas dire",
        "cost": "pas le budget",
        "reached": "combien de personnes ont participé",
    },
    FICTIONAL: {
        "first": "QN09901I",
        "second": "QN09902M",
        "quarter": "La Crécelière",
        "both": "La Crécelière (2024) et Mouline-Basse (2024)",
        "most": "Bel-Orval",
        "commune": "Tremblanne",
        "watched": "La Brindaille",
        "span": "2016-2024",
        "published": "2015-2024",
        "last": "2024",
        "before": "de 2023 à 2024",
        "gap": "stable",
        "cost": "le plus large ruban va de",
        "reached": "participations prévues",
    },
}


@dataclass(frozen=True)
class Question:
    """What is asked, what the mouse does, where the answer stands and the words that it holds; what
    the keyboard types, and what the search then says."""

    asked: str
    acts: tuple[Act, ...]
    where: str
    said: str
    typed: str
    answer: str


QUESTIONS = (
    Question(
        "money per quarter",
        (ACTIONS, BY_QUARTER),
        "explorer",
        "{most}",
        "argent par quartier",
        "par quartier, {last}",
    ),
    Question(
        "money per inhabitant",
        (ACTIONS, BY_QUARTER, ("combien", "habitant")),
        "explorer",
        "euros par habitant par quartier",
        "combien par habitant",
        "euros par habitant par quartier, {last}",
    ),
    Question(
        "who gets most this year",
        (ACTIONS, BY_HOLDER),
        "explorer",
        "par porteur",
        "qui recoit le plus",
        "par porteur, {last}",
    ),
    Question(
        "who gets most since 2016",
        (ACTIONS, BY_HOLDER, ("depuis", "2016")),
        "explorer",
        "par porteur, {span}",
        "qui recoit le plus depuis 2016",
        "par porteur, {span}",
    ),
    Question(
        "what changed since last year",
        (ACTIONS,),
        "changements",
        "{before}",
        "ce qui a change",
        "{before}",
    ),
    Question(
        "young people reached",
        (ACTIONS,),
        "parcours-jeunes",
        "Adolescence",
        "combien de jeunes touchés",
        "{reached}",
    ),
    Question(
        "employment in 2016 and in the last year",
        (ACTIONS, ("pilier", "emploi")),
        "montants",
        "{published}",
        "emploi 2016 {last}",
        "Développement économique et emploi »",
    ),
    Question(
        "the watched quarters of a commune",
        (QUARTERS,),
        "liste",
        "{watched}",
        "quartiers de {commune}",
        "{watched}",
    ),
    Question(
        "compare two quarters",
        (QUARTERS, ("comparer", "{first}"), ("comparer", "{second}")),
        "comparaison",
        "{both}",
        "comparer les quartiers",
        "côte à côte",
    ),
    Question(
        "age structure",
        (QUARTERS, PORTRAIT),
        "",
        "60 ans et plus",
        "pyramide des ages",
        "sur cent habitants",
    ),
    Question(
        "social housing",
        (QUARTERS, PORTRAIT),
        "",
        "logement social",
        "hlm",
        "Logements sociaux",
    ),
    Question(
        "whom to call",
        (QUARTERS, PORTRAIT),
        "",
        "À qui s’adresser",
        "qui contacter",
        "À qui s’adresser ?",
    ),
    Question(
        "is the gap closing",
        (TRENDS,),
        "",
        "L’écart : {gap}",
        "l'ecart se reduit",
        "on ne peut pas dire",
    ),
    Question(
        "posts of adultes-relais",
        (REPORT,),
        "postes",
        "dultes-relais",
        "adulte relais",
        "postes en {last}",
    ),
    Question(
        "the agglomeration’s own money",
        (REPORT, ("annee", "2021")),
        "agglomeration",
        "2021, toutes",
        "argent de l'agglo",
        "propres de l’agglomération, 2021",
    ),
    Question(
        "promised and done",
        (REPORT, ("annee", "2016")),
        "",
        "Promis, fait",
        "promesses 2016",
        "orientations de 2016",
    ),
    Question(
        "trend",
        (("chercher", "pauvreté"), FIRST_FOUND),
        "tendance",
        "Taux de pauvreté",
        "tendance",
        "indicateurs",
    ),
    Question(
        "share of women",
        (("chercher", "femmes"), FIRST_FOUND),
        "tendance",
        "Part des femmes",
        "part des femmes",
        "Part des femmes",
    ),
    Question(
        "unemployment rate",
        (("chercher", "chômage"),),
        "",
        "ne publie pas de taux de chômage",
        "taux de chomage",
        "ne publie pas de taux de chômage",
    ),
    Question(
        "cost of an action in full",
        (("chercher", "coût action"),),
        "",
        "{cost}",
        "combien coute une action",
        "{cost}",
    ),
)


def search(page: Page, words: str) -> None:
    """Type in the search of the header, and press Enter, from whatever page."""
    page.locator("header input[type=search]").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def do(page: Page, act: Act) -> None:
    kind, value = act
    if kind == "menu":
        page.locator(f"nav a[href^='{value}']").first.click()
    elif kind == "lien":
        page.locator(value).first.click()
    elif kind == "chercher":
        search(page, value)
    elif page.locator(f"select[name={kind}]").count():
        page.locator(f"select[name={kind}]").first.select_option(value)
    else:
        box = page.locator(f"[data-cle={kind}] input[value={value}]")
        if not box.is_visible():
            page.locator(f"[data-cle={kind}] summary").click()
        box.click()


def home(page: Page, site: str) -> None:
    page.goto(site)
    page.wait_for_selector("html.vivant", state="attached")


@pytest.mark.parametrize("territory", [REAL, FICTIONAL])
def test_each_question_is_answered_or_refused_in_three_acts_of_the_mouse(
    page: Page, request: pytest.FixtureRequest, territory: str
) -> None:
    """A question whose acts begin as those of the one before goes on where that one stopped."""
    site, facts = request.getfixturevalue(territory), FACTS[territory]
    done: tuple[Act, ...] = ()
    for question in QUESTIONS:
        acts = tuple((kind, value.format(**facts)) for kind, value in question.acts)
        assert len(acts) <= 3
        if not done or acts[: len(done)] != done:
            home(page, site)
            done = ()
        for act in acts[len(done) :]:
            do(page, act)
            page.wait_for_selector("html.vivant", state="attached")
        place = page.locator(f".carte-{question.where}" if question.where else "main").first
        words = question.said.format(**facts)
        expect(place, question.asked).to_contain_text(words, ignore_case=True)
        done = acts


@pytest.mark.parametrize("territory", [REAL, FICTIONAL])
def test_each_question_is_answered_or_refused_by_the_keyboard_in_one_search(
    page: Page, request: pytest.FixtureRequest, territory: str
) -> None:
    facts = FACTS[territory]
    home(page, request.getfixturevalue(territory))
    for question in QUESTIONS:
        typed = question.typed.format(**facts)
        search(page, typed)
        expect(page.locator("main input[type=search]"), question.asked).to_have_value(typed)
        answer = page.locator("main .recherche-reponse")
        words = question.answer.format(**facts)
        expect(answer, question.asked).to_contain_text(words, ignore_case=True)
