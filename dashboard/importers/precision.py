"""How finely a file publishes each of its columns: counted over all its lines, never on one.

A single quarter's « 40 » says nothing: one rate in ten ends in a zero. Where nine numbers of a
column in ten do, its source rounds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.rounding import STEPS, decimals, phrase
from dashboard.importers.account import refusal
from dashboard.importers.measures import MeasuredColumn
from dashboard.importers.numbers import number
from dashboard.importers.source_table import SourceTable
from dashboard.schema import Problem

FEW = 10
"""Numbers under which how they end proves nothing."""
SHARE = 0.9


def counted(sheet: SourceTable, found: tuple[MeasuredColumn, ...]) -> tuple[MeasuredColumn, ...]:
    """These measures, each with the step that its column is published to."""
    return tuple(replace(item, step=_column(sheet, item)) for item in found)


def _column(sheet: SourceTable, measure: MeasuredColumn) -> str:
    return step_of([cells[measure.column] for _, cells in sheet.lines], measure.indicator.step)


def tells(measure: MeasuredColumn) -> bool:
    """Whether its column is not rounded so much that its numbers say nothing."""
    return float(measure.step or 0) <= measure.indicator.coarsest_useful


def too_coarse(file: str, measure: MeasuredColumn) -> Problem:
    """Why a whole column is left aside."""
    rounded = phrase(float(measure.step))
    message = f"est arrondi {rounded} : « {measure.indicator.label} » ne se lit pas ainsi."
    return refusal(file, 1, measure.column, "", message, "La colonne est laissée de côté.")


def step_of(texts: Sequence[str], finest: float) -> str:
    """The step of a column, as the tables write it: the coarsest that nine of its numbers in ten
    are multiples of, zeros left out.

    Too few numbers prove nothing: an empty step, or the one that their digits show where it is
    coarser than the ``finest`` that is expected.
    """
    read = [(text, value) for text in texts if (value := number(text))]
    if len(read) < FEW:
        return _written([text for text, _ in read], finest)
    return next((step for step in reversed(STEPS) if _fits([v for _, v in read], step)), "")


def _fits(values: Sequence[Decimal], step: str) -> bool:
    whole = sum(value % Decimal(step) == 0 for value in values)
    return whole >= SHARE * len(values)


def _written(texts: Sequence[str], finest: float) -> str:
    """The step of the longest decimals, where it is coarser than expected."""
    longest = max((_digits(text) for text in texts), default=decimals(finest))
    return f"{10.0**-longest:g}" if longest < decimals(finest) else ""


def _digits(text: str) -> int:
    found = re.search(r"[.,](\d+)\D*$", text)
    return len(found[1]) if found else 0
