"""Several sites behind one address: each is asked what is under its path, or of its host."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dashboard.system.mounts import Mount
from dashboard.web import refusal
from dashboard.web.load_shedding import ALWAYS, Application
from dashboard.web.mounting import MOUNT

FILES = "/statique/"
"""What is the same for all sites: the first gives it, under any path."""
MOVED = "308 Permanent Redirect"
ELSEWHERE = 421

Environ = dict[str, Any]
Start = Callable[..., Any]


class ByPath:
    """The site whose path begins the address that is asked; ``others`` answers any other."""

    def __init__(self, apps: Mapping[str, Application], others: Application) -> None:
        self._apps, self._others = dict(apps), others
        self._files = next(iter(self._apps.values()))

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer from one site, which sees none of the others."""
        path = environ.get("PATH_INFO", "")
        before = "/" + path.lstrip("/").partition("/")[0]
        rest = path.removeprefix(before) if before in self._apps else path
        if rest.startswith(FILES):
            return self._files({**environ, "PATH_INFO": rest}, start_response)
        if before not in self._apps:
            return self._others(environ, start_response)
        if not rest.startswith("/"):
            return _moved(f"{before}/", environ.get("QUERY_STRING", ""), start_response)
        return self._apps[before](_within(environ, before, rest), start_response)


def _within(environ: Environ, before: str, rest: str) -> Environ:
    whole = f"{environ.get('SCRIPT_NAME', '')}{before}"
    return {**environ, "SCRIPT_NAME": whole, "PATH_INFO": rest, MOUNT: whole}


def _moved(where: str, query: str, start_response: Start) -> list[bytes]:
    """The path of a site without its last « / » leads to its first page."""
    target = f"{where}?{query}" if query else where
    start_response(MOVED, [("Location", target), ("Content-Length", "0")])
    return []


class ByHost:
    """The site of the host that is asked. Any other host is told that it is none of ours (421);
    probes, which ask by address, are answered by ``others``."""

    def __init__(self, apps: Mapping[str, Application], others: Application) -> None:
        self._apps, self._others = dict(apps), others

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer from one site, which sees none of the others."""
        host = environ.get("HTTP_HOST", "").lower()
        app = self._apps.get(host) or self._apps.get(_named(host))
        if app is None and environ.get("PATH_INFO") == ALWAYS:
            app = self._others
        if app is not None:
            return app(environ, start_response)
        start_response(refusal.status(ELSEWHERE), refusal.headers(ELSEWHERE))
        return [refusal.page(ELSEWHERE)]


def together(apps: Mapping[Mount, Application], others: Application) -> Application:
    """Those sites by their paths, or by their hosts: the first says which for all. ``others``
    answers what none of them does. A site that is alone is asked all."""
    first = next(iter(apps))
    if first.path:
        return ByPath({mount.path: app for mount, app in apps.items()}, others)
    if first.host:
        return ByHost({mount.host: app for mount, app in apps.items()}, others)
    return apps[first]


def _named(host: str) -> str:
    """That host without its port, nor the dot of a name that is whole."""
    name = host if host.endswith("]") else host.partition(":")[0]
    return name.rstrip(".")
