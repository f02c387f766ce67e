"""The publications that servers share: what one makes the others have, and serve at the same time.

``VAR`` is on each server what the base holds: readers answer from it alone, whatever becomes of the
base.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.postgres import address
from dashboard.postgres.address import Unreachable
from dashboard.postgres.connection import Base, connected
from dashboard.postgres.layout import PUBLIC, prepare
from dashboard.postgres.trees import Damaged, Trees
from dashboard.publication import erasing, keeping, writing
from dashboard.publication.sources import FORMAT
from dashboard.store import chronicling, parts, publication_pointer, withdrawals

PUBLISHING = 0x0B5C
"""The first number of the lock that one publisher of a territory holds at a time."""
CHANNEL = "publication"
"""Where a publisher says that something changed."""
CHRONICLE = "actes.json"
"""The file of the base that holds the chronicle of a territory."""

KEEP = """insert into publications.publications values (%s, %s, %s)
    on conflict (territoire, nom) do update set rang = excluded.rang"""

NEWER = (
    "La publication servie vient d’une version plus récente du programme : mettez ce serveur à "
    "jour."
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SharedState:
    """What the base says of a territory: the folder that is served (empty without), the highest
    rank ever given, every folder held, the last made first, why others were withdrawn, and the
    SHA-256 of its chronicle (empty without)."""

    served: str
    rank: int
    held: tuple[str, ...]
    withdrawn: tuple[tuple[str, str], ...]
    told: str


def state(base: Base, slug: str) -> SharedState:
    """What the base says now."""
    pointer = base.execute(
        "select nom, rang from publications.pointeurs where territoire = %s", (slug,)
    ).fetchone()
    held = base.execute(
        "select nom from publications.publications where territoire = %s order by rang desc",
        (slug,),
    ).fetchall()
    gone = base.execute("select empreinte, motif from publications.retraits order by 1").fetchall()
    served, rank = pointer or ("", 0)
    told = Trees(base, PUBLIC).files(_chronicle(slug)).get(CHRONICLE, "")
    return SharedState(served, rank, tuple(name for (name,) in held), tuple(gone), told)


def territories(base: Base) -> list[str]:
    """Those that are served from the base."""
    sql = "select territoire from publications.pointeurs order by 1"
    return [slug for (slug,) in base.execute(sql).fetchall()]


@contextmanager
def together(var: Path, slug: str) -> Iterator[None]:
    """Publish as one of the servers that share a base: alone among them, ``var`` being first what
    the base says, and the base then what ``var`` is. Where nothing is shared, just publish.

    Unreachable where the base is gone before it knows: ``var`` serves again what it did.
    """
    shared = address.owner()
    if shared is None:
        yield
        return
    with connected(shared) as base:
        prepare(base)
        base.commit()
        base.execute("select pg_advisory_lock(%s, hashtext(%s))", (PUBLISHING, slug))
        _taken(base, var, slug)
        base.commit()
        before = publication_pointer.named(var, slug)
        try:
            yield
            give(base, var, slug)
            base.commit()
        except BaseException:
            _put_back(var, slug, before)
            raise


def _taken(base: Base, var: Path, slug: str) -> None:
    """Bring ``var`` to what the base says; what is spoiled there is told, and not had: publishing
    makes it again."""
    try:
        take(base, var, slug, state(base, slug))
    except Damaged as error:
        log.warning("%s", said(error))


def _put_back(var: Path, slug: str, before: str) -> None:
    folder = var / publication_pointer.PUBLICATIONS / before
    if before and folder.is_dir():
        keeping.point(var, slug, folder)


def take(base: Base, var: Path, slug: str, said: SharedState) -> None:
    """Bring ``var`` to what the base says: each publication is served once it is there, whole.
    Damaged where the one to serve is not, Unreachable where it is of a program newer than this one.
    ``var`` is held against every other writer."""
    new = [one for one in said.withdrawn if withdrawals.reason(var, one[0]) != one[1]]
    for digest, why in new:
        erasing.mark(var, digest, why)
    _take_chronicle(base, var, slug, said.told)
    keeping.know_rank(var, said.rank)
    if said.served:
        folder = _had(base, var, slug, said.served)
        _check_read(folder)
        keeping.point(var, slug, folder)
    for digest, _ in new:
        erasing.erase(var, slug, digest)
    for name in said.held[: keeping.kept()]:
        try:
            _had(base, var, slug, name)
        except Damaged:
            log.warning("la publication %s est abîmée dans la base partagée", name)
    keeping.forget(var, slug, [])


def _take_chronicle(base: Base, var: Path, slug: str, told: str) -> None:
    """Have ``var`` tell what the base does; what it tells already stays as it is."""
    place = chronicling.place(var, slug)
    held = place.read_bytes() if place.exists() else b""
    if told and hashlib.sha256(held).hexdigest() != told:
        text = Trees(base, PUBLIC).content(told).decode()
        writing.replace(place, text, "chronique")


def _give_chronicle(base: Base, var: Path, slug: str) -> None:
    trees, place, name = Trees(base, PUBLIC), chronicling.place(var, slug), _chronicle(slug)
    if place.exists():
        checksum = trees.put(place.read_bytes())
        trees.forget(name)
        trees.name(name, CHRONICLE, checksum)


def _check_read(folder: Path) -> None:
    manifest = parts.read(folder)
    if manifest is not None and int(manifest["format"]) > int(FORMAT):
        raise Unreachable(NEWER)


def _had(base: Base, var: Path, slug: str, name: str) -> Path:
    """The folder of that publication, fetched where it is missing or cut short."""
    folder = var / publication_pointer.PUBLICATIONS / name
    if not parts.damage(folder):
        return folder
    draft = writing.draft(folder.parent)
    try:
        Trees(base, PUBLIC).lay(_tree(slug, name), draft)
        if parts.damage(draft, deep=True):
            raise Damaged(name)
        writing.settle(draft)
        if folder.exists():
            writing.discard(folder)
        writing.move(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def give(base: Base, var: Path, slug: str) -> None:
    """Have the base hold what ``var`` does, again where it is spoiled there, serve what it serves,
    and every server know it."""
    trees = Trees(base, PUBLIC)
    trees.lock()
    local = publication_pointer.every(var, slug)
    known = frozenset(state(base, slug).held)
    for folder, manifest in local:
        tree, new = _tree(slug, folder.name), folder.name not in known
        if (new or trees.is_spoiled(tree)) and not parts.damage(folder, deep=True):
            values = (slug, folder.name, int(manifest["rang"]))
            base.execute(KEEP, values)
            trees.keep(tree, folder)
    for name in known - {folder.name for folder, _ in local}:
        sql = "delete from publications.publications where territoire = %s and nom = %s"
        base.execute(sql, (slug, name))
        trees.forget(_tree(slug, name))
    _give_chronicle(base, var, slug)
    _tell(base, var, slug)
    trees.sweep()


def _tell(base: Base, var: Path, slug: str) -> None:
    """Say which publication is served, and which are withdrawn."""
    for digest in withdrawals.every(var):
        values = (digest, withdrawals.reason(var, digest))
        sql = "insert into publications.retraits values (%s, %s) on conflict do nothing"
        base.execute(sql, values)
    served = publication_pointer.named(var, slug)
    if served:
        base.execute(
            "insert into publications.pointeurs values (%s, %s, %s) on conflict (territoire) "
            "do update set nom = excluded.nom, rang = excluded.rang",
            (slug, served, keeping.last_rank(var)),
        )
    base.execute("select pg_notify(%s, %s)", (CHANNEL, slug))


def refresh(var: Path, slug: str) -> None:
    """Bring ``var`` to what the base that servers share says is served, where one is shared;
    Unreachable where it is gone."""
    shared = address.owner()
    if shared is None:
        return
    with connected(shared) as base:
        prepare(base)
        said = state(base, slug)
        if said.served and said.served != publication_pointer.named(var, slug):
            with keeping.alone(var, lambda: None):
                _taken(base, var, slug)


def said(error: Exception) -> str:
    """Why nothing is shared, in a sentence."""
    if isinstance(error, Damaged):
        return f"Une publication est abîmée dans la base partagée ({error}) : publiez à nouveau."
    return str(error)


def _tree(slug: str, name: str) -> str:
    return f"publication/{slug}/{name}"


def _chronicle(slug: str) -> str:
    return f"chronique/{slug}"
