"""Which hosts are nobody's business on the public internet: loopback, private networks, link-local."""

from __future__ import annotations

import asyncio
import ipaddress
import socket

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
_LOW = 0xFFFF_FFFF


class PrivateAddressError(OSError):
    """A name led to an address on the reader's own network at the moment of connecting."""


async def is_private(host: str) -> bool:
    """Whether any address of that host is not a public one; a host without an address is not private.

    Names under `localhost` are private whatever they lead to (RFC 6761 section 6.3).
    """
    if f".{host.lower().rstrip('.')}".endswith(".localhost"):
        return True
    try:
        return not is_public(host)
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return not all(is_public(str(address[0])) for *_, address in found)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; raises ValueError when it is no IP address."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        return _is_global(parsed) and all(map(_is_global, _inside(parsed)))
    return _is_global(parsed)


def _is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    mapped = isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None
    return mapped or (address.is_global and not address.is_multicast)


def _inside(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 one may stand for (RFC 4291 section 2.5.5, RFC 3056, RFC 6052)."""
    found = [address.ipv4_mapped, address.sixtofour]
    if address in _NAT64 or address in _COMPATIBLE:
        found.append(ipaddress.IPv4Address(int(address) & _LOW))
    return [each for each in found if each is not None]
