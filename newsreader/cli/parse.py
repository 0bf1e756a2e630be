"""`newsreader parse`: what is understood of a feed, without touching the store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path

from newsreader import gate
from newsreader.cli import files, output
from newsreader.cli.compose import FAILURE, Context
from newsreader.cli.feed_shape import feed_shape
from newsreader.model import Fetch, ParsedFeed, Problem
from newsreader.sources.feed import parse
from newsreader.sources.fetch import Fetcher

Read = Callable[[str], Awaitable[ParsedFeed | Problem]]
_AT_ONCE = 64
"""Arguments that are read ahead of the one being printed."""

_LOOPBACK = 16
"""Connections at once to a server on this machine, which needs no more politeness than the whole net."""


def run(context: Context) -> int:
    """Read each argument as a feed, in order; fails only when none could be read."""
    return asyncio.run(_run(context, context.options.inputs))


async def _run(context: Context, inputs: Sequence[str]) -> int:
    readable = False
    async with Fetcher(loopback=_LOOPBACK) as fetcher:
        async for name, found in _in_order(inputs, lambda name: _read(name, fetcher)):
            result = _dated(found, context.now) if isinstance(found, ParsedFeed) else found
            readable = readable or isinstance(result, ParsedFeed)
            if context.json:
                output.say_json(feed_shape(name, result), lines=True)
            else:
                _print(name, result, context)
    return 0 if readable else FAILURE


async def _in_order(inputs: Sequence[str], read: Read) -> AsyncIterator[tuple[str, ParsedFeed | Problem]]:
    """What came of each, in the order given, while the next ones are on their way."""
    for start in range(0, len(inputs), _AT_ONCE):
        names = inputs[start : start + _AT_ONCE]
        for name, result in zip(names, await asyncio.gather(*map(read, names)), strict=True):
            yield name, result


async def _read(name: str, fetcher: Fetcher) -> ParsedFeed | Problem:
    if not name.lower().startswith(("http://", "https://")):
        return _read_file(Path(name))
    result = await fetcher.whole(Fetch(name))
    if isinstance(result, Problem):
        return result
    return parse(
        result.body,
        url=result.url,
        content_type=result.content_type,
        content_location=result.content_location,
    )


def _dated(feed: ParsedFeed, now: datetime) -> ParsedFeed:
    """The feed with a warning when it has dates in the future; in a subscription they count as now."""
    ahead = any(entry.published and entry.published > now for entry in feed.entries)
    return feed._replace(warnings=(*feed.warnings, "future_date")) if ahead else feed


def _read_file(path: Path) -> ParsedFeed | Problem:
    data = files.read(path)
    return data if isinstance(data, Problem) else parse(data)


def _print(name: str, result: ParsedFeed | Problem, context: Context) -> None:
    if isinstance(result, Problem):
        output.say(context.words.problems.sentence(result._replace(url=result.url or name)))
        return
    told = context.words.health.warnings(result.warnings)
    parts = (result.format, result.title, context.words.cli.articles(len(result.entries)), *told)
    output.say(f"{gate.line(name)}: {gate.line(' · '.join(part for part in parts if part))}")
    for entry in result.entries:
        output.say(f"    {gate.line(entry.title)}")
