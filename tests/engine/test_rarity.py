"""How rare a term is depends on its time: what was usual ten years ago tells much today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from newsreader.engine import Engine
from newsreader.engine.rarity import Rarities
from newsreader.model import Scope, Source
from newsreader.store import features as known
from newsreader.store.times import to_seconds
from newsreader.stories import formula
from newsreader.stories.features import Item, features, number
from tests.engine.reader import NOW
from tests.store.drafts import draft

TEN_YEARS = timedelta(days=3_650)
MANY = 40
WORD = number("piekelhuif")


def bring(engine: Engine, titles: Sequence[str], ago: timedelta = timedelta()) -> None:
    """Articles under these titles, a day apart, joined."""
    store = engine._store
    store.add_sources([Source("a", "A", "https://a.example/")]).result()
    drafts = [
        draft(f"{title} {ago.days}", title, text="")._replace(published=NOW - ago - timedelta(days=each % 9))
        for each, title in enumerate(titles)
    ]
    store.put_passing("a", drafts, NOW).result()
    engine.stories.join_all()


def rarity_at(engine: Engine, ago: timedelta) -> float:
    """How rare the word is for an article of that age."""
    article = features(Item(1, 1, "", to_seconds(NOW - ago), "Piekelhuif gevonden"))
    rarities = Rarities(engine._store.stories)
    rarities.learn([article])
    return rarities.of(article)([WORD], bytes(1))[0]


@pytest.mark.parametrize(("usual", "rare"), [(TEN_YEARS, timedelta()), (timedelta(), TEN_YEARS)])
def test_a_word_is_as_rare_as_it_was_then(engine: Engine, usual: timedelta, rare: timedelta) -> None:
    bring(engine, [f"Piekelhuif nummer {each} gevonden" for each in range(MANY)], usual)
    assert rarity_at(engine, usual) < formula.RARE < rarity_at(engine, rare)


def test_articles_of_one_batch_are_judged_each_by_its_own_time(engine: Engine) -> None:
    when = (timedelta(), timedelta(days=40), TEN_YEARS)
    batch = [
        features(Item(each, 1, "", to_seconds(NOW - ago), "Piekelhuif gevonden"))
        for each, ago in enumerate((*when[:1] * MANY, *when[1:]))
    ]
    rarities = Rarities(engine._store.stories, batch)
    now, before, long_ago = (rarities.of(one)([WORD], bytes(1))[0] for one in (batch[0], *batch[-2:]))
    assert now == before < long_ago


def test_what_leaves_is_taken_back_from_its_time(engine: Engine) -> None:
    bring(engine, ["Piekelhuif gevonden"], TEN_YEARS)
    bring(engine, ["Piekelhuif gevonden"])
    store = engine._store
    store.mark(list(store.ids(Scope())), read=True).result()
    store.prune(NOW - timedelta(days=30)).result()
    store.prune(NOW + timedelta(days=30)).result()
    engine.stories.join_all()
    with store._readers.reading() as connection:
        assert connection.execute("SELECT count(*) FROM frequency").get == 0


def test_a_crowd_of_other_years_hides_no_article(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "CROWD", 3)
    bring(engine, [f"Piekelhuif nummer {each} gevonden" for each in range(MANY)], TEN_YEARS)
    bring(engine, ["Piekelhuif van Dorestad", "Dorestad zingt", "Dorestad leest", "Dorestad danst"])
    tables, now = engine._store.stories, to_seconds(NOW)
    terms, span = [WORD, number("dorestad")], (now - 9 * 86_400, now)
    assert len(tables.candidates(terms, *span, 9)) == 1
    assert len(tables.candidates(terms[1:], *span, 9)) == 4
    monkeypatch.setattr(known, "CROWD", 5)
    assert len(tables.candidates(terms, *span, 9)) == 4
