"""The French of every sentence that the pages make, over the catalogue and both territories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard import catalogue
from dashboard.content import plain
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation, Status
from dashboard.domain.territory import Territory
from dashboard.exhibits.map_reading import sentence
from dashboard.pages import PAGES, bar, missing, router
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.grammar import RULES, Said, faults, of_block, of_view
from tests.walked import some

FIXED = (
    "aide",
    "donnees",
    "donnees/api",
    "accessibilite",
    "mentions-legales",
    "plan-du-site",
    "nulle-part",
)
VALUES = (0.0, 1.0, 1.9, 2.0, 1234.0)
RIGHT = (
    "43,0 % des habitants des Hauts-de-Chambéry vivent sous le seuil de pauvreté.",
    "On compte 1,9 personne par logement au Biollay - Bellevue, et 21 personnes à l’Espinier.",
    "De moins aux Hauts-de-Chambéry que dans l’agglomération : la hausse d’habitants, le onzième.",
    "En 2016, 1 ligne nomme le quartier, 12 lignes en nomment d’autres.",
    "Demandez-le à l’exploitant ; une valeur absente est notée « n. d. », « s » ou « – ».",
    "1 habitant de moins de 26 ans est demandeur d’emploi.",
)


def addresses(store: Store) -> Iterator[str]:
    """Every indicator, quarter and year once at least, with pillars and quarters in turn."""
    choices = store.choices
    quarters, pillars = ("", *choices.quarters), ("", *choices.pillars)
    for rank, item in enumerate(store.values.indicators):
        year = choices.years[rank % len(choices.years)]
        turn = f"annee={year}&pilier={pillars[rank % len(pillars)]}"
        yield f"/evolutions?indicateur={item.slug}"
        yield f"/evolutions?indicateur={item.slug}&{turn}&quartier={quarters[rank % len(quarters)]}"
        if rank % 5 == 0:
            yield f"/quartiers?indicateur={item.slug}&{turn}"
    yield f"/quartiers?mesure=actions&comparer={','.join(choices.quarters[:2])}"
    yield from (f"/quartiers/{code}" for code in choices.quarters)
    for rank, year in enumerate(choices.years):
        quarter, pillar = choices.quarters[rank], choices.pillars[rank % len(choices.pillars)]
        yield f"/bilan/{year}"
        yield f"/?annee={year}"
        yield f"/?annee={year}&pilier={pillar}&quartier={quarter}"
        yield f"/actions?annee={year}&pilier={pillar}&quartier={quarter}"
    yield f"/actions?periode={choices.years[0]}-{choices.years[-1]}&recherche=sport&annee=1900"
    yield f"/actions?recherche=rien-de-tel&annee={choices.years[0]}"
    rows = store.archive.query("select id from actions order by id limit 12")
    yield from (f"/actions/{row['id']}" for row in rows)
    yield from (f"/{name}" for name in FIXED)


def texts(store: Store) -> Iterator[tuple[str, Said]]:
    """Every text of those addresses, with the words of the window and of the filter bar."""
    for address in addresses(store):
        path, _, query = address.partition("?")
        page, param = router.find(PAGES, path, store) or (missing.PAGE, "")
        view = router.view_of(page, param, query, store)
        said = [
            *of_view(page, view),
            Said(bar.announcement(view), "paragraphs", "annonce"),
            Said(bar.title(page, view), "title", "titre"),
            *of_block(bar.controls(page, view), "barre"),
        ]
        yield from ((address, item) for item in said)


def from_sources(store: Store) -> frozenset[str]:
    """What the sources wrote and the product repeats: it is not ours to mend."""
    rows = store.archive.query("select intitule, porteur from actions")
    written = {text for row in rows for text in (row["intitule"], row["porteur"])}
    if store.counts.get("subventions_agglomeration"):
        others = store.archive.query("select objet, porteur from subventions_agglomeration")
        written |= {text for row in others for text in (row["objet"], row["porteur"])}
    return frozenset(typeset(str(text)) for text in written if text and len(text) > 3)


@pytest.fixture(scope="module")
def broken(chambery: Store, example: Store) -> dict[str, dict[str, str]]:
    """Each rule that a page breaks, with the words at fault and the address that shows them."""
    found: dict[str, dict[str, str]] = {}
    for store in (chambery, example):
        names = from_sources(store)
        seen: set[tuple[str, str]] = set()
        for address, said in texts(store):
            if said[:2] in seen or said.text in names:
                continue
            seen.add(said[:2])
            if any(faults(said)):
                for rule, words in faults(said._replace(text=_without(said.text, names))):
                    found.setdefault(rule, {})[words] = f"{address} {said.where}"
        assert len(seen) > 2_000
    return found


def _without(text: str, names: frozenset[str]) -> str:
    for name in names:
        if name in text:
            text = text.replace(name, "Untel")
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_sentence_breaks_that_rule(broken: dict[str, dict[str, str]], rule: object) -> None:
    assert broken.get(getattr(rule, "name", "")) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_finds_its_fault(rule: object) -> None:
    wrong = Said(str(getattr(rule, "wrong", "")), "paragraphs", "")
    assert getattr(rule, "name", "") in dict(faults(wrong))


@pytest.mark.parametrize("text", RIGHT)
def test_right_french_breaks_no_rule(text: str) -> None:
    assert dict(faults(Said(french.typeset(text), "paragraphs", ""))) == {}


def by_preposition(store: Store) -> tuple[Territory, ...]:
    """One place for each way of saying where: « à », « au », « aux », « à la », « dans l’ »…"""
    ways: dict[tuple[str, str], Territory] = {}
    for place in some(store.places.by_code.values()):
        way = (place.at.removesuffix(place.name), place.of.removesuffix(place.name))
        ways.setdefault(way, place)
    return tuple(ways.values())


@pytest.mark.parametrize("item", catalogue.INDICATORS, ids=lambda item: item.slug)
def test_every_indicator_says_any_number_anywhere(
    item: Indicator, chambery: Store, example: Store
) -> None:
    wrong: dict[object, object] = {}
    for store in (chambery, example):
        for place in by_preposition(store):
            for value in VALUES:
                seen = Observation(place.code, item.slug, 2019, value, Status.FINAL)
                said = french.capital(plain(sentence(item, place, seen)))
                wrong |= dict(faults(Said(said, "paragraphs", "")))
    nothing = f"Aucune valeur n’est publiée pour {item.subject}."
    wrong |= dict(faults(Said(nothing, "paragraphs", "")))
    assert wrong == {}


def test_a_number_that_is_not_there_is_said_in_words(chambery: Store) -> None:
    item = catalogue.indicator("taux-pauvrete")
    place = chambery.places.by_code["QP073002"]
    absent = "taux de pauvreté aux Hauts-de-Chambéry"
    assert plain(sentence(item, place, None)) == f"{absent} : chiffre non disponible."
    hidden = Observation(place.code, item.slug, 2019, None, Status.SECRET)
    assert plain(sentence(item, place, hidden)) == f"{absent} : chiffre tenu secret."


def test_every_place_is_said_as_french_says_it(store: Store) -> None:
    for place in some(store.places.by_code.values()):
        said = f"On vit {place.at}, et l’on parle {place.of}."
        assert dict(faults(Said(said, "paragraphs", ""))) == {}, said
        bare = place.name.removeprefix("Les ").removeprefix("Le ")
        bare = french.fold(bare.removeprefix("La ") if place.kind.is_quarter else bare)
        assert french.fold(place.at).endswith(bare), said
        assert french.fold(place.of).endswith(bare), said
        if place.name.startswith("Les "):
            assert (place.at[:4], place.of[:4]) == ("aux ", "des ")
