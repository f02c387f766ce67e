"""The checks of the RGAA that a script can make, on every page of both territories.

Their numbers are those of the project's checklist; what a script cannot judge is not claimed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.e2e.conftest import Reader

AXE = (ROOT / "tests" / "e2e" / "axe.min.js").read_text(encoding="utf-8")
LOST = "/nulle-part"
REAL = (
    "/?annee=2016",
    "/quartiers?comparer=QP073001,QP073002",
    "/quartiers/QP073001?annee=2021",
    "/quartiers/QVA-73065-CHANTEMERLE",
    "/actions?annee=2020&recherche=sport",
    "/actions/P147-2016-001",
    "/evolutions?indicateur=niveau-vie-median&annee=2019",
    "/bilan/2016",
    "/donnees",
    "/aide",
    "/accessibilite",
    "/mentions-legales",
    "/plan-du-site",
    LOST,
)
FICTIONAL = (
    "/?quartier=QP099003",
    "/quartiers?generation=2024&mesure=actions",
    "/quartiers/QP099006?annee=2021",
    "/actions?pilier=emploi",
    "/evolutions?quartier=QP099006&annee=2021",
    "/bilan/2022",
)
EVERY = pytest.mark.parametrize(
    ("territory", "path"),
    [("real", path) for path in REAL] + [("fictional", path) for path in FICTIONAL],
)
PART = ("/?annee=2016", "/quartiers/QP073001?annee=2021", "/actions?annee=2020&recherche=sport")
GENERIC = {"ici", "télécharger", "voir", "lire", "cliquez ici", "en savoir plus", "suite", "csv"}
ENGLISH = re.compile(
    r"\b(the|of|and|with|your|this|loading|updating|download|reset|autoscale|toggle|hide|close|"
    r"previous|next|submit|chart|click|select\.\.\.|undefined|null|nan|none)\b",
    re.IGNORECASE,
)
FACTS = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const said = (e) => e.textContent.replace(/\\s+/g, " ").trim();
  const short = (e) => e.outerHTML.slice(0, 120);
  const ids = all("[id]").map((e) => e.id);
  const fields = all("select, input:not([type=hidden]), textarea").filter(seen);
  const attributes = ["aria-label", "title", "alt", "placeholder", "data-title"];
  return {
    lang: document.documentElement.lang,
    title: document.title,
    levels: all("h1, h2, h3, h4, h5, h6").map((e) => Number(e.tagName[1])),
    landmarks: ["body header", "main", "body footer"].map((s) => all(s).length),
    unnamed: all("main svg").filter((e) =>
      !e.closest("[aria-hidden=true]") && !(e.getAttribute("role") === "img"
        && e.getAttribute("aria-label"))).map(short),
    labels: all("main svg[role=img]").map((e) => e.getAttribute("aria-label")),
    figures: all("figure").filter((e) => e.getAttribute("role") !== "figure"
      || !e.getAttribute("aria-label") || !e.querySelector("figcaption .source")
      || !e.querySelector("figcaption .lecture")).map(short),
    drawn: all("figure").filter((e) => e.querySelector(".trace")
      && e.querySelector("details table")).map((e) => {
        const stops = [...e.querySelectorAll("a[href], button, summary, select, input")];
        const after = stops.find((s) =>
          e.querySelector(".trace").compareDocumentPosition(s) & 4);
        return after ? said(after) : "";
      }),
    tables: all("table").filter((e) => !e.caption || !said(e.caption)).map(short),
    headers: all("table th").filter((e) => !e.scope).map(short),
    links: all("a[href]").filter(seen).map((e) => [said(e) || e.ariaLabel || "", e.href]),
    files: all("a[href*='/export/']").map(said),
    double: ids.filter((id, place) => ids.indexOf(id) !== place),
    dangling: all("a[href^='#']").map((e) => e.getAttribute("href").slice(1))
      .filter((id) => !document.getElementById(id)),
    unlabelled: fields.filter((e) => !e.labels?.length && !e.ariaLabel).map(short),
    fieldsets: all("fieldset").filter((e) => !e.querySelector("legend")).map(short),
    ungrouped: all("input[type=radio], input[type=checkbox]").filter((e) =>
      !e.closest("fieldset")).map(short),
    menu: all("header nav a").map((e) => said(e)),
    footer: all("footer a").map((e) => new URL(e.href).pathname),
    status: all("[role=status]").length,
    hidden: all("details:not([open]) a, details:not([open]) button").filter((e) =>
      e.parentElement.tagName !== "SUMMARY" && seen(e)).map(short),
    spoken: all("*").flatMap((e) => attributes.map((name) => e.getAttribute(name)))
      .filter(Boolean),
    buttons: all("button, summary, label, legend, caption, option, .vide, .etiquette, .avis")
      .map(said).filter(Boolean),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const inside = (low, high, size) => (Math.max(low, 0) + Math.min(high, size)) / 2;
  const shown = [...e.getClientRects()].some((r) => {
    const top = document.elementFromPoint(
      inside(r.left, r.right, innerWidth), inside(r.top, r.bottom, innerHeight));
    return top && (e.contains(top) || top.contains(e));
  });
  const before = window.__before;
  const after = !before || !before.isConnected
    || Boolean(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.__before = e;
  return {
    name: `${e.tagName} ${(e.textContent || e.name || "").trim().slice(0, 40)}`,
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    shown: shown && box.width > 0, after,
  };
}"""
LOOSER = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }",
    "html { font-size: 200% !important }",
)
"""Text as some readers need it: spaced out, then twice as large."""
COMPLAINTS = """() => axe.run(document, {
  resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
}).then((found) => found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`))"""
SMALL = """() => [...document.querySelectorAll(".btn")].filter((e) => e.checkVisibility())
  .filter((e) => e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML)"""
