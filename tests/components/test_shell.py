"""The frame: landmarks, menu, notice, footer."""

from dataclasses import replace

from dashboard.components.context import Context
from dashboard.components.shell import shell
from dashboard.html import tags as html
from dashboard.html.element import Element
from tests.components import gallery
from tests.components.reading import found, prop, words

AT = gallery.AT
FRAME = gallery.FRAME


def _shell(at: Context = AT) -> Element:
    return shell(FRAME, at, html.P("contenu"))


def test_the_first_link_leads_to_the_content() -> None:
    made = _shell()
    skip, main = found(made, "A")[0], found(made, "Main")[0]
    assert prop(skip, "href") == f"#{prop(main, 'id')}"


def test_each_landmark_stands_once() -> None:
    made = _shell()
    assert [len(found(made, tag)) for tag in ("Header", "Nav", "Main", "Footer")] == [1, 1, 1, 1]


def test_the_menu_carries_the_filters_to_the_other_pages() -> None:
    links = found(found(_shell(), "Nav")[0], "A")
    assert prop(links[1], "href") == "/quartiers?pilier=emploi&annee=2016"


def test_the_current_entry_is_said_to_be_even_on_a_page_below_it() -> None:
    below = replace(AT, path="/quartiers/QP073001")
    current = [a for a in found(_shell(at=below), "A") if prop(a, "aria-current")]
    assert [words(link) for link in current] == ["Quartiers"]


def test_an_unsigned_territory_says_so_at_the_top() -> None:
    assert words(found(_shell(), css="bandeau")[0]) == AT.imprint.notice


def test_a_signed_territory_has_no_band() -> None:
    signed = replace(AT, imprint=replace(AT.imprint, notice=""))
    assert found(_shell(at=signed), css="bandeau") == []


def test_every_page_leads_to_the_legal_ones() -> None:
    said = words(found(_shell(), "Footer")[0])
    for name in ("Données et méthodes", "Accessibilité", "Mentions légales", "Plan du site"):
        assert name in said
    assert AT.imprint.publication in said


def test_there_is_one_status_region() -> None:
    regions = [div for div in found(_shell(), "Div") if prop(div, "role") == "status"]
    assert len(regions) == 1
