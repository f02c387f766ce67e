"""A version that should never have been published is withdrawn: nobody keeps it, the public reads
why, wherever it was."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from sqlalchemy import select

from dashboard import cli, publication
from dashboard.depot import Deposit, Depot, Files, NotKept, VersionOrigin
from dashboard.depot import steps as depot_steps
from dashboard.press import rack
from dashboard.press.order import Order
from dashboard.press.rack import Rack
from dashboard.press.work import FAILED
from dashboard.publication import steps as publication_steps
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft, Job, JournalEntry
from dashboard.staff.checks import checking, findings
from dashboard.staff.checks.findings import StoredFindings
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.jobs import jobs
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import withdrawing
from dashboard.store import citations, publication_pointer, withdrawals
from dashboard.store.store_provider import FollowedStore
from dashboard.view import WAITING
from dashboard.web.factory import Observatory, create_app
from tests.conftest import ROOT
from tests.staff.conftest import TERRITORY, Browser, Someone, copied, worked
from tests.staff.drafts.test_drafts import GOOD, loaded

pytestmark = pytest.mark.usefixtures("here")

NAME = b"Madame Unique Personne"
WHY = "Le nom d’une personne y figurait."
ADDRESSES = ("/", "/actions?annee=2023", "/document/actions.pdf", "/telecharger/observatoire.gpkg",
             "/export/actions/montants.csv", "/figure/actions/montants.svg")  # fmt: skip


def kept(settings: StaffSettings, number: int, old: bytes, new: bytes) -> None:
    """A version that changes one file of the one before."""
    depot = Depot(settings.var)
    files = depot.files(depot.version(TERRITORY, number - 1))
    changed = files["actions.csv"].replace(old, new, 1)
    assert changed != files["actions.csv"]
    deposit = Deposit("Paul", f"Dépôt {number}", VersionOrigin("liste.csv", "x"))
    depot.add(TERRITORY, {**files, "actions.csv": changed}, deposit, number - 1)


TITLE = b"Fonds de participation des habitants, 6 quartiers"


@pytest.fixture(scope="session")
def made(var: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three versions published, the second of which names a person, and so does the third; made
    once."""
    home = tmp_path_factory.mktemp("retraits") / "var"
    settings = StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, home)
    copied(var, home)
    files = truth.truth(settings).files
    Depot(home).add(TERRITORY, files, Deposit("Paul", "Dépôt 1", VersionOrigin("d", "x")), 0)
    kept(settings, 2, TITLE, NAME)
    kept(settings, 3, b"Jardins", b"Potagers")
    for number in (1, 2, 3):
        truth.serve(settings, number)
    return home


@pytest.fixture
def three(made: Path, settings: StaffSettings, base: StaffBase) -> StaffSettings:
    for name in ("publications", "depot"):
        shutil.copytree(made / name, settings.var / name, copy_function=linked)
    shutil.copy(made / f"courante-{TERRITORY}", settings.var)
    return settings


def linked(source: str, target: str) -> None:
    """The same file where nobody writes in it."""
    (shutil.copy if source.endswith("versions.sqlite") else os.link)(source, target)


def digests(settings: StaffSettings) -> dict[int, str]:
    held = publication.listing(settings.var, TERRITORY)
    return {manifest["version"]: manifest["empreinte"] for manifest in held}


def holding(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and NAME in path.read_bytes()]


@pytest.fixture
def public(three: StaffSettings) -> Observatory:
    return create_app(var=three.var, territory=TERRITORY)


def gone(client: FlaskClient, digest: str) -> None:
    for address in ADDRESSES:
        found = client.get(f"/v/{digest}{address}")
        assert (found.status_code, address) == (410, address)
        assert WHY in found.get_data(as_text=True)
    for address in ("/figure/contours.json", "/figure/actions/montants.json"):
        assert client.get(f"{address}?publication={digest}").status_code == 410


def printed(settings: StaffSettings, names: dict[int, str]) -> Rack:
    """A press that holds a document of each version."""
    press = rack.of(settings.var, TERRITORY).prepared()
    for digest in names.values():
        press.place(Order(TERRITORY, digest, "/actions", "", "zip", "", "", "", "", "/actions"), "")
    return press


def asked(editor: Browser, number: int, **said: object) -> str:
    editor.open(f"/agents/versions/{number}")
    fields = {"motif": WHY, "compris": "oui", **said}
    return str(editor.send(f"/agents/versions/{number}/retirer", **fields).headers["Location"])


