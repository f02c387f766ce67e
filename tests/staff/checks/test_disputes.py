"""Two people changed the same cells: whoever reads both keeps hers or takes the other of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from dashboard.depot import Deposit, VersionOrigin
from dashboard.depot.edits import SETTINGS, RowDiff, file_of, rows_of
from dashboard.importers.apply import csv_text
from dashboard.schema import Record
from dashboard.staff.accounts.person import Person, person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft, JournalEntry, TypedEdit
from dashboard.staff.checks import disputes, laying
from dashboard.staff.drafts import drafts
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import Browser, Someone, hired, worked

EVENTS = "evenements"
Act = tuple[str, Record | None, Record | None]
"""A table, a row before and after."""


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last version kept is what the public sees."""
    monkeypatch.setattr(truth, "served_version", lambda *_: 0)


def written(settings: StaffSettings, acts: Sequence[Act]) -> None:
    """A version in which another did this."""
    files = dict(truth.truth(settings).files)
    for table, before, after in acts:
        rows = [after if row == before else row for row in rows_of(table, files)]
        rows += [after] if before is None else []
        content = csv_text(table, tuple(row for row in rows if row is not None)).encode()
        files[file_of(table)] = content
    truth.keep(settings, files, Deposit("Paul", "x", VersionOrigin("x", "x")))


@dataclass(frozen=True)
class Scene:
    """A draft of hers, on top of which another published."""

    settings: StaffSettings
    unit: Unit
    who: Person

    def both(self, mine: Sequence[Act], theirs: Sequence[Act]) -> Draft:
        """Her draft, once it was checked on top of theirs."""
        changed = [(table, RowDiff(before, after)) for table, before, after in mine]
        draft = edits.put(self.unit, self.settings, self.who, changed)
        written(self.settings, theirs)
        self.look(draft)
        return draft

    def look(self, draft: Draft) -> Mapping[str, bytes]:
        """The files as the draft would have them; what is found is kept."""
        stand = edits.of_draft(self.unit, self.settings, draft)
        files, draft.found = laying.laid_out(draft, stand, truth.truth(self.settings))
        return files

    def settled(self, draft: Draft, *hers: bool) -> list[Record]:
        """The events, once each dispute is settled so."""
        disputes.settle(self.unit, self.settings, self.who, draft, hers)
        self.unit.flush()
        files = self.look(draft)
        assert draft.found == {}
        return list(rows_of(EVENTS, files))


@pytest.fixture
def scene(published: StaffSettings, base: StaffBase) -> Iterator[Scene]:
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        yield Scene(published, unit, person_of(unit.scalars(select(Account)).one(), ""))


@pytest.fixture
def held(published: StaffSettings) -> Record:
    return dict(rows_of(EVENTS, truth.truth(published).files)[0])


def titled(rows: Sequence[Record], *titles: str) -> list[Record]:
    return [dict(row) for row in rows if row["titre"] in titles]


def test_of_each_cell_hers_is_kept_or_theirs_is_taken(scene: Scene, held: Record) -> None:
    mine = {**held, "texte": "Le nôtre", "precision": "mois"}
    theirs = {**held, "texte": "Le leur", "precision": "annee", "source": "insee"}
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    asked = disputes.disputes(draft.found)
    assert [(one.cells[0]["column"], one.whole) for one in asked] == [
        ("precision", False),
        ("texte", False),
    ]
    rows = scene.settled(draft, True, False)
    assert titled(rows, held["titre"]) == [{**theirs, "precision": "mois"}]
    entry = scene.unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert entry is not None
    assert (entry.act, entry.what.replace("\N{NO-BREAK SPACE}", " ")) == (
        "cases départagées",
        "brouillon n° 1 : la sienne gardée dans 1 case, l’autre prise dans 1 case",
    )


def test_an_edit_of_which_nothing_is_kept_goes(scene: Scene, held: Record) -> None:
    mine, theirs = ({**held, "texte": text} for text in ("Le nôtre", "Le leur"))
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    assert titled(scene.settled(draft, False), held["titre"]) == [theirs]
    assert scene.unit.scalars(select(TypedEdit)).all() == []


