"""httpx's requests and responses over aiohttp's connections; heavy, so imported with the first request.

httpx's client is left out on purpose: redirects, cookies and logins are the fetcher's business, and the
client fails on a redirect to an odd place before the fetcher can look at it.
"""

from __future__ import annotations

import ssl
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies

import httpx

from newsreader.sources.fetch.connections import AiohttpTransport, aiohttp
from newsreader.sources.fetch.resolver import PublicResolver

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BAD_PROXY = (httpx.InvalidURL, ValueError)
"""What `connect` raises for an address that no proxy can have."""
_IDLE = 5.0  # seconds that an unused connection stays open
_HEADER = 64 * 1024  # bytes of one header line; the security policies of news sites run long


def is_proxied() -> bool:
    """Whether the environment, or on macOS and Windows the system, names a proxy; asking takes a while."""
    return bool(getproxies())


def certificates() -> ssl.SSLContext:
    """The system's trusted certificates, or certifi's where Python knows of none; slow, so for a thread."""
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not (context.cert_store_stats()["x509_ca"] or known.cafile or known.capath):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def connect(
    context: ssl.SSLContext | None, proxy: str = "", *, inside: bool = True
) -> httpx.AsyncBaseTransport:
    """A pool of connections without limits, timeouts or cookies: those are the fetcher's business.

    Without a `context` no host can prove who it is. `proxy` is the address of an HTTP proxy, instead of the
    one that the environment names. Without `inside` no connection leads to the reader's own network; a proxy
    itself may be there. Raises BAD_PROXY.
    """
    context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    hosts = _hosts(proxy)

    def session() -> aiohttp.ClientSession:
        resolver = None if inside else PublicResolver(hosts)
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=context, limit=0, keepalive_timeout=_IDLE, resolver=resolver),
            cookie_jar=aiohttp.DummyCookieJar(),
            max_line_size=_HEADER,
            max_field_size=_HEADER,
            trust_env=not proxy and bool(getproxies()),  # looking for a proxy costs two threads a request
        )

    return AiohttpTransport(verify=context, client=session, proxy=httpx.Proxy(proxy) if proxy else None)


def _hosts(proxy: str) -> set[str]:
    """The hosts of that proxy and of those in the environment."""
    return {urlsplit(address).hostname or "" for address in (proxy, *getproxies().values())}


@asynccontextmanager
async def get(
    transport: httpx.AsyncBaseTransport, url: str, headers: list[tuple[bytes, bytes]]
) -> AsyncIterator[httpx.Response]:
    """The response to a GET, its body not yet read; it is closed on leaving."""
    response = await transport.handle_async_request(httpx.Request("GET", url, headers=headers))
    try:
        yield response
    finally:
        await response.aclose()
