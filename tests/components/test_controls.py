"""Controls work without script, and know what the address leaves out."""

import pytest

from dashboard.components import controls, ids
from dashboard.components.context import Context
from dashboard.content import Choice, Control
from dashboard.domain.option import ALL
from dashboard.domain.selection import Selection
from tests.components.reading import found, prop, words

PILLARS = (Choice(ALL, "Tous"), Choice("emploi", "Emploi", "aucune ligne"))
PILLAR = Control("pilier", "Pilier", PILLARS, "emploi")
PLAIN = Context("actions", "/actions", Selection(year=2025, default_year=2025))


def _at(**changes):
    return Context("actions", "/actions", Selection(default_year=2025, **changes))


def test_a_control_is_known_by_its_key_and_its_place():
    made = controls.control(PILLAR, ids.BAR, PLAIN)
    box = found(made, "Select")[0]
    assert prop(box, "id") == {"type": "controle", "key": "pilier", "where": "barre"}
    assert prop(box, "name") == "pilier"


def test_the_label_holds_the_field_so_that_no_id_is_needed():
    made = controls.control(PILLAR, ids.BAR, PLAIN)
    assert type(made).__name__ == "Label"
    assert words(made) == "Pilier"


def test_a_choice_that_is_not_possible_is_disabled_with_its_reason():
    options = prop(found(controls.control(PILLAR, "barre", PLAIN), "Select")[0], "options")
    assert options[1] == {"label": "Emploi (aucune ligne)", "value": "emploi", "disabled": True}


def test_groups_are_headed_in_a_select():
    item = Control("q", "Quartier", (Choice("a", "A", group="QPV"), Choice("b", "B", group="QPV")))
    options = prop(found(controls.control(item, "barre", PLAIN), "Select")[0], "options")
    assert [option["label"] for option in options] == ["— QPV", "A", "B"]
    assert options[0]["disabled"] is True


@pytest.mark.parametrize(("kind", "tag"), [("radio", "RadioItems"), ("checks", "Checklist")])
def test_several_fields_stand_in_a_fieldset_with_its_legend(kind, tag):
    item = Control("mesure", "Mesure", (Choice("a", "A"), Choice("b", "B")), "a", kind)
    made = controls.control(item, "carte", PLAIN)
    assert type(made).__name__ == "Fieldset"
    assert words(found(made, "Legend")[0]) == "Mesure"
    assert len(found(made, tag)) == 1


def test_ticked_boxes_are_read_from_one_value():
    item = Control("q", "Q", (Choice("a", "A"), Choice("b", "B")), "a,b", "checks")
    assert prop(found(controls.control(item, "x", PLAIN), "Checklist")[0], "value") == ["a", "b"]


def test_a_form_is_sent_by_the_address_and_carries_what_it_does_not_show():
    at = _at(year=2016, options=(("recherche", "chantiers"), ("page", "3")))
    made = controls.form((PILLAR,), "barre", at, "filtres-form")
    assert (prop(made, "method"), prop(made, "action")) == ("get", "/actions")
    carried = {prop(box, "name"): prop(box, "value") for box in found(made, "Input")}
    assert carried == {"annee": "2016", "recherche": "chantiers"}


def test_a_form_that_sets_the_year_lets_the_period_go():
    at = _at(year=2018, first_year=2016)
    year = Control("annee", "Année", (Choice("2016", "2016"),), "2016")
    assert found(controls.form((year,), "barre", at, ""), "Input") == []


def test_what_the_address_leaves_out_is_known_where_it_can_be():
    year = Control("annee", "Année", (Choice("2016", "2016"),), "2016")
    indicator = Control("indicateur", "Indicateur", (Choice("a", "A"),), "a")
    held = _at(year=2016, pillars=("emploi",), options=(("indicateur", "a"),))
    assert controls.default(year, held) == "2025"
    assert controls.default(PILLAR, held) == ALL
    assert controls.default(indicator, held) is None
    assert controls.default(indicator, PLAIN) == "a"


def test_the_choice_of_an_empty_value_is_read_in_a_select():
    since = Control("depuis", "Années", (Choice("", "Cette année seule"), Choice("2016", "2016")))
    made = found(controls.control(since, "barre", PLAIN), "Select")[0]
    assert (prop(made, "value"), prop(made, "placeholder")) == ("", "Cette année seule")
