"""What a file is, told by its first bytes and by nothing else: neither name nor claimed type is asked."""

from typing import Final, Literal

from bot.helpdesk.files.refusals import FileRefused

Kind = Literal["jpeg", "png", "webp", "pdf"]
"""The kinds that are taken."""

MEDIA_TYPES: Final[dict[Kind, str]] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
}
EXTENSIONS: Final[dict[Kind, str]] = {"jpeg": "jpg", "png": "png", "webp": "webp", "pdf": "pdf"}

_HEIF: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def kind_of(content: bytes) -> Kind | None:
    """The kind of a file by how it begins; None for everything that is not taken."""
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content.startswith(b"%PDF-"):
        return "pdf"
    return None


def is_heif(content: bytes) -> bool:
    """Whether this is a photo as iPhones keep them, which the imaging library cannot open without further parts."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIF


def recognised(content: bytes, at_most: int) -> Kind:
    """What a file is, if it is one that is taken and not too large; raise `FileRefused`. Costs next to nothing."""
    if not content:
        raise FileRefused("empty")
    if len(content) > at_most:
        raise FileRefused("large")
    kind = kind_of(content)
    if kind is None:
        raise FileRefused("heic" if is_heif(content) else "type")
    return kind
