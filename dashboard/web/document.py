"""The HTML as served: the whole page in plain HTML, then what makes it live."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import starmap

from dashboard.html.attributes import attributes

FONT = '<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">\n'
SCRIPT = '<script defer src="{}"></script>\n'
PREVIEW = (
    '<meta property="og:title" content="{title}">\n<meta property="og:image" content="{image}">\n'
    '<meta name="twitter:card" content="summary_large_image">\n'
)
CANONICAL = '<link rel="canonical" href="{}">\n'
NO_INDEX = '<meta name="robots" content="noindex">\n'

REFRESH = '<meta http-equiv="refresh" content="{}">\n'
MARGINS = "<noscript><style>{}</style></noscript>\n"

LIVE = """<div id="page-vivante"{later}>{first}</div>
<p id="panne" class="avis avis-erreur panne" role="alert"></p>
<div id="react-entry-point" hidden></div>
{held}"""
PORTRAITS = "/quartiers/"
"""What stands before the code of a quarter in the address of its page."""
STILL = '<div id="page-fixe">{first}</div>\n'

TEMPLATE = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
{canonical}<link rel="icon" href="{icon}">
{preview}{robots}{fonts}<link rel="stylesheet" href="{style}">
{margins}{refresh}{scripts}</head>
<body>
{body}</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Refresh:
    """After how many seconds the page goes by itself, and where to (« 2 », « 0; url=/ici »): where
    no script runs, or ``anyway``; nowhere where it is empty."""

    content: str = ""
    anyway: bool = False

    def html(self) -> str:
        """What says so in the head of a page."""
        if not self.content:
            return ""
        said = REFRESH.format(escape(self.content))
        return said if self.anyway else f"<noscript>{said}</noscript>"


NONE = Refresh()


@dataclass(frozen=True, slots=True)
class WebDocument:
    """What the document holds; ``first`` and ``config`` are HTML already, ``margins`` is CSS for
    paper where no script runs.

    ``fonts`` and ``scripts`` are addresses. The scripts run in that order, once the document is
    read. ``held`` are JSON texts by the name under which the live page asks for them; without any
    the page stays as it is. ``image`` is the whole address of what stands for the page elsewhere.
    ``plotly`` and ``outlines`` are the addresses of what no first visit waits for.
    """

    title: str
    description: str
    style: str
    first: str
    config: str
    held: tuple[tuple[str, str], ...]
    fonts: tuple[str, ...]
    scripts: tuple[str, ...]
    margins: str = ""
    canonical: str = ""
    image: str = ""
    icon: str = "/statique/icone.svg"
    indexed: bool = True
    plotly: str = ""
    outlines: str = ""
    refresh: Refresh = NONE

    def html(self) -> str:
        """The document, its texts escaped."""
        return TEMPLATE.format(
            title=escape(self.title),
            description=escape(self.description),
            canonical=CANONICAL.format(escape(self.canonical)) if self.canonical else "",
            icon=escape(self.icon),
            style=escape(self.style),
            margins=MARGINS.format(self.margins) if self.margins else "",
            refresh=self.refresh.html(),
            body=self._body(),
            fonts="".join(FONT.format(escape(href)) for href in self.fonts),
            scripts="".join(SCRIPT.format(escape(href)) for href in self.scripts),
            preview=self._preview(),
            robots="" if self.indexed else NO_INDEX,
        )

    def _preview(self) -> str:
        if not self.image:
            return ""
        return PREVIEW.format(title=escape(self.title), image=escape(self.image))

    def _body(self) -> str:
        if not self.held:
            return STILL.format(first=self.first)
        held = self.config + "".join(starmap(_held, self.held))
        return LIVE.format(first=self.first, held=held, later=self._later())

    def _later(self) -> str:
        held = {"portraits": PORTRAITS, "plotly": self.plotly, "contours": self.outlines}
        return attributes({f"data-{name}": address for name, address in held.items()})


def _held(name: str, text: str) -> str:
    """A JSON text that the document carries; no « < » may close its element."""
    safe = text.replace("<", "\\u003c")
    return f'\n<script type="application/json" id="{escape(name)}">{safe}</script>'
