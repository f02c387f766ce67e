"""An ODS is written again from its parser: what it says reads the same, but for persons."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers.door.marks import NEVER_COMPUTED
from dashboard.importers.door.workbook import worksheets
from dashboard.importers.imported import Document, Refused
from dashboard.importers.unnaming.calc.spaces import SPACES
from dashboard.importers.unnaming.withdrawn import WITHDRAWN
from dashboard.importers.unnaming.workbook import nameless_workbook
from tests.importers.door.makers import zipped
from tests.importers.unnaming.books import grids, members, naming, unnumbered, with_part, without

_SORT = "application/vnd.oasis.opendocument.spreadsheet"
_MORE = {
    "xlink": "http://www.w3.org/1999/xlink",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DECLARED = "".join(f' xmlns:{name}="{space}"' for name, space in {**SPACES, **_MORE}.items())
HIDDEN = (
    '<style:style style:name="{}" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def document(
    rows: str, before: str = "", after: str = "", styles: str = "", **parts: bytes
) -> Document:
    """An ODS of one sheet « F » of these rows, and what stands around it."""
    content = (
        f'<office:document-content{_DECLARED} office:version="1.2">{before}'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="F">{rows}</table:table>{after}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive(content.encode(), parts)


def archive(content: bytes, parts: dict[str, bytes]) -> Document:
    manifest = f'<manifest:manifest xmlns:manifest="{SPACES["office"]}"/>'.encode()
    held = {"mimetype": _SORT.encode(), "content.xml": content, "META-INF/manifest.xml": manifest}
    more = {path.replace("__", "/"): content for path, content in parts.items()}
    return Document("a.ods", zipped({**held, **more}))


def row(*cells: str, told: str = "") -> str:
    return f"<table:table-row{told}>{''.join(cells)}</table:table-row>"


def text(said: str, told: str = "", inside: str = "") -> str:
    """A cell of text, in its own markup."""
    lines = "".join(f"<text:p>{line}</text:p>" for line in said.split("\n"))
    return f'<table:table-cell office:value-type="string"{told}>{inside}{lines}</table:table-cell>'


def number(value: str, shown: str = "", told: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}"{told}>'
        f"<text:p>{shown or value}</text:p></table:table-cell>"
    )


@pytest.mark.parametrize(
    "said",
    [
        "Mme Durand",
        "&#x4d;me Durand",
        "<![CDATA[Mme Dur]]>and",
        "Mme Dur<text:span>and</text:span>",
        "Mme<text:s/>Durand",
        '<text:a xlink:href="mailto:durand@ville.fr">Mme Durand</text:a>',
    ],
)
def test_a_name_is_taken_out_however_it_is_written(said: str) -> None:
    kept = nameless_workbook(document(row(text(said))))
    assert grids(kept) == [[["Mme (nom retiré 1)"]]]
    assert naming(kept, "durand") == []
    assert nameless_workbook(kept) is kept


def test_a_name_that_a_mark_parts_is_taken_out_though_it_is_read_as_one_word() -> None:
    for mark in ("tab", "line-break"):
        kept = nameless_workbook(document(row(text(f"vu Mme<text:{mark}/>Durand"))))
        assert naming(kept, "Durand") == []
        assert nameless_workbook(kept) is kept


def test_other_values_of_a_cell_name_nobody_either() -> None:
    kept = nameless_workbook(
        document(
            row(
                text("x", ' office:string-value="Mme Durand"'),
                number("Mme Durand"),
                number("5", "Mme Durand"),
                '<table:table-cell office:value-type="date" office:date-value="Mme Durand"/>',
            )
        )
    )
    assert grids(kept) == [
        [["Mme (nom retiré 1)", "Mme (nom retiré 1)", "5", "Mme (nom retiré 1)"]]
    ]
    assert naming(kept, "Durand") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused(encoding: str) -> None:
    said = f'<!DOCTYPE a [<!ENTITY n "Mme Durand">]><office:document-content{_DECLARED}/>'
    with pytest.raises(Refused, match="abîmé"):
        nameless_workbook(archive(said.encode(encoding), {}))
    with pytest.raises(Refused, match="abîmé"):
        nameless_workbook(with_part(document(row(text("a"))), "styles.xml", said.encode(encoding)))


def test_spaces_without_end_are_refused() -> None:
    with pytest.raises(Refused, match="abîmé"):
        nameless_workbook(document(row(text('a<text:s text:c="99999999"/>'))))


PIECES = st.lists(
    st.sampled_from(
        ["Mme Durand", "M. Paul Martin", " ", "\n", "é", "&amp;", "a@b.fr", "x", "<text:s/>"]
    ),
    max_size=4,
).map("".join)
CELL = st.one_of(
    PIECES.map(text),
    st.sampled_from(
        [
            number("1.50"),
            number("3", "3 €", ' table:formula="of:=1+2"'),
            text("#N/A", ' table:formula="of:=Durand" calcext:value-type="error"'),
            text("b", ' table:formula="of:=&quot;Durand&quot;"'),
            '<table:table-cell table:formula="of:=Durand"/>',
            '<table:table-cell table:number-columns-repeated="3"/>',
            text("c", ' table:number-columns-repeated="2"'),
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
            '<table:table-cell office:value-type="date" office:date-value="2020-01-02"/>',
        ]
    ),
)
ROW = st.tuples(
    st.lists(CELL, min_size=1, max_size=5),
    st.sampled_from(["", ' table:number-rows-repeated="2"']),
).map(lambda drawn: row(*drawn[0], told=drawn[1]))


@settings(max_examples=60)
@given(rows=st.lists(ROW, min_size=1, max_size=3))
def test_it_is_read_as_the_file_itself_but_for_persons(rows: list[str]) -> None:
    given_ = document("".join(rows))
    kept = nameless_workbook(given_)
    (before,), (after,) = worksheets(given_), worksheets(kept)
    assert unnumbered(after.rows) == unnumbered(without(before.rows))
    assert after.computed == before.computed
    assert nameless_workbook(kept) is kept


def test_a_column_of_persons_holds_none_however_its_cells_repeat() -> None:
    head = row(text("Titre"), text("Nom"), text("Prénom"), text("Montant"))
    rows = (
        row(text("Durand", ' table:number-columns-repeated="4"')),
        row(
            text("b"),
            number("612345678"),
            '<table:table-cell table:formula="of:=A1"/>',
            number("4"),
        ),
        row(text("c"), '<table:table-cell table:number-columns-repeated="2"/>', number("5")) * 40,
        row(
            text("d"),
            text("Durand", ' table:formula="of:=A1"'),
            told=' table:number-rows-repeated="2"',
        ),
    )
    kept = nameless_workbook(document(head + "".join(rows)))
    (tab,) = worksheets(kept)
    assert tab.rows[1:4] == [
        ["Durand", WITHDRAWN, WITHDRAWN, "Durand"],
        ["b", WITHDRAWN, NEVER_COMPUTED, "4"],
        ["c", "", "", "5"],
    ]
    assert tab.rows[-2:] == [["d", WITHDRAWN, "", ""]] * 2
    assert tab.computed == 2
    assert naming(kept, "612345678") == []
    assert nameless_workbook(kept) is kept


BEFORE = """<office:scripts><office:event-listeners><script:event-listener xlink:href="Durand"/>
</office:event-listeners></office:scripts>
<office:font-face-decls><style:font-face style:name="Mme Durand" svg:font-family="Mme Durand"/>
</office:font-face-decls>"""
STYLES = (
    HIDDEN.format("ta1")
    + HIDDEN.format("Durand")
    + """<number:number-style style:name="N1"><number:text>Mme Durand</number:text>
