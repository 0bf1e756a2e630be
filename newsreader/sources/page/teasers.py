"""Teasers read from lines: headline, summary and age, in whatever order and markup they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newsreader.model import Block, BlockKind, Entry, Image, Span
from newsreader.sources.page.ages import split_age
from newsreader.sources.page.lines import Line
from newsreader.sources.page.moments import iso_interval
from newsreader.sources.page.slug import headline, titles

Interval = tuple[datetime, datetime | None]

_LABEL = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,9})*|foto:.*|video|live", re.IGNORECASE)
_MORE = re.compile(
    r"(?:lees|bekijk|toon|laad|read|view|show|load)\s+(?:het\s+)?(?:meer|verder|alles|hele|more|all|on|the)\b.*"
    r"|meer(?: nieuws| lezen| berichten| artikelen)?|more"
    r"|volgende.*|vorige.*|next.*|previous.*|older.*|newer.*"
    r"|[\d»›«‹>→…. ]+|\d+ reacties?|reageer|delen|share",
    re.IGNORECASE,
)


_DATELINE = re.compile(r"[^a-zà-ÿ(]{3,60}(?:\([^)]{2,40}\))?\s*[-–—]\s")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LONGEST = 5_000  # characters: a longer line is no teaser
_SUMMARY = 40  # characters: a shorter text is no summary


@dataclass(slots=True)
class Teaser:
    """A teaser under construction."""

    title: str = ""
    url: str = ""
    summary: list[str] = field(default_factory=list)
    age: Interval | None = None
    image: str = ""

    def entry(self, section: str) -> Entry:
        """The teaser as an entry of that section."""
        title, glued = headline(self.title, self.url)
        text = " ".join([glued, *self.summary] if glued else self.summary)
        published, until = self.age or (None, None)
        return Entry(
            id="",
            title=title,
            url=self.url,
            published=published,
            published_until=until,
            summary=(Block(BlockKind.PARAGRAPH, (Span(text),)),) if text else (),
            section=section,
            images=(Image(self.image),) if self.image else (),
        )


def teasers(lines: Iterable[Line], now: datetime, page_url: str = "") -> list[Teaser]:
    """Every teaser in the lines, in order; what has only a headline is among them."""
    pieces = [piece for line in lines for piece in _pieces(line, now)]
    reader = _Reader(page_url.partition("#")[0], ages_lead=_ages_lead(pieces))
    for line, age in pieces:
        reader.read(line, age)
    reader.end()
    return reader.found


def _pieces(line: Line, now: datetime) -> list[tuple[Line, Interval | None]]:
    """The line, cut where an age stands in it; an age is a piece without text."""
    if line.image or not line.text or len(line.text) > _LONGEST:
        return [(line, None)]
    stamped = iso_interval(line.stamp, now) if line.stamp else (None, None)
    before, age, after = split_age(line.text, now)
    if age is None:
        if stamped[0] and len(line.text) < 40 and not line.leads:
            return [(Line(""), (stamped[0], stamped[1]))]
        return [(line, (stamped[0], stamped[1]) if stamped[0] else None)]
    exact: Interval = (stamped[0], stamped[1]) if stamped[0] else age
    first = [(Line(before, line.url, line.leads, line.heading), None)] if before else []
    rest = _pieces(Line(after, line.url if line.leads else ""), now) if after else []
    return [*first, (Line(""), exact), *rest]


def _ages_lead(pieces: Sequence[tuple[Line, Interval | None]]) -> bool:
    """Whether each age stands before the headline it belongs to: the first one then follows no teaser."""
    words = [(line, age) for line, age in pieces if not line.image]
    ages = [at for at, (line, age) in enumerate(words) if age and not line.text]
    if not ages or not _is_title(words, ages[0] + 1):
        return False
    said = words[ages[0] - 1][0].text if ages[0] else ""
    if len(said) >= _SUMMARY and not _is_title(words, ages[0] - 1):
        return False
    return _is_title(words, ages[-1] + 1)


def _is_title(words: Sequence[tuple[Line, Interval | None]], at: int) -> bool:
    line = words[at][0] if 0 <= at < len(words) else Line("")
    return (line.leads or line.heading) and len(line.text.split()) > 2


class _Reader:
    """Gathers lines into teasers: a heading, or a link to another article, begins the next one."""

    def __init__(self, page_url: str, *, ages_lead: bool) -> None:
        self.found: list[Teaser] = []
        self.page_url = page_url
        self.ages_lead = ages_lead
        self.now = Teaser()
        self.next_age: Interval | None = None
        self.picture = ""

    def read(self, line: Line, age: Interval | None) -> None:
        """Takes the next line or age."""
        if line.image:
            self.picture = line.image
        elif not line.text:
            self._aged(age)
        elif _MORE.fullmatch(line.text):
            self.now.url = self.now.url or (line.url if self.now.title else "")
        elif not _LABEL.fullmatch(line.text) or titles(line.url, line.text):
            self._worded(line)
            if age:
                self.now.age = self.now.age or age

    def end(self) -> None:
        """Puts the teaser under construction with the others."""
        if self.now.title:
            if self.picture and not self.now.image:
                self.now.image, self.picture = self.picture, ""
            self.found.append(self.now)
        self.now = Teaser()

    def _aged(self, age: Interval | None) -> None:
        if self.ages_lead:
            self.next_age = age
        elif self.now.age and not self.now.summary:
            return
        else:
            self.now.age = self.now.age or age

    def _worded(self, line: Line) -> None:
        if self._is_untitled(line):
            self.end()
            self.now = Teaser(_SENTENCE.split(line.text, 1)[0], summary=[line.text])
        elif self._begins(line):
            picture, self.picture = self.picture, ""
            self.end()
            self.now = Teaser(line.text, self._article(line), age=self.next_age, image=picture)
            self.next_age = None
        elif line.text != self.now.title:
            self.now.url = self.now.url or (self._article(line) if not self.now.summary else "")
            if not (self.now.age and self.now.summary):  # what follows both is not of this teaser
                self.now.summary.append(line.text)

    def _is_untitled(self, line: Line) -> bool:
        """A dateline where a headline is expected: this teaser has none of its own."""
        now = self.now
        complete = not now.title or (now.summary and now.age)
        return bool(complete and not line.leads and not line.heading and _DATELINE.match(line.text))

    def _begins(self, line: Line) -> bool:
        now = self.now
        if not now.title:
            return True
        if line.leads and self._article(line):
            return line.url != now.url
        if line.heading:
            return line.text != now.title
        return bool(now.summary and now.age) and not now.url

    def _article(self, line: Line) -> str:
        url = line.url.partition("#")[0]
        return "" if url == self.page_url or not url.startswith("http") else line.url
