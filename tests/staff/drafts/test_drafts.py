"""A file becomes a draft, is checked, is published, and can be taken back: nothing half done."""

from __future__ import annotations

import datetime as dt
import io
import re
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from dashboard import publication
from dashboard.depot import Deposit, Depot, VersionOrigin
from dashboard.depot.edits import RowDiff
from dashboard.depot.first import founded
from dashboard.staff import journal
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.person import person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft, Job, JournalEntry
from dashboard.staff.drafts import drafts, loading
from dashboard.staff.drafts.sent_file import NAME, largest, safe_name
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.gauge import CHECK, PUBLICATION, RETURN
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import approvals
from dashboard.store import open_store
from tests.conftest import ROOT
from tests.staff.conftest import TERRITORY, Browser, Someone, Words, email, hired, tell, worked

FIXTURES = ROOT / "tests" / "fixtures" / "importers"
GOOD = (FIXTURES / "liste-2019.csv").read_bytes()
DOUBTFUL = (FIXTURES / "subventions-auzelande-2020.csv").read_bytes()

pytestmark = pytest.mark.usefixtures("here")


def draft_of(base: StaffBase, number: int = 1) -> Draft:
    with base.unit() as unit:
        return unit.get_one(Draft, number)


def loaded(
    who: Browser, published: StaffSettings, base: StaffBase, name: str, content: bytes
) -> str:
    assert "/travaux/" in who.load(name, content).headers["Location"]
    return worked(published, base)


def test_a_file_is_checked_then_published_then_seen_then_taken_back(
    published: StaffSettings, base: StaffBase, someone: Someone, words: Words
) -> None:
    editor = someone(StaffRole.EDITOR)
    before = seen(published)
    assert loaded(editor, published, base, "liste-2019.csv", GOOD).startswith("fini")
    tell(words, CHECK)
    page = editor.open("/agents/brouillons/1").text
    for said in ("2</dt><dd>lignes lues", "1</dt><dd>prise<", "aucun quartier nommé"):
        assert said in page
    assert (seen(published), Depot(published.var).versions(TERRITORY)) == (before, ())
    assert editor.send("/agents/brouillons/1/publier", motif=" ").headers["Location"][-1] == "1"
    assert "Dites pourquoi" in editor.open("/agents/brouillons/1").text
    editor.send("/agents/brouillons/1/publier", motif="La programmation de 2019")
    assert worked(published, base) == "fini : La version 2 est publiée."
    tell(words, PUBLICATION)
    assert seen(published) == before + 1
    assert draft_of(base).state == "publié"
    assert not drafts.place(published, 1).exists()
    again = loaded(editor, published, base, "liste-2019.csv", GOOD)
    assert (again, draft_of(base, 2).state) == ("fini : Le fichier ne change rien.", "sans effet")
    words.clear()
    editor.open("/agents/versions/1")
    editor.send("/agents/versions/1/revenir", motif="Erreur de fichier")
    assert worked(published, base) == "fini : La version 1 est de nouveau servie."
    tell(words, RETURN)
    assert seen(published) == before
    _both_versions_say_whence_they_come(published, base)


