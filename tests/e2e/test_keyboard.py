"""The tasks that must be done by the keyboard alone, within the same bounds."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Reader

FAR = 400
"""More stops than the longest page has."""


def reach(reader: Reader, target: Locator) -> None:
    """Press Tab until the target is focused; moving is not acting."""
    wanted = target.element_handle()
    for _ in range(FAR):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("wanted => document.activeElement === wanted", wanted):
            return
    raise AssertionError("le clavier n’atteint pas cet élément")


def press(reader: Reader, target: Locator, key: str = "Enter") -> None:
    """Reach and press a key: one interaction."""
    reach(reader, target)
    reader.acts += 1
    reader.page.keyboard.press(key)


def test_t1_by_keyboard_the_grants_for_employment_in_2016(reader: Reader, real: str) -> None:
    page = reader.open(real)
    boxes = page.locator(".plusieurs[data-cle=pilier]")
    reach(reader, boxes.locator("summary"))
    page.keyboard.press("Enter")
    press(reader, boxes.locator("input[value=emploi]"), "Space")
    page.keyboard.press("Escape")
    expect(boxes.locator("details")).not_to_have_attribute("open", "")
    reach(reader, page.locator("select[name=annee]"))
    reader.acts += 1
    page.keyboard.type("2016")
    expect(page.locator("#annonce")).to_contain_text("6\u00a0subventions de l’État")
    assert page.evaluate("document.activeElement.name") == "annee"
    assert reader.acts <= 2


def test_t8_by_keyboard_the_link_of_the_view_is_copied_and_shows_the_same(
    reader_with: Callable[..., Reader], another: Callable[..., Reader], real: str
) -> None:
    reader, other = reader_with(permissions=["clipboard-read", "clipboard-write"]), another()
    page = reader.open(f"{real}/evolutions?indicateur=niveau-vie-median&annee=2019")
    press(reader, page.locator("[data-copier]"))
    expect(page.locator("[role=status]")).to_contain_text("Lien copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    other.open(copied)
    assert other.page.title() == page.title()
    for part in ("h2", ".lecture", ".source"):
        said = page.locator(f".carte-ecart {part}").inner_text()
        expect(other.page.locator(f".carte-ecart {part}")).to_have_text(said)
    assert reader.acts <= 1


def test_t9_by_keyboard_all_watched_quarters_with_their_communes(reader: Reader, real: str) -> None:
    page = reader.open(real)
    press(reader, page.locator("header nav a", has_text="Quartiers"))
    page.wait_for_url("**/quartiers")
    reader.live()
    reach(reader, page.locator(".carte-liste tbody a:not(.acte)", has_text="Galerie de Chartreuse"))
    assert page.locator(".carte-liste tbody a:not(.acte)").count() == 18
    assert reader.acts <= 2


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_t10_by_keyboard_the_csv_of_what_is_displayed(reader: Reader, real: str, key: str) -> None:
    page = reader.open(real)
    press(reader, page.locator(".carte-tendance .tiroir-export summary"), key)
    with page.expect_download() as caught:
        press(reader, page.locator(".carte-tendance .tiroir-export a[href*='.csv']"))
    content = caught.value.path().read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][:2] == ["2012", "32,3"]
    assert caught.value.suggested_filename.endswith(".csv")
    assert reader.acts <= 2


FILES = {
    "t5 the sheet of a quarter": ("Quartiers", "Biollay - Bellevue", "Fiche du quartier", ".pdf"),
    "t6 all the sheets of a year": ("Quartiers", "", "en un ZIP", ".zip"),
    "t11 the slides of the report": ("Bilan annuel", "", "À projeter, PPTX", ".pptx"),
}


@pytest.mark.parametrize("task", FILES)
def test_by_keyboard_and_without_script_a_file_is_three_steps_away(
    reader_with: Callable[..., Reader], real: str, task: str
) -> None:
    entry, quarter, link, form = FILES[task]
    reader = reader_with(java_script_enabled=False)
    page = reader.page
    page.goto(real)
    for name in filter(None, (entry, quarter)):
        where = "nav" if name == entry else "main table"
        target = page.locator(where).get_by_role("link", name=name).first
        target.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text(
            re.compile(name.split()[0], re.IGNORECASE)
        )
        reader.acts += 1
    with page.expect_download() as caught:
        page.get_by_role("link", name=link).first.press("Enter")
    assert caught.value.suggested_filename.endswith(form)
    assert caught.value.path().stat().st_size > 10_000
    assert reader.acts + 1 <= 3


def test_a_remote_control_shows_figures_one_by_one_and_leaves_where_the_reader_was(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions?annee=2016")
    press(reader, page.get_by_role("link", name="Projeter"))
    screens, focused = page.locator(".diapo"), page.locator(".diapo:focus")
    expect(focused).to_have_attribute("id", "diapo-1")
    for key, rank in (("PageDown", 2), ("ArrowRight", 3), ("PageUp", 2), ("End", 4), ("Home", 1)):
        page.keyboard.press(key)
        expect(focused).to_have_attribute("id", f"diapo-{rank}")
        expect(focused).to_be_in_viewport(ratio=0.9)
    expect(screens).to_have_count(4)
    page.keyboard.press("n")
    expect(focused.locator(".diapo-notes .notes")).to_be_visible()
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    reader.live()
    assert page.url == f"{real}/actions?annee=2016#panneau-montants"


def test_the_drawer_of_a_phone_opens_and_closes_by_keyboard(
    reader_with: Callable[..., Reader], real: str
) -> None:
    reader = reader_with(viewport={"width": 390, "height": 844})
    page = reader.open(real)
    assert not page.locator("select[name=annee]").is_visible()
    press(reader, page.locator(".filtres .tiroir summary"))
    expect(page.locator("select[name=annee]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("select[name=annee]")).not_to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_years_of_the_map_play_until_another_act_and_move_by_the_slider(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/quartiers?annee=2017")
    told, slider = page.locator(".temps output"), page.locator(".temps input[type=range]")
    button = page.locator("[data-lire]")
    press(reader, button)
    expect(button).to_contain_text("Pause")
    expect(told).to_have_text("2018")
    expect(button).to_be_focused()
    page.keyboard.press("Shift")
    expect(button).to_contain_text("Lecture")
    reader.page.go_back()
    expect(told).to_have_text("2017")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(told).to_have_text("2018")
    expect(page.locator(".carte-carte .sous-titre")).to_contain_text("2018")
    expect(slider).to_be_focused()
    reader.hold()
