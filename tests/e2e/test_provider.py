"""She comes in by the button of the identity provider: away to it, and back to her own page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import expect
from werkzeug.serving import make_server

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import opened
from dashboard.staff.identity.provider import Provider
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from tests.conftest import ROOT
from tests.e2e.conftest import Reader
from tests.service import free_port
from tests.staff import provider
from tests.staff.conftest import TERRITORY, copied, email, hired

WHO = StaffRole.WRITER


@pytest.fixture
def staff(var: Path, tmp_path: Path) -> Iterator[str]:
    """A staff site with a provider that knows her, which sees it as another site: its address."""
    port = free_port()
    site = f"http://localhost:{port}"
    copied(var, tmp_path)
    with provider.running(site) as issuer:
        told: dict[str, Any] = {"claims": {"email": email(WHO), "email_verified": True}}
        requests.put(f"{issuer}/mensonge", json=told, timeout=10)
        named = Provider("ProConnect", issuer, provider.CLIENT, provider.SECRET)
        data = ROOT / "data" / TERRITORY
        settings = StaffSettings(TERRITORY, data, tmp_path, site, provider=named)
        base = opened(settings.base)
        hired(base, WHO, password=None)
        server = make_server("127.0.0.1", port, create_site(settings, base), threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield site
        server.shutdown()
        thread.join()
        server.server_close()
        base.close()


def test_the_button_of_the_provider_leads_to_it_and_back_signed_in(
    staff: str, another: Callable[..., Reader]
) -> None:
    reader = another(java_script_enabled=False)
    page, seen = reader.page, []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{staff}/agents/tables")
    page.get_by_role("link", name="S’identifier avec ProConnect").click()
    expect(page.locator(".agent")).to_contain_text(f"Dominique {WHO.name.title()}")
    expect(page.locator("h1")).to_have_text("Tables")
    assert [one for one in seen if "/authorization?" in one]
    assert [one for one in seen if f"{staff}/agents/connexion/retour?" in one]
    reader.elsewhere.clear()  # its own site is « localhost » here
