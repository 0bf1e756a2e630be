"""Where the reader keeps its files: the platform's own folders, unless told otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APP = "newsreader"


@dataclass(frozen=True, slots=True)
class Paths:
    """The two folders the reader owns, and the files it keeps in them."""

    config_dir: Path
    data_dir: Path

    @property
    def settings(self) -> Path:
        """The settings file (TOML)."""
        return self.config_dir / "settings.toml"

    @property
    def database(self) -> Path:
        """The article store (SQLite)."""
        return self.data_dir / "news.db"


def find(config_dir: Path | None = None, data_dir: Path | None = None) -> Paths:
    """The folders to use; what is not given comes from the platform (XDG on Linux)."""
    if config_dir is not None and data_dir is not None:
        return Paths(config_dir, data_dir)
    import platformdirs

    return Paths(
        config_dir or platformdirs.user_config_path(APP, appauthor=False),
        data_dir or platformdirs.user_data_path(APP, appauthor=False),
    )
