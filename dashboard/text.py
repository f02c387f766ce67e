"""Runs of text, whatever shows them: what every sentence of a page is made of."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.claim import Aged, Claim, Measured, RowsClaim


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text: plain, strong, stressed, a link, a tag, a term explained at ``anchor``, a
    claim."""

    text: str
    strong: bool = False
    href: str = ""
    term: str = ""
    tag: bool = False
    anchor: str = ""
    claim: Claim | Measured | RowsClaim | Aged | None = None
    emphasis: bool = False


Text = tuple[Span, ...]


def text(*parts: str | Span) -> Text:
    """A text from strings and spans."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def plain(content: Text | str) -> str:
    """The words of a text, without marks."""
    return content if isinstance(content, str) else "".join(span.text for span in content)
