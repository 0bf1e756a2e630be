"""Reading a feed's tree: children by name, the text and the markup of an element, and its base address."""

from __future__ import annotations

import re

from lxml.etree import XPath, _Element, tostring

from newsreader import gate
from newsreader.sources.address import resolve
from newsreader.sources.feed.limits import MAX_CHILDREN, NAME_LENGTH
from newsreader.sources.feed.mending import mended
from newsreader.sources.feed.names import XML, canonical

Element = _Element
Fields = dict[str, list[Element]]

_BASE = f"{{{XML}}}base"
_ANY_BASE = XPath("boolean(descendant-or-self::*/@xml:base)")
_LANGUAGE = f"{{{XML}}}lang"
_PREFIXED = re.compile(r"(</?)[\w.-]+:(?=[A-Za-z])")
_EMPTY = re.compile(r"<([A-Za-z][\w.-]*)((?:\s[^<>]*)?)/>")
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr", re.IGNORECASE)
_ADDRESSES = ("href", "src", "poster", "data")


def name_of(element: Element) -> str:
    """The canonical name; '' for a comment or a processing instruction."""
    return canonical(element.tag, element.prefix) if isinstance(element.tag, str) else ""


def fields_of(element: Element) -> Fields:
    """The children by canonical name, in their order, and of each name only so many."""
    fields: Fields = {}
    for child in element:
        same = fields.setdefault(name_of(child), [])
        if len(same) < MAX_CHILDREN:
            same.append(child)
    return fields


def each(fields: Fields, *names: str) -> list[Element]:
    """All children with these names: those of the first name first."""
    found: list[Element] = []
    for name in names:
        if name in fields:
            found += fields[name]
    return found


def text_of(element: Element) -> str:
    """All characters in it, stripped and mended, but not yet passed through the gate."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return mended(text).strip()


def first_text(fields: Fields, *names: str) -> str:
    """The text of the first child with one of these names that has any."""
    for element in each(fields, *names):
        if text := text_of(element):
            return text
    return ""


def attribute(element: Element, *names: str) -> str:
    """The first of these attributes that is there, in whatever case and namespace it is written."""
    keys = element.keys()
    for name in names if keys else ():
        if name in keys:
            return (element.get(name) or "").strip()
    for key in keys:
        if str(key).rpartition("}")[2].lower() in names:
            return (element.get(key) or "").strip()
    return ""


def attribute_line(element: Element, name: str) -> str:
    """That attribute as a short line that is safe; mostly there is none."""
    text = attribute(element, name)
    return gate.line(text, NAME_LENGTH) if text else ""


def language_of(element: Element) -> str:
    """Its own xml:lang, not one it inherits."""
    return (element.get(_LANGUAGE) or "").strip()


def base_of(element: Element, document: str) -> str:
    """The base address at this element: every xml:base above it, seen from the document's address."""
    bases = [base for up in (element, *element.iterancestors()) if (base := up.get(_BASE))]
    for base in reversed(bases):
        document = resolve(document, base) or document
    return document


def has_bases(root: Element) -> bool:
    """Whether this element or any inside it has a base address of its own."""
    return bool(_ANY_BASE(root))


def markup_of(element: Element, document: str = "") -> str:
    """What stands in it, as HTML: elements of XHTML without prefixes, empty ones written out."""
    if not len(element):
        return element.text or ""
    if document and _ANY_BASE(element):
        _make_absolute(element, document)
    children = (tostring(child, encoding="unicode", with_tail=True) for child in element)
    text = (element.text or "").replace("&", "&amp;").replace("<", "&lt;")
    return _EMPTY.sub(_written_out, _PREFIXED.sub(r"\1", text + "".join(children)))


def _written_out(empty: re.Match[str]) -> str:
    name = empty[1]
    return empty[0] if _VOID.fullmatch(name) else f"<{name}{empty[2]}></{name}>"


def _make_absolute(element: Element, document: str) -> None:
    """Resolve every address in the markup where it stands: the HTML that is made of it has one base only."""
    for inner in element.iterdescendants():
        for name in _ADDRESSES:
            if href := inner.get(name):
                inner.set(name, resolve(base_of(inner, document), href) or href)
