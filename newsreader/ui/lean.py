"""Textual's application without what it loads for the sake of a few names.

`textual.types` gathers names from all over Textual: a tree, a chooser and other widgets that nothing here
shows. `textual.command` is the palette, with a line for words and a list of its own: it is opened later, if
at all. Together they took a twelfth of the time to the first paint. Who imports them later gets them whole.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

TYPES, COMMAND = "textual.types", "textual.command"


class Later:
    """A name of the palette's, which is loaded when that is called or asked for something."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, *values: object, **options: object) -> Any:
        """What the class makes of these."""
        return self._found()(*values, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        """No base at all: what is derived from it is Textual's own choice of themes, ours takes its place."""
        return ()

    def _found(self) -> Any:
        return getattr(import_module(COMMAND), self._name)


def load() -> None:
    """Import `textual.app`; where that has been done already there is nothing to be won."""
    if "textual.app" in sys.modules or {TYPES, COMMAND} & sys.modules.keys():
        return
    from textual import _types

    sys.modules |= {TYPES: _types, COMMAND: _palette()}
    try:
        import textual.app  # noqa: F401 - for what it loads
    finally:
        del sys.modules[TYPES], sys.modules[COMMAND]


def _palette() -> ModuleType:
    """In the place of `textual.command`: whatever is imported from it comes later."""
    module = ModuleType(COMMAND)
    module.__getattr__ = _later  # type: ignore[method-assign]  # of a module, asked for what it lacks (PEP 562)
    return module


def _later(name: str) -> Later:
    if name.startswith("__"):
        raise AttributeError(name)
    return Later(name)
