"""The values of both quarters against those that were read in the sources."""

from __future__ import annotations

import pytest

from dashboard import catalogue
from dashboard.catalogue.calendar import data_year
from tests.data.grand_chambery_tables import REFERENCE, reference, values
from tests.walked import some

BIOLLAY, HAUTS, TOWN = "QP073001", "QP073002", "73065"
OLD, NEW = "247300098", "200069110"

POVERTY = {
    BIOLLAY: (32.3, 34.2, 34.0, 36.7, 35.5, 35.4, 36.4, 36.7, 37.6, 40.0),
    HAUTS: (38.1, 39.0, 39.3, 41.4, 42.8, 41.0, 41.3, 41.5, 40.7, 43.0),
}
MEDIAN = {
    BIOLLAY: (14104, 14377, 14163, 14438, 14530, 14750, 14900, 14870, 15380, 15540),
    HAUTS: (13070, 13424, 13496, 13397, 13350, 13730, 14200, 14280, 14650, 14920),
}
GINI = {
    BIOLLAY: (0.262, 0.257, 0.260, 0.250, 0.255, 0.263),
    HAUTS: (0.212, 0.212, 0.212, 0.213, 0.209, 0.221),
}
JOB_SEEKERS = {
    (BIOLLAY, "demandeurs-emploi-abc"): (480, 489, 469, 476, 519, 475),
    (BIOLLAY, "demandeurs-emploi-femmes"): (220, 240, 223, 211, 223, 209),
    (BIOLLAY, "demandeurs-emploi-moins-26-ans"): (66, 58, 63, 65, 75, 82),
    (BIOLLAY, "demandeurs-emploi-50-ans-et-plus"): (111, 104, 113, 114, 119, 112),
    (BIOLLAY, "demandeurs-emploi-a"): (326, 306, 292, 301, 345, 292),
    (BIOLLAY, "demandeurs-emploi-abcde"): (546, 543, 525, 547, 575, 547),
    (HAUTS, "demandeurs-emploi-abc"): (937, 918, 908, 888, 909, 812),
    (HAUTS, "demandeurs-emploi-femmes"): (378, 376, 379, 378, 367, 331),
    (HAUTS, "demandeurs-emploi-moins-26-ans"): (124, 134, 126, 114, 109, 100),
    (HAUTS, "demandeurs-emploi-50-ans-et-plus"): (169, 195, 198, 211, 225, 204),
    (HAUTS, "demandeurs-emploi-a"): (642, 602, 602, 557, 598, 479),
    (HAUTS, "demandeurs-emploi-abcde"): (1074, 1037, 1002, 989, 1031, 949),
}
BENEFITS = {
    (BIOLLAY, "allocataires-caf"): (1160, 1224, 1185, 1174, 1193, 1245),
    (BIOLLAY, "personnes-couvertes-caf"): (2582, 2670, 2594, 2531, 2599, 2684),
    (BIOLLAY, "rsa-socle"): (227, 212, 210, None, 208, 239),
    (BIOLLAY, "aah"): (163, 160, 148, None, 152, 152),
    (BIOLLAY, "allocataires-monoparents"): (219, 230, 225, 217, 215, 225),
    (HAUTS, "allocataires-caf"): (1805, 1971, 2015, 1989, 2041, 1995),
    (HAUTS, "personnes-couvertes-caf"): (4689, 4996, 5066, 5031, 5068, 4855),
    (HAUTS, "rsa-socle"): (353, 385, 377, None, 349, 364),
    (HAUTS, "aah"): (309, 308, 317, None, 331, 312),
    (HAUTS, "allocataires-monoparents"): (292, 328, 332, 322, 315, 310),
}
CENSUS = {
    (BIOLLAY, "taux-emploi"): (55.7, 46.5, 48.2, 48.3, 48.7),
    (BIOLLAY, "part-moins-25-ans"): (37.1, 36.2, 36.7, 35.8, 35.8),
    (BIOLLAY, "part-60-ans-et-plus"): (19.1, 20.9, 20.1, 19.7, 20.4),
    (BIOLLAY, "part-etrangers"): (12.3, 18.8, 20.4, 20.6, 22.6),
    (BIOLLAY, "part-menages-1-personne"): (46.1, 47.2, 46.3, 45.7, 45.3),
    (HAUTS, "taux-emploi"): (48.1, 42.0, 42.0, 41.6, 43.4),
    (HAUTS, "part-moins-25-ans"): (40.0, 39.8, 39.4, 39.9, 40.2),
    (HAUTS, "part-60-ans-et-plus"): (14.4, 16.6, 17.4, 17.2, 16.7),
    (HAUTS, "part-etrangers"): (19.6, 25.7, 26.3, 29.1, 28.9),
    (HAUTS, "part-menages-1-personne"): (35.7, 37.8, 38.1, 37.6, 38.9),
    ("QPV", "taux-emploi"): (47.4, 44.6),
    ("QPV", "part-moins-25-ans"): (39.8, 39.2),
}
SINGLE = {
    (BIOLLAY, "population", 2013): 3578,
    (BIOLLAY, "population", 2018): 3631,
    (HAUTS, "population", 2013): 6270,
    (HAUTS, "population", 2018): 6465,
    (TOWN, "population", 2018): 58833,
    (TOWN, "population-quartiers-prioritaires", 2018): 10096,
    (TOWN, "niveau-vie-median", 2014): 19516,
    (TOWN, "niveau-vie-median", 2019): 20790,
    (TOWN, "niveau-vie-median", 2021): 21950,
    (TOWN, "taux-pauvrete", 2021): 19,
    (OLD, "niveau-vie-median", 2014): 21643,
    (OLD, "niveau-vie-median", 2015): 21921,
    (NEW, "niveau-vie-median", 2016): 22085,
    (NEW, "niveau-vie-median", 2019): 23180,
    ("D73", "niveau-vie-median", 2019): 23210,
    ("R84", "niveau-vie-median", 2018): 22480,
    ("FM", "niveau-vie-median", 2019): 21930,
    ("QPV", "niveau-vie-median", 2015): 13101,
    ("QPV", "revenu-declare-median", 2015): 9768,
    (BIOLLAY, "part-sans-bac", 2010): 70.4,
    (HAUTS, "part-sans-bac", 2010): 75.2,
    (BIOLLAY, "scolarisation-16-24-ans", 2010): 44.4,
    (HAUTS, "part-bac-plus-2", 2010): 11.0,
    (BIOLLAY, "evolution-demandeurs-emploi-abc", 2020): 9.0,
    (HAUTS, "evolution-demandeurs-emploi-abc", 2021): -10.8,
    (BIOLLAY, "logements-sociaux", 2022): 1424,
    (HAUTS, "logements-sociaux", 2022): 2478,
    (BIOLLAY, "rpls-vacance", 2022): 2.4,
    (HAUTS, "rpls-rotation", 2022): 6.4,
    (BIOLLAY, "loyer-moyen", 2022): 5.57,
    (HAUTS, "rpls-1949-1975", 2022): 84.4,
}


