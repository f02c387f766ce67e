"""What stands on a slide: sentences, images drawn from vectors, tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from dashboard.documents.flow import Head
from dashboard.documents.pptx_deck import INCH, colour, emu, french
from dashboard.documents.runs import ItemPlace, Run, clean
from dashboard.documents.stage import LEAST, OVER, SIDE, TABLE, Picture, Sentence, SlideBox, widths
from dashboard.domain.logo import Logo
from dashboard.words import tokens

SVG = "96DAC541-7B7A-43D3-8B79-37D633B846F1"
_NAMES = "http://schemas.openxmlformats.org"
VECTORS = (
    f'<a:extLst xmlns:a="{_NAMES}/drawingml/2006/main"><a:ext uri="{{{{{SVG}}}}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    f'xmlns:r="{_NAMES}/officeDocument/2006/relationships" r:embed="{{}}"/></a:ext></a:extLst>'
)
"""What says where the vectors of an image are: an extension that older suites leave aside."""


_BULLETS = {
    "none": "<a:buNone {}/>",
    "bullet": '<a:buChar {} char="•"/>',
    "number": '<a:buAutoNum {} type="arabicPeriod" startAt="{}"/>',
}


def sentences(on: Any, said: Sequence[Sentence], size: float) -> None:
    """The text under the title: paragraphs, and lists that keep their levels and their numbers."""
    from pptx.util import Pt

    frame = on.placeholders[1].text_frame
    for rank, one in enumerate(said):
        paragraph = frame.paragraphs[0] if rank == 0 else frame.add_paragraph()
        for run in one.runs:
            _write(paragraph.add_run(), run, size)
        paragraph.space_after = Pt(size / 2)
        _listed(paragraph, one, size)
    french(frame)


def _write(made: Any, run: Run, size: float) -> None:
    from pptx.util import Pt

    made.text, made.font.size = run.words, Pt(size)
    made.font.bold, made.font.italic = run.strong or None, run.emphasis or None
    if run.href:
        made.hyperlink.address = run.href


def _listed(paragraph: Any, one: Sentence, size: float) -> None:
    """What stands before a paragraph: nothing, a bullet or its number."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.util import Pt

    held = paragraph._p.get_or_add_pPr()
    step = int(Pt(size * 1.2))
    held.set("marL", str(step * one.depth))
    held.set("indent", str(0 if _bullet(one.item) == "none" else -step))
    held.set("lvl", str(max(one.depth - 1, 0)))
    number = one.item.number if one.item else None
    held.append(parse_xml(_BULLETS[_bullet(one.item)].format(nsdecls("a"), number)))


def _bullet(item: ItemPlace | None) -> str:
    if item is None or item.goes_on:
        return "none"
    return "bullet" if item.number is None else "number"


def picture(on: Any, box: SlideBox, drawn: Picture) -> None:
    """An image as large as the box holds, drawn from its vectors where the suite reads them."""
    shape = on.shapes.add_picture(io.BytesIO(drawn.pixels), 0, 0)
    left, top, width, height = emu(box)
    scale = min(width / shape.width, height / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    shape.left, shape.top = left + (width - shape.width) // 2, top
    _alternative(shape._element.nvPicPr.cNvPr, drawn.alt)
    _vectors(on, shape, drawn.vectors)


def logo(on: Any, box: SlideBox, held: Logo) -> None:
    """A logo in that place."""
    shape = on.shapes.add_picture(io.BytesIO(held.content), *emu(box))
    _alternative(shape._element.nvPicPr.cNvPr, clean(held.alt))


def _vectors(on: Any, shape: Any, svg: str) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI
    from pptx.oxml import parse_xml

    name = PackURI(f"/ppt/media/dessin-{on.slide_id}-{shape.shape_id}.svg")
    part = Part(name, "image/svg+xml", on.part.package, svg.encode())
    link = on.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    shape._element.blipFill.blip.append(parse_xml(VECTORS.format(link)))


def _alternative(properties: Any, alt: str) -> None:
    properties.set("descr", alt)


def described(frame: Any, alt: str) -> None:
    """Give a chart or a table its text alternative."""
    _alternative(frame._element.nvGraphicFramePr.cNvPr, alt)


def table(
    on: Any, box: SlideBox, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str
) -> None:
    """A table with its row of heads; a row of one cell heads those that follow."""
    height = round(LEAST * INCH) * (len(rows) + 1)
    left, top, width, _ = emu(box)
    frame = on.shapes.add_table(len(rows) + 1, len(heads), left, top, width, height)
    described(frame, caption)
    made = frame.table
    made.horz_banding = False
    for column, share in zip(made.columns, widths(heads, box.width), strict=True):
        column.width = round(share * INCH)
    for rank, row in enumerate(([head.label for head in heads], *rows)):
        made.rows[rank].height = round(LEAST * INCH)
        _fill(made, rank, heads, row)


def _fill(made: Any, rank: int, heads: Sequence[Head], row: Sequence[str]) -> None:
    from pptx.util import Inches

    alone = len(row) < len(heads)
    if alone:
        made.cell(rank, 0).merge(made.cell(rank, len(heads) - 1))
    for place, head in enumerate(heads):
        cell = made.cell(rank, place)
        cell.margin_top = cell.margin_bottom = Inches(OVER)
        cell.margin_left = cell.margin_right = Inches(SIDE)
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(
            tokens.colour("qpv-tint" if rank == 0 or alone else "paper")
        )
        said = row[place] if place < len(row) else ""
        _lines(cell.text_frame, said, rank == 0 or alone, head.numeric and not alone)


def _lines(frame: Any, said: str, bold: bool, right: bool) -> None:
    """The lines of a cell, a paragraph each."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    for rank, line in enumerate(said.split("\n")):
        paragraph = frame.paragraphs[0] if rank == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold = line, Pt(TABLE), bold
        run.font.color.rgb = colour(tokens.colour("ink"))
        if right:
            paragraph.alignment = PP_ALIGN.RIGHT
    french(frame)
