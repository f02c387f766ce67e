"""The State's grants line by line, the agglomeration's own subsidies, the posts."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from dashboard.importers.rules import Rules
from tests.data.grand_chambery_tables import FOLDER, REFERENCE, amounts, reference, rows
from tests.walked import some

SCOPES = {
    2016: (28, 305_019, 64, 447_268),
    2017: (16, 245_294, 60, 372_288),
    2018: (32, 271_000, 84, 434_174),
    2019: (52, 329_828, 73, 511_228),
    2020: (113, 601_557, 113, 601_557),
    2021: (75, 477_317, 80, 543_867),
    2022: (75, 792_571, 78, 835_571),
    2023: (70, 772_241, 72, 785_741),
    2024: (61, 823_043, 63, 829_043),
    2025: (22, 569_700, 61, 781_400),
}
"""Lines and euros that are certainly of the contract, then with the probable ones."""
PILLARS = {
    "cohesion-sociale": (618, 5_583_565),
    "emploi": (87, 369_259),
    "cadre-de-vie": (22, 62_851),
    "pilotage": (12, 80_462),
    "inclassable": (9, 46_000),
}
QUARTERS = {"QP073001", "QP073002", "QN07301M", "QN07302M", "QVA-73065-CHANTEMERLE"}

with_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="le dossier de référence n’est pas là"
)


def total(codes: list[str]) -> float:
    return sum(amounts()[code] for code in codes)


def test_748_lines_hold_every_euro_once() -> None:
    assert len(rows("actions")) == len(rows("financements")) == 748
    assert round(sum(amounts().values()), 2) == 6_142_137.15
    assert len({row["porteur_id"] for row in rows("actions")}) == 88


@pytest.mark.parametrize("year", SCOPES)
def test_lines_and_euros_of_each_year_equal_the_count_of_their_scope(year: int) -> None:
    lines = [row for row in rows("actions") if row["annee"] == str(year)]
    certain = [row["id"] for row in lines if row["perimetre"] == "certain"]
    kept = [row["id"] for row in lines]
    found = (len(certain), round(total(certain)), len(kept), round(total(kept)))
    assert found == SCOPES[year]


def test_pillars_are_proposed_and_add_up() -> None:
    by_pillar: dict[str, list[str]] = defaultdict(list)
    for row in some(rows("actions")):
        assert row["pilier_origine"] in ("proposé par règle", "corrigé")
        by_pillar[row["pilier"]].append(row["id"])
    found = {slug: (len(codes), round(total(codes))) for slug, codes in by_pillar.items()}
    assert found == PILLARS


def test_each_line_says_what_the_rules_say() -> None:
    rules = Rules.read(FOLDER / "regles.csv")
    for row in some(rows("actions")):
        if "[nom retiré]" in row["intitule"]:
            continue
        told = (row["pilier"], row["theme"], int(row["pilier_regle"]))
        assert rules.classify(row["intitule"], row["porteur"]) == told


def test_in_2020_the_pillars_are_close_to_the_official_count() -> None:
    found = Counter(row["pilier"] for row in rows("actions") if row["annee"] == "2020")
    assert found["cohesion-sociale"] == 93
    assert found["emploi"] == 15
    assert found["cadre-de-vie"] == 2
    assert found["pilotage"] == 3


def test_a_quarter_is_given_only_where_the_title_or_the_holder_names_it() -> None:
    """57 titles name a place: 8 of them a commune or a centre that is no quarter of the contract.

    142 holders more do: 24 of them a commune or the town centre, 6 Chantemerle after its time.
    """
    origins = Counter(row["quartier_origine"] for row in rows("actions"))
    assert origins == {
        "nommé dans l’intitulé": 57 - 8,
        "nom du porteur": 142 - 24 - 6,
        "proposé : lieu nommé": 73,
        "": 587 - 73,
    }
    given = {row["quartiers"] for row in rows("actions") if row["quartiers"]}
    assert given == QUARTERS


def test_a_line_since_2024_stands_in_the_perimeters_of_2024() -> None:
    for row in some(rows("actions")):
        if row["quartiers"].startswith("Q"):
            recent = row["quartiers"].startswith("QN")
            assert recent == (int(row["annee"]) >= 2024)


def test_complements_cut_titles_and_mended_amounts_are_flagged() -> None:
    flags = {
        name: sum(row[name] == "oui" for row in rows("actions"))
        for name in ("complement", "tronque", "montant_corrige")
    }
    assert flags == {"complement": 50, "tronque": 101, "montant_corrige": 2}


def test_507_subsidies_of_the_agglomeration_stand_apart() -> None:
    found = rows("subventions_agglomeration")
    assert len(found) == 507
    assert round(sum(float(row["montant"]) for row in found), 2) == 10_576_953.37
    about = Counter(row["politique_de_la_ville"] for row in found)
    assert about == {"oui": 20, "probable": 203, "non": 284}
    assert sum(row["ligne_identique"] == "oui" for row in found) == 26


def test_posts_are_counted_by_year() -> None:
    found = Counter((row["dispositif"], row["annee"]) for row in rows("postes"))
    mediators = [found["adulte-relais", str(year)] for year in range(2020, 2026)]
    fonjep = [found["fonjep", str(year)] for year in range(2020, 2026)]
    assert mediators == [24, 25, 26, 26, 23, 20]
    assert fonjep == [3, 3, 3, 3, 3, 4]


def test_the_amounts_of_2025_are_flagged_as_an_error_of_the_source_and_left_as_they_are() -> None:
    found = [row for row in rows("postes") if row["dispositif"] == "adulte-relais"]
    flagged = [row for row in found if row["anomalie"]]
    assert {row["annee"] for row in flagged} == {"2025"}
    assert {row["montant"] for row in flagged} == {"7164"}
    assert len(flagged) == 20


def test_a_post_that_the_source_repeats_is_counted_once_and_says_so() -> None:
    repeated = [row for row in rows("postes") if "répétée" in row["anomalie"]]
    assert len(repeated) == 3
    assert {(row["dispositif"], row["annee"]) for row in repeated} == {("fonjep", "2025")}


def test_each_orientation_of_2016_is_linked_or_said_to_be_alone() -> None:
    linked = {row["orientation"] for row in rows("orientations_liens")}
    assert linked == {row["code"] for row in rows("orientations")}
    years = {row["id"]: row["annee"] for row in rows("actions")}
    for row in rows("orientations_liens"):
        if row["genre"] == "action":
            assert years[row["cible"]] == "2016"


def test_citizens_councils_received_31_269_euros_in_2016() -> None:
    codes = [
        row["id"]
        for row in rows("actions")
        if row["annee"] == "2016" and "conseils citoyens" in row["intitule"]
    ]
    assert total(codes) == 31_269


@pytest.mark.shared
@with_reference
def test_each_line_equals_the_one_that_was_checked() -> None:
    held = {row["id"]: row for row in rows("actions")}
    for line in some(reference("actions/etat_p147_cv_chambery_2016_2025.csv")):
        row = held[line["id"]]
        assert amounts()[line["id"]] == float(line["montant_eur"])
        assert (row["annee"], row["porteur_id"]) == (line["annee"], line["porteur_siren"])
        assert row["perimetre"] == {"CV262": "certain"}.get(line["perimetre"], "probable")
        if "[nom retiré]" not in row["intitule"]:
            assert row["intitule"].split() == line["intitule"].split()
