"""Where publications lie, which one is named, and which one can be served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.store import parts
from dashboard.store.parts import Manifest

PUBLICATIONS = "publications"
REMEDY = "Lancez : python -m dashboard publier."


class NotPublished(Exception):
    """No publication can be opened; its text is a French sentence for the operator."""


@dataclass(frozen=True, slots=True)
class ServedFolder:
    """The folder of a publication that is whole. ``alert`` says why it is not the one named."""

    folder: Path
    alert: str = ""


def pointer(var: Path, slug: str) -> Path:
    """The file that names the publication served for a territory."""
    return var / f"courante-{slug}"


def named(var: Path, slug: str) -> str:
    """The folder that the pointer names; empty where there is none that can be read."""
    try:
        name = pointer(var, slug).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if name and "\0" not in name and Path(name).name == name else ""


def current(var: Path, slug: str, deep: bool = False) -> Path:
    """The folder of the publication named; NotPublished where there is none, or where a part is
    missing, cut short or, looking ``deep``, changed."""
    if not pointer(var, slug).exists():
        raise NotPublished(f"Aucune publication pour « {slug} ». {REMEDY}")
    folder = var / PUBLICATIONS / (named(var, slug) or "inconnue")
    wrong = parts.damage(folder, deep)
    if wrong:
        raise NotPublished(f"La publication « {folder.name} » est abîmée : {wrong}. {REMEDY}")
    return folder


def every(var: Path, slug: str) -> tuple[tuple[Path, Manifest], ...]:
    """The publications of that territory whose manifest can be read, the last made first."""
    folders = (path for path in (var / PUBLICATIONS).glob("[!.]*") if path.is_dir())
    read = ((path, parts.read(path)) for path in folders)
    found = [(path, held) for path, held in read if held and held["territoire"] == slug]
    return tuple(sorted(found, key=lambda item: int(item[1]["rang"]), reverse=True))


def kept(var: Path, slug: str, digest: str, form: str) -> Path | None:
    """The folder of that publication of the territory, of that format and whole to its last byte;
    None without."""
    asked = (digest, form)
    found = [path for path, it in every(var, slug) if (it["empreinte"], it["format"]) == asked]
    return next((path for path in found if not parts.damage(path, deep=True)), None)


def sound(var: Path, slug: str) -> ServedFolder:
    """The publication to serve: the one named where it is whole to its last byte, else the last
    whole one made before it. NotPublished where there is none."""
    folder = var / PUBLICATIONS / (named(var, slug) or "inconnue")
    wrong = parts.damage(folder, deep=True)
    if not wrong:
        return ServedFolder(folder)
    for other in _before(var, slug, folder):
        if not parts.damage(other, deep=True):
            return ServedFolder(other, _alert(folder, wrong, other))
    current(var, slug, deep=True)
    return ServedFolder(folder)


def _before(var: Path, slug: str, folder: Path) -> list[Path]:
    """The other publications, those made before it first: what came after was taken back."""
    held = every(var, slug)
    rank = next((item["rang"] for path, item in held if path == folder), None)
    others = [(path, item["rang"]) for path, item in held if path != folder]
    others.sort(key=lambda pair: rank is not None and pair[1] > rank)
    return [path for path, _ in others]


def _alert(folder: Path, wrong: str, other: Path) -> str:
    return (
        f"La publication « {folder.name} » est abîmée ({wrong}) ; "
        f"« {other.name} » est servie à sa place. {REMEDY}"
    )
