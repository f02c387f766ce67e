"""What a column demands of its cells."""

from dashboard.schema import TABLES
from dashboard.schema.rules import rules_of


def test_a_siret_whose_key_is_wrong_is_told_and_forbids_nothing() -> None:
    field = next(item for item in TABLES["postes"].fields if item.name == "siret")
    (rule,) = [item for item in rules_of(field) if item.name == "siret"]
    assert not rule.blocking
    for right in ("", "35600000000048", "99900101900010"):
        assert rule.judges(right), right
    for wrong in ("41966173000029", "2173006560014", "Mairie", "999001019"):
        assert not rule.judges(wrong), wrong


def test_a_text_that_holds_what_no_page_shows_is_told_what_and_forbids_nothing() -> None:
    field = next(item for item in TABLES["textes"].fields if item.name == "texte")
    (rule,) = [item for item in rules_of(field) if item.name == "mise-en-forme"]
    assert not rule.blocking
    assert rule.judges("## Bilan\n\n- un **mot** et [sa page](/actions)")
    picture = "![Place](https://exemple.fr/a.png) <b>gras</b>"
    assert not rule.judges(picture)
    assert "une image et du HTML" in rule.remedy(picture)
