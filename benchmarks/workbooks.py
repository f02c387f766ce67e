"""Workbooks written again without persons, as they arrive: the seconds of processor and the memory
that each takes, beside the bounds that it is given.

``python -m benchmarks.workbooks 10000 100000 1500000`` measures so many cells, in each form in
which programs write them.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks import measure
from dashboard.importers.door.confined import bounds_for, confined
from dashboard.importers.imported import Document, Refused
from dashboard.importers.unnaming.admission import nameless
from dashboard.importers.unnaming.calc.spaces import DECLARED
from dashboard.importers.unnaming.excel.written import SPACE, WrittenBook
from dashboard.importers.writing.packed import PackedMembers, Put

COLUMNS = ("Titre", "Porteur", "Suivi", "Montant", "Année")
_MEGA = 1024 * 1024


def main() -> None:
    """Print a line for each form, for each number of cells that is asked."""
    print(f"Machine : {measure.machine()}.\n")
    print("| cases | forme | fichier | processeur | borne | mémoire | borne |")
    print("|---|---|---|---|---|---|---|")
    for asked in sys.argv[1:] or ["10000", "100000", "1500000"]:
        for form, document in _documents(int(asked) // len(COLUMNS)):
            _say(asked, form, document)


def _say(cells: str, form: str, document: Document) -> None:
    bounds = bounds_for(document)
    try:
        seconds, megabytes = confined(document.name, bounds, _written_again, document)
        took = f"{seconds:.1f} s | {bounds.seconds} s | {megabytes:.0f} Mo"
    except Refused as refusal:
        took = f"{refusal.problem.message} | {bounds.seconds} s | –"
    size = len(document.content) / _MEGA
    most = bounds.memory // _MEGA
    print(f"| {cells} | {form} | {size:.1f} Mo | {took} | {most} Mo |", flush=True)


def _written_again(document: Document) -> tuple[float, float]:
    """The seconds of processor that it takes, and the megabytes of the process at its peak."""
    start = time.process_time()
    nameless(document)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.process_time() - start, peak


def _documents(rows: int) -> Iterator[tuple[str, Document]]:
    """The workbooks of so many rows, in each form."""
    shared = WrittenBook()
    shared.sheet("Données", "", partial(_sheet, rows, _shared_cells))
    shared.strings(partial(_strings, rows))
    yield "XLSX, textes partagés", Document("a.xlsx", shared.content())
    inline = WrittenBook()
    inline.sheet("Données", "", partial(_sheet, rows, _inline_cells))
    yield "XLSX, textes dans les cases", Document("a.xlsx", inline.content())
    calc = PackedMembers()
    sort = "application/vnd.oasis.opendocument.spreadsheet"
    calc.add("mimetype", lambda put: put(sort), stored=True)
    calc.add("content.xml", partial(_calc, rows))
    calc.add("META-INF/manifest.xml", lambda put: put("<manifest/>"))
    yield "ODS", Document("a.ods", calc.content())


def _texts(row: int) -> tuple[str, str, str]:
    """The three texts of a row: one line in a hundred names a person."""
    if not row:
        return "Titre", "Porteur", "Suivi"
    said = f"vu avec Mme Durand {row}" if row % 100 == 0 else f"suivi {row}"
    return f"Action {row}", f"Association {row}", said


def _shared_cells(row: int) -> tuple[str, ...]:
    return tuple(f't="s"><v>{3 * row + rank}</v>' for rank in range(3))


def _inline_cells(row: int) -> tuple[str, ...]:
    return tuple(f't="inlineStr"><is><t>{text}</t></is>' for text in _texts(row))


def _sheet(rows: int, texts: Callable[[int], tuple[str, ...]], put: Put) -> None:
    put(f'<worksheet xmlns="{SPACE}"><sheetData>')
    for row in range(rows):
        amount, year = (f"><v>{row % 900}</v>", f"><v>{2020 + row % 5}</v>")
        cells = zip("ABCDE", (*texts(row), amount, year), strict=True)
        said = "".join(f'<c r="{letter}{row + 1}" {cell}</c>' for letter, cell in cells)
        put(f'<row r="{row + 1}">{said}</row>')
    put("</sheetData></worksheet>")


def _strings(rows: int, put: Put) -> None:
    put(f'<sst xmlns="{SPACE}">')
    for row in range(rows):
        put("".join(f"<si><t>{text}</t></si>" for text in _texts(row)))
    put("</sst>")


def _calc(rows: int, put: Put) -> None:
    put(f"<office:document-content{DECLARED}><office:body><office:spreadsheet>")
    put('<table:table table:name="Données">')
    for row in range(rows):
        texts = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
            for text in _texts(row)
        )
        numbers = "".join(
            f'<table:table-cell office:value-type="float" office:value="{number}"/>'
            for number in (row % 900, 2020 + row % 5)
        )
        put(f"<table:table-row>{texts}{numbers}</table:table-row>")
    put("</table:table></office:spreadsheet></office:body></office:document-content>")


if __name__ == "__main__":
    main()
