"""Articles, lists and words to draw."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsreader.model import Article, ArticleRow, Block, BlockKind, Related, Span
from newsreader.ui.widgets.view_words import ViewWords

NOW = datetime(2025, 3, 4, 14, 5, tzinfo=UTC)
TITLES = (
    "Veerpont vaart weer na reparatie van de motor",
    "Gemeente plant duizend bomen langs de ringweg",
    "Museum toont verloren gewaande schetsen",
)


def minutes(row: ArticleRow) -> int:
    return int((NOW - row.moment).total_seconds()) // 60


def age(row: ArticleRow) -> str:
    return f"{minutes(row)} minuten geleden"


def short_age(row: ArticleRow) -> str:
    return f"{minutes(row)} min"


def article_row(
    number: int = 1,
    title: str = TITLES[0],
    *,
    summary: str = "De pont lag drie dagen stil. Morgen geldt weer de gewone dienst.",
    source: str = "De Kustbode",
    old: int = 33,
    read: bool = False,
    saved: bool = False,
    sample: bool = False,
    changed: bool = False,
    whole: bool = False,
) -> ArticleRow:
    return ArticleRow(
        id=number,
        title=title,
        url=f"https://krant.example/{number}",
        source_id="kustbode",
        source=source,
        section="Zeeland",
        summary=summary,
        published=NOW - timedelta(minutes=old),
        published_until=None,
        first_seen=NOW,
        read=read,
        saved=saved,
        sample=sample,
        changed=changed,
        whole=whole,
    )


class Listed:
    """Rows with these ids, that remember which of them were asked for."""

    def __init__(self, ids: range | list[int]) -> None:
        self.ids = ids
        self.read: set[int] = set()
        self.asked: list[int] = []

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, index: int) -> ArticleRow | None:
        self.asked.append(index)
        number = self.ids[index]
        return article_row(number, f"Bericht {number}", read=number in self.read)

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:
        return self.ids.index(article_id) if article_id in self.ids else None


WORDS = ViewWords(
    when=lambda article: f"4 maart 14.05 · {age(article.row)}",
    age=age,
    why=lambda article, related: {"section": f"Meer uit {article.row.section}"}.get(related.why, related.why),
    reason=lambda related: related.detail,
    size=lambda size: f"{size // 1000} kB",
    empty="Kies een bericht",
    sample="Proefeditie: dit bericht is verzonnen",
    photo="Foto",
    seen=lambda alt: f"Te zien: {alt}",
    media="Media",
    links="Koppelingen",
    enclosures="Bijlagen",
    cut="ingekort",
    missing=lambda article: ("Er is niet meer.",) if article.missing else (),
)


def block(kind: BlockKind, *spans: str | Span, level: int = 0, url: str = "", marker: str = "") -> Block:
    whole = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    return Block(kind, whole, level=level, url=url, marker=marker)


def paragraph(*spans: str | Span) -> Block:
    return block(BlockKind.PARAGRAPH, *spans)


def table(*rows: tuple[str, ...], headings: int = 1) -> Block:
    return Block(BlockKind.TABLE, rows=rows, level=headings)


def long_article(paragraphs: int = 40) -> Article:
    text = "De dijkgraaf telt de stenen langs het water en schrijft elk getal in een dik boek. "
    return Article(
        article_row(), blocks=tuple(paragraph(f"Alinea {n}. " + text * 3) for n in range(1, paragraphs + 1))
    )


def related(count: int) -> tuple[Related, ...]:
    return tuple(Related(article_row(100 + n, TITLES[n % 3], read=n == 1), "section") for n in range(count))
