"""What staff wrote is shown with its structure, and said to be theirs."""

from dashboard.components.blocks import render
from dashboard.components.prose import paragraph
from dashboard.content import Authored
from dashboard.html.plain import to_html
from dashboard.markdown import parse
from dashboard.text import Span
from tests.components import gallery
from tests.components.reading import found, prop, words

MADE = render(gallery.told(), gallery.AT)


def test_the_text_of_the_team_says_whose_it_is_and_of_which_part() -> None:
    (box,) = found(MADE, css="texte-equipe")
    assert (prop(box, "role"), prop(box, "aria-label")) == ("group", gallery.told().name)
    assert words(box).startswith("Texte de l’équipe du contrat de ville")
    assert words(box).endswith("La cheffe de projet, le 3 juin 2026")


def test_its_headings_stand_under_that_of_the_part() -> None:
    assert [words(item) for item in found(MADE, "H3")] == ["Ce qui reste"]
    assert [words(item) for item in found(MADE, "H4")] == ["Au Verger"]


def test_a_numbered_list_keeps_its_numbers_and_the_list_inside_it() -> None:
    (listed,) = found(MADE, "Ol")
    assert int(prop(listed, "start")) == 3
    assert [words(item) for item in found(found(listed, "Ul")[0], "Li")] == ["par écrit"]


def test_emphasis_is_marked_as_such() -> None:
    assert [words(item) for item in found(MADE, "Em")] == ["neuf"]
    assert [words(item) for item in found(MADE, "Strong")] == ["dense"]
    both = paragraph((Span("net", strong=True, emphasis=True),), gallery.AT)
    assert to_html(both) == "<p><strong><em>net</em></strong></p>"


def test_html_that_staff_write_is_read_as_signs() -> None:
    said = Authored(parse('<img src=x onerror="alert(1)">'), "Texte", "Texte")
    assert "<img" not in to_html(render(said, gallery.AT))


def test_a_title_of_its_own_stands_over_it() -> None:
    said = Authored(parse("# Un\n\nMot."), "Texte", "Texte", title="Introduction")
    made = render(said, gallery.AT)
    assert [words(item) for item in found(made, "H2")] == ["Introduction"]
    assert [words(item) for item in found(made, "H3")] == ["Un"]
