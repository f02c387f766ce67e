"""What changed, action by action or holder by holder; and what of it one sentence says."""

from __future__ import annotations

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.bridge import BridgeMove, MovedPart
from dashboard.domain.claim import Claim
from dashboard.domain.lazy_sequence import LazySequence
from dashboard.exhibits import changes, common, payers, told
from dashboard.exhibits.changes import FoundChanges
from dashboard.exhibits.moves_said import PARTED, WORDS
from dashboard.keys import against
from dashboard.store.bridges import FollowedUnit
from dashboard.view import View

SLUG = "mouvements"
ANCHOR = f"partie-{changes.SLUG}"
"""Where the page of the actions tells it."""
TOGETHER = 50
"""Rows of a long table that are read at once."""
TOLD = (BridgeMove.STARTED, BridgeMove.ENDED, BridgeMove.ROSE, BridgeMove.FELL)
"""What the home page tells of the holders."""


def exhibit(view: View) -> Exhibit | None:
    """Every action or holder of the two years, the largest moves of each kind first; None where
    there is none."""
    found = changes.asked(view)
    if found is None or not found.found.many:
        return None
    each = "action par action" if found.unit is FollowedUnit.ACTION else "porteur par porteur"
    title = f"De {found.bridge.first} à {found.bridge.last}, {each}"
    frame = common.frame_of_lines(view, *against.named_year(view.selection), keys.DETAIL)
    first = found.found.read(0, 1)[0]
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle="Les plus grands écarts d’abord, en euros",
        table=Table(title, _columns(found), _rows(found), changes.notes(found)),
        table_first=True,
        reading=_reading(found, first),
        alt=common.alt(f"Tableau : {title}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG),
        notes=changes.notes(found),
        tags=common.warning_tags(view),
    )


def _columns(found: FoundChanges) -> tuple[Column, ...]:
    named = (Column("Action"), Column("Porteur")) if found.unit is FollowedUnit.ACTION else ()
    return (
        *(named or (Column("Porteur"),)),
        Column("Ce qui a changé"),
        Column(f"Montant {found.bridge.first}", numeric=True),
        Column(f"Montant {found.bridge.last}", numeric=True),
        Column("Écart", numeric=True),
    )


def _rows(found: FoundChanges) -> LazySequence[Row]:
    """One row each, read when it is looked at with those around it."""
    held: dict[int, tuple[MovedPart, ...]] = {}

    def row(rank: int) -> Row:
        start = rank - rank % TOGETHER
        if start not in held:
            held.clear()
            held[start] = tuple(found.found.read(start, start + TOGETHER))
        return _row(found, held[start][rank - start])

    return LazySequence(range(found.found.many), row)


def _row(found: FoundChanges, item: MovedPart) -> Row:
    how = french.agree(WORDS[found.unit][item.move], 1).partition(" ")[2]
    amounts = (_amount(item.before), _amount(item.after), changes.gap_cell(item.difference))
    return Row((*_named(found.view, item), Cell(how), *amounts))


def _named(view: View, item: MovedPart) -> tuple[Cell, ...]:
    holder = Cell(item.holder, href=view.here(**{keys.HOLDER.name: item.holder_slug}))
    if not item.code:
        return (holder,)
    return (Cell(item.title, href=view.link(f"/actions/{item.code}")), holder)


def _amount(amount: float) -> Cell:
    return common.money_cell(amount) if amount else Cell(french.NOT_APPLICABLE)


def _reading(found: FoundChanges, item: MovedPart) -> Text:
    """« « Café solidaire » (Ville) : 25 000 € en 2024, rien en 2025 »."""
    part = ("action", item.code) if item.code else (keys.HOLDER.name, item.holder_slug)
    name = f"« {item.title} » ({item.holder})" if item.code else item.holder
    years = (found.bridge.first, item.before), (found.bridge.last, item.after)
    said = [_received(found, year, amount, part) for year, amount in years]
    return text(f"{name} : ", *said[0], ", ", *said[1], ".")


def _received(found: FoundChanges, year: int, amount: float, part: tuple[str, str]) -> Text:
    if not amount:
        return text(f"rien en {year}")
    return text(told.amount(found.scope(year), amount, part=part), f" en {year}")


def sentence(view: View) -> Text:
    """« Depuis 2024, pour le contrat de ville : 5 porteurs commencent, 4 ne reçoivent plus rien…
    En tout, 47 643 € de moins. »; empty where there is no year before, or nothing to tell."""
    year = view.selection.year
    if view.selection.is_period or year - 1 not in view.store.choices.years:
        return ()
    found = changes.asked(view, FollowedUnit.HOLDER, (year - 1, year))
    if found is None or not found.bridge.steps:
        return ()
    head = f"Depuis {year - 1}, pour {told.where(view)} : "
    gone = payers.unpublished(view, year - 1, year)
    lead = (Span(" "), *gone) if gone else ()
    return text(head, *_holders(found), ". ", *_whole(found), *lead, " ", _more(view), ".")


def _holders(found: FoundChanges) -> Text:
    steps = [step for step in map(found.bridge.step, TOLD) if step is not None]
    parts: list[Span] = []
    for rank, step in enumerate(steps):
        claim = found.claim(told.MOVED, step.many, step)
        noun, verb = found.words(step).split(" ", 1)
        words = verb if rank else f"{noun} {verb}"
        words = f"{french.number(step.many)}{french.NBSP}{words}"
        parts += [Span(", "), Span(words, claim=claim)]
    return tuple(parts[1:]) or text("aucun porteur ne commence ni ne s’arrête")


def _whole(found: FoundChanges) -> Text:
    """What the two years make together, where they compare."""
    bridge = found.bridge
    if not bridge.comparable:
        return text(f"Les montants de {bridge.last} {PARTED} à ceux de {bridge.first}.")
    gap = french.whole_euros(bridge.after - bridge.before)
    if not gap:
        return text(f"En tout, autant qu’en {bridge.first}.")
    claim = Claim(told.CHANGE, abs(gap), found.scope(bridge.last))
    more = "de plus" if gap > 0 else "de moins"
    return text("En tout, ", Span(french.euros(abs(gap)), True, claim=claim), f" {more}.")


def _more(view: View) -> Span:
    return Span("Voir ce qui a changé", href=f"{view.link('/actions')}#{ANCHOR}")