<number:number number:decimal-places="2"/></number:number-style>"""
)
AROUND = """<table:calculation-settings><Durand/></table:calculation-settings>
<table:content-validations><table:content-validation table:name="Durand" table:condition="Durand">
<table:help-message><text:p>Durand</text:p></table:help-message></table:content-validation>
</table:content-validations><table:named-expressions><table:named-range table:name="Durand"/>
</table:named-expressions><table:database-ranges><table:database-range table:name="Durand"/>
</table:database-ranges><table:data-pilot-tables><table:data-pilot-table table:name="Durand"/>
</table:data-pilot-tables><calcext:conditional-formats>Durand</calcext:conditional-formats>
<table:tracked-changes><table:deletion><text:p>Durand</text:p></table:deletion></table:tracked-changes>
"""
NOTE = """<office:annotation><dc:creator>Durand</dc:creator><text:p>Durand</text:p>
</office:annotation><draw:frame draw:name="Durand"><text:p>Durand</text:p></draw:frame>"""
MEMBERS = (
    "meta.xml",
    "settings.xml",
    "Thumbnails/thumbnail.png",
    "Basic/Standard/Module1.xml",
    "Object 1/content.xml",
    "Pictures/Durand.png",
    "Configurations2/accelerator/current.xml",
    "META-INF/documentsignatures.xml",
    "Durand.rdf",
)


def test_nothing_around_the_cells_is_kept_that_may_name_somebody() -> None:
    told = ' table:content-validation-name="Durand" table:style-name="Durand"'
    rows = (
        "<table:title>Durand</table:title>"
        '<table:shapes><draw:frame draw:name="Durand"/></table:shapes>'
        '<table:table-column table:style-name="co1" table:number-columns-repeated="2"/>'
        + row(text("a", told, NOTE), number("5", told=' table:style-name="N1"'))
    )
    look = f"""<office:document-styles{_DECLARED}><office:styles>
