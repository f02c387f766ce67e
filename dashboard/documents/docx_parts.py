"""What python-docx has no word for: language, text alternatives, header rows, fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

from dashboard.documents import flow
from dashboard.documents.flow import Head
from dashboard.words import tokens

if TYPE_CHECKING:
    from docx.document import Document as Word

LANGUAGE = "fr-FR"
FACE, SERIF = "Calibri", "Cambria"
"""Faces of every office suite, or that have a twin of the same width: the file carries none."""

CELL = 8.5
"""Points of the words of a table."""

GRID, SHADE = "Table Grid", "qpv-tint"
"""The style of a table; the role of the colour behind what heads its rows."""

A4, MARGIN = (210, 297), 18
LETTER, AROUND = 1.65, 4.0
"""Millimetres of a letter of a table, and of what stands around the words of a cell."""

LEAD, BOX = "Body Text", "Intense Quote"
"""The style of what opens a part; that of a notice and of a verdict."""

TITLES = {
    "Heading 1": 22,
    "Heading 2": 15,
    "Heading 3": 12,
    "Heading 4": 11,
    "Heading 5": 10,
    "Heading 6": 10,
}
"""Points of the titles by their style."""


def prepare(made: Word, title: str, author: str) -> None:
    """An empty A4 in French, its styles in our colours, its foot with the number of the page."""
    from docx.shared import Mm, Pt

    section = made.sections[0]
    section.page_width, section.page_height = map(Mm, A4)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    for name, size in (
        *TITLES.items(),
        ("Normal", 10),
        (LEAD, 10),
        ("Subtitle", 10),
        ("Caption", 8.5),
        (BOX, 10),
    ):
        _style(made, name, Pt(size))
    _ruled_left(made.styles[BOX])
    _lined(made.styles[GRID])
    made.core_properties.title, made.core_properties.author = title, author
    made.core_properties.language = LANGUAGE
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(f"{author} · {title} · ")
    _field(paragraph, "PAGE")


def _style(made: Word, name: str, size: Any) -> None:
    from docx.shared import RGBColor

    style: Any = made.styles[name]
    style.font.name = SERIF if name in TITLES else FACE
    style.font.size, style.font.italic, style.font.bold = size, False, name in TITLES
    role = "ink" if name in (*TITLES, "Normal", LEAD, BOX) else "ink-2"
    style.paragraph_format.keep_with_next = name in (*TITLES, LEAD, "Subtitle")
    style.font.color.rgb = RGBColor.from_string(_colour(role))
    held = style.element.get_or_add_rPr()
    for spacing in held.findall(name_of("w:spacing")):
        held.remove(spacing)
    for face in held.findall(name_of("w:rFonts")):
        for key in list(face.attrib):
            if key.endswith("Theme"):
                del face.attrib[key]
    held.append(made_of("w:lang", {"w:val": LANGUAGE}))


def _ruled_left(style: Any) -> None:
    """A rule at the left of what must be seen, and nothing else around it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(4), Pt(8)
    shape.left_indent = shape.right_indent = 0
    shape.alignment = WD_ALIGN_PARAGRAPH.LEFT
    edges = style.element.pPr.find(name_of("w:pBdr"))
    edges.clear()
    edges.append(_edge("w:left", "qpv", 16, 6))


def _lined(style: Any) -> None:
    """The thin lines of a table, as on the page."""
    for edges in style.element.iter(name_of("w:tblBorders")):
        for edge in edges:
            edge.set(name_of("w:color"), _colour("rule"))


def _edge(tag: str, role: str, eighths: int, apart: int) -> Any:
    """A rule so many eighths of a point wide, so many points apart."""
    told = {"w:val": "single", "w:sz": str(eighths), "w:space": str(apart)}
    return made_of(tag, {**told, "w:color": _colour(role)})


def _colour(role: str) -> str:
    """A colour of ours as an office file writes it."""
    return tokens.colour(role).lstrip("#").upper()


def name_of(tag: str) -> str:
    """The whole name of an element or of an attribute, « w:… »."""
    from docx.oxml.ns import qn

    return str(qn(tag))


def made_of(tag: str, attributes: dict[str, str]) -> Any:
    """An element of that name, « w:… », with those attributes."""
    from docx.oxml import OxmlElement

    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(name_of(key), value)
    return element


def _field(paragraph: Any, code: str, shown: Sequence[str] = ()) -> None:
    """A field, which an office suite computes; ``shown`` is read until it does."""
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        run._r.append(made_of("w:fldChar", {"w:fldCharType": kind}))
        if kind == "begin":
            told = made_of("w:instrText", {"xml:space": "preserve"})
            told.text = code
            paragraph.add_run()._r.append(told)
        elif kind == "separate":
            for rank, line in enumerate(shown):
                inside = paragraph.add_run(line)
                if rank < len(shown) - 1:
                    inside.add_break()


def contents(made: Word, titles: Sequence[str]) -> None:
    """The contents: the titles, then their pages once the field is computed (F9)."""
    made.add_paragraph().add_run("Sommaire").bold = True
    _field(made.add_paragraph(), 'TOC \\o "2-2" \\h \\z \\u', titles)


def picture(made: Word, content: IO[bytes], width: float, alt: str, title: str) -> None:
    """An image with its text alternative, ``width`` millimetres wide."""
    from docx.shared import Mm

    shape = made.add_picture(content, width=Mm(width))
    told = shape._inline.docPr
    told.set("descr", alt)
    told.set("title", title)


def table(made: Word, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str) -> None:
    """A table whose head is repeated on each page; a row of one cell heads those that follow."""
    from docx.shared import Mm

    across = len(heads)
    grid: Any = made.add_table(rows=len(rows) + 1, cols=across, style=GRID)
    grid._tbl.tblPr.append(made_of("w:tblCaption", {"w:val": caption}))
    boxes, grid.autofit = grid._cells, False
    wide = list(map(Mm, flow.widths(heads, A4[0] - 2 * MARGIN, LETTER, AROUND)))
    for column, share in zip(grid.columns, wide, strict=True):
        column.width = share
    for rank, row in enumerate(([head.label for head in heads], *rows)):
        line = boxes[rank * across : (rank + 1) * across]
        for box, share in zip(line, wide, strict=True):
            box.width = share
        grid.rows[rank]._tr.get_or_add_trPr().append(made_of("w:cantSplit", {"w:val": "true"}))
        _fill(line, heads, row, rank == 0)
    grid.rows[0]._tr.get_or_add_trPr().append(made_of("w:tblHeader", {"w:val": "true"}))


def _fill(line: Any, heads: Sequence[Head], row: Sequence[str], bold: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    alone = len(row) < len(heads)
    if alone:
        line[0].merge(line[-1])
    for box in line if bold or alone else ():
        shade = {"w:val": "clear", "w:color": "auto", "w:fill": _colour(SHADE)}
        box._tc.get_or_add_tcPr().append(made_of("w:shd", shade))
    for box, head, said in zip(line, heads, row, strict=False):
        paragraph = box.paragraphs[0]
        paragraph.paragraph_format.space_after = 0
        run = paragraph.add_run(said)
        run.bold, run.font.size = bold or alone or None, Pt(CELL)
        if head.numeric and not alone:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
