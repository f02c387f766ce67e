"""What a file says beside its rows: subject, filters, source, notes, the fictional mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.content import Cell, Exhibit, Row, Table, plain
from dashboard.domain import french
from dashboard.domain.formula import safe
from dashboard.exports.about import citation
from dashboard.pages.imprint import NOBODY, Imprint
from dashboard.store.geopackage import Feature


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table ready to be written, with everything that must travel with it; ``features`` gives the
    places of a map, none of what is no map."""

    name: str
    title: str
    table: Table
    about: tuple[tuple[str, str], ...]
    features: Callable[[], tuple[Feature, ...]] = tuple


def of_exhibit(value: Exhibit, address: str, said: Imprint = NOBODY) -> DataFile:
    """The file of an exhibit, whose view stands for good at that address, on the pages of which
    that is ``said``; each row of its table is made once."""
    filters = value.frame.sentence
    about = [
        ("Titre", value.title),
        ("Définition", value.file_subtitle or value.subtitle),
        ("Filtres", filters or "aucun"),
        *(("Portée", said) for said in value.frame.beside),
        (value.frame.reading, plain(value.reading)),
        ("Source et licence", value.source),
        *((("Mention", tag)) for tag in (said.standing, *value.tags) if tag),
        *((("Note", note)) for note in dict.fromkeys((*value.notes, *value.table.notes))),
        *((("Publication", said.publication),) if said.publication else ()),
        ("Vue figée", address),
        ("Citer", citation(value.title, value.source, said, address, filters)),
    ]
    table = replace(value.table, rows=tuple(value.table.rows))
    return DataFile(value.file_name, value.title, table, tuple(about))


GROUP = "Rubrique"


def header(table: Table) -> list[str]:
    """The names of the columns; what heads groups of rows becomes a first column, and what stands
    under the cells of a column becomes the next one."""
    pairs = ((column.label, column.note) for column in table.columns)
    names = [name for pair in pairs for name in pair if name]
    return [GROUP, *names] if _has_groups(table) else names


def rows(table: Table) -> list[tuple[Cell, ...]]:
    """The rows of data, each with the group it stands under."""
    group, grouped = Cell(""), _has_groups(table)
    found: list[tuple[Cell, ...]] = []
    for row in table.rows:
        if row.group:
            group = row.cells[0]
        else:
            cells = _spread(table, row)
            found.append((group, *cells) if grouped else cells)
    return found


def _spread(table: Table, row: Row) -> tuple[Cell, ...]:
    """The cells of a row, each followed by its note where its column names them."""
    pairs = zip(table.columns, row.cells, strict=True)
    return tuple(
        cell for column, held in pairs for cell in ((held, _note(held)) if column.note else (held,))
    )


def _note(cell: Cell) -> Cell:
    return Cell(cell.note, cell.noted)


def _has_groups(table: Table) -> bool:
    return any(row.group for row in table.rows)


def spelled(cell: Cell) -> str:
    """A cell for a CSV: numbers with a decimal comma and no grouping, texts as they are."""
    if cell.value is None:
        return safe(cell.text.replace(french.NNBSP, " ").replace(french.NBSP, " "))
    if isinstance(cell.value, int | float):
        written = f".{cell.decimals}f" if cell.decimals is not None else ".10g"
        return f"{cell.value:{written}}".replace(".", ",")
    return safe(str(cell.value))
