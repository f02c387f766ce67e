"""What a file of the whole publication says of itself: source, licence, publication, citation."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.domain import french
from dashboard.pages import imprint
from dashboard.pages.imprint import Imprint
from dashboard.store import Store
from dashboard.view import frozen

Pairs = tuple[tuple[str, str], ...]


def of(store: Store, title: str, href: str, sources: Iterable[str]) -> Pairs:
    """Those facts by their names; ``href`` is where the file is today, ``sources`` the identifiers
    of what it is made of."""
    said, rows = imprint.of(store), [store.source(code) for code in sorted(set(sources))]
    named = " ; ".join(f"{row['producteur']}, {row['titre']}" for row in rows)
    licences = " ; ".join(dict.fromkeys(row["licence"] for row in rows))
    fixed = frozen(store.digest, href)
    return (
        ("Titre", title),
        ("Source", named),
        ("Licence", licences),
        *((("Mention", said.notice),) if said.notice else ()),
        ("Publication", f"{french.date(store.published_on)}, empreinte {store.digest}"),
        ("Adresse du jour", f"{href} : suit les publications"),
        ("Adresse figée", f"{fixed} : ne change plus, tant que la publication est conservée"),
        ("Citer", citation(title, named, said, fixed)),
    )


def citation(title: str, source: str, said: Imprint, where: str, filters: str = "") -> str:
    """How to name what is shown, ready to be pasted: its title and filters, its source, the site,
    the publication, the address ``where`` it stands for good."""
    asked = f" ({filters})" if filters else ""
    parts = (f"« {title} »{asked}", source, said.name, said.publication, where)
    return f"{'. '.join(part.rstrip('.') for part in parts if part)}."
