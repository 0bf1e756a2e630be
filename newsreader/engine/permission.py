"""Whether a site lets programs fetch what nobody asked for by hand: its robots.txt, asked for once a day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.clock import Clock
from newsreader.model import Fetch, Fetched, Problem, ProblemKind
from newsreader.sources.robots import EVERYTHING, NOTHING, Robots, address, parse

if TYPE_CHECKING:
    from newsreader.sources.fetch import Fetcher, Result

KEPT = timedelta(hours=24)
"""How long an answer counts (RFC 9309 section 2.4)."""
PASSING = timedelta(minutes=15)
"""How long a refusal counts that only comes from trouble on the way."""


class Permission:
    """The rules of the sites that were asked."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rules: dict[str, tuple[datetime, Robots]] = {}  # until when each holds

    async def allows(self, url: str, fetcher: Fetcher) -> bool:
        """Whether the address may be fetched unasked."""
        where = address(url)
        until, rules = self._rules.get(where, (None, EVERYTHING))
        now = self._clock()
        if until is None or now > until:
            answer = await fetcher.fetch(Fetch(where))
            rules = _rules(answer)
            self._rules[where] = now + (PASSING if _is_passing(answer) else KEPT), rules
        return rules.allows(url)


def _is_passing(answer: Result) -> bool:
    """Whether another answer may come soon: no connection, or a server that asks to wait or is broken."""
    if not isinstance(answer, Problem):
        return False
    return answer.kind in _TROUBLE or (answer.kind is ProblemKind.HTTP and answer.detail.startswith("5"))


_TROUBLE = frozenset(
    [ProblemKind.DNS, ProblemKind.NETWORK, ProblemKind.TIMEOUT, ProblemKind.TLS, ProblemKind.WAIT]
)


def _rules(answer: Result) -> Robots:
    """No such file is leave for everything; no answer is leave for nothing (RFC 9309 section 2.3.1)."""
    if isinstance(answer, Fetched):
        return parse(answer.body)
    if isinstance(answer, Problem):
        absent = answer.kind is ProblemKind.HTTP and answer.detail.startswith("4")
        return EVERYTHING if absent or answer.kind in (ProblemKind.GONE, ProblemKind.EMPTY) else NOTHING
    return EVERYTHING
