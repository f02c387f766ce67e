"""What a script reads in the page as it stands: structure, figures, content, display, axe."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Error, Page

from tests.conftest import ROOT
from tests.e2e.checks.family import Family, Faults, merged, run

AXE = ROOT / "tests" / "e2e" / "axe.min.js"
COMPLAINTS = """() => axe.run(document, {
  resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
}).then((found) => found.violations.map((rule) => `${rule.id} : ${rule.nodes[0].html}`))"""
SETTLING = 15_000
NEXT_FRAME = """new Promise((done) => {
  requestAnimationFrame(() => done());
  setTimeout(done, 1000);
})"""
"""A browser that paints nothing asks for no frame: the wait then ends by itself."""
WIDE = 640
"""A narrower window is already magnified: its text is not doubled again."""
AS_IS = "html { }"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
)
DOUBLED = "html { font-size: 200% !important }"
OPEN = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


def _add(html: str, where: str = "main") -> str:
    return f"document.querySelector('{where}').insertAdjacentHTML('beforeend', `{html}`)"


def _first(selector: str, act: str) -> str:
    return f"document.querySelector(`{selector}`).{act}"


def _graph(act: str) -> str:
    return f"(() => {{ const graph = document.querySelector('.js-plotly-plot'); {act} }})()"


def axe(page: Page) -> Faults:
    """What axe-core finds."""
    if not page.evaluate("window.axe !== undefined"):
        page.evaluate(AXE.read_text("utf-8"))
    return {"AXE": page.evaluate(COMPLAINTS)}


def zoomed(page: Page) -> Faults:
    """The page as it stands, spaced out, then twice as large: by its text alone, then as a whole,
    which leaves half as many pixels across."""
    size = page.viewport_size
    assert size is not None
    found = [run(page, "tables"), _under(page, "tel quel", AS_IS)]
    found.append(_under(page, "texte espacé", SPACED))
    if size["width"] >= WIDE:
        found.append(_under(page, "texte doublé", DOUBLED))
        page.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
        found.append(_under(page, "page doublée", AS_IS))
        page.set_viewport_size(size)
    return merged(found)


def _under(page: Page, name: str, css: str) -> Faults:
    added = page.add_style_tag(content=css)
    settled(page)
    found = run(page, "display")["R20"]
    added.evaluate("(sheet) => sheet.remove()")
    return {"R20": [f"{name} : {fault}" for fault in found]}


def settled(page: Page) -> None:
    """Wait until graphs have followed the window: one that never does is a fault, told later."""
    with suppress(Error):
        page.wait_for_function(
            "document.documentElement.scrollWidth <= innerWidth", timeout=SETTLING
        )
    page.evaluate(NEXT_FRAME)


STRUCTURE = Family(
    lambda page: run(page, "structure"),
    (
        ("R01", "document.documentElement.lang = 'en'"),
        ("R01", "document.documentElement.lang = 'fr';" + _first("main", "ariaLabel = 'Loading'")),
        ("R02", "document.title = 'Dash'"),
        ("R03", _first("h2", "outerHTML = '<h4>Saut</h4>'")),
        ("R03", _first("h1", "outerHTML = '<h2>Sans titre</h2>'")),
        ("R03", "document.body.insertAdjacentHTML('beforeend', '<p>Hors repère</p>')"),
        ("R25", _first("footer", "after(document.querySelector('main'))")),
        ("R25", _first("header nav li", "remove()") + ";" + _first("header nav li", "remove()")),
        ("R30", _add("<iframe></iframe>")),
        ("R30", _first(".encarts textarea", "value = '<iframe src=/></iframe>'")),
        ("R31", _first("main p", "id = 'contenu'")),
        ("R31", _add('<a href="#perdue">Ancre</a>')),
        ("R31", _add('<p aria-describedby="personne">x</p>')),
        ("R33", _add("<p>– Un point</p>")),
        ("R33", _add("<p>Un<br>deux<br>trois</p>")),
        ("R33", _add("<div><a href=/>Un</a>, <a href=/>deux</a>, <a href=/>trois</a></div>")),
        ("R33", _add("<ul></ul>")),
        ("R34", _first("footer a[href^='/accessibilite']", "remove()")),
    ),
)

FIGURES = Family(
    lambda page: run(page, "figures"),
    (
        ("R09", _add("<svg></svg>")),
        ("R10", _add(f'<svg role="img" aria-label="{"x" * 151}"></svg>')),
        ("R11", _first(".trace", "insertAdjacentHTML('afterend', '<a href=/>x</a>')")),
        ("R12", _first("figure .lecture", "remove()")),
        ("R12", _first("figure .source", "remove()")),
        (
            "R12",
            _first(
                "figure:last-of-type",
                "innerHTML = '<h2>Une figure</h2><figcaption><p class=lecture>Lecture</p>"
                "<p class=source>Source : quelqu’un, un jour</p></figcaption>'",
            ),
        ),
        (
            "R13",
            _graph(
                "graph.data.push(...['#fff', '#000'].map((color) => ({ type: 'scatter',"
                " mode: 'lines', name: `Série ${color}`, line: { color } })))"
            ),
        ),
        ("R14", _first("figure .vif text", "style.fill = '#ddd'")),
        (
            "R15",
            _first(".barlayer .point path", "setAttribute('style', 'fill: #eee; stroke: #eee;')"),
        ),
        ("R21", _graph("graph.data[0].hovertext = ['987 654 €']")),
    ),
)

CONTENT = Family(
    lambda page: run(page, "content"),
    (
        ("R07", _first("main p", "tabIndex = 3")),
        ("R07", _add('<div role="button">Bouton</div>')),
        ("R07", _add('<p style="cursor: pointer">À la souris</p>')),
        ("R07", _graph("graph.data[0].customdata[0] = 'annee=1999'")),
        ("R08", _add('<button accesskey="s">Sauter</button>')),
        (
            "R08",
            "document.addEventListener('keydown', (event) => event.key === 's'"
            " && document.querySelector('main p').remove())",
        ),
        ("R16", _first("table caption", "remove()")),
        ("R16", _first("table th", "removeAttribute('scope')")),
        ("R16", "document.querySelectorAll('th').forEach((e) => e.removeAttribute('aria-sort'))"),
        ("R17", _add("<a href=/>Ici</a>")),
        ("R17", _add('<a href="/export/x.csv">Télécharger</a>')),
        ("R18", _add("<p role=status></p>", "body")),
        ("R18", _add('<p class="avis-erreur">Erreur</p>')),
        (
            "R22",
            _add(
                "<style>details > div { display: block }"
                " details::details-content { content-visibility: visible }</style>"
            ),
        ),
        ("R22", _add('<p aria-hidden="true"><a href=/>Caché</a></p>')),
        ("R23", _add("<p>Les quartiers en rouge, dans le graphique de droite.</p>")),
        ("R24", _add("<input type=text>")),
        ("R24", _add("<label>Choix <input type=radio></label>")),
        ("R27", _add("<style>@keyframes t { to { left: 9px } } h1 { animation: t 1s infinite }")),
        (
            "R28",
            _add("<style>@media (orientation: landscape) { main { rotate: 90deg } }</style>"),
        ),
        ("R29", _add('<label>Année <input type="range"></label>')),
        ("R29", _graph("graph._fullLayout.xaxis.fixedrange = false")),
        ("R29", _first("meta[name=viewport]", "content = 'user-scalable=no'")),
        ("R32", _first(".btn", "setAttribute('style', 'min-height: 0; height: 20px; padding: 0')")),
    ),
)

DISPLAY = Family(
    zoomed,
    (
        ("R20", _add('<p style="width: 60rem">x</p>')),
        ("R20", _add('<p style="height: 24px; overflow: hidden">Un texte assez long</p>')),
        ("R20", _add('<div class=boite-table><p style="width: 70rem">x</p></div>', ".carte")),
        ("R20", _add('<form><label>Mot</label><input style="margin-left: -2rem"></form>')),
    ),
)

TOOL = Family(axe, (("AXE", _add("<img src='data:,'>")),))

LOOKS = (STRUCTURE, FIGURES, CONTENT, DISPLAY)
