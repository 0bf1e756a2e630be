"""One article as a piece of HTML that is well-formed XML as well: the same for a document and an e-book."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsreader import gate
from newsreader.export.blocks_html import escaped, figure, inline, link, to_html
from newsreader.export.edition import Labels
from newsreader.export.parts import dateline, file_facts, headline
from newsreader.model import Article, Block
from newsreader.model.figures import lead

Place = Callable[[str], str | None]
"""Where the picture of an address can be found by the document; None when its bytes are not at hand."""


def article_html(article: Article, labels: Labels, place: Place, level: int = 1) -> str:
    """The article with its headline at that level; a picture that is not at hand is a link to it."""
    return "\n".join(_pieces(article, labels, place, level))


def _pieces(article: Article, labels: Labels, place: Place, level: int) -> Iterator[str]:
    row = article.row
    yield f"<h{level}>{escaped(headline(article))}</h{level}>"
    if row.sample:
        yield f'<p class="origin">{escaped(labels.sample)}</p>'
    yield f'<p class="origin">{link(row.url, escaped(labels.origin(article)))}</p>'
    if article.dateline:
        yield f'<p class="dateline">{escaped(dateline(article))}</p>'

    def picture(block: Block) -> str:
        return _picture(block, labels, place)

    above = lead(article)
    if above:
        yield picture(above)
    yield to_html(article.blocks, picture, level + 1)
    if article.files:
        yield f"<p><strong>{escaped(labels.files)}</strong></p>"
        items = (
            link(each.url, escaped(file_facts(each, labels.size) or gate.address(each.url)))
            for each in article.files
        )
        yield f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    if article.rights:
        yield f'<p class="rights">{escaped(article.rights)}</p>'


def _picture(block: Block, labels: Labels, place: Place) -> str:
    found, caption = place(block.url), inline(block.spans)
    if found is not None:
        return figure(found, caption, block.alt)
    return f'<p class="picture">{link(block.url, f"[{escaped(labels.picture)}]")} {caption}</p>'
