"""What glibc's allocator keeps of the memory that is let go (mallopt(3)); other systems have nothing to tell.

It raises the size from which a block gets pages of its own with every large block that is let go, until
lists of a million ids lie between small things, where nothing of them can be given back; and every thread
gets a heap of its own.
"""

from __future__ import annotations

from contextlib import suppress

KEEP = {"MALLOC_TRIM_THRESHOLD_": str(32 << 20), "MALLOC_MMAP_THRESHOLD_": str(4 << 20)}
"""The environment of a process that works on article after article: to give back all after each of them would
cost it a tenth of its time."""

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_GIVE_BACK = {_M_TRIM_THRESHOLD: 1 << 20, _M_MMAP_THRESHOLD: 256 << 10, _M_ARENA_MAX: 2}


def give_back() -> None:
    """Let what is large, and what is free at the end of a heap, go back to the system at once; for good."""
    with suppress(ImportError, AttributeError, OSError, TypeError):
        import ctypes

        mallopt = ctypes.CDLL(None).mallopt
        for parameter, value in _GIVE_BACK.items():
            mallopt(parameter, value)
