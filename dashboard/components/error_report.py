"""« Signaler une erreur »: the mail that says which figure, of which view, of which publication."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.content import Exhibit
from dashboard.domain.french import NBSP

NO_FILTER = f"Filtres{NBSP}: aucun."


def href(value: Exhibit, at: Context) -> str:
    """The address of that mail, its words written but for the error itself; empty where nobody
    would receive it."""
    if not at.mail:
        return ""
    subject = f"{labels.REPORT}{NBSP}: {value.title}"
    body = "\r\n".join(_lines(value, at))
    asked = urlencode({"subject": subject, "body": body}, quote_via=quote)
    return f"mailto:{quote(at.mail, safe='@')}?{asked}"


def _lines(value: Exhibit, at: Context) -> list[str]:
    """What is reported, a line each; the view is the one that is seen, and never changes."""
    return [
        f"Figure{NBSP}: {value.title}",
        value.frame.whole or NO_FILTER,
        at.imprint.publication,
        f"Vue figée{NBSP}: {at.lasting(at.href())}",
        "",
        f"Ce qui semble faux{NBSP}: ",
    ]
