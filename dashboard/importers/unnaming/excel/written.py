"""An XLSX as it is written: its sheets, what they need, and nothing that says who made it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.importers.unnaming.markup import HEAD, escaped
from dashboard.importers.writing.packed import PackedMembers, Write

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPE = "application/vnd.openxmlformats-officedocument"
_STATES = ("hidden", "veryHidden")
_SORTS = {
    "worksheet": "spreadsheetml.worksheet+xml",
    "sharedStrings": "spreadsheetml.sharedStrings+xml",
    "styles": "spreadsheetml.styles+xml",
    "theme": "theme+xml",
}


class WrittenBook:
    """The parts of an XLSX, written one after another."""

    def __init__(self) -> None:
        self._members = PackedMembers()
        self._parts: list[tuple[str, str]] = []
        self._sheets: list[str] = []

    def sheet(self, name: str, state: str, write: Write) -> None:
        """Write the next sheet, hidden as ``state`` says if it does."""
        rank = len(self._sheets) + 1
        self._add(f"worksheets/sheet{rank}.xml", "worksheet", write)
        hidden = f' state="{state}"' if state in _STATES else ""
        self._sheets.append(
            f'<sheet name="{escaped(name)}" sheetId="{rank}"{hidden} r:id="rId{len(self._parts)}"/>'
        )

    def strings(self, write: Write) -> None:
        """Write the texts that the sheets share."""
        self._add("sharedStrings.xml", "sharedStrings", write)

    def styles(self, write: Write) -> None:
        """Write how the cells look."""
        self._add("styles.xml", "styles", write)

    def theme(self, xml: str) -> None:
        """Write the theme."""
        self._add("theme/theme1.xml", "theme", lambda put: put(xml))

    def content(self, active: int = 0, dated_1904: bool = False, asks_again: bool = False) -> bytes:
        """The XLSX, which shows that sheet first, counts its dates and is computed as it was."""
        dates = ' date1904="1"' if dated_1904 else ""
        asked = '<calcPr fullCalcOnLoad="1"/>' if asks_again else ""
        book = (
            f'{HEAD}<workbook xmlns="{SPACE}" xmlns:r="{_LINK}"><workbookPr{dates}/>'
            f'<bookViews><workbookView activeTab="{active}"/></bookViews>'
            f"<sheets>{''.join(self._sheets)}</sheets>{asked}</workbook>"
        )
        links = [(f"{_LINK}/{sort}", path) for path, sort in self._parts]
        self._whole("xl/workbook.xml", book)
        self._whole("xl/_rels/workbook.xml.rels", _linked(links))
        self._whole("_rels/.rels", _linked([(f"{_LINK}/officeDocument", "xl/workbook.xml")]))
        self._whole("[Content_Types].xml", self._types())
        return self._members.content()

    def _add(self, path: str, sort: str, write: Write) -> None:
        self._parts.append((path, sort))
        self._members.add(f"xl/{path}", write)

    def _whole(self, path: str, xml: str) -> None:
        self._members.add(path, lambda put: put(xml))

    def _types(self) -> str:
        kinds = [("workbook.xml", "spreadsheetml.sheet.main+xml")]
        kinds += [(path, _SORTS[sort]) for path, sort in self._parts]
        told = "".join(
            f'<Override PartName="/xl/{path}" ContentType="{_TYPE}.{kind}"/>'
            for path, kind in kinds
        )
        links = "application/vnd.openxmlformats-package.relationships+xml"
        usual = f'<Default Extension="rels" ContentType="{links}"/>'
        xml = '<Default Extension="xml" ContentType="application/xml"/>'
        return f'{HEAD}<Types xmlns="{_TYPES}">{usual}{xml}{told}</Types>'


def _linked(links: Sequence[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{rank}" Type="{sort}" Target="{path}"/>'
        for rank, (sort, path) in enumerate(links, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{_LINKS}">{told}</Relationships>'
