"""What a rule proposes is read, the largest amounts first, and corrected many lines at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from dashboard.domain.funding import Origin
from dashboard.schema import TABLES
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import TypedEdit
from dashboard.staff.forms import review
from dashboard.staff.forms.forms import corrected
from dashboard.staff.public import truth
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import Browser, Someone
from tests.walked import some

pytestmark = pytest.mark.usefixtures("here")

PILLAR, THEME, QUARTER, _, SCOPE = TABLES["actions"].corrections
DOUBTFUL = {"pilier_origine": str(Origin.RULE), "pilier_regle": "3", "perimetre": "probable"}


@pytest.fixture
def proposed(
    published: StaffSettings, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> StaffSettings:
    """The territory, where a rule proposes the pillar of ten actions."""
    files = dict(truth.truth(published).files)
    files["actions.csv"] = "\n".join(_lines(files["actions.csv"].decode())).encode()
    held = truth.Truth(0, files)
    monkeypatch.setattr(truth, "truth", lambda _: held)
    monkeypatch.setattr(truth, "at", lambda *_: held)
    return published


def _lines(text: str) -> Iterator[str]:
    head, *rows = text.splitlines()
    yield head
    names = head.split(";")
    for rank, row in enumerate(rows):
        cells = (
            dict(zip(names, row.split(";"), strict=True))
            if row.count(";") == head.count(";")
            else {}
        )
        yield ";".join((cells | DOUBTFUL).values()) if cells and rank < 10 else row
    yield ""


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def held(settings: StaffSettings) -> review.Ledger:
    return review.ledger(Workspace(None, truth.truth(settings).files))


def test_the_largest_amounts_come_first_and_the_progress_counts_lines_and_euros(
    proposed: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    page = writer.open("/agents/relecture").text
    found = review.queue(held(proposed), review.ReviewQuery(PILLAR))
    assert found.found > 5
    assert f"0 sur {found.found} vues, 0 % des montants" in plain(page)
    amounts = [item.amount or 0 for item in found.items]
    assert amounts == sorted(amounts, reverse=True)
    assert amounts[0] > amounts[-1]
    first, second = found.items[:2]
    _apply(writer, [first, second], acte="confirmer")
    total = sum(item.amount or 0 for item in found.items)
    share = round(100 * ((first.amount or 0) + (second.amount or 0)) / total)
    page = writer.open("/agents/relecture").text
    assert f"2 sur {found.found} vues, {share} % des montants" in plain(page)
    assert first.line.row["id"] not in [
        item.line.row["id"]
        for item in review.queue(
            review.ledger(_now(proposed, base)), review.ReviewQuery(PILLAR)
        ).items
    ]


def _now(settings: StaffSettings, base: StaffBase) -> Workspace:
    from dashboard.staff.rows.edits import edit_of

    with base.unit() as unit:
        kept = tuple(map(edit_of, unit.scalars(select(TypedEdit))))
    return Workspace(None, truth.truth(settings).files, kept)


def _apply(writer: Browser, items: list[review.ReviewItem], **said: object):  # type: ignore[no-untyped-def]
    writer.open("/agents/relecture")
    read = {f"lu-{item.mark}": item.read for item in items}
    data = {"csrf_token": writer.token(), "ligne": [item.mark for item in items], **read, **said}
    return writer.client.post("/agents/relecture", data=data)


def test_several_lines_are_corrected_at_once_and_each_says_what_became_of_it(
    proposed: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    items = some(review.queue(held(proposed), review.ReviewQuery(PILLAR)).items[:5])
    pillar = items[0].line.row["pilier"]
    _apply(writer, items, pilier=pillar, quartiers="aucun", acte="appliquer")
    rows = {row["id"]: row for row in _now(proposed, base).rows("actions")}
    for item in items:
        before, after = item.line.row, rows[item.line.row["id"]]
        kept = Origin.CONFIRMED if before["pilier"] == pillar else Origin.CORRECTED
        assert (after["pilier"], after["pilier_origine"], after["pilier_regle"]) == (
            pillar,
            kept,
            "",
        )
        assert after["quartiers"] == ""
        assert after["quartier_origine"] in (Origin.CORRECTED, Origin.CONFIRMED)
        assert after["theme"] == before["theme"]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"pilier": "zut"}, "n’est pas un choix"),
        ({"quartiers": "zut"}, "n’est pas un choix"),
        ({}, "Cochez des lignes"),
    ],
)
def test_what_the_lists_do_not_offer_is_refused(
    proposed: StaffSettings, base: StaffBase, someone: Someone, said: dict[str, str], wrong: str
) -> None:
    writer = someone(StaffRole.WRITER)
    items = list(review.queue(held(proposed), review.ReviewQuery(PILLAR)).items[:1])
    _apply(writer, items, **said)
    assert wrong in writer.open("/agents/relecture").text
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit)).all() == []


def test_a_line_that_changed_since_it_was_read_is_not_corrected_unseen(
    proposed: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    items = list(review.queue(held(proposed), review.ReviewQuery(PILLAR)).items[:1])
    for _ in range(2):
        _apply(writer, items, acte="confirmer")
    assert "a changé depuis" in writer.open("/agents/relecture").text


def test_the_queue_opens_on_what_is_still_to_be_read(
    published: StaffSettings, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    page = plain(writer.open("/agents/relecture").text)
    title = next(part for part in page.split("<h2")[1:] if "à relire" in part)
    assert review.first(held(published)) is QUARTER
    assert "Quartier proposé" in title
    assert " 0 ligne" not in title


def test_an_empty_queue_speaks_of_filters_only_where_there_are_some(
    proposed: StaffSettings, someone: Someone
) -> None:
    reader = someone(StaffRole.READER)
    assert "avec ces filtres" not in reader.open("/agents/relecture?doute=theme").text
    assert "avec ces filtres" in reader.open("/agents/relecture?doute=theme&q=zzzz").text


def test_filters_narrow_the_queue_and_nothing_strange_breaks_it(
    proposed: StaffSettings, someone: Someone
) -> None:
    reader = someone(StaffRole.READER)
    year = review.queue(held(proposed), review.ReviewQuery(PILLAR)).years[0]
    assert "Pilier proposé" in reader.open(f"/agents/relecture?annee={year}").text
    assert "Appliquer" not in reader.page
    assert "Aucune ligne" in reader.open("/agents/relecture?q=zzzz").text
    for strange in ("doute=zut", "page=-3", "annee=<b>", "pilier=%00", "doute=perimetre&tout=oui"):
        assert reader.open(f"/agents/relecture?{strange}").status_code == 200


def test_a_scope_that_staff_confirmed_is_doubtful_no_more() -> None:
    row = {"perimetre": "probable", "perimetre_motif": "lieu nommé"}
    assert SCOPE.doubt(row) == "probable"
    said = corrected(
        TABLES["actions"], {**dict.fromkeys(TABLES["actions"].header, ""), **row}, {}, {"perimetre"}
    )
    assert (said["perimetre"], said["perimetre_motif"]) == ("probable", "confirmé")
    assert SCOPE.doubt(said) == ""
