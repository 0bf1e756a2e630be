"""From a feed's text to its tree: strictly where it is XML, forgivingly where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from newsreader.model import Problem, ProblemKind
from newsreader.sources.feed.damage import Damage
from newsreader.sources.feed.limits import MAX_TAGS
from newsreader.sources.feed.prolog import Prolog, is_attack, read_prolog

if TYPE_CHECKING:
    from newsreader.sources.feed.forgiving import Mended

_CDATA = "<![CDATA["


class Document(NamedTuple):
    """A feed's root element, and what was wrong with its text."""

    root: etree._Element
    damage: tuple[Damage, ...] = ()


def read_document(text: str) -> Document | Problem:
    """The tree of a feed. Nothing is fetched and no entity is expanded that could grow or reach outside."""
    prolog = read_prolog(text)
    if prolog is None:
        return Problem(ProblemKind.NOT_A_FEED)
    if is_attack(text, prolog):
        return Problem(ProblemKind.HOSTILE, detail="entities")
    damage = [Damage.JUNK_BEFORE] if prolog.junk else []
    if prolog.unsafe:
        damage.append(Damage.UNSAFE_ENTITIES)
    text = text[prolog.start :]
    root = None if prolog.entities or _too_long(text) else _strictly(text)
    if root is None:
        from newsreader.sources.feed.forgiving import Forgiving

        mended = Forgiving(prolog.entities).read(text)
        if mended.root is None:
            return Problem(ProblemKind.MALFORMED)
        root = mended.root
        damage += _damage(mended, prolog)
    return Document(root, tuple(damage))


def _too_long(text: str) -> bool:
    tags = text.count("<") if len(text) > MAX_TAGS else 0
    start = text.find(_CDATA) if tags > MAX_TAGS else -1
    while start >= 0:
        end = text.find("]]>", start)
        if end < 0:
            break
        tags -= text.count("<", start, end)
        start = text.find(_CDATA, end)
    return tags > MAX_TAGS


def _strictly(text: str) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _damage(mended: Mended, prolog: Prolog) -> list[Damage]:
    found = [
        (Damage.TOO_LONG, mended.too_long),
        (Damage.TOO_DEEP, mended.too_deep),
        (Damage.TRUNCATED, mended.truncated and not mended.too_long),
    ]
    told = [damage for damage, true in found if true]
    return told or ([] if prolog.entities else [Damage.MALFORMED_XML])
