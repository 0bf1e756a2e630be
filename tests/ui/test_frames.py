"""When the screen is painted: at once, but no sooner than a frame after the last paint began."""

from __future__ import annotations

import asyncio

import pytest

from newsreader.ui.screens.reading.desk import Frames
from tests.ui.paper import Paper

FRAME = 1_000.0


class Painting:
    """Something to paint whose clock stands still, but for what a paint takes."""

    def __init__(self, paper: Paper, took: float, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.times, self._took = 0.0, 0, took
        monkeypatch.setattr("newsreader.ui.screens.reading.desk.monotonic", lambda: self.now)
        self.frames = Frames(paper.app, FRAME, callback=self._paint, pause=True)
        with paper.app._context():
            self.frames.begin()

    def _paint(self) -> None:
        self.frames.pause()
        self.times += 1
        self.now += self._took

    async def asked_again(self) -> int:
        """How often it has been painted when it was asked for, done, and then asked for once more."""
        for _ in range(2):
            self.frames.resume()
            for _ in range(20):
                await asyncio.sleep(0)
        self.frames.stop()
        return self.times


@pytest.mark.parametrize(("took", "times"), [(FRAME / 2, 1), (FRAME, 2), (FRAME * 1.5, 2)])
async def test_after_a_paint_that_took_a_frame_the_next_one_waits_no_longer(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, took: float, times: int
) -> None:
    assert await Painting(paper, took, monkeypatch).asked_again() == times


async def test_the_screen_is_painted_so(paper: Paper) -> None:
    assert isinstance(paper.main._update_timer, Frames)
