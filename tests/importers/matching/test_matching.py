"""What is said of the columns of a file reads it as the model would be: every row has its fate."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.importers.apply import plan
from dashboard.importers.imported import Document, Refused
from dashboard.importers.matching import written
from dashboard.importers.matching.matching import Matching, print_of, read_as, turned, wrong_in
from dashboard.importers.matching.sight import sight
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.matching.table import HEAD, LINE

SAID = Matching(
    "programmation",
    {
        "annee": "Exercice",
        "intitule": "Action",
        "porteur": "Structure",
        "pilier": "Axe",
        "quartiers": "QPV",
        "montant": "Subv. accordée 2020",
    },
    {"financeur": "etat-p147", "etape": "accordé"},
)


def document(*lines: str) -> Document:
    return Document("p.csv", "\n".join((HEAD, *lines, "")).encode())


def test_every_row_is_taken_refused_or_left_and_unused_columns_are_said(
    territory: TerritoryFolder,
) -> None:
    faulty = LINE.replace("Mouline", "Moulline")
    found = read_as(document(LINE, faulty, LINE), territory, SAID)
    [action] = found.taken["actions"]
    assert (action["intitule"], action["quartiers"]) == ("Jardins", "QP099002")
    [money] = found.taken["financements"]
    assert (money["financeur"], money["etape"]) == ("etat-p147", "accordé")
    account = found.account
    assert (len(account.taken), len(account.refused), account.left) == (1, 1, 1)
    [problem] = found.refused
    assert (problem.column, problem.value, problem.row) == ("QPV", "Moulline-Basse", 3)
    notes = " ".join(found.notes).replace("\u00a0", " ")
    assert "« Cofinanceur », « Décision », « Contact » et « Notes »" in notes
    assert "Étape « accordé »" in notes
    assert plan(found, territory).problems == ()


def test_a_column_without_a_title_is_said_not_to_be_read(territory: TerritoryFolder) -> None:
    lines = (HEAD.replace("Décision", ""), LINE)
    found = read_as(Document("p.csv", "\n".join((*lines, "")).encode()), territory, SAID)
    assert "1 colonne sans titre n’est pas lue." in " ".join(found.notes).replace("\u00a0", " ")
    assert len(found.account.taken) == 1


def test_nothing_of_an_unused_column_is_taken(territory: TerritoryFolder) -> None:
    found = read_as(document(LINE), territory, SAID)
    for private in ("Dupont", "a@b.fr", "0612345678"):
        assert private in LINE
        assert private not in str(found)


def test_a_column_of_the_file_that_was_not_chosen_is_not_read_for_its_title(
    territory: TerritoryFolder,
) -> None:
    head, line = f"{HEAD};Public", f"{LINE};habitants"
    found = read_as(Document("p.csv", f"{head}\n{line}\n".encode()), territory, SAID)
    assert found.taken["actions"][0]["public"] == ""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Matching("programmation", {}, {}), "obligatoire"),
        (
            Matching("programmation", {**SAID.headings, "pilier": "QPV"}, SAID.given),
            "est choisie deux fois",
        ),
        (
            Matching("programmation", {**SAID.headings, "pilier": "<b>"}, SAID.given),
            "n’est pas dans le fichier",
        ),
        (
            Matching("programmation", SAID.headings, {"etape": "accordé"}),
            "la même valeur pour toutes les lignes",
        ),
        (
            Matching("programmation", SAID.headings, {**SAID.given, "financeur": "x" * 201}),
            "dépasse 200 signes",
        ),
    ],
)
def test_columns_that_cannot_be_those_of_the_file_are_refused_by_a_sentence(
    said: Matching, sentence: str, territory: TerritoryFolder
) -> None:
    assert wrong_in(said, HEAD.split(";"))
    with pytest.raises(Refused, match=sentence.replace("obligatoire", "Choisissez|choisissez")):
        read_as(document(LINE), territory, said)


def test_the_file_of_next_year_is_known_by_its_headings_in_any_order() -> None:
    now = HEAD.split(";")
    after = [heading.replace("2020", "2021") for heading in reversed(now)]
    assert print_of(now) == print_of(after)
    assert turned(SAID, after).headings["montant"] == "Subv. accordée 2021"
    assert print_of(now) != print_of([*now, "Autre"])


def test_two_columns_that_differ_by_their_year_alone_are_not_mixed_up() -> None:
    both = ["Montant 2020", "Montant 2021"]
    said = Matching("programmation", {"montant": "Montant 2021"}, {})
    assert turned(said, both).headings == {"montant": "Montant 2021"}
    assert print_of(both) != print_of(["Montant 2021", "Montant 2022"])


def test_what_is_proposed_on_the_command_line_is_what_it_reads(
    tmp_path: Path, territory: TerritoryFolder
) -> None:
    seen = sight(document(LINE), territory)
    assert seen is not None
    path = tmp_path / "colonnes.toml"
    path.write_text(written.proposed(seen), encoding="utf-8")
    said = written.opened(path)
    assert dict(said.headings) == dict(seen.proposed["programmation"])
    path.write_text(f'{written.proposed(seen)}etape = "accordé"\n', encoding="utf-8")
    assert written.opened(path).given == {"etape": "accordé"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("modele = ", "ne peuvent pas être lues"),
        ('modele = "zut"', "n’y nomme aucun modèle"),
        ("modele = ['programmation']", "n’y nomme aucun modèle"),
        ('modele = "programmation"\ncolonnes = 3', "ne contient pas que des textes"),
        ('modele = "programmation"\n[colonnes]\nannee = 3', "ne contient pas que des textes"),
        ('modele = "programmation"\n[partout]\nzut = "3"', "n’est pas une colonne"),
    ],
)
def test_columns_that_are_badly_written_are_refused_by_a_sentence(
    text: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "colonnes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=sentence):
        written.opened(path)
