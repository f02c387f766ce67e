"""Sentences of a DOCX: emphasis, links, lists, a rule at the side, numbered lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.documents.docx_parts import made_of
from dashboard.documents.runs import ItemPlace, Run
from dashboard.words import tokens

if TYPE_CHECKING:
    from docx.document import Document as Word

DEEPEST = 3
"""Levels of lists that the styles of an office suite have."""

SIDE = {"w:val": "single", "w:sz": "16", "w:space": "6"}
"""The rule at the side of a paragraph: two points wide, six away."""

AFTER_BORDERS = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:jc", "w:outlineLvl", "w:rPr", "w:sectPr"),
)
AFTER_LINES = ("w:pgNumType", "w:cols", "w:titlePg", "w:docGrid")
"""What the schema of the format puts after the rules of a paragraph, after numbered lines."""


def write(paragraph: Any, runs: Sequence[Run]) -> None:
    """The words of a paragraph, each run as it is marked."""
    for run in runs:
        made = paragraph.add_run(run.words)
        made.bold, made.italic = run.strong or None, run.emphasis or None
        if run.href:
            _lead(paragraph, made, run.href)


def _lead(paragraph: Any, run: Any, href: str) -> None:
    """Make a run a link."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.shared import RGBColor

    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(tokens.colour("qpv").lstrip("#").upper())
    link = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    held = made_of("w:hyperlink", {"r:id": link})
    run._r.addprevious(held)
    held.append(run._r)


class DocxLists:
    """The lists of a document: the items of each follow one another."""

    def __init__(self, made: Word) -> None:
        self.made = made
        self._open: dict[int, int] = {}

    def item(self, runs: Sequence[Run], item: ItemPlace) -> None:
        """A paragraph of a list."""
        paragraph: Any = self.made.add_paragraph(style=_style(item))
        write(paragraph, runs)
        if item.number is not None and not item.goes_on:
            if item.opens:
                self._open[item.depth] = self._opened(paragraph.style, item.number)
            held = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            held.get_or_add_numId().val = self._open[item.depth]

    def _opened(self, style: Any, first: int) -> int:
        """What a list of that style, which begins at that number, is known by."""
        part: Any = self.made.part
        numbers = part.numbering_part.numbering_definitions._numbering
        known = numbers.num_having_numId(style.element.pPr.numPr.numId.val)
        made = numbers.add_num(known.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(first)
        return int(made.numId)


def _style(item: ItemPlace) -> str:
    """The name of the style of a paragraph of a list."""
    named = "List Bullet" if item.number is None else "List Number"
    named = "List Continue" if item.goes_on else named
    return f"{named} {min(item.depth, DEEPEST)}" if item.depth > 1 else named


def ruled(paragraphs: Iterable[Any]) -> None:
    """Draw a rule at the side of those paragraphs."""
    for paragraph in paragraphs:
        sides = made_of("w:pBdr", {})
        sides.append(made_of("w:left", {**SIDE, "w:color": tokens.colour("qpv").lstrip("#")}))
        paragraph.get_or_add_pPr().insert_element_before(sides, *AFTER_BORDERS)


def submitted(made: Word, said: str) -> None:
    """Say it at the head of every sheet, and number the lines of each, for remarks."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section: Any = made.sections[0]
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(said).bold = True
    lines = made_of("w:lnNumType", {"w:countBy": "1", "w:restart": "newPage"})
    section._sectPr.insert_element_before(lines, *AFTER_LINES)
