"""From a TOML document to settings: whatever is not allowed is named, and its default holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from newsreader.model.notice import Notice, NoticeKind
from newsreader.settings.values import (
    DENSITIES,
    MARKINGS,
    MEASURES,
    PICTURES,
    PROTOCOLS,
    WEBMAILS,
    Settings,
)

T = TypeVar("T")

KEYS = ("version", *Settings._fields)
"""Every key that may stand at the top of the file."""


def understand(document: Mapping[str, object], path: str) -> tuple[Settings, tuple[Notice, ...]]:
    """The settings in a document, and a notice for every key or value that is not allowed."""
    found = _Found(document, path)
    found.name_unknown(KEYS)
    default = Settings()
    settings = Settings(
        language=found.value("language", _one_of("auto", "nl", "en"), default.language),
        webmail=found.value("webmail", _one_of("", *WEBMAILS), default.webmail),
        theme=found.value("theme", _TEXT, default.theme),
        refresh_minutes=found.value("refresh_minutes", _whole(10_080), default.refresh_minutes),
        keep_days=found.value("keep_days", _whole(36_500), default.keep_days),
        measure=found.value("measure", _whole(MEASURES[-1], MEASURES[0]), default.measure),
        density=found.value("density", _one_of(*DENSITIES), default.density),
        mark_read=found.value("mark_read", _one_of(*MARKINGS), default.mark_read),
        voice=found.value("voice", _VOICE, default.voice),
        browser=found.value("browser", _TEXT, default.browser),
        player=found.value("player", _COMMAND, default.player),
        download_folder=found.value("download_folder", _LINE, default.download_folder),
        webmail_addresses={**WEBMAILS, **found.table("webmail_addresses", _ADDRESS, WEBMAILS)},
        stories=found.value("stories", _YES_NO, default.stories),
        story_read=found.value("story_read", _one_of("one", "all"), default.story_read),
        source_preference=found.value("source_preference", _NAMES, default.source_preference),
        keep_tracking=found.value("keep_tracking", _YES_NO, default.keep_tracking),
        pictures=found.value("pictures", _one_of(*PICTURES), default.pictures),
        picture_protocol=found.value("picture_protocol", _one_of(*PROTOCOLS), default.picture_protocol),
        picture_cache=found.value("picture_cache", _whole(100_000), default.picture_cache),
        unread_when_changed=found.value("unread_when_changed", _YES_NO, default.unread_when_changed),
        full_text=found.value("full_text", _one_of("auto", "open", "never"), default.full_text),
        full_text_megabytes=found.value("full_text_megabytes", _whole(100_000), default.full_text_megabytes),
        keys=found.table("keys", _KEYS),
        source={
            name: found.part(f"source.{name}", table, _SOURCE)
            for name, table in found.table("source", _TABLE).items()
        },
    )
    return settings, tuple(found.notices)


def allowed(changes: Mapping[str, object]) -> bool:
    """Whether the file may hold these values."""
    return not understand(changes, "")[1]


class _Rule(NamedTuple, Generic[T]):
    """How one value is read: `read` answers None when it is not allowed; `allowed` shows what is."""

    read: Callable[[object], T | None]
    allowed: str


class _Found:
    """The values of one document, read by rules; collects the notices."""

    def __init__(self, document: Mapping[str, object], path: str) -> None:
        self._document = document
        self._path = path
        self.notices: list[Notice] = []

    def value(self, key: str, rule: _Rule[T], default: T) -> T:
        """The value of a key, or the default."""
        value = self._read(key, self._document[key], rule) if key in self._document else None
        return default if value is None else value

    def table(self, name: str, rule: _Rule[T], known: Collection[str] = ()) -> dict[str, T]:
        """The allowed values of a table; `known` are the keys it may have, if not any."""
        table: dict[str, object] = self.value(name, _TABLE, {})
        if known:
            self.name_unknown(known, table, f"{name}.")
        wanted = [key for key in table if not known or key in known]
        read = [(key, self._read(f"{name}.{key}", table[key], rule)) for key in wanted]
        return {key: value for key, value in read if value is not None}

    def part(
        self, name: str, table: Mapping[str, object], rules: Mapping[str, _Rule[Any]]
    ) -> dict[str, object]:
        """The allowed values of a table within a table, each by its own rule."""
        self.name_unknown(rules, table, f"{name}.")
        wanted = [key for key in table if key in rules]
        read = [(key, self._read(f"{name}.{key}", table[key], rules[key])) for key in wanted]
        return {key: value for key, value in read if value is not None}

    def name_unknown(
        self, known: Collection[str], table: Mapping[str, object] | None = None, prefix: str = ""
    ) -> None:
        """A notice for each key outside `known`, with the nearest right one."""
        for key in self._document if table is None else table:
            if key not in known:
                near = _nearest(key, known)
                near = near and prefix + near
                self.notices.append(Notice(NoticeKind.SETTINGS_UNKNOWN, self._path, prefix + key, hint=near))

    def _read(self, key: str, found: object, rule: _Rule[T]) -> T | None:
        value = rule.read(found)
        if value is None:
            shown = repr(found)[:60]
            self.notices.append(
                Notice(NoticeKind.SETTINGS_VALUE, self._path, key, detail=shown, hint=rule.allowed)
            )
        return value


def none_of(path: str, key: str, value: str, known: Collection[str]) -> Notice:
    """A notice for a value that is none of `known`, with the nearest of them, or all when none is near."""
    fit = [_nearest(value, known)] if _nearest(value, known) else sorted(known)
    hint = " | ".join(f'"{choice}"' for choice in fit)
    return Notice(NoticeKind.SETTINGS_VALUE, path, key, detail=repr(value)[:60], hint=hint)


def _nearest(name: str, known: Collection[str]) -> str:
    """The known name that is meant, it seems; empty when none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), "")


