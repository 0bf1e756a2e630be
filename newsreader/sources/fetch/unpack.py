"""Content encodings (RFC 9110 section 8.4.1), unpacked in pieces of bounded size.

A few bytes can unpack to gigabytes, so every decoder yields its output piecemeal, for the caller to count.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 64 * 1024
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_SLICE = 64  # a block of 4 bytes can hold 128 kB (RFC 8878), so a slice yields 2 MB at most
_ZSTD_WINDOW = 8 * 1024 * 1024  # the most that RFC 9659 allows on the web
_NAMES = {"gzip", "x-gzip", "deflate", "br", "zstd"}


class GarbledError(Exception):
    """The body is not what its encoding promises, or it stops too soon."""


class _Decoder(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...

    def finish(self) -> bytes: ...


class Unpacker:
    """Unpacks one body. The first bytes decide: gzip and zstd are known by them, declared or not."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._head = b""
        self._decoder: _Decoder | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to, piece by piece; raises GarbledError."""
        if self._decoder is None:
            self._head += data
            if len(self._head) < len(_ZSTD):
                return
            data = self._head
            self._decoder = _choose(self._encoding, data)
        yield from self._decoder.feed(data)

    def finish(self) -> Iterator[bytes]:
        """What is left when all bytes have come; raises GarbledError when the end is missing."""
        if self._decoder is None:
            self._decoder = _choose(self._encoding, self._head)
            yield from self._decoder.feed(self._head)
        yield self._decoder.finish()


def _choose(encoding: str, head: bytes) -> _Decoder:
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name in _NAMES]
    if len(names) > 1:
        raise GarbledError(encoding)
    if head.startswith(_GZIP):
        return _Zlib(zlib.MAX_WBITS | 16)
    if head.startswith(_ZSTD):
        return _Zstd()
    if names == ["br"]:
        return _Brotli()
    if names == ["deflate"]:
        return _Zlib(zlib.MAX_WBITS if _is_zlib(head) else -zlib.MAX_WBITS)
    return _Plain()


def _is_zlib(head: bytes) -> bool:
    """Whether a deflate body has its zlib header (RFC 1950 section 2.2); some servers leave it out."""
    return len(head) > 1 and head[0] & 0x0F == 8 and int.from_bytes(head[:2]) % 31 == 0


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> bytes:
        return b""


class _Zlib:
    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._stream = zlib.decompressobj(wbits)

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while data:
                if self._stream.eof:
                    if not data.startswith(_GZIP):  # padding after the last member
                        return
                    self._stream = zlib.decompressobj(self._wbits)
                yield self._stream.decompress(data, PIECE)
                data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        except zlib.error as error:
            raise GarbledError from error

    def finish(self) -> bytes:
        rest = self._stream.flush()
        if not self._stream.eof:
            raise GarbledError
        return rest


class _Brotli:
    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped]  # it brings no types

        self._error: type[Exception] = brotli.error
        self._stream = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while not self._stream.is_finished():
                yield self._stream.process(data, output_buffer_limit=PIECE)
                data = b""
                if self._stream.can_accept_more_data():
                    return
        except self._error as error:
            raise GarbledError from error

    def finish(self) -> bytes:
        if not self._stream.is_finished():
            raise GarbledError
        return b""


class _Zstd:
    def __init__(self) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        self._frames = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        self._stream = self._frames.decompressobj()

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            for start in range(0, len(data), _ZSTD_SLICE):
                rest = data[start : start + _ZSTD_SLICE]
                while rest:
                    if self._stream.eof:
                        self._stream = self._frames.decompressobj()
                    yield self._stream.decompress(rest)
                    rest = self._stream.unused_data if self._stream.eof else b""
        except self._error as error:
            raise GarbledError from error

    def finish(self) -> bytes:
        if not self._stream.eof:
            raise GarbledError
        return b""
