"""The history of a row says who changed it, when and from what; one act puts back what it was."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dashboard.depot import Deposit, Depot, VersionOrigin
from dashboard.depot.edits import key_of, mark_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import TypedEdit
from dashboard.staff.public import truth
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import TERRITORY, Browser, Someone
from tests.staff.pages.test_tables import rows

pytestmark = pytest.mark.usefixtures("here")


def kept(settings: StaffSettings, file: str, old: str, new: str) -> None:
    """One more version, which puts those words in place of the first such ones of that file."""
    files = dict(truth.at(settings, len(Depot(settings.var).versions(TERRITORY))).files)
    text = files[file].decode()
    assert old in text
    files[file] = text.replace(old, new, 1).encode()
    truth.keep(settings, files, Deposit("Paul Petit", f"Vers {new[:12]}", VersionOrigin("x", "x")))


@pytest.fixture
def changed(published: StaffSettings, monkeypatch: pytest.MonkeyPatch) -> StaffSettings:
    """The territory, of which the second version changed the text of a date and the third removed
    an orientation; the last one is what the public sees."""
    event, goal = rows(published, "evenements")[0], rows(published, "orientations")[0]
    kept(published, "evenements.csv", event["texte"], "Le texte d’après")
    line = ";".join(goal.values())
    kept(published, "orientations.csv", f"{line}\n", "")
    kept(
        published,
        "orientations_liens.csv",
        goal["code"],
        rows(published, "orientations")[1]["code"],
    )
    monkeypatch.setattr(truth, "served_version", lambda *_: None)
    return published


def where(table: str, row: dict[str, str]) -> str:
    return f"/agents/tables/{table}/{mark_of(table, key_of(table, row))}"


def edits(base: StaffBase) -> list[tuple[str, dict[str, str] | None]]:
    with base.unit() as unit:
        return [
            (one.file, one.cells) for one in unit.scalars(select(TypedEdit).order_by(TypedEdit.id))
        ]


def back(browser: Browser, path: str, version: int):  # type: ignore[no-untyped-def]
    browser.open(f"{path}/histoire")
    browser.send(f"{path}/remettre", version=version)
    return browser.open(f"{path}/histoire").text


def test_a_changed_row_says_who_and_what_and_is_put_back(
    changed: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    event = rows(changed, "evenements")[0]
    path = where("evenements", event)
    page = writer.open(f"{path}/histoire").text
    for said in ("Paul Petit", "Vers Le texte", "<ins>Le texte d’après</ins>", "Version 2"):
        assert said in page
    assert "Version 3" not in page
    assert "est notée dans votre brouillon" in back(writer, path, 2)
    [(file, cells)] = edits(base)
    assert file == "evenements"
    assert cells is not None
    assert list(cells) == ["texte"]
    assert cells["texte"] != "Le texte d’après"
    assert "déjà ainsi" in back(writer, path, 2)


def test_a_removed_row_comes_back_whole(
    changed: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    depot = Depot(changed.var)
    from dashboard.depot.compare import readable

    goal = readable("orientations.csv", depot.files(depot.version(TERRITORY, 1)))[0]
    path = where("orientations", goal)
    assert writer.open(path).status_code == 404
    assert "retirée" in writer.open(f"{path}/histoire").text
    back(writer, path, 3)
    [(_, cells)] = edits(base)
    assert cells == {name: cell for name, cell in goal.items() if cell}


def test_a_row_that_a_version_added_goes_again(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rows(published, "contacts")[0]
    line = ";".join({**first, "nom": "Maison neuve"}.values())
    old = ";".join(first.values())
    kept(published, "contacts.csv", old, f"{old}\n{line}")
    monkeypatch.setattr(truth, "served_version", lambda *_: None)
    back(someone(StaffRole.WRITER), where("contacts", {**first, "nom": "Maison neuve"}), 2)
    assert edits(base) == [("contacts", None)]


def test_what_an_official_file_holds_is_not_put_back_by_hand(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    action = rows(published, "actions")[0]
    kept(published, "actions.csv", action["intitule"], "Un intitulé tout neuf")
    monkeypatch.setattr(truth, "served_version", lambda *_: None)
    page = back(someone(StaffRole.WRITER), where("actions", action), 2)
    assert "déjà ainsi" in page
    assert edits(base) == []


def test_a_row_without_history_says_so_and_an_unknown_one_is_not_found(
    published: StaffSettings, someone: Someone
) -> None:
    reader = someone(StaffRole.READER)
    path = where("evenements", rows(published, "evenements")[0])
    assert "Aucune version gardée" in reader.open(f"{path}/histoire").text
    assert reader.open("/agents/tables/evenements/zut/histoire").status_code == 404
    assert reader.open("/agents/tables/zut/zut/histoire").status_code == 404
