"""Paper: one A4 where one is promised, no interface, nothing cut, all that a reader must cite."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PageObject, PdfReader

from dashboard.domain import french
from dashboard.pages import PAGES, sheet
from dashboard.store import Store
from dashboard.system import clock
from tests.e2e.conftest import Window
from tests.walked import some

WIDTH, HEIGHT = 688, 1009
"""A4 without its margins, in CSS pixels."""

FOOT = 12
"""Points of the foot of a sheet, from the base of its last line."""

TOOLS = ("Appliquer", "Copier le lien", "Plan du site")

HELD = """() => {
  const sheet = document.querySelector(".fiche");
  const edge = sheet.getBoundingClientRect().right + 1;
  return {
    over: sheet.scrollHeight - sheet.clientHeight,
    high: document.documentElement.scrollHeight,
    notes: sheet.querySelector(".fiche-notes").getBoundingClientRect().height,
    wide: [...sheet.querySelectorAll("*:not(svg *)")]
      .filter((element) => element.getBoundingClientRect().right > edge).length,
  };
}"""


@pytest.fixture(scope="module")
def paper(window: Window) -> Iterator[Page]:
    """A page without script, as wide as the paper."""
    page = window(java_script_enabled=False).new_page()
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.emulate_media(media="print")
    yield page
    page.close()


Run = tuple[float, float, float, str]
"""Words of a sheet: where they start, their size, what they say."""


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet of paper: its words, and its lines as they are set, a line of one style at a time."""

    text: str
    runs: tuple[Run, ...]


def sheets_of(page: Page) -> list[PrintedSheet]:
    """Each sheet that the browser prints."""
    page.emulate_media(media=None)
    read = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    return [_sheet(part) for part in read.pages]


def _sheet(part: PageObject) -> PrintedSheet:
    found: list[Run] = []

    def seen(text: str, space: list[float], at: list[float], _: object, size: float) -> None:
        if text.strip():
            a, b, c, d, e, f = space
            where = (at[4] * a + at[5] * c + e, at[4] * b + at[5] * d + f)
            found.append((*where, abs(a * at[0]) * size, text.strip()))

    return PrintedSheet(words(part.extract_text(visitor_text=seen)), tuple(found))


def printed(page: Page) -> tuple[int, str]:
    """The number of sheets that the browser prints, and their words."""
    sheets = sheets_of(page)
    return len(sheets), said_by(sheets)


def said_by(sheets: Sequence[PrintedSheet]) -> str:
    """The words of sheets, one after the other."""
    return " ".join(one.text for one in sheets)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def cases(store: Store) -> list[str]:
    """Each page with its sheet, its parameters and awkward selections in turn."""
    choices = store.choices
    lines = store.archive.query("select id from actions order by length(intitule), id")
    first, last = min(choices.years), max(choices.years)
    queries = [
        "",
        f"periode={first}-{last}&pilier={choices.pillars[0]}",
        f"quartier={choices.quarters[-1]}&annee={first}",
        "quartier=nulle-part&pilier=aucun&generation=1515&annee=1999",
        f"generation={choices.generations[0]}&quartier={choices.quarters[0]}&annee={first}",
    ]
    params = {
        "portrait": choices.quarters,
        "bilan": tuple(str(year) for year in choices.years)[::3],
        "action": (lines[0]["id"], lines[-1]["id"]),
    }
    slugs = [item.slug for item in store.values.indicators]
    found = []
    for page in PAGES:
        if page.slug not in sheet.MAIN:
            continue
        base = sheet.of(page).path
        held = params.get(page.slug, ("",))
        for turn in range(max(len(queries), len(held))):
            query = queries[turn % len(queries)]
            if page.slug in ("evolutions", "quartiers"):
                query += f"&indicateur={slugs[turn * 17 % len(slugs)]}"
            if page.slug == "actions" and turn == 1:
                query += "&recherche=sport"
            found.append(f"{base.replace('*', str(held[turn % len(held)]))}?{query}")
    wide = ["indicateurs", "tous-les-indicateurs", "lignes"]
    found += [f"/fiche/quartiers/{choices.quarters[0]}?figure={slug}" for slug in wide]
    found += [f"/fiche/actions?figure={slug}" for slug in ("themes", "porteurs", "concentration")]
    return found


