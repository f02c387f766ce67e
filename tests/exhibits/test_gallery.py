"""The gallery as a table: the verdict and the gap of each figure, marks where there is none."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.exhibits import gallery, standing
from dashboard.store import Store
from tests.views import seen


def test_the_verdict_of_the_table_is_that_of_the_figure(store: Store) -> None:
    view = seen(store, "/evolutions", "annee=2021")
    rows = [row for row in gallery.exhibit(view).table.rows if not row.group]
    by_label = {item.label: item for item in store.values.indicators}
    compared = 0
    for row in rows:
        indicator = by_label[row.cells[0].text]
        if not indicator.summable:
            code = row.cells[1].href.split("/")[2].partition("?")[0]
            assert row.cells[7].text == standing.judge(view, indicator, code).trend
            compared += 1
    assert compared > 50


def test_the_subtitle_says_what_is_looked_for_and_until_when(chambery: Store) -> None:
    found = gallery.exhibit(seen(chambery, "/evolutions", "mots=loyer&annee=2021"))
    assert "pour « loyer »" in found.subtitle
    assert found.subtitle.endswith("jusqu’en 2021")


def test_a_count_says_why_it_has_no_gap(chambery: Store) -> None:
    found = gallery.exhibit(seen(chambery, "/evolutions"))
    counts = [row.cells for row in found.table.rows if row.cells[0].text == "Habitants"]
    assert len(counts) > 1
    for cells in counts:
        assert [cell.text for cell in cells[4:8]] == ["–"] * 4
        assert cells[8].text.startswith("un effectif ne se compare pas")


def test_words_that_find_no_indicator_make_an_empty_table_that_says_so(store: Store) -> None:
    found = gallery.exhibit(seen(store, "/evolutions", "mots=zzzz"))
    assert len(found.table.rows) == 0
    assert plain(found.reading) == "aucun indicateur n’a de valeur pour ce choix."
    assert found.source == "aucune, faute d’indicateur"
