"""The address is the state: it never breaks, and what it says can be written back."""

from __future__ import annotations

from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.option import AllowedValues, Option
from dashboard.domain.selection import Selection, parse, unescaped

YEARS = ("2016", "2017", "2018")
PILLARS = ("emploi", "cohesion-sociale", "cadre-de-vie")
QUARTERS = ("QP073001", "QP073002", "QP073003", "QN07302M")
SAME = dict.fromkeys(("QP073002", "QN07302M"), ("QP073002", "QN07302M"))
"""Two codes of one place."""


def same(code: str) -> tuple[str, ...]:
    return SAME.get(code, ())


CHOICES = AllowedValues(
    pillars=PILLARS,
    years=(2016, 2017, 2018),
    quarters=QUARTERS,
    generations=("2015", "2024"),
    options=(
        Option("pilier", "Pilier", PILLARS, shared=True, many=9, whole=PILLARS),
        Option("annee", "Année", YEARS, refusal="L’année {} : l’année 2018 est affichée."),
        Option("depuis", "Année", YEARS),
        Option("quartier", "Quartier", QUARTERS, shared=True, many=2, alike=same),
        Option("generation", "Périmètres", ("2015", "2024"), shared=True),
        Option("fonds", "Fonds", ("a", "b"), shared=True),
        Option("indicateur", "Indicateur", ("a", "b")),
        Option("recherche", "Recherche", free_text=True),
        Option("page", "Page", default="1", low=1, high=1000),
        Option("comparer", "Comparer", ("x", "y", "z"), many=2),
    ),
    aliases=(("quartier=qp073001", "QP073001"),),
)


