"""The depot in a base that servers share answers as the folder does, whoever writes in it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from dashboard.depot import Depot, NotKept, Version, Withdrawal
from dashboard.postgres import address
from tests.depot.stopped import DEPOSIT, FILES, after
from tests.postgres import PASSWORD, Server

SLUG = "ici"


def told(version: Version) -> tuple[object, ...]:
    """A version without its moment."""
    return version.number, version.files, version.changes, version.totals, version.deposit


def acts(depot: Depot) -> tuple[list[tuple[object, ...]], list[object]]:
    """Three versions, of which one is withdrawn, and what is then said of each."""
    for number in (1, 2, 3):
        depot.add(SLUG, after(number), DEPOSIT, number - 1)
    depot.add("ailleurs", {**FILES, "vide.csv": b""}, DEPOSIT, 0)
    depot.withdraw(SLUG, [2], Withdrawal("Paul", "2026-01-01T00:00:00+00:00", "Un nom"))
    held = depot.versions(SLUG)
    files = [depot.files(version) for version in held if not version.withdrawn]
    return [told(version) for version in held], [*files, depot.files(depot.versions("ailleurs")[0])]


def test_the_base_and_the_folder_say_the_same_of_the_same_acts(
    shared_base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Depot(tmp_path).versions(SLUG) == ()
    shared = acts(Depot(tmp_path))
    assert not any(tmp_path.iterdir())
    monkeypatch.delenv("BASE")
    assert acts(Depot(tmp_path)) == shared
    with psycopg.connect(shared_base) as base:
        kept = base.execute("select count(*) from depot.contenus").fetchone()
        pieces = base.execute("select contenu from depot.morceaux").fetchall()
        assert kept == (5,)  # the settings, the notes of three folders, a file that is empty
        assert not [piece for (piece,) in pieces if b"v2" in piece]


def test_no_version_of_the_base_can_be_changed_nor_taken_away(
    shared_base: str, tmp_path: Path
) -> None:
    Depot(tmp_path).add(SLUG, FILES, DEPOSIT, 0)
    changes = "update depot.versions set texte = texte"
    for sql in (changes, "delete from depot.versions", "truncate depot.versions"):
        with (
            psycopg.connect(shared_base) as base,
            pytest.raises(psycopg.Error, match="une version"),
        ):
            base.execute(sql)


def test_of_two_servers_that_start_from_the_same_version_one_is_refused(
    shared_base: str, tmp_path: Path
) -> None:
    Depot(tmp_path).add(SLUG, FILES, DEPOSIT, 0)

    def second(number: int) -> str:
        try:
            return str(Depot(tmp_path / str(number)).add(SLUG, after(number), DEPOSIT, 1).number)
        except NotKept as error:
            return str(error)

    with ThreadPoolExecutor(4) as pool:
        said = sorted(pool.map(second, range(2, 6)))
    assert said[0] == "2"
    assert all("déposée entre-temps par Marie" in one for one in said[1:])


def test_a_content_that_the_base_damaged_is_refused_and_mended_by_the_same_content(
    shared_base: str, tmp_path: Path
) -> None:
    depot = Depot(tmp_path)
    depot.add(SLUG, FILES, DEPOSIT, 0)
    with psycopg.connect(shared_base) as base:
        base.execute("update depot.morceaux set contenu = 'abime'")
    with pytest.raises(NotKept, match="abîmé"):
        depot.files(depot.versions(SLUG)[0])
    with pytest.raises(NotKept, match="Rien ne change"):
        depot.add(SLUG, FILES, DEPOSIT, 1)
    assert depot.files(depot.versions(SLUG)[0]) == FILES


def test_a_base_that_is_gone_is_said_without_its_password(
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for said in ("postgresql://lui:tres-secret@127.0.0.1:1/rien", server.address("absente")):
        monkeypatch.setenv("BASE", said)
        with pytest.raises(NotKept, match="base partagée") as refused:
            Depot(tmp_path).versions(SLUG)
        assert PASSWORD not in str(refused.value) + caplog.text
        assert refused.value.__cause__ is not None


@pytest.mark.parametrize(
    "said",
    [
        "postgresql://lui:tres-secret@ici@la/rien",
        "postgresql://lui:tres-secret/@la/rien",
        "lui:tres-secret@la/rien",
        "postgresql://lui:tres-secret@la:port/rien",
        "postgresql://lui:tres-secret@la",
    ],
)
def test_an_address_that_the_driver_would_quote_is_refused_before_it_does(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BASE", said)
    with pytest.raises(NotKept, match="BASE n’est pas l’adresse d’une base") as refused:
        Depot(tmp_path)
    assert PASSWORD not in str(refused.value)
    assert PASSWORD not in repr(address.Address(said))
