"""HTML to blocks: what each element becomes."""

from __future__ import annotations

import pytest

from newsreader.model import Block, BlockKind, Span
from newsreader.sources.blocks import blocks

BASE = "https://krant.example.nl/nieuws/"


def outline(html: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(html, BASE)]


def spans(html: str) -> tuple[Span, ...]:
    return blocks(html, BASE)[0].spans


def test_headings_and_paragraphs() -> None:
    assert outline("<h1>Een</h1>los<p>Twee<h3>Drie</h3><div>Vier</div>") == [
        ("heading", "Een"),
        ("paragraph", "los"),
        ("paragraph", "Twee"),
        ("heading", "Drie"),
        ("paragraph", "Vier"),
    ]
    assert [block.level for block in blocks("<h1>a</h1><h4>b</h4>")] == [1, 4]


def test_marks_nest_and_keep_one_order() -> None:
    assert spans("<i>a<b>b</b></i><sub>c</sub><sup>d</sup><del>e</del><u>f</u><code>g</code>") == (
        Span("a", "i"),
        Span("b", "bi"),
        Span("c", "_"),
        Span("d", "^"),
        Span("e", "s"),
        Span("f", "u"),
        Span("g", "c"),
    )
    assert spans("<span style='Font-Weight: bold'>x</span>") == (Span("x", "b"),)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/a b", "https://krant.example.nl/a%20b"),
        ("c?d=1&amp;e", "https://krant.example.nl/nieuws/c?d=1&e"),
        ("//cdn.example.nl/x", "https://cdn.example.nl/x"),
        (" https://x.example.nl\n", "https://x.example.nl"),
        ("mailto:redactie@example.nl", "mailto:redactie@example.nl"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
    ],
)
def test_only_web_and_mail_links_survive(href: str, url: str) -> None:
    assert spans(f'<a href="{href}">t</a>') == (Span("t", url=url),)


def test_white_space_folds_as_in_a_browser() -> None:
    assert outline("<p>\n  een \t <b> twee</b>\r\n</p> <p>&nbsp;</p>") == [("paragraph", "een twee")]
    assert outline("<p>a&nbsp;b</p>") == [("paragraph", "a\u00a0b")]


def test_line_breaks() -> None:
    assert outline("<p>a<br>b<br> <br>c<br></p>") == [("paragraph", "a\nb"), ("paragraph", "c")]
    assert outline("a<br>&nbsp;<br>b") == [("paragraph", "a"), ("paragraph", "b")]


def test_nested_lists_with_numbers() -> None:
    html = "<ol start=3 type=a><li>x<ul><li>y</ul><li value=9>z</ol><ol reversed start=2><li>p<li>q</ol>"
    assert [(block.level, block.marker, block.text) for block in blocks(html)] == [
        (1, "c.", "x"),
        (2, "", "y"),
        (1, "i.", "z"),
        (1, "2.", "p"),
        (1, "1.", "q"),
    ]


def test_paragraphs_of_an_item_are_lines_of_it() -> None:
    assert outline("<ul><li><p>a</p><p>b</p></li></ul>") == [("item", "a\nb")]
    assert outline("<ul><li>a<pre>k</pre>b</li></ul>") == [("item", "a"), ("code", "k"), ("paragraph", "b")]


def test_quotes() -> None:
    found = blocks("<blockquote>a<blockquote><p>b</blockquote><h2>c</h2><ul><li>d</ul></blockquote>e")
    assert [(block.kind.value, block.level, block.quoted) for block in found] == [
        ("quote", 1, False),
        ("quote", 2, False),
        ("heading", 2, True),
        ("item", 1, True),
        ("paragraph", 0, False),
    ]


def test_code_keeps_its_space() -> None:
    assert outline("<pre><code>\n  a\n\tb  \n</code></pre>") == [("code", "  a\n\tb")]


def test_tables() -> None:
    html = (
        "<table><caption>Stand</caption><thead><tr><th>Club<th>P</thead>"
        "<tr><td>Goes<td rowspan=2>12<tr><td>Kapelle</table>"
    )
    caption, table = blocks(html)
    assert caption.text == "Stand"
    assert (table.kind, table.level) == (BlockKind.TABLE, 1)
    assert table.rows == (("Club", "P"), ("Goes", "12"), ("Kapelle", ""))


def test_colspan_leaves_cells_empty() -> None:
    (table,) = blocks("<table><tr><th colspan=2>a<th>b<tr><td>1<td>2<td>3</table>")
    assert table.rows == (("a", "", "b"), ("1", "2", "3"))


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>menu<td><h2>kop</h2>tekst</table>",
        "<table><tr><td>een</td></tr></table>",
        "<table role=presentation><tr><th>a<th>b<tr><td>c<td>d</table>",
        "<table><tr><td><table><tr><td>in</table></table>",
    ],
)
def test_tables_that_lay_out_a_page_are_text(html: str) -> None:
    assert BlockKind.TABLE not in {block.kind for block in blocks(html)}


