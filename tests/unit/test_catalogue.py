"""The built-in sources are complete, consistent and modest."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter

from newsreader.model import SourceKind
from newsreader.sources import catalogue, naming
from newsreader.sources.address import normal

SOURCES = catalogue.load()


def test_the_three_groups_in_their_order() -> None:
    assert list(dict.fromkeys(source.group for source in SOURCES)) == ["Zeeuws", "Landelijk", "Sport"]


def test_ids_and_addresses_are_unique() -> None:
    ids = Counter(source.id for source in SOURCES)
    addresses = Counter(url for source in SOURCES for url in (source.url, *source.alternatives))
    assert ids.most_common(1)[0][1] == 1
    assert addresses.most_common(1)[0][1] == 1


def test_every_source_has_what_it_needs() -> None:
    for source in SOURCES:
        assert naming.SLUG.fullmatch(source.id), source
        assert source.title, source
        assert re.fullmatch(r"[A-Z][a-z]+( [a-zE]+)*", source.section), source
        for url in (source.url, *source.alternatives):
            assert normal(url) == url
            assert url.startswith("https://")


def test_what_is_known_by_name() -> None:
    by_id = {source.id: source for source in SOURCES}
    assert by_id["nos-binnenland"].section == "Binnenland"
    assert by_id["nu-algemeen"].section == "Voorpagina"
    assert len(by_id["omroep-zeeland"].alternatives) == 2
    assert by_id["zeelandnet-buitenland"].kind is SourceKind.PAGE


def test_the_first_refresh_is_modest_and_covers_every_group() -> None:
    on = [source for source in SOURCES if source.on]
    assert {source.group for source in on} == {"Zeeuws", "Landelijk", "Sport"}
    assert len(on) <= 16


def test_pages_are_read_as_pages() -> None:
    for source in SOURCES:
        assert (source.kind is SourceKind.PAGE) == source.id.startswith("zeelandnet-")


def test_importing_it_reads_no_toml() -> None:
    code = "import sys; import newsreader.sources.catalogue; print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
