"""The files of assets/ as served: named by their content, compressed once, kept for ever."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import brotli

from dashboard.words import tokens

ROOT = Path(__file__).resolve().parents[2] / "assets"
STYLES = (
    "vendor/bootstrap.min.css",
    "tokens.css",
    "fonts.css",
    "fallbacks.css",
    "layout.css",
    "cards.css",
    "map.css",
    "search.css",
    "gallery.css",
    "sheet.css",
    "recto.css",
    "embed.css",
    "projection.css",
    "print.css",
)
OURS, LATER = "page.js", "plotly.js"
"""Our own scripts as one; plotly, which no first visit waits for, with what makes it ours."""

FONTS = ("fonts/source-sans-3.woff2", "fonts/source-serif-4.woff2")
SCRIPTS = (
    "page/live.js",
    "page/boot.js",
    "page/several.js",
    "page/address.js",
    "page/keep.js",
    "page/outlines.js",
    "page/figure.js",
    "page/map.js",
    "page/years.js",
    "page/choose.js",
    "page/paper.js",
    "page/projection.js",
    "page/suggest.js",
    "page.js",
    "copy.js",
    "waiting.js",
)
LATER_SCRIPTS = ("vendor/plotly.min.js", "page/explore.js")
SCOPE = b'(() => {\n"use strict";\n%s})();\n'
"""What a script of ours stands in once it is among others: none meets the names of another."""

YEARLY, HOURLY = "public, max-age=31536000, immutable", "public, max-age=3600"
"""How long a browser keeps what its address says for good."""

DRAFT = ".brouillon-"
"""How the name of a file that is being compressed starts."""

STALE = 600.0
"""Seconds after which nobody writes it any more."""

TEXTUAL = (".css", ".js", ".json", ".svg", ".html")
ENCODINGS = ("br", "gzip")
"""What a browser may ask, the smallest first."""
QUICK, HARD = (5, 6), (11, 9)
"""How hard to compress in each: for the reader who waits, and for all who come after."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes, its type, the hash of its content, which its address holds."""

    name: str
    content: bytes
    kind: str
    mark: str

    @property
    def href(self) -> str:
        """Its address."""
        return f"/statique/{self.place}"

    @property
    def place(self) -> str:
        """Where it is among the files that are served."""
        return f"{self.mark[:10]}/{self.name}"

    @property
    def textual(self) -> bool:
        """Whether it is worth compressing: fonts already are."""
        return self.name.endswith(TEXTUAL)


@dataclass(frozen=True, slots=True)
class Kit:
    """What every page loads: the style sheet, its fonts, the scripts in the order they run; the one
    that comes ``later``."""

    style: Asset
    fonts: tuple[Asset, ...]
    scripts: tuple[Asset, ...]
    later: Asset

    @property
    def still(self) -> tuple[Asset, ...]:
        """The scripts of a page that never changes: ours."""
        return tuple(script for script in self.scripts if script.name == OURS)

    @property
    def all(self) -> tuple[Asset, ...]:
        """Every file of it."""
        return (self.style, *self.fonts, *self.scripts, self.later)


def kit(libraries: bytes) -> Kit:
    """The kit of a page whose component libraries are that script."""
    fonts = tuple(font for font in map(file, FONTS) if font)
    scripts = (_script(OURS, SCRIPTS), made("dash.js", libraries))
    return Kit(stylesheet(), fonts, scripts, _script(LATER, LATER_SCRIPTS))


def stylesheet() -> Asset:
    """Every style sheet as one without its comments: the first paint waits for one request."""
    return _stylesheet(tuple(name for name in STYLES if (ROOT / name).is_file()))


def _script(name: str, parts: tuple[str, ...]) -> Asset:
    """Those scripts as one."""
    return _bundle(name, tuple(part for part in parts if (ROOT / part).is_file()))


def file(name: str) -> Asset | None:
    """A file of assets/ by its name; None outside the folder or where there is none."""
    try:
        path = (ROOT / name).resolve()
        if not path.is_relative_to(ROOT) or not path.is_file():
            return None
        return _read(name, path, path.stat().st_mtime_ns)
    except (OSError, ValueError):  # a name that no file can bear
        return None


