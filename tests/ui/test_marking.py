"""Saving, marking, and taking it back."""

from __future__ import annotations

import errno
import os
from threading import Event
from typing import Any

import pytest

from newsreader.engine import Engine
from newsreader.model import Scope, ScopeKind
from newsreader.store import unfinished
from tests.ui.paper import Paper


async def test_save_and_save_no_longer(paper: Paper, engine: Engine) -> None:
    await paper.press("s")
    assert paper.status == "Bewaard voor later."
    assert paper.current.saved
    assert engine.counts().saved == 1
    assert any("★" in line for line in paper.lines())
    await paper.press("s")
    assert (paper.status, paper.current.saved) == ("Niet meer bewaard.", False)


async def test_in_the_pane_the_article_being_read_is_saved(paper: Paper, engine: Engine) -> None:
    await paper.press("enter")
    title = paper.open
    paper.main.articles.action_bottom()
    await paper.press("s")
    assert [row.title for row in engine.page(Scope(ScopeKind.SAVED), 9)] == [title]


async def test_mark_read_and_unread(paper: Paper, engine: Engine) -> None:
    unread = engine.counts().everything.unread
    await paper.press("M")
    assert (paper.current.read, paper.status) == (True, "Gemarkeerd als gelezen.")
    assert engine.counts().everything.unread == unread - 1
    await paper.press("M")
    assert (paper.current.read, paper.status) == (False, "Gemarkeerd als ongelezen.")
    await paper.press("enter", "M")
    assert not paper.current.read


async def test_mark_all_is_undone_to_what_was(paper: Paper, engine: Engine) -> None:
    await paper.press("M", "j", "s")
    before = engine.page(Scope(), 100)
    third = paper.main.rows.row(2)
    await paper.press("A")
    assert engine.counts().everything.unread == 0
    assert paper.status == paper.main.texts.marked_all(len(before) - 1)
    await paper.press("z")
    assert engine.page(Scope(), 100) == before
    assert paper.main.rows.row(2) == third


async def test_undo_goes_back_step_by_step_and_then_stops(paper: Paper) -> None:
    await paper.press("M", "j", "s", "z")
    assert paper.marks == (False, False)
    await paper.press("k")
    assert paper.marks == (True, False)
    await paper.press("z")
    assert paper.marks == (False, False)
    await paper.press("z")
    assert paper.status == paper.main.texts.nothing_to_undo


async def test_mark_all_marks_what_is_listed_and_no_more(paper: Paper, engine: Engine) -> None:
    paper.main.open_scope(Scope(ScopeKind.SECTION, "Sport"))
    await paper.press("A")
    unread = {name: count.unread for name, count in engine.counts().sections}
    assert unread["Sport"] == 0
    assert unread["Cultuur"] > 0


async def test_mark_all_in_a_search_marks_the_hits(paper: Paper, engine: Engine) -> None:
    unread = engine.counts().everything.unread
    await paper.press("/")
    await paper.type("bultrug")
    hits = len(paper.main.rows.everything)
    await paper.press("tab", "A")
    assert 0 < hits < unread
    assert engine.counts().everything.unread == unread - hits


async def test_with_an_empty_list_nothing_happens(paper: Paper) -> None:
    paper.main.open_scope(Scope(ScopeKind.SAVED))
    paper.main.view.show(None)
    await paper.press("s", "M", "A", "z", "enter", "o", "y", "n", "p", "space", "1", "[", "]")
    assert paper.open == ""


@pytest.mark.parametrize("key", [*"sMdaFXJoYxV/|", "3"])
async def test_a_key_for_an_article_says_that_there_is_none(paper: Paper, key: str) -> None:
    paper.main.open_scope(Scope(ScopeKind.SAVED))
    paper.main.view.show(None)
    if key in "/x":
        paper.main.go("view")
    await paper.press(key)
    texts = paper.main.texts
    assert paper.status == (texts.no_related(3) if key == "3" else texts.no_article)


async def test_the_end_of_an_older_message_leaves_a_newer_one(paper: Paper) -> None:
    paper.main.say("oud")
    assert paper.main._hush is not None
    assert paper.main._hush._callback is not None
    paper.main._hush._callback()  # it is on its way while another message comes
    paper.main.say("nieuw")
    await paper.settle()
    assert paper.status == "nieuw"


async def test_a_key_that_comes_before_the_last_one_is_done_builds_on_it(
    paper: Paper, engine: Engine
) -> None:
    await paper.press("s")
    first = paper.current.id
    row = paper.main.rows.row(3)
    assert row is not None
    assert not row.read
    paper.main.read(row.id)
    paper.main.action_mark()
    paper.main.action_save()
    paper.main.action_save()
    await paper.settle()
    assert (paper.marks, paper.status) == ((False, False), "Niet meer bewaard.")
    for _ in range(3):
        paper.main.action_undo()
    await paper.settle()
    assert paper.marks == (True, False)
    article = engine.article(first)
    assert article is not None
    assert article.row.saved
    paper.main.action_undo()
    paper.main.action_undo()
    await paper.settle()
    assert paper.main.undoable == ()
    article = engine.article(first)
    assert article is not None
    assert not article.row.saved


async def test_what_is_opened_while_all_is_taken_back_stays_read(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate, put_back = Event(), Event(), unfinished._put_back

    def wait(*piece: Any) -> None:
        begun.set()
        gate.wait()
        put_back(*piece)

    monkeypatch.setattr(unfinished, "CHUNK", 10)
    monkeypatch.setattr(unfinished, "_put_back", wait)
    await paper.press("A", "G")
    last = paper.current.id
    paper.main.action_undo()
    await paper.until(begun.is_set)
    await paper.pilot.press("enter")
    gate.set()
    await paper.settle()
    article = engine.article(last)
    assert article is not None
    assert article.row.read
    assert paper.current.read
    everything = engine.counts().everything
    assert everything.unread == everything.total - 1


async def test_a_mark_is_told_before_it_is_synced(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread, slow, sync = engine.counts().everything.unread, Event(), os.fsync

    def late(descriptor: int) -> None:
        slow.wait()
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", late)
    paper.main.action_mark()
    await paper.until(lambda: paper.status == "Gemarkeerd als gelezen.")
    assert paper.current.read
    assert paper.main.counts.everything.unread == unread - 1
    assert any(worker.group == "marks" for worker in paper.app.workers)
    slow.set()
    await paper.settle()
    assert paper.status == "Gemarkeerd als gelezen."


async def test_a_mark_that_could_not_be_synced_is_told_and_shown_as_it_is(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        await paper.press("M")
    assert paper.status.startswith("Er is geen ruimte meer om ")
    assert paper.current.read
    await paper.press("z")
    assert not paper.current.read
