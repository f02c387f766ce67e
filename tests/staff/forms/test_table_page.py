"""A page of a list holds what one would find by reading every row of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dashboard.depot.edits import Edit, RowDiff, key_of, lines_of
from dashboard.domain import french
from dashboard.schema import TABLES
from dashboard.staff import paging
from dashboard.staff.forms.table_page import TableQuery, table_page
from dashboard.staff.indexes.sorting import sort_key
from dashboard.staff.public import truth
from dashboard.staff.rows.choices import Wording, wording
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.settings import StaffSettings

ACTIONS, FUNDING, EVENTS = (TABLES[name] for name in ("actions", "financements", "evenements"))
SEEN = 120
"""Lines of the amounts, which are many."""
ASKED = (
    (ACTIONS.name, TableQuery()),
    (ACTIONS.name, TableQuery(page=3)),
    (ACTIONS.name, TableQuery(page=999)),
    (ACTIONS.name, TableQuery("jardin")),
    (ACTIONS.name, TableQuery("neuf partout", "annee")),
    (ACTIONS.name, TableQuery("introuvable", "annee")),
    (ACTIONS.name, TableQuery("", "porteur")),
    (ACTIONS.name, TableQuery("", "porteur", True, 2)),
    (ACTIONS.name, TableQuery("a", "annee", True, 4)),
    (ACTIONS.name, TableQuery("", "pilier_regle", True)),
    (ACTIONS.name, TableQuery("QPV 2024")),
    (FUNDING.name, TableQuery("jardins")),
    (FUNDING.name, TableQuery("neuf partout")),
    (FUNDING.name, TableQuery("", "montant", True)),
    (FUNDING.name, TableQuery("etat accorde", "montant", page=2)),
    (EVENTS.name, TableQuery("/20", "date")),
)


def edited(settings: StaffSettings) -> Workspace:
    """What someone works on who renamed an action, removed one and added one."""
    files = dict(truth.truth(settings).files)
    files[FUNDING.file] = b"".join(files[FUNDING.file].splitlines(keepends=True)[:SEEN])
    keys = [key_of(ACTIONS.name, line.row) for line in lines_of(ACTIONS.name, files, ())]
    edits = (
        Edit(
            ACTIONS.name, keys[0], {"intitule": "Neuf partout", "porteur": "Mmm", "annee": "2019"}
        ),
        Edit(ACTIONS.name, keys[30], None),
        Edit(ACTIONS.name, (), {"id": "nouvelle", "intitule": "Neuf partout", "annee": "1"}),
    )
    return Workspace(None, files, edits)


def read_whole(name: str, asked: TableQuery, stand: Workspace, words: Wording) -> list[RowDiff]:
    """Every row that is found, in order."""
    table, sought = TABLES[name], french.fold(asked.words).split()
    found = [line for line in stand.lines(name) if _holds(line, sought, words)]
    if asked.order:
        kind = next(one.kind for one in table.fields if one.name == asked.order)
        found.sort(
            key=lambda line: sort_key(kind, line.row.get(asked.order, "")), reverse=asked.down
        )
    return found


def _holds(line: RowDiff, sought: Sequence[str], words: Wording) -> bool:
    text = french.fold(" ".join(f"{one} {words.of(name, one)}" for name, one in line.row.items()))
    return all(word in text for word in sought)


@pytest.mark.parametrize(("name", "asked"), ASKED)
def test_the_page_is_that_of_the_whole_list(
    name: str, asked: TableQuery, settings: StaffSettings
) -> None:
    stand = edited(settings)
    words = wording(TABLES[name], stand)
    found = read_whole(name, asked, stand, words)
    page = table_page(TABLES[name], stand.table(name), asked, words)
    assert (page.found, page.total) == (len(found), len(stand.lines(name)))
    assert (page.lines, page.page) == paging.cut(found, asked.page)


def test_a_column_that_only_the_draft_fills_or_empties_is_judged_so(
    settings: StaffSettings,
) -> None:
    table, head = TABLES["financeurs"], "code;nom;court\n"
    edits = (
        Edit(table.name, ("x",), {"nom": ""}),
        Edit(table.name, ("y",), {"court": "Y"}),
    )
    stand = Workspace(None, {table.file: f"{head}x;X;\ny;;\n".encode()}, edits)
    page = table_page(table, stand.table(table.name), TableQuery(), Wording({}))
    assert [field.name for field in page.columns] == ["code", "court"]
