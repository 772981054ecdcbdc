"""How the answers of the identity questions are read, and which mistakes are told apart."""

import re

from flows.flow import Answer, Wrong
from flows.reading.codes import read_code
from flows.reading.date_pieces import join_date, join_piece
from flows.reading.dates import read_date
from flows.reading.numbers import read_number
from flows.reading.words import COURTESY, plain, tokens
from flows.turn import Turn

LONGEST_NAME = 80
MOST_PARTS, MOST_BYTES = 9, 120
NIK_DIGITS = 16
BURST, MOST_HALF = 15_000, 3
"""Milliseconds within which messages belong together; words of the other half of a name."""
FRAME_WORDS = re.compile(
    r"^(halo |hai )?((nama (lengkap )?(saya|aku|sy|ku|lengkap|ibu|ibu kandung|ibu saya)?|namaku|saya|my name is|"
    r"i am|i'm|my mother is|atas nama|a\.?n\.?) ?(adalah|ialah|itu|yaitu)?)[ :=]+"
)
BORN = re.compile(
    r"(?P<name>[^\d,]+?)[ ,.;:-]*"
    r"(?:\b(?:ttl|(?:tempat )?(?:tgl|tanggal)\.? lahir|lahir(?: (?:tgl|tanggal))?|lhr|born(?: on)?)\b"
    r"[ :.,-]*(?:[a-z]+[ ,.-]+){0,3}|, *|(?<=\w) (?=\d))"
    r"(?P<born>\d[\w ./-]*)$",
    re.IGNORECASE,
)
"""A name, and a birth date behind a word for it (with or without the place), a comma, or nothing."""
FULL_NAME = 2
NO_NAME = re.compile(r"[0-9?@#$%^*_={}<>\[\]|\\/]")
NOT_NAMES = {
    "tidak tahu", "gak tau", "ga tau", "gatau", "lupa", "tidak ada", "ya", "iya", "ok", "oke", "tidak", "saya", "siap",
    "sudah", "belum", "lanjut", "terus", "nama", "ktp", "nik", "sebentar", "bentar", "tunggu", "apa", "kenapa", "y",
    "yes", "no", "wait", "mana", "apaan", "males", "malas", "cepetan", "buruan", "woi", "woy", "oi",
}  # fmt: skip
SENTENCE = frozenset(
    """
    saya aku mau ingin tidak gak ga gk nggak ngga enggak tdk ndak kagak bisa bs sudah belum kenapa kok tanya dulu nanti
    lagi tolong kerja bekerja karena tapi kalau yang dan atau ini itu ada apa apakah gimana bagaimana kapan dimana siapa
    berapa buat untuk dengan di ke dari pada sama juga masih akan harus perlu butuh lupa hilang tau tahu ngerti paham
    salah punya suami istri
    nomor nomer kpj nik ktp kk bpjs jmo hp kartu data aplikasi daftar perusahaan pabrik kantor tinggal umur tahun
    the is am are my want need can cannot don't do not have has to of for why what how when where who but and i you
    lama cepat banget ribet susah males capek bukan jangan kirim ketik tulis balas jawab sebentar tunggu
    """.split()
)
"""Words that make sentences, not names; a single one can still be part of a name."""
ASKING = frozenset(
    """
    kenapa gimana bagaimana apakah berapa kapan dimana siapa what how why when where who
    mana piye kepiye pripun ngendi ngopo sopo kumaha naon sabaraha iraha
    gak nggak ngga enggak tidak tdk kagak mboten henteu jadi
    kpj jmo bpjs jamsostek nik ktp kk jht saldo petugas aplikasi alamat bahasa basa boso english nomor
    ngomong ngobrol nyarios
    """.split()
)
"""Words that no name has: one of them makes a sentence."""


def read_nik(turn: Turn, text: str) -> Answer | Wrong | None:
    """A NIK of 16 digits, or which other number this is; None if there is no number in it."""
    number = read_number(text, turn.today, "nik")
    if number is None:
        return None
    if number.kind == "nik":
        return Answer("nik", {"nik": number.value}, personal=True)
    if number.kind == "kk_suspect" and number.value == turn.text_slot("nik") and turn.frame.state == "kk_check":
        return Answer("nik", personal=True)  # asked whether it is the NIK, they have typed it once more
    if number.kind == "kk_suspect":
        return Answer("kk_suspect", {"nik": number.value}, personal=True)
    return Wrong(number.kind.replace("_", "-"), {"count": sum(map(str.isdigit, number.value))}, personal=True)


def _nik_again(turn: Turn, text: str) -> Answer | Wrong | None:
    """A NIK where another answer is asked for: sent twice, or the right one after a wrong one."""
    if sum(map(str.isdigit, text)) < NIK_DIGITS:
        return None
    number = read_number(text, turn.today, "nik")
    if number is None or number.kind != "nik":
        return None
    same = number.value == turn.text_slot("nik")
    return Wrong("nik-again", personal=True) if same else Answer("nik", {"nik": number.value}, personal=True)


