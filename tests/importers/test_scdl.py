"""The agglomeration's subsidies: SCDL, its extra columns and its variants."""

from collections.abc import Callable

import pytest

from dashboard.importers import scdl
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.conftest import action, money

Import = Callable[[str], Imported]
Give = Callable[[str], Document]
FILE = "subventions-auzelande-2020.csv"
HEADER = "nomAttribuant;idAttribuant;nomBeneficiaire;idBeneficiaire;objet;montant;nature\n"


def _rows(imported: Imported) -> list[dict[str, str]]:
    return list(imported.taken["subventions_agglomeration"])


def test_amounts_dates_and_siret_are_read_as_they_are_written(imported: Import) -> None:
    first, second, third, _ = _rows(imported(FILE))
    assert (first["montant"], first["siret"]) == ("12000", "99900101900010")
    assert second["montant"] == "1500.5"
    assert {row["annee_convention"] for row in (first, second, third)} == {"2020"}
    assert {row["annee"] for row in (first, second, third)} == {"2020"}


def test_what_belongs_to_the_city_policy_is_said_sure_or_probable(
    imported: Import, fill: Callable[..., TerritoryFolder], given: Give
) -> None:
    assert [row["politique_de_la_ville"] for row in _rows(imported(FILE))] == [
        "oui",
        "non",
        "non",
        "non",
    ]
    held = action("P147-2020-001", 2020, "Jeux", "999001126")
    territory = fill(actions=(held,), financements=(money("P147-2020-001", "10"),))
    read = scdl.read(given(FILE), territory)
    assert _rows(read)[1]["politique_de_la_ville"] == "probable"


def test_a_natural_person_is_never_named(imported: Import) -> None:
    person = _rows(imported(FILE))[3]
    assert person["porteur"] == "Bénéficiaire (personne physique)"
    assert person["objet"] == "Aide individuelle"
    assert not any("Une Personne" in str(row) for row in _rows(imported(FILE)))


def test_identical_lines_are_flagged_and_kept(imported: Import) -> None:
    assert [row["ligne_identique"] for row in _rows(imported(FILE))] == ["non", "oui", "oui", "non"]


def test_a_line_without_a_sure_amount_is_refused_by_its_number(imported: Import) -> None:
    (problem,) = imported(FILE).refused
    assert (problem.row, problem.column, problem.value) == (6, "montant", "douze")


def test_the_lines_of_another_authority_are_not_taken(
    territory: TerritoryFolder, imported: Import
) -> None:
    assert "Chorale" not in {row["porteur"] for row in _rows(imported(FILE))}
    line = "Ville Voisine;21990000000011;Chorale;;Concert;900;aide en numéraire\n"
    document = Document("subventions-2020.csv", f"{HEADER}{line}".encode())
    with pytest.raises(Refused, match="aucune ligne n’est attribuée par Auzelande"):
        scdl.read(document, territory)


@pytest.mark.parametrize(
    "header",
    [
        "Nom de l'attribuant;Nature;Nom du bénéficiaire*;Objet du dossier;Montant voté",
        "nomAttribuant,nature,nomBeneficiaire,object,montant",
    ],
)
def test_the_variants_of_the_headers_are_recognised(
    territory: TerritoryFolder, header: str
) -> None:
    separator = ";" if ";" in header else ","
    line = separator.join(["Auzelande Agglomération", "n", "Club", "Foot", "900"])
    document = Document("subventions-2019.csv", f"{header}\n{line}\n".encode())
    assert scdl.recognises(document)
    (row,) = _rows(scdl.read(document, territory))
    assert (row["annee"], row["montant"], row["objet"]) == ("2019", "900", "Foot")


def test_the_source_says_its_licence(imported: Import) -> None:
    (source,) = imported(FILE).taken["sources"]
    assert source["licence"] == "ODbL"


@pytest.mark.parametrize(
    "named", ["S/T", "Ensemble", "Report", "Σ", "Montant total des subventions", "Club"]
)
def test_a_sum_that_says_neither_object_nor_siret_is_no_subsidy(
    territory: TerritoryFolder, named: str
) -> None:
    lines = (
        f"{territory.name};;Club;;Judo;1000;x\n{territory.name};;Club;;Danse;500,50;x\n"
        f"{territory.name};;{named};;;1500,50;\n"
    )
    read = scdl.read(Document("subventions-2020.csv", (HEADER + lines).encode()), territory)
    assert [row["montant"] for row in _rows(read)] == ["1000", "500.5"]
    assert [item.lines for item in read.account.aside] == [(4,)]


def test_a_total_of_one_line_is_left_and_a_holder_named_total_is_kept(
    territory: TerritoryFolder,
) -> None:
    lines = (
        f"{territory.name};;Club;;Judo;1000;x\n{territory.name};;Total Sport;;;1000;\n"
        f"{territory.name};;Total Danse;;Gala;1000;x\n"
    )
    read = scdl.read(Document("subventions-2020.csv", (HEADER + lines).encode()), territory)
    assert [row["porteur"] for row in _rows(read)] == ["Club", "Total Danse"]


def test_what_the_file_says_of_each_agreement_is_kept_in_the_form_of_the_schema(
    imported: Import, given: Give, fill: Callable[..., TerritoryFolder]
) -> None:
    first, *_ = imported(FILE).taken["conventions_agglomeration"]
    assert (first["date_convention"], first["reference"], first["part"]) == (
        "2020-03-12",
        "D1",
        "1",
    )
    assert (first["attribuant"], first["notification_ue"]) == ("Auzelande Agglomération", "non")
    assert first["attribuant_siret"] == "", "sa clé est fausse : il n’est pas gardé"
    text = (
        "nomAttribuant;dateConvention;nomBeneficiaire;objet;montant;nature;"
        "datesPeriodeVersement;rnaBeneficiaire;notificationUE;pourcentageSubvention\n"
        "Auzelande Agglomération;2020;Fanfare;Festival;1500;Aide en numéraire;"
        "01/04/2020_15/12/2020;W999000001;NON;0,45\n"
        "Auzelande Agglomération;2020-03-12;Chorale;Festival;1500;;bientôt;;;\n"
    )
    read = scdl.read(Document("subventions.csv", text.encode()), fill())
    dated, vague = read.taken["conventions_agglomeration"]
    assert (dated["date_convention"], dated["versement"]) == ("", "2020-04-01/2020-12-15")
    assert (dated["nature"], dated["notification_ue"]) == ("aide en numéraire", "non")
    assert (dated["rna"], dated["part"]) == ("W999000001", "0.45")
    assert (vague["versement"], vague["part"], vague["rna"]) == ("bientôt", "", "")


def test_a_file_that_says_nothing_of_agreements_brings_none(
    given: Give, fill: Callable[..., TerritoryFolder]
) -> None:
    text = "nomAttribuant;nomBeneficiaire;objet;montant\nAuzelande Agglomération;A;B;15\n"
    read = scdl.read(Document("subventions-2020.csv", text.encode()), fill())
    assert len(read.taken["subventions_agglomeration"]) == 1
    assert read.taken["conventions_agglomeration"] == ()
