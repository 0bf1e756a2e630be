"""Names resolved for connections that may not lead to the reader's own network.

What was looked up before may be another address by the time of connecting (DNS rebinding); this looks at the
addresses that are connected to.
"""

from __future__ import annotations

import socket
from collections.abc import Collection

from aiohttp import ThreadedResolver
from aiohttp.abc import ResolveResult

from newsreader.sources.fetch.private import PrivateAddressError, is_public


class PublicResolver(ThreadedResolver):
    """Raises PrivateAddressError for a name with an address that is not public, but for the `exempt` ones."""

    def __init__(self, exempt: Collection[str] = ()) -> None:
        super().__init__()
        self._exempt = frozenset(exempt)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of that name, all of them public."""
        found = await super().resolve(host, port, family)
        if host not in self._exempt and not all(is_public(each["host"]) for each in found):
            raise PrivateAddressError(host)
        return found
