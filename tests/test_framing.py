"""The filters that a figure says are exactly those that change its values."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from dashboard.store import Store
from tests import framing
from tests.framing import FRAMED, Case
from tests.test_gallery import params

SEED = 12
SUITE = settings(
    max_examples=6,
    phases=[Phase.generate],
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def ends(found: list[str]) -> tuple[str, ...]:
    """The first and the last of many paths."""
    return tuple(dict.fromkeys((*found[:4], *found[-4:])))


@st.composite
def cases(draw: st.DrawFn, store: Store) -> Case:
    """Any page that holds figures, under any filters that it knows."""
    page = draw(st.sampled_from(FRAMED))
    selection = framing.start(store.choices.default_year)
    for key in framing.known(page):
        if draw(st.booleans()):
            chosen = draw(st.sampled_from(framing.choices(key, store)))
            selection = selection.having(key.name, chosen or None)
    return Case(page, draw(st.sampled_from(params(page, store))), selection)


def test_a_filter_that_changes_a_figure_is_said_by_it(store: Store) -> None:
    @seed(SEED)
    @SUITE
    @given(cases(store))
    def hold(case: Case) -> None:
        assert framing.unsaid(case, store) == []

    hold()


def test_a_filter_that_a_figure_says_changes_its_values(store: Store) -> None:
    @seed(SEED)
    @SUITE
    @given(cases(store))
    def hold(case: Case) -> None:
        assert framing.idle(case, store, ends(params(case.page, store))) == []

    hold()
