"""Words in the live page: all French whatever happens, and each term explained by a press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Reader
from tests.english import SPOKEN, english

SAID = """names => {
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement.tagName;
    if (!["SCRIPT", "STYLE", "TEXTAREA"].includes(parent)) texts.push(walk.currentNode.data.trim());
  }
  for (const element of document.querySelectorAll("*"))
    for (const name of names) texts.push(element.getAttribute(name) || "");
  return [...new Set(texts)].filter(Boolean);
}"""
WATCHED = """() => {
  window.dits = [];
  new MutationObserver(() => window.dits.push(document.body.innerText)).observe(
    document, { childList: true, subtree: true, characterData: true });
}"""


def left(page: Page) -> list[str]:
    """The English that the page says to eyes or ears."""
    return [text for text in page.evaluate(SAID, sorted(SPOKEN)) if english(text)]


def test_the_live_page_says_no_english_word(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/evolutions?indicateur=taux-pauvrete")
    assert left(page) == []
    page.evaluate(WATCHED)
    page.locator(".carte-tendance div.trace").hover()
    reader.choose("annee", "2019")
    expect(page.locator(".carte-ecart h2")).to_contain_text("2019")
    assert left(page) == []
    assert [text for text in page.evaluate("window.dits") if english(text)] == []
    page.goto(f"{real}/donnees")
    reader.live()
    assert left(page) == []


def test_a_view_that_does_not_come_says_no_english_word(reader: Reader, real: str) -> None:
    reader.allowed += ["500", "Callback error", "Internal"]
    page = reader.open(real)
    page.route("**/_dash-update-component", lambda route: route.fulfill(status=500, body="{}"))
    reader.choose("annee", "2019")
    page.wait_for_timeout(1_000)
    assert left(page) == []


@pytest.mark.parametrize("scripted", [True, False])
def test_a_term_is_explained_by_keyboard_and_by_touch_without_moving_the_page(
    reader_with: Callable[..., Reader], real: str, scripted: bool
) -> None:
    options = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
    made = reader_with(java_script_enabled=scripted, **options)
    page = made.page
    page.goto(real)
    if scripted:
        made.live()
    word, shown = page.locator("main .terme").first, page.locator(".definition:popover-open")
    before = word.bounding_box()
    word.focus()
    page.keyboard.press("Enter")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Quartier dont l’État fixe le périmètre")
    box = shown.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert word.bounding_box() == before
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    word.tap()
    expect(shown).to_have_count(1)


def test_paper_lists_the_words_of_the_page(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/quartiers")
    page.emulate_media(media="print")
    words = page.locator("details", has_text="Les mots de cette page").locator(".termes dt")
    expect(words.first).to_be_visible()
    assert "Taux de pauvreté" in words.all_inner_texts()
    expect(page.locator(".definition").first).to_be_hidden()
