"""Fields say what is chosen, what can be, and under which key they are sent."""

from __future__ import annotations

from dashboard.html import fields
from dashboard.html.fields import FieldOption

ALL, RESEARCH = FieldOption("Tous", ""), FieldOption("R&D", "r", disabled=True)


def test_a_select_marks_what_is_chosen_and_what_cannot_be() -> None:
    made = fields.select("pilier", (ALL, RESEARCH), "").whole()
    assert made.startswith('<select class="form-select" name="pilier">')
    assert '<option value="" selected>Tous</option>' in made
    assert '<option value="r" disabled>R&amp;D</option>' in made


def test_radio_buttons_share_the_name_of_their_key_and_one_is_checked() -> None:
    made = fields.radios(
        "mesure", (FieldOption("Montant", "m"), FieldOption("Nombre", "n")), "n"
    ).whole()
    assert made.count('name="mesure"') == 2
    assert 'value="n" checked' in made
    assert 'value="m" checked' not in made


def test_boxes_are_ticked_by_their_values() -> None:
    made = fields.checkboxes("q", (FieldOption("A", "a"), FieldOption("B", "b")), {"b"}).whole()
    assert made.count('type="checkbox"') == 2
    assert 'value="b" checked' in made
    assert 'value="a" checked' not in made


def test_a_value_is_carried_and_escaped() -> None:
    made = fields.hidden("recherche", '"x"').whole()
    assert made == '<input type="hidden" name="recherche" value="&quot;x&quot;">'
    assert 'type="search"' in fields.entry("recherche", "", "search").whole()
