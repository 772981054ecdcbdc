"""Names of files are shown to people and stand in headers: nothing in them may mislead or break anything."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.downloads import disposition
from bot.helpdesk.files.kinds import EXTENSIONS, MEDIA_TYPES, Kind, is_heif, kind_of, recognised
from bot.helpdesk.files.names import LONGEST, safe_name
from bot.helpdesk.files.refusals import FileRefused
from tests.helpdesk.files.samples import HTML, archive, gif, jpeg, pdf, png, webp


@pytest.mark.parametrize(
    ("claimed", "shown"),
    [
        ("KTP Siti.jpg", "KTP Siti.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\windows\\system.ini", "system.pdf"),
        ("/etc/cron.d/jahat", "jahat.pdf"),
        ("surat.pdf.exe", "surat.pdf"),
        ("surat.html", "surat.pdf"),
        ("surat\x00.html", "html.pdf"),
        ("foto\u202egpj.exe", "foto gpj.pdf"),
        ("\u2066surat\u2069", "surat.pdf"),
        ("a\r\nSet-Cookie: x=1", "a Set-Cookie x 1.pdf"),
        ('"; filename="jahat.html', "filename jahat.pdf"),
        ("<img src=x onerror=alert(1)>.png", "img src x onerror alert(1).pdf"),
        ("", "berkas.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("...", "berkas.pdf"),
        ("🙂", "berkas.pdf"),
        ("CON.txt", "berkas.pdf"),
        ("Surat Keterangan Kerja – PT Maju (2026).docx", "Surat Keterangan Kerja – PT Maju (2026).pdf"),
        ("身份证.png", "身份证.pdf"),
        ("\ud800rusak", "rusak.pdf"),
    ],
)
def test_a_name_is_made_harmless(claimed: str, shown: str) -> None:
    """What is left says the same to people and nothing to programs."""
    assert safe_name(claimed, "pdf") == shown


@given(st.text(max_size=400), st.sampled_from(sorted(EXTENSIONS)))
def test_whatever_a_file_is_called(claimed: str, kind: Kind) -> None:
    """Short, on one line, without a path or invisible signs, with the ending of what it is; the same if done again."""
    shown = safe_name(claimed, kind)
    assert 4 < len(shown) <= LONGEST
    assert shown.endswith("." + EXTENSIONS[kind])
    assert shown.count(".") == 1
    assert not set(shown) & set('/\\"<>:;|\r\n\x00\u202e')
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} for sign in shown)
    assert safe_name(shown, kind) == shown


@given(st.text(max_size=200))
def test_a_header_holds_any_name(name: str) -> None:
    """One line of plain signs, from which the name can be read again."""
    header = disposition("attachment", name)
    header.encode("ascii")
    assert "\n" not in header
    assert "\r" not in header
    assert header.count('"') in {0, 2}


@pytest.mark.parametrize(
    ("content", "kind"), [(jpeg(), "jpeg"), (png(), "png"), (webp(), "webp"), (pdf(), "pdf")], ids=MEDIA_TYPES
)
def test_a_kind_is_told_by_the_first_bytes(content: bytes, kind: Kind) -> None:
    """Nothing else is asked."""
    assert kind_of(content) == recognised(content, len(content)) == kind


@pytest.mark.parametrize(
    "content",
    [
        HTML,
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><svg/>",
        b"\n" + jpeg(),
        b" %PDF-1.7",
        HTML + pdf(),
        gif() + archive(),
        b"GIF89a/*" + HTML,
        archive(),
        b"MZ" + bytes(200),
        b"\x7fELF" + bytes(200),
        b"II*\0" + bytes(200),
        b"BM" + bytes(200),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200),
        b"%!PS-Adobe-3.0",
        b"\x1f\x8b" + bytes(20),
        b"RIFF\x10\0\0\0AVI LIST",
    ],
)
def test_everything_else_is_refused_by_its_bytes(content: bytes) -> None:
    """Pages, drawings that are pages, archives, programs, other pictures, and what only begins later."""
    with pytest.raises(FileRefused) as caught:
        recognised(content, 10_000_000)
    assert caught.value.reason == "type"


def test_photos_of_iphones_are_named() -> None:
    """So that the user is told what helps; an AVIF is not one."""
    heic = b"\0\0\0\x24ftypheic" + bytes(100)
    assert is_heif(heic)
    assert not is_heif(b"\0\0\0\x24ftypavif" + bytes(100))
    for content, reason in ((heic, "heic"), (b"", "empty"), (jpeg(), "large")):
        with pytest.raises(FileRefused) as caught:
            recognised(content, 200)
        assert caught.value.reason == reason
