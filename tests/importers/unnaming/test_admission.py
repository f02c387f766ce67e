"""What is kept of a file names no person, and is read again as the file itself."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from dashboard.importers.door.grid import grids
from dashboard.importers.imported import Document
from dashboard.importers.recognise import read
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.unnaming.admission import admitted, nameless
from tests.importers.door.makers import inline, xlsb
from tests.importers.unnaming.kept import naming, shapefile
from tests.importers.unnaming.test_calc import document as calc
from tests.importers.unnaming.test_calc import row as calc_row
from tests.importers.unnaming.test_calc import text as calc_text
from tests.importers.unnaming.test_geopackage import geopackage
from tests.importers.unnaming.test_shapefile import layer

HEAD = [*(field.title for field in TEMPLATE.fields), "Suivi"]
ROWS = [
    ["2020", "Jardins, avec Mme Durand", "Régie", "", "Cohésion sociale", "", "", "", "", "État",
     "accordé", "3200", "M. Paul Martin, 06 12 34 56 78 ; p.martin@ville.fr"],
    ["2020", "Aide", "Mme Jeanne Dupont", "", "Cohésion sociale", "", "", "", "", "État",
     "accordé", "100", ""],
    ["2020", "Aide", "M MARTIN Paul", "", "Cohésion sociale", "", "", "", "", "État", "accordé",
     "200", "vu le 12/03/2020, 80000000100011"],
]  # fmt: skip
SAID = ("Durand", "Martin", "MARTIN", "Dupont", "06 12 34", "p.martin")


def csv() -> Document:
    rows = [";".join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in (HEAD, *ROWS)]
    return Document("p-2020.csv", "\r\n".join([*rows, ""]).encode("cp1252"))


def xlsx() -> Document:
    book = openpyxl.Workbook()
    for row in (HEAD, *ROWS):
        book.worksheets[0].append(row)
    book.create_sheet("Contacts").append(["Mme Jeanne Dupont"])
    book.properties.creator = "Martin"
    target = io.BytesIO()
    book.save(target)
    return Document("p-2020.xlsx", target.getvalue())


def texts(document: Document) -> str:
    if document.name.endswith(".csv"):
        return document.content.decode()
    book = openpyxl.load_workbook(io.BytesIO(document.content))
    cells = [box.value for page in book for row in page for box in row]
    return f"{cells} {book.properties.creator}"


@pytest.mark.parametrize("given", [csv(), xlsx()], ids=["csv", "xlsx"])
def test_it_names_nobody_and_is_read_again_as_it_was(
    territory: TerritoryFolder, given: Document
) -> None:
    kept = nameless(given)
    assert [name for name in SAID if name in texts(kept)] == []
    assert "80000000100011" in texts(kept)
    first, again = read(given, territory), read(kept, territory)
    assert len(first.taken["actions"]) == len(ROWS)
    assert list(first.taken["actions"]) == list(again.taken["actions"])
    assert (first.account, first.notes) == (again.account, again.notes)
    assert nameless(kept) == kept


def test_nothing_around_the_cells_of_a_workbook_names_anybody() -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["Référent", "Mme Jeanne Dupont"])
    page["A1"].hyperlink = "mailto:j.dupont@ville.fr"
    assert page.oddHeader is not None
    page.oddHeader.center.text = "Mme Jeanne Dupont"
    choices = DataValidation(type="list", formula1='"Mme Jeanne Dupont"', sqref="B1")
    page.add_data_validation(choices)
    page.auto_filter.ref = "A1:B1"
    page.auto_filter.add_filter_column(1, ["Mme Jeanne Dupont"])
    rule = Rule(type="expression", formula=['WEBSERVICE("http://dupont.fr")'])
    page.conditional_formatting.add("A1", rule)
    book.create_sheet("Mme Jeanne Dupont")
    book.defined_names["qui"] = DefinedName("qui", attr_text='"Dupont"')
    book.properties.title = book.properties.keywords = "Dupont"
    book.custom_doc_props.append(StringProperty(name="qui", value="Dupont"))  # type: ignore[attr-defined]  # the stubs lack it
    target = io.BytesIO()
    book.save(target)
    kept = nameless(Document("p.xlsx", target.getvalue()))
    with zipfile.ZipFile(io.BytesIO(kept.content)) as archive:
        naming = [name for name in archive.namelist() if b"dupont" in archive.read(name).lower()]
    assert naming == []


def test_a_file_that_names_nobody_stays_as_it_is() -> None:
    given = Document("a.csv", b"Titre;Montant\nJardins;3200\n")
    assert nameless(given) is given


@pytest.mark.parametrize("given", [geopackage, shapefile])
def test_nothing_that_names_a_person_is_written_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: Callable[..., Document]
) -> None:
    @contextmanager
    def never_removed() -> Iterator[str]:
        yield tempfile.mkdtemp(dir=tmp_path)

    whole = given(layer(code_qp=["QP1", "QP2"], dit=["Mme Durand", "x"], contact=["Dupont", ""]))
    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "TemporaryDirectory", never_removed)
        kept = admitted(whole).document
    assert naming(whole, "Durand", "Dupont") != []
    assert naming(kept, "Durand", "Dupont") == []
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in written if b"Durand" in path.read_bytes()] == []
    assert [path for path in written if b"Dupont" in path.read_bytes()] == []


def test_of_a_workbook_of_contacts_nothing_but_their_sheet_says_who_a_person_is() -> None:
    (model,) = (item for item in TEMPLATES if item.slug == "contacts")
    book = openpyxl.Workbook()
    book.worksheets[0].append([field.title for field in model.fields])
    book.worksheets[0].append(["Mairie", "Accueil", "Mme Martin, accueil@ville.fr", ""])
    other = book.create_sheet("Mme Durand")
    other.append(["Nom", "Prénom"])
    other.append(["Dupont", "Jeanne"])
    book.properties.creator = "Dupont"
    target = io.BytesIO()
    book.save(target)
    found = admitted(Document("contacts.xlsx", target.getvalue()))
    assert found.contacts
    assert naming(found.document, "Durand", "Dupont", "Jeanne") == []
    assert naming(found.document, "Mme Martin", "accueil@ville.fr") != []


COUNTED = (
    ("Structure", "Élus présents", "Contact établi", "Téléphone"),
    ("Régie", 12, "oui", 612345678),
    ("Ville", "33 %", "Dupont", "x"),
)


def of_counts(form: str) -> Document:
    if form == "json":
        rows = [dict(zip(COUNTED[0], row, strict=True)) for row in COUNTED[1:]]
        return Document("suivi.json", json.dumps(rows).encode())
    if form == "csv":
        return Document("suivi.csv", "\n".join(";".join(map(str, row)) for row in COUNTED).encode())
    book, target = openpyxl.Workbook(), io.BytesIO()
    for row in COUNTED:
        book.worksheets[0].append(row)
    book.save(target)
    return Document("suivi.xlsx", target.getvalue())


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_a_column_that_may_name_persons_keeps_what_counts_them(form: str) -> None:
    kept = nameless(of_counts(form))
    if form == "json":
        rows = [tuple(map(str, row.values())) for row in json.loads(kept.content)]
    else:
        rows = [cells for _, cells in next(grids(kept)).rows][1:]
    assert rows == [("Régie", "12", "oui", "(retiré)"), ("Ville", "33 %", "(retiré)", "x")]


SECOND = (
    ("Projet", "Année", "Montant"),
    *[("Jardins", "2024", "3200")] * 40,
    ("Jardins", "par mail aux familles", "Téléphone"),
    ("Contact", "Courriel", "2024"),
    (),
    ("Structure", "Suivi", "Axe", "Courriel"),
    ("Régie", "vu", "A", "Emma"),
    ("Structure", "Référente", "Contact", "Montant"),
    ("Régie", "Zola", "Emma", "3200"),
    ("Mme Ville", "Zola", "", "12"),
)


def second(form: str) -> Document:
    """A table that names persons far below another one, in a file of that form."""
    if form == "csv":
        lines = "\n".join(map(";".join, SECOND))
        return Document("suivi.csv", lines.encode())
    if form == "xlsb":
        return Document("suivi.xlsb", xlsb(*[[*map(inline, row)] for row in SECOND]))
    if form == "ods":
        rows = "".join(calc_row(*map(calc_text, row)) for row in SECOND)
        return calc(rows)
    book, target = openpyxl.Workbook(), io.BytesIO()
    for rank, row in enumerate(SECOND, start=1):
        for column, cell in enumerate(row, start=1):
            book.worksheets[0].cell(rank, column, cell)
    book.save(target)
    return Document("suivi.xlsx", target.getvalue())


@pytest.mark.parametrize("form", ["csv", "ods", "xlsb", "xlsx"])
def test_a_table_far_below_another_loses_its_persons(form: str) -> None:
    given = second(form)
    kept = nameless(given)
    assert naming(given, "Zola", "Emma") != []
    assert naming(kept, "Zola", "Emma") == []
    rows = [[cell for cell in cells if cell] for _, cells in next(grids(kept)).rows]
    above = [[*row] for row in SECOND if row][:-4]
    assert [row for row in rows if row] == [
        *above,
        ["Régie", "vu", "A", "(retiré)"],
        ["Structure", "Référente", "Contact", "(retiré)"],
        ["Régie", "(retiré)", "(retiré)", "(retiré)"],
        ["Mme (nom retiré 1)", "(retiré)", "12"],
    ]
    assert nameless(kept) == kept