"""Main actions too small for a finger."""
MOST_STOPS = 700
BROKEN = {
    "R01": "document.documentElement.lang = 'en'",
    "R02": "document.title = 'Dash'",
    "R03": "document.querySelector('h2').outerHTML = '<h4>Saut</h4>'",
    "R09": "document.querySelector('main').insertAdjacentHTML('beforeend', '<svg></svg>')",
    "R10": "document.querySelector('.trace').dataset.alt = 'x'.repeat(151)",
    "R11": "document.querySelector('.trace').insertAdjacentHTML('afterend', '<a href=/>x</a>')",
    "R12": "document.querySelector('figure .lecture').remove()",
    "R16": "document.querySelector('table caption').remove()",
    "R17": "document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=/>Ici</a>')",
    "R18": "document.body.insertAdjacentHTML('beforeend', '<p role=status></p>')",
    "R20": "document.querySelector('main').insertAdjacentHTML('beforeend',"
    " '<p style=\"width:60rem\">x</p>')",
    "R22": "document.querySelector('main').insertAdjacentHTML('beforeend',"
    " '<style>details > div { display: block }"
    " details::details-content { content-visibility: visible }</style>')",
    "R24": "document.querySelector('main').insertAdjacentHTML('beforeend', '<input type=radio>')",
    "R31": "document.querySelector('main p').id = 'contenu'",
    "R34": "document.querySelector('footer li').remove()",
}
"""How to break what each check holds."""
NOISE = "document.querySelector('main').ariaLabel = 'Loading the chart'"


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """The address of a territory by its name; a server starts when it is first asked."""
    return lambda territory: str(request.getfixturevalue(territory))


def facts(page: Page) -> dict[str, Any]:
    """What the live page is made of."""
    for box in page.locator(".trace[data-alt]").all():
        box.locator("svg.main-svg").first.wait_for(state="attached")
    page.wait_for_function(
        "[...document.querySelectorAll('svg.main-svg')].every("
        "e => e.getAttribute('role') || e.getAttribute('aria-hidden'))"
    )
    found: dict[str, Any] = page.evaluate(FACTS)
    found["spilt"] = [style for style in LOOSER if spills(page, style)]
    return found


def spills(page: Page, style: str) -> bool:
    """Whether the page scrolls sideways under that style."""
    added = page.add_style_tag(content=style)
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    added.evaluate("style => style.remove()")
    return bool(wide)


def faults(found: dict[str, Any]) -> dict[str, Any]:
    """What breaks a check, by the check's number; empty on a page that passes."""
    levels = found["levels"]
    skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    names: dict[str, set[str]] = {}
    for words, href in found["links"]:
        names.setdefault(words, set()).add(href.partition("#")[0])
    spoken = [words for words in [*found["spoken"], *found["buttons"]] if ENGLISH.search(words)]
    return {
        number: value
        for number, value in {
            "R01 langue": found["lang"] != "fr",
            "R02 titre": not re.search(" – Contrat de ville d", found["title"]),
            "R03 titres de section": skipped or levels.count(1) != 1 or levels[:1] != [1],
            "R03 repères": found["landmarks"] != [1, 1, 1],
            "R09 images sans nom": found["unnamed"],
            "R10 noms trop longs": [label for label in found["labels"] if len(label) > 150],
            "R10 noms sans tableau": [
                label for label in found["labels"] if "Tableau des données ci-après" not in label
            ],
            "R11 tableau loin du dessin": [
                words for words in found["drawn"] if not words.startswith("Tableau")
            ],
            "R12 figures": found["figures"],
            "R16 tableaux sans titre": found["tables"],
            "R16 en-têtes sans portée": found["headers"],
            "R17 liens vides": [href for words, href in found["links"] if not words],
            "R17 liens vagues": [w for w in names if w.lower().strip(" .") in GENERIC],
            "R17 fichiers sans sujet": [words for words in found["files"] if "," not in words],
            "R18 région d’état": found["status"] != 1,
            "R20 texte qui déborde": found["spilt"],
            "R22 cachés atteignables": found["hidden"],
            "R24 champs sans étiquette": found["unlabelled"],
            "R24 groupes sans légende": [*found["fieldsets"], *found["ungrouped"]],
            "R31 identifiants en double": found["double"],
            "R31 ancres perdues": found["dangling"],
            "R34 pied de page": {
                "/accessibilite",
                "/mentions-legales",
                "/plan-du-site",
                "/donnees",
            }
            - set(found["footer"]),
            "mots anglais": spoken,
        }.items()
        if value
    }


