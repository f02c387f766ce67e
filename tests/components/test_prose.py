"""Sentences keep their words together."""

from dashboard.components.prose import paragraph
from dashboard.content import Span, text
from tests.components import gallery
from tests.components.reading import found, words

TERM = Span("contrat de ville", term="Un accord.", anchor="mot-contrat")


def test_the_comma_after_a_word_that_is_explained_stays_with_it() -> None:
    made = paragraph(text("Pour le ", TERM, ", en tout."), gallery.AT)
    assert words(made) == "Pour le contrat de ville, en tout."
    assert [words(held) for held in found(made, css="tenu")] == ["contrat de ville,"]


def test_the_bracket_before_a_word_that_is_explained_stays_with_it() -> None:
    made = paragraph(text("L’État (", TERM, ") et «\u00a0", TERM, "\u00a0», puis."), gallery.AT)
    assert words(made) == "L’État (contrat de ville) et «\u00a0contrat de ville\u00a0», puis."
    assert [words(held) for held in found(made, css="tenu")] == [
        "(contrat de ville)",
        "«\u00a0contrat de ville\u00a0»,",
    ]


def test_signs_between_two_words_are_said_once() -> None:
    made = paragraph(text(TERM, "\u00a0", TERM), gallery.AT)
    assert words(made) == "contrat de ville\u00a0contrat de ville"


def test_a_link_keeps_its_own_signs() -> None:
    made = paragraph(text(TERM, Span(", suite", href="/")), gallery.AT)
    assert words(found(made, "A")[0]) == ", suite"
    assert not found(made, css="tenu")


def test_what_follows_after_a_space_may_stand_on_the_next_line() -> None:
    made = paragraph(text("Le ", TERM, " de 2024."), gallery.AT)
    assert words(made) == "Le contrat de ville de 2024."
    assert not found(made, css="tenu")
