"""How one says a name in its place, before staff read it again."""

from __future__ import annotations

from dashboard.domain import french

_ARTICLES = (
    ("Les ", "aux ", "des "),
    ("Le ", "au ", "du "),
    ("La ", "à la ", "de la "),
    ("L’", "à l’", "de l’"),
    ("L'", "à l’", "de l’"),
    ("Communauté ", "dans la communauté ", "de la communauté "),
    ("Quartier ", "au quartier ", "du quartier "),
)


def placed(name: str) -> tuple[str, str]:
    """The name as one says « where » and « of what »: « aux Terrasses », « des Terrasses ».

    A first proposal: French cannot be computed from a name, staff read these columns again.
    """
    for article, at, of in _ARTICLES:
        if name.startswith(article):
            rest = name.removeprefix(article)
            return f"{at}{rest}", f"{of}{rest}"
    return f"à {name}", french.elide("de", name)
