"""The look and the French that the browser gives to every figure."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

DRAWN = """async (format) => {
  const box = document.body.appendChild(document.createElement("div"));
  const figure = { data: [{ type: "bar", x: ["2016-08-01", "2016-09-01"], y: [1250, 12500] }] };
  const layout = { width: 600, height: 400, xaxis: { type: "date", tickformat: "%b %Y" },
    yaxis: { tickformat: format } };
  await window.Plotly.newPlot(box, figure.data, layout);
  const texts = [...box.querySelectorAll("text")].map((text) => text.textContent);
  const { font, dragmode, hoverlabel, paper_bgcolor, yaxis, transition } = box._fullLayout;
  const kept = "template" in layout;
  window.Plotly.purge(box);
  box.remove();
  return { texts, kept, dragmode, family: font.family, paper: paper_bgcolor,
    zero: yaxis.zeroline, grid: yaxis.gridcolor, edge: hoverlabel.bordercolor,
    duration: transition ? transition.duration : null };
}"""
TOKEN = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"


def _drawn(page: Page, site: str, number: str = ",.0f") -> dict[str, Any]:
    page.goto(f"{site}/evolutions?indicateur=taux-pauvrete")
    page.wait_for_function("() => window.Plotly !== undefined")
    return dict(page.evaluate(DRAWN, number))


def test_a_figure_without_template_takes_its_look_from_the_tokens(page: Page, real: str) -> None:
    drawn = _drawn(page, real)
    assert drawn["family"] == page.evaluate(TOKEN, "--sans")
    assert drawn["grid"] == page.evaluate(TOKEN, "--rule-2")
    assert drawn["edge"] == page.evaluate(TOKEN, "--ink-3")
    assert (drawn["paper"], drawn["zero"], drawn["dragmode"]) == ("rgba(0,0,0,0)", False, False)


def test_the_layout_that_the_server_gave_is_not_written_to(page: Page, real: str) -> None:
    assert _drawn(page, real)["kept"] is False


def test_thousands_and_months_are_written_in_french(page: Page, real: str) -> None:
    texts = _drawn(page, real)["texts"]
    assert "10\u202f000" in texts
    assert "août 2016" in texts
    assert any(text.startswith("sept. ") for text in texts)


def test_an_amount_has_its_sign_after_a_space_that_does_not_break(page: Page, real: str) -> None:
    assert "10\u202f000\u00a0€" in _drawn(page, real, "$,.0f")["texts"]


def test_nothing_moves_for_those_who_asked_for_stillness(browser: Browser, real: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    assert _drawn(context.new_page(), real)["duration"] == 0
    context.close()
