"""One search for all: each kind of thing is found, and what has no answer says why."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest

from dashboard.content import Prose, Search, Terms, plain
from dashboard.pages import PAGES, refused, router
from dashboard.store import Store
from dashboard.view import View
from dashboard.words import everyday, refusals
from dashboard.words.spelling import words_of
from tests.walked import some


def visit(store: Store, path: str, query: str = "") -> View:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return found[1]


def groups(store: Store, asked: str) -> dict[str, list[str]]:
    page = next(page for page in PAGES if page.slug == "recherche")
    panel = page.panel("recherche")
    assert panel is not None
    (search,) = panel.blocks(visit(store, "/recherche", f"mots={quote_plus(asked)}"))
    assert isinstance(search, Search)
    found: dict[str, list[str]] = {}
    for block in search.blocks:
        if isinstance(block, Terms):
            found[block.title] = [f"{name} {plain(said)}" for name, said in block.items]
        else:
            texts = getattr(block, "paragraphs", ())
            found[getattr(block, "title", "")] = [plain(text) for text in texts]
    return found


@pytest.mark.parametrize(
    ("asked", "kind", "start"),
    [
        ("hlm", "Indicateurs", "Logements sociaux"),
        ("regie plus", "Porteurs", "Régie Plus"),
        ("regie plsu", "Porteurs", "Régie Plus"),
        ("av des bernardines", "Quartiers, communes, lieux et voies", "Avenue des Bernardines"),
        ("qva", "Mots du glossaire", "QVA"),
        ("chantiers éducatifs", "Subventions", "Voir"),
    ],
)
def test_each_kind_of_thing_is_found(chambery: Store, asked: str, kind: str, start: str) -> None:
    assert groups(chambery, asked)[kind][0].startswith(start)


def test_the_lines_that_are_counted_are_those_of_the_list_whatever_the_reader_filtered(
    store: Store,
) -> None:
    code = store.choices.quarters[0]
    page = next(page for page in PAGES if page.slug == "recherche")
    panel = page.panel("recherche")
    assert panel is not None
    (search,) = panel.blocks(visit(store, "/recherche", f"mots=atelier&quartier={code}"))
    assert isinstance(search, Search)
    blocks = [block for block in search.blocks if isinstance(block, Prose)]
    (said,) = next(block.paragraphs for block in blocks if block.title == "Subventions")
    path, _, query = said[0].href.partition("?")
    _, count = store.money.total(visit(store, path, query).selection)
    assert said[0].text.startswith(f"Voir {count}\u00a0")


def test_unemployment_finds_job_seekers_and_says_why_there_is_no_rate(store: Store) -> None:
    found = groups(store, "chomage")
    assert "On ne peut pas dire." in found[refused.TITLE][0]
    assert found["Indicateurs"][0].startswith("Demandeurs d’emploi (A, B, C)")


@pytest.mark.parametrize("asked", ["xyzzy", "%", "jean.dupont@exemple.fr", "?!"])
def test_what_nothing_answers_says_what_to_try(chambery: Store, asked: str) -> None:
    assert groups(chambery, asked)[""][0].startswith("Rien ne répond.")


@pytest.mark.parametrize("asked", ["de la", "Pour les", "où", "qui est-ce que"])
def test_words_that_only_link_others_find_nothing_and_say_so(chambery: Store, asked: str) -> None:
    (said,) = groups(chambery, asked).values()
    assert said[0].startswith(f"«\u00a0{asked}\u00a0» ne nomme rien. Ajoutez un mot")


@pytest.mark.parametrize("asked", ["la Régie", "qui reçoit le plus", "rue"])
def test_a_word_that_names_something_is_looked_for(chambery: Store, asked: str) -> None:
    assert "ne nomme rien" not in str(groups(chambery, asked))


@pytest.mark.parametrize(
    ("asked", "found", "absent"),
    [
        ("loyer", "Loyer moyen du logement social", "Le Noyer"),
        ("prix", "Loyer moyen du logement social", "Rue de la Paix"),
        ("argent", "Niveau de vie médian", "Rue Argentine"),
        ("régie", "Régie Plus", "Assurés du régime général"),
        ("âge", "Moins de 25 ans", "Agence Ecomobilité"),
        ("caisse des écoles", "Caisse des Ecoles de Chambéry", "Sans le bac"),
        ("loyeer", "Loyer moyen du logement social", "Le Noyer"),
        ("chomge", "Demandeurs d’emploi (A, B, C)", "Rue"),
        ("avenu de turrin", "Avenue de Turin", "n’est pas compris"),
        ("r. du biolay", "Chemin du Biollay", "n’est pas compris"),
        ("grand chambéry", "Grand Chambéry", "Rue du Grand Champ"),
    ],
)
def test_a_word_that_is_written_here_is_not_taken_for_a_typing_fault(
    chambery: Store, asked: str, found: str, absent: str
) -> None:
    told = [line for lines in groups(chambery, asked).values() for line in lines]
    assert any(line.startswith(found) for line in told)
    assert not any(absent in line for line in told)


def test_an_indicator_without_a_figure_of_a_quarter_says_so(chambery: Store) -> None:
    (said,) = (
        line
        for line in groups(chambery, "population")["Indicateurs"]
        if line.startswith("Personnes dans les ménages fiscaux")
    )
    assert said.endswith("Aucun chiffre publié pour un quartier jusqu’en 2025.")


def test_the_number_of_lines_is_that_of_the_list_it_leads_to(chambery: Store) -> None:
    told = groups(chambery, "chantiers éducatifs")["Subventions"][0]
    years = chambery.choices.years
    query = f"recherche=chantiers+éducatifs&periode={min(years)}-{max(years)}"
    count = chambery.actions.count(visit(chambery, "/actions", query).selection)
    assert f"Voir {count}\u00a0" in told


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("taux de chômage", "Quel est le taux de chômage du quartier ?"),
        ("combien coute une action", "Combien une action coûte-t-elle en tout ?"),
        (
            "argent par habitant",
            "Combien d’argent par habitant dans un quartier en veille active ?",
        ),
        ("pire quartier", "Quel est le meilleur ou le pire quartier ?"),
        ("délinquance", "Le quartier est-il sûr ?"),
    ],
)
def test_a_question_is_met_in_the_words_of_people(asked: str, question: str) -> None:
    assert question in [item.question for item in refusals.asked(asked)]


@pytest.mark.parametrize("asked", ["rue de la république", "chantiers éducatifs", "loyer", ""])
def test_other_words_ask_no_refused_question(asked: str) -> None:
    assert refusals.asked(asked) == ()


def test_everyday_words_lead_to_indicators_that_exist(chambery: Store, example: Store) -> None:
    known = {item.slug for store in (chambery, example) for item in store.values.indicators}
    for said, slugs in some(everyday.EVERYDAY):
        assert set(slugs) <= known, said
        assert set(everyday.indicators_of(words_of(said.split()[0]))) & set(slugs)


def test_every_source_says_until_when_its_data_go(store: Store) -> None:
    until = store.coverage.until
    assert until
    assert set(until) <= {row["id"] for row in store.rows("sources")}
    assert max(until.values()) == max(store.choices.years)
