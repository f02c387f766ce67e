"""The pages of the staff site that a trip in a browser does not meet are well formed too."""

from __future__ import annotations

import pytest

from dashboard.staff.base import StaffBase
from dashboard.staff.roles import StaffRole
from dashboard.staff.settings import StaffSettings
from dashboard.web import refusal
from tests.e2e.checks.markup import faults_of
from tests.staff.conftest import Browser, Someone, email, hired

pytestmark = pytest.mark.usefixtures("here")


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
