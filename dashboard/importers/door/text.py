"""Bytes to lines of text: the encoding told, what is damaged marked, nothing invisible kept."""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import charset_normalizer

from dashboard.importers.imported import Document, Refused, refuse

LOST = "\ufffd"
"""Stands where a character cannot be read: a line that holds one is never taken."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARKED = frozenset(name for _, name in _MARKS)
"""Encodings that a mark tells."""
_OLDER = ["cp1252", "mac_roman", "cp850"]
"""Encodings of French files that are not UTF-8: Windows, Macintosh, DOS."""

_SMALL, _CAPITAL = "éèàêçôîûùâëïœ’«»°€", "ÉÈÀÊÇÔÎÂŒ"
"""The characters beyond ASCII that French texts bear."""

_TELLING, _TOLD = 2_000, 500_000
"""Lines with accents, and their bytes, among which an older encoding is told."""

_PIECE = 1_000_000
"""Bytes that are tried at once."""
_LINE = re.compile(rb"[^\r\n]+")

_NUL = 65_536
"""Bytes among which a NUL says that the file is no text."""

_DROPPED = dict.fromkeys(
    code
    for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0xA0), 0x200B, 0x200C, 0xFEFF)
    if code == 0xFEFF or unicodedata.category(chr(code)) in ("Cc", "Cf")
) | dict.fromkeys((0x061C, *range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_DROPPED |= {0: LOST}
_SURROGATES = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013-\u203a]|â€")
"""UTF-8 that was once read as cp1252: « Ã© » for « é », « â€™ » for « ’ »."""


def clean(text: str) -> str:
    """The text in NFC, without control characters nor marks of direction; LOST for what is none."""
    if text.isprintable():  # neither control characters nor marks of direction
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _SURROGATES.sub(LOST, text.translate(_DROPPED)))


def damaged(text: str) -> str:
    """What is wrong with the characters of that text, in French; nothing where all is well."""
    if LOST in text or "\0" in text:
        return "un caractère ne peut pas être lu : cette ligne n’est pas codée comme les autres."
    if ("Ã" in text or "â" in text) and _MOJIBAKE.search(text):
        return "les accents sont abîmés (« Ã© » pour « é »)."
    return ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a document become text: the name of its encoding, and what is done about
    bytes that it cannot read, as ``bytes.decode`` has both."""

    name: str
    errors: str


def text_of(document: Document) -> str:
    """The text of the document; Refused for what is no text."""
    encoding = encoding_of(document)
    return document.content.decode(encoding.name, encoding.errors)


def encoding_of(document: Document) -> Encoding:
    """UTF-8, UTF-16 or UTF-32 with mark, else an older encoding; Refused for what is no text.

    A few bytes that are no UTF-8 in a file that is leave ``LOST`` in their lines.
    """
    content = document.content
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Encoding(name, "replace")
    if b"\0" in content[:_NUL]:
        raise refuse(document.name, "le fichier n’est pas un texte.", _EXPECTED)
    if _reads(content, "utf-8"):
        return Encoding("utf-8", "strict")
    return Encoding("utf-8", "replace") if _mostly_utf8(content) else _older(document)


_EXPECTED = "Donnez un fichier CSV, XLSX, ODS, JSON, GeoJSON, GeoPackage ou ZIP."


def _accents(content: bytes) -> Iterator[bytes]:
    """The lines that hold more than ASCII."""
    lines = (found[0] for found in _LINE.finditer(content))
    return (line for line in lines if not line.isascii())


def _mostly_utf8(content: bytes) -> bool:
    """Whether more lines bear accents in UTF-8 than bear bytes that are none."""
    good = bad = 0
    for line in _accents(content):
        if _reads(line, "utf-8"):
            good += 1
        else:
            bad += 1
    return good >= bad


def _older(document: Document) -> Encoding:
    """The older encoding that makes the best French of its first accents."""
    sample = b"\n".join(itertools.islice(_accents(document.content), _TELLING))[:_TOLD]
    best = charset_normalizer.from_bytes(sample, cp_isolation=_OLDER).best()
    if best is None:
        raise _no_encoding(document.name)
    able = [name for name in (best.encoding, *_OLDER) if _reads(document.content, name)]
    told = max(able, key=lambda name: _french(sample.decode(name)))
    return Encoding(told, "strict")


def _reads(content: bytes, encoding: str) -> bool:
    """Whether that encoding has a character for every byte; no more of them than a piece is held
    as text at once."""
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(content)
    try:
        for start in range(0, len(view), _PIECE):
            decoder.decode(view[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _french(text: str) -> int:
    """How French its characters beyond ASCII are: small letters most, strangers against."""
    strange = [char for char in text if not char.isascii()]
    return sum(2 * (char in _SMALL) + (char in _CAPITAL) - 1 for char in strange)


def _no_encoding(name: str) -> Refused:
    message = "les accents ne sont ni en UTF-8 ni en Windows-1252."
    return refuse(name, message, "Enregistrez le fichier en UTF-8.")
