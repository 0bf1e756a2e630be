"""The stores that are measured are as those of use: joined, indexed, with stories."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import apsw
import pytest

from newsreader.model import Scope
from newsreader.store import Store
from newsreader.store.features import TOTAL, period
from newsreader.stories.features import POSTED, unpack
from tests.bench import seed

NUMBER = 1_500
"""More than a turn of all sources."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seeded store; nothing here writes to it."""
    return seed.fill(tmp_path_factory.mktemp("bench"), NUMBER)


@pytest.fixture
def connection(data: Path) -> apsw.Connection:
    """The file behind it."""
    return apsw.Connection(str(data / "news.db"), flags=apsw.SQLITE_OPEN_READONLY)


def test_every_article_is_joined_and_a_third_share_a_story_with_other_sources(
    connection: apsw.Connection,
) -> None:
    assert connection.execute("SELECT count(*) FROM entry_queue").get == 0
    assert connection.execute("SELECT count(*) FROM telling").get == NUMBER
    sizes = list(connection.execute("SELECT size, sources FROM story WHERE size > 1"))
    assert all(size == sources <= 6 for size, sources in sizes)
    assert NUMBER / 4 < sum(size for size, _ in sizes) < NUMBER / 2


def test_the_index_holds_what_the_features_say(connection: apsw.Connection) -> None:
    counted: Counter[int] = Counter()
    posted = set()
    for entry, packed in connection.execute("SELECT entry, packed FROM feature"):
        known = unpack(entry, packed)
        first = period(known.moment) << 32
        counted.update(first + term for term in (TOTAL, *known.terms))
        bits = zip(known.terms, known.bits, strict=True)
        posted |= {(term, known.moment, entry) for term, bit in bits if bit & POSTED}
    assert dict(connection.execute("SELECT term, number FROM frequency")) == counted
    assert set(connection.execute("SELECT term, moment, entry FROM posting")) == posted
    moments = dict(connection.execute("SELECT id, sort_at FROM entry"))
    assert all(moments[entry] == moment for _, moment, entry in posted)


def test_the_newest_article_stands_first_and_alone(data: Path) -> None:
    store = Store.open(data / "news.db")
    assert isinstance(store, Store)
    (first,) = store.page(Scope(), 1)
    story = store.stories.story(first.id)
    store.close()
    assert first.title.startswith(seed.NEWEST)
    assert story is not None
    assert story.size == 1


def test_a_store_of_an_earlier_version_is_made_anew(tmp_path: Path) -> None:
    data = seed.fill(tmp_path, 3)
    made = (data / "news.db").stat().st_ino
    assert seed.fill(tmp_path, 3) == data
    assert (data / "news.db").stat().st_ino == made
    (data / "full").write_text("")
    seed.fill(tmp_path, 3)
    assert (data / "news.db").stat().st_ino != made
