"""What access demands, on every page of both territories: see checks/ for each check.

What a script cannot judge is not claimed. ``pytest tests/e2e/test_access.py --ecrire-constats``
writes what was found where the accessibility page reads it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import combinations
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, Route, ViewportSize

from dashboard.documents import portfolio
from dashboard.store import Store
from dashboard.words import findings
from tests.e2e.checks import change, looks, matrix
from tests.e2e.checks.asked import WISHES
from tests.e2e.checks.change import BUBBLE, CHANGE
from tests.e2e.checks.documents import DOCUMENTS
from tests.e2e.checks.documents import PREPARED as PENDING
from tests.e2e.checks.family import Family, Faults, merged, run
from tests.e2e.checks.keyboard import KEYBOARD
from tests.e2e.checks.listed import CHECKS, SCRIPTED
from tests.e2e.checks.looks import DISPLAY, LOOKS, OPEN, TOOL
from tests.e2e.checks.markup import faults_of, served
from tests.e2e.checks.matrix import VIEWS, View
from tests.e2e.checks.record import note
from tests.e2e.conftest import Reader, Window, touched

DOUBTFUL = {item.number for item in findings.read().checks if item.result == findings.FAILED}
"""The checks that the committed results say are not passed: every other one must pass."""

SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
UNSCRIPTED = (
    "<style>.appliquer { animation: none !important } .avec-script { display: none }</style>"
)
"""What ``@media (scripting: none)`` says of a page where, here, a script may still look."""
Open = Callable[[View], Page]


At = Callable[[int], Reader]


@pytest.fixture
def at(window: Window) -> Iterator[At]:
    """Readers at a width, touched where it is narrow, each held as a reader is; a script of ours
    may look in their window."""
    readers: list[Reader] = []

    def made(width: int) -> Reader:
        readers.append(Reader(window(bypass_csp=True, has_touch=width < 1000).new_page()))
        readers[-1].page.set_viewport_size({"width": width, "height": matrix.WIDTHS[width]})
        return readers[-1]

    yield made
    for reader in readers:
        reader.page.close()
        reader.hold()


@pytest.fixture
def opened(
    at: At, request: pytest.FixtureRequest, chambery: Store, example: Store, tmp_path: Path
) -> Open:
    """How to open a view: in a window of its first width, with or without its scripts."""
    stores = {"real": chambery, "fictional": example}

    made: dict[str, Callable[[Page, str], str]] = {
        matrix.PREPARED: _prepared,
        matrix.KIT: partial(_unpacked, tmp_path),
    }

    def make(view: View) -> Page:
        reader = at(view.widths[0])
        reader.allowed += ["404", "500"] if view.page in matrix.OUTSIDE else []
        base = str(request.getfixturevalue(view.territory))
        where = base + matrix.address(view, stores[view.territory])
        if view.page in made:
            where = made[view.page](reader.page, where)
        if view.moment == "plain":
            reader.page.route("**/*", _bare)
        if view.moment == "plain" or matrix.still(view.page):
            reader.page.goto(where)
            return reader.page
        return drawn(reader.open(where))

    return make


def _prepared(page: Page, document: str) -> str:
    """The page where that document is asked for, once it is ready; it does not go to the file."""
    return f"{_ticket(page, document)}?arret"


def _ticket(page: Page, document: str) -> str:
    answer = page.request.get(document, max_redirects=0)
    ticket = urljoin(document, answer.headers["location"])
    while page.request.get(ticket).status == PENDING:
        page.wait_for_timeout(500)
    return ticket


def _unpacked(folder: Path, page: Page, archive: str) -> str:
    """The index of that ZIP, where its reader opens it."""
    content = page.request.get(f"{_ticket(page, archive)}/fichier").body()
    with ZipFile(io.BytesIO(content)) as held:
        held.extractall(folder)
    return (folder / portfolio.INDEX).as_uri()


def _bare(route: Route) -> None:
    """The document as it is read where no script runs: a script of ours may still look at it."""
    if route.request.resource_type != "document":
        return route.continue_()
    answer = route.fetch()
    body = SCRIPT.sub("", answer.text()).replace("</head>", f"{UNSCRIPTED}</head>")
    return route.fulfill(response=answer, body=body)


def drawn(page: Page) -> Page:
    """The page once its words have their letters."""
    page.wait_for_function("document.fonts.status === 'loaded'")
    return page


def look(page: Page, families: tuple[Family, ...] = LOOKS) -> Faults:
    return merged(family.observe(page) for family in families)


def looked(page: Page, view: View) -> Iterator[Faults]:
    """All that is seen of a view: by the keyboard, its figures touched, at both widths, with the
    system set otherwise, folds opened, after a change."""
    yield KEYBOARD.observe(page)
    yield served(page)
    if view.moment == "live" and not matrix.still(view.page):
        touched(page)
    yield look(page)
    yield DOCUMENTS.observe(page)
    yield WISHES.observe(page)
    narrow: ViewportSize = {"width": view.widths[1], "height": matrix.WIDTHS[view.widths[1]]}
    page.set_viewport_size(narrow)
    page.evaluate("new Promise((done) => setTimeout(done, 250))")
    page.evaluate(OPEN)
    yield look(page, (*LOOKS, TOOL))
    if view.moment == "live" and view.page not in matrix.BESIDE:
        yield CHANGE.observe(page)
        yield BUBBLE.observe(page)


@pytest.mark.parametrize("view", [*VIEWS, *matrix.ASIDE], ids=str)
def test_the_page_passes_every_check_that_it_is_said_to_pass(
    view: View, opened: Open, record_property: Callable[[str, object], None]
) -> None:
    page = opened(view)
    found = matrix.asked(view, merged(looked(page, view)))
    note(record_property, page, view, found)
    assert {number: what for number, what in found.items() if what and number not in DOUBTFUL} == {}


def test_every_pair_of_conditions_is_met_at_least_once() -> None:
    rows = [
        (view.page, view.territory, view.moment, view.selection, width)
        for view in VIEWS
        for width in view.widths
    ]
    for one, other in combinations(range(5), 2):
        wanted = {(a[one], b[other]) for a in rows for b in rows}
        assert {(row[one], row[other]) for row in rows} == wanted


def test_no_page_is_opened_twice_under_the_same_conditions() -> None:
    assert len(set(map(str, VIEWS))) == len(VIEWS) == 2 * len({view.page for view in VIEWS})


def test_each_check_is_broken_on_purpose_somewhere() -> None:
    families = (*LOOKS, TOOL, DOCUMENTS, WISHES, KEYBOARD, CHANGE, BUBBLE)
    assert {number for family in families for number in family.numbers} == SCRIPTED
    assert len({check.number for check in CHECKS}) == len(CHECKS)


def breaks_are_seen(page: Page, family: Family, afresh: bool = False) -> None:
    """Each break gives its check a fault that was not there before; ``afresh`` undoes it then."""
    before = family.observe(page)
    whole = before
    for number, script in family.breaks:
        if afresh:
            page.reload()
            page.wait_for_selector("html.vivant")
            before = whole
        page.evaluate(script)
        with hurried():
            after = family.observe(page)
        assert set(after[number]) - set(before.get(number, [])), (number, script)
        before = after


@pytest.fixture
def live(at: At, real: str) -> Callable[[str], Page]:
    """A live page of the real territory whose scripts may be tampered with."""

    def opened_at(path: str) -> Page:
        return touched(drawn(at(820).open(real + path)))

    return opened_at


@contextmanager
def hurried() -> Iterator[None]:
    """What is broken for good is not waited for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looks, "SETTLING", 500)
        patch.setattr(change, "PATIENCE", 4_000)
        yield


