"""Rows are added, changed and removed in forms: in a draft, checked and published as a file is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import select

from dashboard.depot import Deposit, Depot, VersionOrigin
from dashboard.depot.edits import key_of, mark_of
from dashboard.schema import TABLES, Record
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft, Job, JournalEntry, TypedEdit
from dashboard.staff.drafts import drafts
from dashboard.staff.forms.forms import LONG, SHORT
from dashboard.staff.public import truth
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import TERRITORY, Browser, Someone, worked

pytestmark = pytest.mark.usefixtures("here")

EVENT = {
    "date": "14/3/2025",
    "precision": "jour",
    "titre": "Assises de la ville",
    "texte": "Une journée\navec les habitants.",
    "source": "saisie-agents",
}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}"


@pytest.fixture
def writer(someone: Someone) -> Browser:
    return someone(StaffRole.WRITER)


def rows(settings: StaffSettings, table: str) -> Sequence[Record]:
    from dashboard.depot.compare import readable

    return readable(f"{table}.csv", truth.truth(settings).files)


def address(table: str, row: dict[str, str]) -> str:
    return f"/agents/tables/{table}/{mark_of(table, key_of(table, row))}"


def form_of(browser: Browser, where: str) -> dict[str, object]:
    """What the form at that address would send as it stands."""
    page = browser.open(where).text
    return dict(_fields(page))


def _fields(page: str) -> Iterator[tuple[str, object]]:
    body = page[page.index('aria-label="Remplir" novalidate') :]
    body = body[: body.index("</form>")]
    for name, value in re.findall(
        r'<input class="form-control"[^>]*name="(\w+)" value="([^"]*)"', body
    ):
        yield name, html.unescape(value)
    for name, value in re.findall(
        r'<textarea[^>]*name="(\w+)"[^>]*>\n(.*?)</textarea>', body, re.S
    ):
        yield name, html.unescape(value)
    for name, options in re.findall(r'<select[^>]*name="(\w+)".*?>(.*?)</select>', body, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        yield name, html.unescape(chosen[1]) if chosen else ""
    ticked: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'type="checkbox" name="(\w+)" value="([^"]*)" id="[^"]*" checked', body
    ):
        ticked.setdefault(name, []).append(html.unescape(value))
    yield from ticked.items()


def send(browser: Browser, where: str, **said: object):  # type: ignore[no-untyped-def]
    """Send the form of that address, with these fields instead of what it holds."""
    fields = {**form_of(browser, where), **said}
    return browser.client.post(
        where, data={"csrf_token": browser.token(), "lu": browser.token("lu"), **fields}
    )


def _the_versions_say_whose_and_under_which_licence(published: StaffSettings) -> None:
    first, made = reversed(Depot(published.var).versions(TERRITORY))
    assert made.deposit.who == "Dominique Editor, sur un brouillon de Dominique Writer"
    assert (made.deposit.origin.source, made.deposit.origin.licence) == (
        "lignes saisies dans les formulaires",
        "Licence Ouverte 2.0",
    )
    assert (first.deposit.origin.source, first.deposit.origin.licence) == (
        "données inventées",
        "Licence Ouverte 2.0",
    )


def _the_journal_says_no_content(base: StaffBase) -> None:
    with base.unit() as unit:
        said = [
            line.what
            for line in unit.scalars(select(JournalEntry))
            if line.act == "lignes changées"
        ]
    assert len(said) == 1
    assert "Assises" not in said[0]


def test_a_row_is_added_checked_published_and_seen(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer, editor = someone(StaffRole.WRITER), someone(StaffRole.EDITOR)
    answer = send(writer, "/agents/tables/evenements/nouvelle", **EVENT)
    assert answer.headers["Location"] == "/agents/tables/evenements"
    listed = writer.open("/agents/tables/evenements?q=assises+14/03/2025").text
    assert all(said in listed for said in ("ajoutée", ">14/03/2025<"))
    assert Depot(published.var).versions(TERRITORY) == ()
    page = editor.open("/agents/brouillons/1").text
    assert "Assises de la ville" in page
    assert "Saisi par les agents" in page
    editor.send("/agents/brouillons/1/controler")
    assert worked(published, base) == "fini : Vos changements sont lus : voyez-les."
    page = editor.open("/agents/brouillons/1").text
    assert "Dates du contrat" in page
    editor.send("/agents/brouillons/1/publier", motif="Les assises")
    assert worked(published, base) == "fini : La version 2 est publiée."
    _the_versions_say_whose_and_under_which_licence(published)
    assert "<li>Dates du contrat" in editor.open("/agents/versions/2").text
    last = rows(published, "evenements")[-1]
    assert last["date"] == "2025-03-14"
    assert last["texte"] == EVENT["texte"]
    assert [row["id"] for row in rows(published, "sources")].count("saisie-agents") == 1
    _the_journal_says_no_content(base)
    told = someone(StaffRole.ADMIN).open("/agents/journal").text.replace("\xa0", " ")
    assert "Dates du contrat, « Assises de la ville »" in told


def test_a_row_is_changed_then_put_back_and_nothing_is_left_in_the_draft(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    held = rows(published, "evenements")[0]
    where = address("evenements", held)
    send(writer, where, texte="Un autre texte")
    page = writer.open("/agents/brouillons/1").text
    assert "<ins>Un autre texte</ins>" in page
    assert "changée" in writer.open("/agents/tables/evenements").text
    send(writer, where, texte=held["texte"])
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit)).all() == []


def test_a_row_added_in_the_draft_is_changed_and_removed_there(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    send(writer, "/agents/tables/evenements/nouvelle", **EVENT)
    where = address("evenements", {**EVENT, "date": "2025-03-14"})
    send(writer, where, texte="Un autre texte")
    with base.unit() as unit:
        mine = [one for one in unit.scalars(select(TypedEdit)) if one.file == "evenements"]
    assert [one.cells["texte"] for one in mine if one.cells] == ["Un autre texte"]
    writer.open(where)
    writer.send(f"{where}/retirer")
    with base.unit() as unit:
        assert "evenements" not in {one.file for one in unit.scalars(select(TypedEdit))}


def test_a_row_is_removed_and_the_check_says_who_names_it(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    where = address("orientations", rows(published, "orientations")[0])
    writer.open(where)
    writer.send(f"{where}/retirer")
    assert "retirée" in writer.open("/agents/tables/orientations").text
    assert "Votre brouillon retire cette ligne" in writer.open(where).text
    writer.open("/agents/brouillons/1")
    writer.send("/agents/brouillons/1/controler")
    assert worked(published, base) == "fini : Vos changements n’entrent pas."
    assert "n’est pas dans orientations.csv" in writer.open("/agents/brouillons/1").text
    with base.unit() as unit:
        number = unit.scalars(select(TypedEdit.id)).one()
    writer.send(f"/agents/brouillons/1/defaire/{number}")
    assert "Votre brouillon retire" not in writer.open(where).text


def test_each_fault_is_said_beside_its_field_and_at_the_top(writer: Browser) -> None:
    answer = send(writer, "/agents/tables/evenements/nouvelle", date="31/13/2025", precision="jour")
    assert answer.status_code == 422
    assert "<title>Erreur" in answer.text
    for field in ("date", "titre"):
        assert f'href="#{field}"' in answer.text
        assert f'id="{field}-erreur"' in answer.text
    assert "n’est pas une date" in answer.text
    assert 'value="31/13/2025"' in answer.text
    assert "2025-13-31" not in answer.text


@pytest.mark.parametrize(
    ("table", "said", "wrong"),
    [
        ("orientations", {"source": "nulle-part"}, "n’est pas dans sources.csv"),
        ("orientations", {"annee": "l’an dernier"}, "n’est pas une année"),
        ("orientations", {"texte": "x" * (LONG + 1)}, "dépasse"),
        ("orientations", {"titre": "x" * (SHORT + 1)}, "dépasse"),
        ("regles", {"motif": "("}, "expression régulière"),
        ("regles", {"pilier": "zut"}, "n’est pas dans les réglages du territoire"),
        ("contacts", {"nom": "Mme Dupont"}, "celui d’une personne"),
    ],
)
def test_what_the_schema_refuses_is_not_kept(
    writer: Browser,
    published: StaffSettings,
    base: StaffBase,
    table: str,
    said: dict[str, str],
    wrong: str,
) -> None:
    answer = send(writer, address(table, rows(published, table)[0]), **said)
    assert answer.status_code == 422
    assert wrong in answer.text
    with base.unit() as unit:
        assert unit.scalars(select(Draft)).all() == []


def test_a_text_that_names_a_person_is_confirmed_before_the_public_reads_it(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    known, plain = rows(published, "orientations")[:2]
    send(editor, address("orientations", known), texte="Voir Mme Jeanne Dupont.")
    send(editor, address("orientations", plain), texte="Voir le centre social.")
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/controler")
    worked(published, base)
    page = editor.open("/agents/brouillons/1").text.replace("\xa0", " ")
    assert page.count('name="confirme"') == page.count("ce texte nomme une personne") == 1
    assert f"« {known['titre']} », Texte : ce texte nomme une personne" in html.unescape(page)
    editor.send("/agents/brouillons/1/publier", motif="Les orientations")
    assert "Cochez chaque point" in editor.open("/agents/brouillons/1").text
    editor.send("/agents/brouillons/1/publier", motif="Les orientations", confirme="0")
    assert worked(published, base) == "fini : La version 2 est publiée."


def test_a_title_by_which_rows_are_told_apart_is_confirmed_where_it_names_a_person(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    first, second = rows(published, "evenements")[:2]
    send(editor, address("evenements", first), titre="Départ de Mme Jeanne Dupont")
    send(editor, address("evenements", second), titre="Départ du chantier")
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/controler")
    worked(published, base)
    page = html.unescape(editor.open("/agents/brouillons/1").text.replace("\xa0", " "))
    assert page.count('name="confirme"') == 1
    assert "Titre : ce texte nomme une personne" in page


def test_the_address_of_a_person_among_contacts_is_confirmed_and_that_of_a_service_is_not(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    first, second = rows(published, "contacts")[:2]
    send(editor, address("contacts", first), detail="jeanne.dupont@ville.fr")
    send(editor, address("contacts", second), detail="accueil@ville.fr")
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/controler")
    worked(published, base)
    page = html.unescape(editor.open("/agents/brouillons/1").text.replace("\xa0", " "))
    assert page.count('name="confirme"') == 1
    assert f"« {first['nom']} », Détail : ce texte nomme une personne" in page


def test_a_change_is_undone_by_who_read_it_and_not_another_that_took_its_number(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    first, second = rows(published, "evenements")[:2]
    send(writer, address("evenements", first), texte="Un autre texte")
    writer.open("/agents/brouillons/1")
    read = writer.token("lu")
    writer.send("/agents/brouillons/1/defaire/1")
    send(writer, address("evenements", second), texte="Un second texte")
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit.id)).all() == [1]
    writer.send("/agents/brouillons/1/defaire/1", lu=read)
    page = writer.open("/agents/brouillons/1").text
    assert "a changé depuis que vous l’avez lu" in page
    assert "<ins>Un second texte</ins>" in page
    writer.send("/agents/brouillons/1/defaire/1")
    assert "<ins>" not in writer.open("/agents/brouillons/1").text


def test_a_key_that_another_row_has_is_refused(writer: Browser, published: StaffSettings) -> None:
    first, second = rows(published, "orientations")[:2]
    answer = send(writer, address("orientations", second), code=first["code"])
    assert answer.status_code == 422
    assert "est déjà à la ligne" in answer.text


def test_what_an_official_file_says_is_corrected_never_rewritten(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    held = rows(published, "actions")[0]
    where = address("actions", held)
    other = next(
        row["pilier"] for row in rows(published, "actions") if row["pilier"] != held["pilier"]
    )
    send(writer, where, pilier=other, intitule="Un autre titre", pilier_origine="officiel")
    with base.unit() as unit:
        cells = unit.scalars(select(TypedEdit)).one().cells
    assert cells == {"pilier": other, "pilier_origine": "corrigé"} | (
        {"pilier_regle": ""} if held["pilier_regle"] else {}
    )
    for path in ("nouvelle", f"{where.rpartition('/')[2]}/retirer"):
        answer = writer.client.post(
            f"/agents/tables/actions/{path}", data={"csrf_token": writer.token()}
        )
        assert answer.status_code == 404


def test_a_table_of_official_files_is_read_only(published: StaffSettings, writer: Browser) -> None:
    where = address("indicateurs", rows(published, "indicateurs")[0])
    assert "Enregistrer" not in writer.open(where).text
    writer.open("/agents/tables")
    answer = writer.client.post(where, data={"csrf_token": writer.token(), "valeur": "1"})
    assert answer.status_code == 404


@pytest.mark.parametrize("table", [table.name for table in TABLES.values() if table.kept])
def test_whatever_is_typed_in_any_field_is_text_wherever_it_is_shown(
    table: str, writer: Browser, published: StaffSettings, base: StaffBase
) -> None:
    """What the schema lets in is looked for on every page; what it does not is shown again."""
    said = {field.name: HOSTILE for field in TABLES[table].fields}
    where = f"/agents/tables/{table}/nouvelle"
    writer.open(where)
    answer = writer.client.post(
        where, data={"csrf_token": writer.token(), "lu": writer.token("lu"), **said}
    )
    pages = [answer.text, writer.open(f"/agents/tables/{table}?q={HOSTILE}").text]
    if answer.status_code == 303:
        pages += [writer.open("/agents/brouillons/1").text]
    for page in pages:
        assert "<script" not in page
        assert "<img" not in page
        assert "49" not in re.findall(r"alert\(1\)&gt;(\d\d)", page)


def test_two_windows_the_second_says_what_the_first_changed(
    published: StaffSettings, writer: Browser
) -> None:
    held = rows(published, "evenements")[0]
    where = address("evenements", held)
    writer.open(where)
    read = writer.token("lu")
    send(writer, where, texte="Le premier")
    fields = {**form_of(writer, where), "texte": "Le second"}
    answer = writer.client.post(where, data={"csrf_token": writer.token(), **fields, "lu": read})
    assert answer.status_code == 409
    assert "maintenant <code>Le premier</code>" in answer.text
    assert "Le second</textarea>" in answer.text


def test_two_people_who_change_the_same_row_see_both_values(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    held = rows(published, "evenements")[0]
    send(writer, address("evenements", held), texte="Le nôtre")
    files = dict(truth.truth(published).files)
    changed = files["evenements.csv"].replace(held["texte"].encode(), b"Le leur", 1)
    deposit = Deposit("Paul", "x", VersionOrigin("x", "x"))
    truth.keep(published, {**files, "evenements.csv": changed}, deposit)
    truth.serve(published, 2)
    for _ in range(2):
        writer.open("/agents/brouillons/1")
        writer.send("/agents/brouillons/1/controler")
        assert "il reste 1" in worked(published, base)
        page = writer.open("/agents/brouillons/1/departager").text
        assert '<code class="lu">Le leur</code>' in page
        assert '<code class="lu">Le nôtre</code>' in page


def test_a_draft_whose_changes_another_published_first_says_so(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    row = rows(published, "evenements")[0]
    send(writer, address("evenements", row), texte="La même chose")
    files = dict(truth.truth(published).files)
    changed = files["evenements.csv"].replace(row["texte"].encode(), "La même chose".encode(), 1)
    deposit = Deposit("Paul", "x", VersionOrigin("x", "x"))
    truth.keep(published, {**files, "evenements.csv": changed}, deposit)
    truth.serve(published, 2)
    writer.open("/agents/brouillons/1")
    writer.send("/agents/brouillons/1/controler")
    assert worked(published, base) == "fini : Vos changements sont déjà publiés."
    assert "Le public voit déjà ce que vous avez saisi" in writer.open("/agents/brouillons/1").text


def test_nobody_writes_while_her_draft_is_being_checked(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    send(writer, "/agents/tables/evenements/nouvelle", **EVENT)
    writer.open("/agents/brouillons/1")
    writer.send("/agents/brouillons/1/controler")
    send(writer, "/agents/tables/evenements/nouvelle", **{**EVENT, "titre": "Autre"})
    assert "attendez la fin" in writer.open("/agents/tables/evenements").text
    with base.unit() as unit:
        assert unit.scalars(select(Job)).one().state == "en attente"
        titles = [one.cells["titre"] for one in unit.scalars(select(TypedEdit)) if one.cells]
    assert "Autre" not in titles


def test_the_draft_of_another_is_hers_alone_to_undo(
    published: StaffSettings, base: StaffBase, someone: Someone, writer: Browser
) -> None:
    send(someone(StaffRole.EDITOR), "/agents/tables/evenements/nouvelle", **EVENT)
    writer.open("/agents/brouillons/1")
    assert writer.send("/agents/brouillons/1/defaire/1").status_code == 403
    assert "Assises" not in writer.open("/agents/tables/evenements").text
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        draft.territory = "ailleurs"
    assert writer.send("/agents/brouillons/1/defaire/1").status_code == 404


def test_a_change_of_another_draft_is_not_undone_through_hers(
    published: StaffSettings, base: StaffBase, someone: Someone, writer: Browser
) -> None:
    send(someone(StaffRole.EDITOR), "/agents/tables/evenements/nouvelle", **EVENT)
    send(writer, "/agents/tables/evenements/nouvelle", **{**EVENT, "titre": "Autre"})
    writer.open("/agents/brouillons/2")
    writer.send("/agents/brouillons/2/defaire/1")
    assert "n’est plus dans le brouillon" in writer.open("/agents/brouillons/2").text


def test_a_withdrawn_version_leaves_nothing_of_what_was_typed_for_it(
    published: StaffSettings, base: StaffBase, writer: Browser
) -> None:
    send(writer, "/agents/tables/evenements/nouvelle", **EVENT)
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        draft.state, draft.version = "publié", 2
        drafts.without(unit, published, (2,))
        assert unit.scalars(select(TypedEdit)).all() == []


def test_a_list_is_searched_sorted_and_paged(published: StaffSettings, writer: Browser) -> None:
    page = writer.open("/agents/tables/actions?tri=annee&sens=bas&page=999999").text
    last = sorted(row["annee"] for row in rows(published, "actions"))[0]
    assert f">{last}</td>" in page
    assert 'aria-sort="descending"' in page
    assert 'rel="next"' not in page
    assert "Aucune ligne ne répond" in writer.open("/agents/tables/actions?q=zzzz").text
    named = writer.open("/agents/tables/financements?q=politique+de+la+ville").text
    assert ">État – politique de la ville (programme 147) (etat-p147)</td>" in named
    assert '<td class="lu">etat-p147</td>' not in named
    for strange in ("tri=zut", "page=-1", "page=²", "q=%00", "sens=<b>"):
        assert writer.open(f"/agents/tables/actions?{strange}").status_code == 200
    assert writer.open("/agents/tables/zut").status_code == 404
    assert writer.open("/agents/tables/actions/zut").status_code == 404
