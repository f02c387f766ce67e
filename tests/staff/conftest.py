"""A staff site on a copy of the fictional territory, and people of each role."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.importers import entry
from dashboard.postgres.address import Address
from dashboard.staff import journal
from dashboard.staff.accounts import accounts, passwords
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import Account, Job
from dashboard.staff.checks import mending
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.gauge import NEARLY, Part
from dashboard.staff.jobs.task import GaugedTask
from dashboard.staff.service import working
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import BASE, StaffSettings
from dashboard.store import publication_pointer
from tests.conftest import ROOT
from tests.postgres import Server

PASSWORD = "quatre lapins verts dansent"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
TERRITORY = "exemple"
Words = list[tuple[str, float, int]]
"""What a work says: the part under way, how much of it is done, the percentage of the whole."""
ON_BOTH = pytest.mark.parametrize("base", ["sqlite", "postgresql"], indirect=True)
"""A test run on a file and on a PostgreSQL."""


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost nothing: what they are worth is tested once, with the true ones."""
    monkeypatch.setattr(passwords, "PasswordHasher", lambda: QUICK)
    passwords._nobody.cache_clear()


@pytest.fixture(autouse=True)
def pages_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page waits for a work that these tests do after it."""
    for name in ("PATIENCE", "HELD"):
        monkeypatch.setattr(f"dashboard.staff.pages.jobs.{name}", 0.0)


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Words:
    """What works say from now on of how far they have come."""
    found: Words = []

    def hear(task: GaugedTask, done: float) -> None:
        found.append((task.gauge.part.name, done, task.gauge.share))

    monkeypatch.setattr(GaugedTask, "_audit", hear)
    return found


def tell(words: Words, parts: tuple[Part, ...]) -> None:
    """Those words tell each of these parts once, in order; none of them goes back, nor says that
    the work is whole. They are then forgotten."""
    assert [part for part, _ in groupby(word[0] for word in words)] == [one.name for one in parts]
    shares = [share for *_, share in words]
    assert shares == sorted(shares)
    assert max(shares) <= NEARLY
    for _, same in groupby(words, key=lambda word: word[0]):
        done = [word[1] for word in same]
        assert done == sorted(done)
        assert done[-1] <= 1
    words.clear()


@pytest.fixture
def settings(tmp_path: Path) -> StaffSettings:
    return StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, tmp_path / "var")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base in its last form, made once."""
    path = tmp_path_factory.mktemp("base") / BASE
    made = opened(f"sqlite:///{path}")
    with made._engine.connect() as connection:
        connection.rollback()
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("pragma wal_checkpoint(truncate)")
    made.close()
    return path


@pytest.fixture(scope="session")
def model(server: Server) -> Iterator[str]:
    """The name of a base of PostgreSQL in its last form, made once."""
    with server.base() as address:
        opened(Address(address).of_alchemy).close()
        yield Address(address).said.rpartition("/")[2]


@pytest.fixture
def base(
    request: pytest.FixtureRequest,
    settings: StaffSettings,
    empty: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[StaffBase]:
    """A base of either kind; that of a file unless a test asks for both (``ON_BOTH``)."""
    if getattr(request, "param", "") == "postgresql":
        server, model = (request.getfixturevalue(name) for name in ("server", "model"))
        with server.base(model) as address:
            monkeypatch.setenv("BASE", address)
            yield StaffBase(settings.base)
        return
    shutil.copy(empty, settings.home / BASE)
    made = StaffBase(settings.base)
    yield made
    made.close()


@pytest.fixture
def site(settings: StaffSettings, base: StaffBase) -> Flask:
    return create_site(settings, base)


@pytest.fixture
def published(var: Path, settings: StaffSettings) -> StaffSettings:
    """The settings, where the territory is published from its folder and the depot is empty."""
    copied(var, settings.var)
    return settings


def copied(var: Path, home: Path) -> None:
    """Have in ``home`` the publication of the territory that ``var`` serves."""
    pointer = publication_pointer.named(var, TERRITORY)
    folder = home / "publications"
    shutil.copytree(var / "publications" / pointer, folder / pointer, copy_function=os.link)
    shutil.copy(var / f"courante-{TERRITORY}", home)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process: that they are read apart is tested once."""
    for module in (entry, mending):
        monkeypatch.setattr(module, "confined", lambda _, __, work, *given, **___: work(*given))
    monkeypatch.setattr(signal, "signal", lambda *_: None)


def worked(settings: StaffSettings, base: StaffBase) -> str:
    """Do the work that waits, as the service would; how it ended, and what it said."""
    with base.unit() as unit:
        job = jobs.take(unit, settings.territory, "ici")
    assert job is not None
    working.work(settings, job.id)
    with base.unit() as unit:
        ended = unit.get_one(Job, job.id)
        return f"{ended.state} : {ended.said}"


def email(role: StaffRole) -> str:
    return f"{role.name.lower()}@ville.fr"


def hired(
    base: StaffBase, role: StaffRole, territory: str = TERRITORY, password: str | None = PASSWORD
) -> str:
    """Open the account of that role, with that password; the token of its link."""
    with base.unit() as unit:
        account = Account(
            territory=territory,
            email=email(role),
            name=f"Dominique {role.name.title()}",
            role=str(role),
            created=journal.now(),
        )
        token = accounts.add(unit, account, "essai")
        account.password = passwords.hashed(password) if password else None
    return token


@dataclass
class Browser:
    """Someone before the site: fills forms with the token that the page gave her."""

    client: FlaskClient
    page: str = ""

    def open(self, address: str, **said: object) -> TestResponse:
        answer = self.client.get(address, **said)
        self.page = answer.text if answer.mimetype == "text/html" else ""
        return answer

    def token(self, name: str = "csrf_token") -> str:
        found = re.search(rf'name="{name}" value="([^"]+)"', self.page)
        return found[1] if found else ""

    def send(self, address: str, **fields: object) -> TestResponse:
        given = {name.replace("_", "-"): value for name, value in fields.items()}
        hidden = {name: self.token(name) for name in ("csrf_token", "lu")}
        answer = self.client.post(address, data={**hidden, **given})
        self.page = answer.text
        return answer

    def load(self, name: str, content: bytes, **ticked: str) -> TestResponse:
        """Put a file in the form, with what is ticked there, and send it."""
        self.open("/agents/deposer")
        file = (io.BytesIO(content), name)
        data = {"csrf_token": self.token(), "fichier": file, **ticked}
        answer = self.client.post("/agents/deposer", data=data)
        self.page = answer.text
        return answer

    def sign_in(self, who: str, password: str = PASSWORD, suite: str = "") -> TestResponse:
        self.open("/agents/connexion")
        return self.send("/agents/connexion", adresse=who, mot_de_passe=password, suite=suite)


Someone = Callable[..., Browser]


@pytest.fixture
def anyone(site: Flask) -> Browser:
    return Browser(site.test_client())


@pytest.fixture
def someone(site: Flask, base: StaffBase) -> Someone:
    """Someone of that role, signed in."""

    def made(role: StaffRole) -> Browser:
        hired(base, role)
        browser = Browser(site.test_client())
        assert browser.sign_in(email(role)).status_code == 303
        browser.open("/agents")
        return browser

    return made
