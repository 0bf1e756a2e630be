"""How a source is asked: what is remembered of it, and what the reader has set for it."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from newsreader.model import Fetch, Source, Visit
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from newsreader.store.texts import Wish


async def request(source: Source, visit: Visit, settings: Settings, secrets: Secrets) -> Fetch:
    """The request for a source at its present address; a secret is looked up beside the event loop."""
    wishes = settings.of_source(source.id)
    headers = tuple(wishes.headers.items())
    if wishes.login:
        secret = await asyncio.to_thread(secrets.get, source.id, source.url)
        headers = (*headers, *authorization(wishes.login, secret))
    return Fetch(
        source.url,
        visit.etag,
        visit.last_modified,
        headers,
        wishes.user_agent,
        wishes.proxy,
        public=visit.public,
    )


def authorization(login: str, secret: str) -> tuple[tuple[str, str], ...]:
    """The header for a secret: `name:password` for basic (RFC 7617), a token for bearer (RFC 6750)."""
    if not secret:
        return ()
    if login == "basic":
        secret = base64.b64encode(secret.encode()).decode()
    return (("Authorization", f"{login.title()} {secret}"),)


def may_move(source: Source, url: str, settings: Settings) -> bool:
    """Whether a source may live at another address: with headers or a login, only on its own host."""
    before, after = urlsplit(source.url), urlsplit(url)
    home = before.netloc == after.netloc and after.scheme in (before.scheme, "https")
    return home or not settings.of_source(source.id).private


async def leads_inside(home: str, url: str) -> bool:
    """Whether a public address led to a host of the reader's own network: never what they asked for."""
    from newsreader.sources.fetch import is_private

    before, after = (urlsplit(address).hostname or "" for address in (home, url))
    return after not in ("", before) and await is_private(after) and not await is_private(before)


class Asking:
    """How a source's further pages and articles are asked for, by the settings as they are at that moment."""

    def __init__(self, settings: Callable[[], Settings], secrets: Secrets) -> None:
        self._settings = settings
        self._secrets = secrets

    async def request(self, source: Source, url: str, *, public: bool) -> Fetch:
        """The request for an address that the source led to; another host is told nothing private.

        `public` is whether the source has answered from the public internet.
        """
        settings = self._settings()
        if not may_move(source, url, settings):
            wishes = settings.of_source(source.id)
            return Fetch(url, agent=wishes.user_agent, proxy=wishes.proxy, home=source.url, public=public)
        asked = await request(source._replace(url=url), Visit(), settings, self._secrets)
        return replace(asked, home=source.url, public=public)

    def reopens(self) -> bool:
        """Whether what was read becomes unread when it comes again changed in meaning."""
        return self._settings().unread_when_changed

    def wish(self, since: datetime, limited_before: datetime) -> Wish:
        """Which texts may be fetched before anybody opens them, by what is set for each source."""
        settings = self._settings()
        wishes = {source_id: settings.of_source(source_id) for source_id in settings.source}
        always = [name for name, own in wishes.items() if own.full_text is True]
        never = [name for name, own in wishes.items() if own.full_text is False or own.limited]
        return Wish(since, limited_before, always, never)

    def budget(self) -> int:
        """The megabytes a day for texts that nobody has opened."""
        return self._settings().full_text_megabytes
