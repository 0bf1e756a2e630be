"""`newsreader list` and `search`: the articles there are, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from newsreader import gate
from newsreader.cli import named, output, shapes
from newsreader.cli.compose import Context, misused
from newsreader.cli.named import Unknown
from newsreader.engine import Engine
from newsreader.model import ArticleRow, Rows, Scope, ScopeKind


def run(context: Context, engine: Engine) -> int:
    """Print the newest articles of a section or source, or all; perhaps only the unread or saved ones."""
    options, words = context.options, context.words.cli
    statuses = engine.sources() if options.section or options.source else []
    section = named.section(options.section, engine.counts(), statuses) if options.section else ""
    if isinstance(section, Unknown):
        return misused(words.no_section(section.name, section.near))
    source = named.source(options.source, statuses) if options.source else ""
    if isinstance(source, Unknown):
        return misused(words.no_source(source.name, source.near))
    scope = _scope(context, section, source)
    if len([each for each in (section, source, options.saved) if each]) < 2:
        rows = engine.page(scope, options.limit)
    else:
        within = engine.rows(Scope(ScopeKind.SECTION, section)) if section else None
        rows = list(islice(_wanted(engine.rows(scope), within, source), options.limit))
    if context.json:
        output.say_json([shapes.row(row, context.now, context.words.language) for row in rows])
    else:
        _print(rows, words.nothing_here, context)
    return 0


def search(context: Context, engine: Engine) -> int:
    """Print the articles in which the words stand, the best first."""
    words = " ".join(context.options.words)
    hits = engine.search(words, context.options.limit)
    if context.json:
        output.say_json([shapes.hit(hit, context.now, context.words.language) for hit in hits])
    else:
        _print([hit.row for hit in hits], context.words.cli.nothing_found(words), context)
    return 0


def _scope(context: Context, section: str, source: str) -> Scope:
    """The narrowest list that holds all that is wanted."""
    unread = context.options.unread
    if context.options.saved:
        return Scope(ScopeKind.SAVED, unread=unread)
    if source:
        return Scope(ScopeKind.SOURCE, source, unread)
    return Scope(ScopeKind.SECTION, section, unread) if section else Scope(unread=unread)


def _wanted(rows: Rows, within: Rows | None, source: str) -> Iterator[ArticleRow]:
    """Those of the rows that are in the other list, if there is one, and of the source, if one is named."""
    for row in filter(None, map(rows.row, range(len(rows)))):
        if row.source_id == (source or row.source_id) and (
            within is None or within.index_of(row.id) is not None
        ):
            yield row


def _print(rows: Sequence[ArticleRow], nothing: str, context: Context) -> None:
    width = output.width()
    for row in rows:
        signs = ((not row.read, "*"), (row.saved, "+"), (row.changed, "~"), (row.whole, "="))
        marks = "".join(sign if there else " " for there, sign in signs)
        age = shapes.age(row, context.now, context.words.language)
        start = f"{row.id:>7} {marks} {age:<18}  "
        output.say(start + gate.line(f"{row.title} · {shapes.titled(row)}", max(20, width - len(start))))
    if not rows:
        output.say(nothing)
