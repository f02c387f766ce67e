"""Each kind of block has its component."""

import re
from typing import get_args

import pytest

from dashboard.components import page
from dashboard.components.blocks import render
from dashboard.content import Block, Fold, Hero, Notice, NoticeKind, Prose, Span, text
from tests.components import gallery
from tests.components.reading import found, prop, words
from tests.conftest import ROOT

AT = gallery.AT
EVERY = [block for row in gallery.rows() for slot in row for block in slot.blocks]


def test_the_gallery_shows_every_kind_of_block() -> None:
    first, last = EVERY[0], EVERY[-1]
    assert isinstance(first, Hero)
    assert isinstance(last, Fold)
    inside = (*last.blocks, first.key_figures)
    assert {type(block) for block in (*EVERY, *inside)} == set(get_args(Block))


def test_the_head_of_a_page_of_a_sheet_or_of_a_projection_holds_its_only_first_level_title() -> (
    None
):
    made = [render(block, AT) for block in EVERY]
    titles = [gallery.hero().title, gallery.sheet().title, gallery.projected().title]
    assert [words(title) for title in found(made, "H1")] == titles


def test_the_first_button_is_the_main_one() -> None:
    made = render(gallery.hero(), AT)
    assert [words(link) for link in found(made, css="btn-primary")] == ["Trouver mon quartier"]


def test_key_figures_are_a_list() -> None:
    assert len(found(found(render(gallery.hero(), AT), css="chiffres")[0], "Li")) == 3


def test_a_term_is_a_button_that_opens_its_definition_and_says_it() -> None:
    made = page.content((gallery.essential(),), AT)
    (word,) = found(made, "Button", "terme")
    (meaning,) = found(made, css="definition")
    assert words(word) == "conseils citoyens"
    anchor = "mot-essentiel-conseil-citoyen"
    assert (prop(word, "popovertarget"), prop(word, "aria-describedby")) == (anchor, anchor)
    assert (prop(meaning, "id"), prop(meaning, "popover")) == (anchor, "auto")
    assert words(meaning).startswith("Conseils citoyens Groupe d’habitants")


def test_a_definition_can_be_linked_to() -> None:
    made = render(EVERY[-1], AT)
    assert [prop(term, "id") for term in found(made, "Dt")] == ["conseil-citoyen", "mediane"]


def test_a_link_to_another_view_of_the_page_is_marked_and_others_are_not() -> None:
    parts = text(Span("a", href="/?annee=2016"), Span("b", href="/actions"), Span("c", href="#d"))
    links = found(render(Prose((parts,)), AT), "A")
    assert [prop(link, "data-vue") for link in links] == ["1", None, None]


@pytest.mark.parametrize(
    ("kind", "role"), [("info", "note"), ("alerte", "note"), ("erreur", "alert")]
)
def test_only_an_error_interrupts(kind: NoticeKind, role: str) -> None:
    assert prop(render(Notice((text("Attention"),), kind), AT), "role") == role


def test_each_notice_that_is_no_mere_information_looks_like_what_it_is() -> None:
    written = (ROOT / "assets" / "layout.css").read_text("utf-8")
    kinds = set(re.findall(r"\.avis-(\w+)", written))
    assert kinds | {"info"} == set(get_args(NoticeKind))


def test_a_list_has_its_pages_and_says_which_is_current() -> None:
    pages = found(render(gallery.listing(), AT), css="pages")[0]
    current = [item for item in found(pages, "Span") if prop(item, "aria-current")]
    assert words(current[0]) == "1"


def test_titles_go_down_one_level_inside_a_fold() -> None:
    fold = Fold("Plus loin", (gallery.money(),))
    assert words(found(render(fold, AT), "H3")[0]) == gallery.money().title
