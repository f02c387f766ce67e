"""A file is loaded: what it says of persons is written nowhere, from its arrival on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import openpyxl
import psycopg
import pytest
from psycopg import sql
from sqlalchemy import select

from dashboard.importers.templates import CONTACTS
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.postgres import address
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft, Job
from dashboard.staff.drafts import drafts, loading
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from tests.importers.door.makers import inline, xlsb
from tests.importers.unnaming.biff import xls
from tests.importers.unnaming.test_calc import document as calc
from tests.importers.unnaming.test_calc import row as calc_row
from tests.importers.unnaming.test_calc import text as calc_text
from tests.staff.conftest import Someone, worked

pytestmark = pytest.mark.usefixtures("here")

NAMES = ("Durand", "Zola", "12 34 56 78", "z.zola@", "612345678")
SAID = tuple(name.encode(code) for name in NAMES for code in ("utf-8", "utf-16-le"))
CELL = "Jardins, avec Mme Durand, 06 12 34 56 78, z.zola@courriel.fr"
UNKNOWN = (
    ("Exercice", "Projet", "Nom du contact", "Mobile", "Somme"),
    ("2020", CELL, "Zola Émile", "612345678", "3200"),
)
PROGRAMMING = (
    tuple(field.title for field in TEMPLATE.fields),
    ("2024", CELL, "Mme Zola", "", "Cohésion sociale", "", "La Crécelière", "", "",
     "État (P147)", "accordé", "trois mille"),
)  # fmt: skip
REACH = (
    ("Organisme", "Fonction", "Courriel", "Tél."),
    ("Maison de quartier", "Accueil", "accueil@maison.fr", "04 79 00 00 00"),
)
Rows = tuple[tuple[str, ...], ...]


def text(rows: Rows) -> bytes:
    return "\n".join(";".join(row) for row in rows).encode()


def book(rows: Rows) -> bytes:
    made, target = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.worksheets[0].append(row)
    made.properties.creator = "Zola"
    made.save(target)
    return target.getvalue()


def zipped(rows: Rows) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("suivi de M. Zola.csv", text(rows))
        archive.writestr("lisez-moi.pdf", b"%PDF Zola")
    return target.getvalue()


def with_around(content: bytes, paths: tuple[str, ...], said: bytes) -> bytes:
    """That archive, with parts at these paths that say that."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.writestr(path, said)
    return target.getvalue()


CACHED = tuple(f"xl/pivotCache/pivotCache{part}1" for part in ("Definition", "Records"))
EXCEL = (
    *CACHED, "xl/charts/chart1", "xl/pivotTables/pivotTable1", "xl/embeddings/object1",
    "xl/vbaProject", "xl/externalLinks/externalLink1", "xl/comments1", "xl/tables/binaryIndex1",
)  # fmt: skip
CALC = ("Object 1/content.xml", "Basic/Standard/M.xml", "meta.xml", "ObjectReplacements/Object 1")
ROWS = "".join(calc_row(*map(calc_text, row)) for row in UNKNOWN)
CROSSED = (
    "<table:data-pilot-tables><table:data-pilot-table table:name='Zola'>"
    "<table:data-pilot-member table:name='Zola'/></table:data-pilot-table>"
    "</table:data-pilot-tables><table:dde-links><office:dde-source office:dde-item='Zola'/>"
    "</table:dde-links>"
)
FILES = {
    "suivi.csv": text(UNKNOWN),
    "suivi.xlsx": with_around(book(UNKNOWN), tuple(f"{path}.xml" for path in EXCEL), b"Zola"),
    "suivi.xls": xls(UNKNOWN, (("Contact", "Tel"), ("Zola", "612345678")), "M. Zola"),
    "suivi.xlsb": with_around(
        xlsb(*([*map(inline, row)] for row in UNKNOWN)),
        tuple(f"{path}.bin" for path in EXCEL),
        "Zola".encode("utf-16-le"),
    ),
    "suivi.ods": with_around(calc(ROWS, after=CROSSED).content, CALC, b"Zola"),
    "programmation.csv": text(PROGRAMMING),
    "programmation.xlsx": book(PROGRAMMING),
    "programmation.zip": zipped(PROGRAMMING),
}


def opened(content: bytes) -> Iterator[bytes]:
    """These bytes; what they hold too, where they are a ZIP."""
    yield content
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from opened(archive.read(name))


def cells_of(base: psycopg.Connection) -> Iterator[object]:
    asked = "select schemaname, tablename from pg_tables where schemaname !~ '^(pg_|info)'"
    for names in base.execute(asked).fetchall():
        table = sql.Identifier(*names)
        yield from chain(*base.execute(sql.SQL("select * from {}").format(table)).fetchall())


def written(var: Path) -> Iterator[bytes]:
    """All that lies on the disk and in the base that servers share."""
    for path in var.rglob("*"):
        if path.is_file():
            yield from opened(path.read_bytes())
    shared = address.owner()
    if shared is not None:
        with psycopg.connect(shared.text) as base:
            for cell in cells_of(base):
                yield from opened(cell if isinstance(cell, bytes) else str(cell).encode())


