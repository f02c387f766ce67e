"""The questions of an elected official in the words of people: hurried, plural, without accents."""

from __future__ import annotations

import re

import pytest

from dashboard.pages import answered, refused
from dashboard.store import Store
from tests.pages.test_search import groups
from tests.walked import some

ANSWERS, INDICATORS, PLACES = answered.TITLE, "Indicateurs", "Quartiers, communes, lieux et voies"
PHRASINGS = (
    ("argent par quartier", ANSWERS, "par quartier"),
    ("subvensions des quartiers", ANSWERS, "par quartier"),
    ("combien par habitant", ANSWERS, "euros par habitant"),
    ("combien d'euros par habitants", ANSWERS, "euros par habitant"),
    ("qui touche le plus", ANSWERS, "par porteur"),
    ("qui recoit le plus d'argent", ANSWERS, "par porteur"),
    ("plus gros porteurs depuis 2016", ANSWERS, "de 2016 à"),
    ("ce qui a changé depuis 2022", ANSWERS, "de 2022 à"),
    ("nouvelles actions", ANSWERS, "commencées"),
    ("comparer les quartiers", ANSWERS, "côte à côte"),
    ("difference entre les deux quartiers", ANSWERS, "côte à côte"),
    ("emploi 2016", ANSWERS, "Développement économique et emploi"),
    ("combien pour l’emploi", ANSWERS, "Développement économique et emploi"),
    ("adultes-relais", ANSWERS, "postes en"),
    ("adulte relai", ANSWERS, "postes en"),
    ("postes fonjep", ANSWERS, "postes en"),
    ("argent de l'agglo", ANSWERS, "propres de l’agglomération"),
    ("pyramide des ages", ANSWERS, "sur cent habitants"),
    ("structure par age", ANSWERS, "sur cent habitants"),
    ("l'écart se réduit il", ANSWERS, "on ne peut pas dire"),
    ("promis fait", ANSWERS, "orientations de 20"),
    ("promesses tenues", ANSWERS, "orientations de 20"),
    ("orientations 2016", ANSWERS, "orientations de 2016"),
    ("a qui s'adresser", ANSWERS, "Voir"),
    ("telephone", ANSWERS, "Voir"),
    ("actions pour les jeunes", ANSWERS, "étape par étape"),
    ("jeunes", ANSWERS, "étape par étape"),
    ("agglomération", ANSWERS, "propres de l’agglomération"),
    ("emploi", ANSWERS, "Développement économique et emploi"),
    ("pilier emploi", ANSWERS, "Développement économique et emploi"),
    ("argent depuis 2016", ANSWERS, "par pilier, 2016-20"),
    ("depuis 2016", ANSWERS, "par pilier, 2016-20"),
    ("financeurs", ANSWERS, "État"),
    ("tendances", ANSWERS, "indicateurs"),
    ("bilan 2016", ANSWERS, "2016"),
    ("télécharger les données", ANSWERS, "Données et méthodes"),
    ("chomage", refused.TITLE, "ne publie pas de taux de chômage"),
    ("chomeurs", refused.TITLE, "ne publie pas de taux de chômage"),
    ("chomeurs", INDICATORS, "Demandeurs d’emploi (A, B, C)"),
    ("part des femmes", INDICATORS, " %"),
    ("combien de femme", INDICATORS, "Part des femmes"),
    ("logements sociaux", INDICATORS, "Logements sociaux"),
    ("hlm", INDICATORS, "Logements sociaux"),
)
OF_CHAMBERY = (
    ("combien par habitant au Biollay", ANSWERS, "« Biollay - Bellevue », en 20"),
    ("âge biollay", ANSWERS, "sur cent habitants du Biollay - Bellevue"),
    ("ages hauts de chambery", ANSWERS, "sur cent habitants des Hauts-de-Chambéry"),
    ("grand chambéry", ANSWERS, "propres de l’agglomération"),
    ("combien a reçu le biolay", ANSWERS, "« Biollay - Bellevue », en 20"),
    ("qui contacter à Cognin", ANSWERS, "Cognin (aucun contact publié pour cette commune)"),
    ("quartiers de Cognin", PLACES, "La Forgerie et La Poterie"),
    ("QVA Cognin", PLACES, "La Forgerie et La Poterie"),
    ("cout d'une action", refused.TITLE, "pas le budget de l’action"),
    ("hlm biollay", INDICATORS, "Biollay - Bellevue (périmètre de 2015)"),
    ("subventions grand chambery", ANSWERS, "propres de l’agglomération"),
    ("emploi 2016", ANSWERS, "en 2016 : 22 900 €"),
    ("emploi 2016 2025", ANSWERS, "2016 et 2025 ne se comparent pas"),
    ("emploi 2016 2025", ANSWERS, "en 2025 : 55 900 € ; 2016 : 22 900 €."),
    ("argent la forgerie", ANSWERS, "Aucune ligne ne le nomme"),
    ("comparer biollay et hauts de chambery 2018", ANSWERS, "périmètres de 2015"),
    ("contact biollay hauts de chambery", ANSWERS, "Voir Biollay - Bellevue et Les Hauts"),
    ("pauvreté 2019 biollay", INDICATORS, "36,7 % en 2019"),
    ("population la forgerie", INDICATORS, "Aucune valeur publiée pour La Forgerie"),
)
LEFT_OUT = (
    ("bilan 2016 biollay", (ANSWERS,), ("Biollay - Bellevue",)),
    ("promesses 2016 biollay", (ANSWERS,), ("Biollay - Bellevue",)),
    ("adultes relais 2016", (ANSWERS,), ("2016",)),
    ("contact 2016", (ANSWERS,), ("2016",)),
    ("qui contacter à Cognin en 2016", (ANSWERS,), ("2016",)),
    ("argent biollay des femmes", (ANSWERS,), ("femmes",)),
    ("combien par habitant au biollay", (ANSWERS,), ()),
    ("loyer 1998", (INDICATORS,), ("1998",)),
)
"""What is asked, where it is answered, and what of it the answer must say that it leaves out."""


