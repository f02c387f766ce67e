"""What an import may do of any file: refuse it by a sentence, or account for each of its rows."""

from __future__ import annotations

from pathlib import Path

from dashboard.importers.account import LINE, RowAccount
from dashboard.importers.apply import Plan, plan, write
from dashboard.importers.imported import Document, Refused
from dashboard.importers.recognise import read
from dashboard.importers.report import told
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.publication import publish
from dashboard.schema.problem import Problem
from tests.attaque.mutants import Mutant


def judged(mutant: Mutant, territory: TerritoryFolder) -> Plan | None:
    """The plan of the import, held against every promise; None where the file is refused whole."""
    try:
        planned = plan(read(mutant.document, territory), territory)
    except Refused as refusal:
        is_a_sentence(refusal.problem)
        return None
    held(mutant.document, planned)
    return planned


def held(document: Document, planned: Plan) -> None:
    """Hold the plan of the import of that file against every promise."""
    imported, account = planned.imported, planned.imported.account
    fates = len(account.taken) + len(account.refused) + account.left
    assert fates == len(account.rows)
    assert _lines_of(document, account) <= set(account.rows)
    assert {problem.row for problem in imported.refused} == set(account.refused)
    assert {line for lines in imported.lines.values() for line in lines} <= set(account.taken)
    assert planned.problems == ()
    for problem in (*imported.refused, *imported.remarks, *planned.questions):
        is_a_sentence(problem)
    _is_written("\n".join(told(planned)))


def published(planned: Plan, folder: Path, var: Path) -> None:
    """Write the plan and publish: what is accepted must be served."""
    write(planned, folder)
    report = publish(folder, var)
    assert report.accepted, [problem.sentence() for problem in report.problems]


def _lines_of(document: Document, account: RowAccount) -> set[int]:
    """The lines of a plain CSV that hold something, from the first counted on, by another count."""
    text = document.content.decode("utf-8", "replace")
    plain = document.name.endswith(".csv") and account.unit == LINE
    if not plain or not account.rows or any(mark in text for mark in '"\r\0\ufffd'):
        return set()
    lines = enumerate(text.split("\n"), start=1)
    held = {number for number, line in lines if any(map(str.isalnum, line))}
    return {number for number in held if number >= min(account.rows)}


def is_a_sentence(problem: Problem) -> None:
    """Hold that the problem and its remedy are sentences that can be printed."""
    assert problem.message.endswith((".", "?", "!")), problem
    assert problem.remedy.endswith((".", "?", "!", ")")), problem
    _is_written(problem.sentence())


def _is_written(text: str) -> None:
    """Whether the text can be printed: French accents as they are, nothing that is no text."""
    text.encode("utf-8")
    assert "\x00" not in text
    assert "Traceback" not in text
