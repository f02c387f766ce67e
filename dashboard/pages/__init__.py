"""The pages of the product, in the order of the menu. Values only."""

from dashboard.pages import (
    accessibility,
    action,
    actions,
    api_guide,
    changed,
    comparison,
    comparison_recto,
    guide,
    home,
    legal,
    methods,
    portrait,
    quarters,
    recto,
    report,
    search,
    trends,
)
from dashboard.pages.page import MenuPlace, Page

_NAMED: tuple[Page, ...] = (
    home.PAGE,
    quarters.PAGE,
    recto.printed(portrait.PAGE),
    comparison_recto.printed(comparison.PAGE),
    actions.PAGE,
    action.PAGE,
    trends.PAGE,
    report.PAGE,
    search.PAGE,
    guide.PAGE,
    methods.PAGE,
    changed.PAGE,
    accessibility.PAGE,
    legal.MENTIONS,
    api_guide.PAGE,
)
PAGES = (*_NAMED, legal.site_map(_NAMED))


def entries(where: MenuPlace) -> tuple[tuple[str, str], ...]:
    """The words and the addresses of the links that stand there on every page."""
    return tuple(page.entry for page in PAGES if page.listed is where)


__all__ = ["PAGES", "MenuPlace", "Page", "entries"]
