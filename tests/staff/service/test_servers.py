"""Several servers, one base: two staff sites, two territories, two public servers."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from werkzeug.test import Client

from dashboard.depot.package import DESCRIPTION
from dashboard.importers import apply
from dashboard.importers.apply import Plan
from dashboard.postgres.address import Address
from dashboard.publication import sharing
from dashboard.publication.following import Follower
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import Draft
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.jobs import jobs
from dashboard.staff.refusal import NotDone
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from dashboard.store import publication_pointer
from dashboard.system import mounts
from dashboard.web.service import Service, create_service
from tests.conftest import ROOT
from tests.postgres import Server
from tests.publication.test_sharing import SOON, following, until
from tests.staff.checks.test_mending import FAULTY, FIELD, stamp
from tests.staff.conftest import TERRITORY, Browser, copied, email, hired, worked
from tests.staff.service.test_stopped_works import stopped

FIXTURES = ROOT / "tests" / "fixtures" / "importers"
GOOD = (FIXTURES / "liste-2019.csv").read_bytes()
OTHER = "voisin"
PATHS = f"ici={TERRITORY} {OTHER}"
READERS = 100

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def staff(tmp_path: Path, var: Path, shared_base: str) -> Iterator[tuple[StaffSettings, StaffBase]]:
    """The staff site of a first server, whose publication the base holds."""
    settings = StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, tmp_path / "un")
    base = opened(settings.base)
    copied(var, settings.var)
    with sharing.together(settings.var, TERRITORY):
        pass
    yield settings, base
    base.close()


def editor(settings: StaffSettings, base: StaffBase, role: StaffRole = StaffRole.EDITOR) -> Browser:
    """An editor of that territory, signed in on that server."""
    hired(base, role, settings.territory)
    browser = Browser(create_site(settings, base).test_client())
    assert browser.sign_in(email(role)).status_code == 303
    return browser


def test_a_draft_received_by_one_server_is_checked_by_another_and_published_by_a_third(
    staff: tuple[StaffSettings, StaffBase], tmp_path: Path
) -> None:
    here, base = staff
    there, third = (replace(here, var=tmp_path / name) for name in ("deux", "trois"))
    who = editor(here, base)
    who.load("liste-2019.csv", GOOD)
    assert worked(there, base).startswith("fini")
    assert drafts.result(there, Draft(id=1)).is_dir()
    assert "1</dt><dd>prise<" in who.open("/agents/brouillons/1").text
    who.send("/agents/brouillons/1/publier", motif="La programmation de 2019")
    assert worked(third, base) == "fini : La version 2 est publiée."
    page = who.open("/agents/versions").text
    assert "La programmation de 2019" in page
    pointers = {publication_pointer.named(one.var, TERRITORY) for one in (here, third)}
    assert len(pointers) == 1
    _nothing_is_left_of_the_draft(there)


def test_a_server_killed_once_cells_are_corrected_leaves_the_others_the_file_they_are_in(
    staff: tuple[StaffSettings, StaffBase], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, base = staff
    who = editor(here, base)
    who.load("programmation.txt", FAULTY)
    worked(here, base)
    stamped = stamp(who.open("/agents/brouillons/1").text)
    who.send("/agents/brouillons/1/corriger", **{FIELD: "3000"}, **stamped)
    with monkeypatch.context() as killed:
        killed.setattr("dashboard.staff.checks.checking._loaded", stopped)
        killed.setattr("dashboard.staff.service.working._send", lambda *_: None)
        worked(here, base)
    with base.unit() as unit:
        jobs.interrupted(unit, TERRITORY, "ici")
    who.open("/agents/travaux/2")
    who.send("/agents/travaux/2/relancer")
    assert worked(replace(here, var=tmp_path / "deux"), base).startswith("fini")
    assert "2</dt><dd>prises" in who.open("/agents/brouillons/1").text


def test_a_page_read_while_a_check_runs_takes_nothing_of_what_it_makes(
    staff: tuple[StaffSettings, StaffBase], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, base = staff
    who = editor(here, base)
    who.load("programmation.csv", FAULTY)
    worked(here, base)
    who.open("/agents/brouillons/1")
    who.send("/agents/brouillons/1/controler")
    answers: list[int] = []

    def meanwhile(planned: Plan, folder: Path) -> tuple[str, ...]:
        written = apply.write(planned, folder)
        pages = (f"/agents/brouillons/1/{page}" for page in ("a-corriger.xlsx", "vu/"))
        answers.extend(who.open(page).status_code for page in pages)
        return written

    monkeypatch.setattr("dashboard.staff.checks.checking.apply", SimpleNamespace(write=meanwhile))
    assert worked(here, base).startswith("fini")
    assert answers == [200, 303]
    made = drafts.result(here, Draft(id=1))
    assert {path.name for path in here.data.iterdir()} - {DESCRIPTION} == {
        path.name for path in made.iterdir()
    }


def test_a_work_that_a_bench_takes_meanwhile_is_not_said_to_be_cancelled_before_it_began(
    staff: tuple[StaffSettings, StaffBase],
) -> None:
    _, base = staff
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        asked = {"version": 1, "why": "x"}
        job = jobs.ask(unit, account.id, TERRITORY, jobs.JobKind.ROLL_BACK, None, **asked)
    with base.unit() as unit:
        read = jobs.of(unit, TERRITORY, job.id)
        assert read is not None
        with base.beside() as bench:
            assert jobs.take(bench, TERRITORY, "ici") is not None
        with pytest.raises(NotDone, match="ne peut plus être annulé"):
            jobs.cancel(unit, read)


def _nothing_is_left_of_the_draft(there: StaffSettings) -> None:
    home = there.home / drafts.FOLDER
    filing.tidy(home)
    assert [path for path in home.rglob("*") if path.is_file()] != []  # it may be in the making
    with pytest.MonkeyPatch.context() as later:
        later.setattr(filing, "FRESH", -1)
        filing.tidy(home)
    assert [path for path in home.rglob("*") if path.is_file()] == []


class Readers:
    """A hundred people who read a territory on two public servers until they are told to stop."""

    def __init__(self, servers: tuple[Service, ...]) -> None:
        self._servers, self._stopping = servers, threading.Event()
        self.wrong: list[str] = []
        self.count = 0

    def read(self, rank: int) -> None:
        reader = Client(self._servers[rank % len(self._servers)].answer)
        while not self._stopping.is_set():
            answer = reader.get("/ici/sante" if rank % 4 else "/ici/donnees")
            self.count += 1
            if answer.status_code != 200:
                self.wrong.append(answer.text)
            time.sleep(1)

    def __enter__(self) -> Readers:
        self._pool = ThreadPoolExecutor(READERS)
        self._read = [self._pool.submit(self.read, rank) for rank in range(READERS)]
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._pool.shutdown()
        for one in self._read:
            one.result()


@pytest.fixture
def public(
    staff: tuple[StaffSettings, StaffBase],
    tmp_path: Path,
    shared_base: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Service, ...]]:
    """Two public servers that follow the base, for both territories, each under its path."""
    monkeypatch.setenv(mounts.SETTING, PATHS)
    homes = [tmp_path / "public-1", tmp_path / "public-2"]
    with ExitStack() as running:
        for home in homes:
            home.mkdir()
            assert Follower(Address(shared_base), home, TERRITORY).once() == ""
            for slug in (TERRITORY, OTHER):
                running.enter_context(following(shared_base, home, slug))
        yield tuple(create_service(var=home) for home in homes)


@pytest.fixture
def elsewhere(staff: tuple[StaffSettings, StaffBase], small: Path, tmp_path: Path) -> StaffSettings:
    """The settings of another territory on the same server, which published nothing yet."""
    data = shutil.copytree(small, tmp_path / "donnees" / OTHER)
    said = (data / "territoire.toml").read_text(encoding="utf-8")
    renamed = said.replace(f'slug = "{TERRITORY}"', f'slug = "{OTHER}"')
    (data / "territoire.toml").write_text(renamed, encoding="utf-8")
    return replace(staff[0], territory=OTHER, data=data)


@pytest.mark.slow
def test_two_territories_and_two_public_servers_on_one_base_that_falls_and_comes_back(
    staff: tuple[StaffSettings, StaffBase],
    elsewhere: StaffSettings,
    public: tuple[Service, ...],
    server: Server,
) -> None:
    settings, base = staff
    mine, theirs = editor(settings, base), editor(elsewhere, base)
    before = served(public, "ici")
    assert served(public, OTHER) == {""}
    with Readers(public) as readers:
        mine.load("liste-2019.csv", GOOD)
        assert worked(settings, base).startswith("fini")
        theirs.load("autre.csv", GOOD)
        assert worked(elsewhere, base).startswith("fini")
        _each_sees_her_own(mine, theirs)
        _without_the_base(server, mine, public)
        mine.send("/agents/brouillons/1/publier", motif="La programmation de 2019")
        assert worked(settings, base) == "fini : La version 2 est publiée."
        assert until(lambda: served(public, "ici").isdisjoint(before)) < SOON
        assert until(lambda: not any(one.first.stores.alert for one in public)) < SOON
        (after,) = served(public, "ici")
        theirs.open("/agents/brouillons/2")
        theirs.send("/agents/brouillons/2/publier", motif="Celle du voisin")
        assert worked(elsewhere, base) == "fini : La version 2 est publiée."
        assert until(lambda: "" not in served(public, OTHER)) < SOON
        assert served(public, "ici") == {after}
        assert len(served(public, OTHER) - {after}) == 1
        _each_shows_her_own(mine, theirs)
    assert (readers.wrong, readers.count > READERS) == ([], True)


def served(public: tuple[Service, ...], path: str) -> set[str]:
    """The publications that those servers show under that path, empty for none."""
    said = [Client(one.answer).get(f"/{path}/sante").json or {} for one in public]
    return {str(one.get("publication", "")) for one in said}


def _each_sees_her_own(mine: Browser, theirs: Browser) -> None:
    for who, other in ((theirs, 1), (mine, 2)):
        for address in (f"brouillons/{other}", f"brouillons/{other}/vu/", f"travaux/{other}"):
            assert who.open(f"/agents/{address}").status_code == 404
    assert "liste-2019.csv" not in theirs.open("/agents").text
    assert "autre.csv" not in mine.open("/agents").text


def _each_shows_her_own(mine: Browser, theirs: Browser) -> None:
    one, two = "La programmation de 2019", "Celle du voisin"
    for who, own, other in ((mine, one, two), (theirs, two, one)):
        page = who.open("/agents/versions").text
        assert own in page
        assert other not in page


def _without_the_base(server: Server, mine: Browser, public: tuple[Service, ...]) -> None:
    server.stop()
    try:
        until(lambda: all("ne répond pas" in one.first.stores.alert for one in public))
        for one in public:
            told = Client(one.answer).get("/ici/sante").json
            assert told is not None
            assert "ne répond pas" in told["alerte"]
        assert mine.open("/agents/brouillons/1").status_code == 503
        assert "Rien de ce que vous venez de demander" in mine.page
    finally:
        server.start()
    assert "1</dt><dd>prise<" in mine.open("/agents/brouillons/1").text