@lru_cache(maxsize=64)
def _read(name: str, path: Path, _changed: int) -> Asset:
    if path.suffix == ".svg":
        return made(name, tokens.inked(path.read_text(encoding="utf-8")).encode())
    return made(name, path.read_bytes())


def made(name: str, content: bytes) -> Asset:
    """A text of ours as a file to serve."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(name, content, kind, hashlib.sha256(content).hexdigest()[:20])


@lru_cache(maxsize=4)
def _bundle(name: str, parts: tuple[str, ...]) -> Asset:
    return made(name, b"\n".join(map(_scoped, parts)))


def _scoped(part: str) -> bytes:
    content = (ROOT / part).read_bytes()
    return content if part.startswith("vendor/") else SCOPE % content


@lru_cache(maxsize=4)
def _stylesheet(parts: tuple[str, ...]) -> Asset:
    whole = "\n".join((ROOT / part).read_text(encoding="utf-8") for part in parts)
    dated = re.sub(r'url\("(fonts/[^"]+)"\)', _dated, whole)
    return made("style.css", minified(dated).encode())


def _dated(found: re.Match[str]) -> str:
    """The address of a font by its content, from that of the sheet: it outlives a change of the
    sheet, and is under the same path."""
    font = file(found[1])
    return f'url("../{font.place}")' if font else found[0]


def minified(sheet: str) -> str:
    """The style sheet without comments, without the blanks that mean nothing.

    Texts between quotes are left as they are.
    """
    parts = re.split(r'("[^"\n]*"|\'[^\'\n]*\')', re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))
    return "".join(part if place % 2 else _tight(part) for place, part in enumerate(parts)).strip()


def _tight(text: str) -> str:
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", text)).replace(";}", "}")


@dataclass(frozen=True)
class Packer:
    """Compresses a file as hard as it can be, once: kept in ``folder`` by content, if there is one.

    The workers of one machine share the folder: a file lands in it whole or not at all.
    """

    folder: Path | None = None
    _held: dict[str, bytes] = field(default_factory=dict)
    _quick: dict[str, bytes] = field(default_factory=dict)

    def packed(self, asset: Asset, encoding: str) -> bytes:
        """The content of the asset in ``br`` or ``gzip``: hard where it was prepared, else fast."""
        name = f"{asset.mark}.{encoding}"
        if self._prepared(name):
            self._quick.pop(name, None)
            return self._held[name]
        if name not in self._quick:
            self._quick[name] = _pack(asset.content, encoding, QUICK)
        return self._quick[name]

    def prepare(self, assets: tuple[Asset, ...]) -> None:
        """Compress those as hard as can be: some twenty seconds, once. What a process that was
        stopped left half-done is removed."""
        self._tidy()
        for asset in assets:
            for encoding in ENCODINGS if asset.textual else ():
                name = f"{asset.mark}.{encoding}"
                if not self._prepared(name):
                    self._keep(name, _pack(asset.content, encoding, HARD))

    def _tidy(self) -> None:
        for path in self.folder.glob(f"{DRAFT}*") if self.folder else ():
            if path.stat().st_mtime < time.time() - STALE:
                path.unlink(missing_ok=True)

    def _prepared(self, name: str) -> bool:
        """Whether that content was compressed hard, here or in the folder; it is then held."""
        path = self.folder / name if self.folder else None
        if name not in self._held and path and path.is_file():
            self._held[name] = path.read_bytes()
        return name in self._held

    def _keep(self, name: str, content: bytes) -> None:
        self._held[name] = content
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, prefix=DRAFT, delete=False) as draft:
                draft.write(content)
            Path(draft.name).chmod(0o644)
            Path(draft.name).replace(self.folder / name)


def _pack(content: bytes, encoding: str, quality: tuple[int, int]) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(content, quality=quality[0], lgwin=24))
    return gzip.compress(content, compresslevel=quality[1], mtime=0)
