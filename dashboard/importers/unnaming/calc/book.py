"""An ODS without the persons whom it names, in its cells and around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dashboard.importers.unnaming.calc.content import NamelessContent, NamelessLook
from dashboard.importers.unnaming.calc.spaces import KeptAttributes
from dashboard.importers.unnaming.markup import HEAD
from dashboard.importers.unnaming.met import MetPersons, naming
from dashboard.importers.unnaming.tabs import nameless_tabs
from dashboard.importers.writing.packed import PackedMembers

PARTS = re.compile(r"^(?:content|styles)\.xml$")
"""The parts that are read."""
_CONTENT, _STYLES = "content.xml", "styles.xml"
_SORT = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def nameless_calc(parts: Mapping[str, bytes], names: Sequence[str]) -> bytes:
    """The ODS of these parts and of the sheets of these names, without them; DamagedXml where a
    part cannot be read."""
    content, look = parts[_CONTENT], parts.get(_STYLES, b"")
    persons = MetPersons.beside([*names, *naming([content])])
    tabs = dict(zip(names, nameless_tabs(names, persons), strict=True))
    kept, new = KeptAttributes(persons), PackedMembers()
    new.add("mimetype", lambda put: put(_SORT), stored=True)
    new.add(_CONTENT, lambda put: NamelessContent(kept, persons, tabs, put).through(content))
    if look:
        new.add(_STYLES, lambda put: NamelessLook(kept, persons, put).through(look))
    told = [("/", _SORT), (_CONTENT, "text/xml"), *([(_STYLES, "text/xml")] if look else [])]
    new.add("META-INF/manifest.xml", lambda put: put(_manifest(told)))
    return new.content()


def _manifest(told: Sequence[tuple[str, str]]) -> str:
    said = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{sort}"/>'
        for path, sort in told
    )
    root = f'manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.2"'
    return f"{HEAD}<{root}>{said}</manifest:manifest>"
