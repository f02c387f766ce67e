"""Until our fonts come, those of the device stand in at their measures: nothing moves."""

from __future__ import annotations

import json
import re

from dashboard.words import tokens
from scripts import fallbacks

SHEET = fallbacks.SHEET.read_text("utf-8")
FACE = re.compile(r'family: "(.+)";\n.+weight: (\d+).*;\n.*\n.+t: ([\d.]+)%;\n.+?: ([\d.]+)%')
WIDTHS = json.loads(fallbacks.MEASURED.read_text("utf-8"))


def test_the_sheet_is_what_our_fonts_and_those_of_devices_measure_today() -> None:
    assert fallbacks.sheet(WIDTHS) == SHEET, "lancez python -m scripts.fallbacks"


def test_a_line_is_as_tall_and_as_long_in_a_font_of_the_device_as_in_ours() -> None:
    devices = {device.name: device for device in fallbacks.DEVICES}
    faces = FACE.findall(SHEET)
    assert {name for name, *_ in faces} == set(devices)
    for name, weight, size, ascent in faces:
        font = fallbacks.ours(devices[name], int(weight))
        wide, high = float(size) / 100, float(ascent) / 100
        assert abs(wide * WIDTHS[name][weight] / fallbacks.mean_width(font) - 1) < 0.001
        assert abs(wide * high - font["hhea"].ascent / font["head"].unitsPerEm) < 0.001


def test_the_page_looks_for_each_of_them_after_ours_and_in_that_order() -> None:
    for role, family in (("serif", fallbacks.SERIF), ("sans", fallbacks.SANS)):
        named = [device.name for device in fallbacks.DEVICES if device.ours is family]
        assert re.findall(r'"(.+?)"', tokens.tokens()[role])[1:] == named
