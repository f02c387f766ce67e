"""The searchable, sortable, paged list of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Listing, Row, Table, text
from dashboard.domain import french
from dashboard.domain.funding import Action, Origin
from dashboard.exhibits import common, told
from dashboard.store.actions import MAX_ROWS, PAGE_SIZE, ActionPage
from dashboard.view import View

SHARE = "Part du quartier"
_FORMS = ("csv", "ods", "xlsx")


def listing(view: View) -> Listing:
    """The page of the list that the address asks, with its links to the others."""
    found = view.store.actions.page(view.selection)
    line = view.store.settings.line
    return Listing(
        title=f"Liste des {line.plural}",
        summary=_summary(view, found),
        table=table(view, found.actions, _caption(view, found), sortable=True),
        controls=tuple(k.control(view.store, view.selection) for k in (keys.SEARCH, keys.SORT)),
        page=found.page,
        pages=found.pages,
        span=_span(view, found) if found.pages > 1 else "",
        source=common.money_source(view),
        downloads=tuple((_taken(view, found, form), _file(view, form)) for form in _FORMS),
    )


def whole(view: View) -> Exhibit:
    """Every matching line, for a file: the first ones, which says so, where they are too many."""
    found = view.store.actions.all(view.selection)
    frame = common.frame_of_lines(view)
    line = view.store.settings.line
    title = f"{french.capital(line.plural)}, {common.filters_text(view)}"
    said = told.of(view)
    return Exhibit(
        slug="actions",
        title=title,
        subtitle=french.capital(said.sum()),
        table=_filed(view, found, title),
        reading=text(*told.sentence(view), "."),
        alt=common.alt(f"Tableau : {said.alone}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, "actions", french.years(*view.selection.years)),
        notes=_cut(view, said.count),
        tags=(*common.warning_tags(view), *common.pillar_tag(view)),
    )


def _cut(view: View, count: int) -> tuple[str, ...]:
    """What a file says of the lines that it leaves out."""
    said = f"{_part(view, count)} : le fichier s’arrête là."
    return (said,) if count > MAX_ROWS else ()


def _part(view: View, count: int) -> str:
    """How many of so many lines a file holds: « 64 subventions », « 10 000 actions sur 12 431 »."""
    held = view.store.settings.line.brief(min(count, MAX_ROWS))
    return f"{held} sur {french.number(count)}" if count > MAX_ROWS else held


def _taken(view: View, found: ActionPage, form: str) -> str:
    count = _part(view, found.count)
    return f"Télécharger la liste, {common.filters_text(view)} ({form.upper()}, {count})"


def _file(view: View, form: str) -> str:
    query = view.selection.having(keys.ROWS.name, None).query()
    return f"/export{view.path}/actions.{form}" + (f"?{query}" if query else "")


def _summary(view: View, found: ActionPage) -> str:
    said = told.ToldLines(view, found.amount, found.count)
    filters = common.filters_text(view, constant=False)
    alone = f"{said.alone} ({filters})" if filters else said.alone
    return french.capital(told.joined(alone, said.beside, _beyond(view, found)))


def _beyond(view: View, found: ActionPage) -> str:
    """What is said of a page that the list does not reach."""
    asked = keys.ROWS.value(view.selection)
    if not asked or int(asked) == found.page:
        return ""
    return f"la page {asked} n’existe pas, la dernière est affichée ({found.page})"


def _caption(view: View, found: ActionPage) -> str:
    noun = french.capital(view.store.settings.line.plural)
    return f"{noun}, {common.filters_text(view)}, {_ranks(found)}"


def _span(view: View, found: ActionPage) -> str:
    """« Subventions 1 à 25 sur 61. »"""
    return f"{french.capital(view.store.settings.line.heads[1])} {_ranks(found)}."


def _ranks(found: ActionPage) -> str:
    first = (found.page - 1) * PAGE_SIZE + 1 if found.count else 0
    last = min(found.page * PAGE_SIZE, found.count)
    return f"{french.number(first)} à {french.number(last)} sur {french.number(found.count)}"


def table(
    view: View,
    actions: Sequence[Action],
    caption: str,
    sortable: bool = False,
    held: bool = True,
) -> Table:
    """A table of lines: title, holder unless ``held`` is false, year, pillar, quarter, amount.

    Where the quarter that is looked at shares some of them with others, its share stands beside
    the whole amount: it is the share that is sorted and summed. Lines of one holder, whatever the
    view, stand whole.
    """
    sort = keys.SORT.value(view.selection) or keys.SORT.default
    shared = held and view.store.actions.shares(view.selection)
    columns = (
        _column(view, "Intitulé", "intitule", sort, sortable),
        *((_column(view, "Porteur", "porteur", sort, sortable),) if held else ()),
        _column(view, "Année", "annee", sort, sortable),
        Column("Pilier proposé" if view.store.coverage.only_proposed_pillars else "Pilier"),
        Column("Quartier"),
        *((Column("Montant entier", numeric=True),) if shared else ()),
        _column(view, SHARE if shared else "Montant", "montant", sort, sortable),
    )
    return Table(
        caption,
        columns,
        common.made(actions, lambda action: _row(view, action, shared, held)),
        empty=_nothing(view),
        paged=not sortable,
        noun=view.store.settings.line.heads,
    )


def _nothing(view: View) -> str:
    """What an empty list says, and to lift a filter where there is one."""
    said = f"{french.capital(told.of(view).absence)}."
    lifted = " Retirez un filtre pour en voir davantage."
    return said + lifted if common.frame_of_lines(view).scope else said


MARKS = (
    Column("Intitulé affiché"),
    Column("Porteur affiché"),
    Column("Complément"),
    Column("Intitulé coupé à la source"),
    Column("Périmètre"),
    Column("Origine du pilier"),
    Column("Origine du quartier"),
)
"""What only a file has: the names as they are shown beside those of the source, and in a column
each what the screen marks by tags."""


def _filed(view: View, actions: Sequence[Action], caption: str) -> Table:
    """The table of those lines with what only a file has."""
    shown = table(view, actions, caption)
    marks = common.made(actions, _marks)
    rows = tuple(
        Row((*row.cells, *beside.cells)) for row, beside in zip(shown.rows, marks, strict=True)
    )
    return replace(shown, columns=(*shown.columns, *MARKS), rows=rows)


def _marks(action: Action) -> Row:
    flags = ("oui" if said else "non" for said in (action.complement, action.truncated))
    origins = (action.scope, action.pillar_origin, action.quarter_origin)
    return Row(tuple(map(Cell, (action.title, action.holder, *flags, *map(str, origins)))))


def _column(view: View, label: str, key: str, sort: str, sortable: bool) -> Column:
    if not sortable:
        return Column(label, numeric=key == "montant")
    state = {"montant": "descending", "annee": "descending"}.get(key, "ascending")
    return Column(
        label,
        numeric=key == "montant",
        sort=view.here(tri=key),
        sorted=state if key == sort else "none",
    )


def _row(view: View, action: Action, shared: bool, held: bool) -> Row:
    pillar = common.pillar_of(view, action.pillar)
    return Row(
        (
            Cell(
                action.title,
                action.title_source,
                href=view.link(f"/actions/{action.code}"),
                tags=title_tags(action),
            ),
            *((_holder(view, action),) if held else ()),
            Cell(str(action.year), action.year),
            Cell(pillar.short, pillar.name, tags=_pillar_tags(view, action)),
            _quarters(view, action),
            *((common.granted_cell(view, action, action.amount),) if shared else ()),
            common.granted_cell(view, action, action.counted),
        )
    )


def _pillar_tags(view: View, action: Action) -> tuple[str, ...]:
    """The mark of a pillar that is proposed, where the head of the column does not say it of all,
    or that staff corrected."""
    if action.pillar_origin is Origin.CORRECTED:
        return (str(Origin.CORRECTED),)
    marked = action.pillar_origin is Origin.RULE and not view.store.coverage.only_proposed_pillars
    return (common.PROPOSED_PILLAR,) if marked else ()


def _holder(view: View, action: Action) -> Cell:
    """The holder, which leads to what it receives."""
    here = view.path == "/actions"
    slug = action.holder_slug
    href = view.here(porteur=slug) if here else view.link("/actions", porteur=slug)
    return Cell(action.holder, action.holder_source, href=href)


def title_tags(action: Action) -> tuple[str, ...]:
    """What must be known of a line before one reads it."""
    found = []
    if action.complement:
        found.append("complément")
    if action.truncated:
        found.append("intitulé coupé à la source")
    if action.scope == "probable":
        found.append("périmètre probable")
    return tuple(found)


def _quarters(view: View, action: Action) -> Cell:
    names = [view.store.places.by_code[code].name for code in action.quarters]
    if not names:
        return Cell("Non ventilé")
    tags = (str(action.quarter_origin),) if action.quarter_origin is not Origin.OFFICIAL else ()
    return Cell(french.listed(names), tags=tags)
