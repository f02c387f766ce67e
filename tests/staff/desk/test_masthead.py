"""Every page of staff names the territory at its head, in the words that staff last published."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from dashboard.domain import settings
from dashboard.staff.accounts import sessions
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.masthead import Masthead, masthead, unsaid
from dashboard.staff.settings import StaffSettings
from dashboard.store import publication_pointer
from tests.staff.conftest import TERRITORY, Browser, Someone

HEAD = '<span class="nom">Contrat de ville d’Auzelande Agglomération</span>'
TITLE = "– Espace des agents, Contrat de ville d’Auzelande Agglomération</title>"
NAMED = Masthead("Auzelande Agglomération", "Contrat de ville d’Auzelande Agglomération")


def test_who_comes_to_the_door_or_meets_an_error_knows_which_territory_it_is(
    published: StaffSettings, anyone: Browser, someone: Someone
) -> None:
    reader = someone(StaffRole.READER)
    pages = [anyone.open(f"/agents/{path}").text for path in ("connexion", "lien/perdu")]
    pages += [reader.open(f"/agents/{path}").text for path in ("", "versions", "comptes", "rien")]
    pages.append(anyone.client.get("/ailleurs").text)
    assert [HEAD in page and TITLE in page for page in pages] == [True] * 7


def test_without_its_base_or_where_we_fail_the_page_still_says_which_territory_it_is(
    published: StaffSettings, site: Flask, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = someone(StaffRole.READER)

    def gone(_: object) -> None:
        raise OperationalError("select", {}, Exception("la base est partie"))

    monkeypatch.setattr(sessions, "account_of", lambda unit, _: gone(unit))
    answer = reader.open("/agents")
    assert answer.status_code == 503
    assert HEAD in answer.text
    assert "La base ne répond pas (erreur 503)" in answer.text
    assert "Se connecter" not in answer.text
    monkeypatch.setattr(sessions, "account_of", lambda *_: 1 / 0)
    answer = reader.open("/agents")
    assert answer.status_code == 500
    assert "Espace des agents, Contrat de ville d’Auzelande Agglomération" in answer.text


def test_a_publication_that_cannot_be_read_leaves_the_name_to_the_one_before(
    published: StaffSettings, tmp_path: Path
) -> None:
    absent = replace(published, data=tmp_path / "rien")
    publication_pointer.pointer(published.var, TERRITORY).write_text("partie", encoding="utf-8")
    found = masthead(absent)
    assert (found.territory, found.site) == (NAMED.territory, NAMED.site)


def test_before_any_publication_the_folder_says_it_else_the_short_name(
    settings: StaffSettings, tmp_path: Path
) -> None:
    assert masthead(settings) == NAMED
    shutil.copytree(settings.data, tmp_path / "dossier")
    (tmp_path / "dossier" / "territoire.toml").write_text("= faux", encoding="utf-8")
    broken = replace(settings, data=tmp_path / "dossier")
    assert masthead(broken) == Masthead("exemple", "Contrat de ville : exemple")


def test_a_territory_just_founded_says_what_it_has_still_to_say(
    published: StaffSettings, someone: Someone
) -> None:
    shown = someone(StaffRole.READER).open("/agents").text
    assert "à qui écrire pour signaler une erreur." in shown
    path = published.data / "territoire.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) | {"publie_par": ""}
    data["grilles"][-1]["piliers"] = []
    assert list(unsaid(settings.read(data))) == [
        "qui publie ces pages",
        "à qui écrire pour signaler une erreur",
        "les piliers du contrat 2024-2030",
    ]
