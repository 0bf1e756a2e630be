"""Articles and an edition to export, with everything that a format may stumble over."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

from newsreader.export.edition import Edition, Labels, Part, Picture
from newsreader.model import Article, ArticleRow, Block, BlockKind, Dateline, Enclosure, Image, Span

MOMENT = datetime(2026, 3, 2, 7, 30, 5, tzinfo=UTC)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one point."""

LABELS = Labels(
    language="nl",
    origin=lambda article: " · ".join(filter(None, (article.row.source, article.row.section))),
    size=lambda number: f"{number} bytes",
    contents="Inhoud",
    sample="Proefeditie",
    picture="Foto",
    links="Koppelingen",
    files="Bijlagen",
)


def row(number: int, title: str, section: str) -> ArticleRow:
    """A row of Molenpost."""
    url = f"https://molen.example/{number}"
    return ArticleRow(number, title, url, "molen", "Molenpost", section, "", MOMENT, None, MOMENT)


MOLEN = Article(
    row(1, "Molen *draait* weer", "Zeeland"),
    language="nl",
    dateline=Dateline(("MIDDELBURG",), ("ANP",)),
    images=(Image("https://molen.example/avond.jpg", "Avond", "J. Pier"),),
    enclosures=(
        Enclosure("https://molen.example/gesprek.mp3", "audio/mpeg", 12, "Gesprek", 2710),
        Enclosure("https://molen.example/avond.jpg", "image/jpeg", 9),
    ),
    blocks=(
        Block(BlockKind.PARAGRAPH, (Span("Bij het "), Span("loket", "b", "https://molen.example/a?b=1&c=2"))),
        Block(BlockKind.PARAGRAPH, (Span("Vreemd \ufffe & <b> \x1b[2J teken\nvolgende regel"),)),
        Block(BlockKind.HEADING, (Span("Wieken"),), level=2),
        Block(BlockKind.ITEM, (Span("een"),), level=1, marker="1."),
        Block(BlockKind.ITEM, (Span("dieper"),), level=2),
        Block(BlockKind.IMAGE, (Span("De molen"),), url="https://molen.example/molen.png"),
        Block(BlockKind.CODE, (Span("draai()\n  stop()"),)),
        Block(BlockKind.TABLE, rows=(("uur", "wind"), ("12", "4 & 5")), level=1),
        Block(BlockKind.MEDIA, (Span("Film"),), url="https://molen.example/film.mp4"),
        Block(BlockKind.QUOTE, (Span("“Mooi”"),), level=1),
    ),
    rights="© Molenpost",
)
KOERS = Article(row(2, "Koers", "Sport"), blocks=(Block(BlockKind.PARAGRAPH, (Span("In de mist."),)),))


def edition() -> Edition:
    """Two sections with an article each, and the one picture that was found."""
    parts = (Part("Zeeland", (MOLEN,)), Part("Sport", (KOERS,)))
    pictures = {"https://molen.example/molen.png": Picture("image/png", PNG)}
    return Edition("Krant <van> & vandaag", "maandag 2 maart 2026", MOMENT, parts, pictures)
