"""`newsreader export-edition`: articles as one document, for an e-reader, a browser or a printer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from newsreader import atomic
from newsreader.cli import named, output
from newsreader.cli.compose import Context, failed, failure, misused
from newsreader.cli.named import Unknown
from newsreader.cli.since import moment
from newsreader.engine import Engine, refused
from newsreader.engine.editions import MOST, Collected, Wanted
from newsreader.export.formats import Format, format_of

_STDOUT = "-"


def export(context: Context, engine: Engine) -> int:
    """Write the edition that is wanted; one without articles is a failure."""
    words, options = context.words.sharing, context.options
    form = _format(context)
    if form is None:
        choices = ", ".join(Format) if options.format else ", ".join(each.suffix for each in Format)
        return misused(words.no_format(options.format or options.out, choices))
    if form is Format.EPUB and options.out == _STDOUT:
        return misused(words.not_to_output)
    wanted = _wanted(context, engine)
    if isinstance(wanted, str):
        return misused(wanted)
    collected = engine.editions.collect(wanted, context.words)
    if not collected.edition.parts:
        return failure(words.empty_edition)
    if form.pictured and not options.no_pictures:
        collected = asyncio.run(engine.editions.pictured(collected))
    return _write(context, engine, collected, form)


def _format(context: Context) -> Format | None:
    """By its own option, else by the file's name; on standard output it is text."""
    options = context.options
    if options.format:
        return next((form for form in Format if form == options.format), None)
    return Format.TEXT if options.out == _STDOUT else format_of(options.out)


def _wanted(context: Context, engine: Engine) -> Wanted | str:
    """Which articles, or what is wrong with the options."""
    options, words = context.options, context.words
    text = options.since or ("" if options.saved else "24h")
    since = moment(text, context.now)
    if text and since is None:
        return words.cli.no_time(text)
    statuses, counts = engine.sources(), engine.counts()
    sections = [named.section(name, counts, statuses) for name in options.section]
    for section in sections:
        if isinstance(section, Unknown):
            return words.cli.no_section(section.name, section.near)
    source = named.source(options.source, statuses) if options.source else ""
    if isinstance(source, Unknown):
        return words.cli.no_source(source.name, source.near)
    known = tuple(section for section in sections if isinstance(section, str))
    return Wanted(since, known, source, saved=options.saved, unread=options.unread)


def _write(context: Context, engine: Engine, collected: Collected, form: Format) -> int:
    words, edition, out = context.words.sharing, collected.edition, context.options.out
    data = engine.editions.write(edition, form, context.words)
    if collected.shortened:
        output.complain(words.shortened(MOST))
    if collected.missed:
        output.complain(words.not_pictured(collected.missed))
    if out == _STDOUT:
        output.say(data.decode().removesuffix("\n"))
        return 0
    try:
        atomic.replace(Path(out), data, private=False)
    except OSError as error:
        return failed(context, refused.problem_of(error, Path(out), Path(out).parent))
    output.say(words.written(out, len(list(edition.articles())), len(edition.pictures)))
    return 0
