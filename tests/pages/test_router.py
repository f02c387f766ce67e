"""From an address to a page: any text is an address, and none makes it stumble."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.pages import PAGES, router
from dashboard.store import Store


@pytest.mark.parametrize(
    ("path", "slug", "param"),
    [
        ("/", "accueil", ""),
        ("/quartiers/", "quartiers", ""),
        ("/quartiers/QP073001", "portrait", "QP073001"),
        ("/bilan/2023", "bilan", "2023"),
        ("/%C3%A9volutions", "", ""),
        ("/quartiers/QP073001/plus", "", ""),
        ("/bilan/1789", "", ""),
        ("/quartiers/nulle-part", "", ""),
        ("/" + "a" * 300, "", ""),
    ],
)
def test_a_path_leads_to_its_page_or_nowhere(
    chambery: Store, path: str, slug: str, param: str
) -> None:
    found = router.find(PAGES, path, chambery)
    assert (found and (found[0].slug, found[1])) == ((slug, param) if slug else None)


def test_the_path_of_a_report_and_of_a_portrait_speaks_in_the_selection(chambery: Store) -> None:
    report = router.visit(PAGES, "/bilan/2019", "annee=2022", chambery)
    portrait = router.visit(PAGES, "/quartiers/QP073002", "quartier=QP073001", chambery)
    assert report is not None
    assert portrait is not None
    assert report[1].selection.years == (2019, 2019)
    assert portrait[1].selection.quarters == ("QP073002",)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(max_size=40).map("/{}".format), query=st.text(max_size=60))
def test_no_text_makes_the_router_stumble(chambery: Store, path: str, query: str) -> None:
    found = router.visit(PAGES, path, query, chambery)
    assert found is None or found[1].path == found[0].path.replace("*", found[1].param)