@pytest.mark.slow
def test_a_look_sees_what_is_broken_on_purpose(live: Callable[[str], Page]) -> None:
    for family in (*LOOKS, TOOL, DOCUMENTS, WISHES):
        page = live("/actions?annee=2020")
        assert {n: what for n, what in family.observe(page).items() if what} == {}
        breaks_are_seen(page, family, afresh=family is DISPLAY)


def test_the_keyboard_sees_what_is_broken_on_purpose(live: Callable[[str], Page]) -> None:
    page = live("/mentions-legales")
    assert KEYBOARD.observe(page) == {"R04": [], "R05": [], "R06": [], "R07": []}
    breaks_are_seen(page, KEYBOARD, afresh=True)


def test_a_change_of_view_sees_what_is_broken_on_purpose(live: Callable[[str], Page]) -> None:
    page = live("/evolutions?indicateur=taux-pauvrete")
    assert CHANGE.observe(page) == {"R02": [], "R09": [], "R18": [], "R19": []}
    for number, script in CHANGE.breaks:
        page = live("/evolutions?indicateur=taux-pauvrete")
        page.evaluate(script)
        with hurried():
            assert CHANGE.observe(page)[number] != [], number


@pytest.mark.parametrize("asked", ["annee=2020&pilier=emploi", "annee=2020&quartier=QP073001"])
def test_a_long_filter_is_said_whole_and_each_number_of_a_figure_stands_in_its_table(
    asked: str, live: Callable[[str], Page]
) -> None:
    """The longest pillar leaves no room in the bar of a tablet; a quarter has years of one pillar,
    whose table has a count beside 100 %."""
    page = live(f"/actions?{asked}")
    assert run(page, "display") == {"R20": []}
    assert run(page, "figures")["R21"] == []
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert run(page, "display") == {"R20": []}


def test_a_bubble_that_stays_is_seen(live: Callable[[str], Page]) -> None:
    page = live("/actions")
    assert BUBBLE.observe(page) == {"R21": []}
    page.evaluate(BUBBLE.breaks[0][1])
    with hurried():
        assert BUBBLE.observe(page)["R21"] != []


@pytest.mark.parametrize(
    "wrong",
    [
        "<p><div>x</div></p>",
        "<ul><p>x</p></ul>",
        "<p>x",
        "<div></p></div>",
        '<p id="a"></p><p id="a"></p>',
        '<p class="a" class="b"></p>',
        "<a><span><a>x</a></span></a>",
        "<table><tr><td>x</td></tr></table>",
    ],
)
def test_html_that_a_browser_would_mend_is_a_fault(wrong: str) -> None:
    assert faults_of('<div id="b"><p>Juste</p><br></div>') == []
    assert faults_of(wrong) != []
