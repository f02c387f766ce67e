"""The card of a figure carries all that makes it readable, checkable and reusable."""

from dataclasses import replace

from dashboard.components.exhibit import exhibit
from dashboard.exports import formats
from tests.components import gallery
from tests.components.reading import found, prop, walk, words

AT = gallery.AT
MONEY = gallery.money()


def test_a_figure_is_announced_as_one_with_its_title() -> None:
    made = exhibit(MONEY, AT)
    assert (prop(made, "role"), prop(made, "aria-label")) == ("figure", MONEY.title)


def test_the_table_is_the_first_thing_reached_after_the_graph() -> None:
    made = exhibit(replace(MONEY, reading=()), AT)
    order = [type(item).__name__ for item in walk(made)]
    drawn = order.index("Figcaption")
    after = [name for name in order[drawn:] if name in ("Summary", "A", "Button")]
    assert after[0] == "Summary"
    assert words(found(made, "Summary")[0]) == f"Tableau, {MONEY.title}"


def test_the_text_alternative_names_the_drawing_whose_height_is_reserved() -> None:
    box = found(exhibit(MONEY, AT), css="trace")[0]
    assert vars(found(box, css="statique")[0])["aria-label"] == MONEY.alt
    assert prop(box, "style") == "height:320px"


def test_a_figure_is_explored_only_where_something_is_drawn() -> None:
    assert words(found(exhibit(MONEY, AT), css="outil")[1]) == f"Explorer, {MONEY.title}"
    assert "Explorer" not in words(exhibit(gallery.quarters(), AT))


def test_the_caption_holds_the_reading_and_the_source() -> None:
    said = words(found(exhibit(MONEY, AT), "Figcaption")[0])
    assert "Lecture (Développement économique et emploi)\u00a0: en 2016" in said
    assert "Source\u00a0: ANCT" in said


def test_files_keep_the_view_and_say_what_they_hold() -> None:
    links = found(found(exhibit(MONEY, AT), css="tiroir-export")[0], "A")
    assert prop(links[0], "href") == "/export/accueil/montants.csv?pilier=emploi&annee=2016"
    assert words(links[0]) == f"CSV, pour un tableur, {MONEY.title}"
    program, sheet, deck, free_deck, figures = links[len(formats.of(MONEY)) :]
    view = "%2F%3Fpilier%3Demploi%26annee%3D2016"
    assert prop(program, "href") == f"/api/v1/vues/montants?adresse={view}"
    assert prop(figures, "href") == "/figures/accueil.zip?pilier=emploi&annee=2016"
    assert prop(deck, "href") == "/document/accueil.pptx?pilier=emploi&annee=2016"
    assert prop(free_deck, "href") == "/document/accueil.odp?pilier=emploi&annee=2016"
    assert prop(sheet, "href") == "/fiche/accueil?pilier=emploi&annee=2016&figure=montants"


def test_an_image_can_be_asked_for_only_where_something_is_drawn() -> None:
    (form,) = found(exhibit(MONEY, AT), css="images")
    assert prop(form, "action") == "/figure/accueil/montants.png"
    held = [(prop(one, "name"), prop(one, "value")) for one in found(form, "Input")]
    assert held == [("pilier", "emploi"), ("annee", "2016")]
    sheets = [prop(button, "value") for button in found(form, "Button")]
    assert {"diapositive", "a4", "demi-page", "carre", "ecran"} == set(sheets)
    drawings = [prop(button, "formAction") for button in found(form, "Button")]
    assert "/figure/accueil/montants.svg" in drawings
    assert found(exhibit(gallery.quarters(), AT), css="images") == []


def test_limits_are_folded_under_their_own_summary() -> None:
    limits = found(exhibit(MONEY, AT), css="tiroir-limites")[0]
    assert words(limits).endswith(MONEY.notes[-1])


def test_a_figure_that_cannot_be_drawn_says_why() -> None:
    made = exhibit(gallery.empty(), AT)
    assert found(made, css="trace") == []
    assert "aucun taux de pauvreté" in words(found(made, css="vide")[0])


def test_a_table_that_is_the_figure_is_shown_and_not_folded() -> None:
    made = exhibit(gallery.quarters(), AT)
    assert len(found(made, "Table")) == 1
    assert found(made, css="tiroir-tableau") == []


def test_the_verdict_has_its_own_box() -> None:
    box = found(exhibit(gallery.gap(), AT), css="verdict")[0]
    assert words(box).startswith("L’écart se réduit-il")


def test_a_tag_follows_the_subtitle() -> None:
    assert words(found(exhibit(MONEY, AT), css="marque")[0]) == "pilier proposé"


def test_the_level_of_the_title_follows_where_the_figure_stands() -> None:
    assert words(found(exhibit(MONEY, AT, level=3), "H3")[0]) == MONEY.title


def test_a_legend_is_a_list() -> None:
    legend = found(exhibit(gallery.place_map(), AT), css="legende")[0]
    assert len(found(legend, "Li")) == 2
