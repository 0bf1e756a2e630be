"""A long queue is joined beside the screen: the list is folded as it goes, and nothing moves the reader."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from newsreader import demo
from newsreader.engine import Engine
from newsreader.model import Joined, Source
from tests.store.drafts import draft
from tests.ui.paper import Paper

TITLES = ("Sloebrug bij Vlissingen staat open en kan niet dicht", "Sloebrug Vlissingen kan niet meer dicht")
TEXT = (
    "De Sloebrug bij Vlissingen staat sinds vanochtend open en kan niet meer dicht door een defecte sensor."
    " Het verkeer moet omrijden via Middelburg, meldt beheerder Noordervaart."
)
STEPS, STEP = 5, 4


def bring(engine: Engine) -> None:
    """The newest two articles tell one story; those of the other source, which came last, are older."""
    store, now = engine._store, demo.MOMENT
    store.add_sources([Source(name, name, f"https://{name}.example/") for name in "xyz"]).result()
    for number, (name, title) in enumerate(zip("xy", TITLES, strict=True), 1):
        text = TEXT + " Een reparatie duurt tot de avond." * 30 * (name == "x")  # the better telling
        one = draft(name, title, text=text)._replace(published=now - timedelta(seconds=number))
        store.put_passing(name, [one], now).result()
    rest = (draft(str(each), f"Bericht {each} uit Goes") for each in range(STEPS * STEP - 2))
    older = [one._replace(published=now - timedelta(minutes=each)) for each, one in enumerate(rest, 1)]
    store.put_passing("z", older, now).result()


async def test_the_list_is_folded_as_it_goes_and_the_cursor_stays_on_its_article(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.engine.stories.STEP", STEP)
    bring(engine)
    paper.main.reload()
    await paper.settle()
    assert paper.titles[:2] == [*TITLES]
    await paper.press("j")
    seen: list[tuple[int, str, int, int]] = []
    join_new = engine.stories.join_new

    async def watched(most: int | None = None) -> AsyncGenerator[Joined, None]:
        async for joined in join_new(most):
            yield joined
            row = paper.current
            seen.append((joined.done, row.title, row.others, paper.main.articles.cursor))

    monkeypatch.setattr(engine.stories, "join_new", watched)
    paper.main.begin(paper.main._join_rest(), "stories", exclusive=True)
    await paper.settle()
    assert seen[0] == (STEP, TITLES[1], 1, 0)
    assert {each[1:] for each in seen} == {seen[0][1:]}
    assert len(seen) > STEPS  # the sample edition that had to go leaves its stories too
    assert (paper.current.title, paper.titles.count(TITLES[0])) == (TITLES[1], 0)
    await paper.press("j")
    paper.main.reload()
    await paper.settle()
    assert paper.titles[0] == TITLES[0]  # nobody is there any more: the best telling is shown
