"""Two people changed the same cells: whoever reads both keeps what is published, or the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from dashboard.depot import Deposit, VersionOrigin
from dashboard.depot.edits import (
    SETTINGS,
    Edit,
    RowDiff,
    applied,
    file_of,
    key_of,
    mark_of,
    rows_of,
)
from dashboard.importers.apply import csv_text
from dashboard.schema import Record
from dashboard.staff.accounts.person import Person, person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Dispute, Draft, JournalEntry, TypedEdit
from dashboard.staff.checks import disputes, laying, rebasing, settling
from dashboard.staff.checks.disputes import HERS, THEIRS, DisputeQuery
from dashboard.staff.drafts import drafts
from dashboard.staff.indexes.index_shelf import in_memory
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.settings import StaffSettings
from tests.spied import spied
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
        held = truth.truth(self.settings)
        laid = laying.laid_out(stand, held, disputes.decided(self.unit, draft))
        if laid.edits is not None:
            settling.rewrite(self.unit, draft, laid.edits)
            draft.base = held.version
        disputes.keep(self.unit, draft.id, rebasing.told(laid.rebased))
        draft.found = laid.rebased.found(held)
        self.unit.flush()
        return laid.files

    def asked(self, draft: Draft) -> tuple[Dispute, ...]:
        """What is to be settled of it."""
        self.unit.flush()
        self.unit.expire_all()
        return disputes.page(self.unit, draft, DisputeQuery()).items

    def say(self, draft: Draft, *hers: bool) -> None:
        """Settle the first ones so."""
        told = zip(self.asked(draft), hers, strict=False)
        chosen = {one.mark: (HERS if mine else THEIRS, one.kept) for one, mine in told}
        disputes.settle(self.unit, self.settings, self.who, draft, chosen)
        self.unit.flush()

    def settled(self, draft: Draft, *hers: bool) -> list[Record]:
        """The events, once each dispute is settled so."""
        self.say(draft, *hers)
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
    asked = [(one.cells["cells"][0]["column"], one.whole) for one in scene.asked(draft)]
    assert asked == [("precision", False), ("texte", False)]
    rows = scene.settled(draft, True, False)
    assert titled(rows, held["titre"]) == [{**theirs, "precision": "mois"}]
    row = f"{EVENTS} {mark_of(EVENTS, key_of(EVENTS, held))}"
    entry = scene.unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert entry is not None
    assert (entry.act, entry.what.replace("\N{NO-BREAK SPACE}", " ")) == (
        "cases départagées",
        f"brouillon n° 1 : publié gardé, 1 choix ({row}) ; brouillon gardé, 1 choix ({row})",
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
    (asked,) = scene.asked(draft)
    columns = [one["column"] for one in asked.cells["cells"]]
    assert (asked.whole, "texte" in columns) == (True, True)
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


def test_what_is_settled_of_a_row_is_not_of_another_whose_key_reads_alike(scene: Scene) -> None:
    row = dict(rows_of("contacts", truth.truth(scene.settings).files)[0])
    one = {**row, "nom": "Relais, Nord", "role": "Accueil", "detail": ""}
    other = {**row, "nom": "Relais", "role": "Nord, Accueil", "detail": ""}
    written(scene.settings, [("contacts", None, one), ("contacts", None, other)])

    def acts(detail: str) -> list[Act]:
        return [("contacts", old, {**old, "detail": detail}) for old in (one, other)]

    draft = scene.both(acts("Le nôtre"), acts("Le leur"))
    scene.say(draft, True, False)
    found = rows_of("contacts", scene.look(draft))
    assert [row["detail"] for row in found][-2:] == ["Le nôtre", "Le leur"]


def test_a_row_that_both_added_alike_is_there_once_and_nothing_is_asked(
    scene: Scene, held: Record
) -> None:
    both = {**held, "titre": "Neuf"}
    draft = scene.both([(EVENTS, None, both)], [(EVENTS, None, both)])
    assert draft.found == {}
    assert titled(list(rows_of(EVENTS, scene.look(draft))), "Neuf") == [both]
    assert scene.unit.scalars(select(TypedEdit)).all() == []


def test_a_table_is_read_once_on_each_side_however_many_rows_are_kept_whole(
    published: StaffSettings,
) -> None:
    base, read = dict(truth.truth(published).files), list[tuple[object, ...]]()
    rows = [dict(row) for row in rows_of("contacts", base)][:4]
    changed = tuple(
        Edit("contacts", key_of("contacts", row), {"detail": "Le nôtre"}) for row in rows
    )
    stand = Workspace(None, base, changed, spied(in_memory, read))
    theirs = {**base, "contacts.csv": csv_text("contacts", ()).encode()}
    found = rebasing.together(base, theirs, applied(base, changed), {})
    made = settling.settled(stand, theirs, [(one, True) for one in found.clashes])
    assert [one.cells for one in made if one] == [{**row, "detail": "Le nôtre"} for row in rows]
    assert len(read) == 2


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
    scene.say(draft, hers)
    found = {one["reglage"]: one["valeur"] for one in rows_of(SETTINGS.name, scene.look(draft))}
    assert found["publie_par"].startswith("Nous" if hers else "Eux, ")


@pytest.mark.parametrize(("state", "found"), [("publié", True), ("à départager", False)])
def test_what_is_not_to_be_settled_is_not(
    scene: Scene, held: Record, state: str, found: bool
) -> None:
    mine, theirs = ({**held, "texte": text} for text in ("Le nôtre", "Le leur"))
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    draft.state, draft.found = state, draft.found if found else {}
    with pytest.raises(NotDone, match="plus rien à départager"):
        scene.say(draft, True)
    with pytest.raises(NotDone, match="plus rien à départager"):
        disputes.settle_all(
            scene.unit, scene.settings, scene.who, draft, HERS, DisputeQuery(left=True)
        )


def two(held: Record) -> tuple[Record, Record]:
    """What she and another made of that event, in two cells."""
    mine = {**held, "texte": "Le nôtre", "precision": "mois"}
    return mine, {**held, "texte": "Le leur", "precision": "annee"}


def test_a_choice_holds_through_a_new_check_as_long_as_both_values_do(
    scene: Scene, held: Record
) -> None:
    mine, theirs = two(held)
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    scene.say(draft, True)
    scene.look(draft)
    assert [(one.kept, one.who) for one in scene.asked(draft)] == [
        (HERS, scene.who.name),
        ("", ""),
    ]
    written(scene.settings, [(EVENTS, theirs, {**theirs, "source": "insee"})])
    scene.look(draft)
    assert [one.kept for one in scene.asked(draft)] == [HERS, ""]
    written(
        scene.settings,
        [(EVENTS, {**theirs, "source": "insee"}, {**theirs, "precision": "jour-meme"})],
    )
    scene.look(draft)
    assert [one.kept for one in scene.asked(draft)] == ["", ""]
    with pytest.raises(NotDone, match="Il reste 2"):
        disputes.check_settled(scene.unit, draft)


def test_a_choice_that_another_made_meanwhile_is_not_written_over_unseen(
    scene: Scene, held: Record
) -> None:
    mine, theirs = two(held)
    draft = scene.both([(EVENTS, held, mine)], [(EVENTS, held, theirs)])
    first, second = (one.mark for one in scene.asked(draft))
    other = replace(scene.who, name="Paul")
    disputes.settle(scene.unit, scene.settings, other, draft, {first: (THEIRS, "")})
    said = {first: (HERS, ""), second: (HERS, ""), "0" * 32: (HERS, "")}
    found = disputes.settle(scene.unit, scene.settings, scene.who, draft, said)
    assert (found.done, found.passed) == (1, 2)
    kept = [(one.kept, one.who) for one in scene.asked(draft)]
    assert kept == [(THEIRS, "Paul"), (HERS, scene.who.name)]
    again = {first: (THEIRS, THEIRS), second: (THEIRS, HERS)}
    assert disputes.settle(scene.unit, scene.settings, scene.who, draft, again).done == 1
    assert [one.who for one in scene.asked(draft)] == ["Paul", scene.who.name]


def test_the_journal_names_three_rows_and_counts_the_others(scene: Scene) -> None:
    rows = [dict(row) for row in rows_of("contacts", truth.truth(scene.settings).files)][:4]
    acts = {
        said: [("contacts", row, {**row, "detail": said}) for row in rows]
        for said in ("Le nôtre", "Le leur")
    }
    draft = scene.both(acts["Le nôtre"], acts["Le leur"])
    scene.say(draft, *[True] * len(rows))
    entry = scene.unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert entry is not None
    assert entry.what.count("contacts ") == disputes.NAMED
    assert entry.what.endswith(" et 1\xa0autre)")


def test_many_are_settled_at_once_of_one_table_or_of_all_before_or_after_one_by_one(
    scene: Scene, held: Record
) -> None:
    mine, theirs = two(held)
    row = dict(rows_of("contacts", truth.truth(scene.settings).files)[0])
    ours, others = ({**row, "detail": detail} for detail in ("Le nôtre", "Le leur"))
    draft = scene.both(
        [(EVENTS, held, mine), ("contacts", row, ours)],
        [(EVENTS, held, theirs), ("contacts", row, others)],
    )

    def at_once(kept: str, file: str = "", left: bool = True) -> int:
        asked = DisputeQuery(file, left)
        return disputes.settle_all(scene.unit, scene.settings, scene.who, draft, kept, asked)

    def kept() -> list[str]:
        return [one.kept for one in scene.asked(draft)]

    scene.say(draft, False, True)
    assert at_once(HERS, "evenements.csv") == 1
    assert (at_once(HERS), kept()) == (0, [THEIRS, HERS, HERS])
    assert (at_once(THEIRS, left=False), kept()) == (2, [THEIRS] * 3)
    assert [(one.file, one.count, one.left) for one in disputes.tallies(scene.unit, draft)] == [
        ("contacts.csv", 1, 0),
        ("evenements.csv", 2, 0),
    ]
    disputes.check_settled(scene.unit, draft)
    entry = scene.unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert entry is not None
    assert "publié gardé d’un coup, 2" in entry.what


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
    assert "il reste 2" in worked(published, base)
    writer.open(SETTLE)
    return writer


SETTLE = "/agents/brouillons/1/departager"
NAMES = re.compile(r'type="radio" name="(choix-[0-9a-f]{32})" value="publié"')


def chosen(who: Browser, *kept: str) -> dict[str, str]:
    """What she says of the choices of her page, the first ones first."""
    names = NAMES.findall(who.page)
    seen = {f"vu-{name[6:]}": who.token(f"vu-{name[6:]}") for name in names}
    return {**dict(zip(names, kept, strict=False)), **seen}


def test_the_page_says_codes_and_days_in_the_words_of_the_forms_and_names_the_row(
    disputed: Browser, held: Record
) -> None:
    year, month, day = held["date"].split("-")
    assert '<code class="lu">année</code>' in disputed.page
    assert "annee</code>" not in disputed.page
    assert f'<span class="quoi">{held["titre"]} ({day}/{month}/{year})</span>' in disputed.page
    assert '<code class="lu">Le &lt;b&gt;nôtre</code>' in disputed.page
    assert '<span class="quoi">' in disputed.page


def test_what_is_left_is_said_and_nothing_is_published_before_it_is_settled(
    disputed: Browser, published: StaffSettings, base: StaffBase
) -> None:
    assert disputed.page.count('type="radio"') == 4
    assert " checked" not in disputed.page
    disputed.send(SETTLE)
    assert "Choisissez d’abord" in disputed.open(SETTLE).text
    disputed.send(SETTLE, **chosen(disputed, "zut"))
    assert "Choisissez d’abord" in disputed.open(SETTLE).text
    disputed.send(SETTLE, **chosen(disputed, "publié"))
    page = disputed.open(SETTLE).text
    assert "1\xa0choix gardé\xa0: il reste 1\xa0choix à faire." in page
    assert page.count('type="radio"') == 2
    assert "il reste 1\xa0choix à faire" in disputed.open("/agents/brouillons/1").text
    disputed.send("/agents/brouillons/1/controler")
    assert "il reste 1" in worked(published, base)
    disputed.open(SETTLE)
    disputed.send(SETTLE, **chosen(disputed, "brouillon"))
    assert "Tout est départagé" in disputed.open(SETTLE).text
    assert disputed.page.count(" checked") == 2
    disputed.send("/agents/brouillons/1/controler")
    assert worked(published, base) == "fini : Vos changements sont lus : voyez-les."
    page = disputed.open("/agents/brouillons/1").text
    assert "deux personnes" not in page
    assert "<ins>mois</ins>" not in page
    assert disputed.open(SETTLE).headers["Location"] == "/agents/brouillons/1"


def test_all_is_settled_at_once_by_who_saw_all(disputed: Browser) -> None:
    whole = f"{SETTLE}/tout"
    disputed.send(whole, garder="zut")
    assert "Choisissez d’abord" in disputed.open(SETTLE).text
    read = disputed.token("lu")
    disputed.send(SETTLE, **chosen(disputed, "publié"))
    disputed.open(SETTLE)
    disputed.send(whole, garder="brouillon", lu=read)
    assert "a changé depuis que vous l’avez lu" in disputed.open(SETTLE).text
    disputed.send(whole, garder="brouillon", de="inconnue")
    page = disputed.open(SETTLE).text
    assert "Tout est départagé" in page
    assert page.count("Choisi par Dominique Writer") == 2


def test_the_draft_of_another_is_hers_alone_to_settle(disputed: Browser, base: StaffBase) -> None:
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        unit.get_one(Draft, 1).owner = 2
    for where in (SETTLE, f"{SETTLE}/tout"):
        assert disputed.send(where, garder="publié").status_code == 403
    page = disputed.open(SETTLE).text
    assert "<fieldset" not in page
    assert "Le leur" in page
