"""What is said by the way, for whom, and by whom."""

from flows.understanding.phrases import ADDRESS, CARD, EMAIL, KPJ, NOT, NUMBER, OTHERS, RELATIVE, SCHEME, THING, WAITING
from flows.understanding.topics import FOR_OTHERS

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "thanks",
        (
            (
                r"^(?:(?:ok\w*|siap|sip|baik|ya|wah) )*(?:makasih|terima kasih|terimakasih|thank you|thankyou|thank u"
                r"|matur nuwun|hatur nuhun|suwun|nuhun|tengkyu|maksih|tq|ty)\b(?!.*\b(?:tapi|but)\b)"
            ),
        ),
    ),
    (
        "hello",
        (
            (
                r"^(?:p|halo|hallo|helo|hai|hi|hello|assalamualaikum|assalamu'?alaikum|assalamu alaikum|ass|asw"
                r"|mikum|pagi|siang|sore|malam|met (?:pagi|siang|sore|malam)|selamat (?:pagi|siang|sore|malam)"
                r"|permisi|misi|punten|sampurasun|kulonuwun|min|kak|gan|hey|tes|test|ping|horas|om swastiastu"
                rf"|good (?:morning|afternoon|evening)){ADDRESS}$"
            ),
        ),
    ),
    (
        "wait",
        (
            (
                r"^(?:(?:ok\w*|iya|ya|siap|baik) )*(?:bentar|sebentar|tunggu|wait|sabar|antosan|sek|sik)"
                rf"{WAITING}$"
            ),
            (
                r"^(?:(?:ok\w*|iya|ya|siap|baik|sebentar|bentar|tunggu|nanti|saya|aku|mau|sek|sik|tak|i|let|me) )*"
                r"(?:ambil|cari|lihat|liat|jupuk|golek|candak|get|find|look for)(?: my)? "
                rf"{THING}(?:nya|ku)?{WAITING}$"
            ),
            (
                rf"\b{THING}(?: ?nya|ku)? (?:lagi|masih|sedang|isih|still being)"
                rf" (?:di)?(?:cari\w*|ambil\w*|goleki|teang\w*){WAITING}$"
            ),
            (
                r"^(?:(?:ok\w*|ya|nanti|saya|aku|mau|biar|i|let me|want to) )*(?:baca|pikir|mikir|timbang|read|think)"
                rf"(?: (?:2|-|baca|pikir|it|about it|over))*{WAITING}$"
            ),
        ),
    ),
    (
        "other-card",
        (r"\b(?:kartu (?:jakarta pintar|pekerja jakarta)|jakarta pintar|pekerja jakarta|kjp (?:plus|anak|sekolah))\b",),
    ),
    (
        FOR_OTHERS,
        (
            (
                rf"\b(?:{NUMBER}|{KPJ}|{SCHEME})\b(?: (?:{KPJ}|{SCHEME}))?(?: (?:punya|punyanya|milik|buat|untuk"
                rf"|atas nama|dari|for|of|my))* {OTHERS}\b(?!$)"
            ),
            rf"\b{KPJ}(?: (?:punya|milik|buat|untuk|for|of|my))* {OTHERS}$",
            # the service itself is called Teman KPJ
            rf"\b(?!teman kpj\b){OTHERS}(?: saya| ku)?(?: 's)? (?:{NUMBER} )?{KPJ}\b",
            rf"\b(?:{KPJ}|{CARD})\b.*\b(?:punya|milik|buat|untuk|for)(?: my)? {OTHERS}\b",
            rf"\b(?:cek|cari|cariin|lihat) (?:punya|milik|punyanya) {RELATIVE}\b",
            r"\b(?:untuk|buat|wakilin|mewakili|for) (?:orang lain|someone else|somebody else)\b",
            rf"\bnik(?: punya| milik)? {OTHERS}\b",
        ),
    ),
    (
        "glad",
        (
            (
                r"^(?:alhamdulillah|syukurlah|sudah (?:bisa|berhasil|ketemu|beres|muncul))(?: |$)"
                r"(?!.*\b(?:tapi|belum|gak)\b)"
            ),
        ),
    ),
    (
        "cannot-read",
        (
            r"\b(?:buta huruf|rabun|tunanetra)\b|\bmata(?:nya)? (?:saya )?(?:kabur|buram|katarak)\b",
            (
                rf"\b(?:{NOT}|can't|cannot) (?:bisa |pandai |lancar )?(?:membaca|baca|nulis|menulis|ngetik|mengetik"
                r"|read|write|type)\b(?! (?:kode|pesan|otp|sms|qr|nomor|ktp|foto|gambar|my|the))"
            ),
        ),
    ),
    (
        "email",
        (
            rf"\b{NOT} (?:punya|ada|have)(?: an)? {EMAIL}\b|\b{EMAIL} (?:kantor|perusahaan)\b",
            rf"\b(?:bikin|buat|harus|wajib|perlu) (?:pakai |punya )?{EMAIL}\b",
        ),
    ),
)
