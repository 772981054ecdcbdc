"""About the KPJ itself: what it is, several of them, a new phone, and the wish for it."""

from flows.understanding.phrases import ASKS, CARD, EMAIL, GAP, KPJ, LOST, MINE, NOT, NUMBER, PHONE, SCHEME, SEEK
from flows.understanding.topics import WISH_RECOVER

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "without-kpj",
        (
            (
                rf"\btanpa (?:nomor )?{KPJ}\b|\b{NOT} (?:pakai|pake|usah|perlu) (?:nomor )?{KPJ}\b|\bwithout (?:a "
                rf"|my )?{KPJ}\b"
            ),
            r"\b(?:pakai|pake|cukup|bisa) nik (?:saja|doang|aja)\b|\bnik (?:saja|doang|aja) (?:bisa|cukup)\b",
        ),
    ),
    (
        "what-kpj",
        (
            rf"\b{KPJ}\b(?: \S+){{0,2}}? berapa (?:angka|digit)|\bberapa (?:angka|digit)\w* {KPJ}\b",
            r"\bhow many digits\b",
            (
                rf"^(?:\S+ )?apa (?:itu|sih|sih itu) {KPJ}\b|\b{KPJ} (?:itu |tuh |teh |kuwi )?(?:apa|apaan|opo"
                rf"|naon)(?: (?:sih|ya|itu|kak|\?))*$|\b(?:arti|artinya|maksud) {KPJ}\b|\bwhat(?: is|'s) (?:a "
                rf"|the )?{KPJ}(?: \?)?$"
            ),
        ),
    ),
    (
        "need-kpj",
        (
            rf"\b(?:buat apa|untuk apa|guna\w*|fungsi\w*|kegunaan|manfaat\w*) (?:\S+ ){{0,2}}{KPJ}\b",
            rf"\b{KPJ}\b.*\b(?:untuk apa|buat apa|gunanya|fungsinya|dipakai apa)\b|\bwhat is (?:a |the )?kpj for\b",
        ),
    ),
    (
        "lost-card",
        (
            r"\bkartu\w*\b.*\b(?:rusak|patah|robek|sobek|banjir|cetak ulang)\b",
            r"\bcetak (?:ulang )?kartu\b|\bkartu (?:fisik|digital)\b",
        ),
    ),
    (
        "several",
        (
            (
                r"\b(?:kenapa|kok|why)\b.*\b(?:dua|2|beberapa|banyak|two|several)\b|\b(?:punya|ada) (?:2|dua|3|tiga"
                rf"|beberapa) (?:{NUMBER} )?{CARD}\b|\b{KPJ}(?: saya)? (?:ada|kok) (?:2|dua|3|tiga|beberapa"
                r"|banyak)\b|\bnomor\w* kok (?:ada )?(?:banyak|dua|2|beberapa)\b|\b(?:gabung\w*|menggabung\w*"
                r"|amalga\w*|merge)\b"
            ),
        ),
    ),
    (
        "new-phone",
        (
            (
                rf"^(?!.*\b(?:otp|kode\w*|jmo|akun|login|sandi|password|code|{KPJ})\b).*\b(?:"
                rf"(?:ganti|mengganti|gantiin|ubah|update|perbarui|changed?)(?: \S+)? (?:{PHONE}|{EMAIL}|alamat\w*)"
                rf"|{PHONE}(?: \S+){{0,3}}? (?:ganti|berubah|mati|hangus|hilang|ilang|changed|lost|dead|gone"
                rf"|{NOT} (?:aktif|dipakai|dipake|kepake)))\b"
            ),
        ),
    ),
    (
        WISH_RECOVER,
        (
            rf"\b{LOST}{GAP} (?:{NUMBER} )?{CARD}\b",
            rf"\b{CARD}{GAP} {LOST}\b",
            rf"\b{SEEK}{GAP} (?:{NUMBER} {CARD}|{KPJ}|{NUMBER} {SCHEME})\b",
            rf"\b(?:{NUMBER} )?{KPJ}(?: {MINE})*(?: {ASKS})(?: {MINE}| kak| min| yo| sih| \?)*$",
            rf"\b{NUMBER} (?:{CARD} ?)+(?: {MINE})* {ASKS}\b",
            rf"^(?:(?:kak|min|halo) )?(?:{NUMBER} )?{KPJ}(?: {MINE}| number| kak| min| \?| \.)*$",
            (
                rf"^(?:(?:mau|tolong|bantu|ya|sudah|saya|kak|min) )*(?:cari\w*|cek|find) {NUMBER}"
                rf"(?: {MINE}| kak| min| \?)*$"
            ),
            rf"^(?:{NUMBER} )(?:{SCHEME}|kartu|peserta)(?: {MINE}| kak| min| \?| \.)*$",
        ),
    ),
)
