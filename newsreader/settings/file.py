"""The settings file (TOML 1.0) on disk: what can be wrong with it, loading and saving."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from newsreader import atomic
from newsreader.clock import Clock, now
from newsreader.model.notice import Notice, NoticeKind
from newsreader.settings.check import understand
from newsreader.settings.values import Settings

VERSION = 1
"""The version of the file's layout that this program writes; a file without one has this version."""

Document = dict[str, object]
Change = str | int | Mapping[str, str | tuple[str, ...] | Mapping[str, object]]
"""A new value; a mapping changes those keys of its table, and of tables in it, and leaves the others."""


class Loaded(NamedTuple):
    """The settings that hold now, what must be told about the file, and whether a choice can be kept."""

    settings: Settings
    notices: tuple[Notice, ...] = ()
    writable: bool = True


def load(path: Path, clock: Clock = now) -> Loaded:
    """Read the settings; a damaged file is moved aside (dated by `clock`), and the defaults hold."""
    text = _read(path)
    if isinstance(text, Notice):
        return Loaded(Settings(), (text,), writable=False)
    document = _parse(text)
    if document is None:
        return _set_aside(path, clock)
    settings, notices = understand(document, str(path))
    newer = _newer(document, path)
    if newer:
        return Loaded(settings, (newer,), writable=False)
    return Loaded(settings, notices, writable=not _read_only(path))


def save(path: Path, changes: Mapping[str, Change]) -> Notice | None:
    """Write the changes into the file as it is at this moment, comments and all else untouched.

    A notice says why nothing was written: the choice then holds for this session only.
    """
    text = _read(path)
    if isinstance(text, Notice):
        return text
    document = _parse(text)
    if document is None:
        return Notice(NoticeKind.SETTINGS_STUCK, str(path))
    if _read_only(path):
        return Notice(NoticeKind.SETTINGS_READ_ONLY, str(path))
    return _newer(document, path) or _write(path, text, changes)


def _read(path: Path) -> str | Notice:
    """The file's text; empty when there is no file."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return Notice(NoticeKind.SETTINGS_NOT_A_FILE, str(path))
        if mode & 0o077:
            atomic.close_to_others(path)  # headers of sources may hold passwords
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        return Notice(NoticeKind.SETTINGS_NOT_TEXT, str(path))
    except OSError as error:
        return Notice(NoticeKind.SETTINGS_UNREADABLE, str(path), detail=error.strerror or str(error))


def _parse(text: str) -> Document | None:
    """The document; None when it is not TOML."""
    if not text:
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):  # ValueError: also a number of thousands of digits
        return None


def _set_aside(path: Path, clock: Clock) -> Loaded:
    try:
        aside = atomic.move_aside(path, clock().astimezone().date())
    except OSError:
        return Loaded(Settings(), (Notice(NoticeKind.SETTINGS_STUCK, str(path)),), writable=False)
    return Loaded(Settings(), (Notice(NoticeKind.SETTINGS_DAMAGED, str(path), hint=str(aside)),))


def _newer(document: Document, path: Path) -> Notice | None:
    version = document.get("version", VERSION)
    if isinstance(version, int) and version <= VERSION:
        return None
    return Notice(NoticeKind.SETTINGS_FUTURE, str(path), detail=str(version)[:60])


def _read_only(path: Path) -> bool:
    """Whether the file was made read-only, even for those who may write anything."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not mode & 0o222 or not os.access(path, os.W_OK)


def _write(path: Path, text: str, changes: Mapping[str, Change]) -> Notice | None:
    from newsreader.settings.edit import edited

    try:
        atomic.replace(path, edited(text or f"version = {VERSION}\n", changes).encode())
    except OSError as error:
        if atomic.is_full(error):
            return Notice(NoticeKind.SETTINGS_NO_ROOM, str(path))
        return Notice(NoticeKind.SETTINGS_NOT_SAVED, str(path), detail=error.strerror or str(error))
    except ValueError as error:  # TOML that can be read but that the editor does not know how to change
        return Notice(NoticeKind.SETTINGS_NOT_SAVED, str(path), detail=str(error))
    return None
