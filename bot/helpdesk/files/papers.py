"""PDFs are read strictly and written anew: pages and what they show, nothing that does something.

What would do something (scripts, programs, forms that send, other files inside) is a reason to refuse the whole: a
letter has none of it. Links become plain words. Bytes before, behind and between the objects are gone afterwards, and
with them whatever else the file was. Runs in a process of its own, see `workshop`.
"""

import io
import zlib
from typing import Any, Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from bot.helpdesk.files.limits import MB, FileLimits
from bot.helpdesk.files.refusals import FileRefused

_MOST_OBJECTS: Final = 100_000
_MOST_UNFOLDED: Final = 128 * MB  # of one stream: an A4 page in colour, scanned very finely, has 100 MB
_MOST_IN_ALL: Final = 1024 * MB
_FLATE: Final = frozenset({"/FlateDecode", "/Fl"})
_ACTIVE_KEYS: Final = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMedia", "/Collection"})
_ACTIONS: Final = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute",
        "/Movie", "/Sound", "/GoTo3DView",
    }
)  # fmt: skip
_ACTIVE_KINDS: Final = frozenset({"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Screen", "/PS"})
_DOES: Final = ("/A", "/AA", "/PA")
_BESIDE: Final = (*_DOES, "/B", "/Metadata", "/PieceInfo", "/StructParents", "/Tabs", "/Thumb", "/AF", "/Trans", "/PZ")


def rewrite(content: bytes, limits: FileLimits) -> bytes:
    """The pages as a new PDF; raise `FileRefused`."""
    try:
        written = _rewritten(content, limits)
        _look_through(PdfReader(io.BytesIO(written), strict=True).trailer, limits)
    except (LimitReachedError, MemoryError, RecursionError):
        raise FileRefused("damaged") from None
    except (PyPdfError, ValueError, TypeError, LookupError, AttributeError, AssertionError, OSError, ArithmeticError):
        raise FileRefused("damaged") from None  # what the library raises for bytes that are no sound PDF
    if len(written) > limits.kept:
        raise FileRefused("large")
    return written


def _rewritten(content: bytes, limits: FileLimits) -> bytes:
    reader = PdfReader(io.BytesIO(content), strict=True)
    if reader.is_encrypted:
        raise FileRefused("locked")
    _look_through(reader.trailer, limits)
    count = len(reader.pages)
    if not count:
        raise FileRefused("damaged")
    if count > limits.pages:
        raise FileRefused("pages")
    writer = PdfWriter()
    for page in reader.pages:
        _disarm(writer.add_page(page, excluded_keys=_BESIDE))
    writer.metadata = None
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def _disarm(page: PageObject) -> None:
    """Notes and filled fields keep what they look like and lose what they do."""
    notes = page.get("/Annots")
    for note in notes.get_object() if notes is not None else ():
        found = note.get_object()
        if isinstance(found, DictionaryObject):
            for key in _DOES:
                found.pop(NameObject(key), None)


def _look_through(start: DictionaryObject, limits: FileLimits) -> None:
    """Everything that can be reached, once; raise `FileRefused` for what does something."""
    waiting: list[Any] = [start]
    seen: set[tuple[int, int]] = set()
    looked = unfolded = 0
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            place = (found.idnum, found.generation)
            if place in seen:
                continue
            seen.add(place)
            found = found.get_object()
        looked += 1
        if looked > _MOST_OBJECTS:
            raise FileRefused("damaged")
        if isinstance(found, DictionaryObject):
            _judge(found)
            if isinstance(found, StreamObject):
                unfolded += _weigh(found, limits)
                if unfolded > _MOST_IN_ALL:
                    raise FileRefused("large")
            waiting += [found.raw_get(key) for key in found]
        elif isinstance(found, ArrayObject):
            waiting += list(found)


def _judge(found: DictionaryObject) -> None:
    if not _ACTIVE_KEYS.isdisjoint(found):
        raise FileRefused("active")
    if _name(found, "/S") in _ACTIONS or not _ACTIVE_KINDS.isdisjoint(
        (_name(found, "/Subtype"), _name(found, "/Type"))
    ):
        raise FileRefused("active")
    if "/OpenAction" in found and _opens(found["/OpenAction"]):
        raise FileRefused("active")
    if "/AA" in found and isinstance(found["/AA"], DictionaryObject) and any(map(_opens, found["/AA"].values())):
        raise FileRefused("active")


def _weigh(stream: StreamObject, limits: FileLimits) -> int:
    """How many bytes a stream unfolds to, for whoever will show it; raise `FileRefused` for more than a page needs."""
    told = stream.get("/Filter", "")
    filters = [str(name) for name in told] if isinstance(told, ArrayObject) else [str(told)]
    if sum(name in _FLATE for name in filters) > 1:
        raise FileRefused("damaged")  # packed twice: nobody does that but to hide how large it is
    width, height = stream.get("/Width", 0), stream.get("/Height", 0)
    if isinstance(width, int) and isinstance(height, int) and width * height > 2 * limits.pixels:
        raise FileRefused("pixels")
    if filters[0] not in _FLATE:
        return 0
    pack, size = zlib.decompressobj(), 0
    rest: bytes = stream._data  # noqa: SLF001 - the packed bytes, which the library hands out in no other way
    while rest and not pack.eof:
        try:
            size += len(pack.decompress(rest, MB))
        except zlib.error:
            break  # whoever shows it stops here as well
        rest = pack.unconsumed_tail
        if size > _MOST_UNFOLDED:
            raise FileRefused("large")
    return size


def _opens(action: Any) -> bool:
    """Whether something is opened outside of the document without anybody's doing."""
    found = action.get_object()
    return isinstance(found, DictionaryObject) and _name(found, "/S") not in {"/GoTo", "/Named", ""}


def _name(found: DictionaryObject, key: str) -> str:
    value = found.get(key, "")
    return value if isinstance(value, str) else ""
