"""What every figure carries: its marks, its frame, its source, its file name."""

from __future__ import annotations

import pytest

from dashboard import catalogue, keys
from dashboard.domain.indicator import Observation, Status
from dashboard.exhibits import common
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.views import seen

POVERTY = catalogue.indicator("taux-pauvrete")


def test_a_fictional_territory_says_so_and_a_real_one_does_not(
    chambery: Store, example: Store
) -> None:
    assert common.warning_tags(seen(example, "/")) == (common.FICTIONAL,)
    assert common.warning_tags(seen(chambery, "/")) == ()


def test_one_presumed_year_is_enough_to_say_it() -> None:
    sure = Observation("QP1", "taux-pauvrete", 2020, 40.0, Status.FINAL)
    presumed = Observation("QP1", "taux-pauvrete", 2021, 41.0, Status.PRESUMED)
    assert common.presumed_tag([sure, None, presumed]) == (common.PRESUMED,)
    assert common.presumed_tag([sure, None]) == ()


def test_a_frame_parts_the_filters_that_change_a_figure_from_those_that_do_not(
    chambery: Store,
) -> None:
    view = seen(chambery, "/actions", "annee=2024&pilier=emploi&theme=sante")
    frame = common.frame_of(view, (keys.YEAR, keys.PILLAR), (keys.THEME,))
    assert {said.key for said in frame.said} == {"annee", "pilier"}
    assert {said.key for said in frame.marked} == {"theme"}
    assert frame.unreached == ()
    whole = common.frame_of(view, (keys.YEAR,))
    assert {said.key for said in whole.unreached} == {"pilier", "theme"}


def test_a_source_line_names_producer_perimeters_and_licence(chambery: Store) -> None:
    said = common.indicator_source(seen(chambery, "/"), POVERTY, "2021", "2015")
    parts = said.split(" · ")
    assert parts[0].startswith("Insee, Filosofi")
    assert "2021" in parts[0]
    assert parts[1] == "périmètres de 2015"
    assert len(parts) == 3


def test_a_file_name_says_the_territory_and_each_filter_once(example: Store) -> None:
    view = seen(example, "/actions", "pilier=emploi")
    frame = common.frame_of_lines(view)
    name = common.file_name(view, frame, "montants", "montants")
    assert name.startswith("exemple_")
    assert name.count("montants") == 1
    assert "fictif" in name
    assert name == name.lower()


@pytest.mark.parametrize(
    ("query", "said"), [("annee=2024", "en 2024"), ("periode=2020-2022", "de 2020 à 2022")]
)
def test_a_year_and_a_period_are_said_as_one_says_them(
    chambery: Store, query: str, said: str
) -> None:
    assert common.years_text(seen(chambery, "/actions", query)) == said


def test_a_text_alternative_is_short_and_announces_the_table() -> None:
    alt = common.alt("Carte " * 100)
    assert len(alt) <= common.ALT_LENGTH + len(common.ALT_END) + 2
    assert alt.endswith(common.ALT_END)


@pytest.mark.parametrize("room", range(88, 96))
def test_a_text_alternative_stays_short_once_its_guillemets_are_french(room: int) -> None:
    alt = common.alt("mot " * (room // 4) + 'et "un nom" puis "un autre"' + "x" * (room % 4))
    assert len(typeset(alt)) <= common.ALT_LENGTH


def test_the_source_of_a_table_names_all_that_its_lines_come_from_each_once(
    chambery: Store,
) -> None:
    view = seen(chambery, "/")
    codes = ("anct-p147#12", "grand-chambery-subventions,anct-p147")
    said = common.source_of(view, codes, "2025", "recopié")
    first, second = (chambery.source(code) for code in ("anct-p147", "grand-chambery-subventions"))
    named = f"{first['producteur']}, {first['titre']} ; {second['producteur']}, {second['titre']}"
    assert said == f"{named} 2025 · recopié · {first['licence']} ; {second['licence']}"
