"""What lies wholly under its children: Textual would draw each of its lines, to throw them all away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget

    Base = Widget
else:
    Base = object


class CoveredLines(Base):
    """A widget whose lines are not looked at: blank ones in its own background will do."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """As many blank lines as are asked for."""
        return [Strip.blank(crop.width, self.rich_style)] * crop.height


class Covered(CoveredLines, Container):
    """A container without a place that its children leave free."""
