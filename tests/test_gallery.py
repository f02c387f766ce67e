"""Every page, every indicator, every awkward choice: each figure is drawn or says why it is not."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import cycle, product

import plotly.graph_objects as go
import pytest

from dashboard import keys
from dashboard.charts import plotly
from dashboard.charts.plotly.marks import PlotlyFigure
from dashboard.content import Exhibit, plain
from dashboard.domain.indicator import Status
from dashboard.exhibits import choose, common
from dashboard.pages import PAGES, Page, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View
from tests.walked import some

BY_SLUG = {page.slug: page for page in PAGES}
IN_WORDS = frozenset(
    {"aide", "donnees", "changements", "api", "accessibilite", "mentions", "plan", "recherche"}
)
"""Pages that hold no figure."""
DRAWN = tuple(slug for slug in BY_SLUG if slug not in IN_WORDS)
"""Pages that hold figures."""
ODD = re.compile(r"\b(None|nan|inf)\b| :|'|\(\)|\.\.")
"""What a hole in a sentence looks like."""


@dataclass(frozen=True)
class Case:
    """One address of one page."""

    page: Page
    param: str
    query: str

    def view(self, store: Store) -> View:
        return router.view_of(self.page, self.param, self.query, store)

    def __str__(self) -> str:
        return f"{self.page.path.replace('*', self.param)}?{self.query}"


def awkward(store: Store) -> list[str]:
    """What a reader, a stale link or a bad hand may ask of any page."""
    choices = store.choices
    first, last = min(choices.years), max(choices.years)
    quarter = choices.quarters[0]
    return [
        "",
        "annee=1999",
        f"annee={first}",
        f"periode={first}-{last}",
        f"periode={first}-{first + 1}&pilier={choices.pillars[-1]}",
        *(f"pilier={slug}&annee={first}" for slug in choices.pillars),
        *(f"quartier={code}" for code in choices.quarters),
        *(f"generation={code}" for code in choices.generations),
        *(f"generation={code}&quartier={quarter}&annee={first}" for code in choices.generations),
        f"quartier={choices.quarters[-1]}&pilier={choices.pillars[0]}&annee={first}",
        "quartier=nulle-part&pilier=aucun&generation=1515",
        f"mesure=montants&cercles=piliers&annee={last}",
        f"mesure=actions&cercles=piliers&cadre={quarter}",
        f"cadre={quarter}&classes=quantiles",
        "autour=aucun&classes=intervalles-egaux",
        f"a-cote=annee-{first}",
        *(f"a-cote=perimetres-{code}&annee={last}" for code in choices.generations),
        f"a-cote=population&mesure=montants&quartier={quarter}",
        "recherche=zzzz&porteur=personne&indicateur=inconnu&mesure=actions",
        f"annee={last}&annee={first}&x=y",
        *(f"lieu={name}" for name in ("zzzz", "rue", street(store))),
    ]


def street(store: Store) -> str:
    """A street of the territory, as its source writes it."""
    (name,) = store.archive.column("select nom from noms where genre = 'voie' limit 1")
    return str(name)


def params(page: Page, store: Store) -> list[str]:
    """What the variable part of the path may be; lines: the first, the largest, the last."""
    if page.slug == "portrait":
        return list(store.choices.quarters)
    if page.slug == "bilan":
        return [str(year) for year in store.choices.years]
    if page.slug == "action":
        rows = store.archive.query("select id from actions order by montant, id")
        return [rows[place]["id"] for place in (0, len(rows) // 2, -2, -1)]
    return [""]


def indicators(page: Page, store: Store) -> list[str]:
    """The last part of the address for the pages on which an indicator is chosen."""
    if keys.INDICATOR not in page.keys:
        return [""]
    return [f"&{keys.INDICATOR.name}={item.slug}" for item in store.values.indicators]


def sample(page: Page, store: Store) -> Iterator[Case]:
    """Every parameter, every indicator and every awkward query at least once."""
    axes = params(page, store), awkward(store), indicators(page, store)
    longest = max(map(len, axes))
    turns = zip(*map(cycle, axes), strict=False)
    for _, (param, query, indicator) in zip(range(longest), turns, strict=False):
        yield Case(page, param, f"{query}{indicator}".lstrip("&"))


FEW, SHARE = 100, 0.05
"""Cases of one page that are tried at least; of a longer product that share is, at each run."""


def drawn_lots(page: Page, store: Store) -> list[Case]:
    """Cases of the product of every parameter, query and indicator, other ones at each seed."""
    whole = [
        Case(page, param, f"{query}{indicator}".lstrip("&"))
        for param, query, indicator in product(
            params(page, store), awkward(store), indicators(page, store)
        )
    ]
    most = max(FEW, round(SHARE * len(whole)))
    return whole if len(whole) <= most else random.sample(whole, most)


def tried(page: Page, store: Store) -> dict[Case, None]:
    """The cases of a page, each once: what every choice demands, then those drawn by lot."""
    return dict.fromkeys([*sample(page, store), *drawn_lots(page, store)])


def check(store: Store, case: Case) -> int:
    """Hold every figure of one address; how many there are."""
    shown = exhibits_of(case.page, case.view(store))
    for item in shown:
        hold(store, item)
    slugs = [item.slug for item in shown]
    assert len(slugs) == len(set(slugs))
    return len(shown)


PARTS: dict[str, type] = {
    "bar": go.Bar,
    "scatter": go.Scatter,
    "annotations": go.layout.Annotation,
    "shapes": go.layout.Shape,
    "layout": go.Layout,
}


@lru_cache(100_000)
def accepted(kind: str, part: str) -> bool:
    """Whether plotly accepts a part of a figure; the same one is not asked twice, from view to
    view."""
    return PARTS[kind](json.loads(part)) is not None


def drawn(figure: PlotlyFigure) -> bool:
    """Whether there is something to draw, which plotly accepts; ValueError where it refuses."""
    layout = dict(figure["layout"])
    parts = [(trace["type"], trace) for trace in figure["data"]]
    parts += [(name, one) for name in ("annotations", "shapes") for one in layout.pop(name)]
    for kind, part in (*parts, ("layout", layout)):
        accepted(kind, json.dumps(part, sort_keys=True, default=list))
    return bool(figure["data"])


def hold(store: Store, item: Exhibit) -> None:
    """What every figure owes to every reader."""
    assert item.title.strip()
    assert item.source.strip()
    assert plain(item.reading).strip()
    assert 0 < len(item.alt) <= 150
    assert item.alt.replace("\u00a0", " ").endswith(common.ALT_END)
    assert item.table.caption.strip()
    assert item.file_name == item.file_name.lower()
    assert (common.FICTIONAL in item.tags) is store.settings.fictional
    words = f"{item.title} {item.subtitle} {plain(item.reading)} {item.alt}"
    assert not ODD.search(words), words
    width = len(item.table.columns)
    assert all(row.group or len(row.cells) == width for row in item.table.rows)
    if item.chart is not None:
        assert drawn(plotly.figure(item.chart))
        assert item.table.rows
        assert item.height > 0
    elif item.table_first:
        assert item.table.rows or item.table.empty
    else:
        assert item.empty or item.table.empty


@pytest.mark.parametrize("slug", DRAWN)
def test_every_figure_is_drawn_or_says_why_whatever_is_asked(store: Store, slug: str) -> None:
    found = 0
    for case in tried(BY_SLUG[slug], store):
        try:
            found += check(store, case)
        except Exception as error:
            raise AssertionError(f"{store.settings.slug} {case}") from error
    assert found


def seen(shown: Sequence[Exhibit]) -> list[object]:
    """All that exhibits say, their charts as they are drawn."""
    return [(replace(item, chart=None), item.chart and plotly.figure(item.chart)) for item in shown]


@pytest.mark.parametrize("slug", DRAWN)
def test_the_same_view_is_the_same_twice_and_drawing_changes_nothing(
    store: Store, slug: str
) -> None:
    for case in some(list(sample(BY_SLUG[slug], store))[::9]):
        shown = exhibits_of(case.page, case.view(store))
        kept = copy.deepcopy(seen(shown))
        for item in shown:
            hold(store, item)
        again = seen(exhibits_of(case.page, case.view(store)))
        assert seen(shown) == kept == again, str(case)


def secret(store: Store) -> Sequence[tuple[str, str]]:
    """Indicators and quarters of which every known year is secret."""
    found = []
    for item, code in product(store.values.indicators, store.choices.quarters):
        years = store.values.years(item, [code])
        held = [store.values.observation(item, code, year) for year in years]
        if held and all(one is not None and one.status is Status.SECRET for one in held):
            found.append((item.slug, code))
    return found


def test_a_quarter_of_which_all_is_secret_says_so_and_shows_no_number(example: Store) -> None:
    found = secret(example)
    assert found
    for slug, code in found:
        quarter = example.places.by_code[code]
        asked = f"indicateur={slug}&quartier={code}&generation={quarter.generation}"
        case = Case(BY_SLUG["evolutions"], "", asked)
        assert check(example, case)
        trend = {item.slug: item for item in exhibits_of(case.page, case.view(example))}["tendance"]
        column = [column.label for column in trend.table.columns].index(quarter.name)
        written = {row.cells[column].text for row in trend.table.rows}
        assert "s" in written
        assert written <= {"s", "n.\u00a0d."}


def test_the_pillar_changes_the_indicator_of_the_map(store: Store) -> None:
    home = BY_SLUG["accueil"]
    shown = {
        pillar: choose.indicator_of(Case(home, "", f"pilier={pillar}").view(store)).slug
        for pillar in ("emploi", "cohesion-sociale", "cadre-de-vie")
    }
    assert len(set(shown.values())) == 3


def test_a_secret_value_of_the_map_is_marked_and_never_zero(example: Store) -> None:
    asked = "indicateur=taux-pauvrete&generation=2015&annee=2021"
    shown = exhibits_of(BY_SLUG["quartiers"], Case(BY_SLUG["quartiers"], "", asked).view(example))
    card = next(item for item in shown if item.slug == "carte")
    row = next(row for row in card.table.rows if "QP099006" in row.cells[0].href)
    assert row.cells[3].text == "s"
    assert row.cells[3].value is None


def test_a_title_states_no_change_that_its_verdict_forbids(store: Store) -> None:
    for indicator in some(store.values.indicators):
        case = Case(BY_SLUG["evolutions"], "", f"indicateur={indicator.slug}")
        for item in exhibits_of(case.page, case.view(store)):
            assert not re.search("recule|progresse|augmente|baisse|s’améliore", item.title)
