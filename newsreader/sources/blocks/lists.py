"""Lists that are open while a text is read, and the numbers of their items (HTML standard, section 4.4.5)."""

from __future__ import annotations

from collections.abc import Mapping

from newsreader.model.numbering import marker


class ListState:
    """A list that is open: its kind of numbers and the next one."""

    def __init__(self, ordered: bool, attributes: Mapping[str, str | None]) -> None:
        """At the beginning of a `ul` or `ol`."""
        self.ordered = ordered
        if ordered:
            kind = attributes.get("type") or "1"
            self.type = kind if kind in "aAiI" else "1"
            self.next = _number(attributes.get("start"), 1)
            self.step = -1 if "reversed" in attributes else 1

    def next_marker(self, value: str | None = None) -> str:
        """The marker of the item that begins, which may set its own number; "" in an unordered list."""
        if not self.ordered:
            return ""
        number = _number(value, self.next)
        self.next = number + self.step
        return marker(self.type, number)


def _number(text: str | None, default: int) -> int:
    try:
        return int(text or "") if len(text or "") < 9 else default
    except ValueError:
        return default
