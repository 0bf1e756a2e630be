"""A strict look at an e-book: whatever an e-reader stumbles over is an assertion that fails."""

from __future__ import annotations

import posixpath
from io import BytesIO
from urllib.parse import unquote, urldefrag
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


class Book:
    """An e-book that was opened: every rule is looked at while it is."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as zipped:
            assert zipped.testzip() is None
            first = zipped.infolist()[0]
            assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
            self.names = zipped.namelist()
            assert len(set(self.names)) == len(self.names)
            self.files = {name: zipped.read(name) for name in self.names}
        assert data[30:58] == b"mimetypeapplication/epub+zip"
        self.package = self._package()
        self.pages = {name: self._page(name) for name in self._reading()}
        self._links()
        self._old_contents()

    def metadata(self, name: str) -> list[str]:
        """What the package says under that name."""
        return [each.text or "" for each in self.package.iter(_DC + name)]

    def contents(self) -> list[tuple[int, str, str]]:
        """(depth, text, page) of every entry of the contents."""
        (nav,) = self.package.findall(f".//{_OPF}item[@properties='nav']")
        entries = self.pages[nav.get("href") or ""].iter(f"{_XHTML}a")
        return [
            (
                sum(a.tag == f"{_XHTML}ol" for a in each.iterancestors()),
                each.text or "",
                each.get("href") or "",
            )
            for each in entries
        ]

    def text(self, page: str) -> str:
        """The words of a page."""
        return " ".join("".join(map(str, self.pages[page].itertext())).split())

    def _package(self) -> etree._Element:
        container = etree.fromstring(self.files["META-INF/container.xml"], _STRICT)
        (root,) = container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile")
        assert root.get("full-path") == "EPUB/package.opf"
        package = etree.fromstring(self.files["EPUB/package.opf"], _STRICT)
        ids = [each.get("id") for each in package.iter() if each.get("id")]
        assert len(set(ids)) == len(ids)
        assert package.get("unique-identifier") in ids
        items = [item.get("href") for item in package.iter(f"{_OPF}item")]
        known = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
        assert known | {f"EPUB/{href}" for href in items} == set(self.names)
        return package

    def _reading(self) -> list[str]:
        """The pages in the order of reading: all that there are."""
        hrefs = {item.get("id"): item.get("href") or "" for item in self.package.iter(f"{_OPF}item")}
        spine = [hrefs[each.get("idref")] for each in self.package.iter(f"{_OPF}itemref")]
        assert len(set(spine)) == len(spine)
        assert set(spine) == {href for href in hrefs.values() if href.endswith(".xhtml")}
        (old,) = self.package.iter(f"{_OPF}spine")
        assert hrefs[old.get("toc")] == "toc.ncx"
        return spine

    def _page(self, name: str) -> etree._Element:
        page = etree.fromstring(self.files[f"EPUB/{name}"], _STRICT)
        assert page.tag == f"{_XHTML}html"
        ids = page.xpath("//@id")
        assert isinstance(ids, list)
        assert len(set(ids)) == len(ids)
        assert (page.findtext(f".//{_XHTML}title") or "").strip()
        assert not list(page.iter(f"{_XHTML}script"))
        return page

    def _links(self) -> None:
        """Pictures, looks and pages that a page names are in the book; only links lead out of it."""
        for name, page in self.pages.items():
            for attribute in ("src", "href"):
                for each in page.iter():
                    target = urldefrag(each.get(attribute) or "").url
                    if target.startswith(("http://", "https://", "mailto:")):
                        assert each.tag == f"{_XHTML}a", (name, target)
                    elif target:
                        path = posixpath.normpath(posixpath.join("EPUB", unquote(target)))
                        assert path in self.files, (name, target)

    def _old_contents(self) -> None:
        """The contents for EPUB 2 readers name the same pages, numbered from 1, under the same identifier."""
        ncx = etree.fromstring(self.files["EPUB/toc.ncx"], _STRICT)
        points = list(ncx.iter(f"{_NCX}navPoint"))
        assert [each.get("playOrder") for each in points] == [str(n) for n in range(1, len(points) + 1)]
        targets = [each.get("src") for each in ncx.iter(f"{_NCX}content")]
        assert targets == [page for _, _, page in self.contents()]
        (uid,) = (each.get("content") for each in ncx.iter(f"{_NCX}meta") if each.get("name") == "dtb:uid")
        assert [uid] == self.metadata("identifier")
