"""Subscriptions in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Problem, ProblemKind, Source, SourceKind
from newsreader.sources import catalogue, opml
from newsreader.sources.address import identity
from newsreader.sources.outline import Outline


def outline(body: str) -> Outline:
    found = opml.read(f'<opml version="2.0"><head/><body>{body}</body></opml>'.encode())
    assert isinstance(found, Outline)
    return found


def urls(body: str) -> list[str]:
    return [source.url for source in outline(body).sources]


def test_folders_become_groups() -> None:
    found = outline(
        """<outline text="Nieuws &amp; meer">
             <outline title="Zeeland" text="zld"><outline type="rss" text="PZC" xmlUrl="https://a.example/"/></outline>
             <outline text="HV" xmlUrl="https://b.example/" category="Zeeland,/x/y"/>
           </outline>
           <outline text="Los" title="Losse bron" xmlUrl="https://c.example/"/>"""
    )
    assert found.sources == (
        Source("pzc", "PZC", "https://a.example/", "Nieuws & meer / Zeeland"),
        Source("hv", "HV", "https://b.example/", "Nieuws & meer", "Zeeland"),
        Source("losse-bron", "Losse bron", "https://c.example/"),
    )
    assert (found.unreadable, found.also_in) == ((), ())


def test_a_source_in_several_folders_is_taken_once() -> None:
    found = outline(
        """<outline text="Een"><outline text="A" xmlUrl="https://a.example/"/></outline>
           <outline text="Twee"><outline text="A" xmlUrl="https://a.example/"/></outline>
           <outline text="A" xmlUrl="http://a.example"/>"""
    )
    assert [source.group for source in found.sources] == ["Een"]
    assert found.also_in == (("a", "Twee"),)


def test_what_cannot_be_read_is_listed_by_line_and_the_rest_is_taken() -> None:
    found = outline(
        """
        <outline type="rss" text="zonder adres"/>
        <outline type="rss" text="gevaarlijk" xmlUrl="javascript:alert(1)"/>
        <outline type="rss" text="half" xmlUrl="nos.nl"/>
        <outline type="rss" text="goed" xmlUrl="https://a.example/"/>
        <outline text="een lege map"/>"""
    )
    assert [source.title for source in found.sources] == ["goed"]
    assert found.unreadable == ("2: zonder adres", "3: javascript:alert(1)", "4: nos.nl")


@pytest.mark.parametrize(
    "element",
    [
        '<outline XMLURL="https://a.example/"/>',
        '<OUTLINE xmlurl="https://a.example/"/>',
        '<outline type="rss" url="https://a.example/"/>',
        '<outline xmlUrl="feed://a.example/"/>',
        '<outline xmlUrl=" https://a.example/ "/>',
        '<outline version="RSS" htmlUrl="https://z.example/" xmlUrl="https://a.example/" frss:x="1"/>',
        '<outline xmlUrl="https://a.example/">',
        '<outline text="Tom & Jerry" xmlUrl="https://a.example/"/>',
    ],
)
def test_attributes_as_others_write_them(element: str) -> None:
    assert urls(element) == ["https://a.example/"]


def test_comments_are_left_out_with_what_is_under_them() -> None:
    body = '<outline isComment="true" text="weg"><outline xmlUrl="https://b.example/"/></outline>'
    assert urls(body + '<outline xmlUrl="https://a.example/"/>') == ["https://a.example/"]


def test_an_ampersand_that_is_not_escaped_stays_in_the_address() -> None:
    assert urls('<outline xmlUrl="https://a.example/?x=1&y=2&amp;z=3"/>') == [
        "https://a.example/?x=1&y=2&z=3"
    ]


def test_a_file_cut_in_the_middle_gives_what_came_whole() -> None:
    sources = catalogue.load()
    whole = opml.write(sources)
    for end in range(len(whole) // 2, len(whole) // 2 + 300, 7):
        found = opml.read(whole[:end])
        assert isinstance(found, Outline)
        assert found.sources[:-1] == sources[: len(found.sources) - 1]
        assert found.sources[-1].url == sources[len(found.sources) - 1].url


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings(encoding: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    text = '<opml><body><outline text="Café" xmlUrl="https://a.example/"/></body></opml>'
    found = opml.read(mark + text.encode(encoding))
    assert isinstance(found, Outline)
    assert found.sources[0].title == "Café"


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"hallo", b"<html><body><a href='https://a.example'>x</a>", b"<opml/>", b"\x00\xff", b"<"],
)
def test_no_subscriptions_at_all(data: bytes) -> None:
    assert opml.read(data) == Problem(ProblemKind.MALFORMED)


def test_blank_lines_before_the_declaration() -> None:
    found = opml.read(b"\n \n" + opml.write(catalogue.load()))
    assert isinstance(found, Outline)
    assert found.sources == catalogue.load()


def test_entities_are_refused() -> None:
    data = (
        b'<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml><outline text="&a;" xmlUrl="https://a.example/"/></opml>'
    )
    assert opml.read(data) == Problem(ProblemKind.HOSTILE)


def test_folders_ten_thousand_deep_do_not_break_it() -> None:
    data = b"<opml><body><outline xmlUrl='https://a.example/'/>" + b"<outline text='x'>" * 10_000
    found = opml.read(data)
    assert isinstance(found, Outline)
    assert len(found.sources) == 1


def test_titles_are_clean() -> None:
    assert outline('<outline text="a&#27;[31m&#x9b;b" xmlUrl="https://a.example/"/>').sources[0].title in (
        "a[31mb",
        "a[31m b",
    )


def test_the_urls_file_of_newsboat() -> None:
    data = b"""# een opmerking
