"""A file was read, and another version published meanwhile: the two are put together, what both
changed is settled by whoever reads both values, and nothing is written over unseen."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from dashboard.depot import Deposit, VersionOrigin
from dashboard.depot.edits import rows_of
from dashboard.depot.laid import lifted
from dashboard.domain import french
from dashboard.importers import apply, entry
from dashboard.importers.door.confined import Tell
from dashboard.importers.imported import Document, Imported
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Dispute, Draft, Job, JournalEntry
from dashboard.staff.checks import disputes, rebasing
from dashboard.staff.drafts import drafts
from dashboard.staff.journal import Act, now
from dashboard.staff.public import truth
from dashboard.staff.public.truth import Truth
from dashboard.staff.settings import StaffSettings
from tests.conftest import ROOT
from tests.staff.conftest import ON_BOTH, TERRITORY, Browser, Someone, email, hired, worked

GOOD = (ROOT / "tests" / "fixtures" / "importers" / "liste-2019.csv").read_bytes()
CODE, FILE = "P147-2019-001", "financements.csv"
PAGE = "/agents/brouillons/1"
SETTLE = f"{PAGE}/departager"
NAME = re.compile(r'type="radio" name="(choix-[0-9a-f]{32})" value="publié"')
FITS = "fini : Le fichier est lu : voyez ce qui change."

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last version kept is what the public sees."""
    monkeypatch.setattr(truth, "served_version", lambda *_: 0)


def keep(settings: StaffSettings, files: Mapping[str, bytes], who: str) -> None:
    truth.keep(settings, files, Deposit(who, "x", VersionOrigin("x", "x")))


def others(settings: StaffSettings, old: str, new: str) -> None:
    """Another publishes the amounts with these words instead."""
    files = dict(truth.truth(settings).files)
    changed = files[FILE].replace(old.encode(), new.encode(), 1)
    assert changed != files[FILE]
    keep(settings, {**files, FILE: changed}, "Paul")


