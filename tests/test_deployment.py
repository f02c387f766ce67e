"""The unit and the container file name what exists, start what serves, and run as nobody much."""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard import cli
from tests.service import answered, free_port, running

ROOT = Path(__file__).resolve().parent.parent
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
SETTINGS = {
    "TERRITOIRE",
    "PORT",
    "HOST",
    "OUVRIERS",
    "VAR",
    "DONNEES",
    "FRONTAUX",
    "DEMANDES_PAR_ADRESSE",
    "PORT_AGENTS",
}


@pytest.fixture(scope="module", params=["observatoire.service", "observatoire-agents.service"])
def unit(request: pytest.FixtureRequest) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd minds capitals
    parser.read(ROOT / "docs" / request.param, encoding="utf-8")
    return parser


def test_the_unit_starts_a_verb_that_exists_as_a_user_without_rights(
    unit: configparser.ConfigParser,
) -> None:
    service = unit["Service"]
    command = shlex.split(service["ExecStart"])
    assert command[1:3] == ["-m", "dashboard"]
    assert command[3] in cli.main.commands
    assert command[0] == f"{service['WorkingDirectory']}/.venv/bin/python"
    assert service["User"] not in ("", "root")
    assert service["ReadWritePaths"] == f"{service['WorkingDirectory']}/var"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd n’est pas installé")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "observatoire.service").read_text(encoding="utf-8")
    here = re.sub(r"ExecStart=\S+", f"ExecStart={sys.executable}", text)
    made = tmp_path / "observatoire.service"
    made.write_text(here, encoding="utf-8")
    told = subprocess.run(
        ["systemd-analyze", "verify", str(made)], capture_output=True, text=True, check=False
    )
    about = [line for line in told.stderr.splitlines() if "observatoire" in line]
    assert (told.returncode, about) == (0, [])


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx n’est pas installé")
def test_nginx_takes_the_examples_of_the_guide_of_operators(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "exploitation.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```nginx$(.+?)^```$", guide, re.M | re.S)
    assert len(examples) == 2
    folders = (f"{name}_temp_path {tmp_path};" for name in ("client_body", "proxy", "fastcgi"))
    others = f"uwsgi_temp_path {tmp_path}; scgi_temp_path {tmp_path}; access_log off;"
    said = "\n".join(example.replace("443 ssl", "8443") for example in examples)
    uncommented = re.sub(r"^( +)# (?=location|add_header)", r"\1", said, flags=re.M)
    made = tmp_path / "nginx.conf"
    made.write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}}"
        f"http {{ {' '.join(folders)} {others} {uncommented} }}",
        encoding="utf-8",
    )
    told = subprocess.run(
        ["nginx", "-t", "-e", "stderr", "-p", tmp_path, "-c", made],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, "[warn]" in told.stderr) == (0, False), told.stderr


def test_the_unit_sets_only_what_the_service_reads(unit: configparser.ConfigParser) -> None:
    held = dict(pair.split("=", 1) for pair in shlex.split(unit["Service"]["Environment"]))
    assert set(held) <= SETTINGS


def test_the_container_copies_what_exists_and_all_that_serving_needs() -> None:
    lines = [line.split() for line in CONTAINER.splitlines() if line.startswith("COPY ")]
    copied = {name for _, *names, _ in lines for name in names}
    assert all((ROOT / name).exists() for name in copied)
    assert {"requirements.txt", "app.py", "gunicorn.conf.py", "assets", "dashboard"} <= copied
    assert "data" in copied


def test_the_container_runs_the_same_verb_as_a_user_without_rights() -> None:
    (command,) = re.findall(r"^CMD (\[.+\])$", CONTAINER, re.M)
    assert json.loads(command) == ["python", "-m", "dashboard", "servir"]
    assert CONTAINER.index("USER observatoire") < CONTAINER.index("\nCMD")
    (settings,) = re.findall(r"^ENV (.+)$", CONTAINER, re.M)
    assert {pair.split("=")[0] for pair in settings.split()} <= SETTINGS


def test_the_probe_of_the_container_is_python_that_asks_for_the_pulse() -> None:
    (probe,) = re.findall(r"^\s+CMD (\[.+\])$", CONTAINER, re.M)
    _, _, code = json.loads(probe)
    compile(code, "sonde", "exec")
    assert "/sante" in code


def test_the_service_starts_answers_and_stops_in_good_order(var: Path, tmp_path: Path) -> None:
    port = free_port()
    settings = {"PORT": str(port), "VAR": str(var), "TERRITOIRE": "exemple"}
    settings |= {"OUVRIERS": "2", "AGENTS": "non"}
    told = tmp_path / "journal"
    command = [sys.executable, "-m", "dashboard", "servir"]
    environment = {**os.environ, **settings}
    with (
        told.open("wb") as journal,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=journal
        ) as service,
    ):
        try:
            pulse = json.loads(answered(f"http://127.0.0.1:{port}/sante", 180))
            assert (pulse["statut"], pulse["territoire"]) == ("ok", "exemple")
            assert b"<h1" in answered(f"http://127.0.0.1:{port}/", 60)
            service.send_signal(signal.SIGTERM)
            assert service.wait(60) == 0
        finally:
            service.kill()
    lines = told.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not json.loads(line)] == []


def test_gunicorn_alone_serves_as_patiently_as_the_verb(var: Path, tmp_path: Path) -> None:
    settings = {"VAR": str(var), "TERRITOIRE": "exemple"}
    with running(settings, tmp_path / "journal", ("-m", "gunicorn", "app:server")) as service:
        silent = [socket.create_connection(("127.0.0.1", service.port), 10) for _ in range(6)]
        began = time.monotonic()
        assert b"<h1" in answered(f"http://127.0.0.1:{service.port}/", 10)
        assert time.monotonic() - began < 5
        silent[0].sendall(b"zut\r\n\r\n")
        assert "La demande n’a pas pu être lue." in silent[0].recv(65_536).decode()
        for line in silent:
            line.close()


def test_the_base_image_is_fixed_by_its_digest() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    [image] = re.findall(r"^ARG IMAGE=(\S+)$", text, re.MULTILINE)
    fixed = r"docker\.io/library/python:3\.\d+\.\d+-slim-\w+@sha256:[0-9a-f]{64}"
    assert re.fullmatch(fixed, image)