https://a.example/rss "Mijn tag" nieuws "~De \\"A\\"-krant" !

https://b.example/rss#top
"query:Ongelezen:unread = \\"yes\\"" tag
exec:~/bin/feed
"""
    found = opml.read(data)
    assert found == Outline(
        (
            Source("de-a-krant", 'De "A"-krant', "https://a.example/rss", "Mijn tag"),
            Source("https-b-example-rss-top", "https://b.example/rss#top", "https://b.example/rss#top"),
        ),
        ('5: query:Ongelezen:unread = "yes"', "6: exec:~/bin/feed"),
        (("de-a-krant", "nieuws"),),
    )


def test_names_that_are_taken_are_not_given_again() -> None:
    body = (
        '<outline text="NOS" xmlUrl="https://a.example/"/><outline text="NOS" xmlUrl="https://b.example/"/>'
    )
    found = opml.read(f"<opml>{body}</opml>".encode(), {"nos"})
    assert isinstance(found, Outline)
    assert [source.id for source in found.sources] == ["nos-2", "nos-3"]


def test_the_catalogue_comes_back_as_it_went() -> None:
    found = opml.read(opml.write(catalogue.load()))
    assert found == Outline(catalogue.load())


def test_the_sample_edition_stays_behind() -> None:
    sample = Source("proef", "Proef", "https://a.example/", kind=SourceKind.SAMPLE)
    assert b"a.example" not in opml.write([sample])


@given(
    st.lists(
        st.builds(
            Source,
            id=st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True),
            title=st.from_regex(r"[A-Za-zÀ-ž&<>\"'/]{1,20}", fullmatch=True),
            url=st.from_regex(r"https://[a-z]{1,8}\.nl/[a-z0-9?&=%+;]{0,12}", fullmatch=True),
            group=st.sampled_from(["", "Zeeuws", "Zeeuws / Tholen", "A & B", "Los / Vast / Diep"]),
            section=st.sampled_from(["", "Zeeland", "Buitenland"]),
            kind=st.sampled_from([SourceKind.FEED, SourceKind.PAGE]),
            on=st.booleans(),
            interval=st.integers(0, 10_000),
            alternatives=st.sampled_from([(), ("https://x.nl/a", "https://y.nl/b")]),
            recipe=st.just(""),
        ),
        min_size=1,
        unique_by=(lambda source: source.id, lambda source: identity(source.url)),
    )
)
def test_what_is_exported_can_be_imported(sources: list[Source]) -> None:
    found = opml.read(opml.write(sources))
    assert isinstance(found, Outline)
    assert set(found.sources) == set(sources)


def test_a_password_in_an_address_stays_behind() -> None:
    written = opml.write([Source("a", "A", "https://jo:geheim@krant.example/feed?mail=jo@krant.example")])
    assert b"geheim" not in written
    assert b'xmlUrl="https://krant.example/feed?mail=jo@krant.example"' in written
