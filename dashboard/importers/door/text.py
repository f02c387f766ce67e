"""Bytes to lines of text: the encoding told, what is damaged marked, nothing invisible kept."""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata

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
_OLDER = ["cp1252", "mac_roman", "cp850"]
"""Encodings of French files that are not UTF-8: Windows, Macintosh, DOS."""

_SMALL, _CAPITAL = "éèàêçôîûùâëïœ’«»°€", "ÉÈÀÊÇÔÎÂŒ"
"""The characters beyond ASCII that French texts bear."""

_TELLING, _TOLD = 2_000, 500_000
"""Lines with accents, and their bytes, among which an older encoding is told."""

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
    if not text.isascii() and _MOJIBAKE.search(text):
        return "les accents sont abîmés (« Ã© » pour « é »)."
    return ""


def text_of(document: Document) -> str:
    """The text of the document: UTF-8, UTF-16 or UTF-32 with mark, else an older encoding.

    A few bytes that are no UTF-8 in a file that is leave ``LOST`` in their lines. Refused for what
    is no text.
    """
    content = document.content
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(document, encoding)
    if b"\0" in content[:_NUL]:
        raise refuse(document.name, "le fichier n’est pas un texte.", _EXPECTED)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace") if _mostly_utf8(content) else _older(document)


_EXPECTED = "Donnez un fichier CSV, XLSX, ODS, JSON, GeoJSON, GeoPackage ou ZIP."


def _decoded(document: Document, encoding: str) -> str:
    return document.content.decode(encoding, "replace")


def _mostly_utf8(content: bytes) -> bool:
    """Whether more lines bear accents in UTF-8 than bear bytes that are none."""
    good = bad = 0
    for line in content.splitlines():
        if not line.isascii():
            try:
                line.decode("utf-8")
                good += 1
            except UnicodeDecodeError:
                bad += 1
    return good >= bad


def _older(document: Document) -> str:
    """The text in the older encoding that makes the best French of its first accents."""
    sample = _accented(document.content)
    best = charset_normalizer.from_bytes(sample, cp_isolation=_OLDER).best()
    if best is None:
        raise _no_encoding(document.name)
    able = [name for name in (best.encoding, *_OLDER) if _reads(document.content, name)]
    return document.content.decode(max(able, key=lambda name: _french(sample.decode(name))))


def _accented(content: bytes) -> bytes:
    """The first lines that hold more than ASCII, enough of them to tell an encoding."""
    lines = (line for line in content.splitlines(keepends=True) if not line.isascii())
    return b"".join(itertools.islice(lines, _TELLING))[:_TOLD]


def _reads(content: bytes, encoding: str) -> bool:
    """Whether that encoding has a character for every byte."""
    try:
        content.decode(encoding)
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
