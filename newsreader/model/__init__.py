"""The frozen types that travel between the layers: what is written, what is read, what went wrong."""

from newsreader.model.article import (
    Article,
    ArticleRow,
    Count,
    Counts,
    Draft,
    Hit,
    Mark,
    Related,
    Rows,
    Scope,
    ScopeKind,
)
from newsreader.model.feed import Enclosure, Entry, Image, Link, Page, ParsedFeed, Person
from newsreader.model.fetch import Fetch, Fetched, Unchanged
from newsreader.model.notice import Notice, NoticeKind
from newsreader.model.problem import Problem, ProblemKind
from newsreader.model.refresh import RefreshDone, RefreshEvent, SourceChecked
from newsreader.model.source import Imported, Preview, Source, SourceKind, SourceStatus, Visit
from newsreader.model.text import Block, BlockKind, Dateline, Span

__all__ = [
    "Article",
    "ArticleRow",
    "Block",
    "BlockKind",
    "Count",
    "Counts",
    "Dateline",
    "Draft",
    "Enclosure",
    "Entry",
    "Fetch",
    "Fetched",
    "Hit",
    "Image",
    "Imported",
    "Link",
    "Mark",
    "Notice",
    "NoticeKind",
    "Page",
    "ParsedFeed",
    "Person",
    "Preview",
    "Problem",
    "ProblemKind",
    "RefreshDone",
    "RefreshEvent",
    "Related",
    "Rows",
    "Scope",
    "ScopeKind",
    "Source",
    "SourceChecked",
    "SourceKind",
    "SourceStatus",
    "Span",
    "Unchanged",
    "Visit",
]