def test_what_is_withdrawn_is_kept_by_nobody_and_every_address_says_why(
    three: StaffSettings, base: StaffBase, someone: Someone, public: Observatory
) -> None:
    reader, names = public.server.test_client(), digests(three)
    for address in ADDRESSES:
        assert reader.get(f"/v/{names[3]}{address}").status_code in (200, 404)
    assert NAME.decode() in reader.get(f"/v/{names[2]}/actions/EX-2015-001").text
    citations.cite(three.var, names[2])
    documents = printed(three, names)
    editor = someone(StaffRole.EDITOR)
    assert "Madame Unique" not in editor.open("/agents/versions/2").text
    assert NAME.decode() in editor.open("/agents/tables/actions?q=unique").text
    assert any("index" in path.parts for path in holding(three.var))
    assert "/travaux/" in asked(editor, 2, avec=["3"])
    assert worked(three, base) == "fini : Versions 2 et 3 : retirées. La version 1 est servie."
    # The public process was neither told nor started again, and its clock has not moved.
    assert reader.get("/sante").get_json()["publication"] == names[1]
    for number in (2, 3):
        gone(reader, names[number])
    assert reader.get(f"/v/{names[1]}/actions").status_code == 200
    again = create_app(var=three.var, territory=TERRITORY).server.test_client()
    gone(again, names[2])
    assert holding(three.var) == []
    assert citations.cited(three.var) & {names[2], names[3]} == set()
    shown = {work.asked["publication"] for work in documents.works()}
    assert shown == set(names.values()) - {names[2], names[3]}
    _only_its_existence_is_kept(three, base, editor)


def _only_its_existence_is_kept(three: StaffSettings, base: StaffBase, editor: Browser) -> None:
    second = Depot(three.var).version(TERRITORY, 2)
    assert second.withdrawn is not None
    assert (second.withdrawn.who, second.withdrawn.why) == ("Dominique Editor", WHY)
    assert (second.files, second.changes, second.deposit.origin.name) == ({}, (), "")
    assert second.deposit.why == "Dépôt 2"
    with pytest.raises(NotKept, match="La version 2 est retirée"):
        Depot(three.var).files(second)
    with base.unit() as unit:
        line = unit.scalars(select(JournalEntry)).all()[-1]
    assert (line.act, line.what, line.why) == ("version retirée", "versions 2 et 3", WHY)
    for page in ("/agents/versions", "/agents/versions/2"):
        assert WHY in editor.open(page).text
    assert "Revenir à cette version" not in editor.page


def test_a_publication_that_is_merely_no_longer_kept_says_another_sentence(
    public: Observatory,
) -> None:
    found = public.server.test_client().get(f"/v/{'0' * 16}/")
    assert found.status_code == 410
    assert "n’est plus conservée" in found.text
    assert "retir" not in found.text.partition("<main")[2].partition("</main>")[0]


def test_an_answer_kept_in_memory_about_a_withdrawn_publication_is_not_given_again(
    three: StaffSettings, base: StaffBase, public: Observatory
) -> None:
    reader, names = public.server.test_client(), digests(three)
    address = f"/v/{names[2]}/actions?annee=2023"
    assert reader.get(address).status_code == reader.get(address).status_code == 200
    before = public.stores.withdrawals()
    withdrawn(three, base, {2})
    assert publication.served_version(three.var, TERRITORY) == 3
    assert public.stores.withdrawals() != before
    assert reader.get(address).status_code == 410


def withdrawn(settings: StaffSettings, base: StaffBase, numbers: set[int], served: int = 0) -> str:
    found = withdrawing.concerned(settings, numbers)
    shown = withdrawing.instead(settings, found, served)
    done = withdrawing.WithdrawalOrder("Paul", "Paul (p@ville.fr)", WHY)
    return withdrawing.withdraw(settings, base, found, shown, done)


def test_from_the_moment_the_reason_is_known_nothing_of_it_is_given_though_it_still_lies_there(
    three: StaffSettings, public: Observatory
) -> None:
    digest, stores = digests(three)[2], FollowedStore(three.var, TERRITORY)
    press = rack.of(three.var, TERRITORY).prepared()
    order = Order(TERRITORY, digest, "/actions", "", "zip", "", "", "", "", "/actions")
    work = press.place(order, "")
    work.write(FAILED, {"why": "Essai"})
    address = f"{WAITING}{press.hand('', work.key).token}"
    assert stores.named(digest) is not None
    client = public.server.test_client()
    assert client.get(address).status_code == 200
    said = withdrawals.place(three.var, digest)
    said.parent.mkdir()
    said.write_text(WHY)
    assert stores.named(digest) is None
    found = client.get(address)
    assert (found.status_code, WHY in found.get_data(as_text=True)) == (410, True)


