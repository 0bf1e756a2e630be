"""Draws the pictures of the sample edition, which are CC0: `python -m tests.edition_pictures`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parent.parent / "newsreader" / "demo" / "edition"
WIDTH, HEIGHT = 960, 540
SKY, LOW_SKY, SEA, SAND, DARK = "#8fb4cf", "#e9d9bd", "#3f6f86", "#cdb183", "#26343d"


def _ground() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A sky that pales towards the horizon, over the sea."""
    image = Image.new("RGB", (WIDTH, HEIGHT), SEA)
    sky = Image.linear_gradient("L").resize((WIDTH, 330))
    image.paste(
        Image.composite(Image.new("RGB", sky.size, LOW_SKY), Image.new("RGB", sky.size, SKY), sky), (0, 0)
    )
    return image, ImageDraw.Draw(image)


def whale() -> Image.Image:
    """A humpback on a sandbank, with people at a distance."""
    image, draw = _ground()
    draw.ellipse((-200, 380, 1160, 760), fill=SAND)
    draw.ellipse((250, 300, 760, 520), fill="#39454d")
    draw.polygon(
        [(700, 400), (860, 330), (910, 270), (900, 350), (940, 400), (850, 390), (720, 450)], fill="#39454d"
    )
    draw.chord((250, 350, 620, 520), 20, 170, fill="#b9bfbf")
    draw.polygon([(430, 430), (520, 520), (560, 510), (500, 430)], fill="#2c363d")
    draw.ellipse((318, 392, 334, 408), fill="#e8e8e4")
    for at, coat in ((90, "#c8452f"), (130, "#e0b13a"), (175, "#2f6a8f")):
        draw.rectangle((at, 360, at + 18, 420), fill=coat)
        draw.ellipse((at - 1, 338, at + 19, 358), fill="#e7c3a0")
    return image


def bridge() -> Image.Image:
    """A drawbridge that is up, with a boat before it."""
    image, draw = _ground()
    draw.rectangle((0, 400, 330, 440), fill=DARK)
    draw.rectangle((640, 400, WIDTH, 440), fill=DARK)
    draw.rectangle((300, 330, 340, 540), fill="#6b5a4a")
    draw.rectangle((630, 330, 670, 540), fill="#6b5a4a")
    draw.polygon([(640, 395), (660, 410), (470, 130), (450, 120)], fill="#c8452f")
    draw.line((560, 250, 650, 330), fill="#f2efe6", width=8)
    draw.polygon([(380, 470), (600, 470), (560, 520), (410, 520)], fill="#f2efe6")
    draw.polygon([(490, 460), (490, 210), (400, 450)], fill="#efe3c4")
    for at, paint in ((40, "#e0b13a"), (150, "#2f6a8f"), (740, "#8a3b5c"), (850, "#f2efe6")):
        draw.rounded_rectangle((at, 365, at + 80, 398), 10, fill=paint)
    return image


def doorstep() -> Image.Image:
    """A woman with a red scarf before a hedge of microphones."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "#6b4f3f")
    draw = ImageDraw.Draw(image)
    for row in range(0, HEIGHT, 45):
        for at in range(-60 * (row // 45 % 2), WIDTH, 120):
            draw.rectangle((at, row, at + 114, row + 39), fill="#7d5c48")
    draw.rectangle((310, 0, 650, HEIGHT), fill="#1f3d36")
    draw.rounded_rectangle((340, 300, 620, 640), 90, fill="#2d3550")
    draw.ellipse((400, 90, 560, 290), fill="#4a3226")
    draw.ellipse((415, 115, 545, 285), fill="#e7c3a0")
    draw.rounded_rectangle((395, 275, 565, 335), 28, fill="#c8202f")
    draw.polygon([(500, 320), (560, 320), (580, 470), (520, 470)], fill="#a81826")
    draw.arc((450, 215, 510, 255), 20, 160, fill="#8f4a44", width=5)
    for x, y, head in (
        (180, 420, "#222"),
        (290, 400, "#e0b13a"),
        (400, 430, "#2f6a8f"),
        (640, 410, "#222"),
        (760, 430, "#3f7a4a"),
    ):
        draw.line((x, y, x + (480 - x) // 6, HEIGHT), fill="#111", width=16)
        draw.ellipse((x - 32, y - 50, x + 32, y + 26), fill=head)
    return image


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "schelde.bultrug-plaat": whale,
    "schelde.boeierbrug-open": bridge,
    "landelijk.terwindt-op-de-stoep": doorstep,
}


def main() -> None:
    """Write them, at half the size they are drawn in, which smooths their edges."""
    for name, paint in PICTURES.items():
        small = paint().resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS)
        small.quantize(64).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
