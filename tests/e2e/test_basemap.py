"""The images under the map, in a real browser: where they must be, and what fails without them."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from pyproj import Transformer
from werkzeug.serving import make_server

from dashboard.domain.basemap import SIDE
from dashboard.store import Store
from dashboard.web import basemaps
from dashboard.web.factory import create_app
from tests.e2e.conftest import Reader

HALL = (5.92079, 45.56628)
"""The town hall of Chambéry, in degrees: what a map server would draw there is a red disc."""
RED = """async (png) => {
  const image = await createImageBitmap(await (await fetch(png)).blob());
  const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  let [count, x, y] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > data[at + 1] + 60 && data[at] > data[at + 2] + 60) {
      count += 1;
      x += (at / 4) % image.width;
      y += Math.floor(at / 4 / image.width);
    }
  }
  return [x / count + 0.5, y / count + 0.5, count];
}"""
"""The middle of what is red in a picture, in its pixels, and how many are."""
PLACED = """([x, y]) => {
  const box = document.querySelector(".trace[data-cadre]").getBoundingClientRect();
  const held = document.querySelector(".fond").ownerSVGElement;
  const at = new DOMPoint(x, -y).matrixTransform(held.getScreenCTM());
  return [at.x - box.x, at.y - box.y];
}"""
"""Where the map draws a point of Lambert-93, from the corner of its box."""
BARE = ".statique > :not(:has(.fond)) { visibility: hidden } .fond { opacity: 1 }"


class Images(BaseHTTPRequestHandler):
    """A map server that knows one place."""

    def do_GET(self) -> None:
        """The square that is asked, with a red disc at the town hall."""
        asked = parse_qs(urlsplit(self.path).query)["BBOX"][0]
        west, _, east, north = map(float, asked.split(","))
        x, y = hall()
        metres = (east - west) / SIDE
        disc = f'<circle cx="{(x - west) / metres}" cy="{(north - y) / metres}" r="14" fill="red"/>'
        size = f'width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}"'
        drawn = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{disc}</svg>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "image/svg+xml")
        self.send_header("Content-Length", str(len(drawn)))
        self.end_headers()
        self.wfile.write(drawn)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def images() -> Iterator[ThreadingHTTPServer]:
    """A map server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Images)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site(chambery: Store, images: ThreadingHTTPServer) -> Iterator[str]:
    """The real territory over the images of that server."""
    address = f"http://127.0.0.1:{images.server_port}/wms?BBOX={{bbox}}"
    app = create_app(chambery.over(basemaps.read(address, mention="© essai")))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_images_lie_under_the_map_at_each_zoom_and_their_absence_changes_nothing_else(
    page: Page, site: str, images: ThreadingHTTPServer
) -> None:
    reader = Reader(page)
    reader.open(f"{site}/quartiers?autour=aucun")
    expect(page.locator(".mention-fond")).to_contain_text("© essai")
    point_at(page, "QP073002")
    expect(page.locator(".carte-carte .hovertext")).to_contain_text("Les Hauts-de-Chambéry")
    for width in (20_000, 3_000, 600):
        page.goto(f"{site}/quartiers?autour=aucun&cadre={width}_{hall()[0]:.0f}_{hall()[1]:.0f}")
        reader.live()
        page.wait_for_load_state("networkidle")
        page.add_style_tag(content=BARE)
        shown = base64.b64encode(page.locator(".trace[data-cadre]").screenshot()).decode()
        x, y, seen = page.evaluate(RED, f"data:image/png;base64,{shown}")
        assert seen > 100
        assert page.evaluate(PLACED, hall()) == pytest.approx([x, y], abs=1)
    images.shutdown()
    images.server_close()
    reader.allowed.append("Failed to load resource")
    drawn = page.locator(".trace[data-cadre]")
    before = str(drawn.get_attribute("data-cadre"))
    page.get_by_role("link", name="Vers l’ouest", exact=True).click()
    expect(drawn).not_to_have_attribute("data-cadre", before)
    expect(drawn.locator(".statique")).to_be_visible()
    reader.hold()


def point_at(page: Page, quarter: str) -> None:
    """Bring the pointer over a quarter of the map, once plotly is there to tell of it."""
    drawn = page.locator(".carte-carte > .trace")
    drawn.scroll_into_view_if_needed()
    for step in (5, 15):
        drawn.hover(position={"x": step, "y": step})
    page.wait_for_selector(".carte-carte > .trace.eveil")
    box = drawn.locator(f"a[data-choix='quartier={quarter}'] circle").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)


def hall() -> tuple[float, float]:
    """The town hall, in metres of Lambert-93, by PROJ."""
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:2154", always_xy=True).transform(*HALL)
    return float(x), float(y)
