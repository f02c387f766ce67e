"""What staff wrote, as HTML: headings, paragraphs and lists, whose words are escaped."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.context import Context
from dashboard.components.marks import aria
from dashboard.components.prose import heading, paragraph, runs
from dashboard.content import Authored
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.markdown import Heading, Items, MarkdownBlock, Paragraph, beneath
from dashboard.text import plain


def authored(value: Authored, at: Context, level: int) -> Element:
    """The text of a part with whose it is, its signature under it."""
    title = [heading(value.level, value.title)] if value.title else []
    mark = html.P(value.mark, className="surtitre")
    signed = [html.P(value.signature, className="source")] if value.signature else []
    body = html.Div(written(value.parts, at, value.level), className="texte-corps")
    named = aria(label=value.name)
    box = html.Div([mark, body, *signed], className="texte texte-equipe", role="group", **named)
    return html.Div([*title, box], className="texte")


def written(parts: Sequence[MarkdownBlock], at: Context, level: int) -> list[Element]:
    """Each part in turn; ``level`` is that of what their headings stand under."""
    return [_part(part, at, level) for part in parts]


def _part(part: MarkdownBlock, at: Context, level: int) -> Element:
    if isinstance(part, Items):
        return _items(part, at, level)
    if isinstance(part, Heading):
        return heading(beneath(level, part), plain(part.text))
    return paragraph(part.text, at)


def _items(part: Items, at: Context, level: int) -> Element:
    items = [html.Li(_item(item, at, level)) for item in part.items]
    if part.first is None:
        return html.Ul(items)
    return html.Ol(items, start=part.first if part.first != 1 else None)


def _item(
    parts: Sequence[MarkdownBlock], at: Context, level: int
) -> list[Element] | list[Element | str]:
    """What an item holds; its only sentences stand in no paragraph of their own."""
    if len(parts) == 1 and isinstance(parts[0], Paragraph):
        return runs(parts[0].text, at)
    return written(parts, at, level)