@EVERY
def test_the_page_passes_the_checks_that_a_script_can_make(
    reader: Reader, site: Callable[[str], str], territory: str, path: str
) -> None:
    reader.allowed += ["404"] if path == LOST else []
    assert faults(facts(reader.open(site(territory) + path))) == {}


def test_each_check_fails_when_its_cause_is_broken(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions?annee=2020")
    assert faults(facts(page)) == {}
    for broken in BROKEN.values():
        page.evaluate(broken)
    page.evaluate(NOISE)
    assert {number.split()[0] for number in faults(facts(page))} == {*BROKEN, "mots"}


@EVERY
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_a_desk_nor_on_a_phone(
    another: Callable[..., Reader],
    site: Callable[[str], str],
    territory: str,
    path: str,
    width: int,
) -> None:
    reader = another(viewport={"width": width, "height": 900}, bypass_csp=True)
    reader.allowed += ["404"] if path == LOST else []
    page = reader.open(site(territory) + path)
    page.evaluate(AXE)
    assert page.evaluate(COMPLAINTS) == []
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert page.evaluate(COMPLAINTS) == []
    if width == 390:
        assert page.evaluate(SMALL) == []
        page.set_viewport_size({"width": 320, "height": 640})
        page.wait_for_function("document.documentElement.scrollWidth <= 320", timeout=10_000)


@pytest.mark.parametrize("path", ["/", "/actions", "/quartiers/QP073001", "/evolutions", "/aide"])
def test_the_keyboard_walks_the_whole_page_in_order_and_leaves_it(
    reader: Reader, real: str, path: str
) -> None:
    page = reader.open(real + path)
    names: list[str] = []
    while len(names) < MOST_STOPS:
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        names.append(here["name"])
        assert here["shown"], here["name"]
        assert here["ring"] >= 2, here["name"]
        assert here["after"], here["name"]
    assert 10 < len(names) < MOST_STOPS
    for name in reversed(names):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUSED)["name"] == name


def test_the_skip_link_leads_into_the_content(reader: Reader, real: str) -> None:
    page = reader.open(real)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("path", PART)
def test_a_change_of_year_keeps_names_and_says_one_sentence(
    reader: Reader, real: str, path: str
) -> None:
    page = reader.open(real + path)
    before = page.title()
    page.evaluate(
        "() => { window.__said = []; const region = document.querySelector('[role=status]');"
        " new MutationObserver(() => region.textContent && window.__said.push(region.textContent))"
        ".observe(region, { childList: true, characterData: true, subtree: true }); }"
    )
    page.select_option("select[name=annee]", "2018")
    expect(page.locator("[role=status]")).to_contain_text("2018")
    page.wait_for_function(f"document.title !== {before!r}")
    page.wait_for_timeout(1_000)
    assert faults(facts(page)) == {}
    assert len(page.evaluate("window.__said")) == 1


def test_every_page_has_a_title_of_its_own_and_the_same_menu(reader: Reader, real: str) -> None:
    titles, menus = [], set()
    for path in REAL[:-1]:
        page = reader.page
        page.goto(real + path, wait_until="domcontentloaded")
        titles.append(page.title())
        menus.add(tuple(page.locator("header nav a").all_text_contents()))
    assert len(set(titles)) == len(titles)
    assert len(menus) == 1


def test_the_site_map_leads_to_every_page_of_the_menu_and_of_the_footer(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/plan-du-site")
    listed = set(page.eval_on_selector_all("main a", "all => all.map(e => e.pathname)"))
    around = page.eval_on_selector_all("header a, footer a", "all => all.map(e => e.pathname)")
    missing = {path for path in around if path not in listed}
    assert missing <= {"/bilan", "/plan-du-site"}
    assert {f"/bilan/{year}" for year in range(2016, 2026)} <= listed


def test_escape_hides_what_the_pointer_showed(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions")
    bar = page.locator(".carte-montants .barlayer .point path").first
    bar.scroll_into_view_if_needed()
    bar.hover(force=True)
    page.wait_for_selector(".carte-montants .hoverlayer .hovertext")
    page.keyboard.press("Escape")
    expect(page.locator(".carte-montants .hoverlayer .hovertext")).to_have_count(0)


def test_nothing_moves_for_who_asked_for_less_motion(
    another: Callable[..., Reader], real: str
) -> None:
    page = another(reduced_motion="reduce").open(real)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " return parseFloat(s.transitionDuration) > 0.01 || (s.animationName !== 'none'"
        " && parseFloat(s.animationDuration) > 0.01); }).map(e => e.outerHTML.slice(0, 90))"
    )
    assert moving == []


def test_a_choice_keeps_the_focus_where_it_is(reader: Reader, real: str) -> None:
    page = reader.open(real)
    page.focus("select[name=annee]")
    reader.choose("annee", "2016")
    expect(page.locator("[role=status]")).to_contain_text("2016")
    assert page.evaluate("document.activeElement.name") == "annee"
