"""A table that no importer knows: what its columns look like, and what is shown of them."""

from __future__ import annotations

import io

import openpyxl
import pytest

from dashboard.importers.imported import Document, Refused
from dashboard.importers.matching.sight import MOST, Sight, sight
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.matching.table import HEAD, LINE


def seen(territory: TerritoryFolder, *lines: str, name: str = "p.csv") -> Sight:
    found = sight(Document(name, "\n".join((*lines, "")).encode()), territory)
    assert found is not None
    return found


def test_a_table_under_a_title_is_told_by_its_headings_and_its_cells(
    territory: TerritoryFolder,
) -> None:
    found = seen(territory, "Programmation 2020", "", HEAD, LINE, LINE.replace("Jardins", "Vélos"))
    assert (found.template, found.rows) == ("programmation", 2)
    assert found.proposed["programmation"] == {
        "annee": "Exercice",
        "intitule": "Action",
        "porteur": "Structure",
        "pilier": "Axe",
        "quartiers": "QPV",
        "financeur": "Cofinanceur",
        "etape": "Décision",
        "montant": "Subv. accordée 2020",
    }


@pytest.mark.parametrize(
    ("lines", "slug", "proposed"),
    [
        (
            ("Ligne;Zone;Sexe;Effectif", "EX-1;x;femmes;24"),
            "participations",
            {"sexe": "Sexe", "nombre": "Effectif"},
        ),
        (
            ("Zone;Variable;Millésime;Chiffre", "QP099002;population;2019;1200"),
            "indicateurs",
            {"territoire": "Zone", "annee": "Millésime", "valeur": "Chiffre"},
        ),
        (
            ("Équipement;Type;Latitude;Longitude;QPV", "École;école;45.5;5.9;Mouline-Basse"),
            "lieux",
            {"lat": "Latitude", "lon": "Longitude", "quartiers": "QPV"},
        ),
        (
            ("Structure;Mission;Horaires;Quartier", "Maison;Accueil;le mardi;Mouline-Basse"),
            "contacts",
            {"nom": "Structure", "role": "Mission", "quartiers": "Quartier"},
        ),
    ],
)
def test_each_kind_of_table_is_told_from_the_others(
    lines: tuple[str, ...], slug: str, proposed: dict[str, str], territory: TerritoryFolder
) -> None:
    found = seen(territory, *lines)
    assert found.template == slug
    assert proposed.items() <= dict(found.proposed[slug]).items()


def test_a_column_of_the_same_name_in_two_models_keeps_the_list_of_each(
    territory: TerritoryFolder,
) -> None:
    lists = seen(territory, HEAD, LINE).lists
    both = [dict(lists[slug]["statut"]) for slug in ("bilans", "indicateurs")]
    assert "projet" in both[0]
    assert "définitif" in both[1]


def test_cells_alone_tell_a_column_whose_heading_says_nothing(territory: TerritoryFolder) -> None:
    found = seen(territory, HEAD.replace("QPV", "Colonne E").replace("Axe", "Colonne D"), LINE)
    held = found.proposed["programmation"]
    assert (held["quartiers"], held["pilier"]) == ("Colonne E", "Colonne D")


def test_what_an_action_costs_is_never_proposed_as_what_it_is_given(
    territory: TerritoryFolder,
) -> None:
    head = HEAD.replace("Subv. accordée 2020", "Coût total;Demande 2020;Montant accordé agglo 2020")
    line = LINE.replace("3200", "12000;4000;3200")
    assert (
        seen(territory, head, line).proposed["programmation"]["montant"]
        == "Montant accordé agglo 2020"
    )
    alone = seen(territory, HEAD.replace("Subv. accordée 2020", "Coût total"), LINE)
    assert "montant" not in alone.proposed["programmation"]


def test_the_number_of_who_pays_is_never_proposed_as_that_of_who_receives(
    territory: TerritoryFolder,
) -> None:
    head = "Collectivité;N° SIRET collectivité;Bénéficiaire de l'aide;Siret bénéf.;Montant voté"
    line = "État;20006911000019;Régie;;3 200,00 €"
    found = seen(territory, head, line).proposed["programmation"]
    assert found == {
        "financeur": "Collectivité",
        "porteur": "Bénéficiaire de l'aide",
        "porteur_id": "Siret bénéf.",
        "montant": "Montant voté",
    }


def test_a_list_of_subsidies_is_no_list_of_meetings(territory: TerritoryFolder) -> None:
    head = "Collectivité;Délibération du;Bénéficiaire de l'aide;Pour quoi faire;Nature;Montant voté"
    line = "État;14/03/2020;Régie;Jardins;aide en numéraire;3 200,00 €"
    assert seen(territory, head, line).template == "programmation"


def test_what_may_be_a_person_is_never_shown(territory: TerritoryFolder) -> None:
    found = seen(territory, HEAD, LINE, LINE.replace("Régie", "Mme Martin"))
    shown = {column.heading: " ".join(column.samples) for column in found.columns}
    assert shown["Notes"] == "(adresse électronique) (téléphone)"
    assert shown["Structure"] == "Régie (nom d’une personne)"
    assert "Dupont" not in str(found)
    assert "Martin" not in str(found)


def test_a_name_beside_a_first_name_is_never_shown(territory: TerritoryFolder) -> None:
    found = seen(territory, "Structure;Nom;Prénom;Montant", "Régie;Dupont;Jeanne;3200")
    assert "Dupont" not in str(found)
    alone = seen(territory, "Structure;Nom;Montant", "Régie;Dupont;3200")
    assert "Dupont" in str(alone)


def test_a_sheet_of_a_workbook_is_found_under_its_title(territory: TerritoryFolder) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["À lire avant"])
    page = book.create_sheet("2020")
    for line in ("Bilan", HEAD, LINE):
        page.append(line.split(";"))
    target = io.BytesIO()
    book.save(target)
    found = sight(Document("p.xlsx", target.getvalue()), territory)
    assert found is not None
    assert found.template == "programmation"
    assert "2020" in found.notes[0]


@pytest.mark.parametrize("content", [b"rien\n", b"a;b\n", b"[1, 2]", b"\n\n;;\n", b"PK\x03\x04"])
def test_what_is_no_table_is_not_shown(content: bytes, territory: TerritoryFolder) -> None:
    assert sight(Document("p.csv", content), territory) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((";".join(f"Titre{rank}" for rank in range(MOST + 1)), "1"), "colonnes"),
        ((";".join("ab" * 600), "1"), "plus de 1 000 colonnes"),
        ((HEAD.replace("QPV", "AXE"), LINE), "est là deux fois"),
    ],
)
def test_a_table_that_cannot_be_told_is_refused_by_a_sentence(
    lines: tuple[str, ...], said: str, territory: TerritoryFolder
) -> None:
    with pytest.raises(Refused) as refusal:
        seen(territory, *lines)
    text = str(refusal.value).replace("\u202f", " ").replace("\u00a0", " ")
    assert said in text
