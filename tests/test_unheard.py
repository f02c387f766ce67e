"""What an address asks of a page acts there, or the bar says that it does not."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from dashboard import keys
from dashboard.components import assembly
from dashboard.exports.data_file import of_exhibit
from dashboard.html.plain import to_html
from dashboard.keys import Key, KeyRole
from dashboard.pages import PAGES, Page, bar, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View
from tests import framing
from tests.test_gallery import params

SAID = tuple(key for key in keys.KEYS if key.role not in (KeyRole.ORDER, KeyRole.PRIVATE))
"""What a page owes a word of; what a reader looks for is answered where it is asked, and only
there."""
WRONG = "nimporte-quoi"
Asked = dict[Key, str]


@st.composite
def addresses(draw: st.DrawFn, store: Store) -> tuple[Page, str, Asked]:
    """Any page, asked some of the keys of all pages, right or wrong."""
    page = draw(st.sampled_from(PAGES))
    chosen = draw(st.lists(st.sampled_from(SAID), min_size=1, max_size=4, unique=True))
    values = {
        key: draw(st.sampled_from((*[v for v in framing.choices(key, store) if v], WRONG)))
        for key in chosen
    }
    return page, draw(st.sampled_from(params(page, store))), values


def _view(page: Page, param: str, asked: Asked, store: Store) -> View:
    query = urlencode({key.name: value for key, value in asked.items()})
    return router.view_of(page, param, query, store)


def _acts(page: Page, key: Key, view: View) -> bool:
    return page.knows(key) and any(chip.key == key.name for chip in bar.chips(view))


def _is_default(key: Key, value: str, store: Store) -> bool:
    return value == key.default or (key is keys.YEAR and value == str(store.choices.default_year))


def test_whatever_is_asked_is_a_chip_or_is_said_not_to_act(store: Store) -> None:
    @seed(30)
    @settings(
        max_examples=60,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(addresses(store))
    def hold(case: tuple[Page, str, Asked]) -> None:
        page, param, asked = case
        view = _view(page, param, asked, store)
        for key, value in asked.items():
            said = any(key.label.lower() in remark.lower() for remark in view.remarks)
            default = _is_default(key, value, store) and page.spoken is not key
            assert said or _acts(page, key, view) or default, (page.slug, asked, view.remarks)

    hold()


@pytest.mark.parametrize("one", framing.FRAMED, ids=lambda one: one.slug)
def test_what_is_said_not_to_act_changes_no_figure_and_each_says_so(
    one: Page, store: Store
) -> None:
    param = params(one, store)[0]
    strange = {
        key: values[-1]
        for key in SAID
        if not one.knows(key) and (values := [v for v in framing.choices(key, store) if v])
    }
    plain, asked = _view(one, param, {}, store), _view(one, param, strange, store)
    for before, after in zip(exhibits_of(one, plain), exhibits_of(one, asked), strict=True):
        assert framing.values_of(before) == framing.values_of(after)
        unreached = {said.key for said in after.frame.unreached}
        assert {key.name for key in strange if key.role is KeyRole.FILTER} <= unreached
        told = dict(of_exhibit(after, "").about)
        assert all(key.chosen in told["Portée"] for key in strange if key.role is KeyRole.FILTER)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/evolutions?theme=sante", "Thème : Santé n’agit pas sur cette page."),
        ("/evolutions?theme=nimporte", "Thème : « nimporte » n’existe pas."),
        (
            "/quartiers/QP073001?theme=sante&recherche=sport",
            "Recherche : « sport » et thème : Santé n’agissent pas sur cette page.",
        ),
        ("/quartiers/QP073001?quartier=QP073002", "Quartier : Les Hauts-de-Chambéry n’agit pas"),
        ("/bilan/2016?annee=2025", "Année : 2025 n’agit pas sur cette page."),
        ("/bilan/2016?annee=1900", "Année : « 1900 » n’existe pas, le choix de la page reste."),
        ("/actions?theme=nimporte", "La valeur « nimporte » n’est pas possible pour « Thème »"),
        ("/actions?annee=1900", "L’année « 1900 » n’a pas de données"),
        ("/aide?theme=sante", "Thème : Santé n’agit pas sur cette page."),
    ],
)
def test_the_bar_and_the_paper_of_a_page_say_it(chambery: Store, address: str, said: str) -> None:
    path, _, query = address.partition("?")
    found = router.visit(PAGES, path, query, chambery)
    assert found is not None
    shown = to_html(assembly.whole(*found)).replace("\u00a0", " ")
    assert shown.count(said) == 2


def test_a_page_that_is_asked_nothing_in_vain_says_nothing(chambery: Store) -> None:
    for address in ("", "utm_source=lettre&page=2&tri=annee", "annee=2016&pilier=emploi"):
        found = router.visit(PAGES, "/evolutions", address, chambery)
        assert found is not None
        assert found[1].remarks == ()
