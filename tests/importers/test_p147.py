"""The State's grants of the contract, from the file of the whole country."""

from collections.abc import Callable

import pytest

from dashboard.importers import p147
from dashboard.importers.apply import plan
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.conftest import action, money

Import = Callable[[str], Imported]
Give = Callable[[str], Document]
Fill = Callable[..., TerritoryFolder]


def _by_title(imported: Imported) -> dict[str, dict[str, str]]:
    return {row["intitule"]: row for row in imported.taken["actions"]}


def test_the_contract_s_lines_are_kept_with_their_scope(imported: Import) -> None:
    rows = _by_title(imported("DVCU-2018.csv"))
    assert {title: row["perimetre"] for title, row in rows.items()} == {
        "Stage de danse": "probable",
    }
    rows = _by_title(imported("subventions-2023-p147.csv"))
    assert {row["perimetre_motif"] for row in rows.values()} == {"contrat nommé"}


def test_each_line_has_its_money_at_the_committed_stage(imported: Import) -> None:
    read = imported("subventions-2023-p147.csv")
    amounts = {row["action"]: row["montant"] for row in read.taken["financements"]}
    assert sorted(amounts.values()) == ["123483.78", "24516.22"]
    assert set(amounts) == {row["id"] for row in read.taken["actions"]}
    assert {row["etape"] for row in read.taken["financements"]} == {"engagé"}


def test_pillar_and_theme_are_proposed_by_the_rules_of_the_territory(imported: Import) -> None:
    rows = _by_title(imported("subventions-2023-p147.csv"))
    school = rows["Programme de Réussite Educative"]
    assert (school["pilier"], school["theme"]) == ("cohesion-sociale", "education")
    assert (school["pilier_origine"], school["pilier_regle"]) == ("proposé par règle", "1")
    other = rows["COMPLEMENT médiation"]
    assert (other["pilier"], other["theme"], other["complement"]) == ("inclassable", "", "oui")


def test_lines_of_the_departement_that_nothing_ties_are_listed_not_taken(
    imported: Import,
) -> None:
    notes = "\n".join(imported("dossiers-p147-2025.csv").notes)
    assert "ligne 4" in notes
    assert "Théâtre pour tous" in notes
    assert "CLUB" not in notes


def test_a_line_met_again_keeps_its_identifier_its_scope_and_its_holder(
    fill: Fill, given: Give
) -> None:
    raw = "QE2023 - 99 - CA Auzelande Agglomération - COMPLEMENT médiation - REGIE DU ROUET"
    held = action("P147-2023-007", 2023, "Médiation", "999001019", intitule_brut=raw)
    territory = fill(actions=(held,), financements=(money("P147-2023-007", "24516.22"),))
    read = p147.read(given("subventions-2023-p147.csv"), territory)
    same = next(row for row in read.taken["actions"] if row["id"] == "P147-2023-007")
    assert (same["intitule"], same["porteur"]) == ("Médiation", "Régie du Rouet")
    assert same["perimetre_motif"] == "vu avec la préfecture"
    assert {row["id"] for row in read.taken["actions"]} == {"P147-2023-007", "P147-2023-008"}


def test_a_name_that_the_territory_took_out_of_a_title_does_not_come_back(
    fill: Fill, given: Give
) -> None:
    held = action("P147-2023-001", 2023, "Médiation [nom retiré]", "999001019", intitule_brut="")
    territory = fill(actions=(held,), financements=(money("P147-2023-001", "24516.22"),))
    read = p147.read(given("subventions-2023-p147.csv"), territory)
    same = next(row for row in read.taken["actions"] if row["id"] == "P147-2023-001")
    assert (same["intitule"], same["intitule_brut"]) == ("Médiation [nom retiré]", "")


def test_what_staff_corrected_stays(fill: Fill, given: Give) -> None:
    raw = "2023 - 99 - CA Auzelande Agglomération - Programme de Réussite Educative - CAISSE"
    held = action(
        "P147-2023-001",
        2023,
        "Réussite éducative",
        "999001076",
        intitule_brut=raw,
        pilier="inclassable",
        pilier_origine="corrigé",
        quartiers="QP099001",
        quartier_origine="corrigé",
    )
    territory = fill(actions=(held,), financements=(money("P147-2023-001", "123483.78"),))
    planned = plan(p147.read(given("subventions-2023-p147.csv"), territory), territory)
    row = next(row for row in planned.tables["actions"] if row["id"] == "P147-2023-001")
    assert (row["pilier"], row["pilier_origine"]) == ("inclassable", "corrigé")
    assert row["quartiers"] == "QP099001"
    assert row["theme"] == "education"


def test_a_line_of_the_year_that_the_official_file_does_not_hold_goes(
    fill: Fill, given: Give
) -> None:
    ghost = action("P147-2023-050", 2023, "Ligne d’une copie", "999001118")
    other = action("P147-2022-001", 2022, "Autre année", "999001118")
    territory = fill(
        actions=(ghost, other),
        financements=(money("P147-2023-050", "10"), money("P147-2022-001", "20")),
    )
    planned = plan(p147.read(given("subventions-2023-p147.csv"), territory), territory)
    kept = {row["id"] for row in planned.tables["actions"]}
    assert "P147-2023-050" not in kept
    assert "P147-2022-001" in kept
    assert {row["action"] for row in planned.tables["financements"]} == kept
    assert planned.problems == ()


