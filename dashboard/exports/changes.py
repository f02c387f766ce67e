"""What the chronicle of a territory tells, as a file: a row for each table and each year that an
act changed, one for an act that tells neither."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content import Cell, Column, Row, Table
from dashboard.domain.chronicle import PublicAct
from dashboard.exports import csv
from dashboard.exports.data_file import DataFile
from dashboard.pages import changed, imprint
from dashboard.pages.open_files import CHANGES
from dashboard.store import Store
from dashboard.system import clock
from dashboard.words.typography import typeset

_NAMES = (
    "date", "acte", "version", "comparee_a", "pourquoi", "source_et_licence", "table",
    "lignes_ajoutees", "lignes_changees", "lignes_retirees", "annee", "etape", "euros_avant",
    "euros_apres",
)  # fmt: skip
_BLANK = (Cell(""),)


def written(store: Store) -> bytes:
    """The CSV of all the acts, the last one first; without a row where staff never published."""
    rows = tuple(Row(cells) for act in changed.newest(store.chronicle) for cells in _rows(act))
    table = Table(changed.LABEL, tuple(Column(name) for name in _NAMES), rows)
    said = imprint.of(store)
    about = (
        ("Titre", changed.LABEL),
        ("Territoire", said.name),
        *((("Mention", said.notice),) if said.notice else ()),
        *((("Note", changed.UNTOUCHED),) if not rows and not store.version else ()),
        ("Publication", said.publication),
    )
    return csv.write(DataFile(CHANGES, changed.LABEL, table, typeset(about)))


def _rows(act: PublicAct) -> Iterator[tuple[Cell, ...]]:
    head = (
        Cell(clock.here(act.moment).isoformat(timespec="minutes")),
        Cell(changed.ACTS[act.kind]),
        Cell("", act.number),
        Cell("", act.before),
        Cell(changed.why(act)),
        Cell(changed.source(act)),
    )
    for one in act.changes:
        counts = (Cell("", count) for count in (one.added, one.changed, one.removed))
        yield (*head, Cell(one.table), *counts, *_BLANK * 4)
    for total in act.totals:
        euros = (Cell("", amount) for amount in (total.before, total.after))
        yield (*head, *_BLANK * 4, Cell(total.year), Cell(total.stage), *euros)
    if not act.changes and not act.totals:
        yield (*head, *_BLANK * 8)