@pytest.mark.parametrize("hers", [True, False])
def test_a_row_that_they_removed_comes_again_or_stays_away(
    scene: Scene, held: Record, hers: bool
) -> None:
    mine = {**held, "texte": "Le nôtre"}
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, None)])
    (asked,) = disputes.disputes(draft.found)
    assert (asked.whole, "texte" in asked.columns) == (True, True)
    assert titled(scene.settled(draft, hers), held["titre"]) == ([mine] if hers else [])


@pytest.mark.parametrize("hers", [True, False])
def test_a_row_that_she_removed_goes_or_is_as_they_changed_it(
    scene: Scene, held: Record, hers: bool
) -> None:
    theirs = {**held, "texte": "Le leur"}
    draft = scene.both([(EVENTS, held, None)], [(EVENTS, held, theirs)])
    assert titled(scene.settled(draft, hers), held["titre"]) == ([] if hers else [theirs])


@pytest.mark.parametrize("hers", [True, False])
def test_a_row_that_both_added_is_there_once(scene: Scene, held: Record, hers: bool) -> None:
    mine, theirs = ({**held, "titre": "Neuf", "texte": text} for text in ("Nôtre", "Leur"))
    draft = scene.both([(EVENTS, None, mine)], [(EVENTS, None, theirs)])
    assert titled(scene.settled(draft, hers), "Neuf") == [mine if hers else theirs]


@pytest.mark.parametrize("hers", [True, False])
def test_an_event_that_both_renamed_is_there_once(scene: Scene, held: Record, hers: bool) -> None:
    mine, theirs = ({**held, "titre": title} for title in ("Nôtre", "Leur"))
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    rows = scene.settled(draft, hers)
    assert titled(rows, "Nôtre", "Leur", held["titre"]) == [mine if hers else theirs]


def typed(published: StaffSettings, base: StaffBase, held: Record) -> None:
    """Have the one account change the text of that event, in a draft."""
    with base.unit() as unit:
        who = person_of(unit.scalars(select(Account)).one(), "")
        mine = RowDiff(held, {**held, "texte": "Le nôtre"})
        edits.put(unit, published, who, [(EVENTS, mine)])


def test_what_she_wrote_of_an_event_that_another_renamed_follows_it(
    published: StaffSettings, base: StaffBase, someone: Someone, held: Record, here: None
) -> None:
    writer = someone(StaffRole.WRITER)
    typed(published, base, held)
    written(published, [(EVENTS, held, {**held, "titre": "Leur"})])
    for _ in range(2):
        writer.open("/agents/brouillons/1")
        writer.send("/agents/brouillons/1/controler")
        assert worked(published, base) == "fini : Vos changements sont lus : voyez-les."
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit)).one().key == [held["date"], "Leur"]
        result = drafts.result(published, unit.get_one(Draft, 1))
    rows = rows_of(EVENTS, {"evenements.csv": (result / "evenements.csv").read_bytes()})
    assert titled(rows, "Leur", held["titre"]) == [{**held, "titre": "Leur", "texte": "Le nôtre"}]


def test_an_edit_follows_its_row_too_where_another_published_just_before(
    published: StaffSettings, base: StaffBase, someone: Someone, held: Record, here: None
) -> None:
    editor = someone(StaffRole.EDITOR)
    typed(published, base, held)
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/controler")
    worked(published, base)
    written(published, [(EVENTS, held, {**held, "titre": "Leur"})])
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="x")
    assert "pendant que ce brouillon attendait" in worked(published, base)
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit)).one().key == [held["date"], "Leur"]


@pytest.mark.parametrize("hers", [True, False])
def test_settings_are_settled_together_and_theirs_that_she_left_alone_stay(
    scene: Scene, hers: bool
) -> None:
    files = dict(truth.truth(scene.settings).files)
    row = next(one for one in rows_of(SETTINGS.name, files) if one["reglage"] == "publie_par")
    mine = {**row, "valeur": "Nous"}
    edits.put(scene.unit, scene.settings, scene.who, [(SETTINGS.name, RowDiff(row, mine))])
    text = files["territoire.toml"].replace(b'publie_par = "', b'publie_par = "Eux, ')
    files["territoire.toml"] = text
    truth.keep(scene.settings, files, Deposit("Paul", "x", VersionOrigin("x", "x")))
    draft = scene.unit.get_one(Draft, 1)
    scene.look(draft)
    disputes.settle(scene.unit, scene.settings, scene.who, draft, [hers])
    found = {one["reglage"]: one["valeur"] for one in rows_of(SETTINGS.name, scene.look(draft))}
    assert found["publie_par"].startswith("Nous" if hers else "Eux, ")