def test_the_end_of_a_work_is_said_once_where_its_page_was_asked_for_twice(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open("/agents/brouillons/1")
    followed = editor.send("/agents/brouillons/1/publier", motif="Une").headers["Location"]
    worked(published, base)
    for _ in range(2):
        editor.open(followed)
    assert editor.open("/agents/versions").text.count("La version 2 est publiée.") == 1


def _both_versions_say_whence_they_come(published: StaffSettings, base: StaffBase) -> None:
    first, second = reversed(Depot(published.var).versions(TERRITORY))
    assert "tel qu’il était" in first.deposit.why
    deposit = second.deposit
    assert (deposit.who, deposit.why) == ("Dominique Editor", "La programmation de 2019")
    assert deposit.origin.name == "liste-2019.csv"
    with base.unit() as unit:
        entries = tuple(unit.scalars(select(JournalEntry)))
    lines = [(line.act, line.why) for line in entries]
    assert lines[2:] == [
        ("fichier déposé", ""),
        ("version publiée", "La programmation de 2019"),
        ("fichier déposé", ""),
        ("retour à une version", "Erreur de fichier"),
    ]
    put, shown, _, back = (line.what for line in entries[2:])
    assert put == "brouillon n° 1, liste-2019.csv"
    assert shown == "version 2, liste-2019.csv"
    assert re.fullmatch(
        r"version 1 du \d+\S* \w+ \d{4}, « .*tel qu’il était.* »", back.replace("\u00a0", " ")
    )


def seen(published: StaffSettings) -> int:
    """The actions that the public sees."""
    return open_store(published.var, TERRITORY).counts["actions"]


def test_after_a_return_a_draft_starts_from_what_the_public_sees(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = truth.truth(published).files
    deposit = Deposit("Marie", "x", VersionOrigin("x", "x"))
    depot = Depot(published.var)
    depot.add(TERRITORY, files, deposit, 0)
    depot.add(TERRITORY, {**files, "lieux.csv": b""}, deposit, 1)
    monkeypatch.setattr(truth, "served_version", lambda *_: 1)
    loaded(someone(StaffRole.WRITER), published, base, "liste-2019.csv", GOOD)
    draft = draft_of(base)
    assert draft.base == 1
    assert "lieux.csv" not in {change["file"] for change in draft.found["changes"]}


def test_who_was_stopped_between_keeping_and_serving_begins_again_with_the_same_version(
    published: StaffSettings,
) -> None:
    files = {**truth.truth(published).files, "lieux.csv": b""}
    deposit = Deposit("Marie", "x", VersionOrigin("x", "x"))
    assert truth.keep(published, files, deposit).number == 2
    assert truth.keep(published, files, deposit).number == 2


def test_what_is_out_of_the_usual_is_confirmed_point_by_point(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "subventions-auzelande-2020.csv", DOUBTFUL)
    page = editor.open("/agents/brouillons/1").text
    assert page.count('name="confirme"') == 3
    assert "<code>douze</code>" in page
    assert "colonne <strong>montant</strong>" in page
    for ticked in ([], ["0", "1"], ["0", "0", "1"], ["zut"]):
        editor.open("/agents/brouillons/1")
        editor.send("/agents/brouillons/1/publier", motif="x", confirme=ticked)
        assert "Cochez chaque point" in editor.open("/agents/brouillons/1").text
    answer = editor.send("/agents/brouillons/1/publier", motif="x", confirme=["0", "1", "2"])
    assert "/travaux/" in answer.headers["Location"]


def other_version(published: StaffSettings, old: bytes, new: bytes) -> None:
    """A version that changes one file of what the draft started from."""
    files = dict(truth.truth(published).files)
    changed = files["actions.csv"].replace(old, new, 1)
    assert changed != files["actions.csv"]
    deposit = Deposit("Paul", "x", VersionOrigin("x", "x"))
    truth.keep(published, {**files, "actions.csv": changed}, deposit)


TITLE = b"Fonds de participation des habitants, 6 quartiers"


def test_a_draft_that_another_publication_passed_goes_on_top_of_it_to_be_read_again(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    assert "Depuis ce contrôle" not in editor.open("/agents/brouillons/1").text
    other_version(published, TITLE, b"Autre titre")
    monkeypatch.setattr(truth, "served_version", lambda *_: 2)
    passed = editor.open("/agents/brouillons/1").text
    assert "Depuis ce contrôle" in passed
    assert "version 2</a>, publiée par Paul" in passed
    job = editor.send("/agents/brouillons/1/publier", motif="x").headers["Location"]
    said = worked(published, base)
    assert said.startswith("fini : La version 2 a été publiée par Paul")
    assert editor.open(job).headers["Location"] == "/agents/brouillons/1"
    draft = draft_of(base)
    assert (draft.state, draft.base) == ("prêt", 2)
    assert len(Depot(published.var).versions(TERRITORY)) == 2
    page = editor.open("/agents/brouillons/1").text
    assert "Ce qui a changé entre-temps" in page
    assert "Depuis ce contrôle" not in page
    (theirs,) = draft.found["since"]["changes"]
    assert (theirs["file"], theirs["changed"]) == ("actions.csv", 1)
    actions = (drafts.result(published, draft) / "actions.csv").read_bytes()
    assert b"Autre titre" in actions
    assert b"P147-2019-001" in actions
    assert draft.found["changes"][0] == {
        "file": "actions.csv",
        "title": "Actions ou lignes de subvention, une ligne par action et par année",
        "added": 1,
        "changed": 0,
        "removed": 0,
    }


def test_what_changed_since_it_was_read_is_not_published_by_who_read_it_before(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open("/agents/brouillons/1")
    before = editor.token("lu")
    editor.send("/agents/brouillons/1/publier", motif="x")
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        draft.found = {**draft.found, "jumps": ["Un total triple."]}
    for _ in range(2):
        assert worked(published, base) == f"échoué : {drafts.CHANGED}"
        editor.open("/agents/travaux/2")
        editor.send("/agents/travaux/2/relancer")
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="x", confirme=["0"], lu=before)
    assert drafts.CHANGED in editor.open("/agents/brouillons/1").text
    assert Depot(published.var).versions(TERRITORY) == ()


def test_a_first_publication_that_was_stopped_once_the_folder_was_kept_begins_again(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    founded(Depot(published.var), published.data, "Marie Martin", {})
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="Essai")
    assert worked(published, base) == "fini : La version 2 est publiée."


def test_a_table_that_holds_nothing_to_read_says_why_and_is_no_draft_to_publish(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    assert "n’entre pas" in loaded(editor, published, base, "zut.csv", b"rien;de plus\n")
    page = editor.open("/agents/brouillons/1").text
    assert "Ce fichier n’entre pas." in page
    assert "aucune sorte connue" in page
    assert "Publier</button>" not in page
    read = drafts.fingerprint(draft_of(base))
    editor.send("/agents/brouillons/1/publier", motif="x", lu=read)
    assert "n’est pas prêt" in worked(published, base)


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("subventions.csv", b"0" * 200_000_000)
        archive.writestr("../../dehors.csv", b"a;b\n")
    return made.getvalue()


def test_a_zip_bomb_is_refused_by_its_sentence_and_writes_nothing_outside(
    published: StaffSettings, base: StaffBase, someone: Someone, tmp_path: Path
) -> None:
    writer = someone(StaffRole.WRITER)
    assert writer.load("bombe.zip", bomb()).status_code == 422
    assert "bombe.zip" in writer.page
    assert not list((published.home / "brouillons").glob("*"))
    assert not list(tmp_path.rglob("dehors.csv"))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd"),
        ("...", "fichier"),
        ("", "fichier"),
        ("a\0b\r\n.csv", "ab.csv"),
        (".caché.csv", "caché.csv"),
        ("Subventions attribuées 2021.xlsx", "Subventions attribuées 2021.xlsx"),
        ("\u202egnp.csv", "gnp.csv"),
    ],
)
def test_the_name_of_a_file_is_never_a_path(said: str, kept: str) -> None:
    assert safe_name(said) == kept


@pytest.mark.parametrize("said", ["é" * 5_000 + ".csv", "x" * 100_000, f"a.{'é' * 500}"])
def test_a_name_that_is_too_long_is_cut_and_keeps_its_end_where_it_can(said: str) -> None:
    made = safe_name(said)
    assert 0 < len(made.encode()) <= NAME
    assert made.endswith(".csv") is said.endswith(".csv")


def test_a_name_and_a_cell_are_text_wherever_they_are_shown(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    cell = b'"<script>alert(1)</script>"'
    name = '<img src=x onerror="alert(1)">.csv'
    loaded(editor, published, base, name, DOUBTFUL.replace(b"douze", cell))
    pages = ["/agents", "/agents/brouillons/1"]
    for page in pages:
        said = editor.open(page).text
        assert "<img" not in said
        assert "<script" not in said
    assert "&lt;script&gt;" in said


def test_an_empty_file_and_none_at_all_are_told_and_leave_nothing(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    assert writer.load("vide.csv", b"").status_code == 422
    assert "est vide" in writer.page
    writer.send("/agents/deposer")
    assert "Choisissez un fichier" in writer.page
    with base.unit() as unit:
        assert unit.scalars(select(Draft)).all() == []
    assert not list((published.home / "brouillons").glob("*"))


def test_a_file_beyond_50_mb_is_refused_as_it_arrives(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.open("/agents/deposer")
    head = (
        f'--b\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{writer.token()}\r\n'
        '--b\r\nContent-Disposition: form-data; name="fichier"; filename="gros.csv"\r\n\r\n'
    )
    whole = head.encode() + b"x" * (52 * 1024 * 1024) + b"\r\n--b--\r\n"
    kind = "multipart/form-data; boundary=b"
    answer = writer.client.post("/agents/deposer", data=whole, content_type=kind)
    assert answer.status_code == 413
    assert "50\u00a0Mo" in answer.text.replace(" Mo", "\u00a0Mo")
    assert not list((published.home / "brouillons").glob("*"))


def test_the_operator_says_how_large_a_file_may_be(
    monkeypatch: pytest.MonkeyPatch, published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    monkeypatch.setenv("DEPOT_MO", "1")
    assert "1 Mo au plus" in french(writer.open("/agents/deposer"))
    assert largest() == 1024 * 1024
    monkeypatch.setenv("DEPOT_MO", "5000")
    assert "128 Mo au plus" in french(writer.open("/agents/deposer"))


def french(answer: TestResponse) -> str:
    return answer.text.replace("\u00a0", " ").replace("\u202f", " ")


def test_drafts_lie_where_nobody_else_reads(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    someone(StaffRole.WRITER).load("liste-2019.csv", GOOD)
    assert stat.S_IMODE(published.home.stat().st_mode) == 0o700
    held = drafts.kept_file(published, draft_of(base))
    assert held.read_bytes() == GOOD
    assert stat.S_IMODE(held.parent.stat().st_mode) == 0o700


def test_a_file_sent_under_the_name_of_another_place_lies_in_its_draft(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("../../../liste-2019.csv", GOOD)
    place = drafts.place(published, 1)
    assert (draft_of(base).file, drafts.kept_file(published, draft_of(base)).parent) == (
        "liste-2019.csv",
        place / drafts.KEPT,
    )
    monkeypatch.setattr(loading, "largest", lambda: len(GOOD) - 1)
    writer.load("liste-2019.csv", GOOD)
    assert "dépasse" in writer.page


def test_a_refused_file_is_told_where_the_form_begins_and_what_was_ticked_stays(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("bilan.pdf", b"%PDF-1.4\n", contacts="on")
    (alert,) = re.findall(r'<div [^>]*role="alert"[^>]*>.*?</div>', writer.page, re.DOTALL)
    assert " autofocus" in alert
    assert "c’est un PDF" in alert
    assert "Je sais lire" not in writer.page
    (field,) = re.findall(r'<input [^>]*type="file"[^>]*>', writer.page)
    assert 'aria-describedby="fichier-indice fichier-refus" aria-invalid="true"' in field
    assert re.search(r'name="contacts"[^>]* checked', writer.page)
    writer.open("/agents/deposer")
    assert 'role="alert"' not in writer.page
    assert "aria-invalid" not in writer.page
    assert not re.search(r'name="contacts"[^>]* checked', writer.page)


def test_a_draft_is_removed_by_its_owner_or_by_who_publishes(
    published: StaffSettings, base: StaffBase, someone: Someone, site: Flask
) -> None:
    editor, writer = someone(StaffRole.EDITOR), someone(StaffRole.WRITER)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    loaded(writer, published, base, "liste-2019.csv", GOOD)
    writer.open("/agents")
    assert writer.send("/agents/brouillons/1/supprimer").status_code == 403
    writer.open("/agents/deposer")
    assert writer.send("/agents/brouillons/2/supprimer").status_code == 303
    assert writer.open("/agents/brouillons/2").status_code == 404
    assert not drafts.place(published, 2).exists()
    editor.open("/agents/deposer")
    assert editor.send("/agents/brouillons/1/supprimer").status_code == 303


def test_a_draft_of_another_territory_is_nowhere(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    admin = someone(StaffRole.ADMIN)
    admin.load("liste-2019.csv", GOOD)
    with base.unit() as unit:
        unit.get_one(Draft, 1).territory = unit.get_one(Job, 1).territory = "ailleurs"
    for path in ("/agents/brouillons/1", "/agents/travaux/1"):
        assert admin.open(path).status_code == 404
    admin.open("/agents/deposer")
    for act in ("publier", "controler", "supprimer"):
        assert admin.send(f"/agents/brouillons/1/{act}", motif="x").status_code in (400, 404)
    for act in ("annuler", "relancer"):
        admin.open("/agents/deposer")
        assert admin.send(f"/agents/travaux/1/{act}").status_code == 404


def test_no_more_than_three_works_of_one_person_wait(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    for _ in range(3):
        assert "/travaux/" in writer.load("liste-2019.csv", GOOD).headers["Location"]
    writer.load("liste-2019.csv", GOOD)
    assert "Trois de vos travaux" in writer.page
    with base.unit() as unit:
        assert len(unit.scalars(select(Draft)).all()) == 3


def test_a_work_waits_is_followed_cancelled_and_done_again(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("liste-2019.csv", GOOD)
    page = writer.open("/agents/travaux/1").text
    assert '<meta http-equiv="refresh" content="1; url=/agents/travaux/1?vu=' in page
    assert "http-equiv" not in writer.open("/agents/travaux/1?suivi=non").text
    writer.send("/agents/travaux/1/annuler")
    assert "Annulé avant" in writer.open("/agents/travaux/1").text
    assert writer.send("/agents/travaux/1/annuler").status_code == 303
    assert "ne peut plus être annulé" in writer.open("/agents/travaux/1").text
    assert writer.send("/agents/travaux/1/relancer").headers["Location"] == "/agents/travaux/2"
    assert worked(published, base).startswith("fini")


def test_what_a_former_service_left_running_is_said_to_have_failed(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("liste-2019.csv", GOOD)
    with base.unit() as unit:
        jobs.take(unit, TERRITORY, "ici")
    with base.unit() as unit:
        jobs.interrupted(unit, TERRITORY, "ici")
    page = writer.open("/agents/travaux/1").text
    assert "Le site s’est arrêté pendant ce travail" in page
    assert "Relancer" in page
    with base.unit() as unit:
        assert not jobs.advance(unit, unit.get_one(Job, 1), "encore")


def test_a_publication_in_hand_is_not_cancelled(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        jobs.ask(unit, account.id, TERRITORY, jobs.JobKind.ROLL_BACK, None, version=1, why="x")
        jobs.take(unit, TERRITORY, "ici")
    editor.open("/agents/travaux/1")
    editor.send("/agents/travaux/1/annuler")
    assert "ne peut plus être annulé" in editor.open("/agents/travaux/1").text


def test_who_only_writes_neither_cancels_nor_repeats_a_publication(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        jobs.ask(unit, account.id, TERRITORY, jobs.JobKind.ROLL_BACK, None, version=1, why="x")
        jobs.ask(unit, account.id, TERRITORY, jobs.JobKind.PREVIEW, None)
    assert "/agents/travaux/1/annuler" not in writer.open("/agents/travaux/1").text
    writer.open("/agents/deposer")
    assert writer.send("/agents/travaux/1/annuler").status_code == 403
    writer.open("/agents/deposer")
    assert writer.send("/agents/travaux/1/relancer").status_code == 403
    reader = someone(StaffRole.READER)
    assert "/agents/travaux/2/annuler" in reader.open("/agents/travaux/2").text
    reader.send("/agents/travaux/2/annuler")
    assert "Annulé avant" in reader.open("/agents/travaux/2").text


def test_who_lost_her_role_before_her_turn_came_changes_nothing_in_public(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="x")
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        asked = {"version": 1, "why": "x"}
        jobs.ask(unit, account.id, TERRITORY, jobs.JobKind.ROLL_BACK, None, **asked)
        accounts.close(unit, account, "essai")
    assert [worked(published, base) for _ in range(2)] == [f"échoué : {approvals.NO_MORE}"] * 2
    assert Depot(published.var).versions(TERRITORY) == ()


def test_a_depot_that_cannot_be_read_is_a_failure_said_without_its_place(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="x")
    depot = published.var / "depot"
    depot.mkdir()
    (depot / "versions.sqlite").write_bytes(b"x" * 4096)
    said = worked(published, base)
    assert said.startswith("échoué : Le dépôt ne se lit pas")
    assert str(published.var) not in said
    answer = editor.open("/agents/versions/1")
    assert answer.status_code == 500
    assert str(published.var) not in answer.text


def test_going_back_to_a_version_that_is_not_there_is_not_found(
    published: StaffSettings, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    assert editor.open("/agents/versions/9").status_code == 404
    editor.open("/agents/deposer")
    assert editor.send("/agents/versions/9/revenir", motif="x").status_code == 404


def test_a_failure_of_ours_in_a_work_is_a_sentence_without_a_trace(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: StaffSettings) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("dashboard.staff.public.truth.truth", broken)
    writer = someone(StaffRole.WRITER)
    said = loaded(writer, published, base, "liste-2019.csv", GOOD)
    assert said.startswith("échoué")
    assert "secret" not in said


def test_one_work_at_a_time_is_asked_of_a_draft_which_stays_until_it_is_done(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("liste-2019.csv", GOOD)
    for act in ("controler", "apercu", "supprimer"):
        writer.open("/agents/deposer")
        writer.send(f"/agents/brouillons/1/{act}")
        assert "attendez la fin de ce travail" in writer.open("/agents/brouillons/1").text
    with base.unit() as unit:
        assert len(unit.scalars(select(Job)).all()) == 1
        unit.get_one(Draft, 1).created = journal.now() - dt.timedelta(days=9000)
        drafts.expire(unit, published)
        assert drafts.of(unit, TERRITORY, 1) is not None
    assert worked(published, base).startswith("fini")
    writer.open("/agents/deposer")
    writer.send("/agents/brouillons/1/supprimer")
    assert writer.open("/agents/brouillons/1").status_code == 404


def test_a_check_given_up_that_ends_after_all_brings_no_draft_back(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("liste-2019.csv", GOOD)
    with base.unit() as unit:
        unit.get_one(Draft, 1).state = "supprimé"
        with pytest.raises(NotDone, match="n’existe plus"):
            drafts.checked(unit, 1, 0, {}, ready=True)


def test_a_version_published_again_from_its_file_says_why_in_public(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    for number, why in ((1, "La programmation de 2019"), (2, "Elle était juste")):
        loaded(editor, published, base, "liste-2019.csv", GOOD)
        editor.open(f"/agents/brouillons/{number}")
        editor.send(f"/agents/brouillons/{number}/publier", motif=why)
        assert worked(published, base) == "fini : La version 2 est publiée."
        assert publication.told(published.var, TERRITORY).acts[-1].why == why
        truth.serve(published, 1, "Erreur")


def test_whatever_a_person_changes_in_a_draft_says_when(
    published: StaffSettings, base: StaffBase
) -> None:
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        who = person_of(unit.scalars(select(Account)).one(), "")
        line = edits.stand_of(unit, published, who).lines("evenements")[0]
        typed = edits.put(unit, published, who, [("evenements", RowDiff(line.before, None))])
        file = loading.receive(unit, published, who, loading.incoming("liste-2019.csv", GOOD))
        assert file.changed is None
        acts: tuple[tuple[Draft, Callable[[], object]], ...] = (
            (typed, lambda: edits.undo(unit, published, who, typed, 1)),
            (file, lambda: loading.replace(unit, published, file.id, "a.csv", GOOD, "essai")),
        )
        assert typed.changed
        for draft, act in acts:
            draft.changed = None
            act()
            assert draft.changed
