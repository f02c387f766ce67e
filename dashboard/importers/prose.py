"""Whether a text is a table, or what people write to one another: a letter, minutes, a log."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.items import is_json
from dashboard.importers.door.lines import lines_of
from dashboard.importers.door.records import SEPARATORS, records
from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document, Refused

_LOOKED_AT = 200
"""Rows that tell a table from a text."""
_SHORT = 60
"""Characters of a cell that is no sentence."""
_WORDS = 8
"""Words of a line that is one."""
_IN_SENTENCES = ",;"
"""Separators that sentences hold too."""
_OF_TOOLS = ";\t"
"""Separators of the tables that a tool writes."""
_BLOCK = 3
"""Rows that make a block, and cells of each of them."""
_ENDS = (".", ",", ";", ":", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class TextLayout:
    """How many of the first lines of a text are the rows of a table, and how many are sentences;
    some lines are neither: a title, a name, a date."""

    rows: int
    sentences: int
    block: bool = False
    """Whether rows that follow one another part as many cells, as those of no text do."""

    @property
    def is_table(self) -> bool:
        """Whether it has a block of rows, or no fewer rows than sentences: some may stand around
        them."""
        return self.block or 0 < self.rows >= self.sentences

    @property
    def is_prose(self) -> bool:
        """Whether it has more sentences than rows, and no block of these."""
        return self.sentences > self.rows and not self.block


_NO_ROW = TextLayout(0, 0)


def layout_of(document: Document) -> TextLayout | None:
    """That of a text, under the separator that makes the most of a table of it; None for another
    sort of file. Refused for bytes that are no text, and beyond the columns of a table where no
    separator makes one."""
    if is_json(document) or is_zip(document.content) or is_workbook(document):
        return None
    tried = [_tried(document, separator) for separator in SEPARATORS]
    found = max(
        (one for one in tried if isinstance(one, TextLayout)), key=_tabular, default=_NO_ROW
    )
    wide = next((one for one in tried if isinstance(one, Refused)), None)
    if wide is not None and not found.is_table:
        raise wide
    return found


def _tried(document: Document, separator: str) -> TextLayout | Refused:
    """That under this separator, or why it parts too many columns: the words of a cell may hold as
    many commas."""
    try:
        return _under(document, separator)
    except Refused as refusal:
        return refusal


def _tabular(layout: TextLayout) -> tuple[bool, bool, int]:
    rows = layout.rows
    return layout.block, rows > 0, rows - layout.sentences if rows else layout.sentences


def _under(document: Document, separator: str) -> TextLayout:
    rows = records(document.name, lines_of(document), separator)
    found = itertools.islice(rows, _LOOKED_AT)
    cut = [row.cut for row in found if any(map(str.strip, row.cut))]
    widths = [len(row) if _is_cut(row, separator) else 0 for row in cut]
    others = [row for row, width in zip(cut, widths, strict=True) if not width]
    spaced = list(itertools.dropwhile(lambda row: len(row) == 1, others))
    if _is_spaced(spaced):
        del others[-len(spaced) :]
    sentences = sum(_is_sentence(row, separator) for row in others)
    block = separator in _OF_TOOLS and _has_block(widths)
    return TextLayout(len(cut) - len(others), sentences, block)


def _has_block(widths: Sequence[int]) -> bool:
    """Whether rows that follow one another have as many cells."""
    runs = itertools.groupby(widths)
    return any(width >= _BLOCK <= len(list(rows)) for width, rows in runs)


def _is_cut(row: Sequence[str], separator: str) -> bool:
    """Whether it has several cells, and most of them stand against what parts them, as no sentence
    writes it; a comma between two figures, which may be that of a number, tells nothing."""
    if _said(row) < 2 or _is_label(row):
        return False
    if separator not in _IN_SENTENCES or not _has_words("".join(row)):
        return True
    pairs = itertools.pairwise(row)
    after = [right for left, right in pairs if separator != "," or not _is_number(left, right)]
    return 0 < len(after) >= 2 * sum(cell[:1].isspace() for cell in after)


def _has_words(text: str) -> bool:
    return any(map(str.isspace, text)) and any(map(str.isalpha, text))


def _said(row: Sequence[str]) -> int:
    return len(list(filter(str.strip, row)))


def _is_number(left: str, right: str) -> bool:
    return left[-1:].isdigit() and right[:1].isdigit()


def _is_label(row: Sequence[str]) -> bool:
    """Whether it says one thing under its name, as the head of a message does."""
    return row[0].rstrip().endswith(":")


def _is_spaced(rows: Sequence[Sequence[str]]) -> bool:
    """Whether these are a header of words and its rows, their cells being written with a space
    between them: as many of them in each, and no sentence."""
    width = {len(row) for row in rows}
    told = all(map(_is_short, rows)) and not any(map(_is_label, rows))
    return len(rows) > 1 == len(width) and told and all(map(_begins_a_word, rows[0]))


def _begins_a_word(cell: str) -> bool:
    return cell.strip('" ')[:1].isalpha()


def _is_short(row: Sequence[str]) -> bool:
    return all(len(cell) <= _SHORT for cell in row) and not row[-1].rstrip().endswith(_ENDS)


def _is_sentence(row: Sequence[str], separator: str) -> bool:
    said = separator.join(filter(str.strip, row)).strip()
    parted = _said(row) > 1 and separator in _IN_SENTENCES
    return parted or said.endswith(_ENDS) or len(said.split()) >= _WORDS
