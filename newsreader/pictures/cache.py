"""Pictures on disk: a file each, named after its address, the least recently seen dropped at a limit."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from newsreader import atomic

MEGABYTE = 1_000_000


class Cache:
    """The pictures in one folder (0700, its files 0600), at most `megabytes` of them; 0 keeps none.

    What the disk refuses is as if it were not there: a cache may forget, and never fails.
    """

    def __init__(self, folder: Path, megabytes: int) -> None:
        self._folder = folder
        self._most = megabytes * MEGABYTE

    def find(self, url: str) -> Path | None:
        """The file of that address, from now on the most recently seen one."""
        with suppress(OSError):
            for path in self._folder.glob(f"{_name(url)}.*"):
                os.utime(path)
                return path
        return None

    def read(self, url: str) -> bytes | None:
        """The bytes that are kept for that address."""
        path = self.find(url)
        with suppress(OSError):
            return path.read_bytes() if path else None
        return None

    def keep(self, url: str, data: bytes, suffix: str) -> Path | None:
        """Keep these bytes, whole or not at all; older pictures make room. None when they are not kept."""
        if len(data) > self._most:
            self._make_room(0)
            return None
        self._make_room(len(data))
        path = self._folder / f"{_name(url)}{suffix}"
        try:
            _write(path, data)
        except OSError:
            return None
        return path

    def drop(self, url: str) -> None:
        """Forget what is kept for that address."""
        if path := self.find(url):
            with suppress(OSError):
                path.unlink()

    def _make_room(self, size: int) -> None:
        """Drop the least recently seen until so many bytes more fit."""
        atomic.clear_up(self._folder, lambda _: True)
        with suppress(OSError):
            files = sorted((entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(self._folder))
            used = sum(Path(path).stat().st_size for _, path in files)
            for _, path in files:
                if used + size <= self._most:
                    break
                used -= Path(path).stat().st_size
                Path(path).unlink()


def _name(url: str) -> str:
    return sha256(url.encode(errors="surrogatepass")).hexdigest()[:40]


def _write(path: Path, data: bytes) -> None:
    """Through a file beside it, so that no half picture ever stands under its name. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic.close_to_others(path.parent, 0o700)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
