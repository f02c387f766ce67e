"""The lines of a view in words: each number is said with the scope that it answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard import keys
from dashboard.content import Cell, Span, Text, plain, text
from dashboard.domain import french
from dashboard.domain.breakdown import Breakdown
from dashboard.domain.claim import Claim, RowsClaim
from dashboard.domain.funding import NAMED, NO_QUARTER, PROPOSED, UNNAMED, unnamed
from dashboard.domain.selection import Selection
from dashboard.exhibits import common
from dashboard.keys import Key
from dashboard.view import View

NO_LINE = "rien ne répond à ces filtres"
AMOUNT, COUNT, SHARE, CHANGE = "montant", "nombre", "part", "variation"
"""What one may ask of the lines of a scope: euros, how many, euros of a part in percent of them
all, euros more or less than the year before."""
MOVED, SHIFT = "mouvements", "marche"
"""What one may ask of two years: how many actions or holders moved in one way, euros more or
less that they make. The part is what is followed since which year, and how it moved."""
LARGEST, REFUSED = "maximum", "refus"
"""What one may ask of rows besides: the largest amount, how many had none."""
LINE = "ligne"
"""The part that is one line."""


NOWHERE = ("", "")


def amount(
    scope: Selection, euros: float, strong: bool = False, part: tuple[str, str] = NOWHERE
) -> Span:
    """« 22 900 € », said of that part of that scope."""
    return Span(french.euros(euros), strong, claim=Claim(AMOUNT, euros, scope, part))


def count(view: View, scope: Selection, lines: int, part: tuple[str, str] = NOWHERE) -> Span:
    """« 6 subventions de l’État », said of that part of that scope."""
    words = view.store.settings.line.counted(lines)
    return Span(words, claim=Claim(COUNT, lines, scope, part))


Where = tuple[tuple[str, str], ...]
"""The columns of a table, each with what it holds in the rows that are meant."""


def rows(words: str, many: int, table: str, where: Where) -> Span:
    """How many rows of that table those are."""
    return Span(words, claim=RowsClaim(COUNT, many, table, where))


def sum_of(euros: float, table: str, where: Where) -> Span:
    """The euros of those rows."""
    return Span(french.euros(euros), claim=RowsClaim(AMOUNT, euros, table, where))


@dataclass(frozen=True, slots=True)
class ToldLines:
    """The lines of one view: how many, their euros, and the words of their scope."""

    view: View
    amount: float
    count: int

    @property
    def scope(self) -> Selection:
        """What the numbers answer."""
        return self.view.selection

    def lines(self) -> Span:
        """« 6 subventions de l’État (programme 147) », in bold."""
        words = self.view.store.settings.line.full(self.count)
        return Span(words, strong=True, claim=Claim(COUNT, self.count, self.scope))

    def euros(self) -> Span:
        """« 22 900 € », in bold."""
        return amount(self.scope, self.amount, strong=True)

    def sum(self) -> str:
        """« 6 subventions de l’État (programme 147), 22 900 € », or that there is none; under a
        quarter, what names none beside it."""
        return joined(self.alone, self.beside)

    @property
    def alone(self) -> str:
        """The same without what stands beside."""
        return f"{self.lines().text}, {french.euros(self.amount)}" if self.count else self.absence

    @property
    def beside(self) -> str:
        """What names no quarter, where some quarters are looked at."""
        return beside(self.view) if self.scope.quarters else ""

    @property
    def absence(self) -> str:
        """What is said where no line answers: that none is there, or none at the counted stage."""
        if self.view.store.fundings.by_stage(self.scope):
            return f"aucun montant {self.view.store.settings.stage}"
        return unnamed(len(self.scope.quarters)) if self.scope.quarters else NO_LINE


def of(view: View) -> ToldLines:
    """The lines that the view keeps."""
    return ToldLines(view, *view.store.money.total(view.selection))


def sentence(view: View) -> Text:
    """« En 2016, 6 subventions de l’État (programme 147) pour le pilier « Emploi », 22 900 € en
    tout », without its full stop; or that no line is there, and what stands at other stages."""
    found, when = of(view), french.capital(common.years_text(view))
    if not found.count:
        others = _other_stages(view)
        none = f"rien {french.elide('de', view.store.settings.stage)} pour"
        nothing = "aucune ligne ne nomme" if view.selection.quarters and not others else none
        return text(f"{when}, {nothing} {where(view)}", *others)
    return text(f"{when}, ", found.lines(), f" pour {where(view)}, ", found.euros(), " en tout")


def _other_stages(view: View) -> Text:
    """« ; accordé : 29 subventions de l’État, 93 600 € », stage by stage; empty where no line of
    the view has an amount."""
    said: list[Span] = []
    for item in view.store.fundings.by_stage(view.selection):
        part = ("etape", item.slug)
        lines = count(view, view.selection, item.count, part)
        euros = amount(view.selection, item.amount, part=part)
        said += text(f" ; {item.slug} : ", lines, ", ", euros)
    return tuple(said)


def where(view: View) -> str:
    """What the lines of the view are for: « le contrat de ville », « le pilier « Emploi » »,
    « le quartier du Biollay, le pilier « Emploi » (thème : Santé) »."""
    others = _narrowing(view)
    heads = [key for key in (keys.QUARTER, keys.PILLAR) if key in others]
    said = ", ".join(_head(view, key.name) for key in heads)
    said = said or ("la sélection" if others else view.worded("le contrat de ville"))
    rest = [key.said(view.store, view.selection).sentence for key in others if key not in heads]
    return f"{said} ({', '.join(rest)})" if rest else said


def _head(view: View, key: str) -> str:
    chosen, places = view.selection, view.store.places.by_code
    if key == keys.QUARTER.name:
        noun = french.plural(len(chosen.quarters), "le quartier", "les quartiers")
        return f"{noun} {french.listed([places[code].of for code in chosen.quarters])}"
    noun = french.plural(len(chosen.pillars), "le pilier", "les piliers")
    names = [f"« {common.pillar_of(view, slug).name} »" for slug in chosen.pillars]
    return f"{noun} {french.listed(names)}"


def joined(*parts: str) -> str:
    """Those of the parts that say something, one after the other."""
    return " ; ".join(part for part in parts if part)


def year_of(view: View) -> Selection:
    """All the lines of the chosen year, whatever the other filters."""
    year = view.selection.year
    return Selection(year, default_year=view.selection.default_year)


def whole(view: View) -> View:
    """The same view whatever the quarter: what a part that names no quarter is a part of."""
    return replace(view, selection=replace(view.selection, quarters=()))


def beside(view: View) -> str:
    """« sans quartier nommé : 92,0 % de tout le montant de 2021 », and how the rest is known where
    it is not by a name; empty where no line answers, or where each names a quarter."""
    return plain(beside_span(view))


def beside_span(view: View) -> Text:
    """The same, each number with its scope."""
    wide = whole(view)
    found = view.store.money.by_naming(wide.selection)
    parts = [item for item in reversed(found.slices) if item.slug != NAMED and item.count]
    if not parts or not found.amount:
        return ()
    said: list[str | Span] = []
    for rank, item in enumerate(parts):
        share = 100 * item.amount / found.amount
        of = f" de tout le montant {_of(wide)}" if not rank else ""
        claim = Claim(SHARE, share, wide.selection, (found.axis, item.slug))
        said += [
            " ; " if rank else "",
            f"{item.label} : ",
            Span(french.share(share), claim=claim),
        ]
        said.append(of)
    return text(*(part for part in said if part))


def _of(view: View) -> str:
    """« de 2021 », « de 2016 à 2021 (Cohésion sociale) »: the whole that a part is taken from."""
    others = ", ".join(key.said(view.store, view.selection).sentence for key in _narrowing(view))
    return f"{span(view)} ({others})" if others else span(view)


def _narrowing(view: View) -> list[Key]:
    """The keys that leave lines out, but the year, which is always said."""
    return [key for key in keys.of_lines() if key is not keys.YEAR and key.value(view.selection)]


def span(view: View) -> str:
    """« de 2021 », « de 2016 à 2021 »."""
    first, last = view.selection.years
    return f"de {last}" if first == last else f"de {first} à {last}"


def lines_beside(view: View) -> Text:
    """« sans quartier nommé : 28 subventions sur 30 », for what counts lines by quarter; empty
    where each line names one."""
    wide = whole(view).selection
    found = view.store.money.by_naming(wide)
    rest = next((item for item in found.slices if item.slug == NO_QUARTER), None)
    if rest is None or not rest.count:
        return ()
    part = (found.axis, NO_QUARTER)
    lines = Span(
        view.store.settings.line.brief(rest.count), claim=Claim(COUNT, rest.count, wide, part)
    )
    every = Span(french.number(found.count), claim=Claim(COUNT, found.count, wide))
    return text(*_lines_proposed(found, wide), f"{rest.label} : ", lines, " sur ", every)


def _lines_proposed(found: Breakdown, wide: Selection) -> Text:
    """« proposé d’après un lieu nommé : 17 ; », where some lines are."""
    item = next((item for item in found.slices if item.slug == PROPOSED), None)
    if item is None or not item.count:
        return ()
    claim = Claim(COUNT, item.count, wide, (found.axis, PROPOSED))
    return text(f"{item.label} : ", Span(french.number(item.count), claim=claim), " ; ")


def named_cell(lines: int | None) -> Cell:
    """A table cell for the lines that name a quarter."""
    return common.count_cell(lines) if lines else Cell(UNNAMED)
