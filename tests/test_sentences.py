"""Each number of a sentence is what the lines give for the scope that the sentence names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from dashboard.catalogue import indicator
from dashboard.content import Block, Span, Text, plain, text
from dashboard.domain import french
from dashboard.domain.claim import Aged, Claim, Measured
from dashboard.domain.selection import Selection
from dashboard.exhibits import told
from dashboard.pages import PAGES, Page, bar, router, sheet
from dashboard.pages.page import exhibits_in
from dashboard.store import Store
from dashboard.view import View
from tests import claims
from tests.claims import Oracle, Sentence, spaced
from tests.recount import PEOPLE, Tables, tables_of
from tests.walked import some
from tests.written import Written

MANY = 60
"""Addresses that are drawn at each run, other ones at each seed."""
PARTS = (
    *("accueil", "quartiers", "portrait", "comparaison"),
    *("actions", "bilan", "evolutions", "action"),
)
MEASURED = (
    *("carte", "ecart", "tendance", "situation", "comparaison", "indicateurs"),
    *("verdicts", "galerie"),
)
"""Figures that may tell an indicator, whose amounts are no grants."""
ELSEWHERE = ("historique", "financement", "agglomeration", "postes")
"""Figures that say of what they count more than the lines of the view: a holder, other tables."""


@pytest.fixture(scope="module")
def oracle(store: Store) -> Oracle:
    return Oracle(store)


def drawn(store: Store, many: int) -> Iterator[tuple[Page, View]]:
    """Pages at random, each with a selection at random."""
    pages = [page for page in PAGES if page.slug in PARTS]
    pages += sheet.of_each([page for page in pages if page.slug != "action"])
    for _ in range(many):
        page = random.choice(pages)
        param = _param(page, store)
        yield page, router.view_of(page, param, _query(page, store), store)


def _param(page: Page, store: Store) -> str:
    if page.slug.endswith("portrait"):
        return random.choice(store.choices.quarters)
    if page.slug.endswith("bilan"):
        return str(random.choice(store.choices.years))
    if page.slug == "action":
        return str(random.choice(store.archive.query("select id from actions"))["id"])
    return ""


def _query(page: Page, store: Store) -> str:
    held = [f"annee={random.choice(store.choices.years)}"]
    if random.random() < 0.25:
        held = ["periode={}-{}".format(*sorted(random.choices(store.choices.years, k=2)))]
    if random.random() < 0.5:
        held.append(f"pilier={random.choice(store.choices.pillars)}")
    if random.random() < 0.5:
        held.append(f"quartier={random.choice(store.choices.quarters)}")
    own = [key for key in page.keys if key.sieve is not None]
    for key in random.sample(own, k=min(len(own), random.choice((0, 0, 1, 2)))):
        held.append(f"{key.name}={random.choice(key.values(store) or ('atelier', 'ecole'))}")
    return "&".join(held)


def address(page: Page, view: View) -> str:
    return view.selection.href(page.path.replace("*", view.param))


def faults(sentence: Sentence, oracle: Oracle) -> Iterator[str]:
    """What is wrong with the numbers of a sentence."""
    tables = tables_of(oracle)
    for words, claim in sentence.claims:
        yield from wrong(words, claim, tables)
        missing = claims.names_missing(oracle.store, claim, sentence.words)
        if missing:
            yield f"« {words} » ne dit pas {missing} : {sentence.words}"
    for words, listed in sentence.listed:
        if abs(tables.listed(listed) - listed.value) > 0.01 or not spelled(words, listed.value):
            yield f"« {words} » : {tables.listed(listed)}"
    yield from misread(sentence, oracle.store)
    for words, measured in sentence.measured:
        yield from tables.faults(words, measured, sentence.words)


def misread(sentence: Sentence, store: Store) -> Iterator[str]:
    """What is wrong with its numbers of people of some age."""
    for words, young in sentence.aged:
        right = aged(store, young)
        if words != str(young.value) or abs(right - young.value) > 0.5:
            yield f"« {words} » : {right}"


def aged(store: Store, young: Aged) -> float:
    """Women or men under 25 out of a hundred inhabitants, from what is published."""
    slugs = ("part-femmes", "part-moins-25-ans", "part-moins-25-ans-femmes")
    read = (store.values.observation(indicator(s), young.place, young.year) for s in slugs)
    women, under, of_women = (item.value or 0.0 for item in read if item is not None)
    own = women * of_women / 100
    return own if young.women else under - own


def wrong(words: str, claim: Claim, tables: Tables) -> Iterator[str]:
    """What is wrong with a number of lines, of euros or of people."""
    people = claim.measure in PEOPLE
    right = tables.turnout(claim) if people else tables.oracle.answer(claim)
    if abs(right - claim.value) > (0 if people else 0.5 + 0.01 * abs(right) ** 0.5):
        yield f"« {words} » : {right}"
    if not spelled(words, claim.value):
        yield f"« {words} » n’est pas {claim.value}"


def spelled(words: str, value: float) -> bool:
    forms = (
        french.euros(value),
        french.number(value),
        french.percent(value),
        french.share(value),
        f"{french.signed(french.whole_euros(value))}\u00a0€",
    )
    return words in forms or words.startswith(f"{french.number(value)}\u00a0")


def unclaimed(sentence: Sentence, store: Store) -> list[str]:
    """Numbers of lines or of euros that a sentence says without saying of which lines."""
    found = claims.counted(store, sentence.unclaimed)
    known = claims.amounts_known(store, sentence.words) if found else set()
    return [words for words in found if words not in known]


def test_each_number_of_each_sentence_is_right_for_the_scope_that_it_names(
    store: Store, oracle: Oracle
) -> None:
    seen = {"lignes": 0, "tables": 0, "indicateurs": 0}
    for page, view in some(drawn(store, MANY)):
        for sentence in claims.sentences(page.blocks(view)):
            assert not list(faults(sentence, oracle)), address(page, view)
            seen["lignes"] += len(sentence.claims)
            seen["tables"] += len(sentence.listed)
            seen["indicateurs"] += len(sentence.measured)
    assert seen["lignes"] > MANY
    assert seen["indicateurs"] > MANY // 2
    assert seen["tables"] > 0


def test_no_sentence_says_a_number_without_what_it_is_the_number_of(store: Store) -> None:
    written = Written(store)
    for page, view in some(drawn(store, MANY // 2)):
        for sentence in claims.sentences(page.blocks(view)):
            assert not written.loose(sentence), (address(page, view), sentence.words)


def test_no_sentence_says_a_number_of_lines_or_of_euros_without_its_scope(store: Store) -> None:
    for page, view in some(drawn(store, MANY // 2)):
        blocks = page.blocks(view)
        skipped = elsewhere(blocks)
        for sentence in claims.sentences(blocks):
            if sentence.said not in skipped:
                assert not unclaimed(sentence, store), address(page, view)


def elsewhere(blocks: Sequence[Block]) -> list[Text]:
    """The sentences of figures that tell an indicator, or more than the lines of the view."""
    found = [item for item in exhibits_in(blocks) if item.slug in (*MEASURED, *ELSEWHERE)]
    return [said for item in found for said in (item.reading, item.verdict)]


def test_titles_key_figures_and_announcements_say_the_lines_of_the_view(
    store: Store, oracle: Oracle
) -> None:
    for page, view in some(drawn(store, MANY // 2)):
        blocks = page.blocks(view)
        right = answers(view, oracle, [i.reading for i in exhibits_in(blocks)])
        said = [(slug, words) for slug, words in claims.strings(blocks)]
        said.append(("annonce", bar.announcement(view)))
        for slug, words in some(said):
            if slug not in (*MEASURED, *ELSEWHERE) and page.slug != "action":
                found = claims.counted(store, words)
                known = right | claims.amounts_known(store, spaced(words))
                assert set(found) <= known, (address(page, view), slug, words)


def answers(view: View, oracle: Oracle, readings: list[Text]) -> set[str]:
    """What one may say of the lines of the view and of its last year, and what sentences claim."""
    year = replace(view.selection, first_year=None)
    said = [form for scope in (view.selection, year) for form in forms(view, oracle, scope)]
    said += [span.text for reading in readings for span in reading if span.claim]
    said += [plain(told.lines_beside(view)).rpartition(" : ")[2].partition(" sur ")[0]]
    return {spaced(words) for words in said}


def forms(view: View, oracle: Oracle, scope: Selection) -> tuple[str, ...]:
    """How the number of lines of that scope and their euros are written."""
    count, amount = len(oracle.kept(scope)), oracle.amount(scope)
    line = view.store.settings.line.brief(count)
    return line, french.euros(amount), french.short_euros(amount)


@pytest.mark.parametrize(
    ("path", "query", "named"),
    [
        ("/", "pilier=emploi&annee=2016", "pour le pilier « Développement économique et emploi »"),
        ("/bilan/2016", "pilier=emploi&quartier=QP073002", "Les Hauts-de-Chambéry"),
        ("/actions", "theme=sante", "thème : Santé"),
    ],
)
def test_a_view_that_is_narrowed_is_not_said_to_be_the_whole_contract(
    chambery: Store, path: str, query: str, named: str
) -> None:
    found = router.visit(PAGES, path, query, chambery)
    assert found is not None
    page, view = found
    said = [sentence for sentence in claims.sentences(page.blocks(view)) if sentence.claims]
    assert said
    assert all("pour le contrat de ville" not in sentence.words for sentence in said)
    assert any(named in sentence.words for sentence in said)


def test_a_sentence_that_names_less_than_its_scope_is_seen(chambery: Store) -> None:
    view = router.view_of(PAGES[0], "", "pilier=emploi&annee=2016", chambery)
    found = told.of(view)
    short = text("En 2016, ", found.lines(), " pour le contrat de ville, ", found.euros(), ".")
    oracle = Oracle(chambery)
    assert len(list(faults(Sentence(short), oracle))) == 2
    assert not list(faults(Sentence(told.sentence(view)), oracle))
    loose = text("En 2016, 6 subventions de l’État pour le pilier, 22 900 € en tout.")
    assert len(unclaimed(Sentence(loose), chambery)) == 2


def test_a_number_that_the_lines_do_not_give_is_seen(chambery: Store) -> None:
    view = router.view_of(PAGES[0], "", "pilier=emploi&annee=2016", chambery)
    wrong = text("En 2016, ", told.amount(view.selection, 447_268.0), f" pour {told.where(view)}.")
    assert len(list(faults(Sentence(wrong), Oracle(chambery)))) == 1


def test_the_orientations_of_a_year_say_that_they_depend_on_no_other_filter(
    chambery: Store,
) -> None:
    found = router.visit(PAGES, "/bilan/2016", "pilier=emploi&quartier=QP073002", chambery)
    assert found is not None
    page, view = found
    shown = next(i for i in exhibits_in(page.blocks(view)) if i.slug == "orientations")
    amounts = [cell.text for row in shown.table.rows for cell in row.cells]
    assert "0\u00a0€" not in amounts
    said = " ".join(shown.frame.beside)
    assert "du pilier choisi" in said
    assert "du quartier choisi" in said


def test_a_value_that_the_table_does_not_give_is_seen(chambery: Store) -> None:
    claim = Measured("taux-pauvrete", "QP073001", 2021)
    right = text("En 2021, ", Span("40 %", claim=claim), " aux Hauts-de-Chambéry et au Biollay.")
    place = chambery.places.by_code["QP073001"].name
    oracle = Oracle(chambery)
    assert not list(faults(Sentence(right, place), oracle))
    for words in ("41 %", "40,0 %", "environ 40 %"):
        wrong_value = text("En 2021, ", Span(words, claim=claim), ".")
        assert list(faults(Sentence(wrong_value, place), oracle)), words
    assert Written(chambery).loose(Sentence(text("En 2021, 41 % vivent ici, dans 3 quartiers.")))
