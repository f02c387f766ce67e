"""All the sheets in one act: a PDF whose bookmarks name the quarters, a ZIP of the same sheets."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.documents import batch, pdf
from dashboard.documents.batch import Batch
from dashboard.documents.joining import Joiner
from dashboard.documents.pdf_part import PdfPart, Unread
from dashboard.pages import PAGES, quarters, router
from dashboard.store import Store
from tests.conftest import ROOT
from tests.documents import tagged
from tests.documents.test_fiche import AT


def of(store: Store, query: str) -> Batch:
    return batch.of(PAGES, router.view_of(quarters.PAGE, "", query, store), AT)


def album(sheets: Batch) -> bytes:
    target = io.BytesIO()
    sheets.album(target, batch.untold)
    return target.getvalue()


@pytest.mark.parametrize(("perimeters", "count"), [("2015", 18), ("2024", 2)])
def test_there_is_a_sheet_for_each_quarter_of_the_list(
    chambery: Store, perimeters: str, count: int
) -> None:
    asked = f"annee=2025&generation={perimeters}&pilier=cohesion-sociale&quartier=QP073001"
    sheets = of(chambery, asked)
    made = sheets.sheets(sheets.codes)
    assert [one.title for one in made] == [item.name for item in quarters.listed(sheets.view)]
    assert len(made) == count
    assert all("Cohésion sociale" in one.filters and perimeters in one.filters for one in made)
    assert len({one.file_name for one in made}) == count
    assert "cohesion-sociale" in sheets.name


@pytest.fixture(scope="module")
def whole(chambery: Store) -> tuple[Batch, bytes]:
    """Eighteen sheets: more than are set together, so that their PDFs are joined."""
    sheets = of(chambery, "annee=2025&generation=2015")
    return sheets, album(sheets)


def test_one_pdf_holds_every_sheet_under_its_bookmark(whole: tuple[Batch, bytes]) -> None:
    sheets, content = whole
    read = tagged.reader(content)
    firsts = [item for item in read.outline if not isinstance(item, list)]
    names = [quarter.name for quarter in quarters.listed(sheets.view)]
    assert [item.title for item in firsts] == names
    assert [read.get_destination_page_number(item) for item in firsts] == list(range(18))
    assert read.metadata is not None
    assert read.metadata.title == sheets.title == "Fiches de quartier 2025, Grand Chambéry"
    for name, text in zip(names, tagged.texts(content), strict=True):
        assert name in text


def test_what_is_joined_is_read_like_each_of_its_parts(whole: tuple[Batch, bytes]) -> None:
    sheets, content = whole
    parts = [sheets.codes[:10], sheets.codes[10:]]
    each = [tagged.tags(pdf.several(sheets.sheets(part), "fiche", sheets.title)) for part in parts]
    assert tagged.tags(content) == [each[0][0], *each[0][1:], *each[1][1:]]


def test_another_reader_finds_no_fault_in_what_is_joined(
    whole: tuple[Batch, bytes], tmp_path: Path
) -> None:
    pdfua = pytest.importorskip("pdfua", reason="le contrôleur PDF/UA n’est pas installé")
    path = tmp_path / "fiches.pdf"
    path.write_bytes(whole[1])
    assert [finding.message for finding in pdfua.validate(path).findings] == []


def test_each_element_of_a_page_that_is_joined_knows_its_parent(
    whole: tuple[Batch, bytes],
) -> None:
    read = tagged.reader(whole[1])
    parents = tagged.root_of(read)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert list(parents[::2]) == list(range(len(parents) // 2))
    for page in read.pages:
        number: Any = page["/StructParents"]
        held = parents[2 * number + 1].get_object()
        pages = [element.get_object()["/Pg"].get_object() for element in held]
        assert {page["/StructParents"] for page in pages} == {number}


def test_a_text_that_looks_like_a_reference_is_left_as_it_is(chambery: Store) -> None:
    sheets = of(chambery, "annee=2025&generation=2024")
    made = [replace(one, title="A (1 0 R) 2 0 R (U1x0y0)") for one in sheets.sheets(sheets.codes)]
    target = io.BytesIO()
    joiner = Joiner(target)
    for one in made:
        joiner.add(pdf.one(one, "fiche"))
    joiner.close()
    titles = [tag.title for tag in tagged.tags(target.getvalue()) if tag.role == "H1"]
    assert titles == [made[0].title] * 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nstartxref\n3\n%%EOF", b"x" * 100])
def test_what_typst_did_not_write_is_not_joined(content: bytes) -> None:
    with pytest.raises(Unread):
        PdfPart.of(content)


def test_a_zip_holds_the_same_sheets_one_file_each_and_is_made_alike_twice(chambery: Store) -> None:
    sheets, told = of(chambery, "annee=2025&generation=2024"), list[tuple[int, int]]()
    targets = io.BytesIO(), io.BytesIO()
    for target in targets:
        sheets.pack(target, lambda done, whole: told.append((done, whole)))
    made = sheets.sheets(sheets.codes)
    with zipfile.ZipFile(targets[0]) as archive:
        assert archive.namelist() == [f"{one.file_name}.pdf" for one in made]
        for one, name in zip(made, archive.namelist(), strict=True):
            assert one.title in tagged.texts(archive.read(name))[0]
    assert targets[0].getvalue() == targets[1].getvalue()
    assert told == [(1, 2), (2, 2)] * 2


SHARED = """
import sys
from dashboard.documents import hands
def make(task):
    if task == "stop": raise SystemExit(3)
    import os
    return task, os.getpid()
found = [made for made in hands.spread(sys.argv[1:], make)]
print([task for task, _ in found], len({number for _, number in found}))
"""


def shared(*tasks: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SHARED, *tasks]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_long_work_is_shared_by_two_processes_and_comes_back_in_order() -> None:
    assert shared(*"abcde").stdout.strip() == "['a', 'b', 'c', 'd', 'e'] 2"


def test_a_process_that_ends_too_early_stops_the_whole_work() -> None:
    found = shared("a", "stop", "c", "d")
    assert found.returncode != 0
    assert "Stopped" in found.stderr
