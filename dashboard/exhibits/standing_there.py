"""What stands in a quarter: the schools, gyms, centres… that a source places in its perimeter."""

from __future__ import annotations

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Prose, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.territory import KnownPlace, Territory
from dashboard.exhibits import common
from dashboard.view import View

SLUG, TITLE = "lieux", "Ce qui se trouve dans le quartier"
NOWHERE = (
    "Aucun lieu n’est situé dans ce quartier : son périmètre n’est pas publié, et la commune ne "
    "suffit pas."
)
NOT_ALL = (
    "Ce sont les lieux que la table connaît, ni tous ceux du quartier ni seulement ceux que des "
    "lignes financent."
)


def block(view: View, quarter: Territory) -> Exhibit | Prose | None:
    """The places of that quarter; why none is where its perimeter is not published."""
    every = view.store.known_places()
    found = [item for item in every if quarter.code in item.quarters]
    if found:
        return _exhibit(view, quarter, found)
    unknown = every and quarter.code not in view.store.places.lines
    return Prose((text(NOWHERE),), title=TITLE) if unknown else None


def _exhibit(view: View, quarter: Territory, found: list[KnownPlace]) -> Exhibit:
    found.sort(key=lambda item: (item.kind, french.fold(item.name)))
    columns = (Column("Genre"), Column("Lieu"), Column("Comment on le sait"))
    rows = tuple(
        Row((Cell(french.capital(item.kind)), Cell(item.name), Cell(item.reason))) for item in found
    )
    frame = common.frame_of(view, (keys.QUARTER,))
    perimeter = common.perimeter_text(quarter.generation)
    return Exhibit(
        slug=SLUG,
        title=TITLE,
        subtitle=f"{french.counted(len(found), 'lieu', 'lieux')}, {perimeter}",
        table=Table(f"Lieux {quarter.of}", columns, rows, (NOT_ALL,), paged=len(rows) > 20),
        table_first=True,
        reading=_reading(quarter, found),
        alt=common.alt(f"Tableau des lieux {quarter.of}"),
        source=common.source_of(view, tuple(dict.fromkeys(item.source for item in found))),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, quarter.code),
        notes=(NOT_ALL,),
        tags=common.warning_tags(view),
    )


def _reading(quarter: Territory, found: list[KnownPlace]) -> Text:
    first = found[0]
    return text(f"{first.name} se trouve {quarter.at} : {first.reason}.")
