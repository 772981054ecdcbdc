"""Choices, made by number, name or plain words."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.choices import Option, read_choice
from tests.reading.tables import cases

MENU = (
    Option("menu.recover", "Cari nomor KPJ saya", ("lupa kpj", "cek nomor kpj", "kpj saya berapa")),
    Option("menu.register", "Bantu daftar JMO", ("registrasi jmo", "pendaftaran jmo")),
    Option("menu.account", "Masalah akun JMO", ("lupa password", "tidak bisa masuk", "akun bermasalah")),
    Option("menu.data", "Masalah data kepesertaan", ("data salah",)),
    Option("menu.faq", "Tanya jawab", ("pertanyaan",)),
    Option("menu.offices", "Kantor & kontak resmi", ("alamat kantor",)),
    Option("menu.agent", "Bicara dengan petugas", ("cs", "operator", "ngobrol dengan petugas")),
    Option("menu.language", "Bahasa / Language", ("english", "ganti bahasa", "bahasa inggris")),
    Option("menu.privacy", "Data pribadi saya", ("hapus data",)),
)
CONSENT = (Option("consent.yes", "SETUJU", ("ya", "iya")), Option("consent.no", "TIDAK", ("tidak setuju", "gak")))
NEAREST = (Option("faq.a", "Apakah harus bayar?"), Option("faq.b", "Berapa lama?"), Option("faq.none", "Bukan itu"))


@pytest.mark.parametrize(("expected", "text"), cases("choices.tsv", "choices_fresh.tsv"))
def test_menu_entry_is_chosen_or_left_open(expected: str, text: str) -> None:
    """Each row of the table: what fits one entry clearly is that entry, all else is none."""
    assert (read_choice(text, MENU) or "-") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("setuju", "consent.yes"),
        ("Setuju!", "consent.yes"),
        ("stuju", "consent.yes"),
        ("ya", "consent.yes"),
        ("1", "consent.yes"),
        ("tidak", "consent.no"),
        ("tidak setuju", "consent.no"),
        ("TIDAK SETUJU", "consent.no"),
        ("gak", "consent.no"),
        ("setuju tidak", None),
        ("bukan setuju", None),
        ("3", None),
    ],
)
def test_a_denial_is_never_taken_for_the_word_it_denies(text: str, expected: str | None) -> None:
    """Consent and refusal share a word; only the whole of it counts."""
    assert read_choice(text, CONSENT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("bukan itu", "faq.none"), ("bukan itu kak", "faq.none"), ("berapa lama", "faq.b"), ("harus bayar?", "faq.a")],
)
def test_labels_that_ask_or_deny_can_be_chosen(text: str, expected: str) -> None:
    """An entry such as "Bukan itu" is one like any other."""
    assert read_choice(text, NEAREST) == expected


words = st.text(string.ascii_lowercase, min_size=5, max_size=9)
labels = st.lists(st.lists(words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=9, unique=True)


@given(labels, st.data())
def test_number_id_and_label_always_choose(names: list[str], data: st.DataObject) -> None:
    """Whatever is on offer can be chosen by its number, its id and its label."""
    options = [Option(f"o.x{at}", name) for at, name in enumerate(names)]
    at = data.draw(st.integers(0, len(names) - 1))
    for text in (str(at + 1), f"no {at + 1} kak", f"o.x{at}", names[at], names[at].upper()):
        assert read_choice(text, options) == f"o.x{at}"


@given(st.integers(min_value=len(MENU) + 1))
def test_a_number_out_of_range_is_no_choice(number: int) -> None:
    """There is no entry behind the last one."""
    assert read_choice(str(number), MENU) is None


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever arrives gets an answer."""
    read_choice(text, MENU)


@pytest.mark.parametrize("piece", ["1 ", "masalah ", "a", "👍", "data jmo "])
def test_long_messages_are_no_choice(piece: str) -> None:
    """A story of thousands of characters is not a choice."""
    assert read_choice(piece * 3000, MENU) is None


def test_nothing_on_offer_is_no_choice() -> None:
    """Without options there is none to choose."""
    assert read_choice("1", ()) is None
