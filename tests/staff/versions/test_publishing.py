"""What an editor publishes is what was read, judged once; no version is kept of what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.depot import Depot
from dashboard.publication import sources
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.drafts import drafts
from dashboard.staff.settings import StaffSettings
from tests.spied import spied
from tests.staff.conftest import TERRITORY, Someone, worked
from tests.staff.drafts.test_drafts import GOOD, draft_of, loaded

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def ready(published: StaffSettings, base: StaffBase, someone: Someone) -> Path:
    """The tables of a draft that an editor has just asked to publish."""
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="La programmation de 2019")
    return drafts.result(published, draft_of(base))


def test_the_tables_that_are_published_are_read_once(
    ready: Path, published: StaffSettings, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[object, ...]] = []
    monkeypatch.setattr(sources, "load", spied(sources.load, read))
    assert worked(published, base) == "fini : La version 2 est publiée."
    assert read == [(ready,)]


@pytest.mark.parametrize(
    ("name", "said"),
    [("actions.csv", "actions.csv"), ("territoire.toml", "territoire.toml")],
)
def test_no_version_is_kept_of_tables_that_cannot_be_published(
    ready: Path, published: StaffSettings, base: StaffBase, name: str, said: str
) -> None:
    (ready / name).write_bytes(b"\x00\n")
    told = worked(published, base)
    assert told.startswith("échoué : Les tables ne peuvent pas être publiées")
    assert said in told
    assert Depot(published.var).versions(TERRITORY) == ()
    assert draft_of(base).state != "publié"
