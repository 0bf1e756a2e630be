"""The fetcher: one request from its first hop to its body, within limits of time, size and politeness."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from newsreader import __version__, clock
from newsreader.model import Fetch, Fetched, Problem, ProblemKind, Unchanged
from newsreader.sources.fetch import private, redirects
from newsreader.sources.fetch.courtesy import Courtesy

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable
    from types import TracebackType

    import httpx

    from newsreader.clock import Clock

Result = Fetched | Unchanged | Problem
AGENT = f"newsreader/{__version__} (terminal news reader)"
CAP = 20_000_000


class Fetcher:
    """A pool of connections that fetches feeds and pages; use it as an async context manager.

    `deadline` is in seconds, from the moment a request has its turn until its last byte; `cap` is in bytes,
    on the wire and unpacked alike. Nothing heavy is imported before the first request.
    """

    def __init__(
        self,
        agent: str = AGENT,
        *,
        per_host: int = 2,
        total: int = 40,
        loopback: int = 2,
        deadline: float = 30.0,
        cap: int = CAP,
        now: Clock = clock.now,
        is_private: Callable[[str], Awaitable[bool]] = private.is_private,
    ) -> None:
        self._agent = agent
        self._courtesy = Courtesy(per_host, total, loopback)
        self._deadline = deadline
        self._cap = cap
        self._now = now
        self._is_private = is_private
        self._opening = asyncio.Lock()
        self._is_ready = self._is_proxied = False
        self._context: ssl.SSLContext | None = None
        # By their proxy, whether hosts prove who they are, and whether they may be at the reader's own place.
        self._transports: dict[tuple[str, bool, bool], httpx.AsyncBaseTransport] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._transports:
            await self._transports.popitem()[1].aclose()

    async def fetch(self, request: Fetch) -> Result:
        """What came of the request; every expected failure is a `Problem` about the address asked for."""
        await self._prepare()
        from newsreader.sources.fetch import failures

        try:
            async with asyncio.timeout(None) as timer:
                return await self._follow(request, timer)
        except failures.EXPECTED as error:
            return failures.problem(request.url, error)

    async def whole(self, request: Fetch) -> Fetched | Problem:
        """The same for a request that names nothing it knows already, and so is answered whole."""
        result = await self.fetch(request)
        return Problem(ProblemKind.EMPTY, request.url) if isinstance(result, Unchanged) else result

    async def _prepare(self) -> None:
        """What the first request imports, once for all of them."""
        async with self._opening:
            if not self._is_ready:
                self._is_proxied = await asyncio.to_thread(_load)
                self._is_ready = True

    async def _trusted(self) -> ssl.SSLContext:
        """The certificates that hosts prove themselves with, read when the first one has to."""
        from newsreader.sources.fetch import transport

        async with self._opening:
            if self._context is None:
                self._context = await asyncio.to_thread(transport.certificates)
        return self._context

    async def _pool(self, proxy: str, trail: redirects.Trail) -> httpx.AsyncBaseTransport | Problem:
        """The connections by way of that proxy; what is wrong with its address when it has none."""
        from newsreader.sources.fetch import transport

        is_proven = trail.url.startswith("https:") or bool(proxy) or self._is_proxied
        context = await self._trusted() if is_proven else None
        key = proxy, is_proven, trail.inside
        if key not in self._transports:
            try:
                self._transports[key] = transport.connect(context, proxy, inside=trail.inside)
            except transport.BAD_PROXY as error:
                return Problem(ProblemKind.NETWORK, "", f"proxy: {error}")
        return self._transports[key]

    async def _follow(self, request: Fetch, timer: asyncio.Timeout) -> Result:
        trail = await self._begin(request)
        while isinstance(trail, redirects.Trail):
            pool = await self._pool(request.proxy, trail)
            if isinstance(pool, Problem):
                return pool._replace(url=request.url)
            async with self._courtesy.slot(trail.host):
                if timer.when() is None:
                    timer.reschedule(asyncio.get_running_loop().time() + self._deadline)
                answer = await self._ask(pool, request, trail)
            if not isinstance(answer, redirects.Redirect):
                return answer
            trail = await self._next(trail, answer)
        return trail

    async def _begin(self, request: Fetch) -> redirects.Trail | Problem:
        return await self._admitted(redirects.start(request.url, request.home, public=request.public))

    async def _next(self, trail: redirects.Trail, redirect: redirects.Redirect) -> redirects.Trail | Problem:
        return await self._admitted(redirects.follow(trail, redirect))

    async def _admitted(self, trail: redirects.Trail | Problem) -> redirects.Trail | Problem:
        """The trail, if its last step does not lead from a public source to the reader's own network.

        A source's own host is where the reader wants it, at home too, unless it was public before. What
        is public is held to that when it is connected to.
        """
        if isinstance(trail, Problem):
            return trail
        if trail.host == trail.home:
            public = trail.public or not await self._is_private(trail.host)
            return replace(trail, inside=not public, public=public)
        if not await self._is_private(trail.host):
            return replace(trail, inside=False)
        if trail.public or not await self._is_private(trail.home):
            return Problem(ProblemKind.REDIRECTS, trail.first, trail.url)
        return trail

    async def _ask(
        self, pool: httpx.AsyncBaseTransport, request: Fetch, trail: redirects.Trail
    ) -> Result | redirects.Redirect:
        from newsreader.sources.fetch import body, headers, transport

        async with transport.get(pool, trail.url, headers.sent(request, trail, self._agent)) as response:
            location = response.headers.get("Location", "")
            if response.status_code in redirects.STATUSES and location:
                return redirects.Redirect(response.status_code, location)
            if response.status_code == 304 and (request.etag or request.last_modified):
                return Unchanged(trail.url, trail.moved_to, headers.max_age(response.headers), trail.public)
            if not response.is_success:
                return headers.refusal(request.url, response.status_code, response.headers, self._now())
            content = await body.read(response, self._cap)
            if isinstance(content, ProblemKind):
                return Problem(content, request.url)
            return headers.fetched(response.headers, *content, trail)


def _load() -> bool:
    """The imports of the first request: slow, so for a thread; tells whether there is a proxy on the way.

    httpx does without its command line, which would take a fifth of the time wherever click and Rich are.
    """
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None: it cannot be imported
    from newsreader.sources.fetch import transport

    return transport.is_proxied()
