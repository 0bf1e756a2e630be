"""A reader for XML that is not: it makes a tree of any text, closing what was left open as feeds mean it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from newsreader.sources.feed.grammar import ENTRIES, FIELDS, FRAMES, IDENTITY, LEAVES, NEVER_HTML, RICH, VOID
from newsreader.sources.feed.limits import MAX_ATTRIBUTES, MAX_DEPTH, MAX_ENTRIES, MAX_TAGS
from newsreader.sources.feed.names import XML, canonical, namespace_of, standard

_NAME = r"[A-Za-z_][\w.-]{0,99}+(?::[A-Za-z_][\w.-]{0,99}+)?+"
_TOKEN = re.compile(
    r"<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<![A-Za-z][^<>]*+>"
    rf"|</(?P<end>{_NAME})[^<>]*+>?+"
    rf"|<(?P<start>{_NAME})(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+)>",
    re.DOTALL | re.ASCII,
)
_ATTRIBUTE = re.compile(rf"({_NAME})\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))", re.ASCII)
_REFERENCE = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
_UNFINISHED = re.compile(r"<[^<>]*\Z")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    written: str  # the name as in the text
    name: str  # the canonical name
    element: Element
    namespaces: Mapping[str, str]
    child: Element | None = None  # the last one


@dataclass(slots=True)
class Mended:
    """What became of the text."""

    root: Element | None = None
    truncated: bool = False
    too_long: bool = False
    too_deep: bool = False


@dataclass(slots=True)
class Forgiving:
    """Reads one text into a tree; `entities` are the declared ones that are safe to expand."""

    entities: Mapping[str, str] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _entries: int = 0
    _result: Mended = field(default_factory=Mended)

    def read(self, text: str) -> Mended:
        """The tree of the text's first element."""
        end = tags = 0
        for token in _TOKEN.finditer(text):
            if token.start() > end:
                self._text(text[end : token.start()])
            end = token.end()
            tags += token["cdata"] is None
            self._token(token)
            if self._result.root is not None and not self._open:
                return self._result
            if tags > MAX_TAGS or self._entries > MAX_ENTRIES:
                self._result.too_long = True
                break
        else:
            self._text(_UNFINISHED.sub("", text[end:]))
        return self._finish()

    def _token(self, token: re.Match[str]) -> None:
        if token["start"]:
            self._start(token["start"], token["attributes"])
        elif token["end"]:
            self._end(token["end"])
        elif token["cdata"] is not None and self._open:
            self._pieces.append(_NOT_XML.sub("", token["cdata"]))

    def _text(self, text: str) -> None:
        if self._open:
            self._pieces.append(self._unescaped(text))

    def _unescaped(self, text: str) -> str:
        return _NOT_XML.sub("", _REFERENCE.sub(self._character, text) if "&" in text else text)

    def _character(self, reference: re.Match[str]) -> str:
        name = reference[1]
        return self.entities.get(name) or html.unescape(reference[0])

    def _start(self, written: str, attributes: str) -> None:
        values = self._attributes(attributes)
        namespaces = self._open[-1].namespaces if self._open else {"xml": XML}
        declared = {key.partition(":")[2]: uri for key, uri in values.items() if key.startswith("xmlns")}
        namespaces = {**namespaces, **declared} if declared else namespaces
        tag = _qualified(written, namespaces)
        name = canonical(tag, written.rpartition(":")[0] or None)
        self._make_room(name)
        if len(self._open) >= MAX_DEPTH:
            self._result.too_deep = True
            return
        element = self._place(standard(tag, name))
        for key, value in values.items():
            if not key.startswith("xmlns"):
                element.set(_attribute_name(key), value)
        if not attributes.rstrip().endswith("/") and name not in VOID:
            self._open.append(_Open(written, name, element, namespaces))

    def _place(self, tag: str) -> Element:
        """A new element where the text now is."""
        if not self._open:
            self._result.root = etree.Element(tag)
            return self._result.root
        self._flush()
        parent = self._open[-1]
        parent.child = etree.SubElement(parent.element, tag)
        return parent.child

    def _flush(self) -> None:
        """Put the text that was met behind the last child of the open element, or into it."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text:
            return
        child, element = self._open[-1].child, self._open[-1].element
        if child is not None:
            child.tail = (child.tail or "") + text
        else:
            element.text = (element.text or "") + text

    def _attributes(self, text: str) -> dict[str, str]:
        values: dict[str, str] = {}
        for found in _ATTRIBUTE.finditer(text):
            if len(values) == MAX_ATTRIBUTES:
                break
            name, one, two, bare = found.groups("")
            values.setdefault(name, self._unescaped(one or two or bare.removesuffix("/")))
        return values

    def _make_room(self, name: str) -> None:
        """Close what cannot hold an element of that name: an entry in an entry, a field in a title."""
        if name in ENTRIES:
            self._entries += 1
            frame = self._frame(ENTRIES)
            if frame is not None:
                self._close(frame)
        if name in NEVER_HTML:
            body = self._frame(RICH | FRAMES)
            if body is not None and self._open[body].name in RICH:
                self._close(body)
        if name in FIELDS and self._open and self._open[-1].name in LEAVES:
            self._close(len(self._open) - 1)

    def _frame(self, names: frozenset[str]) -> int | None:
        return next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at].name in names), None)

    def _end(self, written: str) -> None:
        """Close the nearest element of that name, but never an entry for the sake of something inside it."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].written.lower() == written.lower():
                self._close(at)
                return
            if self._open[at].name in FRAMES and written.lower() not in FRAMES:
                return

    def _close(self, at: int) -> None:
        while len(self._open) > at:
            self._flush()
            self._open.pop()

    def _finish(self) -> Mended:
        """At the end of the text all closes; half an identity is dropped, and an entry that has none."""
        if not self._open:
            return self._result
        self._result.truncated = True
        leaf = self._open[-1]
        frame = self._frame(ENTRIES)
        entry = self._open[frame].element if frame is not None else None
        self._close(0)
        if leaf.name in IDENTITY:
            _remove(leaf.element)
        if entry is not None and not _has_identity(entry):
            _remove(entry)
        return self._result


def _attribute_name(written: str) -> str:
    """Attributes are known by their local name, but for those of XML itself."""
    prefix, _, local = written.rpartition(":")
    return f"{{{XML}}}{local}" if prefix.lower() == "xml" else local


def _qualified(written: str, namespaces: Mapping[str, str]) -> str:
    """`{uri}local`; a prefix that nobody declared means what it usually means."""
    prefix, _, local = written.rpartition(":")
    uri = namespaces.get(prefix)
    if uri is None:
        uri = namespace_of(prefix.lower())
    return f"{{{uri}}}{local}" if uri else local


def _has_identity(entry: Element) -> bool:
    first = next(entry.itersiblings(entry.tag, preceding=True), None) is None
    return first or any(canonical(child.tag, child.prefix) in {"guid", "id"} for child in entry)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
