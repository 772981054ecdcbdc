"""About being a member: enrolment, who we are and why we ask, employers, wrong data, registering."""

from flows.understanding.goes_on import FAILED
from flows.understanding.phrases import CARD, GAP, LOST, NOT
from flows.understanding.topics import WHAT_NOW

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "not-enrolled",
        (
            (
                rf"\b{NOT}(?: pernah)? (?:di daftarkan|didaftar\w*|di daftarin|terdaftar|daftarin|daftarkan"
                r"|mendaftarkan)\b(?!.*\bjmo\b)"
            ),
            (
                r"\b(?:didaftar\w*|terdaftar)\b(?: \S+){0,3}? (?:belum|atau (?:belum|tidak|gak|ga|nggak)|apa belum)\b"
                r"|\b(?:am i|not|been) (?:enrolled|registered)\b(?!.*\bjmo\b)"
            ),
        ),
    ),
    (
        "source",
        (
            (
                r"\b(?:kok|kenapa|dari ?mana|where|how)\b(?: \S+){0,5}? (?:punya|dapat|dapet|tahu|tau|pegang|have|got"
                r"|get)(?: my)? data\w*\b"
            ),
            r"\bdata\w*\b(?: \S+){0,3}? (?:dari ?mana|asalnya)\b",
        ),
    ),
    (
        "why-nik",
        (
            (
                r"\b(?:kenapa|knp|kok|buat apa|untuk apa|mengapa|why|ngapain|what for)\b.*\b(?:nik|ktp|data|nama"
                r"|lahir|kontak|contact|name|birth|id card)\b"
            ),
        ),
    ),
    (
        "where-nik",
        (
            (
                r"\b(?:dimana|di mana|where|sebelah mana)\b.*\b(?:nik|ktp)\b|\b(?:lihat|liat)\b.*\bnik\b"
                r"|\bnik\w* (?:\S+ ){0,2}(?:dimana|di mana|mana|apa|apaan|opo)\b|\bapa itu nik\b|\bwhat(?: is"
                r"|'s) (?:a |the |my )?nik\b"
            ),
            (
                rf"^(?!.*\b(?:bikin|buat|urus|ngurus|cetak)\b).*\b(?:{LOST} (?:\S+ )?(?:nik|ktp)\b"
                rf"|{NOT} (?:pegang|bawa|gadah|gaduh|boga|nduwe|kutau) (?:nomor )?(?:nik|ktp)\b"
                r"|ktp\w* (?:\S+ ){0,2}(?:hilang|ilang|ketinggalan|tertinggal|dipinjam|lost|raib)\b"
                r"|(?:ten|tusing) (?:gadah|ngelah) (?:nik|ktp)\b)"
            ),
        ),
    ),
    (
        "who",
        (
            (
                r"\b(?:ini siapa|siapa ini|kamu siapa|siapa kamu|sama siapa|dengan siapa|ini bpjs|punya siapa"
                r"|who are you"
                r"|who is this|orang asli)\b"
            ),
            r"\bsiapa (?:yang )?(?:bikin|buat|punya|kelola|pegang|mengelola)\b",
            r"\b(?:ini|kamu|anda|apakah|apa|you|a) (?:\S+ )?(?:bot|robot|mesin|resmi|official)\b",
            rf"\bresmi (?:{NOT}|kah|ya|dari|\?)",
            r"\bini (?:layanan|nomor|chat|akun|wa) (?:apa|siapa)\b|^ini apa(?: (?:ya|sih|kak|min|\?))*$",
            r"^what(?: is|'s) this(?: (?:service|number|chat|bot))?(?: \?)?$",
        ),
    ),
    (
        "left-job",
        (
            (
                r"\b(?:resign|risen|phk|di phk|habis kontrak|putus kontrak)\b|\b(?:keluar|berhenti|sudah tidak|nggak"
                r"|gak) kerja\b|\bkeluar dari (?:pt|perusahaan|pabrik|tempat kerja)\b|\b(?:masih|tetap) (?:berlaku"
                r"|aktif|bisa dipakai)\b|\b(?:kadaluarsa|expired?|still valid)\b"
                rf"|\b(?:{CARD}|saldo\w*)\b.*\bhangus\b"
            ),
        ),
    ),
    (
        "employer",
        (
            (
                rf"\b(?:hrd|personalia|perusahaan\w*|pabrik\w*|pt|bos|kantor saya|employer|company)\b{GAP} (?:{NOT}"
                r"|cuek|diam|tutup|bangkrut|pailit|won't|refuses)\b"
            ),
            r"\bkantor(?:nya| saya| lama| yang lama)? (?:sudah |lama )*(?:tutup|bangkrut|pailit|pindah)\b",
            r"\b(?:bisa|mau|boleh|ingin|cara|gimana) (?:saya |di )?(?:lapor|ngelapor|ngadu|mengadu)\b",
            r"\b(?:dilapor\w*|melapor\w*|laporin|laporkan|lapor (?:kemana|ke mana|dimana|di mana))\b",
        ),
    ),
    (
        "data",
        (
            (
                r"\b(?:nama\w*|nik|tanggal lahir|tgl lahir|data\w*)(?: saya| ku| aku)?(?: di (?:kartu|bpjs|jmo"
                r"|ktp))? (?:\S+ )?(?:salah|beda|keliru|tidak sesuai|gak sesuai|ga sesuai|gak cocok|ga cocok"
                r"|tidak cocok|tidak sama|wrong|differs?)\b|\b(?:salah|beda) nama\b"
            ),
            r"\b(?:ubah|ganti|perbaiki|benerin|update|perbarui|correct) (?:data|nama|nik)\b",
        ),
    ),
    (
        "register",
        (
            (
                r"\b(?:daftar|registrasi|mendaftar|register|sign up)\b.*\b(?:jmo|akun|aplikasi|account|bpjs\w*)\b"
                r"|\b(?:bikin|buat|gawe|ngawe|damel|ngadamel|nyieun|create)\b.*\b(?:akun|account)\b"
            ),
            r"^(?:(?:mau|cara|gimana|bagaimana|ingin|bantu) )+(?:daftar|register|registrasi)(?: \?)?$",
        ),
    ),
    (
        "account",
        (
            (
                r"\b(?:password\w*|sandi\w*|login|log in|masuk jmo|otp|lupa akun|akun (?:jmo|saya|terkunci|diblokir)"
                r"|kode verif\w*|my account)\b"
            ),
        ),
    ),
    (
        WHAT_NOW,
        (
            (
                r"^(?:(?:ok\w*|nah|jadi|lalu|lah|terus|habis|abis|setelah|sesudah|sudah|ini|itu|saya|aku|harus|kudu|mesti"
                r"|sekarang|selanjutnya|berikutnya|kalau begitu|kak|min|pak|bu|mas|mbak|bang|so|and|then) )*"
                r"(?:gimana|bagaimana|ngapain|piye|pripun|kumaha|(?:selanjutnya|berikutnya|habis ini|abis ini) apa"
                r"|what (?:now|next|do i do|should i do)|now what|baa)"
                r"(?: (?:ini|iki|niki|ieu|ko|dong|ya|sih|kak|min|pak|bu|lagi|saya|now|next|atuh|toh|lae|\W))*$"
            ),
        ),
    ),
    (
        "unsolved",
        (
            (
                rf"^(?:(?:kok|ini|itu|saya|aku|tapi|lah|yah|kak|min|pak|bu|mas|mbak|bang|but|it|it's|i'm|i) )*{FAILED}"
                r"(?: (?:juga|lagi|terus|kok|nih|ini|itu|ya|kak|min|pak|bu|mas|mbak|bang|saya|aku|saja|it|yet|\W))*$"
            ),
        ),
    ),
)
