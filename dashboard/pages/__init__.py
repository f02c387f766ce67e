"""The pages of the product, in the order of the menu. Values only."""

from dashboard.pages import (
    accessibility,
    action,
    actions,
    guide,
    home,
    legal,
    methods,
    portrait,
    quarters,
    recto,
    report,
    trends,
)
from dashboard.pages.page import Page

PAGES: tuple[Page, ...] = (
    home.PAGE,
    quarters.PAGE,
    recto.printed(portrait.PAGE),
    actions.PAGE,
    action.PAGE,
    trends.PAGE,
    report.PAGE,
    guide.PAGE,
    methods.PAGE,
    accessibility.PAGE,
    legal.MENTIONS,
    legal.SITE_MAP,
)

__all__ = ["PAGES", "Page"]
