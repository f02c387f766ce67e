"""Where a quarter stands among all, in counts, with how many are published, never as a rank."""

from __future__ import annotations

from dashboard.content import Exhibit, plain
from dashboard.exhibits import among_all
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.walked import some


def shown(store: Store, query: str, path: str = "/evolutions") -> Exhibit | None:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return among_all.exhibit(found[1])


def reading(store: Store, query: str) -> str:
    found = shown(store, query)
    assert found is not None
    return plain(found.reading).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_sentence_counts_a_hundred_quarters(chambery: Store) -> None:
    told = reading(chambery, "indicateur=niveau-vie-median&annee=2018")
    start = "chaque point est un quartier sur cent. Sur cent quartiers prioritaires de France"
    assert told.startswith(f"{start} métropolitaine, 21 ont une valeur plus élevée qu’au Biollay")
    assert "et 79 une valeur plus basse" in told


def test_few_quarters_published_are_said_to_be(chambery: Store) -> None:
    told = reading(chambery, "indicateur=taux-pauvrete&annee=2021&generation=2015")
    assert "Seule la valeur de 1 008 quartiers sur 1 296 est publiée" in told


def test_a_year_without_distribution_takes_the_last_one_and_says_which(chambery: Store) -> None:
    found = shown(chambery, "indicateur=population&annee=2025&generation=2015")
    assert found is not None
    assert "2018" in found.subtitle
    assert found.frame.line.count("2018") == 1


def test_an_indicator_that_no_national_file_holds_is_not_drawn(chambery: Store) -> None:
    assert shown(chambery, "indicateur=rpls-vacance") is None


def test_no_word_ranks_the_quarters(store: Store) -> None:
    for item in some(store.values.indicators):
        found = shown(store, f"indicateur={item.slug}")
        if found is not None:
            words = f"{found.title} {plain(found.reading)}".lower()
            assert not {"meilleur", "pire", "rang", "classement", "mieux", "moins bien"} & set(
                words.split()
            )


def test_the_table_holds_the_counts_of_each_named_quarter(store: Store) -> None:
    found = shown(store, "")
    assert found is not None
    for row in some(found.table.rows):
        counts = [cell.value for cell in row.cells[2:]]
        if row.cells[0].strong:
            assert sum(float(count or 0) for count in counts) == 100


def test_a_watched_quarter_is_placed_nowhere(chambery: Store) -> None:
    page = next(page for page in PAGES if page.slug == "portrait")
    visited = router.visit(PAGES, "/quartiers/QVA-73065-PIOCHET", "", chambery)
    assert visited is not None
    panel = page.panel("parmi-tous")
    assert panel is not None
    assert panel.blocks(visited[1]) == ()
