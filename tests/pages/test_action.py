"""The page of one line counts all the lines of its holder, those that it does not show too."""

from __future__ import annotations

from dashboard.content import Exhibit
from dashboard.pages import PAGES, action, router
from dashboard.store import Store


def history(store: Store, code: str) -> Exhibit:
    found = router.visit(PAGES, f"/actions/{code}", "", store)
    assert found is not None
    page, view = found
    panel = page.panel("historique")
    assert panel is not None
    (shown,) = panel.blocks(view)
    assert isinstance(shown, Exhibit)
    return shown


def alone(store: Store, holder: str) -> str:
    """A line of that holder that came only once."""
    lines = store.actions.of_holder(holder, 1000)
    return next(line.code for line in lines if len(store.actions.history(line)) == 1)


def test_a_holder_of_many_lines_has_them_all_counted(chambery: Store) -> None:
    holder = "centre-social-d-animation-du-biollay"
    shown = history(chambery, alone(chambery, holder))
    assert len(shown.table.rows) == action.LATEST
    subtitle = shown.subtitle.replace("\u202f", " ").replace("\u00a0", " ")
    assert "58 subventions de l’État" in subtitle
    assert "168 270 €, les 25 plus récentes" in subtitle


def test_a_holder_of_few_lines_has_them_all_shown(chambery: Store) -> None:
    holder = "caisse-des-ecoles-de-chambery"
    shown = history(chambery, alone(chambery, holder))
    assert "plus récentes" not in shown.subtitle
    assert len(shown.table.rows) == chambery.actions.total_of_holder(holder)[1]
    assert "Porteur" not in [column.label for column in shown.table.columns]


def test_an_action_that_comes_back_shows_its_own_lines(example: Store) -> None:
    line = next(
        line
        for line in example.actions.all(
            router.view_of(PAGES[0], "", "annee=2023", example).selection
        )
        if len(example.actions.history(line)) > 1
    )
    shown = history(example, line.code)
    assert shown.title.startswith("Cette action")
    assert len(shown.table.rows) == len(example.actions.history(line))
