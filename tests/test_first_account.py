"""Whoever starts the service makes the first account by typing what it says, as it stands."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

OTHERS = ("PORT_AGENTS", "TERRITOIRES", "ADRESSE_PUBLIQUE", "MOTS_DE_PASSE", "OIDC_EMETTEUR")


def test_what_is_said_at_the_start_opens_an_account_of_this_very_service(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in OTHERS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("VAR", str(tmp_path / "mes données"))
    monkeypatch.setenv("PORT", "8123")
    words = shlex.split(run("agent", "lister").output.splitlines()[-1])
    program = next(place for place, word in enumerate(words) if "=" not in word)
    assert ROOT / words[program] == Path(sys.executable)
    assert words[program + 1 : program + 3] == ["-m", "dashboard"]

    for name in ("TERRITOIRE", "DONNEES", "VAR", "PORT"):
        monkeypatch.delenv(name)
    for setting in words[:program]:
        monkeypatch.setenv(*setting.split("=", 1))
    address = ["marie@ville.fr" if word == "ADRESSE" else word for word in words[program + 3 :]]
    assert "http://127.0.0.1:8124/agents/lien/" in run(*address).output
    assert run("agent", "lister").output.startswith("marie@ville.fr  PRÉNOM NOM, administrateur")
