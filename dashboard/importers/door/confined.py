"""A reading in a process of its own: what asks too much dies there, and is refused by a sentence.

The bounds are those of the work itself, counted from its start, and grow with the size of what is
read: a large honest file has the time and the memory that it takes.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from dashboard.importers.door import pace
from dashboard.importers.door.archive import texts_in, xml_in
from dashboard.importers.door.items import is_json
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.system import processes

Result = TypeVar("Result")
Tell = Callable[[str], None]

FAILED = "la lecture a échoué"
"""What a sentence says where our own code fails: tests hold that no file gets it."""

_MEGA = 1024 * 1024
_MOST = 380 * _MEGA
"""Bytes that a reading may hold, those of the file counted twice: as sent, and as received."""
_LINE = 6_000
"""Bytes that a line of a table becomes at most, with the row that is made of it."""
_TABLE = 1_920 * _MEGA
"""Bytes that a table of text may hold, however long: a programming of a million lines takes half of
them."""
_HELD = 50_000
"""Rows that a territory holds, for each second and each 50 MB more that a reading held against them
may take: five times the seconds of a programming."""
_NUL = 65_536
"""Bytes among which a NUL says that the file is no text."""

_KNOWN = ("PATH", "HOME", "LANG", "TMPDIR", "TZ", "DEPOT_MO", "FUSEAU")
"""The variables of the environment that a reading needs: it knows no other, no secret first."""

_PRELOADED = ["dashboard.importers.unnaming.admission"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds of work and of waiting, and bytes beyond those of a process that does nothing."""

    seconds: int
    wait: int
    memory: int

    def against(self, held: int) -> Bounds:
        """The same for what is read against a territory that holds so many rows."""
        more = held // _HELD
        memory = self.memory + min(50 * _MEGA * more, _TABLE)
        return Bounds(self.seconds + more, self.wait + 6 * more, memory)


def bounds_for(document: Document) -> Bounds:
    """The bounds of that file: 4 s and 280 MB, and what its size adds.

    A table of text, whose every byte is read as it stands, may take what a large honest one does:
    4 s more for each megabyte, 30 bytes for each byte, and 6 KB for each line where that is more,
    up to 1.9 GB. So may one that lies in a ZIP, for each byte that it has once open. A workbook may
    take 1 s more for each 4 MB of XML that it holds: it is read, then written again.
    Any other format can say more than it weighs: what it becomes was counted first, and its memory
    is bounded whatever its size.
    """
    size = len(document.content)
    if is_json(document) or b"\0" in document.content[:_NUL]:
        text = texts_in(document)
        seconds = 4 + (size + 4 * text + xml_in(document) // 4) // _MEGA
        memory = min(280 * _MEGA + 10 * size, _MOST - 2 * size) + min(30 * text, _TABLE)
    else:
        table = max(30 * size, _LINE * document.content.count(b"\n"))
        seconds, memory = 4 + 4 * size // _MEGA, 280 * _MEGA + min(table, _TABLE)
    return Bounds(seconds, 6 * seconds, memory)


def prepare() -> None:
    """Have what starts these processes loaded meanwhile: the first one then begins at once."""
    multiprocessing.set_forkserver_preload(_PRELOADED)
    forkserver.ensure_running()


def confined(
    name: str,
    bounds: Bounds,
    work: Callable[..., Result],
    *given: object,
    tell: Tell | None = None,
    fresh: bool = True,
) -> Result:
    """What the work gives, done apart; Refused in the name of that file where it does not end well.

    ``tell`` is given sentences on how far a long reading has come. Without ``fresh`` it is done in
    a copy of this process, which must hold no thread: at once, where a new one takes seconds.
    Either way it finds in its environment what is set here and now that a reading needs, no more.
    """
    context: Any = multiprocessing.get_context("forkserver" if fresh else "fork")
    if fresh:
        prepare()
    receive, send = context.Pipe(duplex=False)
    settings = {known: os.environ[known] for known in _KNOWN if known in os.environ}
    handed = (send, name, bounds, settings, work, given)
    process = context.Process(target=_apart, args=handed, daemon=True)
    process.start()
    send.close()
    try:
        found: Result = _heard(name, receive, process, time.monotonic() + bounds.wait, tell)
        return found
    finally:
        process.kill()
        process.join()
        receive.close()


def _heard(name: str, receive: Connection, process: Any, deadline: float, tell: Tell | None) -> Any:
    while time.monotonic() < deadline:
        if not receive.poll(0.2):
            continue
        try:
            kind, value = receive.recv()
        except (EOFError, OSError) as error:
            process.join(5)
            raise _died(name, process.exitcode) from error
        if kind == "fait":
            return value
        if kind == "refus":
            raise Refused(value)
        (tell or _silent)(value)
    raise _too_long(name)


def _silent(_: str) -> None:
    """Say nothing."""


def _apart(
    send: Connection,
    name: str,
    bounds: Bounds,
    settings: dict[str, str],
    work: Callable[..., object],
    given: tuple[object, ...],
) -> None:
    _silence()
    os.environ.clear()
    os.environ.update(settings)
    _limit(bounds)
    pace.listen(lambda sentence: send.send(("pas", sentence)))
    try:
        answer: tuple[str, object] = ("fait", work(*given))
    except Refused as refusal:
        answer = ("refus", refusal.problem)
    except MemoryError:
        answer = ("refus", _too_heavy(name).problem)
    except Exception as error:  # The last net: whatever the bytes, the operator reads a sentence.
        answer = ("refus", _failed(name, error).problem)
    send.send(answer)


def _limit(bounds: Bounds) -> None:
    seconds = int(time.process_time()) + bounds.seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    processes.sweep_seldom()
    held = _held()
    if held:
        resource.setrlimit(resource.RLIMIT_DATA, (held + bounds.memory, held + bounds.memory))


def _silence() -> None:
    """Let no library that dies write its stack on the operator's screen."""
    descriptor = os.open(os.devnull, os.O_WRONLY)
    os.dup2(descriptor, 2)
    os.close(descriptor)


def _held() -> int:
    """The bytes of data that the process has already; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(r"VmData:\s+(\d+) kB", status.read_text()) if status.is_file() else None
    return int(found[1]) * 1024 if found else 0


def _died(name: str, code: int | None) -> Refused:
    return _too_long(name) if code == -signal.SIGXCPU else _fallen(name)


def _too_long(name: str) -> Refused:
    message = "la lecture demande trop de calcul pour un fichier de cette taille."
    return refuse(name, message, _DOUBTFUL)


def _too_heavy(name: str) -> Refused:
    message = "la lecture demande trop de mémoire pour un fichier de cette taille."
    return refuse(name, message, _DOUBTFUL)


def _fallen(name: str) -> Refused:
    """A reader in another language that died: it does not say whether it lacked memory."""
    message = "la lecture s’est arrêtée net : le fichier est abîmé, ou démesuré pour sa taille."
    return refuse(name, message, _DOUBTFUL)


_DOUBTFUL = "Ce n’est sans doute pas un fichier officiel : vérifiez-le."


def _failed(name: str, error: Exception) -> Refused:
    message = f"{FAILED} ({type(error).__name__})."
    return refuse(name, message, "Signalez-le avec ce fichier : tout fichier doit être lu ou dit.")
