"""The yearly report of the law: its parts, what the team writes of each, how far it is agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ReportPart(StrEnum):
    """A part of the report: the six of the law, what opens and what closes it."""

    INTRODUCTION = "introduction"
    ORIENTATIONS = "orientations"
    SITUATION = "situation"
    ACTIONS = "actions"
    MEANS = "moyens"
    RESULTS = "resultats"
    PARTICIPATION = "participation"
    CONCLUSION = "conclusion"


class ReportStatus(StrEnum):
    """How far a report is agreed: submitted for opinion, or adopted."""

    PROJECT = "projet"
    ADOPTED = "adopté"


@dataclass(frozen=True, slots=True)
class TeamText:
    """What the team writes of a part of a year, in Markdown; ``signature`` is empty where nobody
    signs it, ``day`` None where it has no date."""

    year: int
    part: ReportPart
    source: str
    signature: str
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the report of a year is agreed, since that day; ``body`` is who is asked for its
    opinion or adopted it, empty where it is not said."""

    year: int
    standing: ReportStatus
    day: dt.date
    body: str

    @property
    def is_project(self) -> bool:
        """Whether remarks on it are still awaited."""
        return self.standing is ReportStatus.PROJECT
