"""What people are in: their papers and trades, an accident or a death, anger, fear, and what it costs."""

from flows.understanding.phrases import DEMANDS, KPJ, MONEY, NOT, ON_ONES_OWN, SECRETS, SOMEONE

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
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
                r"|kesel|(?:gak|ga|gk|nggak|ngga|tidak) (?:guna|berguna|becus)|percuma|payah|stupid|useless"
                r"|idiot)\b"
            ),
            (
                r"^(?!.*\b(?:data|nik|nama|nomor|no|kartu|kpj|bpjs|jmo|aplikasi|telepon|telpon|175|sinyal|internet|email)\w*\b)"
                r".*\b(?:gak|ga|gk|nggak|ngga|tidak) nyambung\b"
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
)
