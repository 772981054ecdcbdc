"""Pictures come out as points and nothing else, whatever was put into them."""

import io
import random

import pytest
from PIL import Image

from bot.helpdesk.files.kinds import Kind, kind_of
from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.pictures import redraw
from bot.helpdesk.files.refusals import FileRefused
from tests.helpdesk.files.samples import (
    HTML,
    SECRET_PLACE,
    archive,
    jpeg,
    picture,
    png,
    png_bomb,
    png_header,
    png_with_text_bomb,
    webp,
)

LIMITS = FileLimits()


def opened(content: bytes) -> Image.Image:
    """What a viewer sees."""
    shown = Image.open(io.BytesIO(content))
    shown.load()
    return shown


def light(shown: Image.Image, x: int, y: int) -> bool:
    """Whether a point is light."""
    value = shown.convert("L").getpixel((x, y))
    assert isinstance(value, int | float)
    return value > 128


@pytest.mark.parametrize(
    ("content", "kind", "becomes"),
    [(jpeg(), "jpeg", "jpeg"), (png(), "png", "png"), (webp(), "webp", "jpeg"), (png(mode="RGBA"), "png", "png")],
    ids=["jpeg", "png", "webp", "see-through"],
)
def test_a_picture_still_shows_what_it_showed(content: bytes, kind: Kind, becomes: str) -> None:
    """Dark on the left, light on the right, and the same size."""
    made, clean = redraw(content, kind, LIMITS)
    assert made == becomes == kind_of(clean)
    shown = opened(clean)
    assert shown.size == (64, 48)
    assert not light(shown, 8, 24)
    assert light(shown, 56, 24)


@pytest.mark.parametrize("content", [jpeg(comment=b"rahasia"), png()], ids=["jpeg", "png"])
def test_where_a_photo_was_taken_is_gone(content: bytes) -> None:
    """No place, no description, no comment: neither as data nor anywhere in the bytes."""
    assert SECRET_PLACE.encode() in content
    _, clean = redraw(content, "jpeg" if content[0] == 0xFF else "png", LIMITS)
    shown = opened(clean)
    assert SECRET_PLACE.encode() not in clean
    assert not shown.getexif()
    assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_taken_sideways_is_upright() -> None:
    """What the camera said of its position is applied before it is forgotten."""
    _, clean = redraw(jpeg((64, 48), orientation=6), "jpeg", LIMITS)
    shown = opened(clean)
    assert shown.size == (48, 64)
    assert not light(shown, 24, 8)
    assert light(shown, 24, 56)


def test_a_large_photo_is_made_smaller() -> None:
    """Large enough to be read, small enough to be kept."""
    _, clean = redraw(jpeg((4000, 3000)), "jpeg", LIMITS)
    assert max(opened(clean).size) == LIMITS.side


def test_a_drawing_that_stays_too_large_becomes_a_photo() -> None:
    """What cannot be kept as it is drawn loses some sharpness rather than being refused."""
    points = random.Random(7).randbytes(300 * 300 * 3)
    into = io.BytesIO()
    Image.frombytes("RGB", (300, 300), points).save(into, "PNG")
    made, clean = redraw(into.getvalue(), "png", FileLimits(kept=150_000))
    assert made == "jpeg"
    assert len(clean) <= 150_000
    with pytest.raises(FileRefused) as caught:
        redraw(into.getvalue(), "png", FileLimits(kept=2_000))
    assert caught.value.reason == "large"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (jpeg() + HTML, "jpeg"),
        (jpeg() + archive(), "jpeg"),
        (jpeg(comment=HTML), "jpeg"),
        (png() + HTML, "png"),
        (png(text=HTML.decode()), "png"),
        (png() + archive(), "png"),
        (webp() + HTML, "webp"),
    ],
    ids=[
        "html behind",
        "jar behind",
        "html in the comment",
        "png html behind",
        "html in a chunk",
        "png jar",
        "webp html",
    ],
)
def test_a_second_format_inside_does_not_survive(content: bytes, kind: Kind) -> None:
    """Nothing of a page or of an archive is left."""
    assert HTML in content or b"PK\x03\x04" in content
    _, clean = redraw(content, kind, LIMITS)
    assert b"<script" not in clean
    assert b"PK\x03\x04" not in clean
    assert opened(clean).size == (64, 48)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (png_header(50_000, 50_000), "pixels"),
        (png_bomb(7_300), "pixels"),
        (png_header(10, 10), "damaged"),
        (png_header(0, 10), "damaged"),
        (png_with_text_bomb(), "damaged"),
        (png()[:100], "damaged"),
        (png()[:-30], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "damaged"),
        (jpeg()[:300], "damaged"),
        (jpeg()[:-200], "damaged"),
        (b"\xff\xd8\xff" + HTML * 50, "damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + HTML, "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_safely_is_refused(content: bytes, reason: str) -> None:
    """Bombs, headers that lie, and what was cut short."""
    kind = kind_of(content)
    assert kind is not None
    with pytest.raises(FileRefused) as caught:
        redraw(content, kind, LIMITS)
    assert caught.value.reason == reason


def test_megabytes_beside_the_points_are_gone() -> None:
    """A small photo with eight megabytes of comments and colour profiles."""
    whole = jpeg()
    segment = b"\xff\xfe" + (65_000).to_bytes(2, "big") + b"x" * 64_998
    profile = b"\xff\xe2" + (65_000).to_bytes(2, "big") + b"ICC_PROFILE\0\x01\x01" + bytes(64_984)
    stuffed = whole[:2] + segment * 120 + profile + whole[2:]
    assert len(stuffed) > 7_000_000
    _, clean = redraw(stuffed, "jpeg", LIMITS)
    assert len(clean) < 5_000
    assert opened(clean).size == (64, 48)


def test_one_format_is_never_opened_as_another() -> None:
    """The decoder is the one of the kind that was found, not any that feels called."""
    kinds: tuple[Kind, ...] = ("png", "webp")
    for kind in kinds:
        with pytest.raises(FileRefused):
            redraw(jpeg(), kind, LIMITS)


def test_rubbish_is_refused_and_nothing_else_happens() -> None:
    """A thousand photos with a few bytes changed: each is drawn or refused."""
    chance = random.Random(11)
    whole: dict[Kind, bytes] = {"jpeg": jpeg(), "png": png(), "webp": webp()}
    outcomes = set()
    for _ in range(1_000):
        kind = chance.choice(list(whole))
        content = bytearray(whole[kind])
        for _ in range(chance.randint(1, 12)):
            content[chance.randrange(12, len(content))] = chance.randrange(256)
        try:
            made, clean = redraw(bytes(content), kind, LIMITS)
            assert kind_of(clean) == made
            outcomes.add("drawn")
        except FileRefused as refused:
            outcomes.add(refused.reason)
    assert {"drawn", "damaged"} <= outcomes


def test_grey_and_few_colours_are_pictures_too() -> None:
    """Scanners make them."""
    for mode in ("L", "P", "1", "LA", "CMYK"):
        form = "JPEG" if mode == "CMYK" else "PNG"
        into = io.BytesIO()
        picture().convert(mode).save(into, form)
        _, clean = redraw(into.getvalue(), "jpeg" if form == "JPEG" else "png", LIMITS)
        assert light(opened(clean), 56, 24)
