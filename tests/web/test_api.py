"""The addresses for programs: what they answer is what they declare, and what the pages say."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from dashboard import catalogue
from dashboard.api import openapi
from dashboard.api.resource import MOST, ROOT
from dashboard.api.resources import RESOURCES
from dashboard.domain.indicator import HIDDEN
from dashboard.domain.selection import Selection
from dashboard.exports import data_file
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.samples import param
from tests.walked import some


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def asked(client: FlaskClient, where: str, status: int = 200) -> Any:
    answer = client.get(f"{ROOT}{where}")
    assert answer.status_code == status, (where, answer.text[:300])
    return answer.get_json(force=True)


def every(client: FlaskClient, where: str) -> list[Any]:
    """All the pages of a list together."""
    mark = "&" if "?" in where else "?"
    found: list[Any] = []
    pages = 1
    while len(found) // MOST < pages:
        number = len(found) // MOST + 1
        got = asked(client, f"{where}{mark}page={number}&par_page={MOST}")
        pages = got["page"]["pages"]
        found += got["donnees"]
        if number == pages:
            break
    return found


def examples(store: Store) -> dict[str, str]:
    """An address of each resource."""
    action = store.actions.page(Selection(year=store.choices.default_year)).actions[0]
    slug = store.values.indicators[0].slug
    view = quote("/bilan/2016")
    return {
        "/territoire": "/territoire",
        "/quartiers": "/quartiers",
        "/indicateurs": "/indicateurs",
        "/indicateurs/{indicateur}": f"/indicateurs/{slug}",
        "/indicateurs/{indicateur}/valeurs": f"/indicateurs/{slug}/valeurs",
        "/actions": "/actions",
        "/actions/{id}": f"/actions/{action.code}",
        "/vues": f"/vues?adresse={view}",
        "/vues/{figure}": f"/vues/piliers?adresse={view}",
    }


def test_the_document_is_valid_openapi_and_lists_every_address(
    client: FlaskClient, store: Store
) -> None:
    document = asked(client, "/openapi.json")
    OpenAPIV31SpecValidator(document).validate()
    assert set(document["paths"]) == {item.path for item in RESOURCES} == set(examples(store))
    rules = {str(rule) for rule in client.application.url_map.iter_rules()}
    for path in document["paths"]:
        assert ROOT + path.replace("{", "<").replace("}", ">") in rules


def test_the_validator_sees_a_document_that_is_wrong(client: FlaskClient) -> None:
    document = asked(client, "/openapi.json")
    document["paths"]["/quartiers"]["get"]["parameters"][0]["in"] = "ailleurs"
    assert list(OpenAPIV31SpecValidator(document).iter_errors())


def test_each_address_answers_what_it_declares(client: FlaskClient, store: Store) -> None:
    where = examples(store)
    for item in some(RESOURCES):
        found = asked(client, where[item.path])
        faults = [fault.message for fault in OAS31Validator(openapi.whole(item)).iter_errors(found)]
        assert faults == [], item.path
        assert found["publication"]["empreinte"] == store.digest
        assert found["fictif"] is store.settings.fictional
        assert store.digest in found["citer"]
        assert all(source["licence"] for source in found["sources"])


def test_a_declared_shape_refuses_what_it_does_not_declare(
    client: FlaskClient, store: Store
) -> None:
    item = next(item for item in RESOURCES if item.path == "/quartiers")
    found = asked(client, "/quartiers")
    found["donnees"][0]["secret"] = 1
    assert list(OAS31Validator(openapi.whole(item)).iter_errors(found))


def test_the_series_are_those_of_the_store_and_absent_is_null(
    client: FlaskClient, store: Store
) -> None:
    count = 0
    for item in store.values.indicators[::7]:
        for series in every(client, f"/indicateurs/{item.slug}/valeurs"):
            for point in series["points"]:
                held = store.values.observation(item, series["territoire"], point["annee"])
                assert held is not None
                assert point["valeur"] == (
                    None if held.value is None else pytest.approx(held.value, abs=0.51)
                )
                assert bool(point["motif"]) is (held.status in HIDDEN)
                assert point["statut"] == str(held.status)
                if held.value is not None:
                    said = catalogue.indicator(item.slug).format(held.value, held.step)
                    assert said == catalogue.indicator(item.slug).format(point["valeur"], held.step)
                count += 1
    assert count > 100


def test_the_actions_of_a_year_are_all_there_and_make_its_total(
    client: FlaskClient, store: Store
) -> None:
    year = store.choices.years[1]
    found = every(client, f"/actions?annee={year}")
    amount, funded = store.money.total(Selection(year=year))
    assert len({action["id"] for action in found}) == len(found)
    assert sum(action["montant"] is not None for action in found) == funded
    assert sum(action["montant"] or 0 for action in found) == pytest.approx(amount)
    assert not any(action["montant"] == 0 for action in found)


def test_each_figure_of_each_page_has_the_values_of_its_file(
    client: FlaskClient, store: Store
) -> None:
    count = 0
    for page in PAGES:
        asked_of = param(page, store)
        path = page.path.replace("*", asked_of)
        view = router.view_of(page, asked_of, "", store)
        shown = exhibits_of(page, view)
        listed = every(client, f"/vues?adresse={quote(path)}")
        assert [one["figure"] for one in listed] == [one.slug for one in shown]
        for value in {one.slug: one for one in reversed(shown)}.values():
            got = asked(client, f"/vues/{value.slug}?adresse={quote(path)}&par_page={MOST}")
            rows = data_file.rows(value.table)[:MOST]
            assert got["donnees"]["colonnes"] == data_file.header(value.table)
            assert got["donnees"]["filtres"] == value.frame.sentence
            assert got["donnees"]["source"] == value.source
            for line, cells in zip(got["donnees"]["lignes"], rows, strict=True):
                for said, cell in zip(line, cells, strict=True):
                    assert (said["texte"], said["valeur"]) == (cell.text, cell.value)
                    count += 1
    assert count > 500


@pytest.mark.parametrize(
    ("where", "status", "said"),
    [
        ("/nulle-part", 404, "Aucune donnée à cette adresse"),
        ("/indicateurs/zut", 404, "n’est pas un indicateur"),
        ("/indicateurs/zut/valeurs", 404, "n’est pas un indicateur"),
        ("/actions/zut", 404, "n’est l’identifiant d’aucune ligne"),
        ("/actions?annee=1800", 400, "« annee » ne peut pas valoir « 1800 »"),
        ("/actions?pilier=zut", 400, "« pilier » ne peut pas valoir « zut »"),
        ("/actions?zut=1", 400, "n’est pas un paramètre"),
        ("/actions?annee=2016&annee=2017", 400, "plusieurs fois"),
        ("/actions?par_page=201", 400, "de 1 à 200"),
        ("/actions?par_page=0", 400, "de 1 à 200"),
        ("/actions?page=٢", 400, "de 1 à 100000"),
        ("/actions?page=99999", 404, "La liste n’a que"),
        ("/quartiers?generation=1999", 400, "2015"),
        ("/vues", 400, "Il manque « adresse »"),
        ("/vues?adresse=/zut", 404, "ne mène à aucune page"),
        ("/vues?adresse=//exemple.org/", 404, "ne mène à aucune page"),
        ("/vues?adresse=http://[x", 404, "ne mène à aucune page"),
        ("/vues/zut?adresse=/", 404, "pas de figure"),
    ],
)
def test_a_question_without_answer_is_told_why_in_french(
    client: FlaskClient, where: str, status: int, said: str
) -> None:
    answer = client.get(f"{ROOT}{where}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    problem = json.loads(answer.text)
    assert problem["status"] == status
    assert said in problem["detail"].replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_written_there(client: FlaskClient) -> None:
    for method in ("post", "put", "delete", "patch"):
        answer = getattr(client, method)(f"{ROOT}/actions")
        assert answer.status_code == 405
        assert answer.mimetype == "application/problem+json"


def test_any_site_may_read_it_and_what_is_held_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(f"{ROOT}/quartiers")
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert first.headers["Cache-Control"] == "no-cache"
    assert 'rel="service-desc"' in first.headers["Link"]
    again = client.get(f"{ROOT}/quartiers", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")
    other = client.get(
        f"{ROOT}/quartiers?par_page=1", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert other.status_code == 200
    with client.get("/telecharger/actions.csv") as file:
        assert file.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/").headers
    assert "Disallow: /api/" in client.get("/robots.txt").text


def test_a_frozen_address_answers_the_same_and_says_so(client: FlaskClient, store: Store) -> None:
    live = asked(client, "/territoire")
    where = live["publication"]["adresse_figee"]
    assert where == f"/v/{store.digest}{ROOT}/territoire"
    answer = client.get(where)
    assert answer.headers["Cache-Control"] == "no-cache"  # a withdrawn one is not read elsewhere
    frozen = answer.get_json()
    assert frozen["donnees"] == live["donnees"]
    assert (live["publication"]["figee"], frozen["publication"]["figee"]) == (False, True)
    document = client.get(f"/v/{store.digest}{ROOT}/openapi.json").get_json()
    assert document["servers"] == [{"url": f"/v/{store.digest}{ROOT}"}]
    gone = client.get(f"/v/0123456789abcdef{ROOT}/territoire")
    assert (gone.status_code, gone.mimetype) == (410, "application/problem+json")


def test_what_a_reader_looks_for_is_kept_nowhere(client: FlaskClient) -> None:
    answer = client.get(f"{ROOT}/vues?adresse={quote('/recherche?mots=motcherche')}")
    assert answer.headers["Cache-Control"] == "no-store"
