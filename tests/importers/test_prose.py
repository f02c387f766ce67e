"""What people write to one another is told from a table, however odd the table is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.imported import Document, Refused
from dashboard.importers.matching.sight import looks_tabular, sight
from dashboard.importers.prose import TextLayout, layout_of
from dashboard.importers.recognise import is_unknown, read, why_not
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.unnaming.admission import admitted

MINUTES = """COMPTE RENDU DE RÉUNION
Comité technique du 12 mars 2024

Présents : Mme Durand (Ville), M. Petit (CAF), Mme Martin (État)

1. Bilan
Mme Durand rappelle que l’action a démarré en janvier ; 24 familles ont été reçues.
- écrire à la CAF ; relancer l’État
Prochaine réunion : 4 avril, 14 h, salle des fêtes.
"""
MESSAGE = """De :\tJeanne Dupont
Envoyé :\tlundi 3 mai
À :\tPaul; Zoé
Objet :\tProgrammation, suite

Bonjour,
Peux-tu m’appeler demain, vers dix heures ?
"""
REPORT = """# Rapport 2024

Le présent rapport, rédigé par Mme Durand, dresse le bilan ; il sera présenté en mai.

| Quartier | Actions |
|---|---|
| Biollay | 12 |

- des ateliers, des sorties ;
- un *forum*, en juin.

Conclusion : tout va bien, ou presque.
"""
WRAPPED = """L’action, menée depuis mars 2024 par la régie, a permis à 24 familles,
dont 12 monoparentales, de trouver un accueil ; elle a coûté 12 500,50 €,
pris en charge par la ville, l’État et la CAF. Mme Durand, M. Petit
et leurs collègues, bénévoles, en rendent compte ici, chiffres à l’appui.
"""
LINES = "2024-05-0{0} 12:00:0{0},120 INFO work: started {0}, waiting; user=j.dupont\n"
PROSE = {
    "minutes": MINUTES,
    "message": MESSAGE,
    "report": REPORT,
    "wrapped": WRAPPED,
    "log": "".join(map(LINES.format, range(1, 9))),
    "bare log": "2024-05-01 12:00:01,120 INFO begun\n2024-05-01 12:00:02,300 INFO done\n",
    "figures": "Le coût est de 12,50 € par enfant\nLe budget, 300,20 €\nIl reste 12,5 % du tout\n",
    "short": "Bonjour, je viens demain; merci.\n",
    "two lines": "Bonjour, voici le point ; il est court.\nMme Durand, élue, l’a lu ; moi non.\n",
    "alike": "Madame, Monsieur\nJe viens demain\nMerci, à bientôt\nZola\n",
    "list": "Contacts\n- Mme Durand, mairie, 06 12 34 56 78 ;\n- M. Petit, CAF.\n",
    "saved": '"Madame,",,\n"Je vous écris, comme convenu, pour le suivi de",,\n"l’action."',
}
TABLES = {
    "ragged": "a;b;c\n1;2\n3;4;5;6\nx;y;z\n",
    "under sentences": "Programmation, arrêtée le 3 mai.\nSource : Dauphin, extraction du jour.\n\n"
    "Année;Projet;Montant\n2024;Jardins, avec les habitants ; puis seuls;3200\n",
    "few rows under many sentences": "Ce tableau, arrêté en mai, est celui du comité.\n" * 12
    + "Année;Projet;Montant\n2024;Jardins;3200\n2024;Vélos;100\n",
    "headers alone": "Année;Projet;Montant\n",
    "spaced": "Année, Projet, Montant\n2024, Jardins, 3200\n2024, Vélos, 100\n",
    "spaced under a title": "Suivi\nAnnée ; Projet\n2024 ; Jardins\n2024 ; Vélos\n",
    "figures": "2020,3200\n2021,3300\n",
    "decimals": "lat;lon\n45,5;5,9\n",
    "codes": "code,valeur,annee\nQP001001,13501.0,2013\nQP001001,13748.0,2014\n",
    "long texts": "Titre;Bilan\nJardins;Les habitants, nombreux, ont planté ; puis récolté.\n",
    "cells of lines": 'Titre,Bilan\nJardins,"Planté, vu.\nPuis récolté, enfin.\nVoilà, tout."\n',
    "unquoted": "Année,Projet,Structure\n2024,Jardins, fleurs et fruits,Régie\n",
    "tabs": "Année\tProjet\n2024\tJardins\n",
    "pipes": "| Quartier | Actions |\n|---|---|\n| Biollay | 12 |\n",
}


def text(said: str) -> Document:
    return Document("dit.txt", said.encode())


@pytest.mark.parametrize("said", PROSE.values(), ids=PROSE)
def test_what_people_write_is_refused_for_no_table(said: str, territory: TerritoryFolder) -> None:
    for contacts in (False, True):
        with pytest.raises(Refused, match="n’est pas un tableau : c’est un texte") as refusal:
            admitted(text(said), contacts)
        assert not is_unknown(refusal.value)
    with pytest.raises(Refused, match="n’est pas un tableau"):
        read(text(said), territory)
    assert sight(text(said), territory) is None


@pytest.mark.parametrize("said", TABLES.values(), ids=TABLES)
def test_an_odd_table_is_one(said: str) -> None:
    assert looks_tabular(text(said))
    assert is_unknown(why_not(text(said)))


def test_words_that_hold_as_many_commas_as_a_table_has_no_columns_are_those_of_a_cell() -> None:
    rows = "Lieu;Ville;1\n" * 40
    trace = text(f"Nom;Ville;Trace\n{rows}Parc;Ville;{'5.9 45.5,' * 1_001}\n")
    assert looks_tabular(trace)
    with pytest.raises(Refused, match="colonnes"):
        layout_of(text("Un mot,\n" + "x," * 1_001))


@pytest.mark.parametrize("said", ["Nom\nRégie\nVille\n", "Zola\n"])
def test_a_single_column_is_no_text_of_sentences(said: str) -> None:
    assert layout_of(text(said)) == TextLayout(0, 0)
    assert is_unknown(why_not(text(said)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("begun", ["BEGIN:VCARD\nN:Durand;Jeanne;;;\n", "begin:vcalendar\nA;B:c\n"])
def test_cards_are_refused_for_what_they_are(begun: str, encoding: str) -> None:
    with pytest.raises(Refused, match="VCF, ICS"):
        admitted(Document("dit.txt", begun.encode(encoding)))


WORDS = st.lists(st.sampled_from(["Jardins", "régie", "3200", "12,5", "le soir"]), min_size=2)


@given(st.lists(WORDS, min_size=2), st.sampled_from(";\t|"))
def test_rows_that_a_tool_writes_are_a_table(rows: list[list[str]], separator: str) -> None:
    layout = layout_of(text("\n".join(map(separator.join, rows))))
    assert layout is not None
    assert layout.is_table
