"""A logo belongs to a draft: seen before the public sees it, published, taken away, rolled back."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from dashboard import publication
from dashboard.depot import Depot, package
from dashboard.schema.logo import LARGEST
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import JournalEntry, TypedEdit
from dashboard.staff.forms import branding
from dashboard.staff.public import truth
from dashboard.staff.settings import StaffSettings
from dashboard.store import open_store
from dashboard.web.factory import create_app
from tests.logos import ALT, SVG, image
from tests.staff.conftest import TERRITORY, Browser, Someone, worked

pytestmark = pytest.mark.usefixtures("here")

PAGE, LOGO = "/agents/reglages", "/agents/reglages/logo"


@pytest.fixture
def settings(small: Path, tmp_path: Path) -> StaffSettings:
    """A territory of few lines: this file publishes it often."""
    return StaffSettings(TERRITORY, small, tmp_path / "var")


@pytest.fixture
def published(settings: StaffSettings) -> StaffSettings:
    assert publication.publish(settings.data, settings.var).accepted
    return settings


HOSTILE = '"><script>alert(1)</script>'


def given(who: Browser, content: bytes, text: str = ALT, name: str = "logo.svg") -> int:
    """Send that image from the page of settings; the status of the answer, whose page is kept."""
    who.open(PAGE)
    file = {"logo": (io.BytesIO(content), name)} if content else {}
    data = {"csrf_token": who.token(), "logo_texte": text, **file}
    answer = who.client.post(LOGO, data=data)
    who.page = answer.text
    return answer.status_code


def publish(who: Browser, settings: StaffSettings, base: StaffBase, number: int) -> str:
    """Check that draft and publish it; what was said of both."""
    who.open(f"/agents/brouillons/{number}")
    who.send(f"/agents/brouillons/{number}/controler")
    checked = worked(settings, base)
    who.open(f"/agents/brouillons/{number}")
    who.send(f"/agents/brouillons/{number}/publier", motif="Le logo")
    return f"{checked} {worked(settings, base)}"


def test_a_logo_is_previewed_published_exported_taken_away_and_rolled_back(
    published: StaffSettings, base: StaffBase, someone: Someone, tmp_path: Path
) -> None:
    editor = someone(StaffRole.EDITOR)
    assert given(editor, SVG % b"", HOSTILE) == 303
    assert b'class="logo-vu"' in editor.open(PAGE).data
    assert HOSTILE not in editor.page
    check_previewed(editor, published, base)
    assert "est publiée" in publish(editor, published, base, 1)
    served = open_store(published.var, TERRITORY)
    assert served.logo is not None
    assert served.logo.alt == HOSTILE
    check_served(create_app(served).server.test_client())
    depot = Depot(published.var)
    last = depot.version(TERRITORY, 2)
    package.export(last, depot.files(last), tmp_path / "exporte")
    assert package.taken(tmp_path / "exporte", TERRITORY)[0] == depot.files(last)
    editor.open(PAGE)
    editor.send("/agents/reglages/logo/retirer")
    assert "est publiée" in publish(editor, published, base, 2)
    assert open_store(published.var, TERRITORY).logo is None
    truth.serve(published, last.number)
    assert open_store(published.var, TERRITORY).logo == served.logo


@pytest.mark.parametrize(
    ("content", "text", "wrong"),
    [
        (b"", ALT, "Choisissez l’image"),
        (SVG % b"", "", "Écrivez ce que lira"),
        (SVG % b"", "x" * 121, "dépasse 120 signes"),
        (SVG % b"<script/>", ALT, "« script »"),
        (b"zut", ALT, "PNG, JPEG ou SVG"),
    ],
)
def test_a_logo_that_does_not_fit_is_told_beside_its_field_and_nothing_is_kept(
    settings: StaffSettings,
    base: StaffBase,
    someone: Someone,
    content: bytes,
    text: str,
    wrong: str,
) -> None:
    writer = someone(StaffRole.WRITER)
    assert given(writer, content, text) == 422
    assert wrong in unescape(writer.page).replace("\u202f", " ").replace("\u00a0", " ")
    assert 'class="erreur"' in writer.page
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit)).all() == []


def test_the_name_of_the_file_is_never_believed(
    settings: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    assert given(writer, image("PNG"), name="../../<script>.svg") == 303
    assert given(writer, SVG % b"<script/>", name="logo.png") == 422
    with base.unit() as unit:
        said = [line.what for line in unit.scalars(select(JournalEntry))]
    assert "script" not in " ".join(said)


def test_no_more_is_read_than_tells_that_it_is_too_large() -> None:
    assert len(branding.sent_of(io.BytesIO(bytes(3 * LARGEST)))) == LARGEST + 1


def test_a_reader_gives_no_logo(settings: StaffSettings, someone: Someone) -> None:
    assert given(someone(StaffRole.READER), SVG % b"") == 403


def check_previewed(editor: Browser, published: StaffSettings, base: StaffBase) -> None:
    """What changes is told, and the logo is seen, before the public sees it."""
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/controler")
    assert "voyez-les" in worked(published, base)
    assert '<th scope="row">Logo</th>' in editor.open("/agents/brouillons/1").text
    editor.send("/agents/brouillons/1/apercu")
    assert "prêt" in worked(published, base)
    seen = editor.open("/agents/brouillons/1/vu/").text
    source = re.search(r'<img src="([^"]+)"', seen) or pytest.fail(seen[:2_000])
    assert editor.client.get(unescape(source[1])).mimetype == "image/png"


def check_served(public: FlaskClient) -> None:
    """The logo is an image and nothing else; what is read in its place is no markup."""
    page = public.get("/").text
    assert HOSTILE not in page
    source = re.search(r'<img src="([^"]+)"[^>]*class="logo"', page) or pytest.fail(page[:2_000])
    answer = public.get(unescape(source[1]))
    assert answer.mimetype == "image/png"
    assert answer.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == 'inline; filename="logo.png"'
    assert "private" in answer.headers["Cache-Control"]
    assert public.get("/figure/logo.png?publication=inconnue").status_code == 410


def test_without_a_logo_no_page_has_one(published: StaffSettings) -> None:
    store = open_store(published.var, TERRITORY)
    public = create_app(store).server.test_client()
    assert "<img" not in public.get("/").text
    assert public.get(f"/figure/logo.png?publication={store.digest}").status_code == 404
