"""The programming that staff fill: what becomes of each of its lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.importers.apply import plan
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.conftest import action, money

HEAD = ";".join(field.title for field in TEMPLATE.fields)
LINE = "2020;Jardins;Régie du Rouet;;Cohésion sociale;;Mouline-Basse;habitants;;État;accordé;3200"
HELD = action("P147-2020-001", 2020, "Jardins", "")
OFFICIAL = LINE.replace("accordé", "engagé")


def taken(territory: TerritoryFolder, *lines: str) -> Imported:
    return read(Document("p.csv", "\n".join((HEAD, *lines, "")).encode()), territory)


def amounts(imported: Imported) -> dict[tuple[str, str], str]:
    rows = imported.taken["financements"]
    return {(row["action"], row["etape"]): row["montant"] for row in rows}


def told(imported: Imported) -> str:
    return " ".join(problem.sentence() for problem in imported.refused)


def test_lines_of_one_action_are_one_action_whose_quarters_and_amounts_add_up(
    territory: TerritoryFolder,
) -> None:
    elsewhere = LINE.replace("Mouline-Basse", "La Crécelière").replace("3200", "1 000,50 €")
    imported = taken(territory, LINE, elsewhere, LINE.replace("accordé", "demandé"))
    [row] = imported.taken["actions"]
    assert row["quartiers"] == "QP099002|QP099001"
    assert (row["id"], row["pilier"], row["pilier_origine"]) == (
        "PROG-2020-001", "cohesion-sociale", "officiel",
    )  # fmt: skip
    assert amounts(imported) == {
        ("PROG-2020-001", "accordé"): "4200.5",
        ("PROG-2020-001", "demandé"): "3200",
    }
    assert any("un montant par quartier" in note for note in imported.notes)
    assert plan(imported, territory).problems == ()


@pytest.mark.parametrize(("stage", "told"), [("engagé", True), ("accordé", False)])
def test_amounts_that_no_page_adds_up_are_told(
    territory: TerritoryFolder, stage: str, *, told: bool
) -> None:
    counting = replace(territory, settings=dict(territory.settings) | {"etape_reference": stage})
    notes = taken(counting, LINE, LINE.replace("accordé", "demandé")).notes
    assert any(f"au stade « {stage} »" in note for note in notes) is told


def test_a_line_says_all_its_faults_at_once_and_is_refused_once(territory: TerritoryFolder) -> None:
    wrong = LINE.replace("Mouline-Basse", "Mouline").replace("3200", "trois mille")
    imported = taken(territory, LINE, wrong.replace("Jardins", ""))
    assert [(problem.row, problem.column) for problem in imported.refused] == [
        (3, "Intitulé"),
        (3, "Quartiers"),
        (3, "Montant en euros"),
    ]
    assert imported.account.refused == (3,)


def test_a_total_or_the_header_again_is_no_faulty_line(territory: TerritoryFolder) -> None:
    imported = taken(territory, LINE, HEAD, ";Total;;;;;;;;;;3200")
    assert [(aside.reason, aside.lines) for aside in imported.account.aside] == [
        ("qui répète l’en-tête", (3,)),
        ("de total", (4,)),
    ]
    assert not imported.refused


def test_the_first_table_of_a_territory_names_its_funders(territory: TerritoryFolder) -> None:
    empty = replace(territory, tables=dict(territory.tables) | {"financeurs": ()})
    imported = taken(empty, LINE, LINE.replace("État", "Région Sud").replace("Jardins", "Bus"))
    named = [(row["code"], row["nom"]) for row in imported.taken["financeurs"]]
    assert named == [("etat", "État"), ("region-sud", "Région Sud")]
    assert {row["financeur"] for row in imported.taken["financements"]} == {"etat", "region-sud"}
    assert plan(imported, empty).problems == ()
    assert taken(territory, LINE).taken["financeurs"] == (), "où il y en a, la liste fait foi"


def test_a_funder_that_is_not_listed_is_to_be_added_not_to_be_called_by_another_name(
    territory: TerritoryFolder,
) -> None:
    wrong = LINE.replace("État", "Département").replace("Cohésion sociale", "Sport")
    remedies = {one.column: one.remedy for one in taken(territory, wrong).refused}
    added = "Un autre s’ajoute d’abord à la table « Financeurs », à publier avant ce fichier."
    assert remedies["Financeur"].replace("\u00a0", " ").endswith(f" {added}")
    assert "s’ajoute" not in remedies["Pilier"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE.replace("Mouline", "Moulline"), "Vouliez-vous dire « Mouline-Basse (QP099002) »"),
        (LINE.replace("État", "Région"), "n’est pas dans la liste"),
        (LINE.replace("3200", "trois mille"), "n’est pas un nombre"),
        (LINE.replace("2020", "20"), "année"),
        (LINE.replace("Jardins", ""), "la case est vide"),
        (LINE.replace(";;Cohésion", ";12345;Cohésion"), "SIRET"),
        (LINE.replace("3200", "6000000"), "ordre de grandeur"),
        (LINE.replace("accordé", "promis"), "n’est pas dans la liste"),
    ],
)
def test_a_faulty_line_is_refused_by_name_and_the_others_are_taken(
    line: str, said: str, territory: TerritoryFolder
) -> None:
    imported = taken(territory, line, LINE.replace("Jardins", "Chantier"))
    text = told(imported).replace("\u00a0", " ").replace("\u202f", " ")
    assert said in text
    assert "ligne 2" in text
    assert [row["intitule"] for row in imported.taken["actions"]] == ["Chantier"]


def test_a_file_of_which_no_line_is_taken_has_no_year(territory: TerritoryFolder) -> None:
    assert taken(territory, LINE).title == "Programmation annuelle, 2020"
    assert taken(territory, LINE.replace("3200", "x")).title == "Programmation annuelle"


def test_lines_of_one_action_that_differ_are_told(territory: TerritoryFolder) -> None:
    other = LINE.replace("accordé", "demandé").replace("habitants", "jeunes")
    imported = taken(territory, LINE, other, LINE, LINE.replace("3200", "1"))
    assert "diffère de la ligne 2, qui est la même action" in told(imported)
    assert "de même action, financeur et étape" in told(imported)
    assert imported.account.left == 1


def test_a_fault_quotes_the_cell_as_it_is_written(territory: TerritoryFolder) -> None:
    other = LINE.replace("accordé", "demandé").replace("Cohésion sociale", "Inclassable")
    imported = taken(territory, LINE, other)
    assert [problem.value for problem in imported.refused] == ["Inclassable"]


def test_a_quarter_stands_for_the_perimeters_of_the_year(territory: TerritoryFolder) -> None:
    creceliere = LINE.replace("Mouline-Basse", "La Crécelière")
    before = LINE.replace("2020", "2025").replace("Mouline-Basse", "La Crécelière (QP099001)")
    lines = (creceliere.replace("2020", "2024"), LINE.replace("2020", "2025"), before)
    imported = taken(territory, creceliere, *lines)
    assert [row["quartiers"] for row in imported.taken["actions"]] == ["QP099001", "QN09901M"]
    assert "ne vaut pas pour 2025" in told(imported)
    assert "(QN09901M)" in told(imported)


def test_the_line_of_example_is_left_aside(territory: TerritoryFolder) -> None:
    imported = taken(territory, LINE.replace("Jardins", "Exemple : Jardins"), LINE)
    assert (imported.account.left, len(imported.taken["actions"])) == (1, 1)


def test_an_action_of_the_state_s_file_keeps_its_number_and_gains_what_staff_know(
    fill: Callable[..., TerritoryFolder],
) -> None:
    territory = fill(actions=(HELD,), financements=(money("P147-2020-001", "3200"),))
    imported = taken(territory, LINE, OFFICIAL)
    [row] = imported.taken["actions"]
    assert (row["id"], row["source"], row["pilier_origine"]) == (
        "P147-2020-001", "anct-p147", "corrigé",
    )  # fmt: skip
    assert amounts(imported) == {("P147-2020-001", "accordé"): "3200"}
    assert imported.account.left == 1


def test_the_holder_of_an_official_line_is_told_by_its_siren_alone(
    fill: Callable[..., TerritoryFolder],
) -> None:
    territory = fill(actions=(action("P147-2020-001", 2020, "Jardins", "775653371"),))
    [row] = taken(territory, LINE.replace("Rouet;;", "Rouet;775653371;")).taken["actions"]
    assert row["id"] == "P147-2020-001"
    wrong = taken(territory, LINE.replace("Rouet;;", "Rouet;775653372;"))
    assert "sa clé de contrôle est fausse" in told(wrong)


def test_the_step_that_staff_write_on_an_official_line_is_their_correction(
    fill: Callable[..., TerritoryFolder],
) -> None:
    territory = fill(actions=(HELD,), financements=(money("P147-2020-001", "3200"),))
    for cell, age in (("Jeunesse", "jeunesse"), ("sans étape", "sans étape")):
        [row] = taken(territory, LINE.replace(";;État", f";{cell};État")).taken["actions"]
        assert (row["age"], row["age_origine"]) == (age, "corrigé")
    assert "Vouliez-vous dire" in told(taken(territory, LINE.replace(";;État", ";jeunese;État")))


@pytest.mark.parametrize(
    "line", [OFFICIAL.replace("3200", "4000"), OFFICIAL.replace("Jardins", "Chantier")]
)
def test_what_the_state_committed_is_never_replaced_nor_added_by_another_file(
    line: str, fill: Callable[..., TerritoryFolder]
) -> None:
    territory = fill(actions=(HELD,), financements=(money("P147-2020-001", "3200"),))
    imported = taken(territory, line)
    assert "dont le fichier officiel" in told(imported)
    assert imported.empty


def test_lines_of_the_state_that_nothing_tells_apart_are_added_on_both_sides(
    fill: Callable[..., TerritoryFolder],
) -> None:
    twins = (HELD, action("P147-2020-002", 2020, "Jardins", ""))
    amounts = (money("P147-2020-001", "2500"), money("P147-2020-002", "4000"))
    territory = fill(actions=twins, financements=amounts)
    elsewhere = OFFICIAL.replace("Mouline-Basse", "La Crécelière")
    for lines in (
        [OFFICIAL.replace("3200", "6500")],
        [OFFICIAL.replace("3200", "2500"), elsewhere.replace("3200", "4000")],
    ):
        imported = taken(territory, *lines)
        assert (imported.refused, imported.account.left) == ((), len(lines))


def test_another_file_of_the_year_replaces_the_first_one(
    fill: Callable[..., TerritoryFolder],
) -> None:
    first = taken(fill(), LINE, LINE.replace("Jardins", "Chantier"))
    territory = fill(**{name: first.taken[name] for name in ("actions", "financements", "sources")})
    planned = plan(taken(territory, LINE.replace("3200", "10")), territory)
    [row] = planned.tables["actions"]
    assert row["id"] == "PROG-2020-001"
    assert [row["montant"] for row in planned.tables["financements"]] == ["10"]


def test_a_person_who_holds_an_action_is_never_named(territory: TerritoryFolder) -> None:
    imported = taken(territory, LINE.replace("Régie du Rouet", "Mme Durand"))
    assert "Durand" not in str(imported)


def test_an_empty_model_is_refused(territory: TerritoryFolder) -> None:
    with pytest.raises(Refused, match="ce modèle est vide"):
        taken(territory)


def test_a_line_may_bear_a_pillar_of_any_contract_under_the_words_of_the_first_that_has_them(
    territory: TerritoryFolder,
) -> None:
    later = {"slug": "grandir", "nom": "Grandir et réussir", "court": "Cohésion sociale"}
    grids = (*territory.settings["grilles"], {"code": "2024", "piliers": [later]})
    both = replace(territory, settings={**territory.settings, "grilles": grids})
    said = LINE.replace("Cohésion sociale", "Grandir et réussir").replace("Jardins", "Vélos")
    rows = taken(both, LINE, said).taken["actions"]
    assert [row["pilier"] for row in rows] == ["cohesion-sociale", "grandir"]


def test_a_value_of_no_list_is_told_what_it_may_be(territory: TerritoryFolder) -> None:
    wrong = taken(territory, LINE, LINE.replace("Cohésion sociale", "Zzz").replace("Jardins", "V"))
    assert "n’est pas dans la liste" in told(wrong)
    assert "Cohésion sociale" in told(wrong)
    assert "Listes" not in told(wrong)