def _one_of(*choices: str) -> _Rule[str]:
    return _Rule(
        lambda value: value if isinstance(value, str) and value in choices else None,
        " | ".join(f'"{choice}"' for choice in choices),
    )


def _whole(most: int, least: int = 0) -> _Rule[int]:
    def read(value: object) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return value if least <= value <= most else None

    return _Rule(read, f"{least}–{most}")


def _address(value: object) -> str | None:
    """A web address; None when it is none, or when its port is no port."""
    if not isinstance(value, str):
        return None
    try:
        parts = urlsplit(value)
        fit = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return value if fit else None


def _keys(value: object) -> tuple[str, ...] | None:
    keys = value if isinstance(value, list) else [value]
    texts = tuple(key for key in keys if isinstance(key, str))
    return texts if len(texts) == len(keys) else None


def _headers(value: object) -> dict[str, str] | None:
    """Names and values of HTTP headers (RFC 9110 section 5); None when one could break a request."""
    if not isinstance(value, dict):
        return None
    fit = all(
        isinstance(text, str) and text.isprintable() and text.isascii() and _TOKEN.fullmatch(name)
        for name, text in value.items()
    )
    return value if fit else None


def _line(value: object) -> str | None:
    return value if isinstance(value, str) and value.isprintable() and value.isascii() else None


def _command(value: object) -> str | None:
    """A command that can be split as a shell would; None when a quote is never closed."""
    import shlex

    try:
        return value if isinstance(value, str) and (not value or shlex.split(value)) else None
    except ValueError:
        return None


_TOKEN = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
_TEXT = _Rule(lambda value: value if isinstance(value, str) else None, '"…"')
_LINE = _Rule(lambda value: value if isinstance(value, str) and "\0" not in value else None, '"…"')
_COMMAND = _Rule(_command, '"… {url}"')
_TABLE: _Rule[dict[str, object]] = _Rule(lambda value: value if isinstance(value, dict) else None, "[…]")
_ADDRESS = _Rule(_address, '"https://…"')
_VOICE = _Rule(_command, '"…"')
_KEYS = _Rule(_keys, '"…" | ["…", "…"]')
_NAMES = _Rule(_keys, '["…", "…"]')
_YES_NO: _Rule[bool] = _Rule(lambda value: value if isinstance(value, bool) else None, "true | false")
_SOURCE: dict[str, _Rule[Any]] = {
    "name": _TEXT,
    "section": _TEXT,
    "interval": _whole(10_080),
    "full_text": _Rule(
        lambda value: value if isinstance(value, bool) or value == "auto" else None, 'true | false | "auto"'
    ),
    "stories": _YES_NO,
    "user_agent": _Rule(_line, '"…"'),
    "headers": _Rule(_headers, '{ "X-Name" = "…" }'),
    "login": _one_of("", "basic", "bearer"),
    "proxy": _Rule(lambda value: "" if value == "" else _address(value), '"http://…"'),
    "keep": _whole(1_000_000),
    "limited": _YES_NO,
}
