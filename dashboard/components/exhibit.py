"""The card of a figure: title, graph, verdict, « Lecture », source, table, files, limits."""

from __future__ import annotations

from typing import Any

from dashboard.components import controls, embed_code, error_report, labels, moves, timeline
from dashboard.components.context import Context
from dashboard.components.drawing import drawing, mention
from dashboard.components.marks import aria, data
from dashboard.components.prose import Children, heading, hidden, runs, tags
from dashboard.components.tables import table
from dashboard.content import Exhibit
from dashboard.domain import french
from dashboard.exports import formats
from dashboard.html import tags as html
from dashboard.html.element import Element

JS = "avec-script"
"""What only a script can do is not shown without it."""


def exhibit(value: Exhibit, at: Context, level: int = 2) -> Element:
    """A figure with all that makes it readable, checkable and reusable."""
    parts = [
        head(value, level),
        *_controls(value, at),
        *moves.moves(value),
        *_drawing(value, at),
        *_mention(value, at),
        *timeline.timeline(value, at),
        *verdict(value, at),
        _caption(value, at),
    ]
    css = f"carte carte-{value.slug}"
    return html.Figure(parts, className=css, role="figure", **aria(label=value.title))


def head(value: Exhibit, level: int = 2, more: str = "") -> Element:
    """Title, subtitle and marks; ``more`` is said after the subtitle."""
    said = " · ".join(part for part in (value.subtitle, more) if part)
    subtitle = html.P([said, *tags(value.tags)], className="sous-titre")
    line = value.frame.line
    frame = [html.P(line, className="portee")] if line else []
    return html.Div([heading(level, value.title), subtitle, *frame], className="carte-tete")


def _controls(value: Exhibit, at: Context) -> list[Element]:
    if not value.controls:
        return []
    label = f"Réglages de la figure {labels.quoted(value.title)}"
    return [controls.form(value.controls, at, "reglages", label)]


def _drawing(value: Exhibit, at: Context) -> list[Element]:
    if value.table_first:
        return [table(value.table, at, stacked=True, caption=False, folded=True)]
    if value.chart is None:
        return [html.P(value.empty or value.table.empty, className="vide")]
    return [drawing(value, value.chart, at)]


def _mention(value: Exhibit, at: Context) -> list[Element]:
    """Whose images lie under a map."""
    said = mention(value.chart, at)
    return [html.P(said, className="mention-fond")] if said else []


def verdict(value: Exhibit, at: Context) -> list[Element]:
    """What one may conclude, in its box; nothing where nothing is."""
    if not value.verdict:
        return []
    return [html.Div(html.P(runs(value.verdict, at)), className="verdict", role="note")]


def _caption(value: Exhibit, at: Context) -> Element:
    return html.Figcaption([*legend(value, at), *reading(value, at), _foot(value, at)])


def reading(value: Exhibit, at: Context) -> list[Element]:
    """« Lecture : », the sentence that reads one mark; nothing where none is read."""
    if not value.reading:
        return []
    label = f"{value.frame.reading}{french.NBSP}:"
    return [html.P([html.Strong(label), " ", *runs(value.reading, at)], className="lecture")]


def source(said: str) -> Element:
    """Where it comes from."""
    return html.P(f"{labels.SOURCE} {said}", className="source")


def legend(value: Exhibit, at: Context | None = None) -> list[Element]:
    """The lines of the legend that the drawing does not hold, if any; links where they choose
    something ``at`` a page."""
    if not value.legend:
        return []
    said = [(kind, _said(label, value.legend_picks.get(label), at)) for kind, label in value.legend]
    return [html.Ul([_mark(*entry) for entry in said], className="legende")]


def _said(label: str, pick: str | None, at: Context | None) -> str | Element:
    """The words of a line of the legend, as a link where they choose something."""
    if not pick or at is None:
        return label
    key, _, value = pick.partition("=")
    current = aria(current=True) if at.chose(key, value) else {}
    return html.A(label, href=at.turned(key, value), **data(vue=1), **current)


def _mark(kind: str, label: str | Element) -> Element:
    """A legend line: a swatch by name, or a numbered mark as the map draws it."""
    numbered = kind.isdigit()
    css = "pastille-numero" if numbered else f"pastille-{kind}"
    swatch = html.Span(kind if numbered else "", className=f"pastille {css}", **aria(hidden="true"))
    return html.Li([swatch, label])


def _foot(value: Exhibit, at: Context) -> Element:
    """The source, then what one can do with the figure: its table comes first."""
    drawn = value.chart is not None and not value.table_first
    return html.Div(
        [
            source(value.source),
            *_folded(value, at),
            *_explored(value, drawn),
            *_full_screen(value),
            *_further(value),
            _drawer("tiroir-export", labels.EXPORT, value, _files(value, at, drawn)),
            *_limits(value),
            *_report(value, at),
        ],
        className="carte-pied",
    )


