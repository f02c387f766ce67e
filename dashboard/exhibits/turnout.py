"""Participations in words: how many were planned, how many real, over which lines."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.content import Span, Text, text
from dashboard.domain import french
from dashboard.domain.claim import Claim, RowsClaim
from dashboard.domain.indicator import Status
from dashboard.domain.participations import Count, PeopleGroup
from dashboard.exhibits.told import Where
from dashboard.view import View

PLANNED, REAL = "prévu", "réel"
BOTH_PLANNED, BOTH_REAL = "prévu comparé", "réel comparé"
SAY_PLANNED, SAY_REAL, SAY_BOTH = "lignes du prévu", "lignes du réel", "lignes comparées"
"""What one may ask of participations: how many, over the lines that say them or that say both; how
many lines those are."""
TABLE = "beneficiaires"
WORDS = {PLANNED: "prévue[s]", REAL: "réelle[s]"}

Claiming = Callable[[str, int], Claim | RowsClaim]
"""What a number of that measure is said of."""


def of_view(view: View, axis: str, group: PeopleGroup) -> Text:
    """Those of a group of people in the lines of the view, planned and real compared over the lines
    that say both."""
    part = (axis, group.name)

    def claiming(measure: str, value: int) -> Claim:
        return Claim(measure, value, view.selection, part)

    if not group.partial or not (group.planned.actions and group.real.actions):
        return text(*_pair(group, claiming), *_over(view, group, claiming))
    lines = view.store.settings.line.brief
    planned, real = group.planned.actions, group.real.actions
    return text(
        *(_said(group.planned.count, PLANNED, claiming), " dans "),
        *(Span(lines(planned), claim=claiming(SAY_PLANNED, planned)), " ; "),
        *(_said(group.real.count, REAL, claiming), " dans "),
        *(Span(lines(real), claim=claiming(SAY_REAL, real)), " ; "),
        *_compared(view, group, claiming),
    )


def of_line(code: str, axis: str, group: PeopleGroup) -> Text:
    """Those of a group of people in one line."""
    where: Where = (("action", code), ("axe", axis), ("groupe", group.name))
    return _pair(group, lambda measure, value: RowsClaim(measure, value, TABLE, where))


def _over(view: View, group: PeopleGroup, claiming: Claiming) -> Text:
    """« dans 47 actions », where planned and real are known of the same, or one of them of none."""
    side = max((group.planned.actions, SAY_PLANNED), (group.real.actions, SAY_REAL))
    known, measure = side
    if not known:
        return ()
    lines = view.store.settings.line.brief(known)
    return text(" dans ", Span(lines, claim=claiming(measure, known)))


def _compared(view: View, group: PeopleGroup, claiming: Claiming) -> Text:
    """Planned and real over the lines that say both."""
    if group.compared is None:
        return text("elles ne se comparent pas : ce ne sont pas les mêmes")
    planned, real = group.compared
    lines = view.store.settings.line.brief(group.both)
    return text(
        *("dans les ", Span(lines, claim=claiming(SAY_BOTH, group.both))),
        *(" qui donnent les deux, ", _number(real, BOTH_REAL, claiming)),
        *(" pour ", _number(planned, BOTH_PLANNED, claiming)),
        french.agree(" prévue[s]", planned),
    )


def _pair(group: PeopleGroup, claiming: Claiming) -> Text:
    return text(
        _said(group.planned.count, PLANNED, claiming),
        ", ",
        _said(group.real.count, REAL, claiming),
    )


def _number(value: int, measure: str, claiming: Claiming) -> Span:
    return Span(french.number(value), claim=claiming(measure, value))


def _said(count: Count, measure: str, claiming: Claiming) -> Span:
    """« 12 participations prévues », or why their number is not said."""
    which = WORDS[measure]
    if not isinstance(count, int):
        why = "tenues secrètes" if count is Status.SECRET else "non publiées"
        return Span(french.agree(f"participations {which} {why}", 2))
    words = french.agree(f"{french.number(count)}{french.NBSP}participation[s] {which}", count)
    return Span(words, claim=claiming(measure, count))
