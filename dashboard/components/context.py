"""Where blocks stand: the page, its path, what the reader looks at, whom to write to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard import keys
from dashboard.api.views import ADDRESS
from dashboard.api.views import ROOT as FIGURES_API
from dashboard.domain.basemap import Basemap
from dashboard.domain.option import SINCE, YEAR
from dashboard.domain.selection import Selection
from dashboard.pages.imprint import NOBODY, Imprint
from dashboard.pages.projection import ROOT as PROJECTION
from dashboard.pages.sheet import ROOT
from dashboard.view import DOCUMENTS, EMBEDS, FIGURES, frozen

PUBLICATION = "publication"
"""The key of an address whose answer stands on one publication for ever."""

LOGO = "/figure/logo.png"
"""Where the logo of a publication is."""

PREVIEW = "apercu"
"""The key of an image that other sites show for a page: no file, which would cite what it shows."""


@dataclass(frozen=True, slots=True)
class Context:
    """One page for one selection; ``mail`` receives reports of errors, empty when nobody does.

    ``site``, ``day`` and ``imprint`` are what paper says of its origin: the address of the server,
    the day in words, whose pages these are. ``root`` stands before every address of a frozen page.
    ``digest`` is the name of the publication. ``dated``: the page shows the year of its address.
    ``spoken`` is the key that its path says. ``held``: what is made is shown on a page that already
    holds the outlines of its maps. ``embeds``: other sites may show its figures. ``basemap``: the
    images that lie under its maps, if any.
    """

    page: str
    path: str
    selection: Selection
    mail: str = ""
    site: str = ""
    day: str = ""
    imprint: Imprint = NOBODY
    dated: bool = False
    digest: str = ""
    spoken: str = ""
    held: bool = False
    root: str = ""
    embeds: bool = False
    basemap: Basemap | None = None

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Keys and values that the address holds."""
        return self.selection.pairs()

    def href(self) -> str:
        """The address of this view, which stays what it is: it names the year that others leave out
        because it is the last one."""
        return (self.selection.dated() if self.dated else self.selection).href(self.path)

    def located(self, href: str) -> str:
        """An address with that of the server, where it is known."""
        return f"{self.site}{self.root}{href}"

    def lasting(self, href: str) -> str:
        """The same address of this publication, whose figures never change."""
        return f"{self.site}{frozen(self.digest, href)}"

    def without(self, key: str, rest: str = "") -> str:
        """The address of this view with one filter removed, but for the ``rest`` of its values,
        from its first page of rows."""
        return self.selection.having(key, rest).having(keys.ROWS.name, None).href(self.path)

    def chose(self, key: str, value: str) -> bool:
        """Whether this view is that of that value of a key, and of it alone."""
        return dict(self.pairs()).get(key) == value

    def turned(self, key: str, value: str) -> str:
        """The address of this view with that value of a key, or without it where it has it: from
        its first page of rows. Where the path says the key, it is another page."""
        first = self.selection.having(keys.ROWS.name, None)
        if key == self.spoken:
            return first.href(f"{self.path.rpartition('/')[0]}/{value}")
        return first.having(key, None if self.chose(key, value) else value).href(self.path)

    def holds(self, key: str) -> bool:
        """Whether the address sets that key; the first of several sets it too."""
        held = dict(self.pairs())
        return key in held or (key == YEAR and SINCE in held)

    def carried(self, owned: Collection[str]) -> tuple[tuple[str, str], ...]:
        """What a form that owns some keys must carry along so that the rest of the view stays."""
        replaced = {*owned, keys.ROWS.name, *([SINCE] if YEAR in owned else [])}
        return tuple(pair for pair in self.pairs() if pair[0] not in replaced)

    def export(self, slug: str, extension: str) -> str:
        """The address of a panel's file for this view."""
        return self.selection.href(f"/export/{self.page}/{slug}.{extension}")

    def program(self, slug: str) -> str:
        """Where a program reads the values of a figure for this view."""
        return f"{FIGURES_API}{slug}?{urlencode({ADDRESS.name: self.href()})}"

    def image(self, slug: str, extension: str) -> str:
        """Where the images of a figure are made; the view goes with the form that asks."""
        return f"/figure/{self.page}/{slug}.{extension}"

    def logo(self) -> str:
        """Where the logo of this publication is."""
        return f"{LOGO}?{urlencode({PUBLICATION: self.digest})}"

    def figure(self, slug: str) -> str:
        """Where plotly's figure is for this view of this publication."""
        query = urlencode((*self.pairs(), (PUBLICATION, self.digest)))
        return f"{self.image(slug, 'json')}?{query}"

    def picture(self, slug: str) -> str:
        """The preview of this view by a figure, its address whole but for the site."""
        query = urlencode((*self.pairs(), (PREVIEW, "oui")))
        return f"{self.image(slug, 'png')}?{query}"

    def sheet(self, figure: str = "") -> str:
        """The address of the « fiche de séance » of this view, for its main figure or that one."""
        return self.selection.having(keys.FIGURE.name, figure).href(f"{ROOT}/{self.page}")

    def projection(self) -> str:
        """The address at which the figures of this view are shown on a wall."""
        return self.selection.href(f"{PROJECTION}/{self.page}")

    def figures(self) -> str:
        """The address of all the figures of this view, in one file."""
        return self.selection.href(f"{FIGURES}{self.page}.zip")

    def embed(self, slug: str) -> str:
        """Where a figure stands alone, for the frame of another site."""
        return self.selection.href(f"{EMBEDS}{self.page}/{slug}")

    def document(self, form: str) -> str:
        """The address of the document of this view, in that form."""
        return self.selection.href(f"{DOCUMENTS}{self.page}.{form}")

    def stays(self, href: str) -> bool:
        """Whether a link is another view of this same page."""
        path, _, fragment = href.partition("#")
        return not fragment and path.partition("?")[0] in ("", self.path) and href != ""
