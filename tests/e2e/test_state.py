"""The address is the state: Back, reload, two readers, no script, no referer."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.conftest import Reader, Window, press


def test_back_takes_the_reader_and_the_controls_back(reader: Reader, real: str) -> None:
    page = reader.open(real)
    reader.choose("pilier", "emploi")
    reader.choose("annee", "2016")
    expect(page.locator(".carte-montants")).not_to_contain_text("Cohésion sociale »")
    page.go_back()
    expect(page.locator("select[name=annee]")).to_have_value("2025")
    expect(reader.chosen("pilier")).to_have_text("Développement économique et emploi")
    page.go_back()
    expect(reader.chosen("pilier")).to_have_text("Tous les piliers")
    assert page.url.rstrip("/") == real


def test_a_reload_shows_the_same_view(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/evolutions?annee=2019&indicateur=niveau-vie-median")
    before = page.locator(".carte-ecart h2").inner_text()
    page.reload()
    reader.live()
    assert page.locator(".carte-ecart h2").inner_text() == before
    assert "2019" in before


def test_filters_follow_the_reader_from_page_to_page(reader: Reader, real: str) -> None:
    page = reader.open(real)
    reader.choose("annee", "2018")
    page.locator("nav a", has_text="Actions").click()
    reader.live()
    assert "annee=2018" in page.url
    expect(page.locator("select[name=annee]")).to_have_value("2018")


def test_a_click_on_a_bar_on_a_legend_on_a_quarter_filters_the_page(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions")
    press(page, page.locator(".carte-montants a:has(> text)", has_text="Développement"))
    page.wait_for_url("**pilier=emploi**")
    page.goto(f"{real}/quartiers")
    reader.live()
    press(page, page.locator(".carte-carte .statique a", has_text="Biollay").last)
    page.get_by_role("link", name="Filtrer cette page").click()
    page.wait_for_url("**quartier=QP073001**")
    page.goto(real)
    reader.live()
    bars = page.locator(".carte-montants a[data-choix='annee=2018']", has_text="Cohésion")
    press(page, bars.first)
    page.wait_for_url("**annee=2018**")
    expect(page.locator("select[name=annee]")).to_have_value("2018")


def test_several_quarters_are_ticked_together_and_removed_one_by_one(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/quartiers?annee=2024&pilier=cohesion-sociale")
    boxes = page.locator(".plusieurs[data-cle=quartier]")
    boxes.locator("summary").click()
    boxes.get_by_label("Les Hauts-de-Chambéry").check()
    boxes.get_by_label("Biollay - Bellevue").check()
    page.wait_for_url("**quartier=QP073001%2CQP073002**")
    expect(reader.chosen("quartier")).to_have_text("2\u00a0quartiers")
    expect(page.locator("#annonce")).to_contain_text("Biollay - Bellevue et Les Hauts-de-Chambéry")
    page.keyboard.press("Escape")
    expect(boxes.locator(".choix-plis")).not_to_be_visible()
    press(page, page.locator(".carte-carte .statique a", has_text="Chantemerle").last)
    page.get_by_role("link", name="L’ajouter aux quartiers choisis").click()
    expect(reader.chosen("quartier")).to_have_text("3\u00a0quartiers")
    expect(page.locator(".filtres-actifs li", has_text="Quartier")).to_have_count(3)
    page.locator(".filtres-actifs a", has_text="Biollay").click()
    expect(page.locator(".filtres-actifs li", has_text="Quartier")).to_have_count(2)
    page.locator(".filtres-actifs a", has_text="Chantemerle").click()
    expect(reader.chosen("quartier")).to_have_text("Les Hauts-de-Chambéry")
    expect(page.locator(".filtres-actifs li", has_text="Quartier")).to_have_count(1)
    page.locator(".filtres-actifs a", has_text="Pilier").click()
    expect(reader.chosen("pilier")).to_have_text("Tous les piliers")
    page.wait_for_url(f"{real}/quartiers?annee=2024&quartier=QP073002")


def test_an_address_that_asks_what_does_not_exist_says_so(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/?annee=2035&quartier=inconnu")
    expect(page.locator("#filtres-ecartes")).to_contain_text("2035")
    expect(page.locator("#filtres-ecartes")).to_contain_text("inconnu")


def test_two_readers_at_once_never_see_each_other(
    reader: Reader, another: Callable[..., Reader], real: str
) -> None:
    one, other = reader, another()
    one.open(f"{real}/actions")
    other.open(f"{real}/actions")
    one.choose("annee", "2016")
    other.choose("annee", "2020")
    expect(one.page.locator(".decompte")).to_contain_text("447\u202f268")
    expect(other.page.locator(".decompte")).to_contain_text("601\u202f557")
    one.choose("pilier", "emploi")
    expect(one.page.locator(".decompte")).to_contain_text("6\u00a0subventions")
    expect(other.page.locator(".decompte")).to_contain_text("113\u00a0subventions")


def test_without_script_the_page_is_whole_and_its_form_filters(
    reader_with: Callable[..., Reader], real: str
) -> None:
    plain = reader_with(java_script_enabled=False)
    plain.page.goto(f"{real}/actions")
    assert plain.page.locator(".trace > svg").count() >= 4
    plain.page.select_option("select[name=annee]", "2020")
    plain.page.locator(".filtres button[type=submit]").click()
    assert "annee=2020" in plain.page.url
    assert "601" in plain.page.locator(".decompte").inner_text()
    plain.page.locator(".liste thead a", has_text="Porteur").click()
    assert "tri=porteur" in plain.page.url
    assert "annee=2020" in plain.page.url
    plain.page.locator(".carte-montants a:has(> text)", has_text="Développement").click()
    assert "pilier=emploi" in plain.page.url
    assert "annee=2020" in plain.page.url


def test_the_report_of_another_year_is_another_page(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/bilan/2016")
    page.select_option("select[name=annee]", "2017")
    page.wait_for_url("**/bilan/2017")
    expect(page.locator("h1").first).to_contain_text("2017")


def test_a_change_is_announced_once_in_a_sentence(reader: Reader, real: str) -> None:
    page = reader.open(real)
    reader.choose("annee", "2016")
    expect(page.locator("#annonce")).to_contain_text("64\u00a0subventions de l’État")
    assert page.locator("#annonce").get_attribute("role") == "status"
    assert "2016" in page.title()


def test_a_browser_that_hides_where_it_comes_from_sees_the_same(reader: Reader, real: str) -> None:
    reader.page.route(
        "**/*",
        lambda route: route.continue_(
            headers={k: v for k, v in route.request.headers.items() if k.lower() != "referer"}
        ),
    )
    reader.open(f"{real}/actions?annee=2020")
    expect(reader.page.locator(".decompte")).to_contain_text("601\u202f557")
    reader.choose("annee", "2016")
    expect(reader.page.locator(".decompte")).to_contain_text("447\u202f268")


def test_where_scripts_do_not_arrive_the_page_stays_plain_and_usable(
    reader: Reader, real: str
) -> None:
    reader.allowed.append("ERR_FAILED")
    page = reader.page
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{real}/actions?annee=2020")
    expect(page.locator("#page-vivante .decompte")).to_contain_text("601\u202f557")
    assert page.locator("#page-vivante .trace > svg").first.is_visible()
    page.select_option("select[name=annee]", "2016")
    page.locator(".filtres button[type=submit]").click()
    expect(page.locator(".decompte")).to_contain_text("447\u202f268")
    page.locator(".plusieurs[data-cle=pilier] summary").click()
    for pillar in ("cadre-de-vie", "emploi"):
        page.locator(f".plusieurs input[value={pillar}]").check()
    page.locator(".filtres button[type=submit]").click()
    page.wait_for_url("**pilier=cadre-de-vie&pilier=emploi**")
    expect(page.locator(".filtres-actifs li", has_text="Pilier")).to_have_count(2)
    page.locator(".carte-tendance, .carte-montants").first.locator("summary").first.click()
    expect(page.locator(".carte-montants details[open] table")).to_be_visible()


def test_a_hostile_address_shows_the_default_view_and_says_so(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/?pilier=<script>window.pris=1</script>&annee=';--&periode=9-1")
    assert page.evaluate("window.pris") is None
    expect(page.locator("#filtres-ecartes")).to_contain_text("<script>")
    expect(page.locator("select[name=annee]")).to_have_value("2025")
    expect(reader.chosen("pilier")).to_have_text("Tous les piliers")


def test_the_first_of_several_years_is_kept_when_the_last_one_changes(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions?periode=2016-2018")
    since, last = (page.locator(f"select[name={name}]") for name in ("depuis", "annee"))
    expect(last).to_have_value("2018")
    expect(since).to_have_value("2016")
    reader.choose("annee", "2017")
    assert "depuis=2016" in page.url
    assert "periode" not in page.url
    page.go_back()
    expect(last).to_have_value("2018")
    expect(since).to_have_value("2016")


def test_what_a_click_on_a_figure_filters_stands_in_the_bar_and_can_be_cleared(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions")
    press(page, page.locator(".carte-montants a:has(> text)", has_text="Développement"))
    page.wait_for_url("**pilier=emploi**")
    expect(reader.chosen("pilier")).to_have_text("Développement économique et emploi")
    page.locator(".filtres-actifs a", has_text="Tout effacer").click()
    expect(reader.chosen("pilier")).to_have_text("Tous les piliers")
    assert "pilier" not in page.url


def test_the_page_of_the_list_and_its_order_are_in_the_address(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions?annee=2020")
    page.locator(".pages a", has_text="2").first.click()
    page.wait_for_url("**page=2**")
    page.locator(".liste thead a", has_text="Porteur").click()
    page.wait_for_url("**tri=porteur**")
    assert "page=" not in page.url
    expect(page.locator(".liste th[aria-sort=ascending]")).to_contain_text("Porteur")
    first = page.locator(".liste tbody tr").first.inner_text()
    page.reload()
    reader.live()
    assert page.locator(".liste tbody tr").first.inner_text() == first


def test_a_page_whose_publication_is_gone_is_loaded_anew_and_never_mixed(
    reader: Reader, real: str
) -> None:
    reader.allowed.append("410")
    page = reader.open(f"{real}/?pilier=emploi")
    page.evaluate("window.dash_clientside.set_props('page', { publication: 'disparue' })")
    with page.expect_navigation(url="**annee=2018**"):
        page.select_option("select[name=annee]", "2018")
    reader.live()
    assert "pilier=emploi" in page.url
    expect(page.locator("select[name=annee]")).to_have_value("2018")
    expect(page.locator("#panne")).to_be_empty()


def test_every_filter_in_force_stays_in_sight_and_goes_by_one_press(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions?theme=sante&recherche=atelier")
    page.evaluate("window.scrollTo(0, 2000)")
    chips = page.locator(".filtres-actifs .puce")
    expect(chips).to_have_count(2)
    expect(chips.first).to_be_in_viewport()
    chips.filter(has_text="Santé").click()
    expect(page).to_have_url(f"{real}/actions?recherche=atelier")
    expect(chips).to_have_count(1)
    expect(page.locator("#annonce")).to_contain_text("recherche")
    assert page.evaluate("document.activeElement.id") == "filtres-actifs"


def test_what_takes_the_focus_is_never_under_the_filters_in_force(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions?theme=sante")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.locator(".pied a").first.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        hidden = page.evaluate(
            "(() => { const bar = document.querySelector('.filtres-actifs');"
            " const [over, under] = [bar, document.activeElement]"
            ".map(one => one.getBoundingClientRect());"
            " return !bar.contains(document.activeElement)"
            " && under.top >= over.top && under.bottom <= over.bottom; })()"
        )
        assert not hidden


def test_a_search_is_sent_by_its_button(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions")
    page.fill("input[name=recherche]", "atelier")
    page.locator("main").get_by_role("button", name="Rechercher").click()
    page.wait_for_url("**recherche=atelier")
    expect(page.locator(".filtres-actifs .puce")).to_have_count(1)
    expect(page.locator(".ouverture .chapeau")).to_contain_text("atelier")


def test_the_explorer_and_what_changed_follow_their_lists_and_say_it(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions?annee=2025")
    card, steps = page.locator(".carte-explorer"), page.locator(".carte-changements")
    card.locator("select[name=selon]").focus()
    page.keyboard.type("Port")
    page.wait_for_url("**selon=porteur**")
    expect(card.locator("h2")).to_contain_text("par porteur, 2025")
    card.locator("select[name=face-a]").select_option("2023")
    page.wait_for_url("**face-a=2023**")
    expect(card.locator(".sous-titre")).to_contain_text("trait\u00a0: 2023")
    expect(steps.locator("h2")).to_contain_text("de 2023 à 2025")
    steps.get_by_label("porteur par porteur").click()
    page.wait_for_url("**detail=porteurs**")
    expect(steps.locator(".lecture")).to_contain_text("porteurs")
    page.go_back()
    expect(steps.locator(".lecture")).to_contain_text("actions")


def test_the_explorer_is_a_form_without_script(window: Window, real: str) -> None:
    page = window(java_script_enabled=False).new_page()
    page.goto(f"{real}/actions?pilier=emploi")
    card = page.locator(".carte-explorer")
    card.locator("select[name=combien]").select_option("nombre")
    card.locator("button.appliquer").click()
    expect(card.locator("h2")).to_contain_text("Nombre de subventions")
    assert "pilier=emploi" in page.url
    page.close()
