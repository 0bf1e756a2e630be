"""A body comes back as it went in, whatever is in it."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import (
    Article,
    ArticleRow,
    Block,
    BlockKind,
    Dateline,
    Draft,
    Enclosure,
    Image,
    Scope,
    Span,
)
from newsreader.store import Store, bodies
from tests.store.drafts import MINUTE, NOW, draft, put

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
SPANS = st.builds(Span, TEXT, st.text("bicsu^_", max_size=3), TEXT)
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.lists(SPANS, max_size=3).map(tuple),
    st.integers(0, 6),
    TEXT,
    TEXT,
    st.lists(st.lists(TEXT, max_size=3).map(tuple), max_size=3).map(tuple),
    st.booleans(),
)


@given(st.lists(BLOCKS, max_size=5).map(tuple))
def test_every_block_comes_back(blocks: tuple[Block, ...]) -> None:
    row = ArticleRow(1, "", "", "", "", "", "", None, None, NOW)
    assert bodies.unpack(row, bodies.pack(draft("a")._replace(blocks=blocks))).blocks == blocks


def test_every_field_comes_back(store: Store) -> None:
    full = draft("a", "Kop", age=7)._replace(
        published_until=NOW,
        updated=NOW - MINUTE,
        author="J. de Vries",
        language="nl",
        dateline=Dateline(("GOES", "TERNEUZEN"), ("ANP", "AFP")),
        images=(Image("https://bron.example/1.jpg", "De kade", "Foto: redactie", 800, 600),),
        enclosures=(Enclosure("https://bron.example/1.mp3", "audio/mpeg", 1234, "Uitzending", 61),),
        categories=("scheepvaart", "water"),
        comments="https://bron.example/1#reacties",
        rights="© Bron",
        whole=True,
    )
    put(store, [full])
    article = store.article(store.ids(Scope())[0])
    assert article is not None
    shared = {field.name for field in fields(Article)} & set(Draft._fields)
    assert len(shared) == 11
    for name in shared:
        assert getattr(article, name) == getattr(full, name), name
    row = article.row
    assert (row.title, row.url, row.summary) == (full.title, full.url, full.summary)
    assert (row.published, row.published_until) == (full.published, full.published_until)
