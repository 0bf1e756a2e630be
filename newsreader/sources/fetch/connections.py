"""aiohttp, imported without the certificates that it reads twice meanwhile, some 40 ms each time.

They are for two contexts of its own that are never used here: the fetcher has one, and reads it when a host
is to prove who it is.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

READS = "load_default_certs", "set_default_verify_paths"


@contextmanager
def _unread() -> Iterator[None]:
    """Contexts that are made meanwhile trust nobody."""
    own = {name: vars(ssl.SSLContext).get(name) for name in READS}
    for name in READS:
        setattr(ssl.SSLContext, name, lambda *_: None)
    try:
        yield
    finally:
        for name, method in own.items():
            delattr(ssl.SSLContext, name)  # then the one that is inherited is seen again
            if method is not None:
                setattr(ssl.SSLContext, name, method)


with _unread():
    import aiohttp
    from httpx_aiohttp import AiohttpTransport

__all__ = ["AiohttpTransport", "aiohttp"]
