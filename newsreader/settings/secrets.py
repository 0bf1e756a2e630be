"""Passwords and tokens: in the system's keyring where there is one, else in a file only the user can read.

A secret belongs to a source and to a host: when the source moves to another host, it has no secret there.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsreader import atomic, clock

if TYPE_CHECKING:
    from types import ModuleType

_SERVICE = "newsreader"


class Secrets:
    """The secrets of sources; `file` is where they are when there is no keyring."""

    def __init__(self, file: Path, *, keyring: bool = True) -> None:
        self._file = file
        self._keyring = keyring

    def get(self, source_id: str, url: str) -> str:
        """The secret of a source at the host of that address; empty when there is none."""
        name = _name(source_id, url)
        ring = self._ring()
        if ring is not None:
            found = _tried(lambda: ring.get_password(_SERVICE, name))
            if isinstance(found, str):
                return found
        try:
            return (self._load() or {}).get(name, "")
        except OSError:
            return ""

    def put(self, source_id: str, url: str, secret: str) -> None:
        """Keep a secret; an empty one is forgotten. Raises OSError when the file cannot be read or written.

        A damaged file is moved aside before a new one takes its place.
        """
        import json

        name = _name(source_id, url)
        ring = self._ring()
        if ring is not None and secret and _tried(lambda: ring.set_password(_SERVICE, name, secret) or True):
            secret = ""
        elif ring is not None and not secret:
            _tried(lambda: ring.delete_password(_SERVICE, name))
        found = self._load()
        kept = found or {}
        if kept.get(name, "") != secret:
            kept[name] = secret
            whole = {key: value for key, value in kept.items() if value}
            if found is None:
                atomic.move_aside(self._file, clock.now().astimezone().date())
            atomic.replace(self._file, json.dumps(whole, indent=1).encode())

    def _ring(self) -> ModuleType | None:
        """The `keyring` module, if it is installed and has a place to keep secrets in."""
        if not self._keyring:
            return None
        try:
            keyring = import_module("keyring")
        except ImportError:
            return None
        backend = _tried(keyring.get_keyring)
        return keyring if getattr(backend, "priority", 0) > 0 else None

    def _load(self) -> dict[str, str] | None:
        """What the file holds; None when it is damaged. Raises OSError when it cannot be read."""
        import json

        try:
            found = json.loads(self._file.read_bytes())
            atomic.close_to_others(self._file)
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            return None
        return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else None


def _name(source_id: str, url: str) -> str:
    return f"{source_id}@{urlsplit(url).netloc.rpartition('@')[2].lower()}"


def _tried(ask: Any) -> Any:
    """What a keyring answers; None when it is locked, refuses or fails: its backends raise anything."""
    try:
        return ask()
    except Exception:
        return None
