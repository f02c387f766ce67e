"""Bytes made wrong without a thought for what they mean; the same seed makes the same files."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator

from dashboard.importers.imported import Document
from tests.attaque.mutants import Mutant
from tests.importers.door.makers import zipped

Wound = Callable[[random.Random, bytearray], None]
_ODD = (
    b"\0",
    b"\xff",
    b"\x7f",
    b'"',
    b"<",
    b"\xff\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\0\0\0\x80",
)


def wounded(source: Document, count: int, seed: int) -> Iterator[Mutant]:
    """That many files from one; of an archive, half have a member wounded and are whole outside."""
    draw = random.Random(f"{source.name} {seed}")
    inside = zipfile.is_zipfile(io.BytesIO(source.content))
    for _ in range(count):
        recipe: list[str] = [source.name]
        if inside and draw.random() < 0.5:
            content = _rezipped(draw, source.content, recipe)
        else:
            content = _hurt(draw, source.content, recipe)
        yield Mutant(Document(source.name, content or b" "), tuple(recipe))


def _rezipped(draw: random.Random, content: bytes, recipe: list[str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = draw.choice(sorted(members))
    recipe.append(name)
    return zipped(members | {name: _hurt(draw, members[name], recipe)})


def _hurt(draw: random.Random, content: bytes, recipe: list[str]) -> bytes:
    held = bytearray(content)
    for wound in draw.choices(_WOUNDS, k=draw.choice((1, 1, 2, 4))):
        if held:
            wound(draw, held)
            recipe.append(wound.__name__)
    return bytes(held)


def flip_a_bit(draw: random.Random, held: bytearray) -> None:
    held[draw.randrange(len(held))] ^= 1 << draw.randrange(8)


def change_bytes(draw: random.Random, held: bytearray) -> None:
    for _ in range(draw.choice((1, 4, 30))):
        held[draw.randrange(len(held))] = draw.randrange(256)


def write_an_extreme(draw: random.Random, held: bytearray) -> None:
    piece, at = draw.choice(_ODD), draw.randrange(len(held))
    held[at : at + len(piece)] = piece


def write_an_extreme_near_the_start(draw: random.Random, held: bytearray) -> None:
    piece, at = draw.choice(_ODD), draw.randrange(min(len(held), 120))
    held[at : at + len(piece)] = piece


def blank_a_piece(draw: random.Random, held: bytearray) -> None:
    start = draw.randrange(len(held))
    end = min(len(held), start + draw.choice((2, 16, 512)))
    held[start:end] = draw.choice((b"\0", b"\xff", b" ")) * (end - start)


def lose_a_piece(draw: random.Random, held: bytearray) -> None:
    start = draw.randrange(len(held))
    del held[start : start + draw.choice((1, 3, 40, 4_000))]


def say_a_piece_again(draw: random.Random, held: bytearray) -> None:
    start = draw.randrange(len(held))
    piece = held[start : start + draw.choice((1, 8, 300))]
    held[start:start] = piece * draw.choice((1, 1, 3, 200))


def move_a_piece(draw: random.Random, held: bytearray) -> None:
    start, size = draw.randrange(len(held)), draw.choice((4, 60))
    piece = held[start : start + size]
    del held[start : start + size]
    at = draw.randrange(len(held) + 1)
    held[at:at] = piece


def end_early(draw: random.Random, held: bytearray) -> None:
    del held[draw.randrange(len(held)) :]


_WOUNDS: tuple[Wound, ...] = (
    *(flip_a_bit, change_bytes, write_an_extreme, write_an_extreme_near_the_start),
    *(blank_a_piece, lose_a_piece, say_a_piece_again, move_a_piece, end_early),
)
