"""A document as ODP, the format that French administrations exchange: charts and tables that are
edited, what the speaker reads."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.documents import deck, odf, odf_chart, odf_words
from dashboard.documents.docx_parts import FACE, SERIF
from dashboard.documents.flow import Head
from dashboard.documents.office_chart import OfficeChart
from dashboard.documents.runs import Run, clean
from dashboard.documents.stage import (
    HEAD,
    INSIDE,
    LEAST,
    NUMBER,
    SMALL,
    SOLE,
    TABLE,
    TALL,
    TITLE,
    WIDE,
    Picture,
    Sentence,
    SlideBox,
    TextLine,
    at_right,
    widths,
)
from dashboard.documents.value import PrintedView
from dashboard.domain.logo import Logo
from dashboard.words import tokens

if TYPE_CHECKING:
    from odfdo import Document as Office

MASTER, BARE, NOTES = "presentation", "Cadre", SlideBox(0.8, 5.5, 6.7, 5.0)
"""The master of every slide, the style of a frame without edge, where notes stand on their page."""

MILLIMETRES = 25.4
"""In an inch."""

NUMBERED = '<text:page-number xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"/>'


def written(document: PrintedView) -> bytes:
    """The file."""
    # 4 MB of code: only those that are asked an ODP carry it.
    import odfdo

    made = odfdo.Document("presentation")
    made.body.clear()
    prepare(made)
    deck.show(document, OdpStage(made))
    title, author = clean(document.title), clean(document.imprint.name)
    odf.describe(made, title, author, document.imprint.origin.day)
    return odf.saved(made)


def prepare(made: Office) -> None:
    """Slides of 16 by 9 without ornament."""
    master: Any = made.get_style("master-page", MASTER)
    layout: Any = made.get_style("page-layout", master.get_attribute("style:page-layout-name"))
    layout.set_properties({"fo:page-width": f"{WIDE}in", "fo:page-height": f"{TALL}in"})
    for frame in master.get_elements("draw:frame"):
        master.delete(frame)
    bare = odf_words.styled("graphic", BARE)
    sides = {f"fo:padding-{side}": "0cm" for side in ("left", "right", "top", "bottom")}
    bare.set_properties({"draw:stroke": "none", "draw:fill": "none", **sides})
    made.insert_style(bare, automatic=True)
    odf.insert_cells(made, TABLE)


class OdpStage:
    """The slides of an ODP."""

    def __init__(self, made: Office) -> None:
        self.made = made
        self.count = 0

    def slide(self, title: str, foot: str, told: bool = False) -> _Slide:
        """A new slide, its title and its foot."""
        from odfdo import DrawPage

        self.count += 1
        page: Any = DrawPage(f"page{self.count}", name=f"page{self.count}", master_page=MASTER)
        self.made.body.append(page)
        slide = _Slide(self.made, page)
        slide.title(title)
        slide.words(SOLE, [TextLine(foot, SMALL, "ink-2")])
        slide.number()
        return slide


class _Slide:
    """A slide of an ODP."""

    def __init__(self, made: Office, page: Any) -> None:
        self.made, self.page = made, page

    def title(self, said: str) -> None:
        """The title, which the suite lists in its outline."""
        style = self._letters(TextLine("", TITLE, "ink", bold=True), SERIF)
        frame = self._frame(HEAD, [odf_words.paragraph([Run(said)], style)])
        frame.set_attribute("presentation:class", "title")

    def sentences(self, said: Sequence[Sentence], size: float) -> None:
        style = self._letters(TextLine("", size))
        frame = self._frame(INSIDE, [])
        box = frame.get_element("draw:text-box")
        lists = odf_words.OdfLists(box)
        for one in said:
            written = odf_words.paragraph(one.runs, style)
            if one.item:
                lists.item(written, one.item)
            else:
                lists.after(written)
        frame.set_attribute("presentation:class", "outline")

    def words(self, box: SlideBox, said: Sequence[TextLine]) -> None:
        lines = [odf_words.paragraph([Run(line.words)], self._letters(line)) for line in said]
        self._frame(box, lines)

    def number(self) -> None:
        """The rank of the slide."""
        from odfdo import Element, Paragraph

        said = Paragraph(style=self._letters(TextLine("", SMALL, "ink-2")))
        said.append(Element.from_tag(NUMBERED))
        self._frame(NUMBER, [said])

    def chart(self, box: SlideBox, chart: OfficeChart, picture: Picture) -> None:
        held = odf_chart.held(self.made, chart, _size(box))
        self._drawn(box, [held, self._image(picture.pixels, odf.PNG)], picture.alt)

    def picture(self, box: SlideBox, picture: Picture) -> None:
        pixels = picture.pixels
        across, down = struct.unpack(">II", pixels[16:24])
        scale = min(box.width / across, box.height / down)
        wide, tall = across * scale, down * scale
        at = SlideBox(box.left + (box.width - wide) / 2, box.top, wide, tall)
        vectors = self._image(picture.vectors.encode(), odf.SVG)
        self._drawn(at, [vectors, self._image(pixels, odf.PNG)], picture.alt)

    def logo(self, box: SlideBox, logo: Logo) -> None:
        self._drawn(at_right(box, logo), [self._image(logo.content, odf.PNG)], clean(logo.alt))

    def _image(self, content: bytes, form: tuple[str, str]) -> Any:
        from odfdo import DrawImage

        return DrawImage(odf.keep_image(self.made, content, *form))

    def _drawn(self, box: SlideBox, forms: Sequence[Any], alt: str) -> None:
        """One thing in several forms, of which a suite draws the first that it knows."""
        from odfdo import Frame

        frame: Any = Frame(size=_size(box), position=_position(box), style=BARE)
        for one in forms:
            frame.append(one)
        frame.svg_description = alt
        self.page.append(frame)

    def table(
        self, box: SlideBox, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str
    ) -> None:
        from odfdo import Frame

        low = replace(box, height=LEAST * (len(rows) + 1))
        frame: Any = Frame(size=_size(low), position=_position(low), style=BARE)
        wide = [share * MILLIMETRES for share in widths(heads, box.width)]
        frame.append(odf.table(self.made, heads, rows, caption, wide, repeats=False))
        frame.svg_description = caption
        self.page.append(frame)

    def notes(self, said: Sequence[str]) -> None:
        from odfdo import Element, Paragraph

        held = Element.from_tag("presentation:notes")
        frame = _framed(NOTES, [Paragraph(line) for line in said])
        frame.set_attribute("presentation:class", "notes")
        held.append(frame)
        self.page.append(held)

    def _frame(self, box: SlideBox, content: Sequence[Any]) -> Any:
        frame = _framed(box, content)
        self.page.append(frame)
        return frame

    def _letters(self, line: TextLine, face: str = FACE) -> str:
        """The name of the style of such letters, made the first time."""
        named = f"Texte_{line.size:g}_{line.role}_{line.bold}_{face}".replace(".", "-")
        if self.made.get_style("paragraph", named) is None:
            words = odf.face(line.size, face) | {"fo:color": tokens.colour(line.role)}
            words |= {"fo:font-weight": "bold"} if line.bold else {}
            style = odf_words.styled("paragraph", named, words)
            style.set_properties({"fo:margin-bottom": f"{line.size / 3:.1f}pt"}, area="paragraph")
            self.made.insert_style(style, automatic=True)
        return named


def _framed(box: SlideBox, content: Sequence[Any]) -> Any:
    from odfdo import Element, Frame

    frame: Any = Frame(size=_size(box), position=_position(box), style=BARE)
    held = Element.from_tag("draw:text-box")
    for one in content:
        held.append(one)
    frame.append(held)
    return frame


def _size(box: SlideBox) -> tuple[str, str]:
    return f"{box.width:.3f}in", f"{box.height:.3f}in"


def _position(box: SlideBox) -> tuple[str, str]:
    return f"{box.left:.3f}in", f"{box.top:.3f}in"
