"""What people write while they stand in the registration guide: that it is done, that it waits, or what is wrong."""

import re

from flows.flow import Answer, Wrong
from flows.reading.answers import read_yes_no
from flows.reading.words import tokens
from flows.turn import Turn
from flows.understanding import understand

TOPICS_BEFORE_WORDING = {"thanks", "hello", "cost", "safe", "who", "middleman", "why-nik", "for-others"}
"""Questions that are answered also where nearly any text is taken."""

TOPICS_OF_WORK = ("builder", "self-employed")

SECRET = re.compile(r"^(?=\S*[a-z])(?=\S*[\d@#$%^&*_])\S{6,}$")
LONGEST = 200

_NOT = (
    r"(?:gak|ga|gk|nggak|ngga|enggak|tidak|tdk|kagak|ndak|ora|teu|mboten|boten|henteu|belum|blm|durung|dereng|acan"
    r"|can(?= (?:asup|lebet|bisa|tiasa|aya|kapanggih))|gagal|not|no|can't|cannot|won't|doesn't|don't|didn't)"
)
_FAILS = rf"(?:{_NOT}|salah|error|gagal|ditolak|wrong|failed|fails)"
_KPJ = r"(?:kpj\w*|nomor (?:peserta|kartu))"
_FOUND = "ditemukan|ketemu|kepanggih|kapendak|kapanggih"
_CODE = r"(?:kode\w*|otp\w*|sms\w*|code)"
_TROUBLES: tuple[tuple[str, str], ...] = (
    ("other_answer", (r"\bsalah (?:pilih|pencet|tekan|klik)\b"
                      r"|\b(?:ke|ter|di)?(?:pencet|pilih|tekan|klik)\w* (?:\S+ )?belum\b"
                      r"|\b(?:disuruh|diminta|suruh) bayar\b|\b(?:ter|te)lanjur\b|\bwrong (?:button|answer)\b")),
    ("find", (rf"\b{_NOT} (?:punya|tahu|tau|ada|ingat|inget|hafal|hapal|have|know|dapat|dapet|dikasih"
             rf"|terima|nerima|pegang) (?:nomor )?(?:{_KPJ}|kartu)\b|\b(?:lupa|forgot) "
             rf"(?:nomor )?{_KPJ}|\b{_KPJ} (?:saya )?(?:{_NOT} (?:punya|ada|tahu|tau|ingat)|lupa|hilang)")),
    ("used", (r"\b(?:sudah|telah|already|pernah) (?:dipakai|dipake|kepake|kepakai|terpakai|terdaftar|digunakan|ada akun"
             r"|used|registered|taken)\b"
             r"|\bin use\b|\bakun lama\b|\bbpjstku\b")),
    ("kpj", (rf"\b{_KPJ} .*\b(?:{_NOT} (?:{_FOUND}|terdaftar|ada|valid|found|dikenal)|salah|not found)"
            rf"|\b{_NOT} ditemukan .*\b{_KPJ}")),
    ("nik", rf"\bnik\b.*\b{_FAILS}\b|\b{_FAILS}\b.*\bnik\b"),
    ("mismatch", (rf"\b(?:data|nama|tanggal lahir|tgl lahir)\w*\b.*\b{_NOT} (?:sesuai|cocok|sama|match)"
                 rf"|\b(?:data|nama)\w* (?:\S+ )?(?:salah|beda|mismatch)\b|\b{_NOT} (?:sesuai|cocok)\b")),
    ("code", (rf"\b{_CODE}\b.*\b(?:{_NOT}|lama|mana)\b"
              rf"|\b{_NOT} (?:dapat|dapet|ada|terima|masuk|get|receive)\w* .*{_CODE}")),
    ("face", r"\b(?:foto|poto|raray|wajah|muka|selfie|selfi|biometrik|face|swafoto)\b"),
    ("closing", (r"\b(?:keluar|kaluar|metu|nutup|menutup|tertutup|ketutup|crash\w*|force close|mental|hang|lemot|blank"
                r"|loading|macet|close sendiri|ngelag|freez\w*|update)\b")),
    ("trouble", (r"\b(?:error\w*|masalah|kendala|problem|trouble|gagal|stuck|mentok|kode \d+|susah|bermasalah)\b"
                 rf"|\b{_NOT} (?:bisa|jalan)")),
)  # fmt: skip
TROUBLES = tuple((trigger, re.compile(rule)) for trigger, rule in _TROUBLES)
DONE = re.compile(
    r"^(?:(?:sudah|sampun|mpun|wes|wis|uwis|tos|entos|parantos|geus|already|ok\w*|siap|sip|done|beres|next|terus|trus"
    r"|berikut\w*|lanj\w*|gas|kelar|rampung"
    r"|selesai|finished|go on|continue)(?: |$))|\bsudah (?:masuk|ada|bisa|di\w+|ter\w+|isi|pilih|klik|tekan|pencet|jadi"
    r"|selesai|berhasil|beres|dapat|dapet|setuju|buat|bikin)\b"
)
WAITS = re.compile(
    r"\b(?:belum|blm|tunggu|bentar|sebentar|sek|sik|wait|nanti|ntar|mangke|mengko|engke|antosan|dereng|durung|acan"
    r"|not yet|sabar|lagi (?:download|unduh|isi|cari))\b"
)


