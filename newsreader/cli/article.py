"""`newsreader show` and `related`: one article, and what belongs with it."""

from __future__ import annotations

import asyncio

from newsreader.cli import output, shapes
from newsreader.cli.compose import Context, failed, failure, misused
from newsreader.cli.related_text import related_lines
from newsreader.cli.stories import tell_waiting
from newsreader.engine import Engine
from newsreader.engine.labels import labels
from newsreader.export.formats import Format
from newsreader.export.text import MEASURE, article_lines
from newsreader.model import Article


def show(context: Context, engine: Engine) -> int:
    """Print an article with its text; one that a page only announced is read on its own page first.

    As a document (`--format`) it stands alone; else what belongs with it comes below it.
    """
    options = context.options
    if options.format and (context.json or options.changes):
        other = "--json" if context.json else "--changes"
        return misused(context.words.sharing.not_both(other, "--format"))
    article = engine.article(options.id)
    if article is not None and options.changes:
        from newsreader.cli import changes

        return changes.run(context, engine, article.row.id, output.width(MEASURE))
    if article is not None and engine.lacks_text(article):
        asyncio.run(engine.read_text(article.row.id))
        article = engine.article(options.id)
    if article is None:
        return _missing(context)
    if options.format:
        return _document(context, engine, article)
    related = engine.related(article.row.id)
    if context.json:
        output.say_json(shapes.article(article, related, context.now, context.words.language))
    else:
        width = output.width(MEASURE)
        output.say_lines(article_lines(article, labels(context.words, context.now), width))
        if article.missing and not article.row.whole:
            failed(context, article.missing)
        output.say_lines(related_lines(related, context.words, context.now, width))
    return 0


def _document(context: Context, engine: Engine, article: Article) -> int:
    edition = engine.editions.single(article, context.words).edition
    text = engine.editions.write(edition, Format(context.options.format), context.words)
    output.say(text.decode().removesuffix("\n"))
    return 0


def related_to(context: Context, engine: Engine) -> int:
    """Print what belongs with an article."""
    if engine.article(context.options.id) is None:
        return _missing(context)
    tell_waiting(context, engine.stories.join_some([context.options.id]))
    found = engine.related(context.options.id)
    if context.json:
        output.say_json([shapes.other(one, context.now, context.words.language) for one in found])
    else:
        output.say_lines(related_lines(found, context.words, context.now, output.width(MEASURE)))
    return 0


def _missing(context: Context) -> int:
    return failure(context.words.cli.no_article(context.options.id))