def checked(who: Browser, settings: StaffSettings, base: StaffBase) -> str:
    who.open(PAGE)
    who.send(f"{PAGE}/controler")
    return worked(settings, base)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The territory where that file was published."""
    place = tmp_path_factory.mktemp("avant")
    folder = Path(shutil.copytree(ROOT / "data" / TERRITORY, place / TERRITORY))
    (place / "liste-2019.csv").write_bytes(GOOD)

    def here(document: Document, territory: TerritoryFolder, tell: Tell) -> Imported:
        return entry.apart_at_once(document, territory, tell, None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entry, "confined", lambda _, __, work, *given, **___: work(*given))
        with entry.planned(place / "liste-2019.csv", folder, lambda _: None, here) as planned:
            apply.write(planned, folder)
    return lifted(folder)


@pytest.fixture
def writer(
    published: StaffSettings,
    base: StaffBase,
    someone: Someone,
    served: None,
    before: dict[str, bytes],
) -> Browser:
    """Hers is a file that gives another amount to an action published before; it was read, then
    Paul gave it a third one."""
    who = someone(StaffRole.WRITER)
    keep(published, before, "Marie")
    who.load("liste-2019.csv", GOOD.replace(b"3000", b"3500"))
    assert worked(published, base) == FITS
    others(published, f"{CODE};etat-p147;engagé;3000", f"{CODE};etat-p147;engagé;4000")
    return who


def result(settings: StaffSettings, base: StaffBase) -> list[str]:
    """The amount of the action as the draft would have it."""
    with base.unit() as unit:
        folder = drafts.result(settings, unit.get_one(Draft, 1))
    rows = rows_of("financements", {FILE: (folder / FILE).read_bytes()})
    return [row["montant"] for row in rows if row["action"] == CODE]


def read(base: StaffBase) -> str:
    """The fingerprint of the draft as it is read."""
    with base.unit() as unit:
        return drafts.fingerprint(unit.get_one(Draft, 1))


def choose(who: Browser, kept: str) -> str:
    """Keep the same of each choice of her page; the page that follows."""
    names = NAME.findall(who.open(SETTLE).text)
    seen = {f"vu-{name[6:]}": who.token(f"vu-{name[6:]}") for name in names}
    who.send(SETTLE, **dict.fromkeys(names, kept), **seen)
    return who.open(SETTLE).text


def led(who: Browser, base: StaffBase) -> tuple[bool, bool]:
    """Whether the page of the last work leads to the choices, and offers to do it again."""
    with base.unit() as unit:
        last = unit.scalars(select(Job.id).order_by(Job.id.desc())).first()
    page = who.open(f"/agents/travaux/{last}").text
    return f'href="{SETTLE}">Départager</a>' in page, "Relancer" in page


@ON_BOTH
def test_a_file_that_another_publication_passed_is_not_published_before_all_is_settled(
    published: StaffSettings, base: StaffBase, writer: Browser, site: Flask
) -> None:
    hired(base, StaffRole.EDITOR)
    editor = Browser(site.test_client())
    editor.sign_in(email(StaffRole.EDITOR))
    editor.open(PAGE)
    editor.send(f"{PAGE}/publier", motif="x")
    assert "mêmes cases que lui. Rien n’est écrasé : il reste 1" in worked(published, base)
    assert led(editor, base) == (True, False), "« Relancer » échouerait de nouveau"
    assert "il reste 1" in checked(writer, published, base)
    assert "<strong>il reste 1" in editor.open(PAGE).text
    assert "Publier</button>" not in editor.page
    editor.send(f"{PAGE}/publier", motif="x", lu=read(base))
    assert "Il reste 1\xa0choix à faire" in editor.open(PAGE).text
    page = writer.open(SETTLE).text
    assert '<span class="quoi">Jardins partagés (2019), ' in page
    for value in (CODE, *(f">{french.number(one)}{french.NBSP}€<" for one in (3500, 4000))):
        assert value in page
    assert "Tout est départagé" in choose(editor, "brouillon")
    assert checked(writer, published, base) == FITS
    assert result(published, base) == ["3500"]
    with base.unit() as unit:
        asked = select(JournalEntry).where(JournalEntry.act == str(Act.SETTLED))
        entry = unit.scalars(asked).one()
    assert entry.who.startswith("Dominique Editor")
    assert entry.what.startswith("brouillon n° 1 : brouillon gardé, 1\xa0choix (financements ")
    assert "3500" not in entry.what


def test_another_choice_is_checked_again_and_nothing_of_the_former_is_ready(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    assert "il reste 1" in checked(writer, published, base)
    choose(writer, "publié")
    assert checked(writer, published, base) == "fini : Le fichier ne change rien."
    assert result(published, base) == ["4000"]
    former = read(base)
    choose(writer, "brouillon")
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        assert (draft.state, drafts.result(published, draft).exists()) == ("à départager", False)
    assert checked(writer, published, base) == FITS
    assert read(base) != former
    assert "1\xa0choix, fait" in writer.open(PAGE).text


def test_nothing_of_a_version_that_is_withdrawn_stays_in_what_was_to_be_settled(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    someone(StaffRole.WRITER)
    told = {"file": "x.csv", "checksum": "x", "state": "à départager", "created": now()}
    held = {"base": 2, "start": 2, "found": {"disputed": {"left": 1}, "seen": 3}}
    row = {"file": FILE, "key": CODE, "title": "", "whole": False, "mark": "", "cells": {}}
    with base.unit() as unit:
        unit.add(Draft(territory=TERRITORY, owner=1, **told, **held))
        unit.flush()
        disputes.keep(unit, 1, [row])
        drafts.without(unit, published, {1})
        assert unit.scalars(select(Dispute)).all()
        drafts.without(unit, published, {3})
        draft = unit.get_one(Draft, 1)
        assert (draft.state, draft.found, draft.start) == ("à contrôler", {}, 2)
        assert unit.scalars(select(Dispute)).all() == []
        drafts.without(unit, published, {2})
        assert draft.start is None


def test_what_was_to_be_settled_before_a_file_was_refused_goes_with_any_withdrawal(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    someone(StaffRole.WRITER)
    told = {"file": "x.csv", "checksum": "x", "state": "refusé", "created": now()}
    held = {"base": 4, "start": 2, "found": {"refusal": "x"}}
    row = {"file": FILE, "key": CODE, "title": "", "whole": False, "mark": "", "cells": {}}
    with base.unit() as unit:
        unit.add(Draft(territory=TERRITORY, owner=1, **told, **held))
        unit.flush()
        disputes.keep(unit, 1, [row])
        drafts.without(unit, published, {3})
        assert unit.scalars(select(Dispute)).all() == []
        assert unit.get_one(Draft, 1).state == "refusé"


@pytest.mark.parametrize(
    ("ready", "said"),
    [(True, "relisez ce qui change, puis publiez."), (False, "ne peut plus être publié tel quel.")],
)
def test_a_draft_whose_first_version_is_served_again_is_told_of_no_other(
    ready: bool, said: str
) -> None:
    draft = Draft(typed=False, start=2, base=3, found={"nothing": False})
    assert not rebasing.is_passed(draft, Truth(2, {}))
    assert rebasing.outcome(draft.found, ready).endswith(said)


def test_a_file_that_is_told_by_no_row_is_settled_whole() -> None:
    sides = ({"eau.geojson": b"a"}, {"eau.geojson": b"b"}, {"eau.geojson": b"c"})
    found = rebasing.together(*sides, {})
    assert (found.left, [one["title"] for one in rebasing.told(found)]) == (1, [""])
    (one,) = found.clashes
    kept = rebasing.together(*sides, {one.mark: "publié"})
    assert (kept.left, kept.files) == (0, sides[1])
    hers, held = rebasing.together(*sides, {one.mark: "brouillon"}), Truth(2, sides[1])
    assert (hers.left, hers.files) == (0, sides[2])
    assert hers.found(held)["disputed"] != kept.found(held)["disputed"]
    other = rebasing.together(*sides[:2], {"eau.geojson": b"d"}, {one.mark: "publié"})
    assert other.left == 1
