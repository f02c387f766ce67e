"""The live page as Dash holds it: one component over the page that the server drew.

Dash keeps the address and asks the callback; what it answers goes into the places of the page, by
their ids (assets/page/live.js). Nothing that the reader sees is built by the browser.
"""

from __future__ import annotations

from dash.development.base_component import Component


class LivePage(Component):
    """The page at ``path`` that follows ``search`` (« ?annee=2016 », or nothing), made from
    ``publication``.

    ``answer`` is the last view that came: HTML by place, and the title of the window; ``marks``
    tell what each place shows.
    """

    _namespace = "observatoire"
    _type = "LivePage"
    _prop_names = available_properties = [  # noqa: RUF012  # Dash types a list
        "id", "path", "search", "publication", "answer", "marks",
    ]  # fmt: skip
    _valid_wildcard_attributes = available_wildcard_properties = []  # noqa: RUF012

    def __init__(self, id: str, path: str, search: str, publication: str) -> None:  # noqa: A002
        # Not through Component.__init__: it looks for a package of our namespace each time.
        self.id, self.path, self.search, self.publication = id, path, search, publication
