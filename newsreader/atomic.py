"""Files that are replaced whole or not at all, and moved aside without overwriting anything."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

_TEMPORARY = re.compile(r"\.(.+)\.\d+\.tmp")  # of a file, by the process that writes it
_NAME = 50  # characters of a name in that of its temporary file, which may not be longer than names may be
_OLD = 3600  # seconds, in which every write has long ended


def replace(path: Path, data: bytes, *, private: bool = True) -> None:
    """Write the file through a temporary one beside it: on the disk when this returns.

    What is private has the mode 0600, missing folders 0700; else they are as the system's umask has them.
    A symbolic link keeps pointing where it did; a device or a pipe is written to. Raises OSError.
    """
    replace_parts(path, (data,), private=private)


def replace_parts(path: Path, parts: Iterable[bytes], *, private: bool = True) -> None:
    """As `replace`, of data that need not be in memory at once."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():  # what is renamed to it would take its place
        with path.open("wb") as device:
            device.writelines(parts)
        return
    target = path.resolve()
    target.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    name = target.name[:_NAME]
    clear_up(target.parent, lambda left: left == name)
    temporary = target.with_name(f".{name}.{os.getpid()}.tmp")
    try:
        _write(temporary, parts, 0o600 if private else 0o666)
        temporary.replace(target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None  # nobody has heard of the temporary one
        raise
    _sync_folder(target.parent)


def clear_up(folder: Path, is_ours: Callable[[str], bool]) -> None:
    """Remove what writes to files of ours, by name, left when they were killed over an hour ago."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _TEMPORARY.fullmatch(entry.name)
            if found and is_ours(found[1]) and _is_old(entry):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _is_old(entry: os.DirEntry[str]) -> bool:
    age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    return entry.is_file(follow_symlinks=False) and age > _OLD


def is_full(error: OSError) -> bool:
    """Whether there was no room: on the disk, in a quota, or in what a file may hold."""
    return error.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def close_to_others(path: Path, mode: int = 0o600) -> None:
    """Give a file or a folder of ours that was made with a wider mode the private one.

    What may only be read stays so; what is of another owner stays as it is.
    """
    if os.name == "posix" and (now := path.stat().st_mode) & 0o077:
        with suppress(OSError):
            path.chmod(now & mode)


def move_aside(path: Path, today: date) -> Path:
    """Rename the file to `<name>.bad-<date>`, or the first such name that is free. Raises OSError."""
    target = path.resolve()
    names = (f"{target.name}.bad-{today}" + (f"-{number}" if number > 1 else "") for number in count(1))
    return target.replace(_reserved(target.parent, names, 0o600))


def into_free_name(path: Path, wanted: Path) -> Path:
    """Rename the file to the wanted name, or where that is taken to `name (2)` and so on. Raises OSError."""
    return path.replace(_reserved(wanted.parent, _alike(wanted), 0o666))


def free_name(wanted: Path) -> Path:
    """The wanted name, or where that is taken `name (2)` and so on; another program may still take it."""
    paths = (wanted.with_name(name) for name in _alike(wanted))
    return next(path for path in paths if not path.exists())


def _alike(wanted: Path) -> Iterator[str]:
    yield wanted.name
    yield from (f"{wanted.stem} ({number}){wanted.suffix}" for number in count(2))


def _reserved(folder: Path, names: Iterable[str], mode: int) -> Path:
    """An empty file of the first name that nothing has yet, so that no other takes it."""
    for name in names:
        with suppress(FileExistsError):
            os.close(os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
            return folder / name
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def _write(path: Path, parts: Iterable[bytes], mode: int) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some systems cannot open or sync a folder; the file itself is safe
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
