"""A file that is being downloaded: its bytes so far, beside them what they are of, until it gets its name."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from newsreader import atomic, names
from newsreader.sources.fetch.ranges import Held, Opened


class Partial:
    """The `.part` file of an address in a folder. Every method may raise OSError, and is for a thread."""

    def __init__(self, folder: Path, url: str) -> None:
        self._url = url
        mark = sha256(url.encode()).hexdigest()[:8]
        self._path = folder / f"{names.of_address(url) or 'download'}.{mark}.part"
        self._facts = self._path.with_name(f"{self._path.name}.json")
        self._begun = False
        self.size = 0

    def held(self) -> Held:
        """What an earlier time left, when it is known what that is of; makes the folder."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            facts = json.loads(self._facts.read_bytes())
            validator, url = facts["validator"], facts["url"]
            fit = url == self._url and isinstance(validator, str)
            return Held(self._path.stat().st_size, validator) if fit else Held()
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return Held()

    def begin(self, opened: Opened) -> None:
        """Get ready for the bytes from where the body starts, and write down what they are of."""
        if not opened.start:
            self._path.write_bytes(b"")
        self._begun, self.size = True, opened.start
        facts = {"url": self._url, "validator": opened.validator}
        atomic.replace(self._facts, json.dumps(facts).encode(), private=False)

    def write(self, data: bytes) -> None:
        """Add these bytes."""
        with self._path.open("r+b") as file:
            file.seek(self.size)
            file.write(data)
        self.size += len(data)

    def leave(self) -> None:
        """Keep what has come for another time; nothing, when nothing has."""
        if self._begun and not self.size:
            self._forget()

    def finish(self, name: str) -> Path:
        """Give the whole file its name, or one like it that nothing has."""
        os.truncate(self._path, self.size)
        path = atomic.into_free_name(self._path, self._path.with_name(name))
        self._forget()
        return path

    def _forget(self) -> None:
        for path in (self._path, self._facts):
            with suppress(FileNotFoundError):
                path.unlink()
