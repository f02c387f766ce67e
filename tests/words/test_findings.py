"""The committed results of the accessibility checks say what the checks are, and no more."""

from __future__ import annotations

from dashboard.words import findings
from dashboard.words.findings import FAILED, PASSED, UNSCRIPTED
from tests.e2e.checks.listed import CHECKS
from tests.e2e.checks.matrix import VIEWS, WIDTHS
from tests.walked import some


def test_the_file_lists_the_checks_of_the_code_in_their_order_and_words() -> None:
    held = [(c.number, c.criteria, c.label, c.reason) for c in findings.read().checks]
    assert held == [(c.number, c.criteria, c.label, c.why) for c in CHECKS]


def test_the_file_says_which_pages_and_widths_were_seen() -> None:
    found = findings.read()
    assert set(found.pages) == {view.page for view in VIEWS}
    assert found.openings == len(VIEWS)
    assert found.widths == tuple(WIDTHS)


def test_what_no_script_judges_is_neither_passed_nor_failed() -> None:
    for check in some(findings.read().checks):
        assert check.result in (PASSED, FAILED, UNSCRIPTED)
        assert (check.result == UNSCRIPTED) == bool(check.reason), check.number
        assert (check.result == FAILED) == bool(check.faults), check.number


def test_every_check_of_the_list_that_a_script_can_make_is_scripted() -> None:
    unscripted = {check.number for check in CHECKS if check.why}
    assert {f"R{rank:02}" for rank in range(1, 35)} <= {check.number for check in CHECKS}
    assert unscripted == set()
