"""PDFs come out as pages that do nothing; what would do something is refused as a whole."""

import io
import random
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.papers import rewrite
from bot.helpdesk.files.refusals import FileRefused
from bot.pages import pdf as letter
from tests.helpdesk.files.samples import HTML, SECRET_PLACE, active, archive, entry, link, noted, opening, pdf

LIMITS = FileLimits()


def refused(content: bytes, limits: FileLimits = LIMITS) -> str:
    """Why a PDF is not taken."""
    with pytest.raises(FileRefused) as caught:
        rewrite(content, limits)
    return caught.value.reason


def test_a_letter_still_says_what_it_said() -> None:
    """All pages, with their words; the author's name is gone."""
    content = pdf(3)
    clean = rewrite(content, LIMITS)
    pages = PdfReader(io.BytesIO(clean), strict=True).pages
    assert len(pages) == 3
    contents = pages[2].get_contents()
    assert contents is not None
    assert b"Surat keterangan" in contents.get_data()
    assert SECRET_PLACE.encode() not in clean
    assert PdfReader(io.BytesIO(rewrite(letter("Judul", ["isi"]), LIMITS))).pages[0].extract_text().startswith("Judul")


def test_a_link_becomes_plain_words() -> None:
    """Word processors make links; they stay where they are and lead nowhere."""
    clean = rewrite(pdf(1, noted(link("https://jahat.example/ktp"))), LIMITS)
    assert b"jahat.example" not in clean
    notes = PdfReader(io.BytesIO(clean)).pages[0].annotations
    assert notes is not None
    assert ["/A" in DictionaryObject(note.get_object()) for note in notes] == [False]


def test_going_to_a_page_on_opening_is_harmless() -> None:
    """Many programs write it; it is dropped and not refused."""
    clean = rewrite(pdf(1, opening(entry(S="/GoTo", D=[0, "/Fit"]))), LIMITS)
    assert "/OpenAction" not in PdfReader(io.BytesIO(clean)).root_object


@pytest.mark.parametrize("what", active())
def test_what_does_something_is_refused(what: str) -> None:
    """Scripts, programs, forms that send, other files inside."""
    assert refused(active()[what]) == "active"


def test_a_name_written_in_disguise_is_the_same_name() -> None:
    """The letters of a name can be written as numbers."""
    plain = pdf(1, opening(entry(S="/JavaScript", JS="app.alert(1)")))
    hidden = plain.replace(b"/JavaScript", b"/J#61vaScri#70t").replace(b"/JS", b"/#4aS")
    assert hidden != plain
    assert refused(hidden) in {"active", "damaged"}


def test_a_password_is_refused_kindly() -> None:
    """Also an empty one, with which readers open a file without asking."""
    assert refused(pdf(1, password="rahasia")) == "locked"


@pytest.mark.parametrize("around", [HTML, archive()], ids=["html", "jar"])
def test_a_second_format_behind_does_not_survive(around: bytes) -> None:
    """Either the whole is refused, or nothing of it is left."""
    content = pdf() + around
    try:
        clean = rewrite(content, LIMITS)
    except FileRefused:
        clean = b""
    assert b"<script" not in clean
    assert b"PK\x03\x04" not in clean


def test_what_no_page_shows_is_dropped() -> None:
    """An object that is merely there, as a smuggler's box."""

    def hidden(writer: PdfWriter) -> None:
        writer._add_object(entry(Type="/Font", Box=HTML))

    content = pdf(1, hidden)
    assert b"<script" in content or HTML.hex().encode() in content
    clean = rewrite(content, LIMITS)
    assert b"<script" not in clean
    assert HTML.hex().encode() not in clean


def test_a_book_is_refused() -> None:
    """More pages than a letter has; and one that is too large to be kept."""
    assert refused(pdf(31)) == "pages"
    assert len(PdfReader(io.BytesIO(rewrite(pdf(30), LIMITS))).pages) == 30
    assert refused(pdf(2), FileLimits(kept=300)) == "large"


def stuffed(filters: list[str], data: bytes, **more: object) -> bytes:
    """A letter whose page shows a stream of these bytes."""

    def change(writer: PdfWriter) -> None:
        shown = StreamObject()
        shown._data = data
        shown.update(entry(Filter=filters, **more))
        writer.pages[0][NameObject("/Contents")] = writer._add_object(shown)

    return pdf(1, change)


def test_what_unfolds_to_far_more_than_a_page_is_refused() -> None:
    """A bomb for the agent's reader: one stream, a stream packed twice, and a picture that claims to be huge."""
    packed = zlib.compress(bytes(200 * 1024 * 1024), 9)
    assert len(packed) < 300_000
    assert refused(stuffed(["/FlateDecode"], packed)) == "large"
    assert refused(stuffed(["/Fl"], packed)) == "large"
    assert refused(stuffed(["/FlateDecode", "/FlateDecode"], zlib.compress(packed, 9))) == "damaged"
    assert refused(stuffed(["/CCITTFaxDecode"], b"x", Width=50_000, Height=50_000)) == "pixels"
    assert rewrite(stuffed(["/FlateDecode"], zlib.compress(bytes(30 * 1024 * 1024))), LIMITS)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + HTML,
        b"%PDF-1.7\n" + bytes(100_000),
        pdf()[:200],
        pdf()[:-100],
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 50_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
    ],
    ids=["beginning", "html", "zeros", "cut short", "without its end", "deep", "its own parent"],
)
def test_what_is_no_sound_document_is_refused(content: bytes) -> None:
    """Whatever the library makes of it, nobody else has to."""
    assert refused(content) in {"damaged", "active"}


def test_rubbish_is_refused_and_nothing_else_happens() -> None:
    """Three hundred letters with a few bytes changed: each is written anew or refused."""
    chance, whole = random.Random(13), pdf(2)
    outcomes = set()
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(8, len(content))] = chance.randrange(256)
        try:
            assert rewrite(bytes(content), LIMITS).startswith(b"%PDF-")
            outcomes.add("written")
        except FileRefused as error:
            outcomes.add(error.reason)
    assert {"written", "damaged"} <= outcomes
