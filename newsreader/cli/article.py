"""`newsreader show` and `related`: one article, and what belongs with it."""

from __future__ import annotations

import asyncio

from newsreader.cli import output, shapes
from newsreader.cli.article_text import article_lines, related_lines
from newsreader.cli.compose import FAILURE, Context, failed
from newsreader.engine import Engine

_MEASURE = 78


def show(context: Context, engine: Engine) -> int:
    """Print an article with its text; one that a page only announced is read on its own page first."""
    article = engine.article(context.options.id)
    if article is not None and context.options.changes:
        from newsreader.cli import changes

        return changes.run(context, engine, article.row.id, output.width(_MEASURE))
    if article is not None and engine.lacks_text(article):
        problem = asyncio.run(engine.read_text(article.row.id))
        if problem:
            failed(context, problem)
        article = engine.article(context.options.id)
    if article is None:
        return _missing(context)
    related = engine.related(article.row.id)
    if context.json:
        output.say_json(shapes.article(article, related, context.now, context.words.language))
    else:
        width = output.width(_MEASURE)
        output.say_lines(article_lines(article, context.words, context.now, width))
        output.say_lines(related_lines(related, context.words, context.now, width))
    return 0


def related_to(context: Context, engine: Engine) -> int:
    """Print what belongs with an article."""
    if engine.article(context.options.id) is None:
        return _missing(context)
    found = engine.related(context.options.id)
    if context.json:
        output.say_json([shapes.other(one, context.now, context.words.language) for one in found])
    else:
        output.say_lines(related_lines(found, context.words, context.now, output.width(_MEASURE)))
    return 0


def _missing(context: Context) -> int:
    output.complain(context.words.cli.no_article(context.options.id))
    return FAILURE
