"""The files of assets/ as served: named by their content, compressed once, kept for ever."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent / "assets"
STYLES = (
    "vendor/bootstrap.min.css",
    "tokens.css",
    "fonts.css",
    "layout.css",
    "cards.css",
    "map.css",
    "print.css",
)
PLOTLY = "vendor/plotly.min.js"
SCRIPTS = (
    "locale.js",
    "theme.js",
    "page/takeover.js",
    "page/keep.js",
    "page/address.js",
    "page.js",
    "image/text.js",
    "image/blocks.js",
    "image/sheet.js",
    "image/png.js",
    "export.js",
)
TEXTUAL = (".css", ".js", ".json", ".svg", ".html")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes, its type, the address that changes with its content."""

    name: str
    content: bytes
    kind: str
    href: str


def sheet() -> Asset:
    """Every style sheet as one, so that the first paint waits for one request."""
    return _bundle("style.css", tuple(name for name in STYLES if (ROOT / name).is_file()))


def script() -> Asset:
    """Our own scripts as one."""
    return _bundle("page.js", tuple(name for name in SCRIPTS if (ROOT / name).is_file()))


def file(name: str) -> Asset | None:
    """A file of assets/ by its name; None outside the folder or where there is none."""
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT) or not path.is_file():
        return None
    return _asset(name, path.read_bytes())


@lru_cache(maxsize=4)
def _bundle(name: str, parts: tuple[str, ...]) -> Asset:
    return _asset(name, b"\n".join((ROOT / part).read_bytes() for part in parts))


def _asset(name: str, content: bytes) -> Asset:
    mark = hashlib.sha256(content).hexdigest()[:10]
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(name, content, kind, f"/statique/{mark}/{name}")


@lru_cache(maxsize=64)
def packed(name: str, content: bytes, encoding: str) -> bytes:
    """The content compressed as hard as it can be; done once by file and by worker."""
    if encoding == "br":
        return bytes(brotli.compress(content, quality=11))
    return gzip.compress(content, compresslevel=9, mtime=0)
