"""What the places that lines name say of quarters: the gain by year, the doubt, every rule."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.content import Block, Cell, Column, Listing, Prose, Row, Table, text
from dashboard.domain import french
from dashboard.domain.funding import Lines, Match
from dashboard.domain.selection import Selection
from dashboard.domain.territory import KnownPlace
from dashboard.exhibits import common
from dashboard.pages.page import Panel
from dashboard.view import View


def panels() -> tuple[Panel, ...]:
    """The gain by year, then the table of the places."""
    return (Panel("lieux-par-an", _by_year), Panel("lieux-nommes", _places))


def _by_year(view: View) -> tuple[Block, ...]:
    matches = view.store.matches()
    if not matches:
        return ()
    pointed = {place.code for place in view.store.known_places() if place.pointed}
    columns = (
        Column("Année"),
        Column("Quartier nommé", numeric=True),
        Column("Proposé par un lieu nommé", numeric=True),
        Column("dont lieu sans point", numeric=True),
        Column("Non ventilé", numeric=True),
        Column("Total", numeric=True),
        Column("Lieu nommé, sans quartier", numeric=True),
    )
    rows = tuple(_year(view, year, matches, pointed) for year in view.store.choices.years)
    title = "Ce que les lieux nommés apportent, et ce qui en est douteux"
    table = Table(f"{title}, par an", columns, rows, (common.PLACE_PROPOSED, _UNPOINTED))
    return (Prose((text(_gain(view, matches, pointed)),), title), Listing("Par an", "", table))


_UNPOINTED = (
    "« Lieu sans point » : aucune donnée ne le met sur une carte ; son motif dit ce qui le situe. "
    "« Lieu nommé, sans quartier » : il est hors des périmètres de l’année, son nom est ambigu, ou "
    "deux lieux se contredisent ; ces lignes restent non ventilées."
)


def _year(view: View, year: int, matches: tuple[Match, ...], pointed: set[str]) -> Row:
    placing = view.store.money.placing(Selection(year=year))
    here = [match for match in matches if match.year == year]
    vague = (m for m in here if m.proposed and not pointed & set(m.places))
    parts = (
        placing.named,
        placing.proposed,
        together(vague),
        placing.unplaced,
        placing.total,
        together(m for m in here if not m.proposed),
    )
    return Row((Cell(str(year), year), *(_cell(part) for part in parts)))


def together(matches: Iterable[Match]) -> Lines:
    """What these lines make."""
    found = [match.lines for match in matches]
    return Lines(sum(item.amount for item in found), sum(item.funded for item in found))


def _cell(lines: Lines) -> Cell:
    said = french.euros(lines.amount)
    return Cell(said, lines.amount, note=french.counted(lines.funded, "ligne"))


def _gain(view: View, matches: tuple[Match, ...], pointed: set[str]) -> str:
    proposed = [match for match in matches if match.proposed]
    whole, sure = together(proposed), [m for m in proposed if pointed & set(m.places)]
    count = french.counted(whole.funded, "ligne")
    said = f"{count}, {french.euros(whole.amount)} : le quartier est proposé par un lieu nommé."
    by_point = together(sure).funded
    if not by_point:
        return f"{said} Aucun de ces lieux n’est sourcé par un point."
    return f"{said} {french.counted(by_point, 'ligne')} d’après un lieu sourcé par un point."


def _places(view: View) -> tuple[Block, ...]:
    places = view.store.known_places()
    if not places:
        return ()
    columns = (
        Column("Lieu"),
        Column("Quartiers"),
        Column("Motif"),
        Column("Lignes proposées", numeric=True),
        Column("Montant", numeric=True),
    )
    matches = view.store.matches()
    ordered = sorted(places, key=lambda place: -_of(place, matches).amount)
    rows = tuple(_place(view, place, _of(place, matches)) for place in ordered)
    aside = sum(bool(place.aside) for place in places)
    summary = f"{french.counted(len(places), 'lieu', 'lieux')}, dont {aside} au nom ambigu, écartés"
    table = Table("Les lieux, et ce que chacun propose", columns, rows, paged=True)
    return (Listing("Les lieux que les lignes peuvent nommer", summary, table),)


def _of(place: KnownPlace, matches: tuple[Match, ...]) -> Lines:
    return together(match for match in matches if match.proposed and place.code in match.places)


def _place(view: View, place: KnownPlace, lines: Lines) -> Row:
    names = view.store.places.by_code
    said = [f"{names[code].name} ({names[code].generation})" for code in place.quarters]
    reason = f"écarté : {place.aside}" if place.aside else place.reason
    return Row(
        (
            Cell(place.name, note=place.kind),
            Cell(french.listed(said) or "aucun"),
            Cell(reason),
            common.count_cell(lines.funded),
            common.money_cell(lines.amount),
        )
    )
