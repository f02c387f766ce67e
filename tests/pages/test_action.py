"""The page of one line counts all the lines of its holder, those that it does not show too."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from dashboard.content import Exhibit, Hero, Terms, plain
from dashboard.exhibits import action_list
from dashboard.pages import PAGES, action_history, router
from dashboard.pages.page import exhibits_of
from dashboard.publication import publish
from dashboard.store import Store, open_store


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
    assert len(shown.table.rows) == action_history.LATEST
    subtitle = shown.subtitle.replace("\u202f", " ").replace("\u00a0", " ")
    assert "58 subventions de l’État" in subtitle
    assert "168 270 € ; les 25 plus récentes" in subtitle


def test_a_holder_of_few_lines_has_them_all_shown(chambery: Store) -> None:
    holder = "caisse-des-ecoles-de-chambery"
    shown = history(chambery, alone(chambery, holder))
    assert "plus récentes" not in shown.subtitle
    assert len(shown.table.rows) == chambery.actions.lines_of_holder(holder).funded
    assert "Porteur" not in [column.label for column in shown.table.columns]


def refused(store: Store, holder: str) -> str:
    """A line of that holder that was asked and not funded, and that came only once."""
    lines = store.actions.of_holder(holder, 1000)
    return next(
        line.code for line in lines if not line.funded and len(store.actions.history(line)) == 1
    )


def test_what_was_asked_and_refused_counts_in_no_total_of_its_holder(example: Store) -> None:
    holder = "auzelande-agglomeration"
    lines = example.actions.of_holder(holder, 1000)
    assert len(lines) == 14
    shown = history(example, alone(example, holder))
    said = shown.subtitle.replace("\u00a0", " ")
    assert "12 actions financées" in said
    assert "2 demandes sans montant accordé" in said
    assert "14" not in said + plain(shown.reading)
    amounts = [row.cells[-1] for row in shown.table.rows]
    assert sum(cell.value is None for cell in amounts) == 2
    assert {cell.text for cell in amounts if cell.value is None} == {"aucun montant accordé"}


def test_the_page_of_a_refused_line_shows_no_zero(example: Store) -> None:
    holder = "auzelande-agglomeration"
    found = router.visit(PAGES, f"/actions/{refused(example, holder)}", "", example)
    assert found is not None
    page, view = found
    head = next(block for block in page.blocks(view) if isinstance(block, Hero))
    assert head.key_figures is not None
    assert head.key_figures.items[0].value == "aucun montant"
    money = next(item for item in exhibits_of(page, view) if item.slug == "financement")
    assert "0 €" not in plain(money.reading).replace("\u00a0", " ")


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


def test_what_staff_corrected_is_said_on_its_page_and_in_the_lists(
    small: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "exemple"))
    path = folder / "actions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    line = next(row for row in rows if row["theme"] and row["quartiers"])
    line |= dict.fromkeys(("pilier_origine", "theme_origine", "quartier_origine"), "corrigé")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(line), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    assert publish(folder, tmp_path / "var").accepted
    store = open_store(tmp_path / "var", "exemple")
    page, view = router.visit(PAGES, f"/actions/{line['id']}", "", store) or (PAGES[0], None)
    assert view is not None
    (facts,) = [block for block in page.blocks(view) if isinstance(block, Terms)]
    told = {name: plain(said) for name, said in facts.items}
    assert told["Pilier"].endswith("corrigé par les agents")
    assert told["Thème"].endswith("corrigé par les agents")
    assert told["Quartier"].endswith("corrigé")
    action = store.actions.one(line["id"])
    assert action is not None
    row = action_list.table(view, (action,), "").rows[0]
    assert [cell.tags for cell in row.cells].count(("corrigé",)) == 2