def _expected() -> dict[tuple[str, str, int], float]:
    """Every value of the tables above by (place, indicator, year)."""
    found: dict[tuple[str, str, int], float] = dict(SINGLE)
    spans = [
        *(((code, "taux-pauvrete"), range(2012, 2022), row) for code, row in POVERTY.items()),
        *(((code, "niveau-vie-median"), range(2012, 2022), row) for code, row in MEDIAN.items()),
        *(((code, "gini"), range(2016, 2022), row) for code, row in GINI.items()),
        *((key, range(2016, 2022), row) for key, row in (JOB_SEEKERS | BENEFITS).items()),
        *((key, (2010, 2015, 2016, 2017, 2018), row) for key, row in CENSUS.items()),
    ]
    for key, years, row in spans:
        pairs = zip(years, row, strict=False)
        found |= {(*key, year): value for year, value in pairs if value is not None}
    return found


EXPECTED = _expected()


def test_the_table_of_the_test_is_wide() -> None:
    assert len(EXPECTED) >= 250


@pytest.mark.parametrize("key", EXPECTED, ids=lambda key: "-".join(map(str, key)))
def test_a_value_equals_the_one_read_in_its_source(key: tuple[str, str, int]) -> None:
    assert float(values()[key]["valeur"]) == pytest.approx(EXPECTED[key], abs=1e-9)


def test_what_the_source_rounds_too_much_is_left_out() -> None:
    assert not any(slug == "gini" and year < 2016 for _, slug, year in values())


def test_an_empty_cell_of_the_source_is_an_absence_and_never_a_zero() -> None:
    row = values()[BIOLLAY, "part-menages-6-personnes", 2018]
    assert (row["valeur"], row["statut"]) == ("", "non diffusé")


def test_a_small_commune_is_secret() -> None:
    row = values()["73004", "taux-pauvrete", 2021]
    assert (row["valeur"], row["statut"]) == ("", "secret")


def test_the_standard_of_living_of_les_hauts_is_8_900_euros_below_in_2019() -> None:
    here = float(values()[HAUTS, "niveau-vie-median", 2019]["valeur"])
    there = float(values()[NEW, "niveau-vie-median", 2019]["valeur"])
    assert there - here == 8_900


