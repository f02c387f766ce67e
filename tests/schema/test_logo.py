"""A logo is painted anew: nothing else of the file that was given goes further."""

from __future__ import annotations

import contextlib
import io
import shutil
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from dashboard.schema import check_folder
from dashboard.schema.logo import LARGEST, TALL, WIDE, painted
from dashboard.schema.logo_drawing import NotALogo
from tests.conftest import ROOT
from tests.logos import SVG, image


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=("PNG",))


def refusal(content: bytes) -> str:
    with pytest.raises(NotALogo) as refused:
        painted(content)
    return str(refused.value)


@pytest.mark.parametrize("given", [image("PNG"), image("JPEG"), SVG % b""])
def test_a_png_a_jpeg_and_an_svg_become_a_small_png(given: bytes) -> None:
    width, height = opened(painted(given)).size
    assert 40 <= width <= WIDE
    assert 40 <= height <= TALL


def test_it_is_painted_once_and_for_all() -> None:
    once = painted(SVG % b"")
    assert painted(once) == once


def test_where_a_photograph_was_taken_and_who_took_it_are_not_kept() -> None:
    told = Image.Exif()
    told[0x013B] = "Camille Dupont"
    told.get_ifd(0x8825)[2] = (45.0, 34.0, 12.0)
    given = image("JPEG", exif=told, comment=b"Camille Dupont", icc_profile=b"Camille")
    assert b"Camille" in given
    made = painted(given)
    assert b"Camille" not in made
    assert not opened(made).getexif()
    assert {made[at + 4 : at + 8] for at in chunks(made)} <= {
        b"IHDR",
        b"PLTE",
        b"tRNS",
        b"IDAT",
        b"IEND",
    }


def chunks(content: bytes) -> list[int]:
    """Where each part of a PNG begins."""
    found, at = [], 8
    while at < len(content):
        found.append(at)
        at += 12 + struct.unpack(">I", content[at : at + 4])[0]
    return found


def test_a_photograph_lies_as_it_was_seen() -> None:
    told = Image.Exif()
    told[0x0112] = 6
    assert opened(painted(image("JPEG", (200, 80), exif=told))).size == (80, 200)


def test_empty_edges_go() -> None:
    whole = Image.new("RGBA", (400, 400))
    whole.paste((51, 34, 136, 255), (100, 150, 300, 250))
    target = io.BytesIO()
    whole.save(target, "PNG")
    assert opened(painted(target.getvalue())).size == (200, 100)


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        (b"<script>alert(1)</script>", "« script »"),
        (b"<foreignObject><p>a</p></foreignObject>", "« foreignObject »"),
        (b'<image href="file:///etc/passwd"/>', "« image »"),
        (b'<use href="#a"/>', "« use »"),
        (b"<text>Auzelande</text>", "« text »"),
        (b'<path><animate attributeName="d"/></path>', "« animate »"),
        (b'<path onload="alert(1)"/>', "script"),
        (b'<path fill="url(https://ailleurs.fr/a.svg#b)"/>', "un autre fichier"),
        (b'<linearGradient href="https://ailleurs.fr/a"/>', "un autre fichier"),
        (b"<style>@import url(https://ailleurs.fr/a.css)</style>", "un autre fichier"),
        (b"<g>" * 60 + b"</g>" * 60, "trop d’éléments"),
        (b"<g/>" * 6_000, "trop d’éléments"),
        (b"<g>", "ne se lit pas"),
    ],
)
def test_a_drawing_that_is_more_than_shapes_is_refused(inside: bytes, why: str) -> None:
    assert why in refusal(SVG % inside)


def test_entities_are_refused_before_they_are_read() -> None:
    lol = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "entités" in refusal(lol + SVG % b"<title>&b;</title>")


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = (head, b"IDAT" + zlib.compress(bytes(1_000)), b"IEND")
    said = (struct.pack(">I", len(p) - 4) + p + struct.pack(">I", zlib.crc32(p)) for p in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(said)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (b"", "vide"),
        (b"\0" * (LARGEST + 1), "dépasse 2 Mo"),
        (image("PNG", (7_000, 10)), "trop de pixels"),
        (bomb(60_000, 60_000), "trop de pixels"),
        (bomb(9_000, 9_000), "trop de pixels"),
        (image("PNG", (30, 30)), "trop petit"),
        (image("GIF"), "PNG, JPEG ou SVG"),
        (image("PNG")[:-30], "abîmée"),
        (b"<svg", "ne se lit pas"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "Rien n’est dessiné"),
        (SVG.replace(b"0a6b57", b"ffffff") % b"", "blanc"),
        (b"<html><script>alert(1)</script></html>", "PNG, JPEG ou SVG"),
    ],
)
def test_what_is_no_logo_is_refused_by_a_sentence(given: bytes, why: str) -> None:
    assert why in refusal(given)


SEEDS = (image("PNG"), image("JPEG"), SVG % b'<style>.a{fill:red}</style><g class="a"/>')


@settings(max_examples=80)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=4),
    st.binary(max_size=20),
)
def test_whatever_the_bytes_a_small_png_or_a_sentence(
    seed: bytes, spoiled: list[tuple[float, bytes]], after: bytes
) -> None:
    content = bytearray(seed)
    for where, put in spoiled:
        at = int(where * len(content))
        content[at : at + len(put)] = put
    with contextlib.suppress(NotALogo):
        made = opened(painted(bytes(content) + after))
        assert (made.width <= WIDE, made.height <= TALL) == (True, True)


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_random_bytes_are_refused(content: bytes) -> None:
    assert refusal(content).endswith(".")


def test_a_folder_says_what_is_wrong_with_its_logo(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "data" / "exemple", tmp_path / "exemple")
    (folder / "logo.png").write_bytes(b"zut")
    assert "logo.png : ce n’est pas une image" in said_of(folder)
    (folder / "logo.png").write_bytes(image("PNG"))
    assert "pas de texte" in said_of(folder)
    known = (folder / "territoire.toml").read_text(encoding="utf-8")
    (folder / "territoire.toml").write_text(f'logo_texte = "Ici"\n{known}', encoding="utf-8")
    assert said_of(folder) == ""
    (folder / "territoire.toml").write_text(f"logo_texte = 3\n{known}", encoding="utf-8")
    assert "logo_texte" in said_of(folder)


def said_of(folder: Path) -> str:
    found = " ".join(one.sentence() for one in check_folder(folder) if one.blocking)
    return found.replace("\u00a0", " ")
