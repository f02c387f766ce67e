"""English words that no French sentence holds, and where a page could hold one."""

from __future__ import annotations

import re

WORDS = re.compile(
    r"\b(?:the|of|with|your|you|this|that|there|these|from|have|has|been|will|would|should|cannot|"
    r"are|is|was|were|and|not|found|no data|loading|updating|loaded|failed|error|errors|unknown|"
    r"invalid|missing|required|download|upload|reset|toggle|click|press|select|selected|choose|"
    r"previous|next|submit|cancel|close|open|save|share|edit|delete|add|remove|clear|apply|"
    r"dashboard|chart|graph|trace|axis|legend|tooltip|hover|zoom in|zoom out|pan|box|lasso|"
    r"search|filter|filters|show|hide|more|less|all|none|any|other|others|year|years|month|day|"
    r"quarter|district|amount|rate|value|values|count|total of|table of|page not|not found|"
    r"server|internal|method|allowed|request|too large|bad|try again|please|skip|home|back)\b",
    re.IGNORECASE,
)
NAMES = (
    "the posse 33",
    "sig.ville.gouv.fr",
    "open street",
    "city stade",
    "box office",
)
"""Names that bodies give themselves, and works."""
SPOKEN = frozenset(
    {"aria-label", "aria-description", "title", "alt", "placeholder", "label", "data-alt"}
    | {"data-titre", "data-sous-titre", "data-libelle", "aria-roledescription", "data-title"}
)
"""Attributes that are read or spoken."""
SILENT = frozenset({"script", "style", "code"})


def english(text: str) -> str:
    """The first English word of a text, names aside; empty where there is none."""
    words = text.lower()
    for name in NAMES:
        words = words.replace(name, "")
    found = WORDS.search(words)
    return found[0] if found else ""
