"""A portal that lives by the test's clock: stories appear, move down, change, and tell their age in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from newsreader.sources.page.slug import slug_of
from tests.engine.reader import Hands
from tests.server import Received, Reply, Route, Server

PAGE = 8
"""Teasers on a page of a list."""
_UNITS = (
    (604_800, "week", "weken"),
    (86_400, "dag", "dagen"),
    (3_600, "uur", "uur"),
    (60, "minuut", "minuten"),
)


@dataclass(frozen=True)
class Story:
    """A story of the portal; its text changes an hour after it appeared when it is `revised`."""

    title: str
    published: datetime
    sections: tuple[str, ...] = ("Buitenland",)
    revised: bool = False

    @property
    def path(self) -> str:
        """Where it stands on the portal."""
        return f"/nieuws/{slug_of(self.title)}"

    def summary(self, now: datetime) -> str:
        """The first paragraph as it is by then."""
        late = self.revised and now - self.published > timedelta(hours=1)
        more = " Later is daar nieuws bij gekomen." if late else ""
        return f"GRAVENPOLDER (ANP) - Over {self.title.lower()} is het laatste woord nog niet gezegd.{more}"


class Portal:
    """Serves the lists and pages of its stories as they are at the moment of the clock."""

    def __init__(self, server: Server, clock: Hands, stories: list[Story]) -> None:
        self.server = server
        self.clock = clock
        self.stories = sorted(stories, key=lambda story: story.published, reverse=True)
        self.blank = False
        for section in {section for story in stories for section in story.sections}:
            path = f"/nieuws/{section.lower()}"
            for number in range(1, 10):
                server.add(path + (f"?page={number}" if number > 1 else ""), self._answer(section, number))
        for story in stories:
            server.add(story.path, self._page(story))

    def url(self, section: str = "Buitenland") -> str:
        """The address of a section's list."""
        return self.server.url(f"/nieuws/{section.lower()}")

    def listed(self, section: str = "Buitenland") -> list[Story]:
        """What has appeared by now, newest first."""
        now = self.clock()
        return [story for story in self.stories if section in story.sections and story.published <= now]

    def list_page(self, section: str, number: int) -> bytes:
        """A page of a section's list."""
        if self.blank:
            return _document(section, "<div id=app></div><p>Wij vernieuwen onze site.</p>")
        stories = self.listed(section)[PAGE * (number - 1) : PAGE * number]
        return _document(section, f"<h1>{section}</h1>" + "".join(map(self._teaser, stories)))

    def article(self, story: Story) -> bytes:
        """A story's own page, with the section's newest list under it."""
        section = story.sections[0]
        text = "".join(f"<p>{escape(part)}</p>" for part in (story.summary(self.clock()), *_REST))
        newest = "".join(map(self._teaser, self.listed(section)[:7]))
        head = f"<h1>{escape(story.title)}</h1>"
        return _document(story.title, f"{head}{head}{text}<h2>Meer uit {section}</h2>{newest}")

    def _page(self, story: Story) -> Route:
        return lambda _: Reply(self.article(story), headers=_HTML)

    def _answer(self, section: str, number: int) -> Route:
        def answer(_: Received) -> Reply:
            return Reply(self.list_page(section, number), headers=_HTML)

        return answer

    def _teaser(self, story: Story) -> str:
        now = self.clock()
        return (
            f"<div><h3><a href='{story.path}'>{escape(story.title)}</a></h3>"
            f"<p>{escape(story.summary(now))}</p><span>{age(now - story.published)}</span></div>"
        )


_HTML = (("Content-Type", "text/html; charset=utf-8"),)
_REST = (
    "De dorpsraad vergadert er woensdag over, in het gebouw achter de kerk.",
    "Wie iets wil zeggen kan zich tot dinsdagavond melden bij de secretaris.",
)


def age(passed: timedelta) -> str:
    """How long ago something was, as the portal says it: whole units, rounded down."""
    seconds = int(passed.total_seconds())
    for size, one, many in _UNITS:
        if seconds >= size:
            number = seconds // size
            return f"{number} {one if number == 1 else many} geleden"
    return "zojuist"


def _document(title: str, content: str) -> bytes:
    menu = "".join(f"<li><a href='/nieuws/{name.lower()}'>{name}</a></li>" for name in _SECTIONS)
    return (
        f"<!doctype html><html lang=nl><title>{escape(title)} - Portaal</title>"
        f"<nav><ul>{menu}</ul></nav><main>{content}</main></html>"
    ).encode()


_SECTIONS = ("Binnenland", "Buitenland", "Economie")