@pytest.mark.parametrize("territory", ["real", "fictional"])
def test_every_sheet_holds_on_its_page_with_room_to_write(
    territory: str, request: pytest.FixtureRequest, paper: Page
) -> None:
    site = request.getfixturevalue(territory)
    store = request.getfixturevalue({"real": "chambery", "fictional": "example"}[territory])
    for address in some(cases(store)):
        paper.goto(site + address)
        held = paper.evaluate(HELD)
        assert held["over"] <= 1, address
        assert held["high"] <= HEIGHT, address
        assert held["notes"] >= 100, address
        assert held["wide"] == 0, address


@pytest.mark.parametrize(
    "path", ["accueil", "quartiers", "actions", "evolutions", "bilan/2018", "quartiers/{quarter}"]
)
@pytest.mark.parametrize("territory", ["real", "fictional"])
def test_a_sheet_is_printed_on_one_a4_with_all_that_one_cites(
    path: str, territory: str, request: pytest.FixtureRequest, paper: Page
) -> None:
    site = request.getfixturevalue(territory)
    store = request.getfixturevalue({"real": "chambery", "fictional": "example"}[territory])
    address = path.format(quarter=store.choices.quarters[0])
    paper.goto(f"{site}/fiche/{address}")
    count, text = printed(paper)
    assert count == 1
    where = "" if path == "accueil" else address
    for said in (f"{site}/{where}", "Fiche de séance", "Source", "Notes", "Filtres", "Publication"):
        assert said in text, said
    assert ("Territoire fictif" in text) is (territory == "fictional")
    for tool in (*TOOLS, "Imprimer", "Revenir à la vue"):
        assert tool not in text


def test_a_sheet_is_reached_from_a_view_with_its_filters_and_without_script(
    real: str, window: Window
) -> None:
    page = window(java_script_enabled=False).new_page()
    page.goto(f"{real}/actions?annee=2016&pilier=emploi")
    page.get_by_role("link", name="Fiche de séance", exact=True).click()
    assert "Développement économique et emploi" in page.locator(".fiche-tete").inner_text()
    assert page.get_by_role("button", name="Imprimer").count() == 0
    count, text = printed(page)
    assert count == 1
    assert "22 900" in text
    page.close()


def test_the_button_that_prints_stands_where_a_script_can(real: str, page: Page) -> None:
    page.goto(f"{real}/fiche/accueil")
    page.evaluate("window.print = () => { document.title = 'imprimé'; }")
    page.get_by_role("button", name="Imprimer").click()
    assert page.title() == "imprimé"


def test_the_sheet_follows_the_live_page(real: str, page: Page) -> None:
    page.goto(f"{real}/actions")
    page.wait_for_selector("html.vivant")
    page.select_option("select[name=annee]", "2016")
    page.wait_for_function("location.search === '?annee=2016'")
    page.get_by_role("link", name="Fiche de séance", exact=True).click()
    page.wait_for_url("**/fiche/actions?annee=2016")


@pytest.mark.slow
@pytest.mark.parametrize("territory", ["real", "fictional"])
def test_the_portrait_of_every_quarter_is_one_recto(
    territory: str, request: pytest.FixtureRequest, paper: Page
) -> None:
    site = request.getfixturevalue(territory)
    store = request.getfixturevalue({"real": "chambery", "fictional": "example"}[territory])
    years = sorted(store.choices.years)
    queries = ("", f"?periode={years[0]}-{years[-1]}", f"?annee={years[0]}&pilier=emploi")
    for turn, code in enumerate(store.choices.quarters):
        query = queries[turn % len(queries)]
        paper.goto(f"{site}/quartiers/{code}{query}", wait_until="domcontentloaded")
        count, text = printed(paper)
        assert count == 1, code
        for said in (
            f"{site}/quartiers/{code}",
            "À qui s’adresser",
            "Source",
            "Non imprimés",
            "Publication",
        ):
            assert said in text, (code, said)
        assert ("Territoire fictif" in text) is (territory == "fictional")
    compared = ",".join(store.choices.quarters[:4])
    paper.goto(f"{site}/comparer?quartier={compared}", wait_until="domcontentloaded")
    count, text = printed(paper)
    assert count == 1
    assert all(said in text for said in ("Les écarts", "L’argent", "Non imprimés"))