def test_the_version_to_show_instead_may_be_chosen_and_is_none_of_those_that_go(
    three: StaffSettings, base: StaffBase
) -> None:
    with pytest.raises(NotDone, match="La version 2 est à retirer"):
        withdrawn(three, base, {2, 3}, 2)
    with pytest.raises(NotDone, match="rien à montrer"):
        withdrawn(three, base, {1, 2, 3})
    with pytest.raises(NotKept, match="Il n’y a pas de version 9"):
        withdrawn(three, base, {9})
    assert "La version 1 est servie" in withdrawn(three, base, {3}, 1)
    with pytest.raises(NotDone, match="déjà retirée"):
        withdrawn(three, base, {3})
    assert publication.served_version(three.var, TERRITORY) == 1


def test_the_publication_of_the_folder_of_data_goes_with_the_first_version(
    three: StaffSettings, base: StaffBase
) -> None:
    assert 0 in digests(three)
    withdrawn(three, base, {1})
    assert set(digests(three)) == {2, 3}


def test_versions_that_hold_the_same_files_go_together(
    three: StaffSettings, base: StaffBase
) -> None:
    kept(three, 4, NAME, TITLE)
    kept(three, 5, b"Potagers", b"Jardins")
    assert withdrawing.concerned(three, {1}) == {1, 5}


def test_what_was_withdrawn_is_not_published_again(three: StaffSettings, base: StaffBase) -> None:
    depot = Depot(three.var)
    files = depot.files(depot.version(TERRITORY, 3))
    withdrawn(three, base, {3})
    made = truth.keep(three, files, Deposit("Paul", "x", VersionOrigin("x", "x")))
    assert made.number == 4
    with pytest.raises(NotDone, match=r"Ces données sont retirées\..*personne"):
        truth.serve(three, 4)
    assert publication.served_version(three.var, TERRITORY) == 2


