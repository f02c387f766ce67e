"""A person corrects the faulty cells of her file in the page, or in her spreadsheet."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from sqlalchemy import select

from dashboard.importers.templates.programming import TEMPLATE
from dashboard.schema import Problem
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft, JournalEntry
from dashboard.staff.checks import findings
from dashboard.staff.drafts import drafts
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import Someone, worked

HEAD = ";".join(field.title for field in TEMPLATE.fields)
LINE = "2024;Ateliers;Régie fictive;;Cohésion sociale;;La Crécelière;;;État (P147);accordé;"
FAULTY = f"{HEAD}\n{LINE}trois mille\n{LINE.replace('Ateliers', 'Chantier')}200\n".encode()

FIELD = "2 Montant en euros"

pytestmark = pytest.mark.usefixtures("here")


def stamp(page: str) -> dict[str, str]:
    """What the form of that page says of the file that it corrects."""
    (found,) = re.findall(r'name="empreinte" value="(\w+)"', page)
    return {"empreinte": found}


def test_a_faulty_cell_is_corrected_in_the_page_and_the_file_is_checked_again(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("programmation.csv", FAULTY)
    assert worked(published, base).startswith("fini")
    page = writer.open("/agents/brouillons/1").text
    assert f'name="{FIELD}" value="trois mille"' in page
    assert 'aria-label="Ligne 2, Montant en euros' in page
    book = openpyxl.load_workbook(
        io.BytesIO(writer.open("/agents/brouillons/1/a-corriger.xlsx").data)
    )
    assert "nombre" in book.worksheets[0]["L2"].comment.text
    stamped = stamp(writer.open("/agents/brouillons/1").text)
    writer.send("/agents/brouillons/1/corriger", **{FIELD: "3 000,50"}, **stamped)
    assert worked(published, base).startswith("fini")
    page = writer.open("/agents/brouillons/1").text
    assert "2</dt><dd>prises" in page
    assert "Corriger ces cases" not in page
    assert writer.open("/agents/brouillons/1/a-corriger.xlsx").status_code == 404
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        acts = list(unit.scalars(select(JournalEntry.act)))
    held = drafts.kept_file(published, draft).read_text()
    assert "3 000,50" in held
    writer.send("/agents/brouillons/1/corriger", **{FIELD: "9"}, **stamped)
    assert "a été corrigé depuis" in writer.open("/agents/brouillons/1").text
    assert drafts.kept_file(published, draft).read_text() == held
    assert "cases corrigées" in acts


def test_who_gave_a_workbook_gets_her_workbook_back_corrected(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["Programmation de l’année"])
    for row in FAULTY.decode().splitlines():
        page.append([*row.split(";"), "à nous"])
    page["M2"].value = "Suivi interne"
    target = io.BytesIO()
    book.save(target)
    writer = someone(StaffRole.WRITER)
    writer.load("programmation.xlsx", target.getvalue())
    worked(published, base)
    shown = writer.open("/agents/brouillons/1").text
    assert 'name="3 Montant en euros" value="trois mille"' in shown
    assert writer.open("/agents/brouillons/1/corrige").status_code == 404
    writer.send(
        "/agents/brouillons/1/corriger", **{"3 Montant en euros": "3 000,50"}, **stamp(shown)
    )
    worked(published, base)
    assert "votre fichier corrigé (XLSX)" in writer.open("/agents/brouillons/1").text
    back = openpyxl.load_workbook(io.BytesIO(writer.open("/agents/brouillons/1/corrige").data))
    held = [cell.value for cell in back.worksheets[0][3]]
    assert (back.worksheets[0]["A1"].value, held[-2:]) == (
        "Programmation de l’année",
        ["3 000,50", "à nous"],
    )


def test_a_value_that_stands_in_many_rows_is_corrected_in_all_of_them_at_once(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    wrong = LINE.replace("La Crécelière", "Crecelle")
    lines = [f"{wrong.replace('Ateliers', f'Atelier {n}')}200" for n in range(3)]
    writer.load("programmation.csv", "\n".join([HEAD, *lines, ""]).encode())
    worked(published, base)
    page = writer.open("/agents/brouillons/1").text
    assert "« Crecelle », 3 lignes : corriger partout en" in page.replace("\xa0", " ")
    fields = {"partout 2 Quartiers": "La Crécelière", "3 Quartiers": "Mouline-Basse"}
    writer.send("/agents/brouillons/1/corriger", **fields, **stamp(page))
    worked(published, base)
    assert "3</dt><dd>prises" in writer.open("/agents/brouillons/1").text
    with base.unit() as unit:
        held = drafts.kept_file(published, unit.get_one(Draft, 1)).read_text()
    assert (held.count("La Crécelière"), held.count("Mouline-Basse")) == (2, 1)


def test_a_form_that_corrects_nothing_says_so(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("programmation.csv", FAULTY)
    worked(published, base)
    page = writer.open("/agents/brouillons/1").text
    writer.send(
        "/agents/brouillons/1/corriger", **{FIELD: "trois mille", "ailleurs": "1"}, **stamp(page)
    )
    assert "Aucune case n’est corrigée" in writer.open("/agents/brouillons/1").text


def test_what_is_written_in_a_cell_is_shown_as_a_text(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    hostile = '"><script>alert(1)</script>'
    writer.load("programmation.csv", FAULTY)
    worked(published, base)
    page = writer.open("/agents/brouillons/1").text
    writer.send("/agents/brouillons/1/corriger", **{FIELD: hostile}, **stamp(page))
    worked(published, base)
    page = writer.open("/agents/brouillons/1").text
    assert "<script" not in page
    assert "&gt;&lt;script&gt;" in page


def test_a_million_problems_are_told_in_bounded_groups_and_none_is_lost() -> None:
    said = ("Thème", "Santé", "n’est pas dans la liste.", "Choisissez.")
    alike = [Problem("a.csv", row, *said) for row in range(20_000)]
    told = [("Thème", "", f"diffère de la ligne {row}.", "Corrigez.") for row in range(5_000)]
    apart = [Problem("a.csv", row, *one) for row, one in enumerate(told)]
    found = findings.grouped((*alike, *apart))
    assert sum(group["count"] for group in found) == 25_000
    assert len(found) == findings.KINDS + 1
    assert sum(len(group["rows"]) for group in found) <= findings.IN_ALL
    assert found[0]["rows"][-1] == {"row": findings.NAMED - 1, "value": "Santé"}
    assert found[-1]["message"] == "4\u202f901\u00a0autres sortes de problèmes."
