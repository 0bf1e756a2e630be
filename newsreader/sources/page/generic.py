"""Any page that lists news: the repeated pattern of headline links, found by structure alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from newsreader.gate import line
from newsreader.model import Block, BlockKind, Entry, Image, Span
from newsreader.sources.address import resolve
from newsreader.sources.blocks.links import is_share_link
from newsreader.sources.blocks.media import image_of
from newsreader.sources.blocks.walk import is_hidden
from newsreader.sources.page.ages import AGE, age_interval
from newsreader.sources.page.chrome import is_chrome
from newsreader.sources.page.dates import date_in
from newsreader.sources.page.lines import Line, lines_of
from newsreader.sources.page.moments import iso_interval
from newsreader.sources.page.teasers import teasers

_CHROME = frozenset(["nav", "footer", "aside", "dialog", "form", "header"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt"])
_FEWEST = 3  # links of one shape make a pattern
_MOST = 200
_TELLING = 30  # characters: a shorter text is a label
_DATED = 60  # characters: a longer text with a date in it is more than a date
_NO_HEADLINE = re.compile(
    r"(?:lees|read)\s+(?:meer|verder|more|on)\b.*|meer(?: informatie)?|more|.*@.*|\d[\d\s.,/-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link that may be a headline, with the path of elements that leads to it."""

    node: LexborNode
    url: str
    title: str
    path: tuple[str, ...]
    headed: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """Links of one shape that read like headlines: a CSS selector, and the articles it finds."""

    selector: str
    entries: tuple[Entry, ...]


def patterns(
    body: LexborNode, lines: Iterable[Line], base: str, page_url: str, now: datetime
) -> Iterator[Pattern]:
    """The patterns of headlines on the page, the likeliest first."""
    groups: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in _candidates(body, base, page_url):
        groups[candidate.path].append(candidate)
    said = {teaser.url: teaser.summary for teaser in teasers(lines, now, page_url)}
    scores = {path: _score(group) for path, group in groups.items()}
    scores = {path: score * (1 + _told(groups[path])) for path, score in scores.items() if score > 0}
    for path in sorted(scores, key=lambda path: scores[path], reverse=True):
        group = groups[path]
        if len({candidate.url for candidate in group}) < _FEWEST:
            return
        yield Pattern(" > ".join(("body", *path[:-1])), _entries(group, said, base, now))


def _entries(
    group: Sequence[Candidate], said: Mapping[str, Sequence[str]], base: str, now: datetime
) -> tuple[Entry, ...]:
    urls: dict[str, Candidate] = {}
    for candidate in _headline_like(group)[:_MOST]:
        urls.setdefault(candidate.url, candidate)
    holders = owners(list(urls.values()))
    return tuple(
        entry_of(candidate, owner, said.get(url, []), base, now)
        for (url, candidate), owner in zip(urls.items(), holders, strict=True)
    )


def _headline_like(group: Sequence[Candidate]) -> list[Candidate]:
    """The links of the pattern without those of one or two words, where most have more."""
    long = [candidate for candidate in group if len(candidate.title.split()) > 2]
    return long if len(long) >= len(group) / 2 else list(group)


def _candidates(body: LexborNode, base: str, page_url: str) -> Iterator[Candidate]:
    page = page_url.partition("#")[0].rstrip("/")
    for node in body.css("a[href]"):
        href = node.attributes.get("href") or ""
        url = resolve(base, href)
        if not url.startswith("http") or url.partition("#")[0].rstrip("/") == page or is_share_link(href):
            continue
        heading = node.css_first("h1, h2, h3, h4, h5, h6")
        title = line((heading or node).text(separator=" "), 300)
        path = _path(node)
        if path is not None and title and not _NO_HEADLINE.fullmatch(title):
            headed = heading is not None or any(tag in _HEADINGS for tag in path)
            yield Candidate(node, url, title, (*path, heading.tag or "" if heading else ""), headed)