def some(draw: st.DrawFn, values: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Some of these, in their order; none of them perhaps."""
    found = draw(st.sets(st.sampled_from(values), max_size=most))
    return tuple(value for value in values if value in found)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    first, last = sorted(
        (draw(st.sampled_from(CHOICES.years)), draw(st.sampled_from(CHOICES.years)))
    )
    options = []
    if draw(st.booleans()):
        options.append(("indicateur", draw(st.sampled_from(["a", "b"]))))
    if draw(st.booleans()):
        options.append(
            ("recherche", draw(st.sampled_from(["chantiers éducatifs", "a&b=c", "é?#"])))
        )
    if draw(st.booleans()):
        options.append(("page", str(draw(st.integers(2, 1000)))))
    return Selection(
        year=last,
        first_year=first if first != last else None,
        pillars=some(draw, PILLARS, 2),
        quarters=some(draw, QUARTERS[:3], 2),
        generation=draw(st.sampled_from([None, *CHOICES.generations])),
        options=tuple(options),
        default_year=2018,
    )


@given(selections())
def test_the_address_of_a_selection_gives_the_selection_back(selection: Selection) -> None:
    parsed = parse(selection.query(), CHOICES)
    assert parsed.selection == selection
    assert parsed.remarks == ()


def addresses() -> st.SearchStrategy[str]:
    """Any text, and keys that exist with values that do and do not."""
    values = st.sampled_from(("a", "b", "x", "x,z", "2", "1001", "2017", *QUARTERS)) | st.text()
    keys = st.sampled_from([option.key for option in CHOICES.options])
    return st.text(max_size=3000) | st.dictionaries(keys, values).map(urlencode)


@given(addresses())
def test_any_address_gives_a_view_that_exists(query: str) -> None:
    selection = parse(query, CHOICES).selection
    assert selection.year in CHOICES.years
    assert {*selection.pillars} < {*PILLARS}
    assert {*selection.quarters} <= {*QUARTERS}
    assert len(selection.quarters) <= 2
    for key, value in selection.options:
        option = next(item for item in CHOICES.options if item.key == key)
        assert option.accepts(value)


@given(
    st.dictionaries(
        st.sampled_from(["pilier", "annee", "quartier", "periode"]), st.text(min_size=1)
    )
)
def test_what_is_put_aside_is_said_in_a_sentence(pairs: dict[str, str]) -> None:
    parsed = parse(pairs, CHOICES)
    for remark in parsed.remarks:
        assert remark.endswith(".")
        assert "<" not in remark or "«" in remark


def test_an_unknown_year_falls_back_to_the_last_one_and_says_so() -> None:
    parsed = parse("annee=2035", CHOICES)
    assert parsed.selection.year == 2018
    assert "2035" in parsed.remarks[0]
    assert "2018" in parsed.remarks[0]


def test_a_period_is_two_years_in_order() -> None:
    assert parse("periode=2016-2018", CHOICES).selection.years == (2016, 2018)
    assert parse("periode=2018-2016", CHOICES).remarks
    assert parse("periode=2017-2017", CHOICES).selection.years == (2017, 2017)


def test_a_code_in_lower_case_is_understood() -> None:
    assert parse("quartier=qp073001", CHOICES).selection.quarters == ("QP073001",)
    assert parse("quartier=QP073002,qp073001", CHOICES).selection.quarters == QUARTERS[:2]


def test_the_first_of_two_values_counts_where_one_alone_may_be_chosen() -> None:
    assert parse("fonds=a&fonds=b", CHOICES).selection.option("fonds") == "a"


@given(st.permutations(PILLARS), st.permutations(QUARTERS[:3]), st.booleans())
def test_several_values_have_one_spelling_however_they_are_asked(
    pillars: list[str], quarters: list[str], repeated: bool
) -> None:
    chosen = {"pilier": pillars[:2], "quartier": quarters[:2]}
    ticked = {key: (*values, "tous", values[0]) for key, values in chosen.items()}
    pairs = [(key, value) for key, values in ticked.items() for value in values]
    joined = [(key, ",".join(values)) for key, values in chosen.items()]
    selection = parse(urlencode(pairs if repeated else joined), CHOICES).selection
    assert selection.pillars == tuple(p for p in PILLARS if p in pillars[:2])
    assert selection.quarters == tuple(q for q in QUARTERS if q in quarters[:2])


def test_all_pillars_together_are_no_filter() -> None:
    assert parse(f"pilier={','.join(PILLARS)}", CHOICES).selection.query() == ""
    assert parse("quartier=QP073001,QP073002", CHOICES).selection.quarters


def test_two_codes_of_one_place_are_one_choice() -> None:
    assert parse("quartier=QN07302M,QP073002", CHOICES).selection.quarters == ("QP073002",)


def test_of_several_values_the_one_that_does_not_exist_is_named() -> None:
    (said,) = parse("pilier=emploi,zzz", CHOICES).remarks
    assert "«\u00a0zzz\u00a0»" in said
    assert "emploi" not in said


def test_more_quarters_than_may_stand_together_are_said_to_be_too_many() -> None:
    parsed = parse("quartier=QP073001,QP073002,QP073003", CHOICES)
    assert parsed.selection.quarters == ()
    assert parsed.remarks == (
        "«\u00a0Quartier\u00a0»\u00a0: 2 choix au plus ensemble, aucun n’est retenu.",
    )


def test_a_key_that_no_page_knows_is_ignored_without_a_word() -> None:
    assert parse("utm_source=lettre", CHOICES).remarks == ()


def test_too_many_quarters_to_compare_are_refused() -> None:
    assert parse("comparer=x,y", CHOICES).selection.option("comparer") == "x,y"
    assert parse("comparer=x,y,z", CHOICES).remarks


def test_boxes_ticked_without_script_are_joined() -> None:
    assert parse("comparer=x&comparer=y", CHOICES).selection.option("comparer") == "x,y"


def test_changing_one_key_leaves_the_others() -> None:
    selection = parse("pilier=emploi&annee=2016&indicateur=a", CHOICES).selection
    assert selection.having("pilier", None).query() == "annee=2016&indicateur=a"
    assert selection.having("annee", "2017").query() == "pilier=emploi&annee=2017&indicateur=a"
    assert selection.shared().query() == "pilier=emploi&annee=2016"
    assert selection.having("annee", "2018").href("/") == "/?pilier=emploi&indicateur=a"


def test_a_shared_key_follows_the_reader_and_a_key_of_the_page_does_not() -> None:
    selection = parse("fonds=a&indicateur=b&annee=2016", CHOICES).selection
    assert selection.shared().query() == "annee=2016&fonds=a"


def test_asking_for_all_is_asking_for_nothing() -> None:
    assert parse("pilier=tous&fonds=tous", CHOICES).selection.query() == ""


@given(selections())
def test_an_address_that_a_mail_mangled_gives_the_same_view(selection: Selection) -> None:
    mangled = selection.query().replace("&", "&amp;")
    assert parse(mangled, CHOICES).selection == parse(selection.query(), CHOICES).selection


@given(st.text(alphabet="amp;&=%3Bx", max_size=30))
def test_an_address_is_mended_once_and_for_all(query: str) -> None:
    assert unescaped(unescaped(query)) == unescaped(query)


def test_a_key_asked_twice_keeps_its_first_value_and_says_so() -> None:
    found = parse("annee=2016&annee=2017", CHOICES)
    assert found.selection.year == 2016
    (said,) = found.remarks
    assert "plusieurs" in said
    assert "Année" in said
    assert "2016" in said
    assert parse("annee=2016&annee=2016", CHOICES).remarks == ()
    assert parse("comparer=x&comparer=y", CHOICES).remarks == ()


def test_a_refusal_names_the_key_as_its_control_does() -> None:
    (said,) = parse("generation=1999", CHOICES).remarks
    assert "Périmètres" in said
    assert "generation" not in said
