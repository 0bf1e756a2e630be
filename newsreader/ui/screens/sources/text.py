"""What the sources screen says of a source: its line in the list, and what stands below."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from newsreader import gate
from newsreader.model import SourceStatus
from newsreader.ui.base import Newspaper
from newsreader.words import ages, health
from newsreader.words.screen import ScreenWords


def line(status: SourceStatus, words: ScreenWords) -> Content:
    """On or off, title, where it stands, how much it holds, and whether something is wrong."""
    source = status.source
    mark = "●" if source.on else "○"
    state = words.source_on if source.on else words.source_off
    place = " · ".join(filter(None, (source.group, source.section)))
    wrong = "  !" if status.visit.problem else ""
    title = Content(gate.line(source.title)).truncate(30, ellipsis=True, pad=True)
    held = words.source_articles(status.articles) if status.articles else ""
    return Content.assemble(
        f" {mark} {state:<4}",
        title.stylize("bold") if source.on else title,
        f" {gate.line(place):<26} {held}",
        (wrong, "bold"),
    )


def detail(status: SourceStatus, news: Newspaper, now: datetime) -> str:
    """Address, last visit, articles, and the last problem in words."""
    words = news.words
    checked = status.visit.last_checked
    visited = (
        words.screen.source_checked(ages.age(checked, now, words.language))
        if checked
        else words.screen.source_never
    )
    held = f"{words.screen.source_articles(status.articles)}, {words.screen.unread(status.unread)}"
    told = health.told(status, words) if checked else []
    lost = [words.health.lost] if status.visit.is_lost else []
    lines = (gate.address(status.source.url), f"{visited} · {held}", " · ".join([*told, *lost]))
    return "\n".join(gate.line(line) for line in lines)