<style:style style:name="Durand" style:display-name="Durand" style:family="table-cell">
<style:text-properties fo:font-weight="bold" style:font-name="Mme Durand"/></style:style>
</office:styles><office:master-styles><style:master-page style:name="Durand"><style:header>
<text:p>Durand</text:p></style:header></style:master-page></office:master-styles>
</office:document-styles>"""
    parts = {**dict.fromkeys(MEMBERS, b"Durand"), "styles.xml": look.encode()}
    given_ = document(rows, BEFORE, AROUND, STYLES, **parts)
    kept = nameless_workbook(given_)
    assert grids(kept) == [[["a", "5"]]]
    assert naming(kept, "Durand") == []
    held = members(kept)
    assert list(held) == ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"]
    assert 'fo:font-weight="bold"' in held["styles.xml"]
    assert held["content.xml"].count('"nom2"') == 2, "le style et la case qui le porte"
    with zipfile.ZipFile(io.BytesIO(kept.content)) as opened:
        assert opened.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert nameless_workbook(kept) is kept


def test_the_name_of_a_sheet_names_nobody_and_a_hidden_one_stays_so() -> None:
    content = (
        f"<office:document-content{_DECLARED}><office:automatic-styles>{HIDDEN.format('ta1')}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="b">{row(text("x"))}</table:table>'
        f'<table:table table:name="Mme Durand" table:style-name="ta1">{row(text("y"))}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kept = nameless_workbook(archive(content.encode(), {}))
    told = [(tab.name, tab.hidden, tab.rows) for tab in worksheets(kept)]
    assert told == [("b", False, [["x"]]), ("Mme (nom retiré 1)", True, [["y"]])]
    assert nameless_workbook(kept) is kept


def test_a_formula_says_nothing_but_the_value_that_it_kept() -> None:
    told = ' table:formula="of:=Durand"'
    day = f'<table:table-cell office:value-type="date" office:date-value="2020-01-02"{told}/>'
    yes = f'<table:table-cell office:value-type="boolean" office:boolean-value="true"{told}/>'
    kept = nameless_workbook(document(row(text("x", told), number("12.5", told=told), day, yes)))
    held = members(kept)["content.xml"]
    for formula in ("&quot;x&quot;", "12.5", "DATEVALUE(&quot;2020-01-02&quot;)", "TRUE()"):
        assert f'table:formula="of:={formula}"' in held
    assert naming(kept, "Durand") == []
