"""From counts to the lines of the sidebar."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from newsreader.model import Count, Counts, Scope, ScopeKind, Source, SourceKind, section_order
from newsreader.ui.widgets.sidebar import Shelf
from newsreader.words.screen import ScreenWords

SECTIONS = "#sections"
"""The name by which the group of sections is folded; no group of sources can have it."""
_GROUPS = ("Proefeditie", "Zeeuws", "Landelijk", "Sport")


def shelves(counts: Counts, folded: Collection[str], text: ScreenWords) -> tuple[Shelf, ...]:
    """All lines: everything, saved, the sections that hold news, the sources by group."""
    top = (
        Shelf(text.everything, Scope(), counts.everything.unread),
        Shelf(text.saved, Scope(ScopeKind.SAVED), counts.saved),
    )
    return (*top, *_sections(counts, folded, text), *_groups(counts, folded, text))


def _sections(counts: Counts, folded: Collection[str], text: ScreenWords) -> Iterator[Shelf]:
    yield Shelf(text.sections, None, folds=SECTIONS, folded=SECTIONS in folded)
    if SECTIONS not in folded:
        held = [(name, count) for name, count in counts.sections if name and count.total]
        for name, count in sorted(held, key=lambda pair: section_order(pair[0])):
            yield Shelf(name, Scope(ScopeKind.SECTION, name), count.unread, depth=1)


def _groups(counts: Counts, folded: Collection[str], text: ScreenWords) -> Iterator[Shelf]:
    groups: dict[str, list[tuple[Source, Count]]] = {}
    for source, count in counts.sources:
        if source.on or count.total:
            groups.setdefault(source.group, []).append((source, count))
    for name in sorted(groups, key=lambda name: shelf_of(groups[name][0][0])):
        label = text.sample if groups[name][0][0].kind is SourceKind.SAMPLE else name or text.ungrouped
        yield Shelf(label, None, folds=name or "-", folded=(name or "-") in folded)
        if (name or "-") not in folded:
            for source, count in groups[name]:
                yield _line(source.title, source.id, count.unread)


@lru_cache(maxsize=4_096)
def _line(title: str, source_id: str, unread: int) -> Shelf:
    """That of a source: of a thousand, a mark changes one."""
    return Shelf(title, Scope(ScopeKind.SOURCE, source_id), unread, depth=1)


def shelf_of(source: Source) -> tuple[int, str, str]:
    """Where a source stands among the others: its group, then its title; those without a group last."""
    rank = _rank(source.group, _GROUPS) if source.group else len(_GROUPS) + 1
    return (rank, source.group, source.title.casefold())


def _rank(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)


def title(scope: Scope, counts: Counts, text: ScreenWords) -> str:
    """What a scope is called in the masthead."""
    if scope.kind is ScopeKind.ALL:
        return text.everything
    if scope.kind is ScopeKind.SAVED:
        return text.saved
    if scope.kind is ScopeKind.SOURCE:
        return next((source.title for source, _ in counts.sources if source.id == scope.value), scope.value)
    return scope.value


def unread(scope: Scope, counts: Counts) -> int:
    """How many unread articles a scope holds; for the saved ones, how many there are."""
    if scope.kind is ScopeKind.SAVED:
        return counts.saved
    if scope.kind is ScopeKind.SECTION:
        return next((count.unread for name, count in counts.sections if name == scope.value), 0)
    if scope.kind is ScopeKind.SOURCE:
        return next((count.unread for source, count in counts.sources if source.id == scope.value), 0)
    return counts.everything.unread
