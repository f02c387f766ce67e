"""« Signaler une erreur »: who receives it knows which figure of which publication was seen."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from dashboard.components import error_report
from dashboard.components.context import Context
from dashboard.components.exhibit import exhibit
from dashboard.content import Exhibit
from dashboard.domain.frame import Frame
from tests.components import gallery
from tests.components.gallery import AT
from tests.components.reading import found, prop

MONEY = gallery.money()


def mail(value: Exhibit = MONEY, at: Context = AT) -> tuple[str, str, list[str]]:
    """Whom it is for, its subject, the lines of its body."""
    parts = urlsplit(error_report.href(value, at))
    assert parts.scheme == "mailto"
    said = parse_qs(parts.query, strict_parsing=True)
    return unquote(parts.path), said["subject"][0], said["body"][0].split("\r\n")


def test_a_report_names_the_figure_its_filters_and_the_view_of_its_publication() -> None:
    to, subject, lines = mail()
    assert to == "politique-ville@exemple.fr"
    assert subject == f"Signaler une erreur\u00a0: {MONEY.title}"
    assert lines[:4] == [
        f"Figure\u00a0: {MONEY.title}",
        MONEY.frame.whole,
        AT.imprint.publication,
        "Vue figée\u00a0: https://exemple.fr/v/3f9a2c1b/?pilier=emploi&annee=2016",
    ]
    assert lines[-1] == "Ce qui semble faux\u00a0: "
    assert prop(found(exhibit(MONEY, AT), css="signaler")[0], "href") == error_report.href(
        MONEY, AT
    )


def test_a_figure_without_filter_says_so() -> None:
    assert mail(replace(MONEY, frame=Frame()))[2][1] == "Filtres\u00a0: aucun."


def test_a_frozen_page_reports_the_address_that_it_stands_at() -> None:
    frozen = replace(AT, root="/v/3f9a2c1b")
    assert mail(at=frozen) == mail()
    assert frozen.located("/") == frozen.lasting("/")


@pytest.mark.parametrize(
    "words",
    ["a&b=c", "école & santé", "100 %", "x\r\ncc: x@y.fr", "#?+;", '"><script>', "😀\u202e", "%0A"],
)
def test_whatever_a_filter_holds_stays_inside_its_line(words: str) -> None:
    at = replace(AT, selection=AT.selection.having("recherche", words), mail="a+b@exemple.fr")
    title = f"Lignes qui disent {words}"
    to, subject, lines = mail(replace(MONEY, title=title), at)
    assert to == "a+b@exemple.fr"
    assert subject.endswith(title)
    address = next(line for line in lines if line.startswith("Vue figée"))
    assert parse_qs(urlsplit(address).query)["recherche"] == [words]
    assert set('<>"& \r\n') & set(error_report.href(MONEY, at)) <= {"&"}


def test_no_report_is_offered_where_nobody_would_receive_it() -> None:
    nobody = replace(AT, mail="")
    assert error_report.href(MONEY, nobody) == ""
    assert found(exhibit(MONEY, nobody), css="signaler") == []
