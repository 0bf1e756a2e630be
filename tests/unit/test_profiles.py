"""What a person pastes becomes an address to fetch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Problem, ProblemKind
from newsreader.sources.profiles import rewrite

YOUTUBE = "https://www.youtube.com/feeds/videos.xml"
CHANNEL = "UCabcdefghijklmnopqrst_v"


@pytest.mark.parametrize(
    ("pasted", "url"),
    [
        ("https://nos.nl/nieuws", "https://nos.nl/nieuws"),
        ("HTTP://nos.nl", "HTTP://nos.nl"),
        ("  <https://nos.nl/>\n", "https://nos.nl/"),
        ("nos.nl", "https://nos.nl"),
        ("//nos.nl/x", "https://nos.nl/x"),
        ("www.nu.nl/rss/Algemeen", "https://www.nu.nl/rss/Algemeen"),
        ("krant.example:8080/feed", "https://krant.example:8080/feed"),
        ("localhost:8000/feed", "http://localhost:8000/feed"),
        ("127.0.0.1/feed", "http://127.0.0.1/feed"),
        ("[::1]:8000/feed", "http://[::1]:8000/feed"),
        ("10.nl", "https://10.nl"),
        ("feed:https://nos.nl/feed", "https://nos.nl/feed"),
        ("feed://nos.nl/feed", "https://nos.nl/feed"),
        ("FEED:nos.nl/feed", "https://nos.nl/feed"),
        ("https://café.example/é", "https://café.example/é"),
    ],
)
def test_addresses(pasted: str, url: str) -> None:
    assert rewrite(pasted) == url


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        " ",
        "https://",
        "mailto:ik@nos.nl",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://nos.nl/feed",
        "twee woorden",
        "https://nos.nl:poort/",
        "http://[::1",
        "feed:",
        "\x1b[31m",
        'https://"x"/',
    ],
)
def test_what_is_no_address(pasted: str) -> None:
    assert rewrite(pasted) == Problem(ProblemKind.ADDRESS, pasted)


@pytest.mark.parametrize(
    ("pasted", "url"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}", f"{YOUTUBE}?channel_id={CHANNEL}"),
        (f"youtube.com/channel/{CHANNEL}/videos", f"{YOUTUBE}?channel_id={CHANNEL}"),
        ("https://m.youtube.com/user/omroep", f"{YOUTUBE}?user=omroep"),
        ("https://www.youtube.com/playlist?list=PL123", f"{YOUTUBE}?playlist_id=PL123"),
        ("https://www.youtube.com/@omroepzeeland", "https://www.youtube.com/@omroepzeeland"),
        ("https://www.reddit.com/r/zeeland", "https://www.reddit.com/r/zeeland/.rss"),
        ("https://old.reddit.com/r/zeeland/new/", "https://www.reddit.com/r/zeeland/new/.rss"),
        ("https://www.reddit.com/r/zeeland/.rss", "https://www.reddit.com/r/zeeland/.rss"),
        ("r/zeeland", "https://www.reddit.com/r/zeeland/.rss"),
        ("/r/zeeland/", "https://www.reddit.com/r/zeeland/.rss"),
        ("https://mastodon.example/@lezer", "https://mastodon.example/@lezer.rss"),
        ("https://mastodon.example/@lezer/", "https://mastodon.example/@lezer.rss"),
        ("https://mastodon.example/@lezer.rss", "https://mastodon.example/@lezer.rss"),
        ("https://mastodon.example/@lezer/1234", "https://mastodon.example/@lezer/1234"),
        ("https://een.example/@lezer@twee.example", "https://twee.example/@lezer.rss"),
        ("@lezer@mastodon.example", "https://mastodon.example/@lezer.rss"),
        ("https://medium.com/@schrijver", "https://medium.com/@schrijver"),
        ("https://github.com/eigenaar/project", "https://github.com/eigenaar/project/releases.atom"),
        ("https://github.com/eigenaar/project.git", "https://github.com/eigenaar/project/releases.atom"),
        ("github.com/eigenaar/project/releases", "https://github.com/eigenaar/project/releases.atom"),
        ("github.com/eigenaar/project/tags", "https://github.com/eigenaar/project/tags.atom"),
        ("https://github.com/eigenaar/project/issues", "https://github.com/eigenaar/project/issues"),
        ("https://bsky.app/profile/krant.example", "https://bsky.app/profile/krant.example/rss"),
        ("https://bsky.app/profile/krant.example/rss", "https://bsky.app/profile/krant.example/rss"),
        ("@krant.bsky.social", "https://bsky.app/profile/krant.bsky.social/rss"),
    ],
)
def test_profiles(pasted: str, url: str) -> None:
    assert rewrite(pasted) == url


@given(st.text(max_size=60))
def test_anything_is_an_address_or_a_problem(pasted: str) -> None:
    found = rewrite(pasted)
    assert isinstance(found, Problem) or found.lower().startswith(("http://", "https://"))
    if isinstance(found, str):
        assert rewrite(found) == found
