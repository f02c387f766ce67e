"""Documents that take a while: asked by many, killed, short of room, given up, kept an hour."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from dashboard.press import lock, printer
from dashboard.press.desk import Desk, NotTakenOn, PressProgress, PressState
from dashboard.press.limits import KEPT, Limits
from dashboard.press.making import NO_ROOM
from dashboard.press.order import Order, salted
from dashboard.press.printer import Printer
from dashboard.press.rack import Rack, Ticket
from dashboard.press.work import READY, Work
from tests.conftest import ROOT

ORDER = Order(
    territory="exemple",
    publication="abc",
    path="/quartiers",
    query="",
    form="zip",
    site="",
    day="2026-11-26",
    title="Quartiers : ZIP",
    back="/document/quartiers.zip",
    page="/quartiers",
)
LIMITS = Limits(seconds=20.0)


def another(rank: int) -> Order:
    return replace(ORDER, query=f"annee={2000 + rank}")


def made(work: Work, largest: int) -> None:
    """What stands for a document here: its own query."""
    work.document.write_text(work.order().query)
    work.write(READY, {"name": "fiches.zip", "size": work.document.stat().st_size})


def endless(work: Work, largest: int) -> None:
    time.sleep(60)


@dataclass
class Shop:
    """A desk and its press in one folder, here in one process."""

    folder: Path
    make: Callable[[Work, int], None] = made
    limits: Limits = LIMITS
    started: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk = Desk(self.folder, self.limits, lambda: self.started.append(time.time()))
        self.press = Printer(self.folder, self.limits, self.make)

    def until(self, reached: Callable[[], bool]) -> None:
        limit = time.monotonic() + 30
        while not reached():
            self.press.turn()
            assert time.monotonic() < limit, "la presse n’y arrive pas"
            time.sleep(0.01)

    def state(self, token: str) -> PressState:
        return self.standing(token).state

    def standing(self, token: str) -> PressProgress:
        found = self.desk.standing(token)
        assert found is not None
        return found

    def processes(self) -> list[int]:
        return [run.process for run in self.press._runs.values()]


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def test_a_document_is_asked_made_then_given(shop: Shop) -> None:
    token = shop.desk.ask(ORDER, "10.0.0.1")
    assert shop.started
    assert (shop.state(token), shop.standing(token).title) == (PressState.WAITING, ORDER.title)
    assert shop.desk.taken(token) is None
    shop.until(lambda: shop.state(token) == PressState.READY)
    path, name = shop.desk.taken(token) or pytest.fail("rien")
    assert (path.read_text(), name) == ("", "fiches.zip")
    assert shop.desk.ready(ORDER) == (path, name)


def test_what_is_asked_while_the_press_clears_away_is_not_lost(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens: list[str] = []
    read = Rack.held

    def meanwhile(rack: Rack) -> list[Ticket]:
        held = read(rack)
        if not tokens:
            tokens.append("")
            tokens[0] = shop.desk.ask(ORDER, "10.0.0.1")
        return held

    monkeypatch.setattr(Rack, "held", meanwhile)
    shop.press.turn()
    assert shop.desk.standing(tokens[0]) is not None


def test_ten_readers_at_once_are_all_served_two_at_a_time(tmp_path: Path) -> None:
    seen: list[int] = []
    shop = Shop(tmp_path)
    tokens = [shop.desk.ask(another(rank), f"10.0.0.{rank}") for rank in range(10)]

    def all_ready() -> bool:
        seen.append(len(shop.processes()))
        return all(shop.state(token) == PressState.READY for token in tokens)

    shop.until(all_ready)
    assert max(seen) == 2
    for rank, token in enumerate(tokens):
        path, _ = shop.desk.taken(token) or pytest.fail("rien")
        assert path.read_text() == f"annee={2000 + rank}"


def test_who_waits_is_told_how_many_come_before(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless)
    tokens = [shop.desk.ask(another(rank), f"10.0.0.{rank}") for rank in range(4)]
    shop.press.turn()
    assert [shop.state(token) for token in tokens[:2]] == [PressState.RUNNING] * 2
    assert [shop.standing(token).before for token in tokens[2:]] == [2, 3]
    shop.press.close()


def test_one_reader_has_one_document_made_at_a_time_and_the_others_pass(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless)
    first, second = (shop.desk.ask(another(rank), "10.0.0.1") for rank in range(2))
    third = shop.desk.ask(another(3), "10.0.0.2")
    shop.press.turn()
    found = [shop.state(token) for token in (first, second, third)]
    assert found == [PressState.RUNNING, PressState.WAITING, PressState.RUNNING]
    shop.press.close()


def test_two_readers_who_ask_the_same_have_it_made_once(shop: Shop) -> None:
    one, two = shop.desk.ask(ORDER, "10.0.0.1"), shop.desk.ask(ORDER, "10.0.0.2")
    assert one != two
    shop.until(lambda: shop.state(one) == PressState.READY)
    assert shop.state(two) == PressState.READY
    assert len(list(Rack(shop.folder).works())) == 1


def test_what_a_reader_looks_for_is_shared_with_nobody(shop: Shop) -> None:
    asked = [replace(ORDER, salt=salted()) for _ in range(2)]
    assert len({order.key for order in asked}) == 2
    assert shop.desk.ready(replace(ORDER, salt=salted())) is None


@pytest.mark.parametrize("token", ["", "..", "*", "?" * 32, "a" * 32, "../travaux/x", "a/b" * 11])
def test_no_ticket_is_guessed_nor_found_by_a_pattern(shop: Shop, token: str) -> None:
    held = shop.desk.ask(ORDER, "10.0.0.1")
    assert len(held) == 32
    assert shop.desk.standing(token) is None
    assert shop.desk.taken(token) is None
    shop.desk.give_up(token)
    assert shop.desk.standing(held) is not None


def test_the_folder_is_closed_and_holds_no_address(shop: Shop) -> None:
    shop.desk.ask(ORDER, "10.11.12.13")
    for path in shop.folder.rglob("*"):
        assert "10.11.12.13" not in path.name
        assert path.is_dir() or b"10.11.12.13" not in path.read_bytes()
    for path in (shop.folder / "billets", shop.folder / "travaux"):
        assert path.stat().st_mode & 0o077 == 0


def test_too_many_in_all_or_for_one_reader_are_sent_back(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless, Limits(waiting=3, each=2))
    shop.desk.ask(another(0), "10.0.0.1")
    shop.desk.ask(another(1), "10.0.0.1")
    with pytest.raises(NotTakenOn, match="cette adresse") as mine:
        shop.desk.ask(another(2), "10.0.0.1")
    assert not mine.value.crowded
    shop.desk.ask(another(2), "10.0.0.2")
    with pytest.raises(NotTakenOn, match="Trop de documents") as others:
        shop.desk.ask(another(3), "10.0.0.3")
    assert others.value.crowded
    assert shop.desk.ask(another(2), "10.0.0.4")


def test_who_asks_again_what_is_being_prepared_holds_the_same_ticket(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless, Limits(each=1))
    token = shop.desk.ask(ORDER, "10.0.0.1")
    (ticket,) = Rack(tmp_path).tickets()
    os.utime(ticket.path, (0, time.time() - KEPT / 2))
    assert [shop.desk.ask(ORDER, "10.0.0.1") for _ in range(12)] == [token] * 12
    assert [held.token for held in Rack(tmp_path).tickets()] == [token]
    assert ticket.until > time.time() + KEPT * 0.9
    with pytest.raises(NotTakenOn, match="cette adresse"):
        shop.desk.ask(another(1), "10.0.0.1")


def test_tickets_themselves_are_bounded(tmp_path: Path) -> None:
    shop = Shop(tmp_path, limits=Limits(waiting=1, each=0))
    for rank in range(25):
        shop.desk.ask(ORDER, f"10.0.0.{rank}")
    with pytest.raises(NotTakenOn, match="Trop de documents"):
        shop.desk.ask(ORDER, "10.0.0.99")


@pytest.mark.parametrize("limits", [Limits(waiting=1, each=0), Limits(each=1)])
def test_a_queue_that_is_full_calls_the_press_and_lets_in_once_its_hour_is_over(
    tmp_path: Path, limits: Limits
) -> None:
    shop = Shop(tmp_path, limits=limits)
    shop.desk.ask(another(0), "10.0.0.1")
    shop.started.clear()
    with pytest.raises(NotTakenOn):
        shop.desk.ask(another(1), "10.0.0.1")
    assert shop.started
    for ticket in Rack(tmp_path).tickets():
        os.utime(ticket.path, (0, 0))
    assert shop.desk.ask(another(1), "10.0.0.1")
    assert len(Rack(tmp_path).tickets()) == 1


def test_the_press_stays_until_the_last_document_is_cleared_at_its_hour(shop: Shop) -> None:
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(token) == PressState.READY and not shop.processes())
    shop.press._busy = -printer.IDLE
    shop.press.turn()
    assert not shop.press.idle
    for ticket in Rack(shop.folder).tickets():
        os.utime(ticket.path, (0, 0))
    shop.press._busy = -printer.IDLE
    shop.press.turn()
    assert list(Rack(shop.folder).works()) == []
    assert shop.press.idle


def test_the_documents_of_a_publication_that_is_withdrawn_are_forgotten_alone(shop: Shop) -> None:
    gone, left = ORDER, replace(ORDER, publication="def")
    tokens = [shop.desk.ask(order, "10.0.0.1") for order in (gone, left)]
    shop.until(lambda: all(shop.state(token) == PressState.READY for token in tokens))
    Rack(shop.folder).forget("abc")
    assert [shop.desk.ready(order) is None for order in (gone, left)] == [True, False]
    assert [shop.desk.standing(token) is None for token in tokens] == [True, False]


def test_a_document_given_up_is_stopped_and_cleared_away(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless)
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.press.turn()
    (process,) = shop.processes()
    shop.desk.give_up(token)
    shop.press.turn()
    assert shop.desk.standing(token) is None
    assert list(Rack(tmp_path).works()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_document_that_another_reader_waits_for_goes_on(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless)
    one, two = shop.desk.ask(ORDER, "10.0.0.1"), shop.desk.ask(ORDER, "10.0.0.2")
    shop.press.turn()
    shop.desk.give_up(one)
    shop.press.turn()
    assert shop.state(two) == PressState.RUNNING
    shop.press.close()


def test_a_process_killed_once_is_begun_again_killed_twice_is_told(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless)
    token = shop.desk.ask(ORDER, "10.0.0.1")
    for _ in range(2):
        shop.until(lambda: bool(shop.processes()))
        (process,) = shop.processes()
        os.kill(process, signal.SIGKILL)
        shop.until(lambda process=process: process not in shop.processes())  # type: ignore[misc]
    shop.until(lambda: shop.state(token) == PressState.FAILED)
    assert "deux fois" in shop.standing(token).why
    shop.press._make = made
    again = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(again) == PressState.READY)


def test_what_a_killed_press_was_making_is_made_by_the_next_one(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless)
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.press.turn()
    assert shop.state(token) == PressState.RUNNING
    shop.press.close()
    following = Shop(tmp_path)
    assert following.state(token) == PressState.WAITING
    following.until(lambda: following.state(token) == PressState.READY)


def test_a_press_stopped_by_its_operator_takes_none_of_the_two_tries(tmp_path: Path) -> None:
    token = Shop(tmp_path, endless).desk.ask(ORDER, "10.0.0.1")
    for _ in range(printer.TRIES + 1):
        stopped = Shop(tmp_path, endless)
        stopped.press.turn()
        assert stopped.state(token) == PressState.RUNNING
        stopped.press.close()
    following = Shop(tmp_path)
    assert following.state(token) == PressState.WAITING
    following.until(lambda: following.state(token) == PressState.READY)


HOLDS = """
import os, sys, time
from pathlib import Path
from dashboard.press import lock
assert lock.taken(Path(sys.argv[1])) is not None
child = os.fork()
if child: print(child, flush=True)
time.sleep(60)
"""


def test_a_press_runs_once_in_a_folder_and_is_started_again_once_gone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as press:
        child = int(press.stdout.readline())  # type: ignore[union-attr]
        assert lock.taken(tmp_path) is None
        assert lock.held(tmp_path)
        press.kill()
        press.wait()
        assert not lock.held(tmp_path), "ce qu’elle avait lancé la retient"
        os.kill(child, signal.SIGKILL)


STARTS = """
import sys
from pathlib import Path
from dashboard.press.starting import Starter
Starter(Path(sys.argv[1]), "nulle-part", Path(sys.argv[1]))()
"""


def test_who_had_a_press_started_may_end_before_it_without_a_complaint(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "dev", "-c", STARTS, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "still running" not in ended.stderr


def test_a_document_that_takes_too_long_is_stopped_and_told(tmp_path: Path) -> None:
    shop = Shop(tmp_path, endless, Limits(seconds=0.05))
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(token) == PressState.FAILED)
    assert "trop de temps" in shop.standing(token).why
    assert shop.processes() == []


def full(work: Work, largest: int) -> None:
    (work.folder / ".brouillon-document").write_bytes(b"x" * 1000)
    raise SystemExit(NO_ROOM)


def test_a_full_disk_is_told_and_the_service_is_back_once_there_is_room(tmp_path: Path) -> None:
    shop = Shop(tmp_path, full)
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(token) == PressState.FAILED)
    assert "plus de place" in shop.standing(token).why
    assert not list(tmp_path.glob("travaux/*/.brouillon-*"))
    shop.press._make = made
    again = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(again) == PressState.READY)


def test_where_the_disk_takes_nothing_an_order_is_refused_in_french(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "plus de place")

    shop.desk.ask(another(1), "10.0.0.1")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "touch", refuse)
        with pytest.raises(NotTakenOn, match="plein ou fermé"):
            shop.desk.ask(ORDER, "10.0.0.1")
    assert shop.desk.ask(ORDER, "10.0.0.1")


def test_a_disk_nearly_full_takes_no_new_document(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "RESERVE", 10**18)
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(token) == PressState.FAILED)
    assert "plus de place" in shop.standing(token).why


def heavy(work: Work, largest: int) -> None:
    work.document.write_bytes(b"x" * 200)
    work.write(READY, {"name": "fiches.zip", "size": 200})


def test_the_folder_never_outgrows_its_room_the_oldest_document_gives_way(tmp_path: Path) -> None:
    shop = Shop(tmp_path, heavy, Limits(room=1_000, each=0))
    tokens = []
    for rank in range(6):
        tokens.append(shop.desk.ask(another(rank), "10.0.0.1"))
        shop.until(lambda: shop.desk.taken(tokens[-1]) is not None)
        os.utime(shop.desk.taken(tokens[-1])[0], (rank, rank))  # type: ignore[index]
    held = sum(path.stat().st_size for path in tmp_path.glob("travaux/*/document"))
    assert held <= 1_000
    assert shop.desk.standing(tokens[0]) is None
    assert shop.state(tokens[-1]) == PressState.READY


def test_a_document_is_kept_an_hour_once_it_is_ready_then_cleared_away(shop: Shop) -> None:
    token = shop.desk.ask(ORDER, "10.0.0.1")
    shop.until(lambda: shop.state(token) == PressState.READY and not shop.processes())
    assert KEPT - 60 < shop.standing(token).until - time.time() <= KEPT
    (ticket,) = Rack(shop.folder).tickets()
    over = time.time() - KEPT - 1
    os.utime(ticket.path, (over, over))
    assert shop.desk.standing(token) is None
    shop.press.turn()
    assert list(Rack(shop.folder).works()) == []
    assert Rack(shop.folder).tickets() == []


def test_the_press_ends_once_nothing_has_been_asked_for_a_while(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.press.turn()
    assert not shop.press.idle
    monkeypatch.setattr(printer, "IDLE", -1.0)
    assert shop.press.idle
