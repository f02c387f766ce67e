"""What one version changes from the one before."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.depot import compare, sentences
from dashboard.schema import TABLES, reading
from dashboard.schema.reading import table_of
from dashboard.system import progress
from tests.claims import spaced

EVENTS = (
    "date;precision;titre;texte;source\n"
    "2015-06-30;jour;Signature du contrat;;locale\n"
    "2016-01-12;jour;Installation du conseil citoyen;Au Rouet;locale\n"
)
FILES = {"orientations.csv": b"annee;texte\n2016;Aller vers\n"}


def test_a_table_asked_for_again_meanwhile_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(content: bytes, name: str) -> Any:
        read.append(name)
        return whole(content, name)

    whole = table_of
    monkeypatch.setattr(compare, "table_of", counted)
    with compare.each_read_once():
        first, again = (compare.readable("orientations.csv", FILES) for _ in range(2))
    assert first is again
    assert list(first.cells(("annee", "texte"))) == [("2016", "Aller vers")]
    compare.readable("orientations.csv", FILES)
    assert read == ["orientations.csv", "orientations.csv"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Signature du contrat", "Signature de la convention", (0, 1, 0)),
        ("2016-01-12;jour", "2016-02-09;jour", (0, 1, 0)),
        ("Au Rouet", "À la Crécelière", (0, 1, 0)),
        ("2015-06-30;jour;Signature du contrat;", "2018-09-01;mois;Bilan;À mi-parcours", (1, 0, 1)),
    ],
)
def test_an_event_written_again_is_changed_and_another_one_is_added(
    old: str, new: str, told: tuple[int, ...]
) -> None:
    before = {"evenements.csv": EVENTS.encode()}
    (change,) = compare.changes(before, {"evenements.csv": EVENTS.replace(old, new).encode()})
    assert (change.added, change.changed, change.removed) == told


def test_a_figure_of_another_year_is_another_row() -> None:
    row = "territoire;indicateur;annee;valeur\nQP099001;population;{};1200\n"
    before, after = ({"indicateurs.csv": row.format(year).encode()} for year in (2019, 2020))
    (change,) = compare.changes(before, after)
    assert (change.added, change.changed, change.removed) == (1, 0, 1)


def test_each_pillar_and_each_generation_counts_as_a_row() -> None:
    pillar = b'[[grilles.piliers]]\nslug = "%s"\nnom = "%s"\n'
    grid = b'[[grilles]]\ncode = "2024"\ncomplete = %s\n'
    before = {"territoire.toml": grid % b"false" + pillar % (b"a", b"A")}
    pillars = pillar % (b"a", b"Autre") + pillar % (b"b", b"B")
    after = {"territoire.toml": grid % b"true" + pillars}
    (change,) = compare.changes(before, after)
    assert (change.added, change.changed, change.removed) == (1, 2, 0)


def test_each_setting_counts_and_a_comment_changes_nothing() -> None:
    before = {"territoire.toml": b'nom = "Ici"\nlogo = "a"\n[carte]\nzoom = 2\n'}
    after = {"territoire.toml": b'nom = "Ailleurs"\npublie_par = "Nous"\n[carte]\nzoom = 3\n'}
    (change,) = compare.changes(before, after)
    assert (change.added, change.changed, change.removed) == (1, 2, 1)
    assert spaced(sentences.change(change)) == (
        "Réglages du territoire : 1 réglage ajouté, 2 réglages changés, 1 réglage retiré"
    )
    (same,) = compare.changes(before, {"territoire.toml": before["territoire.toml"] + b"# vu\n"})
    assert "sans rien changer" in sentences.change(same)


def test_what_is_lost_is_named_by_its_key_and_a_file_that_goes_whole_by_itself() -> None:
    before = {"evenements.csv": EVENTS.encode(), "logo.png": b"a", "territoire.toml": b"a = 1"}
    lines = EVENTS.splitlines(keepends=True)
    after = {"evenements.csv": "".join([lines[0], lines[2]]).encode(), "territoire.toml": b"b = 1"}
    assert list(compare.gone(before, after)) == [
        ("evenements.csv", "2015-06-30, Signature du contrat"),
        ("logo.png", ""),
        ("territoire.toml", "a"),
    ]
    said = [sentences.loss(*one) for one in compare.gone(before, after)]
    assert said == [
        "  Dates du contrat, ligne « 2015-06-30, Signature du contrat »",
        "  Logo",
        "  Réglages du territoire, réglage « a »",
    ]


def test_the_comparison_of_a_long_table_says_block_after_block_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    blocks, heard = 6, list[progress.Said]()
    monkeypatch.setattr(reading, "BLOCK", 10)
    monkeypatch.setattr(progress, "EVERY", 10)
    header = ";".join(TABLES["financements"].header)
    rows = [f"a{rank};etat;accordé;{rank};" for rank in range(10 * blocks)]
    before = {"financements.csv": f"{header}\n".encode()}
    after = {"financements.csv": "\n".join([header, *rows]).encode()}
    with progress.followed(heard.append):
        assert compare.changes(before, after)[0].added == 10 * blocks
    done = [said.done for said in heard]
    assert done == sorted(done)
    for told in ("financements.csv\u00a0: 30 lignes sur 60.", "financements.csv\u00a0: 60 lignes"):
        assert len([said for said in heard if said.startswith(told)]) == 2
    assert len({round(share, 4) for share in done}) > 2 * blocks
