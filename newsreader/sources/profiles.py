"""Profiles on sites whose feeds have addresses of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from newsreader.model import Problem
from newsreader.sources import address

if TYPE_CHECKING:
    from collections.abc import Callable

_HANDLE = re.compile(r"@([\w.-]+)(?:@([\w.-]+\.\w+))?")
_SUBREDDIT = re.compile(r"/?(r/\w+)/?")
_CHANNEL = re.compile(r"UC[\w-]{22}")
_NOT_MASTODON = {
    "medium.com",
    "tiktok.com",
    "threads.net",
    "threads.com",
    "flipboard.com",
    "substack.com",
}


def rewrite(pasted: str) -> str | Problem:
    """The address to fetch for what was pasted: a site, a feed, or a profile whose feed is elsewhere.

    Known are YouTube channels and playlists, subreddits, Mastodon and Bluesky profiles, GitHub repositories.
    """
    url = address.normal(_unabbreviated(pasted.strip()))
    if isinstance(url, Problem):
        return Problem(url.kind, pasted)
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("old.")
    steps = [step for step in parts.path.split("/") if step]
    return _PROFILES.get(host, _mastodon)(host, steps, parts.query) or url


def _unabbreviated(text: str) -> str:
    """`r/thenetherlands`, `@naam@server` and `@naam.bsky.social` in full."""
    if found := _SUBREDDIT.fullmatch(text):
        return f"https://www.reddit.com/{found[1]}"
    if found := _HANDLE.fullmatch(text):
        if found[2]:
            return f"https://{found[2]}/@{found[1]}"
        if "." in found[1]:
            return f"https://bsky.app/profile/{found[1]}"
    return text


def _youtube(_host: str, steps: list[str], query: str) -> str:
    feed = "https://www.youtube.com/feeds/videos.xml"
    if steps[:1] == ["playlist"] and (playlist := parse_qs(query).get("list")):
        return f"{feed}?playlist_id={playlist[0]}"
    if len(steps) > 1 and steps[0] == "channel" and _CHANNEL.fullmatch(steps[1]):
        return f"{feed}?channel_id={steps[1]}"
    if len(steps) > 1 and steps[0] == "user":
        return f"{feed}?user={steps[1]}"
    return ""  # the page of a @handle names its feed


def _reddit(_host: str, steps: list[str], _query: str) -> str:
    if len(steps) > 1 and steps[0] in ("r", "user", "u") and not steps[-1].endswith(".rss"):
        return f"https://www.reddit.com/{'/'.join(steps)}/.rss"
    return ""


def _github(_host: str, steps: list[str], _query: str) -> str:
    if len(steps) == 2 or steps[2:] in (["releases"], ["tags"]):
        owner, name, what = [*steps, "releases"][:3]
        return f"https://github.com/{owner}/{name.removesuffix('.git')}/{what}.atom"
    return ""


def _bluesky(_host: str, steps: list[str], _query: str) -> str:
    return f"https://bsky.app/profile/{steps[1]}/rss" if steps[:1] == ["profile"] and len(steps) == 2 else ""


def _mastodon(host: str, steps: list[str], _query: str) -> str:
    if len(steps) != 1 or host in _NOT_MASTODON or not (found := _HANDLE.fullmatch(steps[0])):
        return ""
    if steps[0].endswith(".rss"):
        return ""
    return f"https://{found[2] or host}/@{found[1]}.rss"


_PROFILES: dict[str, Callable[[str, list[str], str], str]] = {
    "youtube.com": _youtube,
    "reddit.com": _reddit,
    "github.com": _github,
    "bsky.app": _bluesky,
}
