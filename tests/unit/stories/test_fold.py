"""One row a story: the best telling, at the place of the newest."""

from __future__ import annotations

from newsreader.store.folding import Told
from newsreader.stories.fold import Folded, fold

LONG, SHORT = 2_000, 150


def told(
    entry: int,
    wanted: int,
    *,
    length: int = LONG,
    source: str = "",
    sources: int = 3,
    read: bool = False,
    inside: bool = True,
) -> Told:
    return Told(wanted, entry, length, entry, source or f"bron-{entry}", sources, read, inside)


def test_the_best_stands_at_the_place_of_the_newest() -> None:
    tellings = [
        told(9, 5, length=SHORT),
        told(5, 5),
        told(2, 5),
        told(7, 7, sources=1),
        told(4, 7, sources=1),
    ]
    assert fold(tellings, ()) == {
        5: Folded(9, 9, 2, 2, False, (9, 5, 2)),
        7: Folded(7, 7, 4, 1, False, (7, 4)),
    }


def test_only_what_is_in_the_list_is_shown_and_all_that_is_read_counts() -> None:
    tellings = [told(9, 9, length=SHORT), told(5, 9, inside=False, read=True)]
    assert fold(tellings, ()) == {9: Folded(9, 9, 9, 2, True, (9,))}


def test_the_preferred_source_stands_for_equals() -> None:
    assert fold([told(9, 9, source="nos"), told(5, 9)], ("nos",))[9].lead == 9
    assert fold([told(9, 9, source="nos"), told(5, 9)], ())[9].lead == 5


def test_nothing_to_fold() -> None:
    assert fold([], ()) == {}
