"""An application with one widget on it, and what can be seen and heard of that widget."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.app import App, ComposeResult
from textual.message import Message
from textual.scroll_view import ScrollView

W = TypeVar("W", bound=ScrollView)


class Stage(App[None], Generic[W]):
    """Shows one widget over the whole screen and remembers what it posts."""

    def __init__(self, widget: W) -> None:
        super().__init__()
        self.widget = widget
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()

    def on_event_heard(self, message: Message) -> None:
        self.heard.append(message)

    on_article_list_highlighted = on_event_heard
    on_article_list_chosen = on_event_heard
    on_article_view_related_chosen = on_event_heard
    on_article_view_link_chosen = on_event_heard

    def seen(self) -> list[str]:
        """The text of every line of the widget that is on the screen."""
        return [self.widget.render_line(y).text.rstrip() for y in range(self.widget.size.height)]

    def said(self, kind: type[Message], name: str) -> list[object]:
        """An attribute of every message of one kind, in order."""
        return [getattr(message, name) for message in self.heard if isinstance(message, kind)]
