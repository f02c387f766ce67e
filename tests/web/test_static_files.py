"""A file is compressed once, named by its content, and never half written."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from dashboard.web import static_files
from dashboard.web.static_files import Packer
from tests.walked import some


def test_an_address_changes_with_the_content_and_only_with_it() -> None:
    one, same, other = (static_files.made("a.js", text) for text in (b"1", b"1", b"2"))
    assert one.href == same.href != other.href


def test_the_sheet_names_its_fonts_as_the_page_preloads_them() -> None:
    kit = static_files.kit(b"")
    for font in some(kit.fonts):
        assert f'url("../{font.place}")' in kit.style.content.decode()


def test_what_stands_between_quotes_is_left_as_it_is() -> None:
    sheet = '/* note */\na::after { content: "a  {  b" ; }\n'
    assert static_files.minified(sheet) == 'a::after{content: "a  {  b"}'


def test_both_encodings_give_the_file_back(tmp_path: Path) -> None:
    asset = static_files.made("a.js", b"let a = 1;" * 100)
    packer = Packer(tmp_path)
    assert brotli.decompress(packer.packed(asset, "br")) == asset.content
    assert gzip.decompress(packer.packed(asset, "gzip")) == asset.content


def test_what_is_on_disk_is_not_compressed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asset = static_files.made("a.css", b"a{}" * 100)
    Packer(tmp_path).prepare((asset,))
    assert len(list(tmp_path.iterdir())) == len(static_files.ENCODINGS)
    monkeypatch.setattr(static_files, "_pack", None)
    assert brotli.decompress(Packer(tmp_path).packed(asset, "br")) == asset.content


def test_fonts_are_sent_as_they_are(tmp_path: Path) -> None:
    Packer(tmp_path).prepare((static_files.made("a.woff2", b"font"),))
    assert list(tmp_path.iterdir()) == []


def test_no_file_outside_the_folder_is_found() -> None:
    assert static_files.file("../pyproject.toml") is None


def test_who_comes_before_the_files_are_prepared_gets_them_compressed_fast(tmp_path: Path) -> None:
    asset = static_files.made("a.js", b"function f(){return 1}" * 500)
    packer = Packer(tmp_path)
    first = packer.packed(asset, "br")
    assert brotli.decompress(first) == asset.content
    assert not list(tmp_path.iterdir())
    Packer(tmp_path).prepare((asset,))
    (hard,) = tmp_path.glob("*.br")
    assert packer.packed(asset, "br") == hard.read_bytes()


def test_each_script_of_ours_is_strict_and_keeps_its_names_to_itself() -> None:
    kit = static_files.kit(b"")
    opening = b'(() => {\n"use strict";\n'
    assert kit.scripts[0].content.count(opening) == len(static_files.SCRIPTS)
    assert kit.later.content.count(opening) == len(static_files.LATER_SCRIPTS) - 1
    assert not kit.later.content.startswith(opening), "plotly est à d’autres"