def test_figures() -> None:
    html = "<figure><a href=g><img src=f.jpg alt=alt></a><figcaption>Bij <i>schrift</i></figcaption></figure>"
    assert blocks(html, BASE) == (
        Block(BlockKind.IMAGE, (Span("Bij "), Span("schrift", "i")), url=BASE + "f.jpg", alt="alt"),
    )
    assert outline("<figure><table><tr><th>a<th>b</table><figcaption>c</figcaption></figure>")[1] == (
        "paragraph",
        "c",
    )


def test_a_picture_in_a_paragraph_follows_it() -> None:
    assert outline("<p>voor <img src=f.png alt=Foto> na</p>") == [("paragraph", "voor na"), ("image", "Foto")]
    assert outline("<p>leuk <img src=e.png alt=':-)' width=16 height=16></p>") == [("paragraph", "leuk :-)")]


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<img src='data:image/gif;base64,R0' data-src=a.jpg>", "a.jpg"),
        ("<img srcset='s.jpg 320w, l.jpg 1280w, m.jpg 640w'>", "l.jpg"),
        ("<picture><source srcset='p.webp 2x'><img></picture>", "p.webp"),
    ],
)
def test_lazy_and_responsive_pictures(html: str, url: str) -> None:
    assert [block.url for block in blocks(html, BASE)] == [BASE + url]


@pytest.mark.parametrize(
    "html",
    [
        "<img src=p.gif width=1 height=1>",
        "<img src=p.gif style='width:1px; height:1px'>",
        "<img src='https://pixel.wp.com/b.gif?x'>",
        "<img src='/spacer.gif'>",
        "<iframe src='https://x.example.nl/' width=0 height=0></iframe>",
        "<img src='data:image/png;base64,AAAA'>",
    ],
)
def test_trackers_are_dropped(html: str) -> None:
    assert blocks(html, BASE) == ()


def test_media_are_links() -> None:
    html = (
        "<audio src=a.mp3></audio><video><source src=v.mp4>oude browser</video>"
        "<iframe src='//film.example.nl/embed/1' title='Een film'></iframe>"
    )
    found = blocks(html, BASE)
    assert [block.url for block in found] == [
        BASE + "a.mp3",
        BASE + "v.mp4",
        "https://film.example.nl/embed/1",
    ]
    assert {block.kind for block in found} == {BlockKind.MEDIA}
    assert found[2].text == "Een film"


def test_definitions_rules_ruby_quotation_marks() -> None:
    assert outline(
        "<dl><dt>T<dd>D<dd>E</dl><hr><p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <q>ja</q>"
    ) == [
        ("term", "T"),
        ("definition", "D"),
        ("definition", "E"),
        ("rule", ""),
        ("paragraph", "漢 (kan) “ja”"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<p hidden>x</p>",
        "<p style='DISPLAY : none'>x</p>",
        "<span aria-hidden=true>x</span>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<select><option>x</select>",
        "<svg><title>x</title><text>x</text></svg>",
        "<!-- x -->",
        "<p>Deel dit: <a href='https://twitter.com/intent/tweet?text=x'>X</a></p>",
        "<p>Delen</p><ul><li><a href='https://wa.me/?text=x'>WhatsApp</a></ul>",
    ],
)
def test_what_is_not_text_is_dropped(html: str) -> None:
    assert blocks(html) == ()


def test_a_share_link_does_not_take_the_text_along() -> None:
    text = "Dit is een gewone alinea met veel woorden, en aan het eind een knop."
    assert outline(f"<p>{text} <a href='https://t.me/share?x'>Telegram</a></p>") == [("paragraph", text)]


def test_control_characters_are_cleaned_after_decoding() -> None:
    found = blocks("<p>a&#27;[2J&#x9b;b\u202ec</p><pre>&#7;d</pre><img src=x.png alt='e&#27;'>", BASE)
    assert [block.text for block in found] == ["a[2J›bc", "d", "e"]


def test_text_is_nfc_also_across_elements() -> None:
    assert outline("<p>e<b></b>&#769;</p>") == [("paragraph", "é")]


def test_plain_text_is_paragraphs() -> None:
    assert outline("een\nregel\n \ntwee &amp; 1 < 2") == [
        ("paragraph", "een regel"),
        ("paragraph", "twee & 1 < 2"),
    ]
    assert blocks("") == blocks(" \n\n ") == ()
