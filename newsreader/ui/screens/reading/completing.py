"""The full text by hand: for an article that lacks it, or that was taken for whole."""

from __future__ import annotations

from newsreader.ui.screens.reading.marking import Marking


class Completing(Marking):
    """What a key fetches of the article that is read, or that is under the cursor."""

    def action_full_text(self) -> None:
        """Fetch the full text of the article from its own page now."""
        row = self.subject()
        if row is None or not row.url:
            self.say(self.texts.no_address)
        else:
            self.fill_by_hand(row.id)