def persons_in(var: Path) -> list[bytes]:
    held = list(written(var))
    assert any(b"3200" in one or b"trois mille" in one for one in held)
    return [said for said in SAID if any(said in one for one in held)]


@pytest.mark.parametrize(
    ("base", "name"),
    [*(("sqlite", name) for name in FILES), *(("postgresql", name) for name in list(FILES)[:2])],
    indirect=["base"],
)
def test_nothing_of_a_person_is_written_from_the_arrival_of_a_file_on(
    published: StaffSettings, base: StaffBase, someone: Someone, name: str
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load(name, FILES[name])
    assert persons_in(published.var) == []
    assert worked(published, base).startswith("fini : ")
    page = writer.open("/agents/brouillons/1").text
    assert persons_in(published.var) == []
    assert "ni ce que rien ne lit" in page
    assert not any(name in page for name in NAMES)


def test_what_is_typed_in_the_place_of_a_faulty_cell_is_written_without_persons(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.load("programmation.csv", FILES["programmation.csv"])
    worked(published, base)
    writer.open("/agents/brouillons/1")
    typed = {"2 Montant en euros": "Mme Louise Michel", "empreinte": writer.token("empreinte")}
    writer.send("/agents/brouillons/1/corriger", **typed)
    with base.unit() as unit:
        asked = [job.asked for job in unit.scalars(select(Job))]
    assert "Mme (nom retiré" in str(asked)
    worked(published, base)
    assert not any(b"Michel" in one for one in written(published.var))


def test_contacts_of_organisations_keep_how_to_reach_them(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    titles = tuple(field.title for field in CONTACTS.fields)
    reach = {"nom": "Maison", "role": "Accueil", "detail": "accueil@maison.fr"}
    row = tuple(reach.get(field.name, "") for field in CONTACTS.fields)
    writer.load("contacts.csv", text((titles, row)))
    with base.unit() as unit:
        draft = unit.get_one(Draft, 1)
        held = drafts.kept_file(published, draft).read_text()
    assert draft.received == {"contacts": True}
    assert "accueil@maison.fr" in held
    writer.load("contacts.zip", zipped((titles, row)))
    worked(published, base)
    page = writer.open("/agents/brouillons/2").text
    assert "n’est gardé ici que le carnet de contacts" in page
    assert "ni ce que rien ne lit" not in page


def test_each_address_of_a_person_in_a_file_of_contacts_is_confirmed(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    titles = tuple(field.title for field in CONTACTS.fields)
    reached = ("accueil@maison.fr", "jeanne.dupont@maison.org", "p.durand@maison.org")
    told = [
        {"nom": f"Maison {rank}", "role": "Accueil", "detail": detail}
        for rank, detail in enumerate(reached)
    ]
    lines = [tuple(one.get(field.name, "") for field in CONTACTS.fields) for one in told]
    editor.load("contacts.csv", text((titles, *lines)))
    assert worked(published, base).startswith("fini : Le fichier est lu")
    page = editor.open("/agents/brouillons/1").text.replace("\N{NO-BREAK SPACE}", " ")
    assert page.count('name="confirme"') == page.count("donne son adresse") == 2
    assert ["Maison 1 : Détail" in page, "Maison 0 : Détail" in page] == [True, False]


def test_a_file_said_to_be_of_contacts_is_read_as_nothing_else(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    for said in ({}, {"contacts": "on"}):
        writer.load("annuaire.csv", text(REACH), **said)
        assert "dites ce que contient" in worked(published, base)
    plain, spared = (writer.open(f"/agents/brouillons/{one}/colonnes").text for one in (1, 2))
    assert '<option value="programmation"' in plain
    assert '<option value="contacts" selected' in spared
    assert '<option value="programmation"' not in spared
    with base.unit() as unit:
        held = [drafts.kept_file(published, unit.get_one(Draft, one)).read_text() for one in (1, 2)]
    assert ["accueil@maison.fr" in one for one in held] == [False, True]


def test_a_file_that_is_known_for_another_is_none_of_contacts_whatever_is_said() -> None:
    found = loading.incoming("programmation.csv", FILES["programmation.csv"], contacts=True)
    assert found.known == {"unnamed": True}
    assert b"Zola" not in found.document.content


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("vide.csv", b"", "est vide"),
        ("blanc.csv", b"\n", "le fichier est vide"),
        ("lettre.txt", b"Madame Zola,\n\nBien \xc3\xa0 vous\n", "n’est pas un tableau"),
        ("suivi.zip", zipped(UNKNOWN), "aucune sorte connue"),
        ("faux.xlsx", b"PK\x03\x04zut", "faux.xlsx"),
        ("page.xls", b"<html><table><tr><td>M. Zola", "une page XML ou HTML"),
        ("image.png", b"\x89PNG\r\n\x1a\n\0\0\0Mme Zola", "c’est une image"),
        ("mme Zola.pdf", b"%PDF-1.7 \0\0\0 Mme Zola", "c’est un PDF"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_as_it_arrives(
    name: str, content: bytes, why: str
) -> None:
    with pytest.raises(NotDone, match=why) as refusal:
        loading.incoming(name, content)
    assert "Zola" not in str(refusal.value)
