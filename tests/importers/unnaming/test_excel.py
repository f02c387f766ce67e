"""An XLSX is written again from its parser: what it says reads the same, but for persons."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.theme import theme_xml

from dashboard.importers.door.marks import NEVER_COMPUTED
from dashboard.importers.door.workbook import worksheets
from dashboard.importers.imported import Document, Refused
from dashboard.importers.personal_data import ORGANISATIONS
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.templates import given as templates
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.tabs import nameless_tabs
from dashboard.importers.unnaming.withdrawn import WITHDRAWN
from dashboard.importers.unnaming.workbook import nameless_workbook
from tests.importers.unnaming.books import (
    LINK,
    SHEET,
    SPACE,
    excel,
    grids,
    linked,
    members,
    naming,
    sheet,
    unnumbered,
    with_part,
    without,
)

MME = "Mme Durand"


def row(*cells: str, number: int = 1) -> str:
    """A row of these cells, placed from A on."""
    placed = (
        cell.replace("<c", f'<c r="{chr(65 + rank)}{number}"', 1) for rank, cell in enumerate(cells)
    )
    return f'<row r="{number}">{"".join(placed)}</row>'


def inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.mark.parametrize(
    ("cells", "strings"),
    [
        (inline("Mme Durand"), ""),
        (inline("_x004D_me Durand"), ""),
        (inline("&#x4d;me Durand"), ""),
        (inline("<![CDATA[Mme Dur]]>and"), ""),
        (inline("Mme<!-- --> Dur<?a b?>and"), ""),
        ('<c t="str"><v>_x004D_me Durand</v></c>', ""),
        ('<c t="s"><v>0</v></c>', "<si><t>_x004D_me Durand</t></si>"),
        (
            '<c t="s"><v>0</v></c>',
            '<si><r><t>Mme</t></r><r><t xml:space="preserve"> Dur</t></r><r><t>and</t></r></si>',
        ),
        ("<c><v>Mme Durand</v></c>", ""),
        ('<c t="d"><v>Mme Durand</v></c>', ""),
    ],
)
def test_a_name_is_taken_out_however_it_is_written(cells: str, strings: str) -> None:
    kept = nameless_workbook(excel(row(cells), strings))
    assert grids(kept) == [[["Mme (nom retiré 1)"]]]
    assert naming(kept, "Durand", "_x004D_") == []
    assert nameless_workbook(kept) is kept


def test_other_prefixes_and_encodings_are_read_by_their_meaning() -> None:
    cell = f'<x:c t="inlineStr"><x:is><x:t>{MME}</x:t></x:is></x:c>'
    rows = f"<x:sheetData><x:row>{cell}</x:row></x:sheetData>"
    said = f'<x:worksheet xmlns:x="{SPACE}">{rows}</x:worksheet>'
    for content in (
        said.encode(),
        f"<?xml version='1.0' encoding='utf-16'?>{said}".encode("utf-16"),
    ):
        kept = nameless_workbook(with_part(excel(), SHEET, content))
        assert grids(kept) == [[["Mme (nom retiré 1)"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused(encoding: str) -> None:
    said = f'<!DOCTYPE a [<!ENTITY n "{MME}">]>{sheet(row(inline("&n;")))}'
    for path in (SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml"):
        whole = excel(row('<c t="s"><v>0</v></c>'), "<si><t>a</t></si>")
        given_ = with_part(whole, path, said.encode(encoding))
        with pytest.raises(Refused, match="abîmé"):
            nameless_workbook(given_)


@pytest.mark.parametrize(
    "rows",
    [
        row(inline("a"), number=4) + row(inline("b"), number=2),
        '<row r="1"><c r="A4" t="inlineStr"><is><t>a</t></is></c></row>',
        row('<c t="s"><v>Mme Durand</v></c>'),
        row('<c t="Durand"><v>1</v></c>'),
    ],
)
def test_rows_in_no_order_and_cells_of_no_kind_are_refused(rows: str) -> None:
    with pytest.raises(Refused, match="abîmé"):
        nameless_workbook(excel(rows))


TEXTS = st.lists(
    st.sampled_from(
        [
            "Mme Durand",
            "M. Paul Martin",
            " ",
            "\n",
            "é",
            "_x0041_",
            "_x005F_x0041_",
            "_x000D_",
            "&amp;",
            "&lt;",
            "a@b.fr",
            "06 12 34 56 78",
            "\u00a0",
            "x",
            "_",
        ]
    ),
    max_size=4,
).map("".join)
RUN = st.tuples(st.sampled_from(["<t>", '<t xml:space="preserve">']), TEXTS).map(
    lambda drawn: f"{drawn[0]}{drawn[1]}</t>"
)
STRING = st.one_of(
    RUN, st.lists(RUN, max_size=3).map(lambda runs: "".join(f"<r>{run}</r>" for run in runs))
)
CELL = st.one_of(
    STRING.map(lambda said: f'<c t="inlineStr"><is>{said}</is></c>'),
    TEXTS.map(lambda said: f'<c t="str"><v>{said}</v></c>'),
    TEXTS.map(lambda said: f'<c t="str"><f>1</f><v>{said}</v></c>'),
    st.sampled_from(
        [
            '<c t="s"><v>0</v></c>',
            '<c t="s"><v>1</v></c>',
            "<c><v>1.50</v></c>",
            "<c><v>1E3</v></c>",
            "<c><f>1+1</f></c>",
            '<c t="b"><f>1</f><v>0</v></c>',
            '<c t="e"><v>#N/A</v></c>',
            '<c t="e"><f>1</f><v>#REF!</v></c>',
            "<c><f>SUM(A1)</f><v>0</v></c>",
            "<c/>",
        ]
    ),
)


@settings(max_examples=60)
@given(cells=st.lists(CELL, min_size=1, max_size=6), strings=st.tuples(STRING, STRING))
def test_it_is_read_as_the_file_itself_but_for_persons(
    cells: list[str], strings: tuple[str, str]
) -> None:
    given_ = excel(row(*cells), "".join(f"<si>{said}</si>" for said in strings))
    kept = nameless_workbook(given_)
    (before,), (after,) = worksheets(given_), worksheets(kept)
    assert unnumbered(after.rows) == unnumbered(without(before.rows))
    assert after.computed == before.computed
    assert nameless_workbook(kept) is kept


def test_a_text_that_no_cell_holds_any_more_is_not_kept() -> None:
    kept = nameless_workbook(
        excel(row('<c t="s"><v>1</v></c>'), "<si><t>Durand</t></si><si><t>b</t></si>")
    )
    assert grids(kept) == [[["b"]]]
    assert naming(kept, "Durand") == []


HEAD = row(inline("Nom"), inline("Prénom"), inline("Montant"))


def test_a_column_of_persons_holds_none_whatever_its_cells_are() -> None:
    cells = (
        row(
            '<c t="s"><v>0</v></c>',
            '<c t="str"><f>"Paul"</f><v>Paul</v></c>',
            "<c><v>3</v></c>",
            number=2,
        ),
        row("<c><v>612345678</v></c>", "<c><f>A1</f></c>", '<c t="s"><v>1</v></c>', number=3),
        row('<c t="s"><v>1</v></c>', "<c/>", "<c><v>4</v></c>", number=4),
        row(inline("Durand"), number=40),
    )
    given_ = excel(HEAD + "".join(cells), "<si><t>Durand</t></si><si><t> </t></si>")
    kept = nameless_workbook(given_)
    (tab,) = worksheets(kept)
    assert tab.rows[:4] == [
        ["Nom", "Prénom", "Montant"],
        [WITHDRAWN, WITHDRAWN, "3"],
        [WITHDRAWN, NEVER_COMPUTED, ""],
        ["", "", "4"],
    ]
    assert tab.rows[39] == [WITHDRAWN, "", ""]
    assert tab.computed == 1
    assert naming(kept, "Durand", "Paul", "612345678") == []
    assert nameless_workbook(kept) is kept


def test_a_sheet_of_organisations_keeps_how_to_reach_them() -> None:
    (model,) = (item for item in TEMPLATES if item.slug in ORGANISATIONS)
    titles = row(*(inline(field.title) for field in model.fields))
    said = row('<c t="s"><v>0</v></c>', inline("Mme Durand"), number=2)
    given_ = excel(titles + said, "<si><t>contact@asso.fr</t></si>")
    kept = nameless_workbook(given_)
    assert grids(kept) == grids(given_)
    assert nameless_workbook(kept) is kept


def test_a_formula_says_nothing_but_the_value_that_it_kept() -> None:
    long = "a" * 600 + '"'
    cells = row(
        '<c t="str"><f>IF(A1="Durand","x","")</f><v>x</v></c>',
        "<c><f>Durand!A1</f><v>12.5</v></c>",
        '<c t="b"><f>Durand</f><v>1</v></c>',
        "<c><f>Durand</f></c>",
        '<c t="e"><f>Durand</f><v>#REF!</v></c>',
        f'<c t="str"><f>Durand</f><v>{long}</v></c>',
    )
    kept = nameless_workbook(excel(cells))
    (tab,) = worksheets(kept)
    assert tab.rows == [["x", "12.5", "True", NEVER_COMPUTED, "#REF!", long]]
    assert tab.computed == 4
    assert naming(kept, "Durand") == []
    page = openpyxl.load_workbook(io.BytesIO(kept.content)).worksheets[0]
    values = [box.value for box in page[1]]
    assert values[:5] == ['="x"', "=12.5", "=TRUE", "=NA()", "=#REF!"]
    assert values[5] == f'="{"a" * 250}"&"{"a" * 250}"&"{"a" * 100}"""'


