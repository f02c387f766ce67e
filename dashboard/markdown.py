"""Markdown that staff write, as values that every renderer draws: headings, paragraphs, lists,
emphasis and links, nothing else.

CommonMark without what has no place in a report: HTML, code, quotes, rules and pictures are read as
the signs that they are, and ``left_out`` names them. A link leads to the web, to a mailbox or to a
page of the site; any other is words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dashboard.text import Span, Text, plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TAKEN = ("heading", "list", "emphasis", "link", "autolink", "escape", "entity", "newline")
"""The rules of CommonMark that are followed."""

FOREIGN = {
    "html_block": "du HTML",
    "html_inline": "du HTML",
    "image": "une image",
    "code_block": "un bloc de code",
    "fence": "un bloc de code",
    "code_inline": "du code",
    "blockquote_open": "une citation",
    "hr": "un trait",
    "table_open": "un tableau",
}
"""What CommonMark has, tables included, and a report has not: by its kind of token, its name."""

DEEPEST = 6
"""The level of the lowest heading of a page."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_FOLLOWED = re.compile(r"(https?://|mailto:)[^/]", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[/\\]{2}")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 for those that no other one holds, 2 under them; no depth is skipped."""

    text: Text
    depth: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    text: Text


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``first`` numbers its first item, None where they are not numbered."""

    items: tuple[tuple[MarkdownBlock, ...], ...]
    first: int | None = None


MarkdownBlock = Heading | Paragraph | Items
MarkdownBlocks = tuple[MarkdownBlock, ...]


def parse(source: str) -> MarkdownBlocks:
    """What that Markdown says; nothing where it is blank. Any text can be read."""
    tokens = _parser().parse(source)
    return tuple(_parts(iter(tokens), _Depths()))


def flat(source: str) -> Text:
    """That Markdown as one run of text, for a place that holds no paragraph: its emphasis and its
    links, one paragraph after the other, the items of a list between semicolons."""
    return _joined([_flat(part) for part in parse(source)], " ")


def _flat(part: MarkdownBlock) -> Text:
    if isinstance(part, Items):
        return _joined([_joined(map(_flat, item), " ") for item in part.items], " ; ")
    return part.text


def _joined(several: Iterable[Text], by: str) -> Text:
    found: list[Span] = []
    for one in several:
        found += [*([Span(by)] if found else []), *one]
    return tuple(found)


def words(parts: Sequence[MarkdownBlock]) -> Iterator[str]:
    """The words of each heading and paragraph, without marks, in the order in which they are
    read."""
    for part in parts:
        if isinstance(part, Items):
            for item in part.items:
                yield from words(item)
        else:
            yield plain(part.text)


def beneath(level: int, heading: Heading) -> int:
    """The level of a heading among those of a page, under one of that level."""
    return min(level + heading.depth, DEEPEST)


def left_out(source: str) -> tuple[str, ...]:
    """What that Markdown holds and no page shows as such (« une image », « du HTML »), each once;
    none where all of it is shown."""
    kinds = dict.fromkeys(FOREIGN[kind] for kind in _kinds(_whole().parse(source)))
    targets = (found[1] for found in _LINK.finditer(source))
    lost = ("un lien vers ni le web ni le site",) if not all(map(followed, targets)) else ()
    return (*kinds, *lost)


def followed(address: str) -> bool:
    """Whether a link may lead there: the web, a mailbox, a page of the site."""
    if _SCHEME.match(address):
        return bool(_FOLLOWED.match(address))
    return not _ELSEWHERE.match(address)


def _kinds(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in FOREIGN:
            yield token.type
        yield from _kinds(token.children or ())


@cache
def _parser() -> MarkdownIt:
    # 100 ms of code: only those that read such a text carry it.
    from markdown_it import MarkdownIt

    made = MarkdownIt("zero").enable(TAKEN)
    made.validateLink = followed  # type: ignore[assignment,method-assign]  # its manual
    return made


@cache
def _whole() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


class _Depths:
    """The depth of each heading in turn, whatever the signs that stand before it."""

    def __init__(self) -> None:
        self._open = list[int]()

    def of(self, level: int) -> int:
        """The depth of a heading of that level, under those that came before."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)


def _parts(tokens: Iterator[Token], depths: _Depths) -> Iterator[MarkdownBlock]:
    """The parts up to the end of what holds them."""
    for token in tokens:
        if token.type.endswith(("list_item_close", "list_close")):
            return
        make = _MAKERS.get(token.type)
        if make is not None:
            yield make(token, tokens, depths)


def _heading(token: Token, tokens: Iterator[Token], depths: _Depths) -> Heading:
    return Heading(_inline(next(tokens)), depths.of(int(token.tag[1:])))


def _paragraph(token: Token, tokens: Iterator[Token], depths: _Depths) -> Paragraph:
    return Paragraph(_inline(next(tokens)))


def _list(token: Token, tokens: Iterator[Token], depths: _Depths) -> Items:
    first = int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None
    return Items(tuple(_items(tokens, depths)), first)


def _items(tokens: Iterator[Token], depths: _Depths) -> Iterator[MarkdownBlocks]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        yield tuple(_parts(tokens, depths))


def _inline(token: Token) -> Text:
    """The runs of a heading or of a paragraph."""
    strong, leaning, href = 0, 0, ""
    found: list[Span] = []
    for child in token.children or ():
        strong += _OPENING.get(child.type, {}).get("strong", 0)
        leaning += _OPENING.get(child.type, {}).get("emphasis", 0)
        href = _target(child, href)
        said = " " if child.type.endswith("break") else child.content
        if said:
            found.append(Span(said, strong=strong > 0, emphasis=leaning > 0, href=href))
    return tuple(found)


def _target(token: Token, current: str) -> str:
    """Where the words after that token lead."""
    if token.type == "link_open":
        return str(token.attrs["href"])
    return "" if token.type == "link_close" else current


_OPENING = {
    "strong_open": {"strong": 1},
    "strong_close": {"strong": -1},
    "em_open": {"emphasis": 1},
    "em_close": {"emphasis": -1},
}
_MAKERS: dict[str, Callable[[Token, Iterator[Token], _Depths], MarkdownBlock]] = {
    "heading_open": _heading,
    "paragraph_open": _paragraph,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
}
