"""What a page is made of, without Dash or HTML: the live page, plain HTML and files render it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.content.control import Choice as Choice  # keys read it from here
from dashboard.content.control import Control as Control  # keys read it from here
from dashboard.content.control import MapMove as MapMove  # pages read it from here
from dashboard.content.control import Several as Several  # keys read it from here
from dashboard.content.control import Timeline as Timeline  # pages read it from here
from dashboard.content.table import Cell as Cell  # pages read it from here
from dashboard.content.table import Column as Column  # pages read it from here
from dashboard.content.table import Row as Row  # pages read it from here
from dashboard.content.table import Table as Table  # pages read it from here
from dashboard.content.thumbnails import Legend, Thumbnails
from dashboard.domain.chart import Chart
from dashboard.domain.frame import Frame
from dashboard.markdown import MarkdownBlocks
from dashboard.text import Span as Span  # pages read it from here
from dashboard.text import Text as Text  # pages read it from here
from dashboard.text import plain as plain  # pages read it from here
from dashboard.text import text as text  # pages read it from here


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What a panel gives for a selection; screen, image, file and test all take it. Without
    ``chart`` the table is it, or ``empty`` says why; ``file_subtitle`` is that of its file.
    ``legend_picks``: what a press on a line of the legend chooses, by its words; ``further``: the
    way to the page where the figure goes on."""

    slug: str
    title: str
    subtitle: str
    table: Table
    reading: Text
    alt: str
    source: str
    file_name: str
    frame: Frame
    chart: Chart | None = None
    height: int = 320
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    verdict: Text = ()
    empty: str = ""
    file_subtitle: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    legend_picks: Mapping[str, str] = field(default_factory=dict)
    table_first: bool = False
    table_open: bool = False
    full_screen: bool = False
    moves: tuple[MapMove, ...] = ()
    further: Span | None = None
    timeline: Timeline | None = None

    def __post_init__(self) -> None:
        if len(self.alt) > 150:
            raise ValueError(f"{self.slug}: texte alternatif de {len(self.alt)} caractères")
        if not self.source:
            raise ValueError(f"{self.slug}: aucune figure sans source")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure in large type, with what it counts, its year and its source."""

    label: str
    value: str
    detail: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A row of key figures."""

    items: tuple[KeyFigure, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading and paragraphs, or a list of sentences; ``columns`` sets them side by side."""

    paragraphs: tuple[Text, ...]
    title: str = ""
    columns: bool = False
    bullets: bool = False
    level: int = 2


@dataclass(frozen=True, slots=True)
class Hero:
    """The head of a page: title, one paragraph, buttons (the first is the main one)."""

    title: str
    lead: Text
    buttons: tuple[tuple[str, str], ...] = ()
    key_figures: KeyFigures | None = None
    kicker: str = ""


@dataclass(frozen=True, slots=True)
class Authored:
    """What staff wrote of a part: ``mark`` says that it is theirs, ``name`` of which part it is,
    ``signature`` who signs it and when, empty where nobody does. Their headings stand under
    ``level``, which is that of ``title`` where the part has none of its own."""

    parts: MarkdownBlocks
    mark: str
    name: str
    signature: str = ""
    title: str = ""
    level: int = 2


NoticeKind = Literal["info", "alerte", "erreur"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark that must be seen: what fell back, what is not known."""

    paragraphs: tuple[Text, ...]
    kind: NoticeKind = "info"


@dataclass(frozen=True, slots=True)
class Search:
    """A question in words, under one key of the address, and what answers it; ``suggests`` is where
    the browser asks the names that begin so, ``action`` the page that answers."""

    title: str
    control: Control
    blocks: tuple[Block, ...] = ()
    suggests: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table with its controls and its count: one page of it, of that many; untitled in a fold.
    ``span`` says which rows these are, where there are others."""

    title: str
    summary: str
    table: Table
    controls: tuple[Control, ...] = ()
    page: int = 1
    pages: int = 1
    span: str = ""
    source: str = ""
    downloads: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of terms and what they mean; links lead to each one where it is ``anchored``."""

    items: tuple[tuple[str, Text], ...]
    title: str = ""
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks behind a summary, closed at first, open in print."""

    summary: str
    blocks: tuple[Block, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """An exhibit on paper: ``scale`` 0 draws no figure; its table is cut, ``left_out`` says how."""

    exhibit: Exhibit
    scale: float = 0.0
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One A4 of the view at ``href``, with room to write; ``table`` is whole, as its page has it,
    and ``document`` the address of the same as a file."""

    title: str
    filters: str
    sentences: tuple[Text, ...]
    shown: Printed
    table: Table
    href: str
    document: str
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class Projected:
    """An exhibit on a wall, from that panel of its page: drawn ``scale`` times its size on a screen
    of 1920 by 1080; its table is cut, ``left_out`` says how."""

    exhibit: Exhibit
    panel: str
    scale: float = 1.0
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Projection:
    """The figures of the page of that title at ``href``, one by one."""

    title: str
    slides: tuple[Projected, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Recto:
    """A page as one A4 that paper shows in place of its panels; ``rest`` says what it leaves."""

    hero: Hero
    place: Printed
    beside: tuple[Printed | Prose, ...]
    tables: tuple[Printed, ...]
    words: tuple[Prose | Terms, ...]
    source: str
    rest: str


Plain = KeyFigures | Prose | Authored | Hero | Notice | Terms | Legend
Block = Plain | Exhibit | Listing | Fold | Search | Thumbnails | Sheet | Projection | Recto
