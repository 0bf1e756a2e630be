"""`newsreader stories`: what is told by more than one article, and joining everything anew."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import aclosing

from newsreader import gate
from newsreader.cli import output, shapes
from newsreader.cli.compose import Context, misused
from newsreader.cli.since import moment
from newsreader.engine import Engine
from newsreader.model import Listed
from newsreader.words import ages

MOST = 50
"""Stories that are printed as text when no other number is asked for; JSON holds all."""


def run(context: Context, engine: Engine) -> int:
    """Print the stories of the last days, or with `rebuild` join all articles anew."""
    words = context.words.stories
    if not engine.stories.wanted:
        output.say(words.off)
        return 0
    if context.options.action == "rebuild":
        return _rebuild(context, engine)
    wanted = context.options.since
    since = None if wanted is None else moment(wanted, context.now)
    if wanted is not None and since is None:
        return misused(context.words.cli.no_time(wanted))
    tell_waiting(context, engine.stories.join_some())
    limit = context.options.limit or (None if context.json else MOST)
    found = engine.stories.listed(since, limit, alone=context.json)
    if context.json:
        output.say_json_list(map(_shape, found))
    else:
        output.say_lines(_lines(found, context))
    return 0


def tell_waiting(context: Context, number: int) -> None:
    """Say on standard error that so many articles are not in stories yet, if there are."""
    if number:
        output.complain(context.words.stories.waiting(number))


def _rebuild(context: Context, engine: Engine) -> int:
    words = context.words.stories

    async def rebuild() -> int:
        done = 0
        async with aclosing(engine.stories.rebuild()) as events:
            async for event in events:
                done = event.done
                if not context.json:
                    output.say(words.joining(event.done, event.total))
                    output.flush()
        return done

    done = asyncio.run(rebuild())
    if context.json:
        output.say_json({"joined": done})
    else:
        output.say(words.rebuilt(done))
    return 0


def _shape(story: Listed) -> shapes.Shape:
    return {
        "id": story.id,
        "title": story.title,
        "articles": [{"id": one.id, "source": one.source, "title": one.title} for one in story.articles],
        "first": shapes.iso(story.first),
        "last": shapes.iso(story.last),
    }


def _lines(found: Iterable[Listed], context: Context) -> Iterator[str]:
    words, language = context.words.stories, context.words.language
    width = output.width()
    story = None
    for story in found:
        told = words.sources(len({one.source for one in story.articles}))
        age = ages.age_between(story.last, None, context.now, language)
        yield gate.line(f"{story.title} · {told} · {age}", width)
        for one in story.articles:
            yield f"{one.id:>7}  " + gate.line(f"{one.title} · {one.source}", max(20, width - 9))
        yield ""
    if story is None:
        yield words.nothing
