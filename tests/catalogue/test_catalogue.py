"""What every declaration of the catalogue owes to its readers."""

from __future__ import annotations

import string

import pytest

from dashboard import catalogue
from dashboard.domain.indicator import Indicator, Unit
from tests.walked import of_each

NAMES = {"value", "at", "of", "year"}
PILLARS = {"cadre-de-vie", "emploi", "cohesion-sociale"}
FAMILIES = {"DEMO", "IPRO", "REVN", "QPV2024", "FILO_QP", "FILO_DISP", "FILO_COM", "RP2010", "RPLS"}

every_indicator = of_each(catalogue.INDICATORS, lambda item: item.slug)


def said(item: Indicator) -> str:
    return item.reading.format(
        value=item.format(item.high), at="aux Hauts-de-Chambéry", of="des Hauts-de-Chambéry", year=1
    )


def test_at_least_45_indicators_each_with_its_own_slug_and_label() -> None:
    assert len(catalogue.INDICATORS) >= 45
    assert len({item.slug for item in catalogue.INDICATORS}) == len(catalogue.INDICATORS)
    assert len({item.label for item in catalogue.INDICATORS}) == len(catalogue.INDICATORS)


def test_an_indicator_is_found_by_its_slug_and_no_other() -> None:
    assert catalogue.indicator("taux-pauvrete").label == "Taux de pauvreté"
    with pytest.raises(KeyError):
        catalogue.indicator("taux-de-bonheur")


@every_indicator
def test_each_belongs_to_a_theme_a_source_and_a_pillar(item: Indicator) -> None:
    assert item.theme in {theme.slug for theme in catalogue.THEMES}
    assert item.source in catalogue.SOURCES
    assert item.pillars
    assert set(item.pillars) <= PILLARS


@every_indicator
def test_each_says_what_it_measures_how_to_read_it_and_what_it_does_not_say(
    item: Indicator,
) -> None:
    assert item.definition.endswith(".")
    assert item.limits.endswith(".")
    assert item.subject.split("’")[0].split(" ")[0] in ("le", "la", "l", "les")
    names = {name for _, name, _, _ in string.Formatter().parse(item.reading) if name}
    assert names <= NAMES
    assert {"value", "year"} <= names
    assert names & {"at", "of"}
    assert not item.reading.endswith(".")
    assert said(item).startswith(("en 1", "fin 1"))


@every_indicator
def test_no_plain_space_stands_where_french_wants_a_no_break_one(item: Indicator) -> None:
    for text in (item.label, item.definition, item.limits, item.reading):
        assert "'" not in text
        assert not any(f" {sign}" in text for sign in ":;!?%€»")
        assert "« " not in text


@every_indicator
def test_only_counts_are_summed_and_a_rate_stays_within_its_bounds(item: Indicator) -> None:
    assert item.summable == (item.unit is Unit.COUNT)
    if item.unit is Unit.PERCENT and not item.slug.startswith("evolution-"):
        assert item.low >= -60
        assert item.high <= 130


@every_indicator
def test_a_gap_that_can_be_said_has_a_tolerance(item: Indicator) -> None:
    assert item.summable or item.tolerance > 0


@every_indicator
def test_each_break_has_a_reason_and_a_known_source(item: Indicator) -> None:
    years = [found.year for found in item.breaks]
    assert years == sorted(set(years))
    for found in item.breaks:
        assert found.source in catalogue.SOURCES
        assert len(found.reason) > 20
        assert not found.reason.endswith(".")


def test_income_indicators_share_the_four_breaks_of_filosofi() -> None:
    income = [item for item in catalogue.INDICATORS if item.source == "insee-filosofi"]
    assert income
    for item in income:
        assert [found.year for found in item.breaks] == [2016, 2018, 2019, 2020]


def test_each_column_of_a_file_feeds_one_indicator() -> None:
    places = [column for item in catalogue.INDICATORS for column in item.columns]
    assert len(places) == len(set(places))
    assert {column.family for column in places} <= FAMILIES


def test_the_letter_a_is_a_household_in_one_file_and_a_job_seeker_in_another() -> None:
    owner = {column: item.slug for item in catalogue.INDICATORS for column in item.columns}
    by_place = {f"{column.family}.{column.name}": slug for column, slug in owner.items()}
    assert by_place["DEMO.A"] == by_place["REVN.A"] == "allocataires-caf"
    assert by_place["IPRO.A"] == "demandeurs-emploi-a"


def test_precarious_jobs_and_limited_contracts_are_two_indicators() -> None:
    old = catalogue.indicator("part-emplois-precaires")
    new = catalogue.indicator("part-emplois-duree-limitee")
    assert {column.name for column in old.columns} == {"TX_TOT_EPREC"}
    assert {column.name for column in new.columns} == {"TX_TOT_EDLIM"}
