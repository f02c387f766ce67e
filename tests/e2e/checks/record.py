"""What the checks found, as the accessibility page reads it: dashboard/words/constats.json."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.words import findings
from tests.e2e.checks.family import Faults
from tests.e2e.checks.listed import CHECKS, SCRIPTED, Check
from tests.e2e.checks.matrix import VIEWS, WIDTHS, View

PROPERTY = "constats"


def note(keep: Callable[[str, object], None], page: Page, view: View, found: Faults) -> None:
    """Keep what one view gave, in the report of its test."""
    browser = page.context.browser
    said = {
        "view": str(view),
        "faults": found,
        "browser": browser.version if browser else "",
        "axe": page.evaluate("window.axe?.version ?? ''"),
    }
    keep(PROPERTY, json.dumps(said))


class Recorder:
    """Gathers what every test kept, from whatever process it ran in, and writes it at the end."""

    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what a test kept."""
        if report.when == "call":
            self.kept += [json.loads(str(v)) for k, v in report.user_properties if k == PROPERTY]

    def pytest_sessionfinish(self) -> None:
        """Write the file, when every view was seen."""
        missing = set(map(str, VIEWS)) - {one["view"] for one in self.kept}
        if missing:
            raise pytest.UsageError(f"constats non écrits, pages non vues : {sorted(missing)}")
        text = json.dumps(made(self.kept), ensure_ascii=False, indent=2)
        findings.FILE.write_text(f"{text}\n", encoding="utf-8")


def made(kept: list[dict[str, Any]]) -> dict[str, Any]:
    """The results as the file holds them."""
    return {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "navigateur": f"Chromium {kept[0]['browser']}",
        "axe": max(one["axe"] for one in kept),
        "pages": sorted({view.page for view in VIEWS}),
        "ouvertures": len(VIEWS),
        "largeurs": list(WIDTHS),
        "controles": [_line(check, kept) for check in CHECKS],
    }


def _line(check: Check, kept: list[dict[str, Any]]) -> dict[str, Any]:
    found = [fault for one in kept for fault in one["faults"].get(check.number, [])]
    ran = any(check.number in one["faults"] for one in kept)
    assert ran == (check.number in SCRIPTED), check.number
    result = (findings.FAILED if found else findings.PASSED) if ran else findings.UNSCRIPTED
    return {
        "numero": check.number,
        "criteres": check.criteria,
        "verifie": check.label,
        "resultat": result,
        "defauts": len(set(found)),
        "raison": check.why,
    }
