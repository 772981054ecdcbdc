"""About savings and what shows them: the account, other schemes, claims, balances, hours, JMO."""

from flows.understanding.phrases import CLAIM, KPJ, LIMIT, NOT, PAPERS

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "account",
        (
            r"\b(?:akun|jmo)\b.*\b(?:terkunci|diblokir|keblokir|dikunci|kekunci|locked|blocked)\b",
            r"\blupa (?:password|pasword|sandi|kata sandi)\w*\b",
            (
                r"\b(?:email|gmail|e - mail)\w*\b(?: \S+){0,3}? (?:(?:ter|ke|di)(?:pakai|pake|daftar|gunakan)"
                r"|already|in use)\b"
            ),
            r"\bsaldo\w*\b.*\b(?:nol|kosong|hilang|ilang|(?:gak|ga|gk|nggak|tidak|belum) muncul)\b",
        ),
    ),
    (
        "subsidy",
        (
            (
                rf"^(?!.*\b{KPJ}).*\b(?:bsu|blt|bansos|pkh|prakerja|subsidi (?:upah|gaji)"
                r"|bantuan (?:subsidi|sosial|langsung tunai))\b"
            ),
        ),
    ),
    (
        "claim-limit",
        (
            rf"\b{LIMIT}\b.*\b{CLAIM}\b",
            rf"\b{CLAIM}\b.*\b{LIMIT}\b",
            rf"\b{LIMIT}\b.*\b(?:juta|jt|million)\b|\bsaldo\w*\b.*\b(?:di ?atas|lebih dari) \d+ (?:juta|jt)\b",
        ),
    ),
    (
        "claim-papers",
        (
            rf"\b{PAPERS}\b.*\b(?:{CLAIM}|(?:meng|ng|n)?ambil (?:uang|saldo|jht|duit)|narik|tarik saldo)\b",
            rf"\b(?:{CLAIM}|(?:meng|ng|n)?ambil (?:uang|saldo|jht|duit)|narik|tarik saldo)\b.*\b{PAPERS}\b",
        ),
    ),
    (
        "claim-part",
        (r"^(?!.*\b(?:angka|digit|nomor|huruf|nama)\w*\b).*\bsebagian\b|\b(?:10|30|sepuluh|tiga puluh) (?:persen|%)",),
    ),
    (
        "claim",
        (
            (
                r"\b(?:klaim|claim|claims|cairin|cairkan|dicairkan|mencairkan|pencairan|withdraw\w*)\b"
                r"|\b(?:kapan|bisa|langsung) cair\b"
                r"|\bcair (?:kapan|berapa)\b"
            ),
            (
                r"\b(?:ambil|narik|tarik|ngambil|mengambil|nyair\w+)"
                r" (?:uang|saldo|jht|duit|tabungan|dana|jamsos\w*)\b|\b(?:uang"
                r"|saldo|jht|dana)\b.*\b(?:diambil|ditarik|dicairin)\b"
            ),
        ),
    ),
    (
        "balance",
        (r"\b(?:saldo|saldonya|tabungan|balance|jht)\b|\b(?:cek|lihat|riwayat) iuran\b",),
    ),
    (
        "health",
        (
            (
                r"\bbpjs (?:kesehatan|kes|sehat)\b|\b(?:kartu|nomor|pakai) (?:kis|jkn|askes)\b|\b(?:berobat|puskesmas"
                r"|rumah sakit|mobile jkn|health insurance)\b"
            ),
        ),
    ),
    (
        "how-long",
        (
            (
                r"\b(?:berapa (?:lama|menit|jam|hari(?! ini(?: (?:ya|kak|min|sih|\?))*$))"
                r"|sampai kapan|sue ora|how long|how many (?:minutes|hours"
                rf"|days))\b|\blama(?:nya)? (?:{NOT}|banget|tidak|kah)\b|\bmasih lama\b|\b(?:kok|kenapa) lama\b"
                r"|\bkapan (?:selesai|jadi|keluar)\w*\b"
            ),
        ),
    ),
    (
        "hours",
        (
            r"\bjam (?:buka|tutup|kerja|layanan|pelayanan|operasional)\w*\b",
            (
                r"\b(?:buka|tutup)(?:nya)? (?:jam|pukul|sampai jam)\b|\bjam berapa (?:\S+ )?(?:buka|tutup)\w*\b"
                r"|\bbuka (?:hari )?(?:sabtu|minggu|libur)\b"
            ),
            r"\b(?:sabtu|minggu|libur|saturday|sunday)\b.*\b(?:buka|tutup|open|closed)\b",
            r"\b(?:opening|office|working) hours\b|\bwhen (?:are you|is it) open\b",
        ),
    ),
    (
        "jmo",
        (
            r"\b(?:fungsi\w*|manfaat\w*|guna\w*|kegunaan|fitur\w*|untuk apa|buat apa)\b.*\bjmo\b",
            r"\bjmo\b.*\b(?:untuk apa|buat apa|gunanya|fungsinya|manfaatnya|bisa apa)\b",
            r"\bapa itu (?:aplikasi )?jmo\b|\bjmo (?:itu |tuh )?(?:apa|apaan|opo|naon)(?: sih| ya| itu| kak| \?)*$",
            r"\bwhat(?: is|'s) (?:the )?jmo\b|\b(?:use|benefits?|features?) of (?:the )?jmo\b|\bwhat can jmo\b",
        ),
    ),
    (
        "tips",
        (
            r"\b(?:biar|supaya|agar|spy) (?:\S+ ){0,4}?(?:lupa|hilang|ilang) lagi\b",
            r"\btips\b|\bcara (?:menyimpan|nyimpen|simpan) (?:nomor|kartu|kpj)\w*\b|\bnot lose it again\b",
        ),
    ),
)
