"""The evaluation set of `tests/data/stories/` (its README.md has the format and the definitions)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "data" / "stories"
HALVES = ("tune", "held")


@dataclass(frozen=True, slots=True)
class Article:
    """One line of the set: what a reader gets, and after `text` what a human judged of it."""

    id: str
    source: str
    section: str
    published: datetime
    lang: str
    title: str
    text: tuple[str, ...]
    story: str
    topic: str
    about: frozenset[str]
    near_copy_of: str = ""
    hard: tuple[str, ...] = ()


def load(half: str) -> list[Article]:
    """The articles of one half, in the order in which they were published.

    Raises FileNotFoundError for a half that is not there, KeyError or ValueError for a wrong line.
    """
    lines = (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return sorted((_article(json.loads(line)) for line in lines), key=lambda article: article.published)


def _article(line: dict[str, Any]) -> Article:
    published = datetime.fromisoformat(line["published"])
    if published.tzinfo is None:
        raise ValueError(f"{line['id']}: a time without a zone")
    return Article(
        id=line["id"],
        source=line["source"],
        section=line["section"],
        published=published,
        lang=line["lang"],
        title=line["title"],
        text=tuple(line["text"]),
        story=line["story"],
        topic=line["topic"],
        about=frozenset(line["about"]),
        near_copy_of=line.get("near_copy_of", ""),
        hard=tuple(line.get("hard", ())),
    )


def bilingual(articles: list[Article]) -> frozenset[str]:
    """The stories that are told in more than one language."""
    languages: dict[str, set[str]] = {}
    for article in articles:
        languages.setdefault(article.story, set()).add(article.lang)
    return frozenset(story for story, found in languages.items() if len(found) > 1)
