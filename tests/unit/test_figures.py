"""The pictures of an article: which stands above the text, and what is said of each."""

from __future__ import annotations

from newsreader.model import Article, Block, BlockKind, Image, Span
from newsreader.model.figures import figure, figures, lead
from newsreader.sources.blocks import blocks
from tests.ui.widgets.samples import article_row

HREF = "https://beeld.example.nl/"


def article(*images: Image, inside: tuple[str, ...] = ()) -> Article:
    shown = tuple(Block(BlockKind.IMAGE, url=url) for url in inside)
    return Article(
        article_row(1), images=images, blocks=(Block(BlockKind.PARAGRAPH, (Span("Tekst."),)), *shown)
    )


def test_the_first_picture_leads_unless_the_text_shows_it_in_any_size() -> None:
    first, second = Image(HREF + "a.jpg?w=1200"), Image(HREF + "b.jpg")
    assert [block.url for block in figures(article(first, second))] == [first.url]
    assert [block.url for block in figures(article(first, inside=(HREF + "c.jpg",)))] == [
        first.url,
        HREF + "c.jpg",
    ]
    assert lead(article(first, inside=(HREF + "a.jpg?w=300",))) is None
    assert lead(article()) is None


def test_a_figure_has_its_caption_and_what_is_to_be_seen() -> None:
    whole = figure(Image(HREF, "Bij de brug.", "Foto: Jo", 640, 480, "Een brug"))
    assert (whole.text, whole.alt) == ("Bij de brug. Foto: Jo", "Een brug")
    assert (whole.width, whole.height) == (640, 480)
    assert (figure(Image(HREF, alt="Een brug")).text, figure(Image(HREF, alt="Een brug")).alt) == (
        "Een brug",
        "",
    )
    assert figure(Image(HREF)).text == ""


def test_html_keeps_caption_alternative_text_and_size() -> None:
    html = (
        "<figure><img src=f.jpg alt='Een brug' width=640 height=480><figcaption>Open.</figcaption></figure>"
    )
    (block,) = blocks(html, HREF)
    assert (block.text, block.alt, block.width, block.height) == ("Open.", "Een brug", 640, 480)
    (bare,) = blocks("<img src=f.jpg alt='Een brug' width=640>", HREF)
    assert (bare.text, bare.alt, bare.width, bare.height) == ("Een brug", "", 0, 0)
    (same,) = blocks("<figure><img src=f.jpg alt=Open><figcaption>Open.</figcaption></figure>", HREF)
    assert (same.text, same.alt) == ("Open.", "")
