"""What one server publishes every other serves within five seconds, whole or not at all. Without
the base each goes on serving what it has, and says so."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from dashboard.domain.chronicle import Kind, PublicAct, PublicWithdrawal
from dashboard.postgres import layout
from dashboard.postgres.address import Address, Unreachable
from dashboard.postgres.connection import connected
from dashboard.publication import (
    publish,
    rollback,
    served_version,
    sharing,
    tell,
    told,
    withdraw,
)
from dashboard.publication.following import Follower
from dashboard.store import followed, parts, publication_pointer, withdrawals
from dashboard.store.store_provider import FollowedStore
from tests.conftest import ROOT
from tests.postgres import PASSWORD, Server

SLUG = "exemple"
SOON = 5.0
"""Seconds within which a publication is served everywhere."""


@pytest.fixture(scope="session")
def made(var: Path, small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two publications of the territory, the second one served."""
    home = tmp_path_factory.mktemp("partage")
    name = publication_pointer.named(var, SLUG)
    shutil.copytree(
        var / "publications" / name, home / "publications" / name, copy_function=os.link
    )
    shutil.copy(var / f"courante-{SLUG}", home)
    assert publish(small, home).accepted
    return home


@pytest.fixture
def here(made: Path, tmp_path: Path, shared_base: str) -> Path:
    """A server whose publications are in the base."""
    home = tmp_path / "ici"
    shutil.copytree(made, home, copy_function=os.link)
    with sharing.together(home, SLUG):
        pass
    return home


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Another server, that has nothing yet."""
    home = tmp_path / "la-bas"
    home.mkdir()
    return home


def names(home: Path) -> list[str]:
    return [folder.name for folder, _ in publication_pointer.every(home, SLUG)]


def until(true: Callable[[], object]) -> float:
    """Wait until that is so; the seconds that it took."""
    start = time.monotonic()
    while not true():
        assert time.monotonic() - start < 4 * SOON
        time.sleep(0.02)
    return time.monotonic() - start


@contextmanager
def following(shared: str, home: Path, slug: str = SLUG) -> Iterator[Follower]:
    """What follows the base beside that server, as long as it runs."""
    follower = Follower(Address(shared), home, slug)
    thread = threading.Thread(target=follower.run)
    thread.start()
    try:
        yield follower
    finally:
        follower.stop()
        thread.join()


def test_what_one_server_tells_of_an_act_every_other_tells(
    here: Path, there: Path, shared_base: str
) -> None:
    act = PublicAct("2026-11-26T10:00:00+00:00", Kind.PUBLISHED, 2, 1, "Parce que", "Une source")
    tell(here, SLUG, act, {})
    follower = Follower(Address(shared_base), there, SLUG)
    assert follower.once() == ""
    assert told(there, SLUG).acts == (act,)
    tell(there, SLUG, None, {2: PublicWithdrawal(dt.date(2026, 11, 27), "Un nom y figurait")})
    assert Follower(Address(shared_base), here, SLUG).once() == ""
    (left,) = told(here, SLUG).acts
    assert left.withdrawn is not None
    assert (left.why, left.source) == ("", "")


def test_a_new_server_has_every_publication_and_serves_the_same_one(
    here: Path, there: Path, shared_base: str
) -> None:
    assert Follower(Address(shared_base), there, SLUG).once() == ""
    assert names(there) == names(here)
    assert publication_pointer.named(there, SLUG) == publication_pointer.named(here, SLUG)
    assert [parts.damage(there / "publications" / name, deep=True) for name in names(there)] == [
        "",
        "",
    ]


def test_a_return_on_one_server_is_followed_by_the_others_within_five_seconds(
    here: Path, there: Path, shared_base: str
) -> None:
    with following(shared_base, there):
        until(lambda: publication_pointer.named(there, SLUG))
        store = FollowedStore(there, SLUG)
        before = store.current().digest
        assert rollback(here, SLUG).accepted
        assert until(lambda: store.current().digest != before) < SOON
        assert store.alert == ""


def test_one_who_publishes_on_another_server_starts_from_what_is_served(
    here: Path, there: Path, small: Path
) -> None:
    before = publication_pointer.named(here, SLUG)
    assert publish(small, there, version=7).accepted
    assert names(there)[1:] == names(here)
    assert served_version(here, SLUG) == 7
    assert publication_pointer.named(here, SLUG) != before
    rank = [manifest["rang"] for _, manifest in publication_pointer.every(here, SLUG)]
    assert rank == sorted(set(rank), reverse=True)


def test_what_is_withdrawn_on_one_server_is_kept_by_none(
    here: Path, there: Path, shared_base: str
) -> None:
    follower = Follower(Address(shared_base), there, SLUG)
    follower.once()
    assert withdraw(here, SLUG, [0], "Un nom y figurait.") == 2
    assert follower.once() == ""
    assert names(there) == []
    assert {withdrawals.reason(there, digest) for digest in withdrawals.every(there)} == {
        "Un nom y figurait."
    }
    with psycopg.connect(shared_base) as base:
        assert base.execute("select count(*) from publications.contenus").fetchone() == (0,)


def test_without_the_base_nothing_is_published_and_the_last_publication_stays_served(
    here: Path, there: Path, small: Path, shared_base: str, server: Server
) -> None:
    with following(shared_base, there):
        until(lambda: publication_pointer.named(there, SLUG))
        store = FollowedStore(there, SLUG)
        before = publication_pointer.named(here, SLUG)
        server.stop()
        try:
            until(lambda: "La base partagée ne répond pas" in store.alert)
            assert store.current().digest == before
            said = publish(small, here, version=8).problems[0].sentence()
            assert "ne répond pas" in said
            assert PASSWORD not in said + store.alert
            assert publication_pointer.named(here, SLUG) == before
        finally:
            server.start()
        assert until(lambda: not store.alert) < SOON
        assert rollback(here, SLUG).accepted
        assert until(lambda: store.current().digest != before) < SOON


def test_a_base_lost_just_before_it_knows_leaves_every_server_on_the_same_publication(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = publication_pointer.named(here, SLUG)

    def lost(*_: object) -> None:
        assert publication_pointer.named(here, SLUG) != before
        raise Unreachable("La base est partie.")

    monkeypatch.setattr(sharing, "give", lost)
    report = rollback(here, SLUG)
    assert [problem.message for problem in report.problems] == ["La base est partie."]
    assert publication_pointer.named(here, SLUG) == before


def test_a_publication_that_the_base_damaged_is_not_served(
    here: Path, there: Path, shared_base: str
) -> None:
    follower = Follower(Address(shared_base), there, SLUG)
    follower.once()
    before = publication_pointer.named(there, SLUG)
    shutil.rmtree(there / "publications" / names(there)[1])
    rollback(here, SLUG)
    with psycopg.connect(shared_base) as base:
        base.execute("update publications.morceaux set contenu = contenu || 'x'")
    assert "abîmée" in follower.once()
    assert publication_pointer.named(there, SLUG) == before
    assert not list((there / "publications").glob(".*"))


@pytest.mark.parametrize("has_it", [True, False], ids=["garde", "neuf"])
def test_a_publication_that_the_base_damaged_is_mended_by_publishing_again(
    here: Path, there: Path, small: Path, tmp_path: Path, shared_base: str, has_it: bool
) -> None:
    with psycopg.connect(shared_base, autocommit=True) as connection:
        connection.execute("update publications.morceaux set contenu = 'autre' where rang = 0")
    publisher = here if has_it else tmp_path / "neuf"
    publisher.mkdir(exist_ok=True)
    assert (served_version(publisher, SLUG) is not None) is has_it
    assert publish(small, publisher).accepted
    assert Follower(Address(shared_base), there, SLUG).once() == ""
    served = publication_pointer.named(there, SLUG)
    assert served == publication_pointer.named(publisher, SLUG)
    assert parts.damage(there / "publications" / served, deep=True) == ""


def test_a_server_older_than_what_is_served_keeps_its_own_and_publishes_nothing(
    here: Path, there: Path, shared_base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    follower = Follower(Address(shared_base), there, SLUG)
    follower.once()
    before = publication_pointer.named(there, SLUG)
    rollback(here, SLUG)
    monkeypatch.setattr(sharing, "FORMAT", "1")
    assert follower.once() == sharing.NEWER
    assert publication_pointer.named(there, SLUG) == before
    assert rollback(there, SLUG).problems[0].message == sharing.NEWER


def test_the_role_of_a_public_server_reads_publications_and_nothing_else(
    here: Path, there: Path, shared_base: str, server: Server
) -> None:
    role = f"lecteur_{shared_base.rpartition('/b')[2][:8]}"
    server.ask(f"create role {role} login")
    with connected(Address(shared_base)) as base:
        layout.grant(base, role)
    reader = Address(shared_base.replace("essai:", f"{role}:"))
    try:
        assert Follower(reader, there, SLUG).once() == ""
        assert names(there) == names(here)
        for sql in (
            "select texte from depot.versions",
            "select contenu from depot.morceaux",
            "delete from publications.pointeurs",
            "insert into publications.retraits values ('a', 'b')",
            "update publications.morceaux set contenu = ''",
        ):
            with pytest.raises(Unreachable, match="pas le droit"), connected(reader) as base:
                base.execute(sql)
    finally:
        with psycopg.connect(shared_base, autocommit=True) as base:
            base.execute(f"drop owned by {role}")
            base.execute(f"drop role {role}")


def test_a_server_whose_follower_died_says_so(there: Path) -> None:
    followed.say(there, SLUG, "")
    assert followed.alert(there, SLUG) == ""
    os.utime(followed.place(there, SLUG), (0, 0))
    assert followed.alert(there, SLUG) == followed.STOPPED


def child(of: int) -> int:
    """The process that one started; 0 while it has none."""
    found = Path(f"/proc/{of}/task/{of}/children").read_text().split()
    return int(found[0]) if found else 0


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_a_follower_that_is_killed_is_begun_again_and_what_watches_it_is_missed(
    here: Path, there: Path, shared_base: str
) -> None:
    asked = [sys.executable, "-m", "dashboard", "base", "suivre", "--territoire", SLUG]
    said = {**os.environ, "BASE_LECTURE": shared_base, "VAR": str(there)}
    with subprocess.Popen(asked, cwd=ROOT, env=said, stderr=subprocess.DEVNULL) as watch:
        try:
            until(lambda: followed.place(there, SLUG).exists())
            until(lambda: child(watch.pid))
            first = child(watch.pid)
            os.kill(first, signal.SIGKILL)
            assert rollback(here, SLUG).accepted
            served = publication_pointer.named(here, SLUG)
            until(lambda: publication_pointer.named(there, SLUG) == served)
            second = child(watch.pid)
            assert second not in (0, first)
        finally:
            watch.kill()
        until(lambda: not Path(f"/proc/{second}").exists())
    assert followed.place(there, SLUG).exists(), "nothing was said to be over"
