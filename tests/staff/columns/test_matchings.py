"""A table that nothing recognises: its columns are proposed, said once, remembered for the next."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from dashboard import cli
from dashboard.importers.matching.matching import Matching
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft, Job, Matched
from dashboard.staff.columns import remembering
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import ON_BOTH, TERRITORY, Browser, Someone, worked

pytestmark = pytest.mark.usefixtures("here")

HEAD = "Exercice;Action;Structure;Axe;QPV;Décision;Subv. 2020;Téléphone;<b>=1+1</b>"
LINE = "2020;Jardins;Régie;Cohésion sociale;Mouline-Basse;accordé;3200;06 12 34 56 78;x"
FAULTY = LINE.replace("Jardins", "Vélos").replace("3200", "douze")
OF_A_PERSON = LINE.replace("Jardins", "Repas de Mme Zola").replace("Mouline-Basse", "Chez M. Zola")
FILE = f"{HEAD}\n{LINE}\n{FAULTY}\n{OF_A_PERSON}\n".encode()
COLUMNS = "/agents/brouillons/1/colonnes"
WITHDRAWN = "« (retiré) » : le titre de la colonne annonce une personne"
ASKED = "fini : Rien ne reconnaît ce fichier : dites ce que contient chaque colonne."


def given(who: Browser, published: StaffSettings, base: StaffBase, content: bytes = FILE) -> str:
    """What the check of that file says."""
    who.load("suivi.csv", content)
    return worked(published, base)


def filled(who: Browser, **changed: str) -> dict[str, str]:
    """The form as it is shown, with some of its fields changed."""
    names = re.findall(r'<select class="form-select" id="(colonne-\w+)"', who.page)
    parts = who.page.split("<select ")
    found = {}
    for name in names:
        part = next(one for one in parts if f'id="{name}"' in one)
        held = re.search(r'<option value="([^"]*)" selected', part)
        found[name] = html.unescape(held[1]) if held else ""
    hidden = {name: who.token(name) for name in ("cible", "empreinte")}
    return {**hidden, **found, **changed}


FUNDED = {"colonne-financeur": "partout etat-p147"}


def chosen(who: Browser, published: StaffSettings, base: StaffBase, **changed: str) -> str:
    who.open(COLUMNS)
    answer = who.send(COLUMNS, **filled(who, **{**FUNDED, **changed}))
    assert "/travaux/" in answer.headers["Location"]
    return worked(published, base)


def test_columns_are_proposed_said_once_and_known_the_year_after(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    assert given(writer, published, base) == ASKED
    assert writer.open("/agents/travaux/1").headers["Location"] == COLUMNS
    asked = writer.open(COLUMNS).text
    assert "Il manque : Financeur." in asked.replace("\u00a0", " ")
    assert WITHDRAWN in asked.replace("\u00a0", " ")
    assert "<code>Jardins</code>" in asked
    assert "non utilisée" in asked
    assert chosen(writer, published, base).startswith("fini : Le fichier est lu")
    page = writer.open("/agents/brouillons/1").text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "2 colonnes du fichier ne servent pas : « Téléphone » et « &lt;b&gt;=1+1" in page
    for said in ("3</dt><dd>lignes lues", "1</dt><dd>prise<", "2</dt><dd>refusées"):
        assert said in page
    _nothing_of_a_person_is_written(published, base, asked)
    given(writer, published, base, FILE.replace(b"Subv. 2020", b"Subv. 2021"))
    with base.unit() as unit:
        assert [bool(draft.changed) for draft in unit.scalars(select(Draft))] == [True, False]
    assert "Colonnes reconnues d’après votre choix du" in writer.open("/agents/brouillons/2").text
    _a_cell_is_corrected_under_its_heading(writer, published, base)
    writer.open("/agents/brouillons/2")
    writer.send("/agents/brouillons/2/colonnes/changer")
    assert worked(published, base) == ASKED
    assert "Subv. 2021" in writer.open("/agents/brouillons/2/colonnes").text


def _nothing_of_a_person_is_written(published: StaffSettings, base: StaffBase, asked: str) -> None:
    """Neither in the base nor in any file, that of the draft among them."""
    with base.unit() as unit:
        kept = [unit.get_one(Draft, 1).found, *(job.asked for job in unit.scalars(select(Job)))]
    found = [path for path in published.var.rglob("*") if path.is_file()]
    assert len(found) > 30
    for content in (*(path.read_bytes() for path in found), str(kept).encode(), asked.encode()):
        assert b"06 12 34 56 78" not in content
        assert b"Zola" not in content


def test_a_value_for_every_line_names_nobody(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    given(writer, published, base)
    said = {"colonne-porteur": "", "partout-porteur": "Régie, Mme Zola, 06 12 34 56 78"}
    assert chosen(writer, published, base, **said).startswith("fini : Le fichier est lu")
    with base.unit() as unit:
        (held,) = remembering.every(unit, TERRITORY)
        assert held.said.given["porteur"] == "Régie, (nom retiré), (téléphone retiré)"
        assert unit.get_one(Draft, 1).columns == remembering.kept(held.said)


def _a_cell_is_corrected_under_its_heading(
    writer: Browser, published: StaffSettings, base: StaffBase
) -> None:
    said = {"empreinte": writer.token("empreinte"), "3 Subv. 2021": "1200"}
    writer.send("/agents/brouillons/2/corriger", **said)
    assert worked(published, base).startswith("fini : Le fichier est lu")
    with base.unit() as unit:
        assert unit.get_one(Draft, 2).found["account"]["refused"] == 1


def test_what_is_said_in_the_pages_or_by_a_command_is_known_to_both_until_it_is_forgotten(
    published: StaffSettings, base: StaffBase, someone: Someone, tmp_path: Path
) -> None:
    writer = someone(StaffRole.WRITER)
    given(writer, published, base)
    chosen(writer, published, base)
    next_year = tmp_path / "suivi.csv"
    next_year.write_bytes(FILE.replace(b"Subv. 2020", b"Subv. 2021"))
    assert "Colonnes reconnues d’après le choix du" in commanded(published, tmp_path, next_year)
    said = commanded(published, tmp_path, next_year, verb="colonnes")
    assert 'montant = "Subv. 2021"' in said
    assert 'financeur = "etat-p147"' in said
    (tmp_path / "dit.toml").write_text(said.partition("\n")[2].replace("Subv. 2021", "Promis"))
    other = FILE.replace(b"Subv. 2020", b"Promis")
    next_year.write_bytes(other)
    told = commanded(published, tmp_path, next_year, "--colonnes", str(tmp_path / "dit.toml"))
    assert "Ces colonnes sont retenues" in told
    assert given(writer, published, base, other).startswith("fini : Le fichier est lu")
    forgotten = commanded(published, tmp_path, next_year, "--oublier", verb="colonnes")
    assert "Programmation annuelle." in forgotten
    page = writer.open("/agents/deposer").text
    assert page.count("/oublier") == 1
    writer.send("/agents/colonnes/1/oublier")
    assert "sont oubliées" in writer.open("/agents/deposer").text
    assert writer.send("/agents/colonnes/1/oublier").status_code == 404
    assert "Si c’est une table" in commanded(published, tmp_path, next_year)


@ON_BOTH
def test_the_last_word_on_some_headings_holds_until_it_is_forgotten(base: StaffBase) -> None:
    titles = HEAD.split(";")
    first, last = (Matching("contacts", {"nom": title}, {}) for title in titles[1:3])
    with base.unit() as unit:
        for said in (first, last):
            remembering.remember(unit, TERRITORY, titles, said)
        [held] = remembering.every(unit, TERRITORY)
        assert held.said == last
        assert remembering.remembered(unit, TERRITORY, reversed(titles)) == held
        assert remembering.remembered(unit, TERRITORY, titles[1:]) is None
        assert remembering.remembered(unit, "ailleurs", titles) is None
        assert remembering.forget(unit, "ailleurs", held.number) is None
        assert remembering.forget(unit, TERRITORY, held.number) == held
        assert remembering.every(unit, TERRITORY) == ()


def commanded(
    published: StaffSettings, folder: Path, path: Path, *said: str, verb: str = "importer"
) -> str:
    """What the command line says of that file, on a territory of its own and the same base."""
    data = folder / "data"
    if not data.exists():
        shutil.copytree(published.data, data / TERRITORY)
    places = ("--territoire", TERRITORY, "--donnees", str(data), "--var", str(published.var))
    return CliRunner().invoke(cli.main, [verb, str(path), *said, *places]).output


FORGED = (
    ({"colonne-financeur": ""}, "ou la même valeur pour toutes les lignes"),
    ({"colonne-pilier": "colonne 4"}, "est choisie deux fois"),
    ({"colonne-pilier": "colonne 99"}, "Ce choix n’est pas dans la liste"),
    ({"colonne-pilier": "partout <script>"}, "Ce choix n’est pas dans la liste"),
    ({"colonne-porteur": "", "partout-porteur": "x" * 201}, "dépasse 200 signes"),
    ({"colonne-annee": "' or 1=1"}, "Ce choix n’est pas dans la liste"),
)


def test_what_cannot_be_read_so_is_told_and_nothing_of_it_is_kept(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    given(writer, published, base)
    writer.open(COLUMNS)
    form = filled(writer, **FUNDED)
    for changed, said in FORGED:
        answer = writer.send(COLUMNS, **{**form, **changed})
        assert (answer.status_code, said in answer.text) == (422, True), changed
        assert "<script>" not in answer.text
    writer.send(COLUMNS, **{**form, "empreinte": "autre"})
    with base.unit() as unit:
        assert unit.scalars(select(Matched)).all() == []
        assert unit.get_one(Draft, 1).columns == {}
    assert writer.open(COLUMNS.replace("1", "9")).status_code == 404
    chosen(writer, published, base)
    assert writer.open(COLUMNS).status_code == 404
    assert someone(StaffRole.READER).open(COLUMNS).status_code == 403