def test_a_program_that_computes_nothing_stays_told() -> None:
    book = (
        f'<workbook xmlns="{SPACE}" xmlns:r="{LINK}"><workbookPr date1904="1"/><sheets>'
        '<sheet name="F" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    )
    given_ = excel(row("<c><f>1</f><v>0</v></c>"), xl__workbook_xml=b"")
    given_ = with_part(given_, "xl/workbook.xml", book.encode())
    kept = nameless_workbook(given_)
    assert grids(given_) == grids(kept) == [[[NEVER_COMPUTED]]]
    assert 'date1904="1"' in members(kept)["xl/workbook.xml"]
    assert "<f>NA()</f><v>0</v>" in members(kept)[SHEET], "computed again, it stays without a value"


AROUND = (
    "docProps/core.xml",
    "docProps/app.xml",
    "docProps/custom.xml",
    "docProps/thumbnail.jpeg",
    "customXml/item1.xml",
    "xl/comments1.xml",
    "xl/threadedComments/threadedComment1.xml",
    "xl/persons/person.xml",
    "xl/drawings/drawing1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/media/image1.png",
    "xl/printerSettings/printerSettings1.bin",
    "xl/externalLinks/externalLink1.xml",
    "xl/pivotCache/pivotCacheDefinition1.xml",
    "xl/tables/table1.xml",
    "xl/queryTables/queryTable1.xml",
    "xl/connections.xml",
    "xl/calcChain.xml",
    "xl/vbaProject.bin",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/chartsheets/sheet2.xml",
    "Durand.xml",
)
AFTER = """
<sheetProtection password="Durand"/><protectedRanges><protectedRange name="Durand"/>
</protectedRanges>
<scenarios><scenario name="Durand" user="Durand"/></scenarios>
<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="Durand"/></filters>
</filterColumn></autoFilter>
<customSheetViews><customSheetView guid="Durand"/></customSheetViews><phoneticPr fontId="Durand"/>
<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1="Durand"</formula>
</cfRule></conditionalFormatting>
<dataValidations><dataValidation type="list" sqref="A1" prompt="Durand" error="Durand">
<formula1>"Durand"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="A1" location="Durand" display="Durand" tooltip="Durand"/></hyperlinks>
<pageSetup orientation="landscape" Durand="Durand" paperSize="Durand"/>
<headerFooter><oddHeader>Durand</oddHeader></headerFooter><rowBreaks><brk id="Durand"/>
</rowBreaks>
<drawing Durand="Durand"/><legacyDrawing Durand="Durand"/><oleObjects>
<oleObject progId="Durand"/></oleObjects>
<controls><control name="Durand"/></controls><tableParts><tablePart Durand="Durand"/></tableParts>
<extLst><ext uri="Durand"><Durand>Durand</Durand></ext></extLst><Durand>Durand</Durand>
"""
BOOK = f"""<workbook xmlns="{SPACE}" xmlns:r="{LINK}" xmlns:d="Durand" d:d="Durand">
<fileVersion appName="Durand"/><fileSharing userName="Durand"/><workbookPr codeName="Durand"/>
<workbookProtection workbookPassword="Durand"/><bookViews><workbookView d:Durand="Durand"/>
</bookViews>
<sheets><sheet name="F" sheetId="1" r:id="rId1"/><sheet name="Durand" sheetId="2" r:id="rId2"/>
</sheets>
<externalReferences><externalReference Durand="Durand"/></externalReferences>
<definedNames><definedName name="Durand" comment="Durand">"Durand"</definedName></definedNames>
<customWorkbookViews><customWorkbookView name="Durand"/></customWorkbookViews>
<pivotCaches><pivotCache Durand="Durand"/></pivotCaches><extLst><ext uri="Durand"/></extLst>
</workbook>"""
STYLES = f"""<styleSheet xmlns="{SPACE}"><numFmts>
<numFmt numFmtId="164" formatCode="&quot;Mme Durand&quot;0"/></numFmts>
<fonts><font><name val="Mme Durand"/><color rgb="FF00AA00" Durand="Durand"/></font></fonts>
<fills><fill><patternFill/></fill></fills><borders><border/></borders>
<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
<xf numFmtId="164"/></cellXfs>
<cellStyles><cellStyle name="Durand" xfId="0"/></cellStyles>
<dxfs><dxf><numFmt numFmtId="165" formatCode="Durand"/></dxf></dxfs>
<tableStyles defaultTableStyle="Durand"/><extLst><ext uri="Durand"/></extLst></styleSheet>"""


def test_nothing_around_the_cells_is_kept_that_may_name_somebody() -> None:
    rows = (
        '<row r="1" d="Durand" ht="20"><c r="A1" s="1" d="Durand"><v>43900</v></c>'
        '<c r="B1" s="2"><v>5</v></c></row>'
    )
    given_ = excel(rows, '<si d="Durand"><t>Durand</t><rPh><t>Durand</t></rPh></si>', AFTER)
    parts = dict.fromkeys(AROUND, b"Durand")
    links = linked(
        ("worksheet", "worksheets/sheet1.xml"),
        ("chartsheet", "chartsheets/sheet2.xml"),
        ("Durand", "Durand"),
    )
    parts |= {"xl/workbook.xml": BOOK.encode(), "xl/styles.xml": STYLES.encode()}
    for path, content in {**parts, "xl/_rels/workbook.xml.rels": links}.items():
        given_ = with_part(given_, path, content)
    assert grids(given_) == [[["2020-03-10", "5"]]]
    kept = nameless_workbook(given_)
    assert grids(kept) == grids(given_)
    assert naming(kept, "Durand") == []
    assert nameless_workbook(kept) is kept
    page = openpyxl.load_workbook(io.BytesIO(kept.content)).worksheets[0]
    assert page.auto_filter.ref == "A1:B2"
    assert page.page_setup.orientation == "landscape"
    assert page.row_dimensions[1].height == 20
    assert page["A1"].font.color.rgb == "FF00AA00"


def test_what_says_so_beside_the_members_of_the_archive_is_not_kept() -> None:
    stream = io.BytesIO(nameless_workbook(excel(row(inline("a")))).content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b"Durand"
    kept = nameless_workbook(Document("a.xlsx", stream.getvalue()))
    assert naming(kept, "Durand") == []
    assert grids(kept) == [[["a"]]]


def test_a_workbook_with_macros_becomes_one_without() -> None:
    given_ = excel(row(inline("a")))
    assert nameless_workbook(Document("a.xlsm", given_.content)).name == "a.xlsx"
    assert nameless_workbook(Document("A.XLSX", given_.content)).name == "A.XLSX"


def test_the_lists_of_choices_of_a_model_stand_where_nobody_is_named(
    territory: TerritoryFolder,
) -> None:
    given_ = Document("a.xlsx", templates.workbook(TEMPLATE, territory))
    kept = nameless_workbook(given_)
    pages = [openpyxl.load_workbook(io.BytesIO(item.content))["Données"] for item in (given_, kept)]
    told = [
        {(rule.formula1, str(rule.sqref)) for rule in page.data_validations.dataValidation}
        for page in pages
    ]
    assert told[0] == told[1]
    assert len(told[0]) >= 4
    assert [page.freeze_panes for page in pages] == ["A2", "A2"]
    assert [page["A1"].fill.fgColor.rgb for page in pages] == ["00E4E9EE"] * 2
    assert grids(kept) == grids(given_)


def test_the_colours_of_a_theme_stay_and_its_names_go() -> None:
    own = theme_xml.replace("4F81BD", "123456").replace('name="Office"', 'name="Durand"')
    links = linked(("worksheet", "worksheets/sheet1.xml"), ("theme", "theme/theme1.xml"))
    given_ = with_part(excel(), "xl/theme/theme1.xml", own.encode())
    kept = nameless_workbook(with_part(given_, "xl/_rels/workbook.xml.rels", links))
    assert "123456" in members(kept)["xl/theme/theme1.xml"]
    assert naming(kept, "Durand") == []


def _tabs(*names: str) -> Document:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in names:
        book.create_sheet(name).append(["a", name])
    book.worksheets[-1].sheet_state = "hidden"
    choices = DataValidation(type="list", formula1=f"'{names[0]}'!$A$1:$A$2", sqref="B1")
    book.worksheets[1].add_data_validation(choices)
    stream = io.BytesIO()
    book.save(stream)
    return Document("a.xlsx", stream.getvalue())


def test_the_name_of_a_sheet_names_nobody_and_stays_its_own() -> None:
    names = ("Mme Durand", "Feuille 3", "Référents des clubs, Mme Li", "Aide mémoire")
    kept = nameless_workbook(_tabs(*names))
    assert [(tab.name, tab.hidden) for tab in worksheets(kept)] == [
        ("Mme (nom retiré 1)", False),
        ("Feuille 3", False),
        ("Feuille 4", False),
        ("Aide mémoire", True),
    ]
    assert naming(kept, "Durand", "formula1") == []
    assert nameless_workbook(kept) is kept


def test_two_sheets_that_would_bear_one_name_bear_two() -> None:
    held = nameless_tabs(["M. Durand", "m. durand", "M. Durand"], MetPersons())
    assert len(set(map(str.casefold, held))) == 3


def test_a_sheet_may_be_named_after_a_person_with_underscores() -> None:
    names = ["Suivi_Mme_Durand", "M. (nom retiré 1)", "a_b"]
    assert nameless_tabs(names, MetPersons(1)) == ["Suivi Mme (nom retiré 2)", *names[1:]]


def test_a_header_below_is_told_by_texts_that_sheets_share() -> None:
    texts = ("Projet", "Jardins", "Contact", "Courriel", "2024", " ", "Structure", "Durand")
    strings = "".join(f"<si><t xml:space='preserve'>{text}</t></si>" for text in texts)

    def line(number: int, *said: str) -> str:
        cells = (f'<c t="s"><v>{texts.index(text)}</v></c>' for text in said)
        return row(*cells, number=number)

    said = [
        ("Projet", "Structure"),
        *[("Jardins", "Jardins")] * 40,
        ("Contact", "Courriel", "2024"),
        ("Jardins", "Jardins"),
        (" ", " "),
        ("Structure", "Contact"),
        ("Jardins", "Durand"),
    ]
    lines = "".join(line(number, *cells) for number, cells in enumerate(said, start=1))
    given_ = excel(lines, strings)
    kept = nameless_workbook(given_)
    assert naming(given_, "Durand") != []
    assert naming(kept, "Durand") == []
    assert grids(kept)[0][:-1] == grids(given_)[0][:-1]
    assert grids(kept)[0][-1][:2] == ["Jardins", WITHDRAWN]
