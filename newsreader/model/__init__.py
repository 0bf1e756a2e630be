"""The frozen types that travel between the layers: what is written, what is read, what went wrong.

A type is made when it is first asked for (PEP 562): it costs a millisecond, and the first screen needs few.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreader.model.article import Article, Hit, Related
    from newsreader.model.download import Downloaded, DownloadEvent, Downloading
    from newsreader.model.draft import Draft, Packed
    from newsreader.model.feed import Entry, Link, Page, ParsedFeed, Person
    from newsreader.model.fetch import Fetch
    from newsreader.model.fetched import Fetched, Unchanged
    from newsreader.model.mark import Mark, PackedMarks
    from newsreader.model.media import Enclosure, Image
    from newsreader.model.notice import Notice, NoticeKind
    from newsreader.model.problem import Problem, ProblemKind
    from newsreader.model.refresh import (
        RefreshDone,
        RefreshEvent,
        SourceChecked,
        TextAsked,
        TextEvent,
        TextsDone,
    )
    from newsreader.model.revision import Change, Difference, Passage, Revision, Run, Wording
    from newsreader.model.row import ArticleRow, Rows
    from newsreader.model.scope import Count, Counts, Scope, ScopeKind, section_order
    from newsreader.model.source import Source, SourceKind
    from newsreader.model.story import Brief, Followed, Happening, Joined, Listed, Regrouping, Story, Telling
    from newsreader.model.subscription import Imported, Preview
    from newsreader.model.text import Block, BlockKind, Dateline, Span
    from newsreader.model.visit import SourceStatus, Visit

__all__ = [
    "Article",
    "ArticleRow",
    "Block",
    "BlockKind",
    "Brief",
    "Change",
    "Count",
    "Counts",
    "Dateline",
    "Difference",
    "DownloadEvent",
    "Downloaded",
    "Downloading",
    "Draft",
    "Enclosure",
    "Entry",
    "Fetch",
    "Fetched",
    "Followed",
    "Happening",
    "Hit",
    "Image",
    "Imported",
    "Joined",
    "Link",
    "Listed",
    "Mark",
    "Notice",
    "NoticeKind",
    "Packed",
    "PackedMarks",
    "Page",
    "ParsedFeed",
    "Passage",
    "Person",
    "Preview",
    "Problem",
    "ProblemKind",
    "RefreshDone",
    "RefreshEvent",
    "Regrouping",
    "Related",
    "Revision",
    "Rows",
    "Run",
    "Scope",
    "ScopeKind",
    "Source",
    "SourceChecked",
    "SourceKind",
    "SourceStatus",
    "Span",
    "Story",
    "Telling",
    "TextAsked",
    "TextEvent",
    "TextsDone",
    "Unchanged",
    "Visit",
    "Wording",
    "section_order",
]

_MODULES = {
    "article": ("Article", "Hit", "Related"),
    "download": ("Downloaded", "DownloadEvent", "Downloading"),
    "draft": ("Draft", "Packed"),
    "feed": ("Entry", "Link", "Page", "ParsedFeed", "Person"),
    "fetch": ("Fetch",),
    "fetched": ("Fetched", "Unchanged"),
    "mark": ("Mark", "PackedMarks"),
    "media": ("Enclosure", "Image"),
    "notice": ("Notice", "NoticeKind"),
    "problem": ("Problem", "ProblemKind"),
    "refresh": ("RefreshDone", "RefreshEvent", "SourceChecked", "TextAsked", "TextEvent", "TextsDone"),
    "revision": ("Change", "Difference", "Passage", "Revision", "Run", "Wording"),
    "row": ("ArticleRow", "Rows"),
    "scope": ("Count", "Counts", "Scope", "ScopeKind", "section_order"),
    "source": ("Source", "SourceKind"),
    "story": ("Brief", "Followed", "Happening", "Joined", "Listed", "Regrouping", "Story", "Telling"),
    "subscription": ("Imported", "Preview"),
    "text": ("Block", "BlockKind", "Dateline", "Span"),
    "visit": ("SourceStatus", "Visit"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """The type of that name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
