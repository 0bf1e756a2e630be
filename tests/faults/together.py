"""Two readers, whose keys are pressed, and five refreshes from the command line, on one store at once."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from threading import Event

from newsreader import __version__
from newsreader.model import Scope
from newsreader.store import Store
from tests.faults.hand import Hand
from tests.faults.house import lost
from tests.faults.press import Press, title
from tests.faults.report import Tried
from tests.server import Server
from tests.terminal.terminal import READER, Terminal, environment

READERS, REFRESHES, FEEDS = 2, 5, 15
_WRONG = re.compile(r"Traceback|locked|in gebruik door|\w+Error")
"""What no screen and no command may say here."""
_SETTINGS = """version = 1
full_text = "never"
refresh_minutes = 0
"""
"""Nothing happens of itself that could take the place of a confirmation on the screen."""
Until = Callable[[Hand], bool]


def acts(number: int) -> Until:
    """Until a reader has done so many things."""
    return lambda hand: hand.acts >= number


def minutes(number: float) -> Until:
    """Until so many minutes after the first reader began."""
    begun: list[float] = []

    def over(_: Hand) -> bool:
        begun.append(time.monotonic())
        return begun[-1] > begun[0] + 60 * number

    return over


def run(folder: Path, until: Until) -> list[Tried]:
    """Let them all work on a store in that folder until the readers have had enough."""
    path, over = folder / "data" / "newsreader" / "news.db", Event()
    with ExitStack() as stack:
        press = Press(stack.enter_context(Server()), FEEDS)
        _subscribe(path, press)
        wrong = [*_command(folder, "sources", "check")]
        hands = [_hand(folder, number, stack) for number in range(READERS)]
        with ThreadPoolExecutor(READERS + REFRESHES) as pool:
            refreshes = [pool.submit(_refreshing, folder, number, over) for number in range(REFRESHES)]
            reading = [pool.submit(_reading, hand, until) for hand in hands]
            told = [line for reader in reading for line in reader.result()]
            over.set()
            rounds = [refresh.result() for refresh in refreshes]
        told += [line for hand in hands for line in _left(hand.terminal)]
        wrong += [line for _, lines in rounds for line in lines]
        wrong += _command(folder, "sources", "check")
    missing = _missing(path, press, hands)
    return [
        Tried("together: readers", sum(hand.acts for hand in hands), tuple(told), _pace(hands)),
        Tried("together: refreshes", sum(times for times, _ in rounds), tuple(wrong)),
        Tried("together: articles and marks", len(press.printed), tuple(missing), _marks(hands)),
    ]


def _subscribe(path: Path, press: Press) -> None:
    settings = path.parents[2] / "config" / "newsreader" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    store = Store.open(path)
    assert isinstance(store, Store)
    store.set_meta("catalogue", __version__).result()  # the built-in sources are left out
    store.add_sources(press.sources).result()
    store.close()


def _hand(folder: Path, number: int, stack: ExitStack) -> Hand:
    terminal = Terminal(folder, "--webmail", "zeelandnet")
    stack.callback(terminal.close)
    terminal.shows("Pers ", "ongelezen")
    return Hand(terminal, lambda name: int(name.partition("-")[2]) % READERS == number, str(number))


def _reading(hand: Hand, until: Until) -> list[str]:
    try:
        while not until(hand):
            hand.act()
    except AssertionError as error:
        return [f"an answer: {str(error)[:8000]}"]
    return []


def _refreshing(folder: Path, number: int, over: Event) -> tuple[int, list[str]]:
    """Refresh over and over; some only what is due, which is mostly nothing."""
    command = ("refresh",) if number % 3 == 2 else ("sources", "check")
    wrong: list[str] = []
    times = 0
    while not over.is_set():
        wrong += _command(folder, *command)
        times += 1
    return times, wrong


def _command(folder: Path, *command: str) -> list[str]:
    """What went wrong in a run of the command."""
    done = subprocess.run(
        [*READER, *command], env=environment(folder), capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    well = done.returncode == 0 and not done.stderr and not _WRONG.search(said)
    return [] if well else [f"{' '.join(command)} ended with {done.returncode}: {said[-2000:]}"]


def _left(terminal: Terminal) -> Iterator[str]:
    try:
        terminal.settle()
        terminal.quit()
    except AssertionError as error:
        yield f"leaving: {str(error)[:8000]}"
    said = _WRONG.search(terminal.raw.decode(errors="replace"))
    if said:
        yield f"shown: {said[0]}"


def _missing(path: Path, press: Press, hands: Sequence[Hand]) -> Iterator[str]:
    """Everything that was printed or marked and is not in the store as it was."""
    yield from lost(path)
    store = Store.open(path)
    assert isinstance(store, Store)
    ids = store.ids(Scope())
    rows = {
        row.title: row for start in range(0, len(ids), 500) for row in store.rows(ids[start : start + 500])
    }
    store.close()
    yield from (f"article {each}" for each in sorted(press.printed - rows.keys()))
    for hand in hands:
        for name, saved in hand.saved.items():
            if name not in hand.unsure and rows[title(name)].saved is not saved:
                yield f"{name} is {'not ' * saved}saved"
        for name, unread in hand.unread.items():
            if name not in hand.unsure and not unread and not rows[title(name)].read:
                yield f"{name} is not read"


def _pace(hands: Sequence[Hand]) -> str:
    waits = sorted(wait for hand in hands for wait in hand.waits)
    if not waits:
        return "nothing confirmed"
    return f"{len(waits)} marks confirmed, after {median(waits):.2f} s, {waits[-1]:.2f} at most"


def _marks(hands: Sequence[Hand]) -> str:
    unsure = sum(len(hand.unsure) for hand in hands)
    unsaid = [line for hand in hands for line in hand.unsaid]
    marks = sum(len(hand.saved) + len(hand.unread) for hand in hands)
    return "; ".join([f"{marks} marks, {unsure} not sure, {len(unsaid)} without words", *unsaid])
