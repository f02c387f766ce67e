"""The image of every figure that can be had: all pages, both territories, every preset.

The figures come from the pages themselves; what each image owes its reader comes from their values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, product
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page

from dashboard.content import Exhibit, plain
from dashboard.pages import PAGES
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from dashboard.words.typography import typeset
from tests.conftest import TERRITORIES
from tests.e2e import images
from tests.e2e.images import Due
from tests.test_gallery import BY_SLUG, Case, params, secret

pytestmark = pytest.mark.slow

SIZES = {
    "diapositive": (1600, 900),
    "a4": (1240, 1754),
    "demi-page": (1240, 877),
    "carre": (1200, 1200),
    "ecran": (960, 0),
}
PRINTED = tuple(preset for preset, (_, height) in SIZES.items() if height)
WHOLE = ("a4", "ecran")
"""Presets that leave no note out."""
SCALES = (1, 1, 2, 1, 1, 3, 1, 1)
"""How fine the pictures of a preset are, in turn: ×2 has four times the dots to paint, ×3 nine."""


@dataclass(frozen=True)
class Figure:
    """A figure that can be exported, where it stands, and the presets it is asked in."""

    territory: str
    case: Case
    exhibit: Exhibit
    drawings: tuple[str, ...] = ()
    pictures: tuple[tuple[str, int], ...] = ()

    def due(self, preset: str, seen: Sequence[str]) -> Due:
        """What its image at that preset owes its reader; ``seen`` is what the page says of all."""
        it = self.exhibit
        legend = [label for _, label in it.legend]
        verdict = plain(it.verdict)
        reading = f"{it.frame.reading}\u00a0: {plain(it.reading)}"
        source = f"Source\u00a0: {it.source}"
        said = (it.title, it.subtitle, *it.tags, reading, verdict, source, *legend, *seen)
        alternative = images.flat(it.alt + it.frame.whole + reading)
        return Due(it.title, alternative, said, SIZES[preset], it.notes, preset in WHOLE)


def long_ago(store: Store) -> str:
    first = min(store.choices.years)
    return f"annee={first}&periode={first}-{first}"


def awkward(store: Store) -> list[Case]:
    """Views that strain a figure: long names, one year, nothing, all secret, circles, numbers.

    One territory in two takes each; both take what is secret.
    """
    quarters = store.choices.quarters
    longest = max(quarters, key=lambda code: len(store.places.by_code[code].name))
    indicators = store.values.indicators
    wordy = max(indicators, key=lambda item: len(item.label)).slug
    old, *_ = store.choices.generations
    portrait, actions = BY_SLUG["portrait"], BY_SLUG["actions"]
    evolutions, places = BY_SLUG["evolutions"], BY_SLUG["quartiers"]
    every = [
        Case(portrait, longest, long_ago(store)),
        Case(portrait, quarters[-1], ""),
        Case(actions, "", long_ago(store)),
        Case(actions, "", "recherche=zzzz"),
        Case(actions, "", f"pilier={store.choices.pillars[-1]}&quartier={quarters[0]}"),
        Case(evolutions, "", f"indicateur={wordy}&quartier={longest}"),
        Case(places, "", f"generation={old}"),
        Case(places, "", f"generation={old}&mesure=actions"),
        Case(places, "", "mesure=actions"),
    ]
    turn = TERRITORIES.index(store.settings.slug)
    return [
        *every[turn::2],
        *(
            Case(evolutions, "", f"indicateur={slug}&quartier={code}")
            for slug, code in secret(store)[:2]
        ),
    ]


def plainly(store: Store) -> list[Case]:
    """Every page as one first opens it."""
    return [Case(page, params(page, store)[0], "") for page in PAGES]


def exportable(store: Store, cases: Sequence[Case]) -> list[Figure]:
    """Every figure of those views that an image can be made of."""
    return [
        Figure(store.settings.slug, case, it)
        for case in cases
        for it in exhibits_of(case.page, case.view(store))
        if it.chart is not None and not it.table_first
    ]


@pytest.fixture(scope="session")
def catalogue(chambery: Store, example: Store) -> list[Figure]:
    """Every figure of both territories with its presets; each kind is asked in all of them."""
    stores = (chambery, example)
    usual = [figure for store in stores for figure in exportable(store, plainly(store))]
    strained = [figure for store in stores for figure in exportable(store, awkward(store))]
    drawn, painted = _dealt(usual, [*SIZES]), _dealt(usual, PRINTED)
    pictures = _fine(painted)
    return [
        *(
            replace(
                figure,
                drawings=tuple({*drawn[rank], *painted[rank]}),
                pictures=pictures[rank],
            )
            for rank, figure in enumerate(usual)
        ),
        *(
            replace(figure, drawings=([*SIZES][rank % len(SIZES)],))
            for rank, figure in enumerate(strained)
        ),
    ]


def _dealt(figures: Sequence[Figure], presets: Sequence[str]) -> list[list[str]]:
    """Presets for each figure, dealt by kind: no figure without one, no preset left in hand."""
    asked: list[list[str]] = [[] for _ in figures]
    for slug in dict.fromkeys(figure.exhibit.slug for figure in figures):
        same = [rank for rank, figure in enumerate(figures) if figure.exhibit.slug == slug]
        for turn in range(max(len(same), len(presets))):
            asked[same[turn % len(same)]].append(presets[turn % len(presets)])
    return asked


def _fine(painted: Sequence[Sequence[str]]) -> list[tuple[tuple[str, int], ...]]:
    """PNG of each figure at its presets, as fine as the turn of the preset says."""
    turns = {preset: cycle(SCALES) for preset in PRINTED}
    return [tuple((preset, next(turns[preset])) for preset in presets) for presets in painted]


def test_every_kind_of_figure_is_asked_in_every_preset(catalogue: list[Figure]) -> None:
    assert all(figure.drawings for figure in catalogue)
    kinds = {figure.exhibit.slug for figure in catalogue}
    assert len(kinds) > 10
    for slug in kinds:
        same = [figure for figure in catalogue if figure.exhibit.slug == slug]
        assert {preset for figure in same for preset in figure.drawings} == set(SIZES)
        assert {preset for figure in same for preset, _ in figure.pictures} == set(PRINTED)
    fine = {picture for figure in catalogue for picture in figure.pictures}
    assert fine == set(product(PRINTED, SCALES))


def _store(request: pytest.FixtureRequest, territory: str) -> Store:
    name = {"grand-chambery": "chambery", "exemple": "example"}[territory]
    found: Store = request.getfixturevalue(name)
    return found


@dataclass(frozen=True)
class Saved:
    """The files of one figure as the server made them."""

    figure: Figure
    seen: tuple[str, ...]
    drawings: dict[str, bytes]
    pictures: dict[tuple[str, int], bytes]

    def drawn_faults(self, reader: Page, folder: Path) -> list[str]:
        """What is wrong with any of its drawings."""
        found = []
        for preset, svg in self.drawings.items():
            due = self.figure.due(preset, self.seen)
            told = images.faults(images.opened(reader, svg, folder), due)
            found += [f"{self.where} {preset}.svg {fault}" for fault in told]
        return found

    def painted_faults(self, reader: Page) -> list[str]:
        """What is wrong with any of its pictures."""
        found = []
        for (preset, scale), png in self.pictures.items():
            due, svg = self.figure.due(preset, self.seen), self.drawings[preset]
            told = images.picture_faults(reader, png, svg, due, scale)
            found += [f"{self.where} {preset}.png ×{scale} {fault}" for fault in told]
        return found

    @property
    def where(self) -> str:
        """The figure and its view."""
        return f"{self.figure.territory} {self.figure.case} {self.figure.exhibit.slug}"


@pytest.mark.parametrize("place", [*product(TERRITORIES, BY_SLUG)], ids="-".join)
def test_every_image_is_whole_and_readable(
    request: pytest.FixtureRequest,
    page: Page,
    catalogue: list[Figure],
    tmp_path: Path,
    place: tuple[str, str],
) -> None:
    territory, slug = place
    store = _store(request, territory)
    client = create_app(store, kept=0).server.test_client()
    asked = [one for one in catalogue if one.territory == territory and one.case.page.slug == slug]
    saved = [_saved(client, store, figure) for figure in asked]
    found = [fault for one in saved for fault in one.drawn_faults(page, tmp_path)]
    found += [fault for one in saved for fault in one.painted_faults(page)]
    assert not found, "\n".join(found)


def _saved(client: FlaskClient, store: Store, figure: Figure) -> Saved:
    frame, notice = figure.exhibit.frame.whole, typeset(store.settings.notice)
    drawings = {preset: _made(client, figure, "svg", preset) for preset in figure.drawings}
    pictures = {
        (preset, scale): _made(client, figure, "png", preset, scale)
        for preset, scale in figure.pictures
    }
    return Saved(figure, (frame, notice), drawings, pictures)


def _made(client: FlaskClient, figure: Figure, form: str, preset: str, scale: int = 1) -> bytes:
    path, _, query = str(figure.case).partition("?")
    place = path.strip("/") or "accueil"
    address = f"/figure/{place}/{figure.exhibit.slug}.{form}"
    found = client.get(f"{address}?{query}&format={preset}&finesse={scale}")
    assert found.status_code == 200, f"{address}?{query}"
    return found.get_data()
