"""From a key to the last byte of its repaint, in the largest store: at rest, and while a refresh runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.bench import refresh, seed
from tests.bench.figures import Figure, median, worst_of_hundred
from tests.bench.memory import Peak
from tests.bench.plan import Plan, reader
from tests.bench.screen import Painted, Screen, running
from tests.bench.web import serving

PAGE_DOWN, ENTER, TAB = "\x1b[6~", "\r", "\t"
CALM = 1.0
"""Seconds of silence after which the first refresh and the upkeep are over."""
SHORT = 0.06
"""Seconds without a byte after which the repaint of a key is over."""
BUSY = 0.02
"""The same while a refresh repaints its progress all the time."""
UNJOINED = 6
"""Sources whose articles are joined anew: a tenth of the store."""
TO_THE_SECTIONS = "jjj"
"""From the top of the sidebar past what is saved, which is empty, and the heading to the first section."""
WORDS = "de storm in zeeland"

Key = tuple[str, Callable[[Screen, float, int], Painted]]


def measure(plan: Plan) -> Iterator[Figure]:
    """All keys at rest, with the memory at the end; then those of a list while many feeds come in."""
    turns = plan.rounds * 4
    with plan.store(plan.most) as data, running(reader(data)) as screen:
        screen.until(seed.NEWEST)
        screen.settle(CALM)
        for what, press in (*KEYS, *LESS):
            painted = [press(screen, SHORT, turn) for turn in range(turns)]
            yield _figure("keys", what, plan, painted)
        screen.press("/")
        typed = [screen.press(letter) for letter in WORDS]
        yield _figure("keys", "a letter of a search", plan, typed)
        yield Figure("keys", "peak memory of the screen", plan.most, screen.memory() / 1e6, "MB")


def while_joining(plan: Plan) -> Iterator[Figure]:
    """The same keys while the articles of some sources wait to be joined, as after a first refresh."""
    with plan.store(plan.most) as data:
        seed.unjoin(data, UNJOINED)
        with running(reader(data)) as screen:
            screen.until(seed.NEWEST)
            screen.listen(CALM)
            peak = Peak(screen.pid)
            yield from _all_keys("joining", plan, screen)
            yield Figure("joining", "peak memory with who joins", plan.most, peak.stop(), "MB")


def while_refreshing(plan: Plan) -> Iterator[Figure]:
    """The keys of the list while all feeds come in for the first time."""
    number = max(plan.feeds)
    with serving(number) as web, plan.store(plan.most) as data:
        refresh.subscribe(data, web.addresses)
        with running(reader(data)) as screen:
            screen.until(f"/{number}")
            yield from _all_keys("busy", plan, screen)


def _all_keys(group: str, plan: Plan, screen: Screen) -> Iterator[Figure]:
    """The keys in turn while something repaints now and then."""
    pressed: dict[str, list[Painted]] = {what: [] for what, _ in KEYS}
    for key in (TAB, TAB, *TO_THE_SECTIONS, ENTER):
        screen.press(key)
    for turn in range(plan.rounds * 4):
        for what, press in KEYS:
            pressed[what].append(press(screen, BUSY, turn))
    for what, painted in pressed.items():
        yield _figure(group, what, plan, painted)
    yield Figure(group, "peak memory of the screen", plan.most, screen.memory() / 1e6, "MB")


def _plain(key: str) -> Callable[[Screen, float, int], Painted]:
    return lambda screen, quiet, _: screen.press(key, quiet)


def _open(screen: Screen, quiet: float, _: int) -> Painted:
    painted = screen.press(ENTER, quiet)
    screen.press("h", quiet)
    screen.press("j", quiet)
    return painted


def _section(screen: Screen, quiet: float, turn: int) -> Painted:
    """To the next section in the sidebar, and back into the list."""
    screen.press(TAB, quiet)
    screen.press(TAB, quiet)
    screen.press("jk"[turn % 2], quiet)
    return screen.press(ENTER, quiet)


KEYS: tuple[Key, ...] = (
    ("cursor down", _plain("j")),
    ("page down", _plain(PAGE_DOWN)),
    ("open an article", _open),
    ("mark read or unread", _plain("M")),
    ("switch section", _section),
)
LESS: tuple[Key, ...] = (
    ("to the end, to the top", lambda screen, quiet, turn: screen.press("Gg"[turn % 2], quiet)),
    ("unread only, and back", _plain("u")),
)


def _figure(group: str, what: str, plan: Plan, painted: list[Painted]) -> Figure:
    painted = [each for each in painted if each.size]
    last = [each.last * 1000 for each in painted]
    first = [each.first * 1000 for each in painted]
    size = median([each.size for each in painted])
    most = max(each.size for each in painted)
    note = (
        f"p99 {worst_of_hundred(last):.1f} ms; first byte {median(first):.1f},"
        f" p99 {worst_of_hundred(first):.1f} ms; {size:,.0f} bytes, at most {most:,}"
    )
    return Figure(group, what, plan.most, median(last), "ms", note)
