"""What each public comes to do, done as a person would, within a bound on interactions."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.conftest import Reader


def said(reader: Reader, selector: str) -> str:
    text = reader.page.locator(selector).first.inner_text()
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_t1_state_grants_for_employment_in_2016(reader: Reader, real: str) -> None:
    reader.open(real)
    reader.choose("pilier", "emploi")
    reader.choose("annee", "2016")
    expect(reader.page.locator(".ouverture")).to_contain_text("23")
    assert "6 subventions de l’État (programme 147)" in said(reader, ".chiffres")
    assert reader.acts <= 2


def test_t1b_money_granted_for_employment_in_one_quarter_in_one_year(
    reader: Reader, fictional: str
) -> None:
    page = reader.open(fictional)
    reader.choose("pilier", "emploi")
    reader.choose("annee", "2022")
    boxes = page.locator(".plusieurs[data-cle=quartier] input:enabled")
    quarter = boxes.first.get_attribute("value") or ""
    reader.choose("quartier", quarter)
    expect(page.locator("#annonce")).to_contain_text("2022")
    assert "€" in said(reader, ".chiffres")
    assert reader.acts <= 3


def test_t2_the_gap_of_2019_and_what_one_may_say_of_it(reader: Reader, real: str) -> None:
    page = reader.open(real)
    reader.choose("annee", "2019")
    expect(page.locator(".carte-ecart h2")).to_contain_text("8\u202f900")
    expect(page.locator(".carte-ecart h2")).to_contain_text("de moins aux")
    expect(page.locator(".carte-ecart .verdict")).to_contain_text(
        re.compile("on ne peut pas dire", re.IGNORECASE)
    )
    assert reader.acts <= 3


def test_t7_who_received_money_for_chantiers_educatifs_year_by_year(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions")
    reader.type("input[name=recherche]", "chantiers éducatifs")
    card = page.locator(".carte-par-an")
    expect(card).to_contain_text("Sauvegarde de l’enfance")
    expect(card).to_contain_text("19\u202f000\u00a0€")
    assert reader.acts <= 3


def test_t7b_who_funds_an_action(reader: Reader, fictional: str) -> None:
    page = reader.open(f"{fictional}/actions")
    reader.click(".liste tbody th a")
    reader.live()
    expect(page.locator(".carte-financement")).to_contain_text("État")
    assert page.locator(".carte-financement tbody tr").count() > 1
    assert reader.acts <= 3


def test_t8_a_link_opened_elsewhere_shows_the_same_view(
    reader: Reader, another: Callable[..., Reader], real: str
) -> None:
    reader.open(f"{real}/actions")
    reader.choose("annee", "2020")
    expect(reader.page.locator(".decompte")).to_contain_text("113")
    other = another()
    other.open(reader.page.url)
    assert said(other, ".decompte") == said(reader, ".decompte")
    assert other.page.title() == reader.page.title()


def test_t9_all_watched_quarters_with_their_communes(reader: Reader, real: str) -> None:
    page = reader.open(real)
    reader.click("nav a[href^='/quartiers']")
    reader.live()
    listed = said(reader, ".carte-liste")
    for name, commune in (
        ("Chantemerle", "Chambéry"),
        ("Les Épinettes", "Barby et La Ravoire"),
        ("Galerie de Chartreuse", "Barberaz"),
    ):
        assert name in listed
        assert commune in listed
    assert page.locator(".carte-liste tbody a:not(.acte)").count() == 18
    assert reader.acts <= 2


def test_t10_the_csv_of_what_is_displayed(reader: Reader, real: str) -> None:
    page = reader.open(real)
    reader.click(".carte-tendance .tiroir-export summary")
    with page.expect_download() as caught:
        reader.click(".carte-tendance .tiroir-export a[href*='.csv']")
    content = caught.value.path().read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows[0][0] == "Année"
    assert rows[1][:2] == ["2012", "32,3"]
    assert reader.acts <= 2
