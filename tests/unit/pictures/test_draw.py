"""From bytes to what the terminal is given: right in every protocol, and nothing but our own pixels."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from newsreader.model import Problem, ProblemKind
from newsreader.pictures import kitty
from newsreader.pictures.draw import draw
from newsreader.pictures.drawing import Drawing, Look
from newsreader.pictures.geometry import Box
from newsreader.pictures.probe import Probed, probe
from newsreader.pictures.terminal import Protocol
from tests import pictures
from tests.unit.pictures.sixels import painted

Colour = tuple[int, int, int]


def drawn(data: bytes, protocol: Protocol = Protocol.HALF_BLOCKS, **look: object) -> Drawing:
    probed = probe(data)
    assert isinstance(probed, Probed)
    drawing = draw(data, probed, Look(protocol, **{"columns": 40, "rows": 20, **look}))  # type: ignore[arg-type]
    assert isinstance(drawing, Drawing)
    return drawing


def corners(image: Image.Image) -> list[Colour]:
    """The colours at the middle of the four quarters."""
    width, height = image.size
    places = [(x, y) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    return [image.convert("RGB").getpixel(place) for place in places]  # type: ignore[misc]


def near(found: list[Colour], wanted: list[Colour]) -> bool:
    pairs = zip(found, wanted, strict=True)
    return all(abs(a - b) < 12 for one, other in pairs for a, b in zip(one, other, strict=True))


QUARTERS = [pictures.RED, pictures.GREEN, pictures.BLUE, pictures.WHITE]


@pytest.mark.parametrize("kind", pictures.FORMATS)
def test_half_blocks_of_every_format(kind: str) -> None:
    drawing = drawn(pictures.packed(pictures.quarters(), kind))
    columns, rows = drawing.box
    assert (columns, rows) == (40, 15)
    assert len(drawing.pixels) == columns * rows * 2 * 3
    assert near(corners(Image.frombytes("RGB", (columns, rows * 2), drawing.pixels)), QUARTERS)


def test_kitty_gets_a_png_in_pieces_and_a_box_of_cells() -> None:
    drawing = drawn(pictures.png(), Protocol.KITTY)
    commands = re.findall(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\", drawing.payload)
    assert (
        "".join(f"\x1b_G{keys}{';' * bool(data)}{data}\x1b\\" for keys, data in commands) == drawing.payload
    )
    *pieces, (placement, _) = commands
    assert placement == f"a=p,U=1,i={drawing.number},c=40,r=15,q=2"
    assert pieces[0][0].startswith("a=t,f=100,")
    assert all("q=2" in keys and f"i={drawing.number}" in keys and len(data) <= 4096 for keys, data in pieces)
    assert [keys[-3:] for keys, _ in pieces] == ["m=1"] * (len(pieces) - 1) + ["m=0"]
    image = Image.open(BytesIO(b64decode("".join(data for _, data in pieces))))
    assert image.size == (400, 300)
    assert near(corners(image), QUARTERS)
    assert 0xFFFF < drawing.number < 1 << 24


def test_kitty_calls_a_picture_up_by_cells_that_count_rows_and_columns() -> None:
    text = kitty.cells(2, 3)
    assert text == "\U0010eeee\u030e\u0305\U0010eeee\u030e\u030d\U0010eeee\u030e\u030e"


def test_sixel_paints_the_very_picture() -> None:
    drawing = drawn(pictures.png(), Protocol.SIXEL)
    image = painted(drawing.payload)
    assert image.size == (400, 300)
    assert near(corners(image), QUARTERS)
    assert re.fullmatch(r"\x1bP0;1;0q[ -~]+\x1b\\", drawing.payload)


def test_iterm_gets_a_jpeg_for_a_box_of_cells() -> None:
    drawing = drawn(pictures.png(), Protocol.ITERM2)
    found = re.fullmatch(r"\x1b\]1337;File=([^:]*):([A-Za-z0-9+/=]+)\x07", drawing.payload)
    assert found is not None
    data = b64decode(found[2])
    assert found[1] == f"size={len(data)};width=40;height=15;preserveAspectRatio=0;inline=1"
    assert near(corners(Image.open(BytesIO(data))), QUARTERS)


@pytest.mark.parametrize("protocol", Protocol)
def test_what_a_file_says_beside_its_pixels_is_not_passed_on(protocol: Protocol) -> None:
    assert drawn(pictures.talking(), protocol) == drawn(pictures.png(), protocol)


def test_what_is_transparent_shows_the_background() -> None:
    clear = pictures.packed(Image.new("RGBA", (100, 100), (255, 0, 0, 0)))
    drawing = drawn(clear, background=(1, 2, 3))
    assert set(zip(*[iter(drawing.pixels)] * 3, strict=True)) == {(1, 2, 3)}


def test_a_photograph_on_its_side_is_put_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # a quarter to the right
    drawing = drawn(pictures.packed(pictures.quarters(400, 200), "JPEG", exif=turned))
    assert drawing.box == Box(20, 20)
    upright = Image.frombytes("RGB", (20, 40), drawing.pixels)
    assert near(corners(upright), [pictures.BLUE, pictures.RED, pictures.WHITE, pictures.GREEN])


@pytest.mark.parametrize("name", ["cut.jpg", "half.webp"])
def test_what_ends_too_early_is_damaged(name: str) -> None:
    data = pictures.HOSTILE[name]
    probed = probe(data)
    assert isinstance(probed, Probed)
    found = draw(data, probed, Look(Protocol.SIXEL, 40, 20), name)
    assert found == Problem(ProblemKind.PICTURE_DAMAGED, name)


def test_a_file_that_grew_since_it_was_probed_is_a_bomb() -> None:
    found = draw(pictures.claiming(9_000, 9_000), Probed("PNG", 10, 10), Look(Protocol.SIXEL, 40, 20), "x")
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.PICTURE_BOMB


def test_a_format_other_than_probed_is_not_even_tried() -> None:
    found = draw(
        pictures.packed(pictures.quarters(), "BMP"), Probed("PNG", 10, 10), Look(Protocol.SIXEL, 40, 20)
    )
    assert isinstance(found, Problem)
