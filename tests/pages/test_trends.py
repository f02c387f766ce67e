"""The page of one indicator: what it means, and quarter by quarter what may be said of its gap."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.content import Terms, plain
from dashboard.pages import trends
from dashboard.store import Store
from tests.views import figures, seen, visited


def test_each_measured_quarter_has_its_verdict_and_its_reason(chambery: Store) -> None:
    found = figures(chambery, "/evolutions", "indicateur=taux-pauvrete&generation=2015")["verdicts"]
    assert [row.cells[0].text for row in found.table.rows] == [
        "Biollay - Bellevue",
        "Les Hauts-de-Chambéry",
    ]
    assert all(row.cells[2].text for row in found.table.rows)
    assert plain(found.reading).startswith("Biollay - Bellevue\u00a0: ")


def test_an_indicator_without_value_has_no_verdict(chambery: Store) -> None:
    assert trends._reading([]) == "aucun verdict pour cet indicateur."


def test_the_definition_says_whether_it_adds_up(chambery: Store) -> None:
    for slug, answer in (("taux-pauvrete", "Non :"), ("population", "Oui :")):
        (terms,) = trends._definition(seen(chambery, "/evolutions", f"indicateur={slug}"))
        assert isinstance(terms, Terms)
        said = {term: plain(text) for term, text in terms.items}
        assert said["Définition"] == catalogue.indicator(slug).definition
        assert said["Peut-on l’additionner ?"].startswith(answer)


def test_an_indicator_of_another_pillar_is_said_to_be(chambery: Store) -> None:
    other = next(item for item in chambery.values.indicators if "emploi" not in item.pillars)
    page, view = visited(chambery, "/evolutions", f"pilier=emploi&indicateur={other.slug}")
    panel = page.panel("pilier")
    assert panel is not None
    assert panel.blocks(view)
    _, same = visited(chambery, "/evolutions", f"indicateur={other.slug}")
    assert panel.blocks(same) == ()
