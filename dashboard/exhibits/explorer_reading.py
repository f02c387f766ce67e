"""What the explorer says in words: of one part, its value, and what it is compared with."""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.content import Span, Text, text
from dashboard.domain import french
from dashboard.domain.claim import Claim
from dashboard.domain.cut import CutPart, Measure
from dashboard.exhibits import told
from dashboard.exhibits.explored import Explored
from dashboard.keys import Key


def own(found: Explored) -> Key | None:
    """The filter of the lines that the cut is along; None where no filter is."""
    return next((key for key in keys.of_lines() if key.name == found.cut.axis), None)


def spoken(found: Explored) -> CutPart | None:
    """The part to speak of: the first one chosen, else the first of those that the source names;
    None where there is none."""
    named = [part for part in found.parts if not part.head.unsaid] or list(found.parts)
    return next((part for part in named if part.chosen), named[0] if named else None)


def of(found: Explored) -> Text:
    """« « Cohésion sociale » : 504 000 € en 2025, contre 480 000 € en 2024 »."""
    part, kept = spoken(found), told.of(found.view)
    if part is None or not kept.count:
        return text(f"{kept.absence}.")
    value, years = found.value(part), french.in_years(*found.span)
    if value is None:
        return text(f"« {part.head.label} », {years} : {_unknown(found)}.")
    said = text(f"« {part.head.label} », {years} : ", _claimed(found, part, value, found.span))
    return text(*said, *_against(found, part), ".")


def _unknown(found: Explored) -> str:
    first, last = found.span
    turns = {
        part.inhabitants_span[0] for part in found.parts if first < part.inhabitants_span[0] <= last
    }
    if found.measure is Measure.CAPITA and turns:
        return (
            f"on ne peut pas dire : les périmètres des quartiers changent en {max(turns)}. "
            "Choisissez des années d’un même périmètre"
        )
    if found.measure is Measure.CAPITA:
        return "aucune population n’est publiée pour ce périmètre et ces années"
    return french.NOT_AVAILABLE


def _against(found: Explored, part: CutPart) -> Text:
    """What the part is compared with, in words."""
    other = found.compared(part)
    if not found.beside:
        return _apart(found, part)
    if other is None:
        other_perimeter = found.measure is Measure.CAPITA
        why = "autre périmètre" if other_perimeter else "aucune ligne"
        return text(f" ; {found.beside} : {why}")
    if found.year_beside is None:
        years = found.cut.comparable(found.measure, found.span[1])
        said = _claimed(found, part, other, (years[0], years[-1]), "moyenne ")
        return text(f" ; {found.beside} : ", said)
    year = found.year_beside
    return text(f" ; {year} : ", _claimed(found, part, other, (year, year)))


def _apart(found: Explored, part: CutPart) -> Text:
    """The value of a year that is asked by its name and does not compare: the verdict says why."""
    asked = keys.AGAINST.value(found.view.selection)
    if not asked.isdigit() or found.span[0] != found.span[1] or found.measure is Measure.CAPITA:
        return ()
    year = int(asked)
    value = found.cut.value(part, found.measure, year, year)
    if value is None or year == found.span[1]:
        return ()
    return text(f" ; {year} : ", _claimed(found, part, value, (year, year)))


def _claimed(
    found: Explored, part: CutPart, value: float, span: tuple[int, int], of: str = ""
) -> Span:
    """A value of a part as a claim on the lines of those years."""
    selection = found.view.selection
    key = own(found)
    wide = selection.having(key.name, None) if key else selection
    first = span[0] if span[0] != span[1] else None
    scope = replace(wide, year=span[1], first_year=first)
    claim = Claim(f"{of}{found.measure}", value, scope, (found.cut.axis, part.head.slug))
    return Span(found.said(value), claim=claim)
