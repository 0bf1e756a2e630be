"""An article's body in the database: compact JSON, compressed with Zstandard (RFC 8878).

Every value is a list of a type's fields in order, so that a field added at the end of a type, with a default,
can be read from older bodies.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import apsw

from newsreader.model import Block, BlockKind, Dateline, Draft, Enclosure, Image, Packed, Span
from newsreader.store.times import to_moment, to_seconds

if TYPE_CHECKING:
    from newsreader.model import Article, ArticleRow, Wording

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_LEVEL = 1  # 1 % larger than level 3, in two thirds of its time
_BLOCKS, _WHOLE = 4, 10  # places of values in a body


class _Codec(threading.local):
    """A compressor and a decompressor a thread: neither may be shared."""

    def __init__(self) -> None:
        import zstandard

        self.compress = zstandard.ZstdCompressor(level=_LEVEL).compress
        self.decompress = zstandard.ZstdDecompressor().decompress


_codec = _Codec()


def pack(draft: Draft) -> bytes:
    """What the reading pane needs of a draft beyond its row."""
    if draft.packed is not None:
        return draft.packed.body
    values = (
        draft.author,
        draft.language,
        to_seconds(draft.updated),
        draft.dateline,
        [(*spans, (kind, *rest)) for kind, spans, *rest in draft.blocks],
        draft.images,
        draft.enclosures,
        draft.categories,
        draft.comments,
        draft.rights,
        draft.whole,
    )
    return _codec.compress(_ENCODE(values).encode())


def words(draft: Draft) -> str:
    """Everything of a draft that a search may find it by."""
    if draft.packed is not None:
        return draft.packed.words
    return joined(draft.title, draft.dateline, draft.summary, draft.blocks)


def joined(title: str, dateline: Dateline, summary: str, blocks: Iterable[Block]) -> str:
    """The text of an article that a search reads; a summary that only repeats a paragraph is left out."""
    texts = [block.text for block in blocks]
    beginning = summary.removesuffix("…")
    told = any(text.startswith(beginning) for text in texts)
    return "\n".join((title, *dateline.places, *dateline.agencies, "" if told else summary, *texts))


def packed(draft: Draft) -> Draft:
    """The same draft with its text packed: a tenth of the size, for the way between processes."""
    return draft._replace(blocks=(), packed=Packed(pack(draft), words(draft)))


def unpack(row: ArticleRow, packed: bytes) -> Article:
    """The article of that row and that body; raises apsw.CorruptError for bytes that were changed."""
    try:
        return _unpacked(row, packed)
    except Exception as error:  # they can lead to anything
        raise _damaged() from error


def _damaged() -> apsw.CorruptError:
    return apsw.CorruptError("the text of an article is damaged")


def _unpacked(row: ArticleRow, packed: bytes) -> Article:
    from newsreader.model import Article

    values = json.loads(_codec.decompress(packed))
    author, language, updated, (places, agencies), blocks, images, enclosures, categories, *rest = values
    return Article(
        row,
        author,
        language,
        to_moment(updated),
        Dateline(tuple(places), tuple(agencies)),
        tuple(map(_to_block, blocks)),
        tuple(Image(*image) for image in images),
        tuple(Enclosure(*enclosure) for enclosure in enclosures),
        tuple(categories),
        *rest,
    )


def paragraphs(packed: bytes) -> list[str]:
    """The text of each block of that body, as `Block.text` has it; raises apsw.CorruptError as `unpack`."""
    try:
        return [*map(_text, json.loads(_codec.decompress(packed))[_BLOCKS])]
    except Exception as error:
        raise _damaged() from error


def _text(values: list[Any]) -> str:
    *spans, (_, _, _, _, rows, *_) = values
    return "\n".join(map("\t".join, rows)) if rows else "".join([span[0] for span in spans])


def said(draft: Draft) -> Wording:
    """What a draft says, packed or not."""
    from newsreader.model import Wording

    if draft.packed is not None:
        return wording(draft.title, draft.summary, draft.packed.body)
    return Wording(draft.title, draft.summary, draft.blocks, draft.whole)


def wording(title: str, summary: str, packed: bytes) -> Wording:
    """What an article of that title and that body says."""
    from newsreader.model import Wording

    values = json.loads(_codec.decompress(packed))
    return Wording(title, summary, tuple(map(_to_block, values[_BLOCKS])), values[_WHOLE])


def _to_block(values: list[Any]) -> Block:
    *spans, (kind, level, url, marker, rows, *rest) = values
    runs = tuple(Span(*span) for span in spans)
    anchors = tuple(map(tuple, rest[4:]))
    return Block(BlockKind(kind), runs, level, url, marker, tuple(map(tuple, rows)), *rest[:4], *anchors)
