"""The pages of the staff site are well formed, those that a trip in a browser does not meet too: a
page that is added is visited without being named here."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.settings import StaffSettings
from dashboard.web import refusal
from tests.e2e.checks.markup import faults_of
from tests.staff.conftest import Browser, Someone, email, hired
from tests.staff.pages.test_walk import GOOD, address, walked
from tests.walked import some

pytestmark = pytest.mark.usefixtures("here")
APART = {
    "door.sign_in": "no page for who is in: the trip in a browser checks it",
    "door.link": "a link is void for who has none: below",
    "columns.show": "a table that nothing recognises: the trip in a browser checks it",
    "disputes.show": "nothing to settle leads to the draft: the trip in a browser checks it",
    "versions.show": "no version is kept yet: the trip in a browser checks it",
    "models.model": "a workbook",
    "mending.to_correct": "a workbook",
    "mending.corrected": "the file of a draft, once it is corrected",
    "previews.seen": "the pages of the public, which have their own checks",
    "provider.leave": "leads to the identity provider",
    "provider.back": "comes from the identity provider",
}
"""The addresses that are not visited here, and why."""


def test_every_page_that_the_site_has_is_well_formed(
    published: StaffSettings, site: Flask, someone: Someone
) -> None:
    who = someone(StaffRole.ADMIN)
    who.load("liste-2019.csv", GOOD)
    found = re.search(r"/evenements/([0-9a-f]{16})", who.open("/agents/tables/evenements").text)
    assert found is not None
    rules = some(walked(site, "GET"))
    assert set(APART) <= {rule.endpoint for rule in rules}
    for rule in rules:
        if rule.endpoint not in APART:
            answer = who.open(address(rule.rule, mark=found[1]))
            assert (answer.status_code, faults_of(answer.text)) == (200, []), rule.rule


def test_what_is_refused_is_well_formed(
    published: StaffSettings, base: StaffBase, anyone: Browser, someone: Someone
) -> None:
    hired(base, StaffRole.WRITER)
    for _ in range(6):
        anyone.sign_in(email(StaffRole.WRITER), "zut")
    reader = someone(StaffRole.READER)
    pages = (
        anyone.page,
        anyone.open("/agents/lien/perdu").text,
        reader.open("/agents/comptes").text,
        reader.client.post("/agents/comptes").text,
        reader.client.put("/agents").text,
        someone(StaffRole.ADMIN).open("/agents/comptes").text,
        refusal.page(503).decode(),
    )
    assert [faults_of(page) for page in pages] == [[] for _ in pages]
