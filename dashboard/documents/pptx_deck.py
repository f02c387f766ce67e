"""A deck before anything stands on it: the size of its slides, its styles, titles, feet, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.documents.docx_parts import LANGUAGE, SERIF
from dashboard.documents.stage import (
    HEAD,
    INSIDE,
    NUMBER,
    SMALL,
    SOLE,
    TALL,
    TITLE,
    WIDE,
    SlideBox,
    TextLine,
)
from dashboard.words import tokens

INCH = 914_400
"""Units of a slide (EMU) in an inch."""

FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""What the number of a slide is known by; any that no other field bears."""


def emu(box: SlideBox) -> tuple[int, int, int, int]:
    """Left, top, width and height of a box, in the units of a slide."""
    left, top, width, height = (
        round(side * INCH) for side in (box.left, box.top, box.width, box.height)
    )
    return left, top, width, height


def prepare(title: str, author: str) -> Any:
    """An empty deck in French, 16 by 9, titles at the left, in our colours."""
    import pptx

    made: Any = pptx.Presentation()
    made.slide_width, made.slide_height = round(WIDE * INCH), round(TALL * INCH)
    properties = made.core_properties
    properties.title, properties.author, properties.language = title, author, LANGUAGE
    master = made.slide_master
    _styled(master)
    for held in (master, *made.slide_layouts):
        for place in list(held.placeholders):
            if place.placeholder_format.idx in (0, 1):
                box = HEAD if place.placeholder_format.idx == 0 else INSIDE
                place.left, place.top, place.width, place.height = emu(box)
                place.text_frame.margin_left = place.text_frame.margin_right = 0
            else:
                place._element.getparent().remove(place._element)
    return made


def _styled(master: Any) -> None:
    """The faces of the theme, and the titles of every slide."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml.ns import qn

    for link in master.part.rels.values():
        if link.reltype == RELATIONSHIP_TYPE.THEME:
            part = link.target_part
            major, _, minor = part.blob.partition(b"<a:minorFont>")
            face = b'<a:latin typeface="Calibri"/>'
            major = major.replace(face, f'<a:latin typeface="{SERIF}"/>'.encode(), 1)
            part._blob = major + b"<a:minorFont>" + minor
    styles = master._element.find(qn("p:txStyles"))
    first = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    first.set("algn", "l")
    first.find(qn("a:defRPr")).set("sz", str(TITLE * 100))
    first.find(qn("a:defRPr")).set("b", "1")


def slide(made: Any, title: str, layout: int) -> Any:
    """A new slide of that layout, with that title."""
    added = made.slides.add_slide(made.slide_layouts[layout])
    added.shapes.title.text = title
    french(added.shapes.title.text_frame)
    return added


def french(frame: Any) -> None:
    """Say that the words are French."""
    from pptx.enum.lang import MSO_LANGUAGE_ID

    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = MSO_LANGUAGE_ID.FRENCH


def colour(code: str) -> Any:
    """A colour, written ``#rrggbb``, as python-pptx takes it."""
    from pptx.dml.color import RGBColor

    maker: Any = RGBColor
    return maker(*bytes.fromhex(code.lstrip("#")))


def words(on: Any, box: SlideBox, said: Sequence[TextLine]) -> None:
    """Lines in a box of their own, one under the other."""
    from pptx.util import Pt

    frame = on.shapes.add_textbox(*emu(box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for rank, line in enumerate(said):
        paragraph = frame.paragraphs[0] if rank == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold = line.words, Pt(line.size), line.bold
        run.font.color.rgb = colour(tokens.colour(line.role))
        paragraph.space_after = Pt(line.size / 3)
    french(frame)


def foot(on: Any, said: str) -> None:
    """The last line of a slide, and its number."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.util import Pt

    words(on, SOLE, [TextLine(said, SMALL, "ink-2")])
    shape = on.shapes.add_textbox(*emu(NUMBER))
    paragraph = shape.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text, run.font.size, run.font.color.rgb = "0", Pt(SMALL), colour(tokens.colour("ink-2"))
    field = parse_xml(f'<a:fld {nsdecls("a")} id="{FIELD}" type="slidenum"/>')
    field.extend(list(run._r))
    paragraph._p.replace(run._r, field)


def notes(on: Any, said: Sequence[str]) -> None:
    """What the speaker reads."""
    frame = on.notes_slide.notes_text_frame
    frame.text = "\n".join(said)
    french(frame)