STILL = re.compile(r"\b(?:sama saja|tetap|masih|tapi|padahal|still|but|taksih|tetep|keneh)\b")
_KINDS: tuple[tuple[str, str], ...] = (
    ("builder", r"\b(?:bangunan|kuli|tukang|mandor|proyek|konstruksi|jakon|construction)\b"),
    ("pmi", r"\b(?:tki|tkw|pmi|migran|luar negeri|abroad|malaysia|taiwan|hongkong|korea|arab)\b"),
    ("bpu", (r"\b(?:bpu|bukan penerima upah|mandiri|gojek|grab|ojek|ojol|driver|sopir|usaha|dagang|jualan|warung|petani"
             r"|nelayan|freelance|sendiri|self)\b")),
    ("pu", (r"\b(?:pu|penerima upah|karyawan\w*|pabrik|buruh|pegawai|kantor\w*|gaji\w*|pt|perusahaan|toko|hotel"
            r"|security|satpam|employee|factory)\b")),
    ("which", r"\b(?:yang mana|mana|which one)\b"),
)  # fmt: skip
KINDS = tuple((kind, re.compile(rule)) for kind, rule in _KINDS)


def read_kind(turn: Turn, text: str) -> Answer | Wrong | None:
    """As `read_progress`, where people tell what they work as instead of choosing."""
    words = tokens(text)
    said = " ".join(words)
    kind = next((kind for kind, rule in KINDS if rule.search(said)), None)
    if (
        kind is None
        or understand(words) not in {None, *TOPICS_OF_WORK}
        or DONE.search(said)
        or read_trouble(said) is not None
    ):
        return read_progress(turn, text)
    return Answer(f"is_{kind}")


def read_progress(_turn: Turn, text: str) -> Answer | Wrong | None:
    """How a step goes: what is wrong first, then done, then not yet."""
    if len(text) > LONGEST * 4:
        return None
    words = tokens(text)
    said = " ".join(words)
    trouble = read_trouble(said)
    if trouble is not None:
        return Answer(trouble)
    if "?" in said:
        return None
    if DONE.search(said) or read_yes_no(text):
        return Answer("next")
    if understand(words) in {None, "wait"} and (WAITS.search(said) or read_yes_no(text) is False):
        return Answer("wait")
    return None


def read_trouble(said: str) -> str | None:
    """The trigger of the trouble that these words (tokens, joined) tell of."""
    said = said[:LONGEST]
    return next((trigger for trigger, rule in TROUBLES if rule.search(said)), None)


def read_private(turn: Turn, text: str) -> Answer | Wrong | None:
    """As `read_progress`, where people type into the chat what belongs into the app: codes, addresses, passwords."""
    answer = read_progress(turn, text)
    if answer is not None:
        return answer
    stripped = text.strip()
    if "@" in stripped and " " not in stripped:
        return Wrong("jmo-address", personal=True)
    if stripped.isdigit() and 4 <= len(stripped) <= 8:
        return Wrong("jmo-code", personal=True)
    return Wrong("jmo-secret", personal=True) if SECRET.search(stripped.lower()) else None


def read_which(_turn: Turn, text: str) -> Answer | None:
    """Which trouble it is, in the user's own words."""
    trigger = read_trouble(" ".join(tokens(text)))
    return Answer(trigger) if trigger is not None and trigger != "trouble" else None


def read_after_trouble(turn: Turn, text: str) -> Answer | None:
    """Another trouble, or whether the fix has helped."""
    said = " ".join(tokens(text))
    trigger = read_trouble(said)
    if trigger is not None:
        return Answer("other" if trigger in {"trouble", turn.frame.state} else trigger)
    if DONE.search(said):
        return Answer("other" if STILL.search(said) else "resume")
    helped = read_yes_no(text)
    return None if helped is None else Answer("resume" if helped else "other")


def read_wording(_turn: Turn, text: str) -> Answer | None:
    """The words on the user's screen: nearly anything, but no question of another kind and no plain yes or no."""
    words = tokens(text)
    if understand(words) in TOPICS_BEFORE_WORDING or read_yes_no(text) is not None:
        return None
    return Answer("noted") if any(map(str.isalnum, text)) else None
