"""Someone of the staff before a service that runs: what she does, moment by moment, over HTTP."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any, cast

import requests
from flask.testing import FlaskClient
from sqlalchemy import select

from dashboard.depot import Depot
from dashboard.publication import served_version
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft
from dashboard.staff.drafts.drafts import OPEN, DraftState
from dashboard.staff.settings import StaffSettings
from tests.attaque.lives import loaded
from tests.staff.conftest import TERRITORY, Browser, email
from tests.staff.pages.test_tables import EVENT, form_of

LOAD, CHECK, EDIT, LOOK = "dépôt", "contrôle", "saisie", "aperçu"
PUBLISH, RETURN, WITHDRAW = "publication", "retour", "retrait"
EVENTS = "/agents/tables/evenements"
PATIENCE = 150.0
"""Seconds that she follows a work on a busy machine."""


class OverHttp:
    """What Flask's client does, on a service that runs; every code that it answered is kept."""

    def __init__(self, port: int) -> None:
        self._root = f"http://127.0.0.1:{port}"
        self._session = requests.Session()
        self.codes: list[tuple[str, int]] = []

    def get(self, address: str) -> Any:
        return self._done("GET", address)

    def post(self, address: str, data: dict[str, Any]) -> Any:
        files = {name: value[::-1] for name, value in data.items() if isinstance(value, tuple)}
        fields = {name: value for name, value in data.items() if name not in files}
        return self._done("POST", address, data=fields, files=files or None)

    def _done(self, method: str, address: str, **said: Any) -> Any:
        where = f"{self._root}{address.removeprefix(self._root)}"
        answer: Any = self._session.request(
            method, where, allow_redirects=False, timeout=60, **said
        )
        answer.mimetype = answer.headers.get("Content-Type", "").partition(";")[0]
        self.codes.append((address, answer.status_code))
        return answer

    def signed_in(self) -> Browser:
        """An editor whom it knows."""
        browser = Browser(cast(FlaskClient, self))
        browser.sign_in(email(StaffRole.EDITOR))
        return browser

    def faults(self) -> list[tuple[str, int]]:
        """What it was answered that is neither a page nor a sentence."""
        return [(address, code) for address, code in self.codes if code >= 500 and code != 503]

    def close(self) -> None:
        self._session.close()


class Officer:
    """An editor on the site of that port, in her ``rank``-th life; she signs in again each time
    that she is asked to do something."""

    def __init__(self, settings: StaffSettings, port: int, rank: int) -> None:
        self._settings, self._port, self._rank = settings, port, rank
        self._before = self._last().id or 0

    def does(self, moment: str) -> list[tuple[str, int]]:
        """Do what is to be done in that moment, unless it is done; what she was answered that is
        neither a page nor a sentence."""
        line = OverHttp(self._port)
        try:
            ACTS[moment](self, line.signed_in())
        except (
            requests.RequestException,
            ValueError,
        ):  # cut, or the page is not what she waits for
            pass
        finally:
            line.close()
        return line.faults()

    def has(self, moment: str) -> bool:
        """Whether what that moment is for is there."""
        return DONE[moment](self)

    def load(self, browser: Browser) -> None:
        loaded(browser, self._rank)

    def check(self, browser: Browser) -> None:
        followed(browser)
        if self.loads():
            asked(browser, self._draft, "controler")
        else:
            loaded(browser, self._rank)
            followed(browser)

    def edit(self, browser: Browser) -> None:
        """Add an event by its form: a draft of its own, which she leaves."""
        fields: dict[str, Any] = dict(form_of(browser, f"{EVENTS}/nouvelle"))
        fields |= EVENT | {"titre": self._title}
        browser.client.post(f"{EVENTS}/nouvelle", data={"csrf_token": browser.token(), **fields})

    def look(self, browser: Browser) -> None:
        asked(browser, self._draft, "apercu")
        browser.open(f"{self._draft}/vu/actions")

    def publish(self, browser: Browser) -> None:
        asked(browser, self._draft, "publier", motif="Essai")

    def go_back(self, browser: Browser) -> None:
        asked(browser, "/agents/versions/1", "revenir", motif="Essai")

    def withdraw(self, browser: Browser) -> None:
        newest = Depot(self._settings.var).versions(TERRITORY)[0].number
        page = f"/agents/versions/{newest}"
        asked(browser, page, "retirer", motif="Essai", compris="oui")

    def checked(self) -> bool:
        return self._last((DraftState.READY,)).id is not None

    def published(self) -> bool:
        return self._last((DraftState.PUBLISHED,)).id is not None

    def withdrawn(self) -> bool:
        return bool(Depot(self._settings.var).versions(TERRITORY)[0].withdrawn)

    def returned(self) -> bool:
        return served_version(self._settings.var, TERRITORY) == 1

    def loads(self) -> bool:
        return self._last().id is not None

    def edited(self) -> bool:
        return self._last(OPEN, typed=True).id is not None

    def looked(self) -> bool:
        number = self._last((DraftState.READY,)).id or 0
        folder = self._settings.home / "brouillons" / str(number) / "apercu"
        return folder.is_dir()

    @property
    def _draft(self) -> str:
        return f"/agents/brouillons/{self._last((DraftState.READY, *OPEN)).id}"

    @property
    def _title(self) -> str:
        return f"Assises {self._rank}"

    def _last(self, states: tuple[str, ...] = (), typed: bool = False) -> Draft:
        """Her last draft of this life in one of these states; an empty one where she has none."""
        base = StaffBase(self._settings.base)
        wanted = select(Draft).where(Draft.typed == typed).order_by(Draft.id.desc())
        if states:
            wanted = wanted.where(Draft.state.in_(states))
        try:
            with base.unit() as unit:
                found = unit.scalars(wanted).first()
        finally:
            base.close()
        return found if found and found.id > getattr(self, "_before", 0) else Draft()


ACTS: dict[str, Callable[[Officer, Browser], None]] = {
    LOAD: Officer.load,
    CHECK: Officer.check,
    EDIT: Officer.edit,
    LOOK: Officer.look,
    PUBLISH: Officer.publish,
    RETURN: Officer.go_back,
    WITHDRAW: Officer.withdraw,
}
"""What she does, in this order."""
DONE: dict[str, Callable[[Officer], bool]] = {
    LOAD: Officer.loads,
    CHECK: Officer.checked,
    EDIT: Officer.edited,
    LOOK: Officer.looked,
    PUBLISH: Officer.published,
    RETURN: Officer.returned,
    WITHDRAW: Officer.withdrawn,
}
"""What is there once it is done."""


def asked(browser: Browser, page: str, act: str, **said: str) -> None:
    """Ask for that work by the form of that page, and wait until it ended."""
    browser.open(page)
    browser.send(f"{page}/{act}", **said)
    followed(browser)


def followed(browser: Browser) -> bool:
    """Wait until the last work ended; whether it leads somewhere: one that failed does not."""
    works = re.findall(r"/agents/travaux/(\d+)", browser.open("/agents").text)
    end = time.monotonic() + PATIENCE
    while works and time.monotonic() < end:
        answer = browser.open(f"/agents/travaux/{max(map(int, works))}")
        if 'http-equiv="refresh"' not in answer.text:
            return "Location" in answer.headers
        time.sleep(0.1)
    return False
