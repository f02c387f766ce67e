"""An image painted: pixels, and what a PNG says of itself."""

from __future__ import annotations

import struct
import zlib

from dashboard.exports.image import fonts
from dashboard.exports.image.composition import Image
from dashboard.exports.image.content import ImageContent

SCALES = (1, 2, 3)
HEADER = 33
INCH = 0.0254


def painted(image: Image, content: ImageContent, scale: int) -> bytes:
    """The PNG: its title, its text alternative, its source and licence, its citation and the size
    at which it prints come with it."""
    raw = pixels(image.svg(faces=False), image.width * scale)
    texts = (
        ("Title", content.exhibit.title),
        ("Description", content.description),
        ("Copyright", content.exhibit.source),
        ("Comment", content.citation),
    )
    chunks = [_density(image.per_inch * scale), *(_words(*text) for text in texts)]
    return b"".join((raw[:HEADER], *chunks, raw[HEADER:]))


def pixels(svg: str, width: int) -> bytes:
    """A drawing as a bare PNG of that width, set with our faces."""
    # 3 MB of machine code: only those that are asked an image carry it.
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, skip_system_fonts=True, font_files=fonts.files(), width=width
        )
    )


def _words(keyword: str, text: str) -> bytes:
    """Keyword, no compression, language, no translated keyword, text in UTF-8."""
    return _chunk(b"iTXt", f"{keyword}\0\0\0fr\0\0{text}".encode())


def _density(per_inch: int) -> bytes:
    per_metre = round(per_inch / INCH)
    return _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
