"""A person in a text that is free: her name after a civility, an e-mail or a telephone are never
written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard.domain import french
from dashboard.importers.account import Aside, Left
from dashboard.importers.door.text import clean
from dashboard.importers.imported import Imported, Records
from dashboard.importers.persons import may_name, names_one, numbered_names, without_names
from dashboard.importers.telephones import may_call, without_telephones
from dashboard.schema import TABLES, CellKind, Field, PackedRows, Problem, Problems, Record

_MAIL_SIGN = r"[^\s@<>()«»,;:/|\"]"
EMAIL = re.compile(rf"(?<!{_MAIL_SIGN}){_MAIL_SIGN}++@(?=\w){_MAIL_SIGN}*[^\s@<>()«»,;:/|\".]")
"""Read from where a word begins, once: a long word without « @ » costs its length alone."""
_SUFFIX = re.compile(r"(?<=.)\.\w{1,8}\Z")
_HIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""What is not seen, and may part the letters of a name."""
_EMAIL_OUT, _TELEPHONE_OUT = "(adresse électronique retirée)", "(téléphone retiré)"
ORGANISATIONS = frozenset({"contacts"})
"""Tables that say how to reach an organisation."""


def may_be_personal(text: str) -> bool:
    """Whether the text may name a person, or say how to reach one: quick, for most do not; what is
    said not to be so is never changed by what takes persons out."""
    return "@" in text or may_name(text) or may_call(text) or bool(_HIDDEN.search(text))


def without_reach(text: str, email: str, telephone: str) -> str:
    """The text with these words instead of each e-mail and each telephone."""
    told = EMAIL.sub(email, text) if "@" in text else text
    return without_telephones(told, telephone)


def is_personal(text: str) -> bool:
    """Whether the text names a person by a civility, or says how to reach one."""
    return unnamed(text) != text


def unnamed(text: str) -> str:
    """The text without the persons whom it names, nor how to reach one; itself for most."""
    return without_names(without_reach(text, _EMAIL_OUT, _TELEPHONE_OUT), "(nom retiré)")


def without_persons(cell: str, number: Callable[[str], int]) -> str:
    """The cell of a file without the persons whom it names, each told by her number, nor how to
    reach one; read again, it gives what the cell itself would."""
    read = clean(cell)
    told = numbered_names(without_reach(read, _EMAIL_OUT, _TELEPHONE_OUT), number)
    return cell if told == read else told


def unnamed_file(name: str) -> str:
    """The name of a file without a person, its suffix kept: it is written with what comes in."""
    stem, suffix = _parted(name)
    return f"{_stem(stem)}{suffix}"


def unnamed_files(names: Iterable[str]) -> Iterator[str]:
    """The names of files that lie together, without a person; a rank stands for each stem that
    loses one, so that those that shared it share one still."""
    ranks: dict[str, int] = {}
    for name in names:
        stem, suffix = _parted(name)
        told = _stem(stem)
        if told == stem:
            yield name
        else:
            rank = ranks.setdefault(stem.lower(), len(ranks) + 1)
            yield f"{told} {rank}{suffix}"


def _stem(stem: str) -> str:
    """That of a file without a person; an underscore may stand there for a space."""
    told = unnamed(stem)
    spaced = told.replace("_", " ")
    return without_names(spaced, "(nom retiré)") if names_one(spaced) else told


def _parted(name: str) -> tuple[str, str]:
    """A name of a file before its suffix, and that suffix: « M. Durand » has none."""
    suffix = _SUFFIX.search(name)
    return (name[: suffix.start()], suffix[0]) if suffix else (name, "")


def withheld(imported: Imported) -> Imported:
    """The import without the persons of the free texts of its lines, nor of what is said of them
    (a sheet or a file of a ZIP may be named after one); a note says how many cells lose one, and in
    which columns."""
    names = [name for name in imported.lines if name not in ORGANISATIONS]
    taken = {name: _without(name, imported.taken[name]) for name in names}
    lost = [field for name in names for field in _lost(name, imported.taken[name], taken[name])]
    said = _unsaid(imported)
    if not lost:
        return said
    columns = french.listed(list(dict.fromkeys(f"« {field.title} »" for field in lost)))
    cells = french.counted(len(lost), "case perd", "cases perdent")
    note = f"{cells} le nom d’une personne, une adresse électronique ou un téléphone : {columns}."
    return replace(said, taken={**said.taken, **taken}, notes=(*said.notes, note))


def _unsaid(imported: Imported) -> Imported:
    """The import whose refusals, remarks and account show no person."""
    refused, remarks = _shown(imported.refused), _shown(imported.remarks)
    aside = tuple(_aside(item) for item in imported.account.aside)
    account, notes = replace(imported.account, aside=aside), tuple(map(unnamed, imported.notes))
    said = replace(imported, refused=refused, remarks=remarks, account=account, notes=notes)
    return imported if said == imported else said


def _shown(problems: Problems) -> Problems:
    return tuple(map(_problem, problems))


def _problem(problem: Problem) -> Problem:
    shown = unnamed(problem.value)
    return problem if shown == problem.value else replace(problem, value=shown)


def _aside(aside: Aside) -> Aside:
    return replace(aside, first=tuple(map(_left, aside.first)))


def _left(left: Left) -> Left:
    return replace(left, value=unnamed(left.value))


def _without(name: str, rows: Records) -> Records:
    free = [field.name for field in free_fields(name)]
    if isinstance(rows, PackedRows):
        return rows.mapped(free, unnamed)
    return tuple(_row_without(row, free) for row in rows)


def _row_without(row: Record, free: list[str]) -> Record:
    return {**row, **{column: unnamed(row[column]) for column in free if column in row}}


def _lost(name: str, before: Records, after: Records) -> Iterator[Field]:
    for one in free_fields(name):
        cells = zip(_column(before, one.name), _column(after, one.name), strict=True)
        yield from (one for old, new in cells if old != new or _was_withdrawn(old))


def _was_withdrawn(cell: str) -> bool:
    """Whether it lost what says how to reach a person before it was read."""
    return "retiré" in cell and (_EMAIL_OUT in cell or _TELEPHONE_OUT in cell)


def _column(rows: Records, name: str) -> Sequence[str]:
    if isinstance(rows, PackedRows):
        return rows.columns.get(name, ())
    return [row.get(name, "") for row in rows]


def free_fields(name: str) -> tuple[Field, ...]:
    """The columns of that table in which anything may be written, but a person."""
    table = TABLES[name]
    return tuple(
        field
        for field in table.fields
        if field.kind in (CellKind.TEXT, CellKind.MARKDOWN)
        and not (field.values or field.refers or field.name in table.key)
    )