Break = Callable[[Draft], None]


def forget(draft: Draft) -> None:
    draft.found = {}


def publish(draft: Draft) -> None:
    draft.state = "publié"


def load(draft: Draft) -> None:
    draft.typed = False


def overflow(draft: Draft) -> None:
    cells = draft.found["collisions"]
    draft.found = {**draft.found, "collisions": cells * 200}


@pytest.mark.parametrize("broken", [forget, publish, load, overflow])
def test_what_is_not_wholly_read_is_not_settled(scene: Scene, held: Record, broken: Break) -> None:
    mine, theirs = ({**held, "texte": text} for text in ("Le nôtre", "Le leur"))
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    broken(draft)
    hers = [True] * len(disputes.disputes(draft.found))
    with pytest.raises(NotDone):
        disputes.settle(scene.unit, scene.settings, scene.who, draft, hers)


@pytest.fixture
def disputed(
    published: StaffSettings, base: StaffBase, someone: Someone, held: Record, here: None
) -> Browser:
    """Her page, where two values are to be settled."""
    writer = someone(StaffRole.WRITER)
    with base.unit() as unit:
        who = person_of(unit.scalars(select(Account)).one(), "")
        mine = {**held, "texte": "Le <b>nôtre", "precision": "mois"}
        edits.put(unit, published, who, [(EVENTS, RowDiff(held, mine))])
    theirs = {**held, "texte": "Le leur", "precision": "annee"}
    written(published, [(EVENTS, held, theirs)])
    writer.open("/agents/brouillons/1")
    writer.send("/agents/brouillons/1/controler")
    assert "n’entrent pas" in worked(published, base)
    writer.open("/agents/brouillons/1")
    return writer


SETTLE = "/agents/brouillons/1/departager"


def test_the_page_says_codes_and_days_in_the_words_of_the_forms(
    disputed: Browser, held: Record
) -> None:
    year, month, day = held["date"].split("-")
    asked = disputed.page[disputed.page.index("Départager") :]
    assert "<code>année</code>" in asked
    assert "annee</code>" not in asked
    assert f"<code>{day}/{month}/{year}, " in asked


def test_the_page_asks_of_each_and_nothing_is_settled_unless_all_are_said(
    disputed: Browser, published: StaffSettings, base: StaffBase
) -> None:
    assert disputed.page.count('type="radio"') == disputed.page.count(" required>") == 4
    assert "checked" not in disputed.page[disputed.page.index("Départager") :]
    assert "<code>Le &lt;b&gt;nôtre</code>" in disputed.page
    for said in ({}, {"choix_0": "mien"}, {"choix_0": "mien", "choix_1": "zut"}):
        disputed.open("/agents/brouillons/1")
        disputed.send(SETTLE, **said)
        assert "Choisissez pour chacune" in disputed.open("/agents/brouillons/1").text
    read = disputed.token("lu")
    answer = disputed.send(SETTLE, choix_0="autre", choix_1="mien")
    assert "/travaux/" in answer.headers["Location"]
    assert worked(published, base) == "fini : Vos changements sont lus : voyez-les."
    page = disputed.open("/agents/brouillons/1").text
    assert "Départager" not in page
    assert "<ins>mois</ins>" not in page
    disputed.send(SETTLE, choix_0="mien", choix_1="mien", lu=read)
    assert "a changé depuis que vous l’avez lu" in disputed.open("/agents/brouillons/1").text


def test_the_draft_of_another_is_hers_alone_to_settle(disputed: Browser, base: StaffBase) -> None:
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        unit.get_one(Draft, 1).owner = 2
    assert disputed.send(SETTLE, choix_0="mien", choix_1="mien").status_code == 403
