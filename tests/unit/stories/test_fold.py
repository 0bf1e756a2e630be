"""One row a story: the best telling, at the place of the newest."""

from __future__ import annotations

from array import array

from newsreader.store.folding import Told
from newsreader.stories.fold import fold

LONG, SHORT = 2_000, 150


def told(entry: int, story: int, *, length: int = LONG, source: str = "", read: bool = False) -> Told:
    return Told(entry, story, length, entry, source or f"bron-{entry}", 3, read)


def test_the_best_stands_at_the_place_of_the_newest() -> None:
    tellings = [told(9, 1, length=SHORT), told(5, 1), told(2, 1), told(7, 2), told(4, 2)]
    folded = fold([9, 8, 7, 6, 5, 4, 2], tellings, ())
    assert folded.ids == array("q", [2, 8, 4, 6])
    assert folded.shown == {9: 2, 5: 2, 2: 2, 7: 4, 4: 4}
    assert folded.others == {1: 2, 2: 2}


def test_only_what_is_in_the_list_counts() -> None:
    tellings = [told(9, 1, length=SHORT), told(5, 1), told(3, 4)]
    folded = fold([9, 8], tellings, ())
    assert folded.ids == array("q", [9, 8])
    assert folded.story == {9: 1}


def test_the_preferred_source_stands_for_equals() -> None:
    folded = fold([9, 5], [told(9, 1, source="nos"), told(5, 1)], ("nos",))
    assert folded.ids == array("q", [9])


def test_stories_of_which_a_telling_is_read() -> None:
    folded = fold([9, 5, 3], [told(9, 1), told(5, 1, read=True), told(3, 2)], ())
    assert folded.read == {1}


def test_nothing_to_fold() -> None:
    assert fold([], [], ()).ids == array("q")
    assert fold([3, 1], [], ()).ids == array("q", [3, 1])
