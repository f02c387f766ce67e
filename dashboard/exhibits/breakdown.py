"""Who does what, for whom, with whose money: one axis at a time, number and money together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.breakdown import Breakdown, Slice
from dashboard.exhibits import common
from dashboard.figures import bars
from dashboard.keys import Key
from dashboard.view import View

LIMIT = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """One way of cutting the lines: its name in the address, its words, its question, the keys
    that change it beside those of the lines."""

    slug: str
    label: str
    by: str
    ask: Callable[[View], Breakdown]
    note: str = ""
    keys: tuple[Key, ...] = ()
    ordinal: bool = False
    """Whether its parts follow one another by nature, and are not ranked by their amount."""


def exhibit(view: View, axis: Axis) -> Exhibit:
    """The bars of one axis for the years chosen; the table holds every part."""
    asked = _pickable(view, axis.ask(view))
    found = asked if axis.ordinal else asked.ranked()
    frame = common.frame_of_lines(view, *axis.keys)
    drawn = replace(found, slices=tuple(item for item in found.slices if item.count))
    line = view.store.settings.line
    span = french.years(*view.selection.years)
    return Exhibit(
        slug=axis.slug,
        title=f"{french.capital(line.plural)} {axis.by}, {span}",
        subtitle=f"{line.full(found.count)}, {french.euros(found.amount)}",
        figure=bars.draw(drawn, line, LIMIT) if drawn.slices else None,
        height=bars.height(drawn, LIMIT) if drawn.slices else 120,
        table=_table(view, found, axis),
        reading=text(_reading(view, found)),
        alt=common.alt(_alt(found, axis, span)),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, axis.slug, span),
        notes=tuple(note for note in (axis.note, _once(found)) if note),
        tags=(*common.fictional_tag(view), *_tags(view, axis)),
        empty="Rien ne répond à ces filtres.",
    )


def _pickable(view: View, found: Breakdown) -> Breakdown:
    """A click filters the page: a key that this page does not know is no click here."""
    if view.path == "/actions" or found.axis in {key.name for key in keys.shared()}:
        return found
    return replace(found, slices=tuple(replace(item, pick=None) for item in found.slices))


def _tags(view: View, axis: Axis) -> tuple[str, ...]:
    return common.pillar_tag(view) if axis.slug in ("piliers", "themes") else ()


def _once(found: Breakdown) -> str:
    return (
        ""
        if found.exclusive
        else common.COUNTED_ONCE
        if found.axis == "quartier"
        else ("Une action peut avoir plusieurs financeurs : elle compte une fois pour chacun.")
    )


def _reading(view: View, found: Breakdown) -> str:
    if not found.slices:
        return "rien ne répond à ces filtres."
    first = max(found.slices, key=lambda item: item.amount)
    line = view.store.settings.line.counted(first.count)
    return f"« {first.label} » : {line}, {french.euros(first.amount)}, {common.years_text(view)}."


def _alt(found: Breakdown, axis: Axis, span: str) -> str:
    if not found.slices:
        return f"{axis.label}, {span} : rien ne répond à ces filtres"
    first = max(found.slices, key=lambda item: item.amount)
    return f"Barres, {axis.label.lower()}, {span} : {first.label}, {french.euros(first.amount)}"


def _table(view: View, found: Breakdown, axis: Axis) -> Table:
    columns = (
        Column(axis.label),
        Column(french.capital(view.store.settings.line.number), numeric=True),
        Column("Montant", numeric=True),
        Column("Part du montant", numeric=True),
    )
    rows = common.made(found.slices, lambda item: _row(view, found, item))
    caption = (
        f"{french.capital(view.store.settings.line.plural)} {axis.by}, {common.filters_text(view)}"
    )
    return Table(caption, columns, rows, tuple(n for n in (axis.note, _once(found)) if n))


def _row(view: View, found: Breakdown, item: Slice) -> Row:
    return Row(
        (
            Cell(item.label, href=_pick(view, found.axis, item)),
            common.count_cell(item.count),
            common.money_cell(item.amount),
            _share(found.share(item)),
        )
    )


def _share(share: float | None) -> Cell:
    return (
        Cell(french.NOT_APPLICABLE) if share is None else Cell(french.share(share), round(share, 1))
    )


def _pick(view: View, key: str, item: Slice) -> str:
    if item.unsaid or key not in {one.name for one in keys.of_lines()}:
        return ""
    value = item.pick[1] if item.pick else item.slug
    return (
        view.here(**{key: value})
        if view.path == "/actions"
        else view.link("/actions", **{key: value})
    )


def _by_quarter(view: View) -> Breakdown:
    generation = view.selection.generation or view.store.places.generations[0]
    return view.store.money.by_quarter(view.selection, generation)


PILLARS = Axis("piliers", "Pilier", "par pilier", lambda v: v.store.money.by_pillar(v.selection))
THEMES = Axis("themes", "Thème", "par thème", lambda v: v.store.money.by_theme(v.selection))
HOLDERS = Axis("porteurs", "Porteur", "par porteur", lambda v: v.store.money.by_holder(v.selection))
FUNDERS = Axis(
    "financeurs", "Financeur", "par financeur", lambda v: v.store.fundings.by_funder(v.selection)
)
PUBLICS = Axis("publics", "Public", "par public", lambda v: v.store.money.by_public(v.selection))
AGES = Axis(
    "parcours",
    "Âge",
    "le long du parcours des jeunes",
    lambda v: v.store.money.by_age(v.selection),
    ordinal=True,
)
QUARTERS = Axis(
    "par-quartier",
    "Quartier",
    "par quartier",
    _by_quarter,
    "« Non ventilé » : ni l’intitulé ni le nom du porteur ne nomment un quartier. "
    "Le nom du porteur est une adresse, pas la zone desservie.",
    (keys.GENERATION,),
)
