"""The rules of `flows.understanding`: topics in order, each with the patterns of plain words that mean it.

Patterns of one topic stand together unless an earlier topic would take words that are surely this one's: then a few of
them come first, under the same name.
"""

from flows.understanding.phrases import (
    ADDRESS,
    ASKS,
    CARD,
    CLAIM,
    DEMANDS,
    EMAIL,
    GAP,
    KPJ,
    LIMIT,
    LOST,
    MINE,
    MONEY,
    NOT,
    NUMBER,
    ON_ONES_OWN,
    OTHERS,
    PAPERS,
    PHONE,
    RELATIVE,
    SCHEME,
    SECRETS,
    SEEK,
    SOMEONE,
    THING,
    WAITING,
)

FOR_OTHERS = "for-others"
WISH_RECOVER = "recover"
WHAT_NOW = "what-now"
"""Who does not know how to go on: the help of the open question says it."""

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
            rf"\b{OTHERS}(?: saya| ku)?(?: 's)? (?:{NUMBER} )?{KPJ}\b",
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
    (
        "paklaring",
        (r"\b(?:paklaring|parklaring|paklareng|verklaring|surat (?:keterangan|pengalaman) kerja)\b",),
    ),
    (
        "accident",
        (r"\b(?:kecelakaan(?! (?:data|sistem))|celaka|kesetrum|accident|injured)\b",),
    ),
    (
        "outside",
        (r"\bjaminan (?:pensiun|kehilangan pekerjaan)\b",),
    ),
    (
        "builder",
        (r"\b(?:jakon|jasa konstruksi)\b",),
    ),
    (
        "self-employed",
        (
            (
                rf"^(?!.*\b(?:jmo|akun|{KPJ})\b).*\b{ON_ONES_OWN}\b.*\b(?:daftar\w*|mendaftar|ikut|gabung|join|register"
                r"|enrol\w*)\b"
            ),
            (
                rf"^(?!.*\b(?:jmo|akun|{KPJ})\b).*\b(?:daftar|mendaftar|ikut|join|register|enrol) (?:\S+ ){{0,3}}"
                rf"(?:sendiri|mandiri|bpu|{ON_ONES_OWN})\b"
            ),
            rf"^(?!.*\b(?:jmo|akun|{KPJ})\b).*\b{ON_ONES_OWN}\b.*\b(?:ada|dapat|dapet|punya) (?:\S+ )?bpjs",
        ),
    ),
    (
        "heirs",
        (r"\b(?:meninggal|wafat|almarhum\w*|ahli waris|santunan kematian|sedo|pupus|died|passed away|deceased)\b",),
    ),
    (
        "upset",
        (
            (
                r"\b(?:goblok\w*|bego|tolol|bodoh|anjing|anjir|bangsat|kampret|sialan|brengsek|jancok|asu|ngeselin"
                r"|kesel|(?:gak|ga|gk|nggak|ngga|tidak) (?:guna|berguna|becus|nyambung)|percuma|payah|stupid|useless"
                r"|idiot)\b"
            ),
        ),
    ),
    (
        "safe",
        (
            (
                rf"\baman (?:ya |tidak|kah|{NOT}|kan\b|\?)|\b(?:apa|apakah|ini|data\w*|saya) (?:\S+ ){{0,2}}aman\b"
                r"|\bamankah\b"
            ),
            r"\b(?:penipu\w*|nipu|ditipu|tipu2?|scam|hoaks?|hoax|dipercaya|disalahgunakan|disalahgunain|phishing)\b",
            r"\b(?:ini|jangan|takut|nanti|data\w*) (?:\S+ ){0,3}(?:modus|bohong\w*|bocor)\b",
            r"\b(?:is|are|it|this|data) (?:\S+ ){0,2}safe\b",
            r"^(?:\S+ ){0,4}(?:takut|ragu|curiga)(?: (?:saya|aku|kak|min|ah|nih|dong|euy|\W))*$",
        ),
    ),
    (
        "gave-code",
        (
            (
                r"\b(?:sudah|terlanjur|telanjur|keburu|kadung|already|i)\b(?: \S+){0,3}? (?:kasih\w*|ngasih|dikasih\w*"
                r"|beri|memberi\w*|gave|given)\b(?: \S+){0,4}? (?:kode\w*|otp\w*|password|sandi|pin|foto ktp|code)\b"
            ),
        ),
    ),
    (
        "middleman",
        (
            rf"\b{SOMEONE}\b(?: \S+){{0,4}}? {DEMANDS}(?: \S+){{0,4}}? (?:{SECRETS}|{MONEY})\b",
            r"\b(?:nawarin|nawari|menawarkan|ditawarin|ditawari)\b.*\b(?:bantu\w*|jasa|urus\w*|cair\w*|bayar\w*|ribu|juta)\b",
            r"(?<!\bjmo )(?<!\baplikasi )(?<!\bapp )\bminta (?:kode )?(?:otp|password|sandi|pin)\b",
            r"\b(?:calo|biro jasa|jasa (?:pengurusan|urus\w*|cair\w*)|oknum|middleman)\b",
        ),
    ),
    (
        "cost",
        (
            (
                r"\b(?:bayar|mbayar|mayar|bayarnya|berbayar|biaya\w*|gratis\w*|tarif\w*|ongkos\w*|dipungut"
                r"|pulsa)\b(?!.*\b(?:iuran|tunggak\w*)\b)"
            ),
            r"\b(?:berapa|pake|pakai) (?:duit|uang|rupiah)\b",
            (
                r"\b(?:is it|it's|for|it is) free\b|\bfree \?|\bfree of charge\b|\b(?:cost|costs|fee|fees|how much)\b"
                r"|\bhave to pay\b"
            ),
        ),
    ),
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
        (r"\bsebagian\b|\b(?:10|30|sepuluh|tiga puluh) (?:persen|%)",),
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
                r"\b(?:berapa (?:lama|menit|jam|hari)|sampai kapan|sue ora|how long|how many (?:minutes|hours"
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
                r"\b(?:dimana|di mana|where|lihat|liat|sebelah mana)\b.*\b(?:nik|ktp)\b"
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
                r"|\b(?:bikin|buat|create)\b.*\b(?:akun|account)\b"
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
)
