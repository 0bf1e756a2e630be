"""Looking for what is let go in circles: among what has lived for long only while nobody presses keys.

That takes some 20 ms, as long as a key may, in which nothing else is done.
"""

from __future__ import annotations

import gc

ENOUGH = 10
"""Looks at what is younger after which one at everything is worth its time: Python's own number."""
SELDOM = 1_000
"""The same where there never is a quiet moment."""


def begin() -> None:
    """Look for garbage from now on, but never in what is there already."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], SELDOM)
    gc.enable()


def look() -> None:
    """Look at everything if enough has been made since the last time: for a quiet moment."""
    if gc.isenabled() and gc.get_count()[2] >= ENOUGH:
        gc.collect()
