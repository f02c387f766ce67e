"""An answer that comes late or fails never misleads; nothing is taken from under a finger."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

from playwright.sync_api import Route, expect

from tests.e2e.conftest import Reader


def test_an_answer_that_comes_late_is_never_shown(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions")
    held: list[Route] = []

    def answer(route: Route) -> None:
        question: Any = route.request.post_data_json
        asked = parse_qs(str(question["inputs"][0]["value"]).lstrip("?"))
        if asked.get("annee") == ["2018"]:
            held.append(route)
        else:
            route.continue_()

    page.route("**/_dash-update-component*", answer)
    reader.ask("annee", "2018")
    waiting = page.locator("#page-vivante[aria-busy=true]")
    expect(waiting).to_have_css("cursor", "progress")
    reader.choose("annee", "2020")
    shown = page.locator("#annonce")
    expect(shown).to_contain_text("2020")
    before = shown.inner_text()
    for route in held:
        route.continue_()
    page.wait_for_timeout(1_500)
    assert held
    expect(waiting).to_have_count(0)
    assert shown.inner_text() == before
    assert "annee=2020" in page.url
    assert page.locator(".decompte").first.inner_text().startswith("113")


def test_an_update_that_fails_is_told_until_one_succeeds(reader: Reader, real: str) -> None:
    reader.allowed += ["500", "Callback error", "Internal"]
    page = reader.open(f"{real}/actions")
    page.route("**/_dash-update-component*", lambda route: route.fulfill(status=500, body="{}"))
    reader.choose("annee", "2018")
    told = page.get_by_role("alert").filter(has_text="n’a pas pu être mise à jour")
    told.wait_for()
    expect(page.locator("#page-vivante[aria-busy=true]")).to_have_count(0)
    page.unroute("**/_dash-update-component*")
    reader.choose("annee", "2020")
    told.wait_for(state="detached")
    assert page.locator(".decompte").first.inner_text().startswith("113")


def test_a_control_that_nobody_touched_leaves_the_address_alone(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions?annee=2020")
    page.evaluate("document.querySelector('select[name=annee]').value = '2018'")
    reader.choose("pilier", "emploi")
    assert "annee=2020" in page.url


def test_what_is_being_pressed_is_not_taken_away(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions?annee=2020")
    link = page.locator(".liste thead a", has_text="Porteur").element_handle()
    assert link is not None
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    with page.expect_response("**/_dash-update-component*"):
        reader.ask("annee", "2018")
    page.wait_for_timeout(400)
    assert link.evaluate("(element) => element.isConnected")
    page.mouse.up()
    page.wait_for_url("**tri=porteur**")
