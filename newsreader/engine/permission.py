"""Whether a site lets programs fetch what nobody asked for by hand: its robots.txt, asked for once a day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.clock import Clock
from newsreader.model import Fetch, Fetched, Problem, ProblemKind
from newsreader.model.problem import PASSING
from newsreader.sources.robots import EVERYTHING, NOTHING, Robots, address, parse

if TYPE_CHECKING:
    from newsreader.sources.fetch import Fetcher

KEPT = timedelta(hours=24)
"""How long an answer counts (RFC 9309 section 2.4)."""
SHORTLY = timedelta(minutes=15)
"""How long a refusal counts that only comes from trouble on the way."""


class Permission:
    """The rules of the sites that were asked."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        # Until when each holds, and the trouble on the way if that is all there is.
        self._rules: dict[str, tuple[datetime, Robots, Problem | None]] = {}

    async def refusal(
        self, url: str, fetcher: Fetcher, home: str = "", *, public: bool = False
    ) -> Problem | None:
        """Why the address may not be fetched unasked: the site's rules, or the trouble of asking for them.

        `home` is the address of the source that led there; `public` whether that has answered from outside.
        """
        where, now = address(url), self._clock()
        if where not in self._rules or now > self._rules[where][0]:
            self._rules = {site: kept for site, kept in self._rules.items() if now <= kept[0]}
            answer = await fetcher.whole(Fetch(where, home=home, public=public))
            trouble = _trouble(answer)
            self._rules[where] = now + (SHORTLY if trouble else KEPT), _rules(answer), trouble
        _, rules, trouble = self._rules[where]
        return None if rules.allows(url) else trouble or Problem(ProblemKind.ROBOTS, url)


def _trouble(answer: Fetched | Problem) -> Problem | None:
    """After which another answer may come soon: no connection, or a server that is busy or broken."""
    if not isinstance(answer, Problem):
        return None
    broken = answer.kind is ProblemKind.HTTP and answer.detail.startswith("5")
    return answer if broken or answer.kind in PASSING else None


def _rules(answer: Fetched | Problem) -> Robots:
    """No such file is leave for everything; no answer is leave for nothing (RFC 9309 section 2.3.1)."""
    if isinstance(answer, Fetched):
        return parse(answer.body)
    absent = answer.kind is ProblemKind.HTTP and answer.detail.startswith("4")
    return EVERYTHING if absent or answer.kind in (ProblemKind.GONE, ProblemKind.EMPTY) else NOTHING
