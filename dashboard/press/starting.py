"""The press started by the service that needs it, in a process beside those that answer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from dashboard.press import lock

AGAIN = 2.0
"""Seconds between two attempts: one that cannot start is not tried at each look."""


class Starter:
    """Has the press run beside the service, where nobody sees to it yet."""

    def __init__(self, var: Path, territory: str, folder: Path) -> None:
        self._command = [sys.executable, "-m", "dashboard.press", str(var), territory, str(folder)]
        self._folder, self._last = folder, 0.0

    def __call__(self) -> None:
        """Start it, unless it runs: it then ends by itself at once. A thread waits for its end,
        which may come after that of this process."""
        soon = time.monotonic() - self._last < AGAIN
        if soon or lock.held(self._folder):
            return
        self._last = time.monotonic()
        press = subprocess.Popen(
            [*self._command, str(os.getppid())],
            cwd=Path(__file__).resolve().parents[2],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        threading.Thread(target=press.wait, daemon=True).start()
