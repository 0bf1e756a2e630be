"""What stands under an article before its section: tellings, earlier turns, the same subject; and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsreader.engine.joining import item_of, said
from newsreader.engine.rarity import Rarities
from newsreader.engine.stories import Stories
from newsreader.model import Article, Related
from newsreader.store import Store
from newsreader.store.times import to_seconds
from newsreader.stories import formula
from newsreader.stories.features import features, headline, unpack, unpack_all
from newsreader.stories.likeness import Vector, vector
from newsreader.stories.names import all_names, key
from newsreader.stories.related import Reason, related
from newsreader.stories.tokens import fold, is_common, term, tongue, words

NEAR = 48
"""Articles that share rare terms with one that is open, and are compared with it."""
MEMBERS = 40
"""Tellings of its own story that are."""
SHOWN = 3
"""Names in common that are told."""
SHORT = 4
"""Letters of the longest name in capitals that is taken for an abbreviation."""
LOOKED_AT = 3_000
"""Characters of a text in which names are looked for."""


class Relating:
    """Finds what belongs with one article: a handful of statements, whatever the size of the store."""

    def __init__(self, store: Store, stories: Stories) -> None:
        self._store = store
        self._tables = store.stories
        self._stories = stories

    def related(self, article: Article) -> list[Related]:
        """What belongs with an article, in order; without what only shares its section."""
        known = self._tables.packed([article.row.id])
        of = unpack(*next(iter(known.items()))) if known else features(item_of(article))
        rarity = Rarities(self._tables)
        rarity.learn([of])
        open_vector = vector(of, rarity.of(of))
        own = self._own(article)
        near = self._near(open_vector)
        packed = self._tables.packed({*own, *near} - {article.row.id})
        found = unpack_all(packed)
        rarity.learn(found.values())
        vectors = {one: vector(each, rarity.of(each)) for one, each in found.items()}
        stories = {one: place[0] for one, place in self._tables.places([article.row.id, *vectors]).items()}
        reasons = related(open_vector, _of(vectors, own), _of(vectors, near), stories)
        return self._told(article, reasons)

    def _own(self, article: Article) -> list[int]:
        """The other tellings of its story, the best first."""
        row = self._tables.story(article.row.id)
        if row is None or row.size < 2:
            return []
        lengths = {one.entry: one.length for one in self._tables.tellings(row.id)[-MEMBERS:]}
        rows = self._store.rows([one for one in lengths if one != article.row.id])
        return self._stories.best(
            (one.id, lengths[one.id], one.source_id, to_seconds(one.moment)) for one in rows
        )

    def _near(self, vector: Vector) -> list[int]:
        """The articles of some weeks before and after that share its most telling terms."""
        since, until = (vector.of.moment + by for by in (-formula.EARLIER, formula.EARLIER))
        found = self._tables.candidates(vector.telling, since, until, NEAR)
        return [one for one in found if one != vector.of.id]

    def _told(self, article: Article, reasons: Sequence[Reason]) -> list[Related]:
        rows = {row.id: row for row in self._store.rows([one.article for one in reasons])}
        others = self._tables.articles([one.article for one in reasons if one.why == "about"])
        names = names_of(article) if others else ()
        return [
            Related(
                rows[one.article],
                one.why,
                in_common(article, names, others[one.article]) if one.article in others else (),
                round(100 * one.new),
            )
            for one in reasons
            if one.article in rows
        ]


def in_common(article: Article, names: Sequence[str], other: Article) -> tuple[str, ...]:
    """Which of an article's names another has too, as the first writes them; else words of its headline."""
    theirs = {
        key(word) for word in words(f"{other.row.title} {said(other)[:LOOKED_AT]}") if word[0].isupper()
    }
    shared: dict[str, str] = {}
    for name in names:
        if key(name) in theirs:
            shared.setdefault(key(name), name.title() if name.isupper() and len(name) > SHORT else name)
    return tuple(shared.values())[:SHOWN] or _shared_words(article, other)[:SHOWN]


def names_of(article: Article) -> tuple[str, ...]:
    """The names in an article's headline and text, and the places it is about."""
    title = headline(article.row.title, article.row.source)
    return (*all_names(title, said(article)), *article.dateline.places)


def _shared_words(article: Article, other: Article) -> tuple[str, ...]:
    text = f"{other.row.title} {said(other)[:LOOKED_AT]}"
    language = tongue(text, other.language)
    theirs = {term(word, language) for word in words(text)} - {""}
    own = (word for word in words(article.row.title) if not is_common(word))
    return tuple(fold(word) for word in own if term(word, language) in theirs and not word[0].isdigit())


def _of(vectors: Mapping[int, Vector], ids: Sequence[int]) -> list[Vector]:
    return [vectors[one] for one in ids if one in vectors]
