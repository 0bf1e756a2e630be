"""What the reader must be told about the settings file: a kind, never a sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class NoticeKind(StrEnum):
    """What was wrong with the settings file, and so what was done; `Words` has a sentence for each."""

    SETTINGS_DAMAGED = "settings_damaged"  # not TOML: moved aside, `hint` is where to
    SETTINGS_STUCK = "settings_stuck"  # not TOML, and it could not be moved aside
    SETTINGS_UNREADABLE = "settings_unreadable"  # `detail` is the system's reason
    SETTINGS_NOT_A_FILE = "settings_not_a_file"  # a directory, a device, ...
    SETTINGS_NOT_TEXT = "settings_not_text"  # not UTF-8
    SETTINGS_FUTURE = "settings_future"  # `detail` is its version
    SETTINGS_READ_ONLY = "settings_read_only"
    SETTINGS_NO_ROOM = "settings_no_room"  # the disk or a quota is full
    SETTINGS_NOT_SAVED = "settings_not_saved"  # `detail` is the system's reason
    SETTINGS_VALUE = "settings_value"  # `detail` is the value found, `hint` what is allowed
    SETTINGS_UNKNOWN = "settings_unknown"  # a key nobody knows, `hint` is the nearest, if any is near


class Notice(NamedTuple):
    """Something about the file at `path`, and perhaps its `key`, that the reader must be told."""

    kind: NoticeKind
    path: str
    key: str = ""
    detail: str = ""
    hint: str = ""
