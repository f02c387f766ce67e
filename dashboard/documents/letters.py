"""What the faces can set. A letter that they lack would stop a tagged PDF: a near one, or a
question mark, stands for it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from dashboard.exports.image import fonts

UNKNOWN = "?"
"""What stands for a letter that no face has."""


def settable(value: Any) -> Any:
    """The same strings, lists and dicts, with nothing that the faces cannot set."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return {key: settable(held) for key, held in value.items()}
    return [settable(held) for held in value] if isinstance(value, list) else value


def _text(said: str) -> str:
    known = unicodedata.normalize("NFC", said)
    return _unknown().sub(lambda found: _near(found[0]), known)


def _near(letter: str) -> str:
    """The letter without its accents, nothing for what is not seen; else a question mark."""
    if unicodedata.category(letter) in ("Cc", "Cf", "Mn"):
        return ""
    bare = unicodedata.normalize("NFKD", letter)[0]
    return UNKNOWN if _unknown().match(bare) else bare


@lru_cache(maxsize=1)
def _unknown() -> re.Pattern[str]:
    held = "".join(map(re.escape, sorted(fonts.letters())))
    return re.compile(f"[^{held}\n]")