def test_the_portrait_of_the_live_page_is_one_recto_too(real: str, page: Page) -> None:
    page.goto(f"{real}/quartiers/QP073001")
    page.wait_for_selector("html.vivant")
    assert not page.locator(".recto").is_visible()
    for code, median in (("QP073001", "15 540"), ("QP073002", "14 920")):
        page.goto(f"{real}/quartiers/{code}")
        page.wait_for_selector("html.vivant")
        count, text = printed(page)
        assert count == 1, code
        assert median in text


WHOLE = {
    "/": ("Où sont les quartiers", "L’essentiel", "Nombre des subventions"),
    "/quartiers": ("Les dix-huit quartiers", "Comparer des quartiers"),
    "/actions?annee=2016&pilier=emploi": ("22 900", "Développement économique et emploi"),
    "/actions/P147-2016-001": ("Ce que l’on en sait", "Qui finance"),
    "/evolutions?indicateur=taux-pauvrete": ("L’écart se réduit-il", "Définition et limites"),
    "/evolutions": ("Lire les dessins", "Tous les indicateurs, en un tableau"),
    "/bilan/2016": ("1. Les orientations", "6. La participation"),
    "/aide": ("Comment lire", "Mot à mot"),
}
DRAWN = """() => {
  const shown = [...document.querySelectorAll("div.trace")].filter((box) => box.checkVisibility());
  return shown.map((box) => {
    const drawing = box.querySelector("svg.statique")?.getBoundingClientRect();
    const held = box.getBoundingClientRect();
    return { drawn: box.querySelectorAll("svg path, svg rect").length,
             inside: drawn(drawing, held), high: held.height };
  });
  function drawn(drawing, held) {
    return Boolean(drawing) && drawing.width <= held.width + 2 && drawing.height <= held.height + 2;
  }
}"""


OnPaper = Callable[[str], list[PrintedSheet]]


@pytest.fixture(scope="module")
def on_paper(context: BrowserContext, real: str) -> OnPaper:
    """The sheets of a live page, printed once for all that is held of them."""

    @cache
    def made(path: str) -> list[PrintedSheet]:
        page = context.new_page()
        page.goto(real + path)
        page.wait_for_selector("html.vivant")
        sheets = sheets_of(page)
        page.close()
        return sheets

    return made


@pytest.mark.parametrize("path", WHOLE)
def test_each_page_is_printed_without_interface_with_its_filters_its_date_and_its_address(
    path: str, real: str, on_paper: OnPaper
) -> None:
    day = words(french.date(clock.today()))
    text = said_by(on_paper(path))
    for said in (*WHOLE[path], f"{real}{path}", day, "Contrat de ville de Grand Chambéry"):
        assert said in text, said
    for tool in (
        "Appliquer",
        "CSV, pour un tableur",
        "Copier le lien",
        "Plan du site",
        "Signaler",
        "Menu",
    ):
        assert tool not in text


@pytest.mark.parametrize("path", [*WHOLE, "/donnees", "/accessibilite"])
def test_no_page_is_printed_small_nor_ends_on_a_sheet_without_words(
    path: str, on_paper: OnPaper
) -> None:
    first, *_ = sheets = on_paper(path)
    assert max(size for _, _, size, _ in first.runs) > 19, "en points : la taille du titre"
    assert min(len(one.text.split()) for one in sheets) > 60


