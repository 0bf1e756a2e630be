"""What bytes are, whatever they are called, and which of them are refused before anything is decoded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Problem, ProblemKind
from newsreader.pictures.headers import format_of
from newsreader.pictures.probe import Probed, probe
from tests import pictures

K = ProblemKind


@pytest.mark.parametrize("kind", pictures.FORMATS)
def test_format_and_size_of_every_kind(kind: str) -> None:
    data = pictures.packed(pictures.quarters(321, 123), kind)
    assert probe(data) == Probed(kind, 321, 123)


@pytest.mark.parametrize("options", [{"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}])
def test_the_three_kinds_of_webp(options: dict[str, object]) -> None:
    assert probe(pictures.packed(pictures.quarters(64, 48), "WEBP", **options)) == Probed("WEBP", 64, 48)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_frames_are_counted(kind: str) -> None:
    frames = [pictures.quarters(64 + at, 64).resize((64, 64)).rotate(90 * at) for at in range(3)]
    data = pictures.packed(frames[0], kind, save_all=True, append_images=frames[1:])
    assert probe(data) == Probed(kind, 64, 64, 3)


def test_a_jpeg_with_much_before_its_size() -> None:
    data = pictures.packed(pictures.quarters(), "JPEG", comment=b"x" * 60_000, progressive=True)
    assert probe(data) == Probed("JPEG", 400, 300)


@pytest.mark.parametrize(
    ("name", "kind", "detail"),
    [
        ("html.jpg", K.NOT_A_PICTURE, "HTML"),
        ("svg.png", K.NOT_A_PICTURE, "SVG"),
        ("talk.txt", K.NOT_A_PICTURE, ""),
        ("bmp.png", K.NOT_A_PICTURE, ""),
        ("bomb.png", K.PICTURE_BOMB, "50000 × 50000"),
        ("thin.png", K.PICTURE_BOMB, "10000 × 1"),
        ("bomb.gif", K.PICTURE_BOMB, "1000 × 1000 × 5000"),
        ("head.jpg", K.PICTURE_DAMAGED, ""),
    ],
)
def test_what_is_refused_and_why(name: str, kind: ProblemKind, detail: str) -> None:
    assert probe(pictures.HOSTILE[name], name) == Problem(kind, name, detail)


def test_nothing_at_all_is_damaged() -> None:
    assert probe(b"", "x") == Problem(K.PICTURE_DAMAGED, "x")


@given(st.sampled_from(pictures.FORMATS), st.integers(0, 3_000), st.binary(max_size=40))
def test_any_damage_gives_an_answer(kind: str, at: int, noise: bytes) -> None:
    good = pictures.packed(pictures.quarters(64, 64), kind)
    found = probe(good[:at] + noise + good[at + len(noise) :])
    assert isinstance(found, Probed) or found.kind in (K.NOT_A_PICTURE, K.PICTURE_BOMB, K.PICTURE_DAMAGED)


@given(st.binary(max_size=400))
def test_noise_is_no_picture(noise: bytes) -> None:
    if not format_of(noise):
        assert isinstance(probe(noise), Problem)


def test_a_file_is_called_after_what_it_is() -> None:
    assert [Probed(kind, 1, 1).suffix for kind in ("JPEG", "PNG", "AVIF")] == [".jpg", ".png", ".avif"]
