"""Moving through the pane: by lines and pages through the text, then from related story to related story."""

from __future__ import annotations

from textual.message import Message

from newsreader.ui.widgets.article_view.canvas import Canvas

_OVERLAP = 2  # lines of a screen that are seen again on the next


class Moving(Canvas):
    """The text scrolls under the reader; the related stories under it have a cursor."""

    class RelatedChosen(Message, namespace="article_view"):
        """The reader wants to read the related story at this index."""

        def __init__(self, article_id: int, index: int) -> None:
            super().__init__()
            self.article_id = article_id
            self.index = index

    def read_on(self) -> bool:
        """A screen further; False when the end of the text is there already."""
        if self.at_end:
            return False
        self.action_page_down()
        return True

    def open_related(self, number: int) -> bool:
        """Choose the related story with that number, from 1; False when there is none."""
        if not 0 < number <= len(self._related):
            return False
        self.post_message(self.RelatedChosen(self._related[number - 1].row.id, number - 1))
        return True

    def action_line_down(self) -> None:
        """A line down, and past the end of the text to the next related story."""
        if self._related and (self.story >= 0 or self.at_end):
            self.action_next_related()
        else:
            self._scroll(self.scroll_offset.y + 1)

    def action_line_up(self) -> None:
        """A line up, or to the related story above."""
        if self.story >= 0:
            self.action_previous_related()
        else:
            self._scroll(self.scroll_offset.y - 1)

    def action_page_down(self) -> None:
        """A screen down."""
        self._turn(self.scroll_offset.y + max(self.size.height - _OVERLAP, 1))

    def action_page_up(self) -> None:
        """A screen up."""
        self._turn(self.scroll_offset.y - max(self.size.height - _OVERLAP, 1))

    def action_top(self) -> None:
        """To the headline."""
        self._turn(0)

    def action_bottom(self) -> None:
        """To the last line."""
        self._turn(len(self._page.lines))

    def action_next_related(self) -> None:
        """To the next related story; from the text, to the first one that is in sight."""
        if self.story >= 0:
            self.story = min(self.story + 1, len(self._related) - 1)
            return
        top = self.scroll_offset.y
        in_sight = (story for story in range(len(self._related)) if self._story_lines(story).start >= top)
        self.story = next(in_sight, len(self._related) - 1)

    def action_previous_related(self) -> None:
        """To the related story above, and from the first back to the text."""
        self.story = max(self.story - 1, -1)

    def action_choose(self) -> None:
        """Read the related story under the cursor."""
        self.open_related(self.story + 1)

    def watch_story(self, old: int, new: int) -> None:
        """Draw the two stories that changed, the new one in sight."""
        self._top = self._top._replace(story=new)
        for story in (old, new):
            if lines := self._story_lines(story):
                self.refresh_lines(lines.start, len(lines))
        if lines := self._story_lines(new):
            top, height = self.scroll_offset.y, self.size.height
            self._scroll(min(max(top, lines.stop - height), lines.start))

    def _turn(self, top: int) -> None:
        self.story = -1
        self._top = self._top._replace(story=-1)
        self._scroll(top)

    def _story_lines(self, story: int) -> range:
        return self._page.stories[story] if 0 <= story < len(self._page.stories) else range(0)
