"""The real territory: known places, known sources, nobody named, nothing that is not published."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from urllib.parse import urlsplit

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import shape

from dashboard import catalogue, schema
from dashboard.domain import settings
from dashboard.domain.indicator import Status
from dashboard.publication import sources
from tests.data.grand_chambery_tables import FOLDER, features, package, rows, values
from tests.walked import some

OF_2024 = {"insee-filosofi": "insee-filosofi-2024"}
"""Under which source stands, in the perimeters of 2024, what another gives in those of 2015."""
SLUG_OF_SOURCE = {row["id"] for row in rows("sources")}
HECTARES = {"QP073001": 37.55, "QP073002": 33.99, "QN07301M": 37.7, "QN07302M": 79.3}
"""The areas of the official outlines, as measured on their source."""


def kinds() -> Counter[str]:
    return Counter(row["genre"] for row in rows("territoires"))


def quarters(kind: str) -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in rows("territoires") if row["genre"] == kind}


def test_the_tables_can_be_published() -> None:
    held = sources.load(FOLDER)
    problems = schema.check(held.tables, schema.known_of(held.settings, held.themes))
    assert [problem.sentence() for problem in problems] == []


def test_the_settings_are_read_and_nobody_signs_yet() -> None:
    text = (FOLDER / "territoire.toml").read_text(encoding="utf-8")
    found = settings.read(tomllib.loads(text))
    assert not found.fictional
    assert found.notice.endswith("Non publié par Grand Chambéry.")
    assert [contract.code for contract in found.contracts] == ["2015-2023", "2024-2030"]
    assert found.contracts[0].grid.complete
    assert not found.contracts[1].grid.complete


def test_both_priority_quarters_stand_in_both_generations() -> None:
    found = quarters("qpv")
    assert set(found) == {"QP073001", "QP073002", "QN07301M", "QN07302M"}
    assert found["QP073001"]["successeur"] == "QN07301M"
    assert found["QP073002"]["successeur"] == "QN07302M"


def test_the_outlines_are_official_exact_in_2015_and_simplified_to_5_metres_in_2024() -> None:
    found = quarters("qpv").values()
    said = {(row["generation"], row["trace"], row["simplification"]) for row in found}
    assert said == {("2015", "officiel", ""), ("2024", "officiel simplifié", "5")}


def test_the_sixteen_quarters_under_watch_have_a_mark_and_no_shape() -> None:
    found = quarters("qva")
    assert len(found) == 16
    assert [int(row["repere"]) for row in found.values()] == list(range(3, 19))
    assert {row["trace"] for row in found.values()} == {"inconnu", "repère approximatif"}
    drawn = {item["properties"]["code"] for item in features("contours_quartiers")}
    assert not drawn & set(found)


def test_four_of_them_are_placed_by_the_street_of_the_same_name_and_say_so() -> None:
    found = {row["nom"]: row for row in quarters("qva").values() if row["repere_lon"]}
    assert set(found) == {"Chantemerle", "Piochet", "La Cassine", "Mas Barral"}
    assert {row["repere_motif"] for row in found.values()} == {"la rue du même nom"}
    assert {row["repere_source"] for row in found.values()} == {"referentiel-voies"}
    assert found["La Cassine"]["repere_detail"].endswith("très approximatif")


def test_a_place_known_by_its_name_alone_says_what_places_it() -> None:
    for row in rows("lieux_nommes"):
        by_name = row["source"] == "lieux-par-le-nom"
        assert by_name is (row["lon"] == "")
        assert row["motif"].startswith("non sourcé par un point : ") is by_name
    assert len(rows("lieux_nommes")) == 71 + 5


def test_782_streets_have_a_point() -> None:
    found = rows("voies")
    assert len(found) == 782
    assert len({row["code"] for row in found}) == 782


def test_les_epinettes_lie_in_two_communes() -> None:
    assert quarters("qva")["QVA-73030-LES-EPINETTES"]["communes"] == "73030|73213"


def test_the_agglomeration_has_38_communes_and_an_older_self() -> None:
    assert kinds()["commune"] == 38
    epci = quarters("epci")
    assert set(epci["200069110"]["communes"].split("|")) == set(quarters("commune"))
    assert epci["247300098"]["valide_a"] == "2016"


@pytest.mark.parametrize(
    ("code", "at", "of"),
    [
        ("73213", "à La Ravoire", "de La Ravoire"),
        ("73098", "aux Déserts", "des Déserts"),
        ("73192", "au Noyer", "du Noyer"),
        ("73004", "à Aillon-le-Jeune", "d’Aillon-le-Jeune"),
        ("73106", "à École", "d’École"),
        ("QP073002", "aux Hauts-de-Chambéry", "des Hauts-de-Chambéry"),
    ],
)
def test_a_place_is_named_as_a_sentence_needs_it(code: str, at: str, of: str) -> None:
    row = next(row for row in rows("territoires") if row["code"] == code)
    assert (row["locatif"], row["genitif"]) == (at, of)


def test_each_commune_has_an_outline_around_its_town_hall() -> None:
    found = features("communes")
    assert {item["properties"]["code"] for item in found} == set(quarters("commune"))
    for item in found:
        outline, about = shape(item["geometry"]), item["properties"]
        assert outline.is_valid
        assert outline.contains(shapely.Point(about["mairie_lon"], about["mairie_lat"]))


def _outlines() -> gpd.GeoSeries:
    """The outlines of the quarters and of Chambéry, in metres."""
    found = {
        item["properties"]["code"]: shape(item["geometry"])
        for name in ("contours_quartiers", "communes")
        for item in features(name)
    }
    return gpd.GeoSeries(found, crs=4326).to_crs(2154)


def test_the_outlines_are_valid_and_cover_their_official_areas() -> None:
    found = _outlines()
    for code, hectares in HECTARES.items():
        assert found[code].is_valid
        assert found[code].area / 10_000 == pytest.approx(hectares, rel=0.01)


def test_an_outline_is_never_cut_at_the_line_of_the_commune_which_is_coarser() -> None:
    found = _outlines()
    outside = found["QN07301M"].difference(found["73065"]).area / found["QN07301M"].area
    assert 0.05 < outside < 0.1


def test_les_hauts_de_chambery_more_than_doubled_southwards_in_2024() -> None:
    found = _outlines()
    old, new = found["QP073002"], found["QN07302M"]
    assert new.area > 2 * old.area
    assert old.bounds[1] - new.bounds[1] > 500
    assert old.intersection(new).area > 0.9 * old.area


def test_every_source_is_described_and_used_or_told() -> None:
    held = [name for name in schema.TABLES if (FOLDER / f"{name}.csv").is_file()]
    for name in held:
        cells = (row["source"] for row in rows(name) if "source" in row)
        used = {source for cell in cells for source in cell.split("|")}
        assert used - {""} <= SLUG_OF_SOURCE
    assert all(row["licence"] and row["obtention"] for row in rows("sources"))


def test_every_indicator_is_declared_and_comes_from_its_source() -> None:
    for row in some(rows("indicateurs")):
        expected = catalogue.indicator(row["indicateur"]).source
        if row["territoire"].startswith("QN"):
            expected = OF_2024.get(expected, "insee-qpv-2024")
        assert row["source"] == expected


def test_at_least_40_indicators_are_known_in_both_quarters() -> None:
    for code in ("QP073001", "QP073002"):
        known = {row["indicateur"] for row in rows("indicateurs") if row["territoire"] == code}
        assert len(known) >= 40


def test_every_value_stands_within_its_bounds_and_every_absence_says_why() -> None:
    hidden = {str(Status.SECRET), str(Status.NOT_PUBLISHED), str(Status.NOT_APPLICABLE)}
    for row in some(rows("indicateurs")):
        indicator = catalogue.indicator(row["indicateur"])
        assert (row["valeur"] == "") == (row["statut"] in hidden)
        if row["valeur"]:
            assert indicator.low <= float(row["valeur"]) <= indicator.high


def test_no_value_is_held_for_a_quarter_under_watch() -> None:
    places = {row["territoire"] for row in rows("indicateurs")}
    assert not places & set(quarters("qva"))


def test_a_year_that_is_only_deduced_says_so() -> None:
    held = values()
    assert held["QP073001", "demandeurs-emploi-abc", 2021]["statut"] == "présumé"
    assert held["QP073001", "taux-emploi", 2018]["statut"] == "présumé"
    assert held["QP073001", "taux-pauvrete", 2021]["statut"] == "définitif"


def test_the_reference_outgrew_itself_when_28_communes_became_38() -> None:
    known = {
        code: {
            year for place, slug, year in values() if (place, slug) == (code, "niveau-vie-median")
        }
        for code in ("247300098", "200069110")
    }
    assert known == {"247300098": {2014, 2015}, "200069110": {2016, 2017, 2018, 2019}}
    told = [row for row in rows("ruptures") if row["territoire"] == "200069110"]
    assert [row["annee"] for row in told] == ["2016"]


def test_no_poverty_rate_is_borrowed_for_the_agglomeration_or_the_country() -> None:
    places = {place for place, slug, _ in values() if slug == "taux-pauvrete"}
    assert not places & {"200069110", "247300098", "D73", "R84", "FM"}


def test_nobody_is_named() -> None:
    hidden = [row for row in rows("actions") if "[nom retiré]" in row["intitule"]]
    assert [row["id"] for row in hidden] == ["P147-2018-063", "P147-2023-063"]
    assert {row["intitule_brut"] for row in hidden} == {""}
    assert not any(row["porteur_nature"] == "personne physique" for row in rows("actions"))
    for table in ("actions", "subventions_agglomeration", "postes"):
        for row in some(rows(table)):
            assert not re.match(r"(m\.|mr|mme|mlle|monsieur|madame)\s", row["porteur"].lower())


def test_no_meeting_and_no_opinion_is_invented() -> None:
    assert rows("participation") == ()
    assert rows("beneficiaires") == ()
    assert rows("concordance") == ()


def test_the_package_describes_every_file_with_its_header() -> None:
    listed = {resource["path"]: resource for resource in package()["resources"]}
    files = {path.name for path in FOLDER.glob("*.csv")} | {
        p.name for p in FOLDER.glob("*.geojson")
    }
    assert set(listed) == files | {"territoire.toml"}
    for path in files:
        resource = listed[path]
        assert resource["sources"]
        assert resource["licenses"]
        assert resource["obtention"]
        if path.endswith(".csv"):
            header = (FOLDER / path).read_text(encoding="utf-8").split("\n", 1)[0].split(";")
            assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_share_alike_data_stand_in_files_of_their_own() -> None:
    licences = {
        resource["path"]: {item["name"] for item in resource["licenses"]}
        for resource in package()["resources"]
        if resource["path"] != "territoire.toml"
    }
    assert licences["eau.geojson"] == {"ODbL-1.0"}
    assert licences["subventions_agglomeration.csv"] == {"ODbL-1.0"}
    assert licences["actions.csv"] == {"etalab-2.0"}
    assert licences["communes.geojson"] == {"etalab-2.0"}


def test_every_address_of_a_source_is_safe_and_names_a_page() -> None:
    for row in some(rows("sources")):
        address = urlsplit(row["adresse"])
        if not row["adresse"]:
            assert "Adresse" in row["note"], row["id"]
            continue
        assert address.scheme == "https", row["id"]
        assert address.path.strip("/") or address.query, row["id"]
        assert "&amp;" not in row["adresse"], row["id"]


def test_the_quarters_of_2015_and_those_of_2024_never_share_a_page() -> None:
    pages: dict[str, set[str]] = {"2015": set(), "2024": set()}
    addresses = {row["id"]: row["adresse"] for row in rows("sources")}
    places = {row["code"]: row["generation"] for row in rows("territoires")}
    for row in some(rows("indicateurs")):
        if places[row["territoire"]]:
            pages[places[row["territoire"]]].add(addresses[row["source"]])
    assert len(pages["2024"]) == 2
    assert not pages["2015"] & pages["2024"]


def test_the_income_of_the_quarters_of_2015_does_not_lead_to_those_of_2024() -> None:
    addresses = {row["id"]: row["adresse"] for row in rows("sources")}
    assert "8243167" not in addresses["insee-filosofi"]
    assert "8243167" in addresses["insee-filosofi-2024"]
