"""Thanks that are no end: who thanks and still has not got what they came for means what follows the thanks."""

import re
from collections.abc import Sequence

from flows.understanding.phrases import GAP, NOT

MOST_WORDS = 40
"""Words of a message that may be thanks with something behind them; a longer one is a story."""

_THANKS = (
    r"(?:makasih|terima kasih|terimakasih|thank you|thankyou|thank u|matur (?:suwun|nuwun)|hatur nuhun|suwun|nuwun"
    r"|nuhun|tengkyu|maksih|tq|ty)"
)
_OPENING = r"(?:(?:ok\w*|iya|ya|siap|sip|baik|oh|wah|yah) )*"
_BUT = r"(?:tapi|tetapi|namun|cuma|cuman|but|nanging|ning|mung|ngan)"
_NOT_YET = r"(?:belum|durung|dereng|acan|not yet|still not|still didn't)"
_GOT = (
    r"(?:ketemu\w*|kepanggih|kapanggih|kapendak|nemu\w*|dapat\w*|dapet\w*|berhasil|hasil|kasil|sukses|beres|rampung|selesai|kelar"
    r"|muncul\w*|bisa|iso|tiasa|saged|found|get|got|worked|working|work)"
)
_NOT_YET_ONLY = r"(?:jadi|dadi|masuk|mlebu|keluar|datang|metu|ada (?:hasil|kabar|jawaban|balasan|nomor)\w*)"
_STUCK = r"(?:gagal|error|eror|begitu|gitu|sama|salah|ditolak|bingung|mentok|macet|failed|failing|fails|stuck|confused)"
_STILL = r"(?:masih|tetap|tetep|isih|tasih|keneh|angger|still)"

FAILED = (
    rf"(?:{_STILL} )*(?:(?:{NOT}|{_NOT_YET}){GAP} {_GOT}|{_NOT_YET}{GAP} {_NOT_YET_ONLY}"
    rf"|{_STILL}(?: \S+)? (?:{_STUCK}|{NOT}|{_NOT_YET}))"
)
"""That something has not come about, in plain words."""
_LATER = re.compile(r"\b(?:kalau|kalo|nanti|jika|misal\w*|seandainya|besok|if|when|mengko|engke)\b")
_AFTER_BUT = re.compile(rf"^{_OPENING}{_THANKS}\b.*?\b{_BUT} (?P<rest>.+)$")
_AFTER_THANKS = re.compile(
    rf"^{_OPENING}{_THANKS}\b(?: (?:ya|kak|kakak|min|pak|bu|mas|mbak|bang|banyak|\W))* (?P<rest>.+)$"
)
_SURELY_FAILED = re.compile(rf"^(?:\S+ ){{0,2}}?(?:{_STILL}|{_NOT_YET})\b")
_FAILS = re.compile(rf"\b{FAILED}\b|^(?:\S+ ){{0,3}}?(?<!tidak )(?<!gak )(?<!ga )(?<!nggak )(?:gagal|error|failed)\b")


def beyond_thanks(words: Sequence[str]) -> str:
    """Return what follows the thanks if that says that something has failed; empty if the thanks are all, or the end.

    Without a "but" between them it has to begin with what has not come about: "makasih, belum ada lagi" is an end.
    """
    said = " ".join(words) if len(words) <= MOST_WORDS else ""
    but = _AFTER_BUT.search(said)
    found = but or _AFTER_THANKS.search(said)
    if found is None or _LATER.search(said) or not _FAILS.search(found["rest"]):
        return ""
    return found["rest"] if but or _SURELY_FAILED.search(found["rest"]) else ""
