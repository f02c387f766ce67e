"""What makes up a quarter, in its portrait: ages, households, incomes, dwellings, places, money a
head."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.content import Block
from dashboard.domain.territory import Territory
from dashboard.exhibits import ages, incomes, per_head, standing_there, structure
from dashboard.exhibits.structure import StructureParts
from dashboard.pages.page import Panel
from dashboard.view import View

StructureMaker = Callable[[View, Territory], Block | None]


def _shown(make: StructureMaker) -> Callable[[View], tuple[Block, ...]]:
    """What a panel shows of the quarter of the page: nothing where nothing is made."""

    def show(view: View) -> tuple[Block, ...]:
        found = make(view, view.store.places.by_code[view.param])
        return (found,) if found else ()

    return show


def _of(parts: StructureParts) -> StructureMaker:
    return lambda view, quarter: structure.exhibit(view, (quarter,), parts)


PANELS = (
    Panel("ages", _shown(lambda view, q: ages.exhibit(view, (q,))), 6, label="Les âges"),
    Panel("enfants", _shown(_of(structure.CHILDREN)), 6),
    Panel("menages", _shown(_of(structure.HOUSEHOLDS)), 6, label="Les ménages"),
    Panel("niveaux-de-vie", _shown(lambda view, q: incomes.exhibit(view, (q,))), 6),
    Panel("pieces", _shown(_of(structure.ROOMS)), 6, label="Le logement"),
    Panel("epoques", _shown(_of(structure.PERIODS)), 6),
)
PER_HEAD = Panel("par-habitant", _shown(per_head.block), money=True, label="Par habitant")
PLACES = Panel("lieux", _shown(standing_there.block), label="Sur place")
