"""What is not published is said once, and the methods page says which table would show it."""

from __future__ import annotations

from dashboard.content import Prose, Terms, plain
from dashboard.domain import french
from dashboard.pages import PAGES, absent, router
from dashboard.store import Store
from dashboard.view import View


def seen(store: Store, path: str) -> View:
    found = router.visit(PAGES, path, "", store)
    assert found is not None
    return found[1]


def test_one_sentence_names_all_that_no_figure_can_show(chambery: Store) -> None:
    (said,) = absent.sentence(seen(chambery, "/actions"))
    assert isinstance(said, Prose)
    assert plain(said.paragraphs[0]) == (
        "Les sommes demandées et versées, les autres financeurs, le public, l’âge et le nombre de "
        "personnes touchées. Données et méthodes dit quelle table le montrerait."
    )


def test_the_methods_page_says_which_table_would_show_each(chambery: Store) -> None:
    (said,) = absent.remedies(seen(chambery, "/donnees"))
    assert isinstance(said, Terms)
    told = [name for name, _ in said.items]
    assert told[: len(absent.ABSENCES)] == [french.capital(a.what) for a in absent.ABSENCES]
    assert {"Les orientations", "Les réunions, les avis et les consultations"} < {*told}
    assert all("table" in plain(filled) for _, filled in said.items)


def test_only_some_years_of_the_report_lack_where_all_else_is_published(example: Store) -> None:
    assert absent.sentence(seen(example, "/actions")) == ()
    (said,) = absent.remedies(seen(example, "/donnees"))
    assert isinstance(said, Terms)
    assert [name.split()[1] for name, _ in said.items] == ["orientations", "postes", "subventions"]


def test_the_report_says_what_its_year_lacks_in_one_sentence_and_no_more(chambery: Store) -> None:
    view = seen(chambery, "/bilan/2018")
    said = plain(absent.notice(view, absent.POSTS).paragraphs[0])
    assert said == "Les postes d’adultes-relais et Fonjep de 2018 ne sont pas publiés."