def answers(store: Store, asked: str, kind: str) -> list[str]:
    """What is said of it, with plain spaces."""
    found = groups(store, asked).get(kind, [])
    return [re.sub("[\u00a0\u202f]", " ", answer) for answer in found]


def said(store: Store, asked: str, kind: str) -> str:
    return " ".join(answers(store, asked, kind))


@pytest.mark.parametrize(("asked", "kind", "words"), PHRASINGS)
def test_a_question_is_understood_on_both_territories(
    store: Store, asked: str, kind: str, words: str
) -> None:
    assert words in said(store, asked, kind)


@pytest.mark.parametrize(("asked", "kind", "words"), OF_CHAMBERY)
def test_what_a_question_names_is_what_it_answers(
    chambery: Store, asked: str, kind: str, words: str
) -> None:
    assert words in said(chambery, asked, kind)


def test_an_answer_names_its_year_its_source_and_what_is_presumed(store: Store) -> None:
    """A page that explains and a list of contacts have none."""
    figures = [asked for asked, kind, words in PHRASINGS if kind == ANSWERS and "Voir" not in words]
    for asked in some(figures):
        for answer in some(answers(store, asked, ANSWERS)):
            if " : " in answer.partition(" Voir ")[2]:
                assert re.search(r"20\d\d", answer), answer
                assert "Source : " in answer
                assert not store.settings.fictional or "Territoire fictif" in answer


def test_what_is_not_understood_is_said_and_changes_nothing(example: Store) -> None:
    lost = said(example, "combien par habitant au Biollay", ANSWERS)
    assert "« Biollay » n’est pas compris ici" in lost
    assert said(example, "combien par habitant", ANSWERS).partition("?")[2] in lost


@pytest.mark.parametrize(("asked", "kinds", "names"), LEFT_OUT)
def test_an_answer_says_each_part_of_the_question_that_it_leaves_out(
    chambery: Store, asked: str, kinds: tuple[str, ...], names: tuple[str, ...]
) -> None:
    found = " ".join(said(chambery, asked, kind) for kind in kinds)
    assert found
    told = re.findall(r"ne tient pas compte de (.*?»)\.", found)
    assert [name for one in told[:1] for name in re.findall("« (.*?) »", one)] == list(names)


def test_an_answer_that_leaves_out_more_than_another_gives_way_to_it(example: Store) -> None:
    assert len(answers(example, "combien par habitant à la Crécelière", ANSWERS)) == 1
    reached = answers(example, "combien de jeunes touchés", ANSWERS)
    assert ["« touchés »" in reached[0], "« jeunes »" in reached[1]] == [True, True]


def test_without_a_quarter_the_pages_of_contacts_are_offered_and_none_answers(
    store: Store,
) -> None:
    told = said(store, "à qui s’adresser", ANSWERS)
    assert "Cela dépend du quartier. Voir " in told
    assert told.rstrip().endswith("et la liste des quartiers.")


def test_a_word_that_only_indicators_could_not_use_is_said(store: Store) -> None:
    found = groups(store, "hlm zorglub")
    assert ["« zorglub » n’est pas compris ici."] in [
        [re.sub("[\u00a0\u202f]", " ", line) for line in lines] for lines in found.values()
    ]
    assert "" not in groups(store, "chantiers éducatifs")
