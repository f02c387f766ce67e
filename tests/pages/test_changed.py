"""« Ce qui a changé »: each version that the public saw, in words a reader can check."""

from __future__ import annotations

import datetime as dt
import re

from dashboard.content import Fold, Listing, Notice
from dashboard.domain.chronicle import (
    Change,
    Chronicle,
    Kind,
    PublicAct,
    PublicWithdrawal,
    YearTotal,
)
from dashboard.exports import changes
from dashboard.pages import changed
from dashboard.store import Store
from dashboard.store.chronicling import ChronicleFile
from tests.views import seen

FIRST = PublicAct(
    "2026-03-02T09:00:00+00:00",
    Kind.PUBLISHED,
    2,
    1,
    "La programmation de 2026",
    "Programmation annuelle",
    "Licence Ouverte 2.0",
    (Change("Actions ou lignes de subvention", 1200, 3, 0),),
    (YearTotal("2026", "voté", None, 45_000.0), YearTotal("", "voté", 10.0, 0.0)),
)
BACK = PublicAct("2026-03-03T09:00:00+00:00", Kind.RETURNED, 1, 2, "Une colonne était décalée")
GONE = {2: PublicWithdrawal(dt.date(2026, 3, 4), "Un nom y figurait")}


class Told(ChronicleFile):
    """A ledger that tells these acts."""

    def __init__(self, *acts: PublicAct) -> None:
        super().__init__()
        self.acts = acts

    def read(self) -> Chronicle:
        return Chronicle(self.acts)


def shown(store: Store, *acts: PublicAct) -> tuple[object, ...]:
    return changed.PAGE.blocks(seen(store.telling(Told(*acts)), changed.PATH))


def cells(listing: Listing, row: int) -> list[str]:
    return [re.sub(r"\s", " ", cell.text) for cell in listing.table.rows[row].cells]


def test_a_folder_that_nobody_touched_says_so_in_one_sentence(example: Store) -> None:
    _, said = shown(example)
    assert isinstance(said, Notice)
    assert "Personne n’a encore changé ces données" in str(said.paragraphs)


def test_the_last_act_comes_first_with_its_reason_its_source_and_its_rows(example: Store) -> None:
    _, listing, details, start = shown(example, FIRST, BACK)
    assert isinstance(listing, Listing)
    said, when = cells(listing, 0)[:2]
    assert said == "Version 1, de nouveau servie : Une colonne était décalée"
    assert when.startswith("3 mars 2026 à ")
    assert cells(listing, 1)[0] == "Version 2, publiée : La programmation de 2026"
    assert cells(listing, 1)[2:] == [
        "Programmation annuelle, Licence Ouverte 2.0",
        "1 200",
        "3",
        "0",
    ]
    assert isinstance(details, Fold)
    rows, euros = (block.table.rows for block in details.blocks)  # type: ignore[union-attr]
    assert rows[0].cells[1].value == 1200
    assert [cell.text for cell in euros[0].cells][2] == "aucun montant"
    assert "version 1" in str(start).replace("\u00a0", " ")


def test_a_version_that_is_withdrawn_says_why_and_no_count(example: Store) -> None:
    kept = Chronicle((FIRST, BACK)).without(GONE).acts
    _, listing, *others = shown(example, *kept)
    assert isinstance(listing, Listing)
    said = "Version 2, publiée puis retirée le 4 mars 2026 : Un nom y figurait"
    assert cells(listing, 1)[0] == said
    assert cells(listing, 0)[3:] == cells(listing, 1)[3:] == ["–"] * 3
    assert "retirée" in listing.table.notes[0]
    assert not any(isinstance(block, Fold) for block in others)


def test_the_file_has_a_line_for_each_table_and_each_year(example: Store) -> None:
    told = example.telling(Told(FIRST, BACK))
    lines = changes.written(told).decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("date;acte;version;comparee_a;pourquoi")
    assert lines[1].startswith("2026-03-03T")
    assert ";de nouveau servie;1;2;Une colonne" in lines[1]
    assert lines[2].endswith("Actions ou lignes de subvention;1200;3;0;;;;")
    assert lines[3].endswith(";2026;voté;;45000")
    assert lines[4].endswith(";;voté;10;0")


def test_the_same_version_served_again_is_no_act() -> None:
    told = Chronicle((FIRST,))
    assert told.plus(FIRST) == told
    assert told.plus(BACK).acts == (FIRST, BACK)
    assert told.plus(BACK).until(2) == told
    assert told.until(0) == told.until(7) == Chronicle()