def test_a_draft_made_on_top_of_it_is_checked_again_and_one_that_became_it_is_emptied(
    three: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    loaded(someone(StaffRole.WRITER), three, base, "liste-2019.csv", GOOD)
    with base.unit() as unit:
        unit.add(
            Draft(territory=TERRITORY, owner=1, created=dt.datetime.now(dt.UTC), base=1, version=2,
                  file="x.csv", checksum="x", state="publié", found={"title": NAME.decode()})
        )  # fmt: skip
        unit.flush()
        account = unit.get_one(Draft, 2).owner
        corrections = [{"row": 2, "column": "titre", "value": NAME.decode(), "said": "x"}]
        asked = {"corrections": corrections}
        jobs.ask(unit, account, TERRITORY, jobs.JobKind.CHECK, unit.get_one(Draft, 2), **asked)
    assert holding(three.home)
    withdrawn(three, base, {2, 3})
    with base.unit() as unit:
        assert [job.asked for job in unit.scalars(select(Job).where(Job.draft == 2))] == [{}]
        first, second = unit.scalars(select(Draft).order_by(Draft.id))
        assert (first.state, first.found, second.found) == ("à contrôler", {}, {})
    assert not holding(three.home)


def test_indexes_that_cannot_be_removed_hold_nothing_else_back(
    three: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: IndexShelf) -> None:
        raise OSError("refusé")

    loaded(someone(StaffRole.WRITER), three, base, "liste-2019.csv", GOOD)
    monkeypatch.setattr(IndexShelf, "sweep", full)
    with pytest.raises(OSError, match="refusé"):
        withdrawn(three, base, {2, 3})
    assert not holding(three.var)


def test_a_check_that_was_running_meanwhile_keeps_nothing_of_it(
    three: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = findings.differences

    def slow(before: Files, after: Files) -> StoredFindings:
        withdrawn(three, base, {2, 3})
        return compared(before, after)

    monkeypatch.setattr(findings, "differences", slow)
    said = loaded(someone(StaffRole.WRITER), three, base, "liste-2019.csv", GOOD)
    assert said == f"échoué : {checking.WITHDRAWN}"
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        assert (draft.state, draft.found) == ("à contrôler", {})
    assert not holding(three.home)


@pytest.mark.parametrize("role", [StaffRole.READER, StaffRole.WRITER])
def test_who_does_not_publish_does_not_withdraw(
    three: StaffSettings, someone: Someone, role: StaffRole
) -> None:
    who = someone(role)
    assert "Retirer" not in who.open("/agents/versions/2").text
    answer = who.send("/agents/versions/2/retirer", motif=WHY, compris="oui")
    assert answer.status_code in (400, 403)
    who.open("/agents/deposer" if role is StaffRole.WRITER else "/agents/mot-de-passe")
    assert who.send("/agents/versions/2/retirer", motif=WHY, compris="oui").status_code == 403


@pytest.mark.parametrize("said", [{"motif": " "}, {"compris": ""}, {"avec": ["77"]},
                                  {"avec": ["2", "3"], "servir": "2"}])  # fmt: skip
def test_a_withdrawal_that_says_too_little_or_what_is_not_does_nothing(
    three: StaffSettings, base: StaffBase, someone: Someone, said: dict[str, object]
) -> None:
    assert asked(someone(StaffRole.EDITOR), 3, **said).endswith("/versions/3")
    with base.unit() as unit:
        assert unit.scalars(select(Job)).all() == []


def test_a_withdrawal_that_the_service_left_half_way_is_taken_up_again(
    three: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    asked(someone(StaffRole.EDITOR), 3)
    with base.unit() as unit:
        jobs.take(unit, TERRITORY, "ici")
    with base.unit() as unit:
        jobs.interrupted(unit, TERRITORY, "ici")
    assert worked(three, base).startswith("fini : Version 3")


def test_withdrawals_that_wait_for_one_another_never_take_what_is_shown_by_then(
    three: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    for number in (3, 2, 1):
        assert "/travaux/" in asked(editor, number)
    assert worked(three, base).endswith("La version 2 est servie.")
    assert worked(three, base).endswith("La version 1 est servie.")
    assert worked(three, base) == f"échoué : {withdrawing.NOTHING_LEFT}"
    assert publication.served_version(three.var, TERRITORY) == 1


def test_a_withdrawal_stopped_once_the_versions_were_gone_ends_when_taken_up_again(
    three: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    asked(someone(StaffRole.EDITOR), 3)
    withdrawn(three, base, {3})
    assert worked(three, base) == "fini : Version 3 : retirée."
    assert publication.served_version(three.var, TERRITORY) == 2


def test_the_command_withdraws_and_says_what_it_cannot_reach(
    three: StaffSettings, base: StaffBase
) -> None:
    folders = ("--var", str(three.var), "--donnees", str(three.data.parent))
    options = ["--territoire", TERRITORY, *folders]
    run = CliRunner().invoke
    said = run(cli.main, ["retirer", "2", "3", "--par", "Paul", "--motif", WHY, *options])
    assert said.exit_code == 0, said.output
    assert "La version 1 est servie" in said.output
    assert "sauvegardes" in said.output
    listed = run(cli.main, ["versions", *options]).output
    assert re.search(f"Version 2, retirée le .* par Paul.: {WHY}", listed)
    again = run(cli.main, ["retirer", "2", "--motif", WHY, *options])
    assert (again.exit_code, "déjà retirée" in again.output) == (1, True)
    assert run(cli.main, ["publier", "--version", "2", *options]).exit_code == 1
    assert publication_pointer.sound(three.var, TERRITORY).alert == ""


def test_the_command_waits_for_a_work_that_changes_what_the_public_sees(
    three: StaffSettings, base: StaffBase
) -> None:
    options = [
        "--territoire",
        TERRITORY,
        "--var",
        str(three.var),
        "--donnees",
        str(three.data.parent),
    ]
    order = ["retirer", "2", "--par", "Paul", "--motif", WHY, *options]
    command = threading.Thread(target=lambda: CliRunner().invoke(cli.main, order))
    depot = Depot(three.var)
    with base.alone(TERRITORY):
        command.start()
        command.join(1)
        assert not depot.version(TERRITORY, 2).withdrawn
    command.join()
    assert depot.version(TERRITORY, 2).withdrawn


def test_a_withdrawal_killed_at_each_step_serves_a_whole_publication_and_is_ended_by_the_next(
    made: Path, tmp_path: Path
) -> None:
    script = [sys.executable, "-m", "tests.staff.stopped", str(made), str(tmp_path)]
    ran = subprocess.run(script, cwd=ROOT, check=True, capture_output=True, text=True)
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(told) == len(depot_steps.WITHDRAWING) + len(publication_steps.WITHDRAWING)
    for said in told:
        assert said["killed"], said
        assert (said["damage"], said["alert"]) == ("", ""), said
        assert said["left"] == [], said
        assert said["served"] == 1, said
