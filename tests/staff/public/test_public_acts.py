"""What the public reads of each act of staff: when, why, what changed; never who, never what a
withdrawn version held."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dashboard import publication
from dashboard.depot import Deposit, Depot, VersionOrigin, public
from dashboard.depot.version import version_of
from dashboard.domain.chronicle import Chronicle, Kind, PublicAct
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.public import public_acts, truth
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import withdrawing
from dashboard.store import chronicling
from dashboard.web.factory import Observatory, create_app
from tests.staff.conftest import TERRITORY, Someone, worked
from tests.staff.drafts.test_drafts import GOOD, loaded

pytestmark = pytest.mark.usefixtures("here")

WHY = "La programmation de 2019 <script>alert(1)</script>"
PATH = "/donnees/changements"


def read(settings: StaffSettings, address: str = PATH) -> str:
    """The page as a reader has it."""
    app: Observatory = create_app(var=settings.var, territory=TERRITORY)
    answer: str = app.server.test_client().get(address).get_data(as_text=True)
    return answer


def acts(settings: StaffSettings) -> tuple[PublicAct, ...]:
    return publication.told(settings.var, TERRITORY).acts


def test_an_act_of_staff_is_told_to_the_public_and_taken_back_in_public_too(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    assert "Personne n’a encore changé ces données" in read(published)
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    for personal in ("Vu avec Mme Durand", "voir a.b@ville.fr", "tél. 04 79 00 00 00"):
        editor.open("/agents/brouillons/1")
        editor.send("/agents/brouillons/1/publier", motif=personal)
        assert "Le public lira cette raison" in editor.open("/agents/brouillons/1").text
    assert "que le public lira" in editor.page
    editor.send("/agents/brouillons/1/publier", motif=WHY)
    assert worked(published, base) == "fini : La version 2 est publiée."
    assert "La programmation de 2019 &lt;script&gt;" in read(published)
    (act,) = acts(published)
    assert (act.kind, act.number, act.before) == (Kind.PUBLISHED, 2, 1)
    assert ("Actions ou lignes", 1) in [(one.table[:17], one.added) for one in act.changes]
    assert [total.year for total in act.totals] == ["2019"]
    editor.open("/agents/versions/1")
    editor.send("/agents/versions/1/revenir", motif="Erreur de fichier")
    assert worked(published, base) == "fini : La version 1 est de nouveau servie."
    back = acts(published)[-1]
    assert (back.kind, back.number, back.before) == (Kind.RETURNED, 1, 2)
    assert (back.why, back.changes[0].removed) == ("Erreur de fichier", act.changes[0].added)
    _neither_page_nor_file_says_who(published)


def _neither_page_nor_file_says_who(published: StaffSettings) -> None:
    for address in (PATH, "/telecharger/changements.csv"):
        said = read(published, address)
        assert "de nouveau servie" in said
        for secret in ("Dominique", "@ville.fr", "liste-2019.csv"):
            assert secret not in said


def kept(settings: StaffSettings, number: int, old: bytes, new: bytes) -> None:
    depot = Depot(settings.var)
    files = depot.files(depot.version(TERRITORY, number - 1))
    changed = {**files, "actions.csv": files["actions.csv"].replace(old, new, 1)}
    deposit = Deposit("Paul Personne", f"Dépôt {number}", VersionOrigin("l.csv", "x", "Une source"))
    depot.add(TERRITORY, changed, deposit, number - 1)


def test_what_a_withdrawn_version_held_is_told_by_nobody(
    published: StaffSettings, base: StaffBase
) -> None:
    files = truth.truth(published).files
    Depot(published.var).add(TERRITORY, files, Deposit("Paul", "x", VersionOrigin("d", "x")), 0)
    kept(published, 2, b"Jardins", b"Madame Unique")
    kept(published, 3, b"Madame Unique", b"Jardins de tous")
    for number in (2, 3):
        truth.serve(published, number)
    assert all(act.changes for act in acts(published))
    frozen = f"/v/{publication.listing(published.var, TERRITORY)[0]['empreinte']}{PATH}"
    done = withdrawing.WithdrawalOrder("Paul Personne", "Paul", "Un nom y figurait.")
    withdrawing.withdraw(published, base, frozenset({2}), 0, done)
    second, third = acts(published)
    assert second.withdrawn is not None
    assert (second.why, second.source, second.changes, second.totals) == ("", "", (), ())
    assert (third.why, third.changes, third.totals) == ("Dépôt 3", (), ())
    app = create_app(var=published.var, territory=TERRITORY)
    for address in (PATH, frozen):
        page = app.server.test_client().get(address).get_data(as_text=True)
        assert "Un nom y figurait." in page
        assert "Dépôt 2" not in page
    public_acts.forget(published.var, TERRITORY)
    assert acts(published) == (second, third)


def test_a_version_that_follows_the_one_served_says_itself_what_it_changes(
    published: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    depot, files = Depot(published.var), truth.truth(published).files
    depot.add(TERRITORY, files, Deposit("Paul", "x", VersionOrigin("d", "x")), 0)
    kept(published, 2, b"Jardins", b"Potagers")
    sought = public.moved(files, depot.files(depot.version(TERRITORY, 2)))
    assert sought[0]
    with monkeypatch.context() as silent:
        silent.delattr(public, "moved")
        truth.serve(published, 2)
    (act,) = acts(published)
    assert (act.changes, act.totals) == sought
    truth.serve(published, 1, "Erreur")
    assert acts(published)[-1].changes == sought[0]


def test_who_was_stopped_before_it_was_told_tells_it_by_beginning_again(
    published: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = truth.truth(published).files
    Depot(published.var).add(TERRITORY, files, Deposit("Paul", "x", VersionOrigin("d", "x")), 0)
    kept(published, 2, b"Jardins", b"Potagers")
    with monkeypatch.context() as stopped:
        stopped.setattr(public_acts, "tell", lambda *_: None)
        truth.serve(published, 2)
    assert acts(published) == ()
    for _ in range(2):
        truth.serve(published, 2)
    assert [(act.number, act.before, act.why) for act in acts(published)] == [(2, 1, "Dépôt 2")]


def test_a_frozen_page_tells_what_was_told_when_it_was_made(published: StaffSettings) -> None:
    files = truth.truth(published).files
    Depot(published.var).add(TERRITORY, files, Deposit("Paul", "x", VersionOrigin("d", "x")), 0)
    first = publication.listing(published.var, TERRITORY)[0]["empreinte"]
    kept(published, 2, b"Jardins", b"Potagers")
    truth.serve(published, 2)
    app = create_app(var=published.var, territory=TERRITORY)
    client = app.server.test_client()
    assert "Dépôt 2" in client.get(PATH).get_data(as_text=True)
    assert "Personne n’a encore changé" in client.get(f"/v/{first}{PATH}").get_data(as_text=True)


def test_a_reason_given_before_reasons_were_public_stays_unsaid() -> None:
    deposit = Deposit("Paul", "pour Mme X", VersionOrigin("d", "x"))
    held = {"who": deposit.who, "why": deposit.why, "origin": {"name": "d", "checksum": "x"}}
    old = {"territory": "ici", "number": 2, "when": "", "deposit": held, "files": {}}
    version = version_of(json.dumps({**old, "changes": [], "totals": []}))
    assert not version.deposit.public
    assert public_why(version) == ""


def public_why(version: object) -> str:
    return public.published(version, 1, ((), ())).why  # type: ignore[arg-type]


def test_a_chronicle_that_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    path = chronicling.place(tmp_path, "ici")
    ledger = chronicling.ChronicleFile(path)
    assert (ledger.state, ledger.read()) == (0, Chronicle())
    act = PublicAct("2026-11-26T10:00:00+00:00", Kind.PUBLISHED, 2, 1, "Parce que")
    path.write_text(chronicling.text_of(Chronicle((act,))), encoding="utf-8")
    assert ledger.read().acts == (act,)
    assert act.moment == dt.datetime(2026, 11, 26, 10, tzinfo=dt.UTC)
    for broken in ("{", "[]", '{"acts": [{}]}', "\0"):
        path.write_text(broken, encoding="utf-8")
        assert chronicling.ChronicleFile(path).read() == Chronicle()
