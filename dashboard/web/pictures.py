"""/figure/<page>/<figure>.png and .svg: the image of a figure, for the view that the query asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.components import assembly
from dashboard.components.context import PREVIEW
from dashboard.exports.image import composition, png
from dashboard.exports.image.composition import PRESETS, Image
from dashboard.exports.image.content import ImageContent, ImageOrigin
from dashboard.pages import imprint
from dashboard.pages.page import Page, exhibit_of, renamed
from dashboard.store.store_provider import StoreProvider
from dashboard.view import View
from dashboard.web.asked import FileRefused, answered, attached, visit
from dashboard.web.response_cache import IMAGES
from dashboard.words.typography import typeset

FORMAT, SCALE = "format", "finesse"
"""The two keys of an image beside those of its view."""

DEFAULT_FORMAT, DEFAULT_SCALE = "diapositive", "1"
SCALES = {str(scale): scale for scale in png.SCALES}


def register(
    server: Flask,
    stores: StoreProvider,
    pages: Sequence[Page],
    day: Callable[[], dt.date],
    site: str,
    cite: Callable[[], None],
) -> None:
    """Answer the addresses of images; they bear that day, and ``site``, the public address.
    ``cite`` is told of each before it leaves, but for previews, which nobody asked for."""

    @server.get(f"{IMAGES}<path:where>")
    def picture(where: str) -> AnyResponse:
        file = PREVIEW not in request.args
        return answered(lambda: _answer(stores, pages, where, day(), site), cite if file else None)


def _answer(
    stores: StoreProvider, pages: Sequence[Page], where: str, day: dt.date, site: str
) -> Response:
    place, _, name = where.rpartition("/")
    slug, _, form = name.rpartition(".")
    if form not in WRITERS:
        raise FileRefused(404, "Cette image n’existe pas : les formats sont PNG et SVG.")
    preset, scale = _asked(FORMAT, DEFAULT_FORMAT, PRESETS), _asked(SCALE, DEFAULT_SCALE, SCALES)
    page, view = visit(stores, pages, place)
    content = _content(page, view, slug, day, site)
    write, kind = WRITERS[form]
    made = write(composition.image(content, PRESETS[preset]), content, SCALES[scale])
    return attached(made, kind, f"{content.exhibit.file_name}-{preset}.{form}")


def _svg(image: Image, content: ImageContent, scale: int) -> bytes:
    return image.svg().encode()


WRITERS: dict[str, tuple[Callable[[Image, ImageContent, int], bytes], str]] = {
    "png": (png.painted, "image/png"),
    "svg": (_svg, "image/svg+xml"),
}


def _asked(key: str, default: str, known: Mapping[str, object]) -> str:
    asked = request.args.get(key, default)
    if asked not in known:
        raise FileRefused(400, f"« {key} » n’a pas cette valeur : {', '.join(known)}.")
    return asked


def _content(page: Page, view: View, slug: str, day: dt.date, site: str) -> ImageContent:
    """The figure of that name, ready to be laid. FileRefused where the view does not draw it."""
    view, slug = renamed(page, view, slug)
    found = exhibit_of(page, view, slug)
    chart = found.chart if found and not found.table_first else None
    if found is None or chart is None:
        raise FileRefused(404, "Cette vue ne dessine pas cette figure.")
    address = f"{site}{assembly.address(page, view, slug)}"
    said = typeset(imprint.of_page(page, view))
    return ImageContent(found, chart, ImageOrigin(address, day, said.warning, said))
