"""How long a site's answer about programs counts."""

from __future__ import annotations

import pytest

from newsreader.engine.permission import Permission
from newsreader.sources.fetch import Fetcher
from tests.engine.reader import Hands
from tests.server import Reply, Server

FORBIDDEN = Reply(b"User-agent: *\nDisallow: /\n")
FREE = Reply(b"User-agent: *\nDisallow:\n")


async def asked(first: Reply, server: Server, minutes: int) -> list[bool]:
    """The answers before and after that many minutes."""
    url = server.url("/nieuws/bericht")
    server.add("/robots.txt", first, FREE)
    clock = Hands()
    permission = Permission(clock)
    answers = []
    for wait in (0, minutes):
        clock.turn(minutes=wait)
        async with Fetcher() as fetcher:
            answers.append(await permission.refusal(url, fetcher) is None)
    return answers


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_trouble_forbids_for_a_quarter_of_an_hour(server: Server, status: int) -> None:
    assert await asked(Reply(status=status), server, 16) == [False, True]
    assert len(server.paths()) == 2


async def test_trouble_is_not_asked_about_at_once(server: Server) -> None:
    assert await asked(Reply(status=503), server, 14) == [False, False]
    assert len(server.paths()) == 1


async def test_what_the_site_says_itself_counts_for_a_day(server: Server) -> None:
    assert await asked(FORBIDDEN, server, 23 * 60) == [False, False]
    assert await asked(FORBIDDEN, server, 25 * 60) == [False, True]