def test_a_corrected_line_stays_the_same_when_the_official_file_mends_its_amount(
    fill: Fill, given: Give
) -> None:
    raw = "2023 - 99 - CA Auzelande Agglomération - Programme de Réussite Educative - CAISSE"
    said = {"pilier": "inclassable", "pilier_origine": "corrigé", "intitule_brut": raw}
    held = action("P147-2023-001", 2023, "Réussite éducative", "999001076", **said)
    territory = fill(actions=(held,), financements=(money("P147-2023-001", "99000"),))
    planned = plan(p147.read(given("subventions-2023-p147.csv"), territory), territory)
    assert planned.problems == ()
    (row,) = [row for row in planned.tables["actions"] if row["porteur_id"] == "999001076"]
    assert (row["id"], row["pilier_origine"]) == ("P147-2023-001", "corrigé")
    amounts = {row["action"]: row["montant"] for row in planned.tables["financements"]}
    assert amounts["P147-2023-001"] == "123483.78"


def test_a_corrected_line_that_the_official_file_lost_stays_with_its_money_and_is_named(
    fill: Fill, given: Give
) -> None:
    lost = action("P147-2023-050", 2023, "Ancienne", "999001118", pilier_origine="corrigé")
    territory = fill(actions=(lost,), financements=(money("P147-2023-050", "10"),))
    read = p147.read(given("subventions-2023-p147.csv"), territory)
    planned = plan(read, territory)
    assert planned.problems == ()
    kept = {row["id"] for row in planned.tables["actions"]}
    assert {row["action"] for row in planned.tables["financements"]} == kept
    assert "P147-2023-050" in kept
    assert "P147-2023-050, « Ancienne » : cette ligne n’est plus dans le fichier" in " ".join(
        read.notes
    )


def test_a_file_without_one_line_of_the_contract_is_refused_lest_a_year_be_emptied(
    territory: TerritoryFolder, given: Give
) -> None:
    lines = given("subventions-2023-p147.csv").content.splitlines()
    document = Document("p147-2023.csv", b"\n".join([lines[0], lines[-1]]))
    with pytest.raises(Refused, match="aucune des 1 lignes"):
        p147.read(document, territory)


@pytest.mark.parametrize("name", ["DVCU-2018.csv", "liste-2019.csv", "dossiers-p147-2025.csv"])
def test_importing_twice_changes_nothing_more(fill: Fill, given: Give, name: str) -> None:
    first = fill()
    planned = plan(p147.read(given(name), first), first)
    second = fill(**planned.tables)
    again = plan(p147.read(given(name), second), second)
    assert again.nothing, again.imported.changes


GIS_PRO = (
    "Numéro de l'action Prj;Libellé de l'action;Raison sociale longue;Code Siret;"
    "Code contrat ville;Libellé contrat ville;Thème;Mt engagé",
    "DA00000001-1;Jardins;REGIE DU ROUET;99900101900010;CN09901M;AUZELANDE;Education;3200,50",
    "DA00000002-1;Chorale;CLUB;99900109200010;CV111;LAC VERT;Education;900",
    "DA00000003-1;Danse;CLUB;99900109200010;;CA Auzelande Agglomération;Education;700",
)


def exported(name: str = "gis-pro-2025.csv", *lines: str) -> Document:
    return Document(name, "\n".join(lines or GIS_PRO).encode())


def test_an_export_of_gis_pro_says_its_contract_itself(territory: TerritoryFolder) -> None:
    read = p147.read(exported(), territory)
    assert read.title == "Export GIS-PRO, État (programme 147), 2025"
    assert {title: row["perimetre_motif"] for title, row in _by_title(read).items()} == {
        "Jardins": "contrat nommé",
        "Danse": "contrat nommé",
    }
    assert [row["montant"] for row in read.taken["financements"]] == ["3200.5", "700"]
    assert {row["source"] for row in read.taken["actions"]} == {"gis-pro"}
    assert next(row["producteur"] for row in read.taken["sources"]).startswith("État")
    assert read.account.left == 1


def test_the_year_of_an_export_is_that_of_its_budget_else_of_its_name(
    territory: TerritoryFolder,
) -> None:
    told = ("Exercice", "2023", "2023", "2023")
    dated = (f"{line};{year}" for line, year in zip(GIS_PRO, told, strict=True))
    read = p147.read(exported("export.csv", *dated), territory)
    assert {row["annee"] for row in read.taken["actions"]} == {"2023"}
    with pytest.raises(Refused, match="rien ne dit l’année"):
        p147.read(exported("export.csv"), territory)


def test_the_official_file_takes_up_the_lines_of_an_export_under_its_own_source(
    fill: Fill, given: Give
) -> None:
    held = action("P147-2023-001", 2023, "Danse", "999001092") | {"source": "gis-pro"}
    other = action("PROG-2023-001", 2023, "Chorale", "999001092") | {"source": "programmation"}
    territory = fill(actions=(other, held))
    read = p147.read(given("subventions-2023-p147.csv"), territory)
    assert {row["source"] for row in read.taken["actions"]} == {"anct-p147"}
