"""The list of quarters: a quarter that is chosen is marked in it, and hides no other."""

from __future__ import annotations

import csv as reader
import io

import pytest

from dashboard.content import Exhibit, plain
from dashboard.domain import french
from dashboard.exhibits import quarter_list
from dashboard.exports import csv, data_file
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.walked import some

PLACES = ("/", "/quartiers")


def shown(store: Store, path: str, query: str) -> Exhibit:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return quarter_list.exhibit(found[1])


def cells(item: Exhibit) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in item.table.rows]


@pytest.mark.parametrize("path", PLACES)
def test_a_quarter_that_is_chosen_changes_no_count_of_the_list(store: Store, path: str) -> None:
    every = shown(store, path, "")
    for code in some(store.choices.quarters):
        if store.places.by_code[code].generation != store.places.generations[-1]:
            continue
        chosen = shown(store, path, f"quartier={code}")
        assert cells(chosen) == cells(every)
        name = store.places.by_code[code].name
        assert chosen.frame.sentence == every.frame.sentence
        assert name in " ".join(chosen.frame.beside)
        assert [row.current for row in chosen.table.rows].count(True) == 1


def test_beside_a_chosen_quarter_the_list_adds_another_up_to_six(chambery: Store) -> None:
    def acts(query: str) -> dict[str, str]:
        rows = shown(chambery, "/quartiers", query).table.rows
        cells = (row.cells[0] for row in rows)
        return {cell.text: f"{cell.act.text} {cell.act.href}" for cell in cells if cell.act}

    two = acts("quartier=QP073002&annee=2020")
    both = "/quartiers?annee=2020&quartier=QP073001%2CQP073002"
    assert two["Biollay - Bellevue"] == f"ajouter {both}"
    assert two["Les Hauts-de-Chambéry"] == "retirer le filtre /quartiers?annee=2020"
    places = {chambery.places.place_of[code]: code for code in chambery.choices.quarters}
    full = acts(f"quartier={','.join([*places.values()][:6])}")
    assert len(full) == 6
    assert all(act.startswith("retirer") for act in full.values())


def test_what_names_no_quarter_is_in_the_list_what_its_sentence_says(chambery: Store) -> None:
    item = shown(chambery, "/quartiers", "quartier=QP073001&annee=2020")
    unnamed = chambery.money.by_naming(
        router.view_of(PAGES[0], "", "annee=2020", chambery).selection
    )
    count = next(part.count for part in unnamed.slices if part.slug == "non-ventile")
    assert count > 0
    rows = list(
        reader.reader(
            io.StringIO(csv.write(data_file.of_exhibit(item, "")).decode()), delimiter=";"
        )
    )
    last = rows[rows.index([]) - 1]
    assert last[:2] == ["Non ventilé", "Quartier non nommé"]
    at = next(i for i, head in enumerate(rows[0]) if head.endswith(", nombre"))
    assert last[at] == str(count)
    assert french.number(count) in plain(item.reading)


def test_a_quarter_that_no_line_names_is_named_by_the_sentence(store: Store) -> None:
    code = store.choices.quarters[0]
    reading = plain(shown(store, "/quartiers", f"quartier={code}&recherche=zzzz").reading)
    assert store.places.by_code[code].name in reading
