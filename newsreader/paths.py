"""Where the reader keeps its files: the platform's own folders, unless told otherwise."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import NamedTuple

APP = "newsreader"


class Paths(NamedTuple):
    """The folders the reader owns, and the files it keeps in them; the cache may be a part of the data."""

    config_dir: Path
    data_dir: Path
    cache_dir: Path | None = None

    @property
    def settings(self) -> Path:
        """The settings file (TOML)."""
        return self.config_dir / "settings.toml"

    @property
    def database(self) -> Path:
        """The article store (SQLite)."""
        return self.data_dir / "news.db"

    @property
    def backups(self) -> Path:
        """The folder of the daily copies of marks and subscriptions (JSON Lines)."""
        return self.data_dir / "backup"

    @property
    def pictures(self) -> Path:
        """The folder of the pictures, which may be emptied at any time."""
        return (self.cache_dir or self.data_dir / "cache") / "pictures"


def find(config_dir: Path | None = None, data_dir: Path | None = None) -> Paths:
    """The folders to use, `~` being the home folder; what is not given is the platform's (XDG on Linux).

    A data folder that is given has the cache in it.
    """
    cache_dir = None
    if config_dir is None or data_dir is None:
        import platformdirs

        cache_dir = None if data_dir else platformdirs.user_cache_path(APP, appauthor=False)
        config_dir = config_dir or platformdirs.user_config_path(APP, appauthor=False)
        data_dir = data_dir or platformdirs.user_data_path(APP, appauthor=False)
    return Paths(from_home(config_dir), from_home(data_dir), cache_dir)


def downloads(setting: str) -> Path:
    """The folder for what is saved and downloaded: the setting, else the platform's own for that."""
    if setting:
        return from_home(Path(setting))
    import platformdirs

    return platformdirs.user_downloads_path()


def exists(path: Path) -> bool:
    """Whether something stands there; not where the system refuses the name, as one that is too long."""
    return os.path.exists(path)  # noqa: PTH110  # that of `Path` raises then


def from_home(folder: Path) -> Path:
    """A `~` that no shell has seen (`--data-dir=~/x`) is the user's own folder."""
    return Path(os.path.expanduser(folder))  # noqa: PTH111  # that of `Path` raises for an unknown user
