"""What the team writes of a year, and how far its report is agreed."""

from __future__ import annotations

from dashboard.content import Authored, plain
from dashboard.domain.yearly_report import ReportPart
from dashboard.pages import team
from dashboard.store import Store
from tests.claims import spaced
from tests.views import seen


def test_a_text_says_that_it_is_that_of_the_team_and_of_which_part(example: Store) -> None:
    panel = team.panel(ReportPart.INTRODUCTION, "introduction")
    (told,) = panel.blocks(seen(example, "/bilan/2023", "annee=2023"))
    assert isinstance(told, Authored)
    assert spaced(told.name) == f"{team.MARK} : introduction"
    assert told.title == panel.label == "Introduction"
    assert told.parts


def test_a_year_of_which_nobody_wrote_has_no_text(store: Store) -> None:
    panel = team.panel(ReportPart.CONCLUSION, "conclusion")
    assert panel.blocks(seen(store, "/bilan/2016", "annee=2016")) == ()


def test_a_project_says_so_and_an_adopted_report_says_when(example: Store) -> None:
    project, adopted = (seen(example, "/", f"annee={year}") for year in (2024, 2023))
    assert spaced(team.project(project)) == "Projet soumis à avis, 10 avril 2025"
    assert "chaque ligne est numérotée" in plain(team.agreed(project))
    assert team.project(adopted) == ""
    assert "Bilan adopté le 20 juin 2024 (" in spaced(plain(team.agreed(adopted)))


def test_where_nobody_says_how_far_it_is_agreed_nothing_is(chambery: Store) -> None:
    view = seen(chambery, "/")
    assert (team.agreed(view), team.project(view)) == ((), "")
