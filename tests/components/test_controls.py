"""Controls work without script, and know what the address leaves out."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.components import controls
from dashboard.components.context import Context
from dashboard.content import Choice, Control, Several
from dashboard.domain.option import ALL
from dashboard.domain.selection import Selection
from tests.components.reading import found, prop, words

PILLARS = (Choice(ALL, "Tous"), Choice("emploi", "Emploi", "aucune ligne"))
PILLAR = Control("pilier", "Pilier", PILLARS, "emploi")
PLAIN = Context("actions", "/actions", Selection(year=2025, default_year=2025))


def _at(**changes: Any) -> Context:
    return Context("actions", "/actions", Selection(default_year=2025, **changes))


def test_a_control_is_known_by_its_key() -> None:
    made = controls.control(PILLAR, PLAIN)
    assert prop(made, "data-cle") == "pilier"
    assert prop(found(made, "Select")[0], "name") == "pilier"


def test_the_label_holds_the_field_so_that_no_id_is_needed() -> None:
    made = controls.control(PILLAR, PLAIN)
    assert made.tag == "label"
    assert words(found(made, "Span")[0]) == "Pilier"
    assert len(found(made, "Select")) == 1


def test_a_choice_that_is_not_possible_is_disabled_with_its_reason() -> None:
    _, option = found(controls.control(PILLAR, PLAIN), "Option")
    assert words(option) == "Emploi (aucune ligne)"
    assert (prop(option, "value"), prop(option, "disabled")) == ("emploi", True)


def test_groups_are_headed_in_a_select() -> None:
    item = Control("q", "Quartier", (Choice("a", "A", group="QPV"), Choice("b", "B", group="QPV")))
    options = found(controls.control(item, PLAIN), "Option")
    assert [words(option) for option in options] == ["— QPV", "A", "B"]
    assert prop(options[0], "disabled") is True


@pytest.mark.parametrize(("kind", "field"), [("radio", "radio"), ("checks", "checkbox")])
def test_several_fields_stand_in_a_fieldset_with_its_legend(kind: str, field: str) -> None:
    item = Control("mesure", "Mesure", (Choice("a", "A"), Choice("b", "B")), "a", kind)
    made = controls.control(item, PLAIN)
    assert made.tag == "fieldset"
    assert words(found(made, "Legend")[0]) == "Mesure"
    assert [prop(box, "type") for box in found(made, "Input")] == [field, field]


def test_ticked_boxes_are_read_from_one_value() -> None:
    item = Control("q", "Q", (Choice("a", "A"), Choice("b", "B")), "a,b", "checks")
    assert [prop(box, "checked") for box in found(controls.control(item, PLAIN), "Input")] == [
        True,
        True,
    ]


EVERY = (Choice(ALL, "Tous les quartiers"), Choice("a", "A", group="QPV"), Choice("b", "B"))
FOLDED = Control("q", "Quartier", EVERY, ALL, "several", several=Several("quartiers", 1))


@pytest.mark.parametrize(
    ("value", "said"),
    [(ALL, "Tous les quartiers"), ("b", "B"), ("a,b", "2\u00a0quartiers")],
)
def test_folded_boxes_say_what_is_chosen_on_their_head(value: str, said: str) -> None:
    made = controls.control(replace(FOLDED, value=value), PLAIN)
    assert words(found(made, "Summary")[0]) == f"Quartier\u00a0: {said}"
    ticked = [prop(box, "value") for box in found(made, "Input") if prop(box, "checked")]
    assert ticked == ([] if value == ALL else value.split(","))
    assert prop(made, "data-defaut") == ""


def test_a_value_that_the_list_does_not_offer_is_said_as_the_address_writes_it() -> None:
    made = controls.control(replace(FOLDED, value="ailleurs"), PLAIN)
    assert words(found(made, css="choix-dit")[0]) == "ailleurs"


def test_folded_boxes_say_how_many_may_be_ticked_where_not_all_may() -> None:
    assert "1\u00a0quartiers au plus" in words(controls.control(FOLDED, PLAIN))
    free = replace(FOLDED, several=Several("quartiers", 9))
    assert "au plus" not in words(controls.control(free, PLAIN))


def test_a_form_is_sent_by_the_address_and_carries_what_it_does_not_show() -> None:
    at = _at(year=2016, options=(("recherche", "chantiers"), ("page", "3")))
    made = controls.form((PILLAR,), at, "filtres-form")
    assert (prop(made, "method"), prop(made, "action")) == ("get", "/actions")
    carried = {prop(box, "name"): prop(box, "value") for box in found(made, "Input")}
    assert carried == {"annee": "2016", "recherche": "chantiers"}


def test_a_form_that_sets_the_year_lets_the_period_go() -> None:
    at = _at(year=2018, first_year=2016)
    year = Control("annee", "Année", (Choice("2016", "2016"),), "2016")
    assert found(controls.form((year,), at, ""), "Input") == []


def test_what_the_address_leaves_out_is_known_where_it_can_be() -> None:
    year = Control("annee", "Année", (Choice("2016", "2016"),), "2016")
    indicator = Control("indicateur", "Indicateur", (Choice("a", "A"),), "a")
    held = _at(year=2016, pillars=("emploi",), options=(("indicateur", "a"),))
    assert controls.default(year, held) == "2025"
    assert controls.default(PILLAR, held) == ALL
    assert controls.default(indicator, held) is None
    assert controls.default(indicator, PLAIN) == "a"


def test_the_choice_of_an_empty_value_is_read_in_a_select() -> None:
    since = Control("depuis", "Années", (Choice("", "Cette année seule"), Choice("2016", "2016")))
    made = found(controls.control(since, PLAIN), "Select")[0]
    chosen = [words(option) for option in found(made, "Option") if prop(option, "selected")]
    assert chosen == ["Cette année seule"]
