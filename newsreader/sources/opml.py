"""Subscriptions in and out as OPML, 1.0 to 2.0 (opml.org/spec2.opml).

What OPML has no word for (ids, kinds, intervals) travels in attributes of our own namespace, which other
readers ignore.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from newsreader import gate
from newsreader.model import Problem, ProblemKind, Source, SourceKind
from newsreader.sources import newsboat
from newsreader.sources.address import without_login
from newsreader.sources.outline import NEST, Line, Outline, collect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_OWN = "urn:newsreader:opml"
_PREFIX = f"{{{_OWN}}}"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_BARE_AMPERSAND = re.compile(rb"&(?!#\d+;|#[xX][0-9a-fA-F]+;|\w+;)")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ADDRESSES = ("xmlurl", "feedurl", "url")


def read(data: bytes, taken: Iterable[str] = ()) -> Outline | Problem:
    """The subscriptions of an OPML file, or of newsboat's `urls` file, with ids that are not `taken`.

    MALFORMED when it holds none at all; HOSTILE when it declares entities.
    """
    if b"<!ENTITY" in data:
        return Problem(ProblemKind.HOSTILE)
    is_xml = data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith((b"<", *_UTF_16))
    outline = collect(_lines(data) if is_xml else newsboat.lines(data), taken)
    return outline if outline.sources else Problem(ProblemKind.MALFORMED)


def write(sources: Iterable[Source], title: str = "Newsreader") -> bytes:
    """The subscriptions as OPML 2.0, in folders; the sources of the sample edition stay behind."""
    from lxml import etree

    root = etree.Element("opml", {"version": "2.0"}, nsmap={"newsreader": _OWN})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _text(title)
    folders = {"": etree.SubElement(root, "body")}
    for source in sources:
        if source.kind is not SourceKind.SAMPLE:
            etree.SubElement(_folder(folders, source.group), "outline", _attributes(source))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _lines(data: bytes) -> Iterator[Line]:
    from lxml import etree

    if not data.startswith(_UTF_16):
        data = _BARE_AMPERSAND.sub(b"&amp;", data.lstrip())
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # of bytes that are in no encoding there is nothing to recover
        return
    pending: list[tuple[_Element, tuple[str, ...]]] = [] if root is None else [(root, ())]
    while pending:
        element, folders = pending.pop()
        attributes = _lowered(element)
        if attributes.get("iscomment", "").lower() == "true":
            continue
        line = _line(element, attributes, folders)
        if line.url or ("type" in attributes and not len(element)):
            yield line
        inner = (*folders, line.title) if line.title else folders
        pending += [(child, inner) for child in reversed(element) if isinstance(child.tag, str)]


def _lowered(element: _Element) -> dict[str, str]:
    """An outline's attributes by lower-case name, ours with their namespace; none for any other element."""
    if str(element.tag).rpartition("}")[2].lower() != "outline":
        return {}
    found = {str(name): str(value).strip() for name, value in element.attrib.items()}
    return {name if name.startswith(_PREFIX) else name.lower(): value for name, value in found.items()}


def _line(element: _Element, attributes: dict[str, str], folders: tuple[str, ...]) -> Line:
    own = {
        name: attributes.get(_PREFIX + name, "") for name in ("id", "kind", "on", "interval", "alternatives")
    }
    tags = [tag.strip() for tag in attributes.get("category", "").split(",")]
    return Line(
        number=cast("int | None", element.sourceline) or 0,
        url=next((attributes[name] for name in _ADDRESSES if attributes.get(name)), ""),
        title=attributes.get("title") or attributes.get("text", ""),
        folders=folders,
        section=next((tag for tag in tags if tag and "/" not in tag), ""),
        id=own["id"],
        kind=own["kind"],
        on=own["on"] != "false",
        interval=int(own["interval"]) if re.fullmatch(r"[0-9]{1,6}", own["interval"]) else 0,
        alternatives=tuple(own["alternatives"].split()),
    )


def _folder(folders: dict[str, _Element], group: str) -> _Element:
    from lxml import etree

    if group not in folders:
        above, _, name = group.rpartition(NEST)
        text = _text(name)
        folders[group] = etree.SubElement(_folder(folders, above), "outline", {"text": text, "title": text})
    return folders[group]


def _attributes(source: Source) -> dict[str, str]:
    url = without_login(source.url)
    plain = {"type": "rss", "text": source.title, "title": source.title, "xmlUrl": url}
    own = {
        "id": source.id,
        "kind": "" if source.kind is SourceKind.FEED else source.kind,
        "on": "" if source.on else "false",
        "interval": str(source.interval or ""),
        "alternatives": " ".join(without_login(url) for url in source.alternatives),
    }
    named = plain | {"category": source.section} | {_PREFIX + name: value for name, value in own.items()}
    return {name: _text(value) for name, value in named.items() if value}


def _text(value: str) -> str:
    return _NOT_XML.sub("", gate.safe(value))
