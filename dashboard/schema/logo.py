"""The logo of a territory, painted anew whatever was given: nothing else of a file goes further,
neither where a photograph was taken, nor a comment, nor what an SVG could run or fetch."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.domain import french
from dashboard.domain.logo import FILE, TEXT
from dashboard.domain.settings import Settings
from dashboard.schema import logo_drawing
from dashboard.schema.logo_drawing import NotALogo
from dashboard.schema.problem import Problem, Problems

if TYPE_CHECKING:
    from PIL.Image import Image

MEGA = 1024 * 1024
LARGEST = 2 * MEGA
"""Bytes of the file that is given."""
SIDE, PIXELS, LEAST = 6_000, 16_000_000, 40
"""Pixels of a side of what is given, and of all of it; of the least side that is kept."""
WIDE, TALL = 960, 240
"""Pixels of the largest that is kept: sharp on a screen of two pixels a point, and on paper."""
HEAVY, COLOURS = 60_000, 256
"""Bytes over which a logo keeps so many colours."""
WHITE = 240
"""From which light nothing is seen on white, of 255."""
FORMS = ("PNG", "JPEG")


def painted(content: bytes) -> bytes:
    """The logo of that file, known by what it holds and never by its name, as a PNG of 960 by 240
    pixels at most. NotALogo where it is not one."""
    if not content:
        raise NotALogo("Ce fichier est vide.", "Choisissez-en un autre.")
    if len(content) > LARGEST:
        said = f"Ce fichier dépasse {LARGEST // MEGA} Mo."
        raise NotALogo(said, "Enregistrez l’image en plus petit.")
    drawn = logo_drawing.is_drawing(content)
    pixels = logo_drawing.pixels(content, WIDE, TALL) if drawn else content
    return _written(_fitted(_opened(pixels)))


def logo_problems(folder: Path, known: Settings) -> Problems:
    """What is wrong with the logo of that folder of a territory; nothing where it has none."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        painted(path.read_bytes())
    except NotALogo as error:
        return (Problem(FILE, 0, "", "", french.uncapital(error.message), error.remedy),)
    if known.logo:
        return ()
    remedy = f"Écrivez-le dans les réglages ({TEXT}, territoire.toml) : le nom de la collectivité."
    return (Problem(FILE, 0, "", "", "le logo n’a pas de texte qui le remplace.", remedy),)


def _opened(content: bytes) -> Image:
    """The image, upright, its colours those of a screen."""
    from PIL import Image as Images
    from PIL import ImageOps

    try:
        with Images.open(io.BytesIO(content), formats=FORMS) as found:
            _check_size(*found.size)
            upright = ImageOps.exif_transpose(found)
            seen = upright if upright.mode in _AS_THEY_ARE else upright.convert("RGB")
            return seen.convert("RGBA")
    except NotALogo:
        raise
    except (Images.DecompressionBombError, Images.DecompressionBombWarning) as error:
        raise _too_large() from error
    except Exception as error:  # The last net: whatever the bytes, a sentence is read.
        said = "Ce n’est pas une image PNG, JPEG ou SVG, ou elle est abîmée."
        raise NotALogo(said, "Enregistrez-la de nouveau, puis recommencez.") from error


_AS_THEY_ARE = ("RGBA", "LA", "P", "PA", "L", "RGB", "1")
"""How an image holds its colours where it can say what is seen through."""


def _check_size(width: int, height: int) -> None:
    if max(width, height) > SIDE or width * height > PIXELS:
        raise _too_large()


def _too_large() -> NotALogo:
    said = "Cette image a trop de pixels."
    return NotALogo(said, "Réduisez-la : 2 000 pixels de large suffisent.")


def _fitted(image: Image) -> Image:
    """The image without its empty edges, as large as is kept."""
    from PIL import Image as Images

    box = image.getbbox()
    if box is None:
        raise NotALogo("Rien n’est dessiné dans cette image.", "Choisissez-en une autre.")
    found = image.crop(box)
    found.thumbnail((WIDE, TALL), Images.Resampling.LANCZOS)
    if min(found.size) < LEAST:
        said = f"Ce logo est trop petit ou trop étroit : {LEAST} pixels de côté au moins."
        raise NotALogo(said, "Choisissez-en une version plus grande.")
    bare = Images.new("RGBA", found.size)
    bare.paste(found)
    _check_seen(bare)
    return bare


def _check_seen(image: Image) -> None:
    """NotALogo where nothing of it is seen on white."""
    from PIL import Image as Images

    ground = Images.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    if not any(ground.convert("L").histogram()[:WHITE]):
        said = "Ce logo est blanc : il ne se verrait pas sur le fond blanc des pages."
        raise NotALogo(said, "Choisissez la version faite pour un fond clair.")


def _written(image: Image) -> bytes:
    """The PNG, in fewer colours where it would be heavy."""
    from PIL import Image as Images

    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    if target.tell() <= HEAVY:
        return target.getvalue()
    few = image.quantize(COLOURS, Images.Quantize.FASTOCTREE)
    target = io.BytesIO()
    few.save(target, "PNG", optimize=True)
    return target.getvalue()
