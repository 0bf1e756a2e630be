"""Joining articles into stories: a batch at a time, from the store's queue and back into the store.

A batch reads the articles, finds what is like them through the inverted index, lets the formula decide in
memory, and writes. What is killed half-way is taken up again: an article leaves the queue with its story.
Working it out only reads, so that any process can do it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from newsreader.engine.rarity import Rarities
from newsreader.model import Article, BlockKind
from newsreader.store.features import Known
from newsreader.store.stories import Place
from newsreader.store.story_tables import StoryTables
from newsreader.store.times import to_seconds
from newsreader.stories import formula
from newsreader.stories.bonds import Bonds
from newsreader.stories.clustering import Clustering
from newsreader.stories.features import POSTED, Features, Item, features, number, unpack, unpack_all
from newsreader.stories.index import LOOKED_UP, MOST
from newsreader.stories.likeness import Vector, vector

BATCH = 500
"""Articles joined at once: bounds memory, and what a kill can undo."""
AROUND = 6_000
"""Tellings of stories near a batch that are looked at."""
_SAID = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.HEADING)


class Batch(NamedTuple):
    """What the joining of some articles came to."""

    gone: Sequence[int] = ()  # those that are not joined any more
    forgotten: Sequence[Known] = ()  # what was known of these
    known: Sequence[Known] = ()
    before: Sequence[Known] = ()  # what was known of the same articles
    places: Sequence[Place] = ()
    merged: Sequence[tuple[int, int]] = ()  # stories, which into which

    def write(self, tables: StoryTables) -> None:
        """Write it all; blocks."""
        if self.gone:
            tables.forget(self.gone, self.forgotten).result()
        if self.known:
            tables.write(self.known, self.before, self.places, self.merged).result()


class Joining:
    """Takes articles from the queue and finds each a story; may block, so it runs beside the event loop."""

    def __init__(self, tables: StoryTables, is_on: Callable[[str], bool]) -> None:
        self._tables = tables
        self._is_on = is_on
        """Whether the articles of a source, by its id, are joined."""

    def batch(self, chosen: Collection[int]) -> Batch:
        """Work out where these articles go, as far as they still wait for it."""
        queue = self._tables.queued_of(chosen)
        articles = {
            one: article
            for one, article in self._tables.articles(queue).items()
            if self._is_on(article.row.source_id)
        }
        before = {one: _known(unpack(one, packed)) for one, packed in self._tables.packed(queue).items()}
        gone = [one for one in queue if one not in articles]
        known, places, merged = self._joined(articles) if articles else ([], [], [])
        return Batch(
            gone,
            [before[one] for one in gone if one in before],
            known,
            [before[one] for one in articles if one in before],
            places,
            merged,
        )

    def _joined(
        self, articles: Mapping[int, Article]
    ) -> tuple[list[Known], list[Place], list[tuple[int, int]]]:
        new = {one: features(item_of(article)) for one, article in articles.items()}
        rarity = Rarities(self._tables, new.values())
        vectors = {one: vector(each, rarity.of(each)) for one, each in new.items()}
        clustering, stays = self._surrounded(vectors, rarity)
        for one in sorted(vectors, key=lambda one: (vectors[one].of.moment, one)):
            if one not in stays:
                clustering.add(vectors[one])
        clustering.tidy({clustering.story_of[one]: None for one in vectors})
        known = [_known(_posted(vectors[one])) for one in vectors]
        places = [
            Place(one, clustering.story_of[one], clustering.copy_of(one), length(articles[one]))
            for one in vectors
        ]
        return known, places, clustering.merged

    def _surrounded(self, vectors: Mapping[int, Vector], rarity: Rarities) -> tuple[Clustering, set[int]]:
        """A clustering that knows the stories around these articles; and which of them keep their story."""
        bonds = self._tables.bonds(vectors)
        near = {one for each in vectors.values() for one in self._near(each)}
        near.update(chain.from_iterable(bond[:2] for bond in bonds))
        stays = {
            one for one, (_, size, followed) in self._tables.places(vectors).items() if size > 1 or followed
        }
        stories = self._tables.surroundings(near | stays, AROUND)
        around = {one: story for one, story in stories.items() if one not in vectors or one in stays}
        packed = self._tables.packed(one for one in around if one not in vectors)
        found = unpack_all(packed)
        rarity.learn(found.values())
        weights: dict[float, float] = {}
        clustering = Clustering(Bonds(self._tables.bonds({*around, *vectors})))
        for one in sorted(around):
            if one in vectors:
                clustering.learn(vectors[one], around[one])
            elif one in found:
                clustering.learn(vector(found[one], rarity.of(found[one]), weights), around[one])
        return clustering, stays

    def _near(self, vector: Vector) -> list[int]:
        moment = vector.of.moment
        terms = vector.telling[:LOOKED_UP]
        return self._tables.candidates(terms, moment - formula.WINDOW, moment + formula.WINDOW, MOST)


def item_of(article: Article) -> Item:
    """An article as the formula compares it."""
    row = article.row
    return Item(
        row.id,
        number(row.source_id),
        row.section,
        to_seconds(row.moment),
        row.title,
        said(article),
        article.dateline.places,
        article.language,
        row.source,
    )


def said(article: Article) -> str:
    """Its paragraphs, a line each; the summary before them where the text does not begin with it."""
    text = "\n".join(block.text for block in article.blocks if block.kind in _SAID)
    summary = article.row.summary
    return text if summary[:40] in text[:400] else f"{summary}\n{text}"


def length(article: Article) -> int:
    """Characters of its text."""
    return len(said(article))


def _posted(each: Vector) -> Features:
    """The features with a mark on the terms by which the article can be found."""
    posted = set(each.telling[:LOOKED_UP])
    marked = bytes(
        bits | POSTED if term in posted else bits & ~POSTED
        for term, bits in zip(each.of.terms, each.of.bits, strict=True)
    )
    return replace(each.of, bits=marked)


def _known(each: Features) -> Known:
    posted = [term for term, bits in zip(each.terms, each.bits, strict=True) if bits & POSTED]
    return Known(each.id, each.moment, each.pack(), each.terms, posted)
