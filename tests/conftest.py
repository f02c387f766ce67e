"""Publications and stores that tests share: made once a session, in folders of their own."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from dashboard import cli
from dashboard.publication import publish
from dashboard.store import Store, open_store
from tests import postgres
from tests.postgres import Server
from tests.thinned import thinned

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "reference" / "data"
TERRITORIES = ("grand-chambery", "exemple")
RECORD = "--ecrire-constats"
SELDOM = (50_000, 20, 50)
"""How many objects Python makes before it looks for those that nothing holds, and how many looks
make it go further: it does so at 700, 10 and 10, which takes an eighth of the time of a test."""

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What one may ask of the browser tests beyond running."""
    parser.addoption(
        RECORD, action="store_true", help="écrire les constats d’accessibilité que la page liste"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Have Python look for waste less often: each look walks through publications that stay. Gather
    the results of the accessibility checks, in the process that hears all the others."""
    gc.set_threshold(*SELDOM)
    if config.getoption(RECORD) and not hasattr(config, "workerinput"):
        from tests.e2e.checks.record import Recorder

        config.pluginmanager.register(Recorder())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long attacks unless they are asked for by name; begin with the slow tests: one
    that began last would have the other workers wait for it."""
    if "attaque" in (config.option.markexpr or ""):
        return
    long = [item for item in items if item.get_closest_marker("attaque")]
    if long:
        config.hook.pytest_deselected(items=long)
    kept = (item for item in items if not item.get_closest_marker("attaque"))
    items[:] = sorted(kept, key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where both territories are published."""
    folder = tmp_path_factory.mktemp("var")
    for slug in TERRITORIES:
        report = publish(ROOT / "data" / slug, folder)
        assert report.accepted, report.problems
    return folder


@pytest.fixture(scope="session")
def chambery(var: Path) -> Store:
    """The real territory."""
    return open_store(var, "grand-chambery")


@pytest.fixture(scope="session")
def example(var: Path) -> Store:
    """The fictional territory."""
    return open_store(var, "exemple")


@pytest.fixture(scope="session", params=TERRITORIES)
def store(request: pytest.FixtureRequest, var: Path) -> Store:
    """Each territory in turn."""
    return open_store(var, str(request.param))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL, the same for all the tests of a worker."""
    with postgres.server() as made:
        yield made


@pytest.fixture
def shared_base(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty base of that server, which the environment names."""
    with server.base() as address:
        monkeypatch.setenv("BASE", address)
        yield address


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the fictional territory with one line in ten, for tests that publish often;
    each copies it before it changes anything."""
    return thinned(ROOT / "data" / "exemple", tmp_path_factory.mktemp("petit") / "exemple")


Run = Callable[..., Result]
"""Runs a command of the operator; gives what it said."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: Path) -> Run:
    """Runs a command on a copy of the fictional territory, thinned."""
    for name in ("TERRITOIRE", "DONNEES", "VAR", "HOST", "PORT", "BASE", "BASE_LECTURE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DONNEES", str(tmp_path / "data"))
    monkeypatch.setenv("VAR", str(tmp_path / "var"))
    monkeypatch.setenv("TERRITOIRE", "exemple")
    shutil.copytree(small, tmp_path / "data" / "exemple")
    return lambda *arguments: CliRunner().invoke(cli.main, list(map(str, arguments)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference files beside the project; skipped with the reason where absent."""
    if not SHARED.is_dir():
        pytest.skip("les fichiers de référence ne sont pas à côté du projet")
    return SHARED
