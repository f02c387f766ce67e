"""All the sheets in one act: a PDF whose bookmarks name the quarters, a ZIP of the same sheets."""

from __future__ import annotations

import io
import zipfile

import pytest

from dashboard.documents import batch, fiche, pdf
from dashboard.pages import PAGES, quarters, router
from dashboard.store import Store
from dashboard.view import View
from tests.documents import tagged
from tests.documents.test_fiche import AT

PAGE = batch.portrait_of(PAGES)


def view_of(store: Store, query: str) -> View:
    return router.view_of(quarters.PAGE, "", query, store)


@pytest.mark.parametrize(("perimeters", "count"), [("2015", 18), ("2024", 2)])
def test_there_is_a_sheet_for_each_quarter_of_the_list(
    chambery: Store, perimeters: str, count: int
) -> None:
    asked = f"annee=2025&generation={perimeters}&pilier=cohesion-sociale&quartier=QP073001"
    view = view_of(chambery, asked)
    made = batch.bounded(PAGE, view, AT)
    assert [one.title for one in made] == [item.name for item in quarters.listed(view)]
    assert len(made) == count
    assert all("Cohésion sociale" in one.filters and perimeters in one.filters for one in made)
    assert len({one.file_name for one in made}) == count
    assert "cohesion-sociale" in batch.file_name(view)


def test_one_pdf_holds_every_sheet_under_its_bookmark(chambery: Store) -> None:
    made = batch.bounded(PAGE, view_of(chambery, "annee=2025&generation=2024"), AT)
    read = tagged.reader(pdf.several(made, fiche.TEMPLATE))
    firsts = [item for item in read.outline if not isinstance(item, list)]
    assert [item.title for item in firsts] == [one.title for one in made]
    assert [read.get_destination_page_number(item) for item in firsts] == [0, 1]


def test_a_zip_holds_the_same_sheets_one_file_each_and_is_made_alike_twice(chambery: Store) -> None:
    made = batch.bounded(PAGE, view_of(chambery, "annee=2025&generation=2024"), AT)
    content = batch.zipped(made, AT.day)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [f"{one.file_name}.pdf" for one in made]
        for one, name in zip(made, archive.namelist(), strict=True):
            assert one.title in tagged.texts(archive.read(name))[0]
    assert batch.zipped(made, AT.day) == content


def test_more_sheets_than_a_reader_can_wait_for_are_a_matter_for_a_command(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quarters, "SHEETS", 1)
    view = view_of(chambery, "annee=2025&generation=2024")
    with pytest.raises(batch.TooMany, match=r"2 quartiers.*dashboard fiches"):
        batch.bounded(PAGE, view, AT)
    assert "fiches" not in str(quarters.PAGE.panels[0].show(view))
