"""Sentences of an OpenDocument file: emphasis, links, lists, a rule at the side, numbered lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.documents.runs import ItemPlace, Run
from dashboard.words import tokens

if TYPE_CHECKING:
    from odfdo import Document as Office

STRONG, STRESSED, BOTH = "Fort", "Accent", "Fort_Accent"
BULLETS, NUMBERS = "Liste_Points", "Liste_Nombres"
INDENT, LEVELS = 0.07, 4
"""Centimetres a point of its words by which a list stands inside the one that holds it; lists in
lists, at most."""

_BOLD, _LEANING = {"fo:font-weight": "bold"}, {"fo:font-style": "italic"}
WEIGHTS = {STRONG: _BOLD, STRESSED: _LEANING, BOTH: {**_BOLD, **_LEANING}}
"""The styles of words by what marks them."""

RULED = "_Equipe"
"""What ends the name of the style of a paragraph that is ruled at its side."""

LINES = {
    "text:number-lines": "true",
    "text:increment": "1",
    "text:restart-on-page": "true",
    "text:number-position": "left",
    "text:offset": "0.4cm",
    "text:count-empty-lines": "false",
    "text:count-in-text-boxes": "false",
    "style:num-format": "1",
}


def styled(family: str, named: str, words: Mapping[str, str] | None = None) -> Any:
    """A style whose words have those properties."""
    from odfdo import Style as OfficeStyle

    made: Any = OfficeStyle(family, name=named)
    if words:
        made.set_properties(dict(words), area="text")
    return made


def insert_words(made: Office) -> None:
    """The styles of the words that are marked."""
    for named, words in WEIGHTS.items():
        made.insert_style(styled("text", named, words), automatic=True)


def insert_lists(made: Office, size: float) -> None:
    """The styles of lists, points and numbers, of words of so many points."""
    from odfdo import Element

    for named, level in ((BULLETS, _point), (NUMBERS, _number)):
        style: Any = Element.from_tag("text:list-style")
        style.set_attribute("style:name", named)
        for depth in range(1, LEVELS + 1):
            style.append(Element.from_tag(level(depth, size * INDENT)))
        made.insert_style(style, automatic=True)


def _point(depth: int, step: float) -> str:
    kind = "text:list-level-style-bullet"
    return f'<{kind} text:level="{depth}" text:bullet-char="•">{_placed(depth, step)}</{kind}>'


def _number(depth: int, step: float) -> str:
    kind, form = "text:list-level-style-number", 'style:num-suffix="." style:num-format="1"'
    return f'<{kind} text:level="{depth}" {form}>{_placed(depth, step)}</{kind}>'


def _placed(depth: int, step: float) -> str:
    """Where such a list stands, what heads each item being as large as its words."""
    before = (depth - 1) * step
    return (
        f'<style:list-level-properties text:space-before="{before:.2f}cm" '
        f'text:min-label-width="{step:.2f}cm"/><style:text-properties fo:font-size="100%"/>'
    )


def paragraph(runs: Sequence[Run], style: str) -> Any:
    """Sentences, each run as it is marked."""
    from odfdo import Paragraph

    made = Paragraph(style=style)
    for run in runs:
        if run.href or run.strong or run.emphasis:
            made.append(_marked(run))
        else:
            made.append_plain_text(run.words)
    return made


def _marked(run: Run) -> Any:
    from odfdo import Link, Span

    weights = {(True, True): BOTH, (True, False): STRONG, (False, True): STRESSED}
    style = weights.get((run.strong, run.emphasis))
    if not run.href:
        return Span(run.words, style=style)
    link = Link(run.href, text="" if style else run.words)
    if style:
        link.append(Span(run.words, style=style))
    return link


class OdfLists:
    """The lists of a document: the items of each follow one another; a list that stands in another
    one is in its last item."""

    def __init__(self, body: Any) -> None:
        self.body = body
        self._open: list[Any] = []

    def item(self, said: Any, item: ItemPlace) -> None:
        """A paragraph of a list."""
        if item.opens or len(self._open) < item.depth:
            self._begin(item)
        del self._open[item.depth :]
        if item.goes_on and self._open[-1].children:
            self._open[-1].children[-1].append(said)
        else:
            self._open[-1].append(_held(said, item))

    def after(self, said: Any) -> None:
        """A paragraph of no list, after them all."""
        self._open.clear()
        self.body.append(said)

    def _begin(self, item: ItemPlace) -> None:
        from odfdo import List

        made: Any = List(style=BULLETS if item.number is None else NUMBERS)
        del self._open[item.depth - 1 :]
        held = self._open[-1].children if self._open else ()
        holder = held[-1] if held else self.body
        holder.append(made)
        self._open.append(made)


def _held(said: Any, item: ItemPlace) -> Any:
    from odfdo import ListItem

    made: Any = ListItem()
    made.append(said)
    if item.opens and item.number not in (None, 1):
        made.set_attribute("text:start-value", str(item.number))
    return made


def ruled(made: Office, parts: Iterable[Any]) -> None:
    """Draw a rule at the side of the paragraphs of those parts."""
    for part in parts:
        for one in (part, *part.get_elements("descendant::text:p|descendant::text:h")):
            if one.tag in ("text:p", "text:h"):
                style = one.get_attribute("text:style-name")
                one.set_attribute("text:style-name", _ruled_style(made, style))


def _ruled_style(made: Office, style: str) -> str:
    """The name of the same style with a rule at its side."""
    named = f"{style}{RULED}"
    if made.get_style("paragraph", named) is None:
        new = styled("paragraph", named)
        new.set_attribute("style:parent-style-name", style)
        side = {"fo:border-left": f"2pt solid {tokens.colour('qpv')}", "fo:padding-left": "0.25cm"}
        new.set_properties(side, area="paragraph")
        made.insert_style(new, automatic=True)
    return named


def number_lines(made: Office) -> None:
    """Number the lines of each page, for remarks."""
    lines: Any = made.styles.get_element("//text:linenumbering-configuration")
    for key, value in LINES.items():
        lines.set_attribute(key, value)
