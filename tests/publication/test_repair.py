"""A publication that was damaged is made again, or replaced by the one before; it is said."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from dashboard.publication import check, keeping, listing, publish, rollback
from dashboard.store import NotPublished, open_store, parts, publication_pointer
from dashboard.store.store_provider import FollowedStore
from dashboard.web.factory import create_app
from tests.conftest import ROOT
from tests.publication.stopped import changed, waste

SLUG = "exemple"
Damage = Callable[[Path], object]


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _swap(path: Path) -> None:
    """Exchange the contents of two parts of one size."""
    other = path.parent / "rollup_pillar.npy"
    mine, theirs = path.read_bytes(), other.read_bytes()
    path.write_bytes(theirs)
    other.write_bytes(mine)


DAMAGES: dict[str, tuple[str, Damage]] = {
    "tableau-absent": ("cube.npy", Path.unlink),
    "tableau-vide": ("cube.npy", lambda path: path.write_bytes(b"")),
    "tableau-coupe": ("cube.npy", lambda path: path.write_bytes(path.read_bytes()[:-1])),
    "tableau-change": ("cube.npy", _flip),
    "tableaux-echanges": ("rollup_theme.npy", _swap),
    "base-absente": ("donnees.sqlite", Path.unlink),
    "base-changee": ("donnees.sqlite", _flip),
    "base-plus-longue": ("donnees.sqlite", lambda path: path.write_bytes(path.read_bytes() * 2)),
    "carte-coupee": ("carte.json", lambda path: path.write_bytes(path.read_bytes()[:99])),
    "axes-vides": ("axes.json", lambda path: path.write_text("{}")),
    "fichier-ouvert-vide": ("fichiers/actions.csv", lambda path: path.write_bytes(b"")),
    "couches-absentes": ("fichiers/quartiers.gpkg", Path.unlink),
    "manifeste-absent": ("manifeste.json", Path.unlink),
    "manifeste-vide": ("manifeste.json", lambda path: path.write_bytes(b"")),
    "manifeste-coupe": ("manifeste.json", lambda path: path.write_bytes(path.read_bytes()[:50])),
    "manifeste-change": ("manifeste.json", _flip),
    "manifeste-en-liste": ("manifeste.json", lambda path: path.write_text("[]")),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, small: Path) -> tuple[Path, Path]:
    """A folder of sources and a ``var`` that holds two publications of it."""
    place = tmp_path_factory.mktemp("deux")
    folder = Path(shutil.copytree(small, place / SLUG))
    publish(folder, place / "var")
    changed(folder, 1)
    assert publish(folder, place / "var").accepted
    return folder, place / "var"


@pytest.fixture
def folder(made: tuple[Path, Path]) -> Path:
    return made[0]


@pytest.fixture
def var(made: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[1], tmp_path / "var"))


@pytest.fixture(params=DAMAGES)
def spoiled(request: pytest.FixtureRequest, var: Path) -> Path:
    """A ``var`` whose publication served was damaged."""
    name, damage = DAMAGES[request.param]
    damage(publication_pointer.current(var, SLUG) / name)
    return var


def test_a_damaged_publication_gives_way_to_the_one_before_and_the_probe_says_it(
    spoiled: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bad, before = publication_pointer.named(spoiled, SLUG), listing(spoiled, SLUG)[-1]["empreinte"]
    client = create_app(var=spoiled, territory=SLUG).server.test_client()
    pulse = client.get("/sante").get_json()
    assert pulse["publication"] == before
    assert pulse["statut"] == "dégradé"
    assert bad in pulse["alerte"]
    assert bad in caplog.text
    assert "publier" in pulse["alerte"]
    assert client.get("/").status_code == 200


def test_publishing_the_same_sources_makes_it_again(spoiled: Path, folder: Path) -> None:
    bad = publication_pointer.named(spoiled, SLUG)
    report = publish(folder, spoiled)
    assert report.digest == bad
    assert report.created
    assert report.counts
    assert parts.damage(publication_pointer.current(spoiled, SLUG), deep=True) == ""
    assert open_store(spoiled, SLUG).digest == bad
    assert waste(spoiled) == []


def test_a_damaged_publication_of_old_breaks_neither_publishing_nor_going_back(
    var: Path, folder: Path
) -> None:
    old, last = listing(var, SLUG)[-1]["empreinte"], listing(var, SLUG)[0]["empreinte"]
    (var / "publications" / old / "manifeste.json").write_text("{", encoding="utf-8")
    assert publish(folder, var).digest == last
    assert "plus ancienne" in rollback(var, SLUG).problems[0].sentence()
    assert open_store(var, SLUG).digest == last


def test_going_back_to_a_damaged_publication_is_refused_with_what_is_wrong(var: Path) -> None:
    old = listing(var, SLUG)[-1]["empreinte"]
    _flip(var / "publications" / old / "cube.npy")
    assert "cube.npy" in rollback(var, SLUG, old).problems[0].sentence()
    assert open_store(var, SLUG).digest != old


def test_the_check_names_the_part_that_changed(var: Path) -> None:
    _flip(publication_pointer.current(var, SLUG) / "value.npy")
    (first, served, wrong), (_, _, fine) = check(var, SLUG)
    assert served
    assert first["empreinte"] == publication_pointer.named(var, SLUG)
    assert wrong == "le contenu de value.npy a changé"
    assert fine == ""


def test_only_a_whole_publication_of_the_territory_is_opened_for_a_page(
    var: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(ROOT / "data" / SLUG, tmp_path / "autre"))
    text = (other / "territoire.toml").read_text(encoding="utf-8")
    (other / "territoire.toml").write_text(text.replace('"exemple"', '"autre"'), encoding="utf-8")
    foreign, old = publish(other, var).digest, listing(var, SLUG)[-1]["empreinte"]
    assert foreign
    stores = FollowedStore(var, SLUG)
    for name in (foreign, "", ".", "..", "*", "/", "\0", "é" * 4_000):
        assert stores.named(name) is None
    _flip(var / "publications" / old / "cube.npy")
    assert stores.named(old) is None


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"../..", b"a/b", b"\0", b"inconnue"])
def test_a_damaged_pointer_gives_way_to_the_last_publication(var: Path, content: bytes) -> None:
    last = listing(var, SLUG)[0]["empreinte"]
    publication_pointer.pointer(var, SLUG).write_bytes(content)
    stores = FollowedStore(var, SLUG)
    assert stores.current().digest == last
    assert "abîmée" in stores.alert


def test_where_nothing_is_whole_nothing_is_served(var: Path) -> None:
    for manifest in listing(var, SLUG):
        _flip(var / "publications" / manifest["empreinte"] / "cube.npy")
    with pytest.raises(NotPublished, match=r"cube\.npy.*python -m dashboard publier"):
        FollowedStore(var, SLUG)


def test_the_order_of_publications_is_not_that_of_the_clock(
    var: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = publication_pointer.named(var, SLUG)
    text = (folder / "territoire.toml").read_text(encoding="utf-8")
    monkeypatch.setattr("dashboard.publication.freeze.now", lambda: "1999-01-01T00:00:00+00:00")
    try:
        changed(folder, 99)
        last = publish(folder, var).digest
    finally:
        (folder / "territoire.toml").write_text(text, encoding="utf-8")
    assert [item["empreinte"] for item in listing(var, SLUG)][:2] == [last, before]
    assert rollback(var, SLUG).digest == before


def test_readers_of_the_damaged_one_keep_what_they_had_mapped(var: Path, folder: Path) -> None:
    store = open_store(var, SLUG)
    kept = store.archive.arrays["cube"].copy()
    (publication_pointer.current(var, SLUG) / "axes.json").unlink()
    assert publish(folder, var).repaired.startswith("axes.json")
    assert np.array_equal(store.archive.arrays["cube"], kept)


@pytest.fixture
def busy(var: Path) -> Iterator[threading.Event]:
    """Another publisher at work, until the event is set."""
    release, taken = threading.Event(), threading.Event()

    def hold() -> None:
        with keeping.alone(var, lambda: None):
            taken.set()
            release.wait(30)

    other = threading.Thread(target=hold)
    other.start()
    assert taken.wait(10)
    yield release
    release.set()
    other.join()


def test_a_second_publisher_says_that_it_waits_then_publishes(
    var: Path, folder: Path, busy: threading.Event
) -> None:
    said: list[str] = []

    def waiting() -> None:
        said.append("attend")
        busy.set()

    assert publish(folder, var, waiting).accepted
    assert said == ["attend"]


def test_sources_that_change_while_they_are_read_are_read_again_then_refused(
    var: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter("abcdefgh")
    monkeypatch.setattr("dashboard.publication.sources.digest", lambda _: next(names))
    assert "change pendant" in publish(folder, var).problems[0].sentence()
