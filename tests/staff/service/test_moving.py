"""From files to a shared base and back: what is kept is the same, to its last byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard import cli
from dashboard.depot import Depot, Withdrawal
from dashboard.depot.folder import FolderShelf
from dashboard.postgres.address import Address
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.person import person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.drafts import loading
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind
from dashboard.staff.service import moving
from dashboard.staff.settings import StaffSettings
from dashboard.store import publication_pointer
from tests.conftest import ROOT
from tests.depot.stopped import DEPOSIT, FILES, after
from tests.postgres import PASSWORD
from tests.staff.conftest import TERRITORY, copied, email, hired


@pytest.fixture
def lived(tmp_path: Path, var: Path) -> StaffSettings:
    """A server of files on which people worked."""
    settings = StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, tmp_path / "fichiers")
    copied(var, settings.var)
    depot = Depot(settings.var)
    for number in (1, 2, 3):
        depot.add("ici", after(number), DEPOSIT, number - 1)
    depot.withdraw("ici", [2], Withdrawal("Paul", "2026-01-01T00:00:00+00:00", "Un nom"))
    depot.add("ailleurs", FILES, DEPOSIT, 0)
    base = opened(settings.base)
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        who = person_of(account, "")
        draft = loading.receive(unit, settings, who, loading.incoming("a.csv", b"a;b\n"))
        jobs.ask(unit, account.id, TERRITORY, JobKind.CHECK, draft, rows=["é", None])
    base.close()
    return settings


def everything(settings: StaffSettings) -> dict[str, object]:
    """All that a server of files keeps."""
    base = StaffBase(settings.own_base)
    depot = Depot(settings.var, FolderShelf(settings.var))
    held = {slug: depot.versions(slug) for slug in ("ici", "ailleurs")}
    with base.unit() as unit:
        rows = moving._rows(unit)
    base.close()
    files = {
        path.relative_to(settings.var).as_posix(): path.read_bytes()
        for part in ("publications", "agents/brouillons")
        for path in (settings.var / part).rglob("*")
        if path.is_file()
    }
    return {
        "rows": rows,
        "versions": held,
        "contents": [depot.files(one) for one in held["ici"] if not one.withdrawn],
        "files": files,
        "served": publication_pointer.named(settings.var, TERRITORY),
    }


def test_there_and_back_again_keeps_all_as_it_is(
    lived: StaffSettings, shared_base: str, tmp_path: Path
) -> None:
    before = everything(lived)
    shared = Address(shared_base)
    said = list(moving.pour(lived, shared))
    assert said[0] == "Dépôt : 4\N{NO-BREAK SPACE}versions."
    assert list(moving.pour(lived, shared)) == said
    assert everything(lived) == before
    home = replace(lived, var=tmp_path / "retour")
    list(moving.bring_back(home, shared))
    assert everything(home) == before
    with opened(lived.base).unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        assert jobs.ask(unit, account.id, TERRITORY, JobKind.CHECK, None).id == 2


def test_nothing_is_poured_over_the_accounts_of_others(
    lived: StaffSettings, shared_base: str, tmp_path: Path
) -> None:
    base = opened(lived.base)
    hired(base, StaffRole.ADMIN)
    base.close()
    folders = ["--var", str(lived.var), "--donnees", str(lived.data.parent)]
    said = CliRunner().invoke(cli.main, ["base", "verser", "--territoire", TERRITORY, *folders])
    assert said.exit_code == 1
    assert "tient déjà d’autres comptes" in said.output
    assert PASSWORD not in said.output


def test_the_base_is_made_ready_for_a_public_server_in_one_command(
    shared_base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAR", str(tmp_path))
    run = CliRunner().invoke
    assert "est prête" in run(cli.main, ["base", "preparer"]).output
    monkeypatch.delenv("BASE")
    monkeypatch.setenv("BASE_LECTURE", shared_base)
    assert run(cli.main, ["base", "suivre", "--une-fois"]).exit_code == 0
    monkeypatch.delenv("BASE_LECTURE")
    for verb in ("preparer", "verser", "rapatrier", "suivre"):
        said = run(cli.main, ["base", verb])
        assert (said.exit_code, "BASE=postgresql://" in said.output) == (1, True), said.output
