"""Pictures are opened and drawn anew: what comes out holds points and nothing else.

Whatever else a file carried (where the photo was taken, a thumbnail, text for another program, a second format behind
the first) does not survive. Runs in a process of its own, see `workshop`.
"""

import io
import warnings
from typing import Final, Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.helpdesk.files.kinds import Kind
from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.refusals import FileRefused

_QUALITY: Final = 88
_POORER: Final = 70
_FORMATS: Final[dict[Kind, str]] = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def redraw(content: bytes, kind: Kind, limits: FileLimits) -> tuple[Literal["jpeg", "png"], bytes]:
    """The picture as JPEG, or as PNG where it is drawn with few colours or see-through; raise `FileRefused`."""
    Image.MAX_IMAGE_PIXELS = limits.pixels
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd data beside the points, which are dropped anyway
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=(_FORMATS[kind],)) as picture:
                return _redrawn(picture, limits)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
            raise FileRefused("pixels") from None
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError):
            raise FileRefused("damaged") from None


def _redrawn(picture: Image.Image, limits: FileLimits) -> tuple[Literal["jpeg", "png"], bytes]:
    if picture.width * picture.height > limits.pixels:
        raise FileRefused("pixels")
    if picture.width < 1 or picture.height < 1:
        raise FileRefused("damaged")
    picture.draft("RGB", (limits.side, limits.side))  # a large JPEG is then read smaller, which saves most of the work
    picture.load()
    drawn = picture.format == "PNG"
    points = ImageOps.exif_transpose(picture)
    points.thumbnail((limits.side, limits.side))
    see_through = points.mode in {"RGBA", "LA", "PA"} or "transparency" in points.info
    clean = _bare(points.convert("RGBA" if see_through else "RGB"))
    if drawn or see_through:
        content = _saved(clean, "PNG")
        if len(content) <= limits.kept:
            return "png", content
        clean = _on_white(clean)
    for quality in (_QUALITY, _POORER):
        content = _saved(clean, "JPEG", quality)
        if len(content) <= limits.kept:
            return "jpeg", content
    raise FileRefused("large")


def _bare(picture: Image.Image) -> Image.Image:
    """The points alone: a new picture takes nothing over of what the old one carried along."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _saved(picture: Image.Image, form: str, quality: int = _QUALITY) -> bytes:
    into = io.BytesIO()
    if form == "PNG":
        picture.save(into, form)
    else:
        picture.save(into, form, quality=quality, optimize=True)
    return into.getvalue()