def _path(node: LexborNode) -> tuple[str, ...] | None:
    """The elements from the body down to the link; None inside menus, footers and what is hidden."""
    path: list[str] = []
    at: LexborNode | None = node
    while at is not None and at.tag not in ("body", "html"):
        tag = at.tag or ""
        in_article = "article" in path or "h1" in path or "h2" in path or "h3" in path
        if (tag in _CHROME and not (tag == "header" and in_article)) or is_chrome(at.attributes):
            return None
        if is_hidden(at.attributes):
            return None
        path.append(tag)
        at = at.parent
    return tuple(reversed(path))


def _score(group: Sequence[Candidate]) -> float:
    """How much the links read like headlines: many, long enough, in headings, of one address shape."""
    titles = {candidate.title for candidate in group}
    if len(titles) < _FEWEST:
        return 0.0
    likely = sum(3 < len(title.split()) <= 25 for title in titles) / len(titles)
    headed = sum(candidate.headed for candidate in group) / len(group)
    shapes: dict[tuple[str, int], int] = defaultdict(int)
    for candidate in group:
        shapes[_shape(candidate.url)] += 1
    alike = max(shapes.values()) / len(group)
    length = sum(map(len, titles)) / len(titles)
    return float(len(titles) ** 0.5) * (likely - 0.35) * (1 + headed) * (0.5 + alike) * min(length, 60)


def _told(group: Sequence[Candidate]) -> float:
    """For how many of the links more is told than the headline: a summary, a date."""
    urls: dict[str, Candidate] = {}
    for candidate in group:
        urls.setdefault(candidate.url, candidate)
    single = list(urls.values())
    holders = zip(single, owners(single), strict=True)
    return sum(len(holder.text()) > len(one.title) + _TELLING for one, holder in holders) / len(single)


def _shape(url: str) -> tuple[str, int]:
    """The host and the depth of an address."""
    parts = urlsplit(url)
    return parts.netloc, len(parts.path.strip("/").split("/"))


def owners(group: Sequence[Candidate]) -> list[LexborNode]:
    """For each link the largest element that holds no other link of the pattern: the teaser."""
    counts: dict[int, int] = defaultdict(int)
    for candidate in group:
        for node in _upward(candidate.node):
            counts[node.mem_id] += 1
    owners: list[LexborNode] = []
    for candidate in group:
        owner = candidate.node
        for node in _upward(candidate.node):
            if counts[node.mem_id] > 1:
                break
            owner = node
        owners.append(owner)
    return owners


def _upward(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None and node.tag not in ("body", "html"):
        yield node
        node = node.parent


def entry_of(candidate: Candidate, owner: LexborNode, said: Sequence[str], base: str, now: datetime) -> Entry:
    """The headline with what its teaser tells; `said` is text that stands elsewhere."""
    published, until = published_in(owner, now)
    inside = [
        piece.text for piece in lines_of(owner, base) if not piece.image and piece.text != candidate.title
    ]
    summary = _telling(inside, now) or _telling(said, now)
    picture = next(
        (image for node in owner.css("img") if (image := image_of(node, node.attributes, base))), None
    )
    return Entry(
        id="",
        title=candidate.title,
        url=candidate.url,
        published=published,
        published_until=until,
        summary=(Block(BlockKind.PARAGRAPH, (Span(summary),)),) if summary else (),
        images=(Image(picture.url),) if isinstance(picture, Block) else (),
    )


def published_in(owner: LexborNode, now: datetime) -> tuple[datetime | None, datetime | None]:
    """From and until of the first moment told in the element: a `<time>`, an age in words, or a date."""
    stamped = [owner] if owner.tag == "time" else owner.css("time[datetime]")
    for node in stamped:
        found = iso_interval(node.attributes.get("datetime") or "", now)
        if found[0]:
            return found
    text = line(owner.text(separator=" "))
    if (match := AGE.search(text)) and (interval := age_interval(match[0], now)):
        return interval
    return date_in(text, now)


def _telling(texts: Sequence[str], now: datetime) -> str:
    """The first text that tells something: a sentence, no date, no label."""
    for text in texts:
        dated = len(text) < _DATED and date_in(text, now)[0]
        if len(text) >= _TELLING and not dated and not age_interval(text, now):
            return text
    return ""
