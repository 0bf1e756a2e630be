"""Feeds to fetch and parse: RSS, Atom, RDF and JSON in turn, with bodies in publishers' HTML."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from tests.bench.prose import Prose

ARTICLES = 30
"""Articles in a feed."""
SIZE = 3_000
"""Characters in the body of an article, mark-up included."""
MOMENT = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
"""When the newest article of every feed appeared."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article before it is written in a format."""

    id: str
    title: str
    url: str
    html: str
    moment: datetime


def _html(prose: Prose, url: str) -> str:
    parts = []
    for number, paragraph in enumerate(prose.paragraphs(SIZE - 500)):
        head, _, tail = paragraph.partition(". ")
        link = f'<a href="{url}/bij/{number}?utm_source=rss&amp;n={number}">{escape(head)}</a>. '
        parts.append(
            f'<p class="text-block">{link if number % 3 == 1 else escape(head) + ". "}{escape(tail)}</p>'
        )
        if number == 1:
            parts.append(
                f'<figure><img src="{url}.jpg" alt=""><figcaption>{escape(head)}</figcaption></figure>'
            )
        if number == 2:
            parts.append(
                f"<h2>{escape(prose.title())}</h2><ul><li>{escape(head)}</li><li><b>kort</b></li></ul>"
            )
    return "\n".join(parts)


def _items(prose: Prose, number: int, length: int = ARTICLES) -> list[Item]:
    items = []
    for index in range(length):
        url = f"https://krant{number}.example/nieuws/{index}"
        moment = MOMENT - timedelta(minutes=13 * index + number % 60)
        items.append(Item(f"krant{number}-{index}", prose.title(), url, _html(prose, url), moment))
    return items


def _rss(title: str, items: list[Item]) -> str:
    entries = "".join(
        f"<item><title>{escape(item.title)}</title><link>{item.url}</link>"
        f"<guid isPermaLink='false'>{item.id}</guid><category>Binnenland</category>"
        f"<pubDate>{format_datetime(item.moment)}</pubDate>"
        f"<description>{escape(item.html[:300])}</description>"
        f"<content:encoded><![CDATA[{item.html}]]></content:encoded></item>"
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>https://krant.example/</link><language>nl</language>{entries}</channel></rss>"
    )


def _atom(title: str, items: list[Item]) -> str:
    entries = "".join(
        f'<entry><title>{escape(item.title)}</title><link href="{item.url}"/><id>{item.id}</id>'
        f"<updated>{item.moment.isoformat()}</updated><author><name>Redactie</name></author>"
        f'<content type="html">{escape(item.html)}</content></entry>'
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">'
        f"<title>{title}</title><id>urn:{title}</id><updated>{MOMENT.isoformat()}</updated>{entries}</feed>"
    )


def _rdf(title: str, items: list[Item]) -> str:
    entries = "".join(
        f'<item rdf:about="{item.url}"><title>{escape(item.title)}</title><link>{item.url}</link>'
        f"<dc:date>{item.moment.isoformat()}</dc:date><description>{escape(item.html)}</description></item>"
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel rdf:about='https://krant.example/'><title>{title}</title><link>https://krant.example/</link></channel>"
        f"{entries}</rdf:RDF>"
    )


def _json(title: str, items: list[Item]) -> str:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "language": "nl",
            "items": [
                {
                    "id": item.id,
                    "url": item.url,
                    "title": item.title,
                    "content_html": item.html,
                    "date_published": item.moment.isoformat(),
                }
                for item in items
            ],
        }
    )


FORMATS: tuple[tuple[str, str, Callable[[str, list[Item]], str]], ...] = (
    ("RSS", "application/rss+xml", _rss),
    ("Atom", "application/atom+xml", _atom),
    ("RDF", "application/rdf+xml", _rdf),
    ("JSON", "application/feed+json", _json),
)


def feed(prose: Prose, number: int) -> tuple[str, bytes]:
    """The content type and the bytes of feed `number`; four in a row are of the four formats."""
    kind, (body,) = editions(prose, number, 1, 0)
    return kind, body


def editions(prose: Prose, number: int, times: int, fresh: int) -> tuple[str, list[bytes]]:
    """The content type of feed `number`, and its bytes that many times, each with new articles on top."""
    _, kind, write = FORMATS[number % len(FORMATS)]
    items = _items(prose, number, ARTICLES + (times - 1) * fresh)
    starts = (fresh * turn for turn in range(times - 1, -1, -1))
    return kind, [write(f"Krant {number}", items[start : start + ARTICLES]).encode() for start in starts]
