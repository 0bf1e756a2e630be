"""How long an article of 20,000 words takes to open in the pane, and a page of it to turn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator

from textual.app import App, ComposeResult

from newsreader.model import Article, Block, BlockKind, Span
from newsreader.ui.widgets.article_view import ArticleView, Place
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan
from tests.bench.prose import Prose
from tests.ui.widgets.samples import WORDS, article_row

LONG = 20_000
"""Words."""
SIZE = (120, 40)


def measure(plan: Plan) -> Iterator[Figure]:
    """Milliseconds to open the article, to turn a page of it, and to find a word in it."""
    yield from asyncio.run(_measured(plan.rounds))


def article(words: int) -> Article:
    """An article of some so many words, in paragraphs."""
    prose, blocks, left = Prose(), [], words
    while left > 0:
        text = prose.paragraphs(400)[0]
        blocks.append(Block(BlockKind.PARAGRAPH, (Span(text),)))
        left -= len(text.split())
    return Article(article_row(), blocks=tuple(blocks), whole=True)


class _Stage(App[None]):
    """The pane over the whole screen."""

    def compose(self) -> ComposeResult:
        yield ArticleView(WORDS, id="view")


async def _measured(rounds: int) -> list[Figure]:
    long, short, app = article(LONG), article(50), _Stage()
    async with app.run_test(size=SIZE) as pilot:
        view = app.query_one(ArticleView)

        def page() -> None:
            view.action_page_down()
            _draw(view)

        def show() -> None:
            view.show(long)
            _draw(view)

        def close() -> None:
            view.show(short)

        def find() -> None:
            view.find("bericht", Place())

        figures = [
            _timed("open", rounds, show, close),
            _timed("turn a page", rounds, page),
            _timed("find a word", rounds, find, view.end_find),
        ]
        await pilot.pause()
    return figures


def _draw(view: ArticleView) -> None:
    for y in range(view.size.height):
        view.render_line(y)


def _timed(what: str, rounds: int, act: Callable[[], None], undo: Callable[[], None] | None = None) -> Figure:
    times = []
    for _ in range(max(rounds, 3)):
        if undo is not None:
            undo()
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return Figure("pane", what, LONG, median(times) * 1000, "ms", f"at most {max(times) * 1000:.1f}; words")
