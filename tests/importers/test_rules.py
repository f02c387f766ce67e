"""Rules propose a pillar and a theme: ordered, editable, never official."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.importers.rules import Rules

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "data" / "grand-chambery" / "regles.csv"
REFERENCE = ROOT.parent / "shared" / "reference" / "data" / "actions"
SLUGS = {
    "cohésion sociale": "cohesion-sociale",
    "développement économique et emploi": "emploi",
    "cadre de vie et renouvellement urbain": "cadre-de-vie",
    "pilotage": "pilotage",
    "inclassable": "inclassable",
}


def row(order: int, on: str, pattern: str, pillar: str, theme: str = "") -> dict[str, str]:
    return {
        "ordre": str(order),
        "porte_sur": on,
        "motif": pattern,
        "pilier": pillar,
        "theme": theme,
    }


SMALL = Rules.parse(
    [
        row(3, "porteur", "club de sport", "cohesion-sociale", "sport"),
        row(1, "intitule", "conseils? citoyens?", "pilotage", "pilotage"),
        row(2, "intitule", "emploi|metiers", "emploi", "emploi"),
    ]
)


def test_the_first_rule_that_answers_wins_whatever_the_order_of_the_rows() -> None:
    assert SMALL.classify("Emploi et conseil citoyen", "") == ("pilotage", "pilotage", 1)


def test_accents_and_capitals_do_not_matter() -> None:
    assert SMALL.classify("DÉCOUVRIR LES MÉTIERS", "") == ("emploi", "emploi", 2)


def test_a_silent_title_is_classed_by_its_holder() -> None:
    assert SMALL.classify("Fonctionnement", "Club de Sport") == ("cohesion-sociale", "sport", 3)


def test_a_rule_on_holders_ignores_titles() -> None:
    assert SMALL.classify("Avec le club de sport", "La MJC") == ("", "", 0)


def test_a_territory_without_rules_proposes_nothing(tmp_path: Path) -> None:
    assert Rules.read(tmp_path / "regles.csv").classify("Emploi", "") == ("", "", 0)


def test_a_pattern_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(re.error):
        Rules.parse([row(1, "intitule", "(", "emploi")])


@pytest.mark.parametrize(
    ("title", "holder", "pillar", "theme"),
    [
        ("Cité éducative de la ville", "Caisse des écoles", "cohesion-sociale", "education"),
        ("Atelier santé ville", "Un pôle de santé", "cohesion-sociale", "sante"),
        ("Chantiers éco-citoyens", "Une association", "cohesion-sociale", "lien-social"),
        ("Le chantier éducatif, un outil", "Une association", "emploi", "emploi"),
        ("Jardins partagés", "Une régie", "cadre-de-vie", "cadre-de-vie"),
        ("Accès aux droits et aide numérique", "", "cohesion-sociale", "parentalite"),
        ("Développer la culture pour tous", "", "cohesion-sociale", "culture"),
        ("Séjour à la mer", "", "cohesion-sociale", "sport"),
        ("Xyz", "", "inclassable", ""),
    ],
)
def test_the_table_of_grand_chambery_reads_titles_as_people_do(
    title: str, holder: str, pillar: str, theme: str
) -> None:
    assert Rules.read(TABLE).classify(title, holder)[:2] == (pillar, theme)


@pytest.mark.shared
@pytest.mark.skipif(not REFERENCE.is_dir(), reason="le dossier de référence n’est pas là")
def test_the_table_proposes_the_pillar_of_all_748_lines_that_were_judged() -> None:
    rules = Rules.read(TABLE)
    path = REFERENCE / "etat_p147_cv_chambery_2016_2025.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    wrong = Counter(
        line["id"]
        for line in lines
        if rules.classify(line["intitule"], line["porteur"])[0] != SLUGS[line["pilier_propose"]]
    )
    assert len(lines) == 748
    assert not wrong
