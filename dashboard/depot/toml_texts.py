"""The texts at the head of a settings file, read and written without touching the rest of it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping

_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def texts(content: bytes) -> dict[str, str]:
    """Its texts by name, but those of its tables; none where it cannot be read."""
    try:
        data = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
    return {name: value for name, value in data.items() if isinstance(value, str)}


def with_texts(content: bytes, said: Mapping[str, str]) -> bytes:
    """The file with these texts: comments and all that is not named stay. ValueError where it could
    not be written so."""
    text, held = content.decode(), texts(content)
    for name, value in said.items():
        if held.get(name) != value:
            text = _put(text, name, value)
    if tomllib.loads(text) != {**tomllib.loads(content.decode()), **said}:
        raise ValueError("territoire.toml")
    return text.encode()


def _put(text: str, name: str, value: str) -> str:
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    found = _TABLE.search(text)
    end = found.start() if found else len(text)
    known = re.compile(rf"^{re.escape(name)}\s*=.*$", re.MULTILINE)
    head, count = known.subn(lambda _: line, text[:end], count=1)
    return f"{head}{text[end:]}" if count else f"{line}\n{text}"