FAMILIES = ("DEMO", "IPRO", "REVN")
OWNER = {
    (column.family, column.name): item.slug
    for item in catalogue.INDICATORS
    for column in item.columns
}
RENAMED = {"DEFM_A": "A"}
OF_COMMUNE = ("POP_COM", "POP_COM_QP")
TWO_TOTALS = ("QPV", "allocataires-caf", 2016)
"""1,428,400 in one file and 1,428,500 in the other: the source rounds the country's total."""


@pytest.mark.shared
@pytest.mark.skipif(not REFERENCE.is_dir(), reason="le dossier de référence n’est pas là")
def test_every_row_of_the_thematic_files_is_held_with_its_value_and_its_year() -> None:
    held = values()
    checked = 0
    for row in reference("insee_qpv/chambery_qpv2015_insee_long.csv"):
        family, _, edition = row["fichier"].partition("_")
        if family not in FAMILIES:
            continue
        column = RENAMED.get(row["code_indicateur"], row["code_indicateur"])
        year, _presumed = data_year(family, int(edition), column)
        assert year == int(row["annee_donnee"])
        place = {"Ensemble": "QPV"}.get(row["code_quartier"], row["code_quartier"])
        key = (TOWN if column in OF_COMMUNE else place, OWNER[family, column], year)
        checked += 1
        if key != TWO_TOTALS:
            assert float(held[key]["valeur"]) == float(row["valeur"]), key
    assert checked > 1_100


OF_2024 = {
    ("population", 2020): (3710, 7078),
    ("taux-pauvrete", 2021): (40, 43),
    ("taux-emploi", 2020): (53.4, 47.7),
    ("part-etrangers", 2020): (21.9, 27.9),
    ("part-immigres", 2020): (25.7, 31.1),
    ("part-menages-1-personne", 2020): (45.4, 39.7),
    ("part-menages-6-personnes", 2020): (2.2, 6.9),
    ("indice-jeunesse", 2020): (1.4, 1.9),
    ("personnes-couvertes-caf", 2022): (2808, 5112),
    ("allocataires-caf", 2022): (1281, 2096),
    ("rsa-socle", 2022): (186, 357),
    ("logements-sociaux", 2022): (1587, 2665),
}
NOT_PRESUMED = ("population", "taux-pauvrete")


@pytest.mark.parametrize(("slug", "year"), OF_2024)
def test_the_perimeters_of_2024_hold_the_figures_that_were_published(slug: str, year: int) -> None:
    found = [values()[code, slug, year] for code in ("QN07301M", "QN07302M")]
    assert tuple(float(row["valeur"]) for row in found) == OF_2024[slug, year]
    status = "définitif" if slug in NOT_PRESUMED else "présumé"
    assert {row["statut"] for row in found} == {status}


def test_nothing_that_the_copy_computed_is_held() -> None:
    held = {row["valeur"] for row in values().values() if row["territoire"].startswith("QN")}
    assert not held & {"1753.3", "2822.2", "90.52", "94.43"}


def test_every_value_has_the_rounding_of_its_source_and_is_a_multiple_of_it() -> None:
    for where, row in some(values().items()):
        assert bool(row["pas"]) is bool(row["valeur"]), where
        if row["valeur"]:
            times = float(row["valeur"]) / float(row["pas"])
            assert abs(times - round(times)) < 1e-6, where


@pytest.mark.parametrize(
    ("slug", "year", "step"),
    [
        ("taux-pauvrete", 2020, "0.1"),
        ("taux-pauvrete", 2021, "1"),
        ("niveau-vie-median", 2015, "1"),
        ("niveau-vie-median", 2016, "10"),
        ("niveau-vie-median", 2021, "10"),
        ("gini", 2016, "0.001"),
        ("rapport-s80-s20", 2016, "0.001"),
        ("rapport-s80-s20", 2018, "0.1"),
    ],
)
def test_the_rounding_of_the_quarters_is_the_one_of_the_national_file(
    slug: str, year: int, step: str
) -> None:
    assert {values()[code, slug, year]["pas"] for code in (BIOLLAY, HAUTS)} == {step}


def test_the_rates_of_the_communes_in_2021_are_rounded_to_the_unit() -> None:
    told = [values()[TOWN, slug, 2021] for slug in ("taux-pauvrete", "part-menages-imposes")]
    assert {row["pas"] for row in told} == {"1"}


def test_all_the_quarters_together_are_counted_to_the_hundred() -> None:
    counts = {item.slug for item in catalogue.INDICATORS if item.summable} - {"population"}
    told = [r["pas"] for (code, slug, _), r in values().items() if code == "QPV" and slug in counts]
    assert len(told) > 100
    assert set(told) == {"100"}
