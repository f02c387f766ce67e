"""What the team of the contract writes in the yearly report, apart from what is computed; and how
far that report is agreed."""

from __future__ import annotations

from functools import partial

from dashboard import markdown
from dashboard.content import Authored, Block, Span, Text, text
from dashboard.domain import french
from dashboard.domain.yearly_report import Agreement, ReportPart, TeamText
from dashboard.pages.page import Panel
from dashboard.view import View

MARK = "Texte de l’équipe du contrat de ville"
PROJECT = "Projet soumis à avis"
TITLES = {ReportPart.INTRODUCTION: "Introduction", ReportPart.CONCLUSION: "Conclusion"}
"""The parts that the law does not name: the text of the team is all that they hold."""


def panel(part: ReportPart, of: str) -> Panel:
    """The panel of what the team writes of a part, whose title is ``of``; empty in the years of
    which it wrote nothing."""
    label = TITLES.get(part, "")
    return Panel(f"equipe-{part}", partial(_blocks, part=part, of=of), label=label)


def _blocks(view: View, part: ReportPart, of: str) -> tuple[Block, ...]:
    found = view.store.reports.text(view.selection.year, part)
    if found is None:
        return ()
    parts, mark = markdown.parse(found.source), view.worded(MARK)
    return (Authored(parts, mark, f"{mark} : {of}", _signature(found), TITLES.get(part, "")),)


def _signature(found: TeamText) -> str:
    day = f"le {french.date(found.day)}" if found.day else ""
    return ", ".join(filter(None, (found.signature, day)))


def agreed(view: View) -> Text:
    """How far the report of the year is agreed; nothing where nobody says it."""
    found = view.store.reports.agreement(view.selection.year)
    return text(" ", Span(_agreed(found), strong=True)) if found else ()


def _agreed(found: Agreement) -> str:
    day, body = french.date(found.day), f" ({found.body})" if found.body else ""
    if found.is_project:
        numbered = "dans ses documents, chaque ligne est numérotée pour les remarques"
        return f"{PROJECT} le {day}{body} ; {numbered}."
    return f"Bilan adopté le {day}{body}."


def project(view: View) -> str:
    """« Projet soumis à avis, 10 avril 2025 », which every sheet says while the report of the year
    is one; empty once it is adopted, and where nobody says it."""
    found = view.store.reports.agreement(view.selection.year)
    return f"{PROJECT}, {french.date(found.day)}" if found and found.is_project else ""
