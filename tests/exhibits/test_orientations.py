"""Each orientation of a report stands with what speaks of it, or says that nothing does."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.exhibits import orientations
from dashboard.store import Store
from tests.views import seen


def year_of(store: Store) -> int:
    return max(int(row["annee"]) for row in store.rows("orientations"))


def test_every_orientation_heads_what_speaks_of_it(chambery: Store) -> None:
    year = year_of(chambery)
    found = orientations.exhibit(seen(chambery, f"/bilan/{year}"))
    assert found is not None
    announced = chambery.orientations(year)
    heads = [row for row in found.table.rows if row.group]
    assert [row.cells[0].text for row in heads] == [item.title for item in announced]
    assert not found.table.rows[-1].group
    assert str(len(announced)) in found.alt


def test_an_orientation_that_nothing_tells_of_says_so(chambery: Store) -> None:
    item = chambery.orientations(year_of(chambery))[0]
    view = seen(chambery, "/bilan/2023")
    assert orientations._linked(view, "aucun", "", "") is None
    assert orientations._linked(view, "action", "INCONNUE", "") is None
    rows = orientations._rows(view, type(item)("SANS-LIEN", 2023, "Titre", "", "", item.source))
    assert [row.cells[0].text for row in rows] == ["Titre", "Aucune donnée publiée n’en parle"]


def test_the_sentence_counts_those_that_are_linked(chambery: Store) -> None:
    year = year_of(chambery)
    found = orientations.exhibit(seen(chambery, f"/bilan/{year}"))
    assert found is not None
    linked = [
        item
        for item in chambery.orientations(year)
        if any(kind != "aucun" for kind, _, _ in chambery.orientation_links(item.code))
    ]
    assert f", {len(linked)} " in plain(found.reading)


def test_a_year_without_orientation_has_no_table(chambery: Store) -> None:
    known = {int(row["annee"]) for row in chambery.rows("orientations")}
    year = next(year for year in chambery.choices.years if year not in known)
    assert orientations.exhibit(seen(chambery, f"/bilan/{year}")) is None
