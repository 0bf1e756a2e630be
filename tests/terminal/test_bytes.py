"""How much is written to the terminal: nothing when idle, little for a key."""

from __future__ import annotations

from tests.terminal.terminal import Terminal

CURSOR, PAGE = 2_000, 20_000
"""Bytes that a line and a page may cost."""


def test_nothing_is_written_when_nothing_happens(demo: Terminal) -> None:
    demo.settle(0.5)
    assert demo.settle(1.0) == b""
    demo.press("j", "enter")
    demo.shows("dit bericht is verzonnen")
    demo.settle(0.5)
    assert demo.settle(1.0) == b""
    demo.press("/")
    demo.settle(0.5)
    assert demo.settle(1.0) == b""
    demo.quit()


def test_a_line_is_cheap_and_a_page_is_affordable(demo: Terminal) -> None:
    demo.settle(0.5)
    for _ in range(8):
        demo.press("j")
        assert 0 < len(demo.settle(0.1)) <= CURSOR
    for key in ("pagedown", "pagedown", "G", "g"):
        demo.press(key)
        assert 0 < len(demo.settle(0.1)) <= PAGE
    demo.quit()


def test_scrolling_the_text_is_affordable(demo: Terminal) -> None:
    demo.press("j", "enter")
    demo.shows("dit bericht is verzonnen")
    demo.settle()
    for key in ("j", "j", "pagedown", "G", "g"):
        demo.press(key)
        assert 0 < len(demo.settle(0.1)) <= PAGE
    demo.quit()
