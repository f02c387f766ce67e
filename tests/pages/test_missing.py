"""An address that leads nowhere has a page, with ways out that lead somewhere."""

from __future__ import annotations

from dashboard.content import Hero
from dashboard.pages import PAGES, missing, router
from dashboard.store import Store


def test_the_ways_out_lead_somewhere(chambery: Store) -> None:
    (hero,) = missing.PAGE.blocks(router.view_of(missing.PAGE, "", "", chambery))
    assert isinstance(hero, Hero)
    assert hero.title == "Page introuvable"
    assert len(hero.buttons) == 2
    assert all(router.find(PAGES, path, chambery) for _, path in hero.buttons)