def written_over(one: Run, other: Run) -> bool:
    """Whether two lines share a third of their height and more than a letter of their width."""
    (x, y, size, said), (left, base, em, told) = one, other
    high = min(y + 0.7 * size, base + 0.7 * em) - max(y - 0.2 * size, base - 0.2 * em)
    wide = min(x + 0.35 * size * len(said), left + 0.35 * em * len(told)) - max(x, left)
    least = min(size, em)
    return abs(y - base) > 0.15 * least and high > 0.3 * least and wide > size


def covered(sheets: Sequence[PrintedSheet]) -> list[tuple[str, str]]:
    """The lines that the browser prints one over the other."""
    each = (combinations(one.runs, 2) for one in sheets)
    return [(a[3], b[3]) for pairs in each for a, b in pairs if written_over(a, b)]


@pytest.mark.parametrize("path", [*WHOLE, "/donnees", "/accessibilite"])
def test_no_line_is_printed_over_another(path: str, on_paper: OnPaper) -> None:
    sheets = on_paper(path)
    assert sum(len(one.runs) for one in sheets) > 60
    assert covered(sheets) == []


def last_line(one: PrintedSheet) -> str:
    """The words of the last line of a sheet over its foot."""
    foot = min(y for _, y, _, _ in one.runs) + FOOT
    line = min(y for _, y, _, _ in one.runs if y > foot)
    return words(" ".join(said for _, y, _, said in sorted(one.runs) if abs(y - line) < 1))


def test_no_title_stands_alone_at_the_foot_of_a_sheet(fictional: str, page: Page) -> None:
    page.goto(f"{fictional}/bilan/2024")
    page.wait_for_selector("html.vivant")
    titles = {words(said) for said in page.locator("h2, h3").all_inner_texts()}
    lasts = [last_line(one) for one in sheets_of(page)]
    assert all(lasts)
    assert titles.isdisjoint(lasts)


def test_a_sheet_lost_from_its_pile_still_says_what_it_shows_and_where_it_is(
    real: str, page: Page
) -> None:
    page.goto(f"{real}/?pilier=emploi")
    page.wait_for_selector("html.vivant")
    page.select_option("select[name=annee]", "2016")
    expect(page.locator("#vue-imprimee")).to_contain_text("2016")
    sheets = sheets_of(page)
    assert len(sheets) > 2
    for text in (one.text for one in sheets):
        assert "Contrat de ville de Grand Chambéry" in text
        assert "Développement économique et emploi" in text
        assert "2016" in text
        assert f"{real}/?pilier=emploi&annee=2016" in text.replace(" ", "")
        assert "Publication du" in text


def test_without_script_each_sheet_says_so_too(real: str, paper: Page) -> None:
    paper.goto(f"{real}/actions?pilier=emploi&annee=2016")
    sheets = sheets_of(paper)
    assert len(sheets) > 2
    for text in (one.text for one in sheets):
        assert "Contrat de ville de Grand Chambéry" in text
        assert "2016, Développement économique et emploi" in text
        assert f"{real}/actions?pilier=emploi&annee=2016" in text.replace(" ", "")
        assert "Publication du" in text


def test_a_line_printed_over_another_is_seen(real: str, page: Page) -> None:
    page.goto(f"{real}/aide")
    page.wait_for_selector("html.vivant")
    page.add_style_tag(content=".texte h2 + * { margin-block-start: -6mm !important }")
    assert covered(sheets_of(page)) != []


def test_every_figure_is_drawn_whole_at_the_width_of_the_paper(real: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path in ("/", "/actions", "/bilan/2016"):
        page.goto(real + path)
        page.wait_for_selector("html.vivant")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        shown = page.evaluate(DRAWN)
        assert shown
        for figure in shown:
            assert figure["drawn"] > 2, path
            assert figure["inside"], path
            assert figure["high"] < HEIGHT, path
        page.emulate_media(media="screen")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        page.set_viewport_size({"width": 390, "height": 800})
