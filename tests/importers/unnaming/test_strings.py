"""The texts of a JSON are kept without their persons, and nothing else of it changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.door.items import json_of
from dashboard.importers.imported import Document, Refused
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.text import nameless_text
from dashboard.importers.unnaming.withdrawn import WITHDRAWN


def document(text: str) -> Document:
    return Document("a.json", text.encode())


def told(text: str) -> str:
    return nameless_text(document(text)).content.decode()


@pytest.mark.parametrize(
    "said", ["Mme Durand", "\\u004d\\u006de Durand", "Mme\\u00a0Durand", '\\"Mme Durand\\"']
)
def test_a_text_loses_its_persons_however_it_is_written(said: str) -> None:
    kept = told(f'{{"a": [1, "{said}", "\\u00e9"]}}')
    assert "Durand" not in kept
    assert "(nom retiré 1)" in kept
    assert kept.endswith(', "\\u00e9"]}')


def test_what_is_no_text_stays_as_it_is_written() -> None:
    given = '{"n":1.50, "big":123456789012345678901234567890,\n "x":[NaN,-1E+2,"%s","\\u00e9\\/"]}'
    assert told(given % "chez Mme Durand") == given % "chez Mme (nom retiré 1)"
    unchanged = document(given % "chez nous")
    assert nameless_text(unchanged) is unchanged


def test_a_name_of_an_object_loses_its_person() -> None:
    assert told('[{"Mme Durand": 1, "ok": "x"}]') == '[{"Mme (nom retiré 1)": 1, "ok": "x"}]'


def test_what_a_name_says_to_be_a_person_s_is_withdrawn() -> None:
    given = '[{"nomContact":"Jean Dupont","tel":612345678,"n":3,"email":"","mobile":null}]'
    kept = '[{"nomContact":"(retiré)","tel":"(retiré)","n":3,"email":"","mobile":null}]'
    assert told(given) == kept
    assert told(kept) == kept
    assert told('{"contacts":["A B",["C D"]],"n":[1]}') == (
        '{"contacts":["(retiré)",["(retiré)"]],"n":[1]}'
    )


@pytest.mark.parametrize(
    "held", ['{"nom":"%s"}', '[{"nom":"%s"}]', '{"a":{"b":[["%s"]]}}', '{"tel":%s,"a":[%s]}']
)
def test_it_is_withdrawn_with_all_that_it_holds(held: str) -> None:
    given = f'{{"a":"x","contact":{held},"b":{{"nom":"MJC"}}}}'
    said = "612345678" if "tel" in held else "Dupont"
    kept = given.replace("%s", '"(retiré)"' if "tel" in held else "(retiré)")
    assert told(given.replace("%s", said)) == kept


def test_a_name_is_a_person_s_beside_a_first_name_of_the_same_object() -> None:
    given = '{"nom":"Biollay","agent":{"pr\\u00e9nom":"Jean","nom":"Dupont"},"x":{"nom":"Y"}}'
    assert json.loads(told(given)) == {
        "nom": "Biollay",
        "agent": {"prénom": WITHDRAWN, "nom": WITHDRAWN},
        "x": {"nom": "Y"},
    }


def test_what_says_a_name_twice_differently_is_refused_before_its_persons_go() -> None:
    with pytest.raises(Refused, match="dit deux fois"):
        nameless_text(document('[{"a":"x@y.fr","a":"z@y.fr"}]'))
    same = '[{"a":"x@y.fr","a":"x@y.fr"}]'
    assert told(same).count("(adresse électronique retirée)") == 2


def test_what_only_looks_like_a_json_is_told_as_a_text() -> None:
    assert told("[Mme Durand;x\n1;2") == "[Mme (nom retiré 1);x\n1;2"


TEXTS = st.lists(
    st.sampled_from(
        ["Mme Durand", "M. É", "06 12 34 56 78", "a@b.fr", '"', "\\", "\n", "é", " ", "x"]
    ),
    max_size=4,
).map("".join)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "nom", "b c"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=3), st.booleans())
def test_any_json_is_read_again_without_its_persons(value: Any, escaped: bool) -> None:
    given = document(json.dumps(value, ensure_ascii=escaped))
    kept = nameless_text(given)
    assert nameless_text(kept) == kept
    persons = MetPersons()

    def alone(held: Any) -> Any:
        if isinstance(held, dict):
            return {name: alone(one) for name, one in held.items()}
        if isinstance(held, list):
            return list(map(alone, held))
        return persons.out_of(held) if isinstance(held, str) else held

    assert json_of(kept) == alone(json_of(given))
