"""A logo given as SVG: plain shapes and nothing else, painted as pixels. No SVG is ever served."""

from __future__ import annotations

import re
from xml.parsers import expat

SHAPES = frozenset(
    (
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "defs",
        "clipPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "style",
        "title",
        "desc",
        "metadata",
    )
)
"""The elements that are painted, or that say nothing of what is."""
UNSEEN = frozenset(("metadata", "title", "desc"))
"""Those whose content is no drawing, whatever it is."""
MOST, DEEPEST = 5_000, 40
"""Elements of a drawing, and how many hold one another."""
DOTS = 96
"""Pixels of an inch."""
_START = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|svg|[a-z]+:svg)", re.IGNORECASE)
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@|javascript:", re.IGNORECASE)
"""What leads out of the drawing, in a value or in a style."""
_FLAT = "Dans votre logiciel de dessin, aplatissez-le en tracés simples, ou enregistrez-le en PNG."


class NotALogo(Exception):
    """A file that is no logo: what is wrong, and what to do, each a sentence."""

    def __init__(self, message: str, remedy: str) -> None:
        """Keep both; together they are the text of the exception."""
        super().__init__(f"{message} {remedy}")
        self.message, self.remedy = message, remedy


def is_drawing(content: bytes) -> bool:
    """Whether these bytes begin as an SVG does."""
    return _START.match(content) is not None


def pixels(content: bytes, wide: int, tall: int) -> bytes:
    """The drawing as a PNG, as large as that room holds it. NotALogo where it holds anything but
    plain shapes."""
    # 3 MB of machine code: only those that are given a drawing carry it.
    import resvg_py

    _Reader().read(content)
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=content.decode("utf-8-sig"),
                skip_system_fonts=True,
                dpi=DOTS,
                width=wide,
                height=tall,
            )
        )
    except ValueError as error:
        raise _unread() from error


def _unread() -> NotALogo:
    return NotALogo("Ce dessin SVG ne se lit pas.", "Enregistrez-le de nouveau, ou en PNG.")


class _Reader:
    """Reads a drawing once, without keeping it, and refuses the first thing that is no shape."""

    def __init__(self) -> None:
        self.count, self.inside = 0, list[str]()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self, content: bytes) -> None:
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            raise _unread() from error

    def _doctype(self, _: str, __: str | None, ___: str | None, declares: int) -> None:
        if declares:
            raise NotALogo("Ce dessin SVG déclare des entités.", _FLAT)

    def _start(self, name: str, values: dict[str, str]) -> None:
        said = name.rpartition(" ")[2]
        self.count += 1
        self.inside.append(said)
        if self.count > MOST or len(self.inside) > DEEPEST:
            raise NotALogo("Ce dessin SVG a trop d’éléments.", _FLAT)
        if UNSEEN.intersection(self.inside[:-1]):
            return
        if said not in SHAPES and _is_drawn(name):
            raise NotALogo(f"Ce dessin SVG contient un élément « {said[:20]} ».", _FLAT)
        for key, value in values.items():
            _check_value(key.rpartition(" ")[2], value)

    def _end(self, _: str) -> None:
        self.inside.pop()

    def _words(self, said: str) -> None:
        if self.inside[-1:] == ["style"] and _OUTSIDE.search(said):
            raise _leads_out()


def _is_drawn(name: str) -> bool:
    """Whether an element is one of SVG, or of none: those of a drawing program are not painted."""
    return name.rpartition(" ")[0] in ("", "http://www.w3.org/2000/svg")


def _check_value(key: str, value: str) -> None:
    if key.lower().startswith("on"):
        raise NotALogo("Ce dessin SVG contient un script.", _FLAT)
    leads = key == "href" and not value.strip().startswith("#")
    if leads or (key in ("style", "fill", "stroke", "clip-path") and _OUTSIDE.search(value)):
        raise _leads_out()


def _leads_out() -> NotALogo:
    return NotALogo("Ce dessin SVG renvoie à un autre fichier ou à une police.", _FLAT)
