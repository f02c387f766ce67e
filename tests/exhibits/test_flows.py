"""Flows of money: every euro of the view once, from a funder through a pillar to a place."""

from __future__ import annotations

import pytest

from dashboard.content import Prose, plain
from dashboard.domain.flow import SEVERAL, Flow, Flows
from dashboard.domain.funding import NO_QUARTER
from dashboard.exhibits import flows
from dashboard.pages import actions
from dashboard.store import Store
from tests.store.test_several import drawn, raw
from tests.views import seen

DRAWN = 60


def test_every_euro_of_a_view_flows_once(example: Store) -> None:
    """Against the total, the funders and the pillars, which are counted without the flows."""
    for _ in range(DRAWN):
        asked = drawn(example)
        found = example.fundings.flows(asked)
        assert sum(f.euros for f in found) == pytest.approx(example.money.total(asked)[0], abs=0.02)
        for part, name in (
            (example.fundings.by_funder(asked), "funder"),
            (example.money.by_pillar(asked), "pillar"),
        ):
            for item in part.slices:
                made = sum(f.euros for f in found if getattr(f, name) == item.slug)
                assert made == pytest.approx(item.amount, abs=0.02), (asked, item.slug)


def test_what_serves_several_quarters_flows_whole_and_apart(example: Store) -> None:
    asked = seen(example, "/actions", "depuis=2015&annee=2024").selection
    files = raw("exemple", str(example.settings.stage)).kept(asked)
    shared = files[files["many"] > 1]["part"].sum()
    found = example.fundings.flows(asked)
    assert sum(f.euros for f in found if f.place == SEVERAL) == pytest.approx(shared, abs=0.02)
    by_place = files[files["many"] == 1].groupby("place")["part"].sum()
    for place, euros in by_place.items():
        assert sum(f.euros for f in found if f.place == place) == pytest.approx(euros, abs=0.02)


def test_the_table_holds_what_the_ribbons_draw(example: Store) -> None:
    for query in ("", "quartier=QP099001,QP099002", "pilier=emploi&depuis=2020", "theme=sante"):
        view = seen(example, "/actions", query)
        shown = flows.exhibit(view)
        assert shown is not None
        assert isinstance(shown.chart, Flows)
        drawn_euros = sum(node.amount for node in shown.chart.funders)
        told = sum(float(row.cells[3].value or 0) for row in shown.table.rows)
        total = example.money.total(view.selection)[0]
        assert told == pytest.approx(drawn_euros, abs=0.5)
        assert drawn_euros == pytest.approx(total, abs=0.02)


def test_a_pillar_of_a_later_contract_has_its_ribbon(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = seen(example, "/actions")
    later = example.settings.contracts[-1].grid.pillars[0]
    held = example.fundings.flows(view.selection)
    added = (*held, Flow(held[0].funder, later.slug, NO_QUARTER, 100.0))
    monkeypatch.setattr(type(example.fundings), "flows", lambda *_: added)
    shown = flows.exhibit(view)
    assert shown is not None
    assert isinstance(shown.chart, Flows)
    assert shown.chart.pillars[-1].label == later.short


def test_where_one_funder_is_known_the_page_says_so_in_one_line(chambery: Store) -> None:
    view = seen(chambery, "/actions")
    assert flows.exhibit(view) is None
    panel = next(panel for panel in actions.PAGE.panels if panel.slug == flows.SLUG)
    (block,) = panel.blocks(view)
    assert isinstance(block, Prose)
    (said,) = block.paragraphs
    assert plain(said).startswith("Un seul financeur est publié ici, ")


def test_a_view_without_line_draws_nothing_and_says_so(example: Store) -> None:
    shown = flows.exhibit(seen(example, "/actions", "recherche=introuvable-ici"))
    assert shown is not None
    assert shown.chart is None
    assert not shown.table.rows
