"""What the team says of each year: its own words part by part, how far its report is agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.domain.yearly_report import Agreement, ReportPart, ReportStatus, TeamText
from dashboard.store.archive import Archive

TEXTS, AGREEMENTS = "textes", "bilans"


@dataclass(frozen=True, slots=True)
class YearlyReports:
    """The reports of a publication."""

    archive: Archive

    def text(self, year: int, part: ReportPart) -> TeamText | None:
        """What the team writes of that part; None where it wrote nothing."""
        for row in self.archive.document(TEXTS):
            if (row["annee"], row["partie"]) == (str(year), part):
                day = dt.date.fromisoformat(row["date"]) if row["date"] else None
                return TeamText(year, part, row["texte"], row["signature"], day)
        return None

    def agreement(self, year: int) -> Agreement | None:
        """How far the report of that year is agreed; None where nothing is said of it."""
        for row in self.archive.document(AGREEMENTS):
            if row["annee"] == str(year):
                day = dt.date.fromisoformat(row["date"])
                return Agreement(year, ReportStatus(row["statut"]), day, row["instance"])
        return None
