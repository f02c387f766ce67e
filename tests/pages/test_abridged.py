"""The portrait on paper: printed from the screen or as a PDF, it makes one choice of its parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dashboard.content import Prose, Recto, Terms, Text, plain
from dashboard.documents import fiche
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import DocumentBlock, PrintedRows, PrintedView, TwoColumns
from dashboard.pages import portrait, recto, router
from dashboard.pages.abridged import Abridged
from dashboard.pages.page import exhibits_in
from dashboard.store import Store
from dashboard.view import View
from dashboard.words.typography import typeset
from tests.walked import some

DAY = dt.date(2026, 11, 26)
PAGE = recto.printed(portrait.PAGE)


def both(store: Store, code: str) -> tuple[Recto, PrintedView]:
    view = router.view_of(portrait.PAGE, code, "", store)
    [printed] = PAGE.panels[-1].blocks(view)
    assert isinstance(printed, Recto)
    return printed, fiche.of(portrait.PAGE, view, DocumentStamp("", DAY))


def flat(blocks: tuple[DocumentBlock, ...]) -> Iterator[DocumentBlock]:
    for block in blocks:
        if isinstance(block, TwoColumns):
            yield from flat((*block.left, *block.right))
        else:
            yield block


def heads(blocks: Sequence[object], most: int) -> list[tuple[object, ...]]:
    """Contacts and limits, the first of each."""
    terms = [item.items[:most] for item in blocks if isinstance(item, Terms)]
    prose = [item for item in blocks if isinstance(item, Prose)]
    return [*terms, *(item.paragraphs[:most] for item in prose if item.bullets)]


def test_the_recto_of_the_browser_and_the_pdf_say_the_same_first_contacts_and_limits(
    store: Store,
) -> None:
    for code in some(store.choices.quarters):
        printed, made = both(store, code)
        said = heads((*printed.beside, *printed.words), recto.LIMITS)
        assert len(said) == 2
        assert said == heads(tuple(flat(made.blocks)), recto.LIMITS), code
        assert printed.rest == typeset(made.rest)


def test_both_print_the_same_columns_of_the_lines_of_a_quarter(chambery: Store) -> None:
    printed, made = both(chambery, "QP073001")
    tables = [block.table for block in flat(made.blocks) if isinstance(block, PrintedRows)]
    assert printed.tables[-1].exhibit.table.columns == tables[-1].columns


def test_what_is_not_known_of_this_quarter_comes_before_what_holds_for_all(chambery: Store) -> None:
    found = Abridged(portrait.PAGE.blocks(_view(chambery, "QP073001")))
    [limits] = found.limits(2)
    assert plain(limits.paragraphs[0]).startswith("Ce quartier a changé de périmètre")
    assert len(limits.paragraphs) == 2


def test_no_word_of_it_waits_to_be_pressed(chambery: Store) -> None:
    found = Abridged(portrait.PAGE.blocks(_view(chambery, "QP073001")))
    shown = [item.reading for item in found.exhibits.values()]
    assert any(span.anchor for item in _marked(found) for span in item)
    assert not any(span.anchor for item in shown for span in item)


def _view(store: Store, code: str) -> View:
    return router.view_of(portrait.PAGE, code, "", store)


def _marked(found: Abridged) -> list[Text]:
    return [item.reading for item in exhibits_in(found.shown)]
