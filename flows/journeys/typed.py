"""How the answers of the identity questions are read, and which mistakes are told apart."""

import re

from flows.flow import Answer, Wrong
from flows.reading.dates import read_date
from flows.reading.numbers import read_number
from flows.reading.words import COURTESY, plain, tokens
from flows.turn import Turn
from flows.understanding import understand

LONGEST_NAME = 80
MOST_PARTS = 9
FRAME_WORDS = re.compile(
    r"^(halo |hai )?((nama (lengkap )?(saya|aku|sy|ku|lengkap|ibu|ibu kandung|ibu saya)?|namaku|saya|my name is|"
    r"atas nama|a\.?n\.?) ?(adalah|ialah|itu|yaitu)?)[ :=]+"
)
NAME_LETTERS = re.compile(r"[^\W\d_]")
NO_NAME = re.compile(r"[0-9?@#$%^*_={}<>\[\]|\\/]")
NOT_NAMES = {
    "tidak tahu", "gak tau", "ga tau", "gatau", "lupa", "tidak ada", "ya", "iya", "ok", "oke", "tidak", "saya", "siap",
    "sudah", "belum", "lanjut", "terus", "nama", "ktp", "nik", "sebentar", "bentar", "tunggu", "apa", "kenapa", "y",
}  # fmt: skip


def read_nik(turn: Turn, text: str) -> Answer | Wrong | None:
    """A NIK of 16 digits, or which other number this is; None if there is no number in it."""
    number = read_number(text, turn.today, "nik")
    if number is None:
        return None
    if number.kind == "nik":
        return Answer("nik", {"nik": number.value}, personal=True)
    if number.kind == "kk_suspect":
        return Answer("kk_suspect", {"nik": number.value}, personal=True)
    return Wrong(number.kind.replace("_", "-"), {"count": sum(map(str.isdigit, number.value))}, personal=True)


def read_name(turn: Turn, text: str) -> Answer | Wrong | None:
    """Something that can be a person's name; the comparison itself is the directory's record's affair."""
    said = " ".join(plain(text).split())
    kernel = FRAME_WORDS.sub("", said).strip(" .,!-")
    if not NAME_LETTERS.search(kernel):
        return Wrong("digits") if any(map(str.isdigit, said)) else None
    if NO_NAME.search(kernel):
        return Wrong("digits")
    bare = " ".join(word for word in tokens(kernel) if word not in COURTESY)
    if kernel in NOT_NAMES or bare in NOT_NAMES or understand(" ".join(tokens(text))) is not None:
        return None
    if len(NAME_LETTERS.findall(kernel)) < 2 or len(kernel) > LONGEST_NAME or len(kernel.split()) > MOST_PARTS:
        return Wrong("length")
    slot = "mother" if turn.frame.state == "mother" else "name"
    return Answer("name", {slot: text.strip()[: LONGEST_NAME * 2]}, personal=True)


def read_birth_date(turn: Turn, text: str) -> Answer | Wrong | None:
    """A full birth date, day first; None if the text holds nothing like a date."""
    born = read_date(text, turn.today)
    if born is not None:
        return Answer("date", {"birth_date": born.isoformat()}, personal=True)
    return Wrong("unclear", personal=True) if any(map(str.isdigit, plain(text))) else None
