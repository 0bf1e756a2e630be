"""Which hosts are nobody's business on the public internet: loopback, private networks, link-local."""

from __future__ import annotations

import asyncio
import ipaddress
import socket


async def is_private(host: str) -> bool:
    """Whether any address of that host is not a public one; a host without an address is not private."""
    try:
        return not _is_public(host)
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return not all(_is_public(str(address[0])) for *_, address in found)


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    return (getattr(parsed, "ipv4_mapped", None) or parsed).is_global
