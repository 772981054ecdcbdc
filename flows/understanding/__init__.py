"""Free text to what is meant: a wish that a journey fulfils, or a question that has an answer.

Rules over plain words, in order: the first that fits wins. Returned topics are names of answers (``answer-<topic>``
in the language files) or of journeys; None means that nothing was recognised, which is never guessed away.
"""

import re

WISH_RECOVER = "recover"
FOR_OTHERS = "for-others"
LONGEST = 400

_NUMBER = r"(kpj|kjp|nomor|nomer|nmr|no|nmer|number)"
_CARD = r"(kpj|bpjs\w*|jamsos\w*|peserta|kepesertaan|kartu|member\w*|jmo)"
_OTHERS = (
    r"(istri|suami|bapak|ayah|ibu|mama|emak|adik|adek|kakak|abang|anak|teman|temen|tetangga|sepupu|saudara|mertua"
    r"|orang lain|bos|karyawan|almarhum\w*|wife|husband|friend|brother|sister|father|mother|orang tua|ortu)"
)
_LOST = (
    r"(lupa|lali|poho|ilang|hilang|kehilangan|cari\w*|nyari|cek|tau|tahu|minta|butuh|mau|lost|forgot|find|need"
    r"|gatau|gtw|ra ngerti|teu apal|dapat|dapet|tanya)"
)
_ADDRESS = r"( (kak|min|gan|admin|bang|mas|mba|mbak|pak|bu|semua))?"

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        FOR_OTHERS,
        (
            rf"{_NUMBER}\b.{{0,25}}\b(punya |milik |atas nama )?{_OTHERS} ?(saya|ku|aku|gue|gw|nya|lain|my)?\b",
            rf"\b(punya|milik|buat|untuk|cariin|cekin|wakilin|mewakili|for my)\b.{{0,12}}\b{_OTHERS}\b",
        ),
    ),
    (
        "safe",
        (r"\b(aman|penipu\w*|nipu|tipu|scam|bohong|hoaks?|hoax|modus|bocor|disalahgunakan|safe|percaya|dipercaya)\b",),
    ),
    ("middleman", (r"\b(calo|biro jasa|jasa pengurusan|oknum)\b",)),
    ("cost", (r"\b(bayar\w*|biaya\w*|gratis|tarif|ongkos|duit|pulsa|dipungut|free|cost|fee|pay|mbayar|mayar)\b",)),
    ("claim", (r"\b(klaim|claim|cair\w*|narik|tarik|ambil (uang|saldo|jht)|pencairan|mencairkan|withdraw)\b",)),
    ("balance", (r"\b(saldo|iuran|tabungan|balance|jht)\b",)),
    ("health", (r"\b(kesehatan|kis|jkn|askes|berobat|rumah sakit|puskesmas|bpjs sehat)\b",)),
    (
        "how-long",
        (r"\b(berapa lama|lama (ga|gak|nggak|tidak)|kapan|how long|berapa (menit|hari|jam)|sue ora|cepet)\b",),
    ),
    (
        "why-nik",
        (
            (
                r"\b(kenapa|knp|kok|buat apa|untuk apa|mengapa|why|ngapain)\b"
                r".{0,30}\b(nik|ktp|data|nama|lahir|kontak)\b"
            ),
        ),
    ),
    (
        "where-nik",
        (
            r"\b(dimana|di mana|mana|where|lihat)\b.{0,30}\b(nik|ktp)\b",
            r"\bnik (itu )?(apa|apaan)\b|\bapa itu nik\b",
        ),
    ),
    (
        "who",
        (r"\b(ini siapa|siapa ini|kamu siapa|robot|bot|ini resmi|resmi|dari bpjs|ini bpjs|who are you|orang asli)\b",),
    ),
    ("what-kpj", (r"\b(apa itu kpj|kpj (itu )?(apa|apaan|artinya|maksudnya)|arti kpj|apa sih kpj|what is kpj)\b",)),
    ("without-kpj", (r"\b(tanpa kpj|(ga|gak|nggak|tidak) (pakai|pake) kpj|(pakai|pake) nik saja|without kpj)\b",)),
    (
        "left-job",
        (r"\b(resign|risen|phk|keluar kerja|berhenti kerja|sudah (keluar|resign)|masih berlaku|hangus)\b",),
    ),
    (
        "employer",
        (
            (
                r"\b(hrd|perusahaan|pabrik|bos|kantor)\b"
                r".{0,40}\b(gak|ga|nggak|tidak|ora|susah|cuek|diam|tutup|bangkrut)\b"
            ),
        ),
    ),
    (
        WISH_RECOVER,
        (
            rf"\b{_LOST}\b.{{0,40}}\b{_CARD}\b",
            r"^(kpj|no kpj|nomor kpj|cari kpj|kpj saya|nomor jamsostek|kpj saya berapa)$",
            r"\bkpj\b.{0,25}\b(lupa|hilang|ilang|berapa|(gak|ga|nggak|tidak) (tau|tahu)|gatau|lali|poho)\b",
        ),
    ),
    ("register", (r"\b(daftar|registrasi|register|bikin akun|buat akun|sign up)\b",)),
    ("account", (r"\b(password|sandi|login|log in|masuk jmo|akun|otp|kode verif\w*)\b",)),
    (
        "data",
        (r"\b(salah nama|nama salah|beda nama|data (salah|beda|tidak sesuai|gak cocok)|ubah data|ganti data)\b",),
    ),
    (
        "thanks",
        (
            (
                r"^(ok\w* )?(makasih|terima kasih|thank you|matur nuwun|hatur nuhun|suwun|nuhun|tengkyu|maksih"
                r"|terimakasih|tq)\b"
            ),
        ),
    ),
    (
        "hello",
        (
            (
                r"^(p|halo|hallo|hai|hi|hello|assalamualaikum|assalamu alaikum|ass|asw|mikum|pagi|siang|sore|malam|met"
                r"|selamat (pagi|siang|sore|malam)|permisi|misi|punten|sampurasun|kulonuwun|min|kak|gan|hey|tes|test"
                rf"|horas|om swastiastu){_ADDRESS}$"
            ),
        ),
    ),
)

_RULES = tuple((topic, re.compile("|".join(rules))) for topic, rules in RULES)


def understand(words: str) -> str | None:
    """The topic of a text that `flows.reading.words` has made plain, or None."""
    short = words[:LONGEST]
    for topic, rule in _RULES:
        if rule.search(short):
            return topic
    return None