def read_name(turn: Turn, text: str) -> Answer | Wrong | None:
    """Something that can be a person's name; the comparison itself is the directory's record's affair."""
    more = _nik_again(turn, text) or (_name_and_date(turn, text) if turn.frame.state == "name" else None)
    if more is not None:
        return more
    said = " ".join(plain(text).split())
    kernel = FRAME_WORDS.sub("", said).strip(" .,!-")
    letters = sum(map(str.isalpha, kernel))
    if not letters:
        return Wrong("digits") if any(map(str.isdigit, said)) else None
    if NO_NAME.search(kernel):
        return Wrong("digits")
    if sum(char.isascii() and char.isalpha() for char in kernel) * 2 < letters:
        return Wrong("script")
    words = [word for word in tokens(kernel) if word not in COURTESY]
    if not words or kernel in NOT_NAMES or " ".join(words) in NOT_NAMES:
        return None
    if letters < 2 or len(kernel) > LONGEST_NAME or len(kernel.split()) > MOST_PARTS:
        return Wrong("length")
    if _is_sentence(words, again=turn.frame.tries > 0):
        return Wrong("sentence")
    slot = "mother" if turn.frame.state == "mother" else "name"
    written = text.strip()
    kept = (
        written
        if len(written.encode(errors="ignore")) <= MOST_BYTES
        else kernel.encode()[:MOST_BYTES].decode(errors="ignore")
    )
    return Answer("name", {slot: kept}, personal=True)


def _name_and_date(turn: Turn, text: str) -> Answer | None:
    """A name with the birth date behind it, for who tells both at once. A place between them is not made a name."""
    parts = BORN.match(" ".join(text.split()))
    if parts is None:
        return None
    born = read_date(parts["born"], turn.today)
    name = read_name(turn, parts["name"])
    if born is None or not isinstance(name, Answer) or len(parts["name"].split()) < FULL_NAME:
        return None
    return Answer("date", {**name.slots, "birth_date": born.isoformat()}, personal=True)


def _rest_of_name(turn: Turn, text: str) -> Answer | None:
    """What comes right after a name of one word: the other half of it, sent by itself."""
    name = turn.text_slot("name").split()
    words = [word for word in plain(text).split() if word not in COURTESY]
    if len(name) != 1 or turn.silence > BURST or not 0 < len(words) <= MOST_HALF:
        return None
    if not all(word.isalpha() and len(word) > 1 for word in words) or not NOT_NAMES.isdisjoint(words):
        return None
    if not SENTENCE.isdisjoint(words) or not ASKING.isdisjoint(words):
        return None
    rest = [word for word in words if word != name[0].lower()]
    return Answer("name", {"name": " ".join((*name, *rest))}, personal=True) if rest else None


def _is_sentence(words: list[str], *, again: bool) -> bool:
    """Whether this is said rather than a name; what is typed once more with a single such word is believed."""
    if len(words) > 1 and not again and not ASKING.isdisjoint(word.removesuffix("nya") for word in words):
        return True
    telling = sum(word in SENTENCE for word in words)
    return telling > 1 or (telling == 1 and not again and len(words) < 3)


def read_birth_date(turn: Turn, text: str) -> Answer | Wrong | None:
    """A full birth date, day first, or the next piece of one; None if the text holds nothing like a date.

    A piece is kept until the date is whole, and only a whole one is looked up: nothing can be tried by pieces that
    could not be tried at once. What does not go on from the piece before ends it.
    """
    nik = _nik_again(turn, text)
    if nik is not None:
        return nik
    born = read_date(text, turn.today)
    if born is not None:
        return Answer("date", {"birth_date": born.isoformat()}, personal=True)
    open_yet = turn.frame.state == "birth_date"  # and not only to be checked
    more = _more_of_date(turn, text) if open_yet else None
    if more is not None:
        return more
    if any(map(str.isdigit, plain(text))):
        return Wrong("unclear", personal=True, slots={"birth_date": None} if open_yet else {})
    return _rest_of_name(turn, text)


def _more_of_date(turn: Turn, text: str) -> Answer | None:
    """What goes on from the pieces of the date that came before, or the first one."""
    kept = turn.text_slot("birth_date")
    whole = join_date(kept, text, turn.today)
    if whole is not None:
        return Answer("date", {"birth_date": whole.isoformat()}, personal=True, pieced=True)
    piece = join_piece(kept, text)
    return None if piece is None else Answer("piece", {"birth_date": piece}, personal=True, pieced=True)


NO_CODE = re.compile(
    r"\b(?:nomor\w*|hp|sim|kartu|number|phone)\b.*\b(?:mati|hangus|hilang|ilang|ganti|rusak|dijual|dead|lost|gone"
    r"|(?:tidak|gak|ga|nggak|sudah tidak|teu|ora|mboten) (?:aktif|dipakai|dipake|kepake))\b"
)


def read_typed_code(_turn: Turn, text: str) -> Answer | Wrong | None:
    """The one-time code; or that the phone to which it goes is gone."""
    found = read_code(text)
    if isinstance(found, str):
        return Answer("code", {"code": found}, personal=True)
    if found is not None:
        return Wrong("digits", {"count": found}, personal=True)
    return Answer("none") if phone_gone(text) else None


def phone_gone(text: str) -> bool:
    """Whether a text says that the phone, or its number, is not in use any more."""
    return NO_CODE.search(" ".join(tokens(text))) is not None


def read_phone_gone(_turn: Turn, text: str) -> Answer | None:
    """That the registered phone is gone: what is left are the ways that need none."""
    return Answer("ways") if phone_gone(text) else None
