"""The words of documents, in the reader's language."""

from __future__ import annotations

from datetime import datetime

from newsreader import gate
from newsreader.export.edition import Labels
from newsreader.model import Article
from newsreader.words import Words, ages


def labels(words: Words, now: datetime | None = None) -> Labels:
    """The labels of a document; the origins tell ages as well when there is a `now`."""
    texts = words.sharing
    return Labels(
        language=words.language,
        origin=lambda article: _origin(article, words, now),
        size=words.screen.size,
        contents=texts.contents,
        sample=texts.sample,
        picture=texts.picture,
        links=texts.links,
        files=texts.files,
    )


def _origin(article: Article, words: Words, now: datetime | None) -> str:
    """Source, section, author, date and age; only an age when the date is not known exactly."""
    row = article.row
    exact = row.published if not row.published_until else None
    parts = (
        row.source,
        row.section,
        words.sharing.by(article.author) if article.author else "",
        ages.long_date(exact, words.language) if exact else "",
        ages.age_between(row.moment, row.published_until, now, words.language) if now else "",
    )
    return " · ".join(gate.line(part) for part in parts if part)
