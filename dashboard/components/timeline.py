"""The years of a figure as a slider: a plain form, and « Lecture » where a script runs.

assets/page/years.js says the year as the slider moves, and plays the years one after the other.
"""

from __future__ import annotations

from dashboard import keys
from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.components.moves import step
from dashboard.components.prose import hidden
from dashboard.content import Exhibit, Timeline
from dashboard.domain import french
from dashboard.html import fields
from dashboard.html import tags as html
from dashboard.html.element import Element


def timeline(value: Exhibit, at: Context) -> list[Element]:
    """The slider, its steps, and what is crossed to come to that year; nothing without years."""
    found = value.timeline
    if found is None:
        return []
    pinned = dict(found.pinned)
    carried = at.carried({keys.YEAR.name, *pinned})
    before, after = found.steps
    parts = [
        *(fields.hidden(*pair) for pair in (*carried, *pinned.items())),
        html.Label([html.Span(labels.TIMELINE, className="etiquette"), _range(found)]),
        html.Output(french.typeset(found.said), **aria(live="off")),
        html.Span(
            [
                step(before, **data(tenu="avant")),
                step(after, **data(tenu="apres")),
                _play(found),
                html.Button(labels.SEE, type="submit", className="btn btn-secondary appliquer"),
            ],
            className="temps-pas",
        ),
        html.P(french.typeset(found.note), className="temps-note"),
    ]
    name = aria(label=f"{labels.TIMELINE}, {value.title}")
    return [html.Form(parts, method="get", action=at.path, className="temps", **name)]


def _range(found: Timeline) -> Element:
    return html.Input(
        type="range",
        className="form-range",
        name=keys.YEAR.name,
        min=str(found.first),
        max=str(found.last),
        step="1",
        value=str(found.value),
        **aria(valuetext=french.typeset(found.said)),
        **data(tenu="curseur", absents=" ".join(map(str, found.absent))),
    )


def _play(found: Timeline) -> Element:
    """The button that plays the years, from the first one where the last is shown."""
    said = data(lecture=labels.PLAY, pause=labels.PAUSE)
    words: list[Element | str] = [html.Span(labels.PLAY, **said), hidden(labels.OF_YEARS)]
    marks = data(lire=found.start, tenu="lire")
    return html.Button(words, type="button", className="btn btn-secondary avec-script", **marks)
