"""Whose pages these are and where a view is: what the screen, paper and every file say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.domain import french
from dashboard.domain.logo import Logo
from dashboard.domain.settings import Settings
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class Imprint:
    """The name of the site, the publication, what the territory says of itself everywhere, who
    publishes, what the page is while it is a project; each is empty where there is none. ``logo``
    stands beside the name, if any."""

    name: str
    publication: str
    notice: str
    publisher: str
    standing: str
    logo: Logo | None = None

    @property
    def warning(self) -> str:
        """What is read before any figure: what the page is, what the territory says of itself."""
        return ". ".join(said for said in (self.standing, self.notice) if said)


NOBODY = Imprint("", "", "", "", "")
"""What stands around a page of no publication."""


def of(store: Store) -> Imprint:
    """The imprint of all that is made of that publication."""
    settings, day = store.settings, french.date(store.published_on)
    return Imprint(
        name=name(settings),
        publication=f"Publication du {day}, {store.digest[:6]}",
        notice=settings.notice,
        publisher=settings.publisher,
        standing="",
        logo=store.logo,
    )


def of_page(page: Page, view: View) -> Imprint:
    """The imprint of all that is made of a view of that page."""
    return replace(of(view.store), standing=page.standing(view))


def name(settings: Settings) -> str:
    """« Contrat de ville de Grand Chambéry »."""
    return f"{settings.words.said('Contrat de ville')} {settings.of}"


def href(page: Page, view: View) -> str:
    """The address of the view on its page: it names the year that others leave out because it is
    the last one, where the page shows it."""
    asked = view.asked or view.selection
    return (asked.dated() if page.dated else asked).href(view.path)
