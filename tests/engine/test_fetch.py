"""One request and what comes of it, against a real server."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from newsreader.model import Fetch, Fetched, Problem, ProblemKind, Unchanged
from newsreader.sources.fetch import Fetcher, Result
from newsreader.sources.fetch.headers import max_age
from tests.server import Reply, Server, redirect

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FEED = b"<rss><channel><title>Proef</title></channel></rss>"


async def fetch(request: Fetch, **options: float) -> Result:
    async with Fetcher(now=lambda: NOW, **options) as fetcher:  # type: ignore[arg-type]
        return await fetcher.fetch(request)


async def kind_of(url: str, **options: float) -> ProblemKind | None:
    result = await fetch(Fetch(url), **options)
    return result.kind if isinstance(result, Problem) else None


async def test_a_feed_comes_with_the_headers_that_matter(server: Server) -> None:
    headers = (
        ("Content-Type", "application/rss+xml; charset=utf-8"),
        ("Content-Location", "/feed.nl.xml"),
        ("Cache-Control", "public, max-age=600"),
        ("Age", "100"),
    )
    url = server.add(
        "/feed", Reply(FEED, headers=headers, etag='W/"7"', last_modified="Sun, 01 Mar 2026 08:00:00 GMT")
    )
    assert await fetch(Fetch(url)) == Fetched(
        url=url,
        body=FEED,
        content_type="application/rss+xml; charset=utf-8",
        content_location="/feed.nl.xml",
        etag='W/"7"',
        last_modified="Sun, 01 Mar 2026 08:00:00 GMT",
        max_age=500,
        received=len(FEED),
    )


async def test_the_program_names_itself_and_what_it_can_unpack(server: Server) -> None:
    await fetch(Fetch(server.add("/feed", Reply(FEED))))
    sent = server.requests[0].headers
    assert sent["user-agent"].startswith("newsreader/")
    assert "terminal news reader" in sent["user-agent"]
    assert {name.strip() for name in sent["accept-encoding"].split(",")} == {"gzip", "deflate", "br", "zstd"}
    assert "cookie" not in sent


@pytest.mark.parametrize(
    "known",
    [
        {"etag": '"a"'},
        {"last_modified": "Sun, 01 Mar 2026 08:00:00 GMT"},
        {"etag": '"a"', "last_modified": "x"},
    ],
)
async def test_what_is_known_is_not_sent_again(server: Server, known: dict[str, str]) -> None:
    url = server.add("/feed", Reply(FEED, etag='"a"', last_modified="Sun, 01 Mar 2026 08:00:00 GMT"))
    assert await fetch(Fetch(url, **known)) == Unchanged(url)  # type: ignore[arg-type]
    assert server.written == 0


async def test_a_304_to_somebody_who_knows_nothing_is_a_problem(server: Server) -> None:
    url = server.add("/feed", Reply(status=304))
    assert await fetch(Fetch(url)) == Problem(ProblemKind.HTTP, url, "304")


async def test_a_validator_that_cannot_be_sent_back_is_forgotten(server: Server) -> None:
    result = await fetch(Fetch(server.add("/feed", Reply(FEED, etag='"caf\xe9"'))))
    assert isinstance(result, Fetched)
    assert result.etag == ""


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, ProblemKind.HTTP),
        (401, ProblemKind.HTTP),
        (404, ProblemKind.HTTP),
        (500, ProblemKind.HTTP),
        (300, ProblemKind.HTTP),
        (302, ProblemKind.HTTP),  # without a Location
        (410, ProblemKind.GONE),
        (429, ProblemKind.WAIT),
        (503, ProblemKind.WAIT),
    ],
)
async def test_a_status_is_a_problem_with_the_status_as_its_detail(
    server: Server, status: int, kind: ProblemKind
) -> None:
    url = server.add("/feed", Reply(b"nee", status=status))
    assert await fetch(Fetch(url)) == Problem(kind, url, str(status))


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("Sun, 01 Mar 2026 13:30:00 GMT", timedelta(hours=1, minutes=30)),
        ("Sunday, 01-Mar-26 12:10:00 GMT", timedelta(minutes=10)),  # RFC 850, still allowed
        ("Sun, 01 Mar 2020 12:00:00 GMT", timedelta(0)),
        ("99999999999999999999", timedelta(days=7)),
        ("Sun, 01 Mar 99999999999999999999 12:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -2359", None),
        ("straks", None),
        ("", None),
    ],
)
async def test_retry_after_in_both_forms(
    server: Server, status: int, value: str, wait: timedelta | None
) -> None:
    url = server.add("/feed", Reply(status=status, headers=(("Retry-After", value),)))
    result = await fetch(Fetch(url))
    assert isinstance(result, Problem)
    assert result.retry_at == (None if wait is None else NOW + wait)


@pytest.mark.parametrize(
    "reply", [Reply(), Reply(status=204), Reply(b" \r\n\t"), Reply(b"", encoding="gzip")]
)
async def test_nothing_is_a_problem(server: Server, reply: Reply) -> None:
    assert await kind_of(server.add("/feed", reply)) is ProblemKind.EMPTY


@pytest.mark.parametrize(
    ("control", "seconds"),
    [
        ("max-age=60", 60),
        ('Max-Age="60", public', 60),
        ("s-maxage=60", 0),
        ("no-cache, max-age=60", 0),
        ("max-age=-1", 0),
        ("max-age=veel", 0),
    ],
)
async def test_cache_control(server: Server, control: str, seconds: int) -> None:
    result = await fetch(Fetch(server.add("/feed", Reply(FEED, headers=(("Cache-Control", control),)))))
    assert isinstance(result, Fetched)
    assert result.max_age == seconds


async def test_a_fetcher_remembers_no_cookies(server: Server) -> None:
    server.add("/feed", Reply(FEED, headers=(("Set-Cookie", "spoor=1; Path=/"),)))
    url = server.url("/feed", "localhost")
    async with Fetcher() as fetcher:
        await fetcher.fetch(Fetch(url))
        await fetcher.fetch(Fetch(url))
    assert [request.headers.get("cookie") for request in server.requests] == [None, None]


async def test_own_headers_and_a_login_are_sent(server: Server) -> None:
    server.add("/feed", Reply(FEED))
    url = server.url("/feed").replace("://", "://lezer:ge%3Aheim@")
    result = await fetch(Fetch(url, headers=(("X-Abonnee", "ja"),)))
    assert isinstance(result, Fetched)
    assert result.url == server.url("/feed")
    assert server.requests[0].headers["x-abonnee"] == "ja"
    assert server.requests[0].headers["authorization"] == "Basic bGV6ZXI6Z2U6aGVpbQ=="


async def test_a_login_is_not_carried_to_another_host(server: Server) -> None:
    server.add("/there", Reply(FEED))
    server.add("/feed", redirect(server.url("/there", "127.0.0.2")))
    request = Fetch(server.url("/feed").replace("://", "://a:b@"), headers=(("X-Geheim", "1"),))
    assert isinstance(await fetch(request), Fetched)
    first, second = server.requests
    assert "authorization" in first.headers
    assert "x-geheim" in first.headers
    assert "authorization" not in second.headers
    assert "x-geheim" not in second.headers


def test_nothing_heavy_is_imported_before_the_first_request() -> None:
    code = (
        "import sys; from newsreader.sources.fetch import Fetcher; Fetcher(); "
        "print(sorted({'httpx', 'aiohttp', 'ssl', 'brotli', 'zstandard'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("[]", "['ssl']")  # asyncio brings ssl with it


async def test_a_proxy_of_the_environment_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url(""))
    server.add("http://nieuws.example/feed", Reply(FEED))
    assert isinstance(await fetch(Fetch("http://nieuws.example/feed")), Fetched)


@pytest.mark.parametrize("proxy", ["http://proxy.example:abc", "gopher://proxy.example"])
async def test_a_proxy_that_cannot_be_is_a_problem(server: Server, proxy: str) -> None:
    url = server.add("/feed", Reply(FEED))
    result = await fetch(Fetch(url, proxy=proxy))
    assert isinstance(result, Problem)
    assert (result.kind, result.url) == (ProblemKind.NETWORK, url)
    assert result.detail.startswith("proxy: ")
    assert server.requests == []


async def test_a_proxy_of_the_environment_that_cannot_be_is_a_problem(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.add("/feed", Reply(FEED))
    monkeypatch.setenv("http_proxy", "http://[")
    result = await fetch(Fetch(url))
    assert isinstance(result, Problem)
    assert (result.kind, result.detail) == (ProblemKind.NETWORK, "proxy: Invalid IPv6 URL")


def test_an_age_of_any_number_of_digits_is_old() -> None:
    assert max_age({"Cache-Control": "max-age=60", "Age": "9" * 5000}) == 0
    assert max_age({"Cache-Control": "max-age=60", "Age": "0" * 5000 + "7"}) == 53
