"""Chat text made plain: what every reader of typed input looks at instead of the raw message.

Phones and copy-and-paste bring full-width letters, digits of other scripts, invisible marks, typographic dashes.
None of that carries meaning here, so it is folded away once, before anything is read.
"""

import re
import unicodedata

LIMIT = 4096
"""Characters of a message that are looked at. WhatsApp and Telegram both stop at 4,096."""

_SAME_AS = {
    **dict.fromkeys("−⁃➖", "-"),
    **dict.fromkeys("∕⁄", "/"),
    **dict.fromkeys("·•・‧٫。", "."),
    **dict.fromkeys("،、٬", ","),
    **dict.fromkeys("‘’ʼ′`´", "'"),
    **dict.fromkeys("∣❘│ǀ", "|"),
    **dict.fromkeys("οо", "o"),
    **dict.fromkeys("ıіι", "i"),
    "\x85": "\n",
    "\u3164": " ",
    "\u2800": " ",
}
_BY_CATEGORY = {
    "Mn": "",
    "Me": "",
    "Cf": "",
    "Cc": "",
    "Cs": "",
    "Zs": " ",
    "Zl": "\n",
    "Zp": "\n",
    "Pd": "-",
}
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127], "")
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[^\sa-z\d]")
_STRETCHED = re.compile(r"(.)\1{2,}")

SPELLINGS = {
    "sy": "saya", "sya": "saya", "gw": "saya", "gue": "saya", "gua": "saya", "aq": "aku", "ak": "aku",
    "yg": "yang", "jg": "juga", "dgn": "dengan", "dg": "dengan", "utk": "untuk", "u/": "untuk", "tuk": "untuk",
    "sdh": "sudah", "udh": "sudah", "udah": "sudah", "dah": "sudah", "sudh": "sudah", "uda": "sudah",
    "blm": "belum", "belom": "belum", "blom": "belum", "blum": "belum", "lom": "belum",
    "krn": "karena", "karna": "karena", "tp": "tapi", "tpi": "tapi", "kl": "kalau", "klo": "kalau", "kalo": "kalau",
    "bgt": "banget", "bs": "bisa", "bsa": "bisa", "dl": "dulu", "dlu": "dulu", "aj": "saja", "aja": "saja",
    "sj": "saja", "ajah": "saja", "skrg": "sekarang", "skrng": "sekarang", "trs": "terus", "trus": "terus",
    "nmr": "nomor", "nomer": "nomor", "nomr": "nomor", "no": "no", "nmer": "nomor", "nomornya": "nomor",
    "nomernya": "nomor", "nmrnya": "nomor", "nomere": "nomor",
    "knp": "kenapa", "knapa": "kenapa", "gmn": "gimana", "gmana": "gimana", "brp": "berapa", "brapa": "berapa",
    "dmn": "dimana", "kpn": "kapan", "cr": "cari", "dftr": "daftar", "mslh": "masalah", "pgn": "ingin",
    "pengen": "ingin", "pingin": "ingin", "pengin": "ingin", "mo": "mau", "mao": "mau", "moh": "emoh",
    "tlg": "tolong", "tolongin": "tolong", "mksh": "makasih", "mksih": "makasih", "makasi": "makasih",
    "trims": "makasih", "thx": "makasih", "thanks": "makasih", "tks": "makasih", "ptgs": "petugas",
    "jgn": "jangan", "jng": "jangan", "jngn": "jangan", "jgan": "jangan", "bgmn": "bagaimana",
    "krng": "kurang",
    "nyari": "cari", "nyariin": "cari", "mencari": "cari", "nanya": "tanya",
    "plih": "pilih", "pilihannya": "pilihan", "psn": "pesan", "org": "orang",
}  # fmt: skip
"""Chat spellings and the plain word that they stand for."""

COURTESY = frozenset(
    """
    ah kak kaka kakak ka min mimin admin gan agan sis bro bang bng abang mas mba mbak mbk pak pa bapak bpk bu ibu
    om tante bos boss say cak kang teh neng ning uda uni ajo daeng bli mbok lae ito dok ses kakaknya ndan dong
    donk deh dech lah lha kok sih si nih ni tuh kan mah atuh euy to toh tho ki ji mi pi jo ya yaa tah pun je
    ae banget saja terima kasih makasih tolong mohon maaf permisi halo hai hi hallo helo assalamualaikum ass
    wr wb selamat pagi siang sore malam please pls bot sist broo punten nuwun suwun matur hatur sekali
    """.split()
)
"""Words that make a message friendly and carry no answer."""

THANKS = frozenset("nuhun hatur suwun nuwun matur makasih terima kasih thank thankyou".split())
"""Words of thanks, which agree to nothing."""


def plain(text: str) -> str:
    """Return the text in lower case with one spelling for each digit, dash, quote and space.

    Marks that cannot be seen (zero-width, bidi controls, variation selectors, other control characters) are gone, line
    breaks stay. At most `LIMIT` characters are read and returned.
    """
    text = text[:LIMIT]
    if text.isascii():
        return (text if text.isprintable() else text.translate(_CONTROLS)).lower()
    return "".join(map(_fold, unicodedata.normalize("NFKD", text)[:LIMIT].lower()))[:LIMIT]


def _fold(char: str) -> str:
    if char in "\n\t\r":
        return char
    if char.isascii():
        return "" if char < " " or char == "\x7f" else char
    same = _SAME_AS.get(char)
    if same is not None:
        return same
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Sk" and ord(char) in _SKIN_TONES:
        return ""
    return _BY_CATEGORY.get(category, char)


def tokens(text: str) -> list[str]:
    """Return words, numbers and single other signs of a message in order, chat spellings replaced.

    Letters repeated three times or more count once (`iyaaaa`).
    """
    text = _STRETCHED.sub(_squeeze, plain(text))
    return [SPELLINGS.get(token, token) for token in _TOKEN.findall(text)]


def _squeeze(match: re.Match[str]) -> str:
    char = match[1]
    return match[0] if char.isdigit() else char
