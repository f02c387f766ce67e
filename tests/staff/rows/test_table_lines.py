"""The rows that a draft leaves are those that its edits make of the files, however read."""

from __future__ import annotations

from dashboard.depot.edits import Edit, key_of, lines_of
from dashboard.staff.public import truth
from dashboard.staff.rows.edits import Workspace, marked
from dashboard.staff.settings import StaffSettings

NEW = {"code": "nouveau", "nom": "Nouveau", "court": "N"}


def stand_of(settings: StaffSettings) -> Workspace:
    """What someone works on who changed one funder, its code with it, removed one and added one."""
    files = truth.truth(settings).files
    first, second, *_ = (
        key_of("financeurs", line.row) for line in lines_of("financeurs", files, ())
    )
    edits = (
        Edit("financeurs", first, {"code": "autre", "nom": "Autre"}),
        Edit("financeurs", second, None),
        Edit("financeurs", (), NEW),
        Edit("financeurs", ("jamais",), None),
    )
    return Workspace(None, files, edits)


def test_each_row_is_that_of_the_edited_files(settings: StaffSettings) -> None:
    stand = stand_of(settings)
    lines, every = stand.table("financeurs"), stand.lines("financeurs")
    assert [lines[rank] for rank in range(len(lines))] == every
    assert lines.left == len(every) - 1
    assert lines.changed.tolist() == [True, True, *[False] * (len(every) - 3)]


def test_a_row_is_found_by_the_mark_that_it_now_has(settings: StaffSettings) -> None:
    stand = stand_of(settings)
    lines, every = stand.table("financeurs"), stand.lines("financeurs")
    for line in every:
        assert list(lines.marked(marked("financeurs", line))) == [line]
        if line.before is not None:
            assert lines.was(key_of("financeurs", line.before)) == line
    before = stand.files, lines_of("financeurs", stand.files, ())[0]
    assert stand.line("financeurs", marked("financeurs", before[1])) is None
    assert lines.was(("jamais",)) is None
