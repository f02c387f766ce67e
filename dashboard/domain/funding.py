"""Money is action × funder × stage; what an action is, and how an amount is shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

NO_QUARTER = "non-ventile"
NAMED, PROPOSED = "nomme", "propose"
"""The lines that name a quarter, and those where a place that they name proposes it, beside those
that say none."""
UNNAMED = "aucune ligne ne le nomme"


def unnamed(quarters: int) -> str:
    """What is said of so many quarters that no line names."""
    return UNNAMED if quarters < 2 else "aucune ligne ne les nomme"


"""What is said of a quarter that no line names: nothing is known of it, which is not zero."""


class Euros(float):
    """An amount in euros, which a workbook shows as such."""


class Stage(StrEnum):
    """Where an amount stands between the request and the proof of use."""

    REQUESTED = "demandé"
    PROPOSED = "proposé"
    GRANTED = "accordé"
    COMMITTED = "engagé"
    PAID = "versé"
    JUSTIFIED = "justifié"


class Origin(StrEnum):
    """Where an attribute comes from; what is not official says so wherever it appears."""

    OFFICIAL = "officiel"
    RULE = "proposé par règle"
    TITLE = "nommé dans l’intitulé"
    HOLDER = "nom du porteur"
    PLACE = "proposé : lieu nommé"
    CORRECTED = "corrigé"
    CONFIRMED = "confirmé"
    NONE = ""


STEP_ORIGINS = (
    Origin.NONE,
    Origin.OFFICIAL,
    Origin.RULE,
    Origin.CORRECTED,
    Origin.CONFIRMED,
)
"""What a step of the path of young people may come from."""


@dataclass(frozen=True, slots=True)
class Funding:
    """One amount of one funder at one stage, in euros."""

    action: str
    funder: str
    stage: Stage
    amount: float

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("un montant ne peut pas être négatif")


@dataclass(frozen=True, slots=True)
class Action:
    """One action (or one grant line) of one year.

    ``quarters`` is empty where none is named: the action is then « non ventilée ». ``places`` are
    the codes of the places that it names.
    ``share`` is what the quarter that is looked at counts of ``amount``, both in euros; ``None``
    where it counts the whole, or where no quarter is looked at. ``title`` and ``holder`` are shown
    in a readable case; files hold ``title_source`` and ``holder_source``. ``title_received`` is the
    title before anything was mended in it.
    """

    code: str
    year: int
    title: str
    holder: str
    holder_slug: str
    pillar: str
    pillar_origin: Origin
    theme: str
    quarters: tuple[str, ...]
    quarter_origin: Origin
    scope: str
    scope_reason: str
    amount: float
    source: str
    theme_origin: Origin = Origin.NONE
    public: str = ""
    age: str = ""
    age_origin: Origin = Origin.NONE
    renewal: str = ""
    multi_year: str = ""
    complement: bool = False
    truncated: bool = False
    corrected_amount: bool = False
    service: str = ""
    programme: str = ""
    places: tuple[str, ...] = ()
    share: float | None = None
    title_source: str = ""
    holder_source: str = ""
    title_received: str = ""

    @property
    def funded(self) -> bool:
        """Whether something was granted; what was asked and refused counts in no total."""
        return self.amount > 0

    @property
    def mended(self) -> tuple[str, ...]:
        """The title and the holder as the source wrote them, where they are shown otherwise."""
        pairs = ((self.title, self.title_received), (self.holder, self.holder_source))
        return tuple(source for shown, source in pairs if source not in ("", shown))

    @property
    def counted(self) -> float:
        """Euros of it that totals of the view count."""
        return self.amount if self.share is None else self.share


@dataclass(frozen=True, slots=True)
class Lines:
    """What lines make together: euros and number of those that are funded, number of the others.

    A line that was asked and refused has no euro, and is told apart from what it was asked with.
    """

    amount: float
    funded: int
    refused: int = 0

    def __post_init__(self) -> None:
        if self.amount and not self.funded:
            raise ValueError("un montant demande au moins une ligne financée")

    @classmethod
    def of(cls, actions: Sequence[Action]) -> Lines:
        """Those lines together."""
        funded = [action.amount for action in actions if action.funded]
        return cls(sum(funded), len(funded), len(actions) - len(funded))


@dataclass(frozen=True, slots=True)
class Placing:
    """How the quarter of what a selection counts is known; the three parts make the whole.

    ``named``: the line or its source says the quarter; ``proposed``: a place that the line names
    says it; ``unplaced``: nothing does.
    """

    named: Lines
    proposed: Lines
    unplaced: Lines

    @property
    def total(self) -> Lines:
        """The whole: each line once."""
        parts = (self.named, self.proposed, self.unplaced)
        return Lines(sum(part.amount for part in parts), sum(part.funded for part in parts))


@dataclass(frozen=True, slots=True)
class Match:
    """Lines of one year that name the same places; ``proposed``: a quarter follows from it."""

    year: int
    places: tuple[str, ...]
    proposed: bool
    lines: Lines


def equal_parts(amount: float, many: int) -> tuple[float, float]:
    """What the first of so many places counts of an amount that they share, and what each other
    one counts: the one apportionment rule, named to readers.

    Equal parts, to the cent; what rounding leaves goes to the first place, so that they make the
    amount.
    """
    if many == 1:
        return amount, amount
    each = round(amount / many, 2)
    return round(amount - each * (many - 1), 2), each


def parts_together(amounts: Sequence[float], many: int, first: bool) -> list[float]:
    """What the first of so many places, or another one, counts of each of these amounts.

    Each is shared as any amount is; the last takes what is left of the part of them all, so that
    they make it to the cent.
    """
    parts = [equal_parts(amount, many)[not first] for amount in (*amounts[:-1], sum(amounts))]
    return [*parts[:-1], round(parts[-1] - sum(parts[:-1]), 2)]


@dataclass(frozen=True, slots=True)
class Subsidy:
    """A subsidy of the agglomeration itself, in euros, whatever its field: it adds to no grant of
    the contract. ``city_policy`` says whether it is one of the contract's: « oui », « probable »,
    « non », or empty where nobody knows."""

    holder: str
    title: str
    amount: float
    city_policy: str
    source: str
