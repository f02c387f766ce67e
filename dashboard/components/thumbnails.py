"""Small drawings side by side, each with what must be read of it and the link to its figure."""

from __future__ import annotations

from html import escape

from dashboard.charts.sparkline import LOOKS, svg
from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.marks import aria
from dashboard.components.prose import heading, paragraph
from dashboard.content.thumbnails import Fact, Legend, Thumbnail, Thumbnails
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element


def thumbnails(value: Thumbnails, at: Context, level: int) -> Element:
    """The drawings under their title; on a phone the others are shown when asked."""
    held = "".join(_item(item, level + 1) for item in value.items)
    listed = [Element("ul", {"className": "vignettes"}, held)] if held else []
    without = [paragraph(value.without, at, "source")] if value.without else []
    head = [heading(level, value.title), html.P(value.subtitle, className="sous-titre")]
    parts = [html.Div(head, className="carte-tete"), *_more(value), *listed, *without]
    return html.Section(parts, className="galerie")


def legend(value: Legend, at: Context, level: int) -> Element:
    """What each mark stands for, then how the drawings are read."""
    marks = [html.Li([_sign(look), name]) for look, name in value.items]
    said = [paragraph(words, at) for words in value.said]
    parts = [heading(level, value.title), html.Ul(marks, className="signes")]
    return html.Div([*parts, html.Div(said, className="signes-dits")], className="legende-galerie")


def _sign(look: str) -> Element:
    return Element("i", {"className": f"signe {look}", **aria(hidden="true")}, "")


def _more(value: Thumbnails) -> list[Element]:
    """What opens the drawings that a phone does not show at first."""
    if not value.first or len(value.items) <= value.first:
        return []
    label = f"{labels.EVERY_ONE} {french.number(len(value.items))}"
    return [html.Details(html.Summary(label), className="vignettes-pli")]


def _item(item: Thumbnail, level: int) -> str:
    """One drawing, whose name is the link: written at once, for there are many."""
    first, last = item.chart.span
    facts = "".join(map(_fact, item.facts))
    return (
        f'<li class="vignette"><h{level}><a href="{escape(item.href)}">{_safe(item.title)}</a>'
        f"</h{level}>{svg(item.chart, item.alt)}"
        f'<p class="annees" aria-hidden="true"><span>{first}</span><span>{last}</span></p>'
        f'<ul class="faits">{facts}{_verdict(item)}</ul>'
        f'<p class="source">{_safe(item.foot)}</p></li>'
    )


def _verdict(item: Thumbnail) -> str:
    """What is said of every gap at once."""
    if not item.verdict:
        return ""
    return f'<li class="verdict-court">{labels.GAP} {_safe(item.verdict)}</li>'


def _fact(fact: Fact) -> str:
    """The mark of a line, for the eye; its name, for those who listen; what is known of it."""
    if fact.rank is None:
        named = f"<span>{_safe(fact.name)}</span>"
    else:
        mark = f'<i class="signe q{fact.rank % LOOKS}" aria-hidden="true"></i>'
        named = f'{mark}<span class="invisible">{_safe(fact.name)}{french.NBSP}: </span>'
    gap = f" <span>{_safe(fact.gap)}</span>" if fact.gap else ""
    verdict = f' <span class="verdict-court">{_safe(fact.verdict)}</span>' if fact.verdict else ""
    return f"<li>{named}<strong>{_safe(fact.said)}</strong>{gap}{verdict}</li>"


def _safe(words: str) -> str:
    return escape(words, quote=False)
