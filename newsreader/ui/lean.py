"""Textual's application without `textual.types`, which only gathers names from all over Textual.

It is loaded for the sake of one name, and brings a tree, a chooser and other widgets that nothing here shows:
some 3 ms before the first paint. The name comes from where it is defined instead; whoever imports
`textual.types` later gets it whole.
"""

from __future__ import annotations

import sys

NAME = "textual.types"


def load() -> None:
    """Import `textual.app`; where that has been done already there is nothing to be won."""
    if NAME in sys.modules:
        return
    from textual import _types

    sys.modules[NAME] = _types
    try:
        import textual.app  # noqa: F401 - for what it loads
    finally:
        del sys.modules[NAME]
