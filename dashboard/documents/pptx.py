"""A document as PPTX: native charts and tables, that a presenter edits."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from dashboard.documents import deck, pptx_chart, pptx_deck, pptx_parts
from dashboard.documents.flow import Head
from dashboard.documents.office_chart import OfficeChart
from dashboard.documents.runs import clean
from dashboard.documents.stage import Picture, Sentence, SlideBox, TextLine, at_right
from dashboard.documents.value import PrintedView
from dashboard.domain.logo import Logo

TITLED, TOLD = 5, 1
"""The layouts that have a title alone, or sentences under it."""


class _Slide:
    """A slide of a PPTX."""

    def __init__(self, made: Any) -> None:
        self.made = made

    def sentences(self, said: Sequence[Sentence], size: float) -> None:
        pptx_parts.sentences(self.made, said, size)

    def words(self, box: SlideBox, said: Sequence[TextLine]) -> None:
        pptx_deck.words(self.made, box, said)

    def chart(self, box: SlideBox, chart: OfficeChart, picture: Picture) -> None:
        pptx_parts.described(pptx_chart.add(self.made, chart, box), picture.alt)

    def picture(self, box: SlideBox, picture: Picture) -> None:
        pptx_parts.picture(self.made, box, picture)

    def logo(self, box: SlideBox, logo: Logo) -> None:
        pptx_parts.logo(self.made, at_right(box, logo), logo)

    def table(
        self, box: SlideBox, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str
    ) -> None:
        pptx_parts.table(self.made, box, heads, rows, caption)

    def notes(self, said: Sequence[str]) -> None:
        pptx_deck.notes(self.made, said)


class _Stage:
    """The slides of a PPTX."""

    def __init__(self, made: Any) -> None:
        self.made = made

    def slide(self, title: str, foot: str, told: bool = False) -> _Slide:
        added = pptx_deck.slide(self.made, title, TOLD if told else TITLED)
        pptx_deck.foot(added, foot)
        return _Slide(added)


def written(document: PrintedView) -> bytes:
    """The file."""
    made = pptx_deck.prepare(clean(document.title), clean(document.imprint.name))
    deck.show(document, _Stage(made))
    about = made.core_properties
    about.created = about.modified = dt.datetime.combine(document.imprint.origin.day, dt.time(12))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
