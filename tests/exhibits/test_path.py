"""The path of young people: steps in order, proposed or said, what is published nowhere."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.domain.chart import Ranking
from dashboard.exhibits import path
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.claims import spaced

ACTIONS = next(page for page in PAGES if page.slug == "actions")


def test_the_steps_follow_one_another_and_each_has_its_lines(store: Store) -> None:
    view = router.view_of(ACTIONS, "", f"annee={store.choices.years[3]}", store)
    found = path.exhibit(view)
    assert found is not None
    assert isinstance(found.chart, Ranking)
    order = ["Préadolescence", "Adolescence", "Jeunesse", "Adulte"]
    labels = [item.label for item in found.chart.entries]
    assert labels == [label for label in order if label in labels]
    at = [column.label for column in found.table.columns].index("Montant")
    total = sum(float(row.cells[at].value or 0) for row in found.table.rows)
    assert total == pytest.approx(store.money.total(view.selection)[0])


def test_on_the_real_territory_each_step_is_proposed_and_the_report_is_answered(
    chambery: Store,
) -> None:
    found = path.exhibit(router.view_of(ACTIONS, "", "annee=2018", chambery))
    assert found is not None
    assert "étape proposée" in found.tags
    said = spaced(plain(found.verdict))
    assert "Orientation de 2016 : « Un parcours pour les jeunes" in said
    assert said.endswith("L’interlocuteur unique n’est publié nulle part.")
    assert "sans étape" in plain(found.reading)
    first = chambery.archive.query(
        "select age, age_origine from actions where intitule = 'SEAS Impulsion' limit 1"
    )
    assert first == [{"age": "adolescence", "age_origine": "proposé par règle"}]


def test_the_source_of_the_fictional_territory_says_the_steps(example: Store) -> None:
    found = path.exhibit(router.view_of(ACTIONS, "", "annee=2018", example))
    assert found is not None
    assert "étape proposée" not in found.tags


def test_a_step_that_is_proposed_says_so_on_the_page_of_its_line(chambery: Store) -> None:
    page = next(page for page in PAGES if page.slug == "action")
    code = chambery.archive.query("select id from actions where age_origine like 'prop%' limit 1")
    view = router.view_of(page, code[0]["id"], "", chambery)
    assert "(proposé)" in str(page.blocks(view))


def test_the_lines_whose_step_is_proposed_are_counted_apart(
    chambery: Store, example: Store
) -> None:
    found = path.exhibit(router.view_of(ACTIONS, "", "annee=2018", chambery))
    assert found is not None
    assert [column.label for column in found.table.columns[2:4]] == [
        "dont étape proposée",
        "Montant",
    ]
    for row in (row for row in found.table.rows if row.cells[0].href):
        assert row.cells[2].value == row.cells[1].value
    told = path.exhibit(router.view_of(ACTIONS, "", "annee=2018", example))
    assert told is not None
    assert not any("dont étape" in column.label for column in told.table.columns)