def _folded(value: Exhibit, at: Context) -> list[Element]:
    """The table behind the drawing; none where it is the table that is shown."""
    if value.table_first or not value.table.rows:
        return []
    held = [table(value.table, at)]
    return [_drawer("tiroir-tableau", labels.TABLE, value, held, value.table_open)]


def _explored(value: Exhibit, drawn: bool) -> list[Element]:
    """Zoom, pan, a bubble on every mark: what a script alone can do."""
    if not drawn or value.moves:
        return []
    name: Children = [labels.EXPLORE, hidden(f", {value.title}")]
    state = aria(pressed=False) | data(explorer=1)
    return [html.Button(name, type="button", className=f"outil lien {JS}", **state)]


def _full_screen(value: Exhibit) -> list[Element]:
    if not value.full_screen:
        return []
    enter = html.Span([labels.FULL_SCREEN, hidden(f", {value.title}")], className="entrer")
    leave = html.Span(labels.LEAVE_FULL_SCREEN, className="sortir")
    css = "outil lien avec-script"
    return [html.Button([enter, leave], type="button", className=css, **data(ecran=1))]


def _further(value: Exhibit) -> list[Element]:
    if value.further is None:
        return []
    name: Children = [value.further.text, hidden(f", {value.title}")]
    return [html.A(name, href=value.further.href, className="outil lien")]


def _drawer(
    css: str, label: str, value: Exhibit, content: list[Element], unfolded: bool = False
) -> Element:
    summary = html.Summary([label, hidden(f", {value.title}")])
    body = html.Div(content, className="outil-corps")
    state = {"open": True} if unfolded else {}
    return html.Details([summary, body], className=f"outil {css}", **state)


def _files(value: Exhibit, at: Context, drawn: bool) -> list[Element]:
    links = [
        html.Li(
            html.A(
                [item.label, hidden(f", {value.title}")], href=at.export(value.slug, item.suffix)
            )
        )
        for item in formats.of(value)
    ]
    program: Children = [labels.FOR_PROGRAMS, hidden(f", {value.title}")]
    links.append(html.Li(html.A(program, href=at.program(value.slug))))
    name: Children = [labels.ON_PAPER, hidden(f", {value.title}")]
    links.append(html.Li(html.A(name, href=at.sheet(value.slug))))
    for said, form in labels.SLIDES:
        links.append(html.Li(html.A(said, href=at.document(form))))
    links.append(html.Li(html.A(labels.EVERY_FIGURE, href=at.figures())))
    files = [html.P(labels.DATA, className="etiquette"), html.Ul(links, className="fichiers")]
    images = [_images(value, at)] if drawn else []
    return [html.Div(files), *images, *embed_code.codes(value, at)]


def _images(value: Exhibit, at: Context) -> Element:
    """Images for a document, drawings to retouch: a form, whose buttons are the sheets. What became
    of the last copy stands under them."""
    done = html.P(className="retour", **aria(hidden="true"), **data(retour=1))
    carried = [html.Input(type="hidden", name=key, value=held) for key, held in at.pairs()]
    images = [*_buttons(value, at, labels.IMAGES, "png"), _sharpness(), done]
    drawings = html.Div(_buttons(value, at, labels.DRAWINGS, "svg"))
    address = at.image(value.slug, "png")
    children = [*carried, html.Div(images), drawings]
    return html.Form(children, method="get", action=address, className="images", **data(image=1))


def _buttons(value: Exhibit, at: Context, label: str, form: str) -> list[Element]:
    """The sheets of one form; a drawing has an address of its own."""
    elsewhere = {} if form == "png" else {"formAction": at.image(value.slug, form)}
    offered = [entry for entry in labels.IMAGE_FORMATS if entry[0] == form]
    buttons = [
        html.Li(_button(value, said, preset, type="submit", name="format", **elsewhere))
        for _, preset, said in offered
    ]
    if form == "png":
        copy = _button(value, labels.COPY_IMAGE, offered[0][1], type="button", **data(copie=1))
        buttons.append(html.Li(copy, className=JS))
    return [html.P(label, className="etiquette"), html.Ul(buttons, className="fichiers")]


def _button(value: Exhibit, label: str, preset: str, **more: Any) -> Element:
    name: Children = [label, hidden(f", {value.title}")]
    return html.Button(name, value=preset, className="lien", **more)


def _sharpness() -> Element:
    options = [
        html.Option(label, value=number, selected=number == labels.SHARP)
        for number, label in labels.SHARPNESSES
    ]
    label = html.Span(labels.SHARPNESS, className="etiquette")
    box = html.Select(options, className="form-select", name="finesse")
    return html.Label([label, box], className="controle")


def _limits(value: Exhibit) -> list[Element]:
    if not value.notes:
        return []
    notes = html.Ul([html.Li(note) for note in value.notes], className="notes")
    return [_drawer("tiroir-limites", labels.LIMITS, value, [notes])]


def _report(value: Exhibit, at: Context) -> list[Element]:
    href = error_report.href(value, at)
    return [html.A(labels.REPORT, href=href, className="outil signaler")] if href else []
