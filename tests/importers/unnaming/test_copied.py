"""A workbook of an old format is written again, as an XLSX, from what is read of it alone."""

from __future__ import annotations

import struct

import pytest

from dashboard.importers.door.workbook import worksheets
from dashboard.importers.imported import Document, Refused
from dashboard.importers.unnaming.withdrawn import WITHDRAWN
from dashboard.importers.unnaming.workbook import nameless_workbook
from tests.conftest import ROOT
from tests.importers.door.makers import inline, xlsb
from tests.importers.unnaming.biff import xls
from tests.importers.unnaming.books import grids, naming

XLS = (ROOT / "tests" / "fixtures" / "classeurs" / "formules.xls").read_bytes()


def test_an_xls_reads_the_same_as_an_xlsx() -> None:
    given = Document("a.xls", XLS)
    kept = nameless_workbook(given)
    assert kept.name == "a.xlsx"
    assert worksheets(kept) == worksheets(given)
    assert nameless_workbook(kept) is kept


def test_what_an_xls_holds_beside_its_cells_is_not_kept() -> None:
    kept = nameless_workbook(Document("a.xls", XLS + b"Durand" + "Durand".encode("utf-16-le")))
    assert naming(kept, "Durand", "D\0u\0r\0a\0n\0d") == []


def test_nothing_of_an_xls_is_kept_but_what_is_read_of_its_sheets() -> None:
    content = xls([["Nom", "Prénom"], ["Durand", "Zoé"]], [["Contact"], ["Durand"]], "Durand")
    given = Document("a.xls", content)
    assert content.count("Durand".encode("utf-16-le")) > 30
    kept = nameless_workbook(given)
    assert naming(kept, "Durand", "D\0u\0r\0a\0n\0d") == []
    assert grids(kept) == [
        [["Nom", "Prénom"], [WITHDRAWN, WITHDRAWN]],
        [["Contact"], [WITHDRAWN]],
    ]
    assert [tab.hidden for tab in worksheets(kept)] == [False, True]


def test_an_xlsb_reads_the_same_but_for_persons() -> None:
    number, error = struct.pack("<d", 2), b"\x17"
    content = xlsb(
        [inline("Nom"), inline("Prénom"), inline("Suivi"), inline("Montant")],
        [inline("Durand"), inline(" "), inline("vu Mme Durand"), (5, number)],
        [inline("b"), inline("c"), (9, number + bytes(10)), (3, error)],
        name="Mme Durand",
    )
    given = Document("a.xlsb", content)
    kept = nameless_workbook(given)
    assert grids(kept) == [
        [
            ["Nom", "Prénom", "Suivi", "Montant"],
            [WITHDRAWN, " ", "vu Mme (nom retiré 1)", "2"],
            [WITHDRAWN, WITHDRAWN, "2", "#REF!"],
        ]
    ]
    (before,), (after,) = worksheets(given), worksheets(kept)
    assert (after.computed, after.name) == (before.computed, "Mme (nom retiré 1)")
    assert before.computed == 1
    assert naming(kept, "Durand") == []
    assert nameless_workbook(kept) is kept


def test_one_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Refused, match="abîmé"):
        nameless_workbook(Document("a.xls", XLS[:3_000]))
