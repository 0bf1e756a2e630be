"""A reader of one's own for every test of the command line: its folders, a run, and some articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsreader import __version__
from newsreader.cli import main
from newsreader.model import (
    Block,
    BlockKind,
    Dateline,
    Draft,
    Image,
    Problem,
    ProblemKind,
    Source,
    Span,
    Visit,
)
from newsreader.store import Store


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value that was printed."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in Dutch on folders of this test alone."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str | Path) -> Ran:
        folders = ("--config-dir", str(tmp_path / "config"), "--data-dir", str(tmp_path / "data"))
        status = main([*folders, *map(str, words)])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return command


BODY = (
    Block(
        BlockKind.PARAGRAPH,
        (Span("Bij het "), Span("loket", url="https://molen.example/loket"), Span(" is koffie.")),
    ),
    Block(BlockKind.HEADING, (Span("Wieken"),), level=2),
    Block(BlockKind.ITEM, (Span("vier wieken"),), level=1),
    Block(
        BlockKind.IMAGE,
        (Span("De molen bij avond"),),
        url="https://molen.example/avond.jpg",
        alt="Vier wieken tegen een rode lucht",
    ),
    Block(BlockKind.CODE, (Span("draai()\n  stop()"),)),
    Block(BlockKind.TABLE, rows=(("uur", "wind"), ("12", "4"))),
)


@pytest.fixture
def stored(tmp_path: Path) -> datetime:
    """Two sources with three articles: one plain, one saved, one read; answers the moment."""
    now = datetime.now(UTC).replace(microsecond=0)
    store = Store.open(tmp_path / "data" / "news.db")
    assert isinstance(store, Store)
    store.set_meta("catalogue", __version__).result()  # without the built-in sources
    store.add_sources(
        [
            Source("molenpost", "Molenpost", "https://molen.example/rss", "Zeeuws", "Zeeland"),
            Source("sportblad", "Sportblad", "https://sport.example/rss", "Sport", "Sport", on=False),
        ]
    ).result()
    molen = Draft(
        "m1", "https://molen.example/1", "Molen draait weer", "Na een jaar draait de molen weer.", "Zeeland",
        now - timedelta(minutes=33, seconds=5), author="Jo Pier", language="nl",
        dateline=Dateline(("MIDDELBURG",), ("ANP",)), blocks=BODY,
        images=(Image("https://molen.example/avond.jpg", "De molen bij avond", "J. Pier"),),
        digest=b"1",
    )  # fmt: skip
    brug = Draft(
        "m2", "https://molen.example/2", "Brug blijft \x1b[2Jdicht", "Tot vrijdag.", "Zeeland",
        now - timedelta(hours=2), published_until=now - timedelta(hours=1), digest=b"2",
    )  # fmt: skip
    koers = Draft("s1", "https://sport.example/1", "Koers in de mist", "", "Sport", None, digest=b"3")
    store.put("molenpost", Visit(last_checked=now - timedelta(minutes=3)), [brug, molen], now).result()
    refused = Problem(ProblemKind.HTTP, "https://sport.example/rss", "503")
    store.put("sportblad", Visit(last_checked=now, problem=refused, failures=1), [koers], now).result()
    ids = {row.title[:4]: row.id for row in store.rows([1, 2, 3])}
    store.mark([ids["Koer"]], read=True).result()
    store.mark([ids["Brug"]], saved=True).result()
    store.close()
    return now
