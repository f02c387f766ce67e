"""Bytes that nobody vouches for: bounded, decoded, unzipped; texts to numbers and dates."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from dashboard.domain.french import counted
from dashboard.importers.imported import Document, Refused, refuse

MAX_BYTES = 64 * 1024 * 1024
MAX_FILES = 50
_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\t"))
_DATES = (
    (r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", (1, 2, 3)),
    (r"(\d{4})/(\d{2})/(\d{2})", (1, 2, 3)),
    (r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", (3, 2, 1)),
    (r"(\d{4})(\d{2})(\d{2})", (1, 2, 3)),
)
_EXCEL_EPOCH = dt.date(1899, 12, 30)


def bounded(document: Document) -> Document:
    """The document; Refused where it is empty or larger than 64 MB."""
    if not document.content:
        raise refuse(document.name, "le fichier est vide.", "Téléchargez-le de nouveau.")
    if len(document.content) > MAX_BYTES:
        message = "le fichier dépasse 64 Mo."
        raise refuse(document.name, message, "Donnez le fichier officiel, pas un dossier entier.")
    return document


def text_of(document: Document) -> str:
    """The text of the document, in UTF-8 (with or without mark), UTF-16 with mark or cp1252."""
    content = document.content
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(document, "utf-16")
    if b"\0" in content[:65536]:
        raise refuse(document.name, "le fichier n’est pas un texte.", _EXPECTED)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(document, "cp1252")


_EXPECTED = "Donnez un fichier CSV, XLSX, JSON, GeoJSON, GeoPackage ou ZIP."


def _decoded(document: Document, encoding: str) -> str:
    try:
        return document.content.decode(encoding)
    except UnicodeDecodeError as error:
        message = "les accents ne sont ni en UTF-8 ni en Windows-1252."
        raise refuse(document.name, message, "Enregistrez le fichier en UTF-8.") from error


def is_zip(content: bytes) -> bool:
    """Whether these bytes are a ZIP (an XLSX is one too)."""
    return content[:4] == b"PK\x03\x04"


def unzipped(document: Document) -> tuple[Document, ...]:
    """The files of a ZIP, in memory, by their bare names: nothing is ever written by its path.

    Refused: more than 50 files, more than 64 MB once open, a path that leaves the archive, a
    file under a password, damage.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
            members = [item for item in archive.infolist() if not item.is_dir()]
            _check_members(document.name, members)
            return tuple(_opened(document.name, archive, members))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        message = "le ZIP est abîmé ou protégé par un mot de passe."
        raise refuse(document.name, message, "Téléchargez-le de nouveau.") from error
    except ValueError as error:
        raise refuse(document.name, "le ZIP est abîmé.", "Téléchargez-le de nouveau.") from error


def _check_members(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_FILES:
        count = counted(len(members), "fichier")
        message = f"le ZIP contient {count} : {MAX_FILES} au plus."
        raise refuse(name, message, "Donnez seulement le fichier officiel utile.")
    if sum(item.file_size for item in members) > MAX_BYTES:
        raise _too_large(name)
    for item in members:
        path = PurePosixPath(item.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in item.filename:
            message = f"le ZIP veut écrire hors de son dossier (« {item.filename[:60]} »)."
            raise refuse(name, message, "Ce n’est pas un fichier officiel : ne l’ouvrez pas.")


def _opened(
    name: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]
) -> Iterator[Document]:
    left = MAX_BYTES
    for item in members:
        with archive.open(item) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _too_large(name)
        yield Document(PurePosixPath(item.filename.replace("\\", "/")).name, content)


def _too_large(name: str) -> Refused:
    message = "le contenu du ZIP dépasse 64 Mo une fois ouvert."
    return refuse(name, message, "Donnez seulement le fichier officiel utile.")


def plain(text: str) -> str:
    """A cell without spaces around, wrapping quotes, nor Excel's ``="…"``."""
    text = text.strip()
    while len(text) > 1 and text.endswith('"') and text.startswith(('"', '="')):
        text = text.removeprefix("=")[1:-1].strip()
    return text


def number(text: str) -> float | None:
    """The number of a French or plain cell: ``3 631``, ``53,8``, ``1.234,56``; else None.

    None too where comma or point may cut thousands as well as decimals (``12,345``).
    """
    bare = plain(text).translate(_SPACES).replace("\u2212", "-").removesuffix("€")
    if "," in bare and "." in bare:
        thousands = "," if bare.rindex(".") > bare.rindex(",") else "."
        bare = bare.replace(thousands, "")
    elif re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", bare):
        return None
    bare = bare.replace(",", ".")
    return float(bare) if re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", bare) else None


def shown(value: float) -> str:
    """The number as the project's tables hold it: decimal point, no useless zero."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def date(text: str) -> dt.date | None:
    """The date of a cell: ISO, French, compact or the serial number of a spreadsheet."""
    bare = plain(text)
    for pattern, (year, month, day) in _DATES:
        found = re.fullmatch(pattern, bare)
        if found:
            return _day(int(found[year]), int(found[month]), int(found[day]))
    if re.fullmatch(r"\d{5}(\.0)?", bare):
        return _EXCEL_EPOCH + dt.timedelta(days=int(float(bare)))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def siret(text: str) -> str:
    """The digits of a SIRET or SIREN: spaces and ``.0`` gone, lost leading zeros put back."""
    digits = re.sub(r"\D", "", plain(text).removesuffix(".0"))
    return digits.zfill(14) if 10 <= len(digits) <= 13 else digits
