"""What OpenDocument files are made of: styles in French and in our colours, paragraphs, images,
tables."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import struct
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.documents.docx_parts import FACE, SERIF
from dashboard.documents.flow import Head, ParagraphStyle
from dashboard.documents.odf_words import insert_lists, insert_words, paragraph, styled
from dashboard.documents.runs import Run
from dashboard.words import tokens

if TYPE_CHECKING:
    from odfdo import Document as Office

LANGUAGE = "fr-FR"
CELL, NUMBER, TOP, PLAIN, WHOLE = "Case", "Nombre", "Tete", "Ligne", "Entiere"
"""The styles of what a table holds: words, numbers, a cell that heads others, another; a row, which
is never cut by the end of a page."""

SIZES = {one: 8.5 if one is ParagraphStyle.CAPTION else 10 for one in ParagraphStyle}
TITLES = {1: 22, 2: 15, 3: 12, 4: 11, 5: 10, 6: 10}
"""Points of the words of each style, and of the titles of each level."""

TABLE = 8.5
"""Points of the words of a table."""

MARGIN, EDGE = "1.8cm", "Observatoire_Bord"
"""The margin of a page; the style of what stands in it."""


PNG, SVG = ("png", "image/png"), ("svg", "image/svg+xml")
"""How the name of an image ends, and its media, by its form."""


def name(style: ParagraphStyle) -> str:
    """The name of a style in the file."""
    return f"Observatoire_{style.name.title()}"


def prepare(made: Office, foot: str, head: str = "") -> None:
    """An empty A4 in French: styles, margins, what heads every page where anything does, the foot
    of each with its number."""
    for style in SIZES:
        made.insert_style(_paragraph_style(style))
    made.insert_style(_edge_style())
    for level, size in TITLES.items():
        _title_style(made, level, size)
    insert_cells(made, TABLE)
    outline: Any = made.styles.get_elements("//text:outline-level-style")
    for one in outline:
        one.set_attribute("style:num-format", "")
        one.set_attribute("style:num-suffix", "")
        one.set_attribute("loext:num-list-format", "")
    listed: Any = made.get_style("paragraph", "Contents_20_2")
    listed.set_properties(face(SIZES[ParagraphStyle.BODY]), area="text")
    layout: Any = made.get_style("page-layout", "Mpm1")
    margins = {f"fo:margin-{side}": MARGIN for side in ("left", "right", "top", "bottom")}
    layout.set_properties({"fo:page-width": "21cm", "fo:page-height": "29.7cm", **margins})
    page: Any = made.get_style("master-page", "Standard")
    page.set_page_footer(_numbered(foot))
    if head:
        page.set_page_header(paragraph([Run(head, strong=True)], EDGE))


def _paragraph_style(style: ParagraphStyle) -> Any:
    role = "ink-2" if style in (ParagraphStyle.UNDER, ParagraphStyle.CAPTION) else "ink"
    words = {"fo:color": tokens.colour(role), **face(SIZES[style])}
    made = styled("paragraph", name(style), words)
    made.set_attribute("style:display-name", f"Observatoire {style.value}")
    shape = {
        "fo:margin-bottom": "0.15cm",
        "fo:keep-with-next": _kept(style in (ParagraphStyle.LEAD, ParagraphStyle.UNDER)),
    }
    if style is ParagraphStyle.BOX:
        shape |= {"fo:border-left": f"2pt solid {tokens.colour('qpv')}", "fo:padding-left": "0.2cm"}
    made.set_properties(shape, area="paragraph")
    return made


def _edge_style() -> Any:
    """That of what heads or ends every page, whose lines are never numbered."""
    words = {"fo:color": tokens.colour("ink-2"), **face(SIZES[ParagraphStyle.CAPTION])}
    made = styled("paragraph", EDGE, words)
    made.set_properties({"text:number-lines": "false", "fo:text-align": "center"}, area="paragraph")
    return made


def face(size: float, face: str = FACE) -> dict[str, str]:
    """The properties of letters of so many points."""
    return {"fo:font-size": f"{size}pt", "fo:font-family": face}


def _kept(with_next: bool) -> str:
    return "always" if with_next else "auto"


def _title_style(made: Office, level: int, size: float) -> None:
    style: Any = made.get_style("paragraph", f"Heading_20_{level}")
    words = {**face(size, SERIF), "fo:font-weight": "bold", "fo:font-style": "normal"}
    style.set_properties({**words, "fo:color": tokens.colour("ink")}, area="text")
    style.set_properties({"fo:keep-with-next": "always"}, area="paragraph")


def insert_cells(made: Office, size: float) -> None:
    """The styles of tables whose words have so many points, and that of strong words."""
    insert_words(made)
    insert_lists(made, size)
    row = styled("table-row", WHOLE)
    row.set_properties({"fo:keep-together": "always"})
    made.insert_style(row, automatic=True)
    words = (_alignment(CELL, "start", size), _alignment(NUMBER, "end", size))
    for kept in (*_cell_styles(), *words):
        made.insert_style(kept, automatic=True)


def _alignment(named: str, side: str, size: float) -> Any:
    made = styled("paragraph", named, face(size))
    made.set_properties({"fo:text-align": side}, area="paragraph")
    return made


def _cell_styles() -> Iterable[Any]:
    for named, role in ((PLAIN, "paper"), (TOP, "qpv-tint")):
        made = styled("table-cell", named)
        ruled = {"fo:border": f"0.5pt solid {tokens.colour('rule')}", "fo:padding": "0.08cm"}
        made.set_properties({**ruled, "fo:background-color": tokens.colour(role)})
        drawn = {"draw:fill": "solid", "draw:fill-color": tokens.colour(role)}
        made.set_properties(drawn, area="graphic")
        yield made


def _numbered(said: str) -> Any:
    from odfdo import Element, Paragraph

    foot = Paragraph(said, style=EDGE)
    foot.append(
        Element.from_tag('<text:page-number text:select-page="current">1</text:page-number>')
    )
    return foot


def contents(made: Office, titles: Sequence[str]) -> None:
    """The contents: these titles, until an office suite computes their pages."""
    from odfdo import TOC

    table: Any = TOC(title="Sommaire", outline_level=2)
    for title in titles:
        table.body.append(paragraph([Run(title)], "Contents_20_2"))
    made.body.append(table)


def keep(made: Office, path: str, media: str, content: bytes) -> str:
    """Add a part to the file, of that kind of media; its path."""
    container: Any = made.container
    manifest: Any = made.manifest
    container.set_part(path, content)
    manifest.add_full_path(path, media)
    return path


def keep_image(made: Office, content: bytes, form: str, media: str) -> str:
    """Add an image to the file, its name ending in that form; its path."""
    named = hashlib.sha256(content).hexdigest()[:32]
    return keep(made, f"Pictures/{named}.{form}", media, content)


def image(made: Office, pixels: bytes, width: float, named: str) -> Any:
    """An image in the line, so many millimetres wide."""
    from odfdo import Frame

    across, down = struct.unpack(">II", pixels[16:24])
    size = (f"{width:.1f}mm", f"{width * down / across:.1f}mm")
    where = keep_image(made, pixels, *PNG)
    return Frame.image_frame(where, name=named, size=size, anchor_type="as-char")


def table(
    made: Office,
    heads: Sequence[Head],
    rows: Sequence[Sequence[str]],
    caption: str,
    shares: Sequence[float],
    repeats: bool = True,
) -> Any:
    """A table whose columns are so many millimetres wide, whose heads come again on each page where
    it ``repeats`` them; a row of one cell heads those that follow. The caption is what a screen
    reader says of it."""
    from odfdo import Element

    grid: Any = Element.from_tag("table:table")
    grid.set_attribute("table:name", f"Tableau {len(made.body.tables) + 1}")
    for share in shares:
        column = Element.from_tag("table:table-column")
        column.set_attribute("table:style-name", _column(made, share))
        grid.append(column)
    top = _row(heads, [head.label for head in heads], True)
    grid.append(_repeated(top) if repeats else top)
    for row in rows:
        grid.append(_row(heads, row, False))
    title = Element.from_tag("table:title")
    title.text = caption
    grid.insert(title, 0)
    return grid


def _repeated(row: Any) -> Any:
    from odfdo import HeaderRows

    made = HeaderRows()
    made.append(row)
    return made


def _column(made: Office, width: float) -> str:
    """The name of the style of a column of that width, in millimetres."""
    named = f"Colonne_{round(width)}"
    if made.get_style("table-column", named) is None:
        style = styled("table-column", named)
        style.set_properties({"style:column-width": f"{round(width)}mm"})
        made.insert_style(style, automatic=True)
    return named


def _row(heads: Sequence[Head], row: Sequence[str], top: bool) -> Any:
    from odfdo import Element

    made: Any = Element.from_tag("table:table-row")
    made.set_attribute("table:style-name", WHOLE)
    alone = len(row) < len(heads)
    for head, said in zip(heads, row, strict=False):
        cell: Any = Element.from_tag("table:table-cell")
        cell.set_attribute("table:style-name", TOP if top or alone else PLAIN)
        if alone:
            cell.set_attribute("table:number-columns-spanned", str(len(heads)))
        side = NUMBER if head.numeric and not alone else CELL
        for line in said.split("\n"):
            cell.append(paragraph([Run(line, strong=top or alone)], side))
        made.append(cell)
    for _ in range(len(heads) - len(row)):
        made.append(Element.from_tag("table:covered-table-cell"))
    return made


def describe(made: Office, title: str, author: str, day: dt.date) -> None:
    """What the file says of itself."""
    about = made.meta
    about.title, about.language = title, LANGUAGE
    about.creation_date = dt.datetime.combine(day, dt.time(12))
    about.date = about.creation_date
    about.initial_creator = about.creator = author
    about.generator = author


def saved(made: Office) -> bytes:
    """The file."""
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
