recovery-one = Kepanggih, Kak. Niki nomer KPJ panjenengan:
recovery-several = Kepanggih, Kak. Wonten { $count } nomer atas nami panjenengan:
recovery-inactive = Status mboten aktif tegese sampun mboten nyambut damel ing mrika. Nomere tetep berlaku lan tetep saged diangge ing JMO.
recovery-one-close = Cathet 11 angkane, Kak, lan ampun diparingke teng tiyang sanes. Kersa lajeng teng pundi?
recovery-several-close = Sing diangge nomer paling lami, nggih niku nomer 1. Kersa lajeng teng pundi, Kak?
recovery-shown = Nomer KPJ sampun kula kirim ing nginggil, Kak. Kersa lajeng teng pundi?
recovery-shown-help = Pilih LANGKAH DI JMO kangge cara daftar, CARA NYIMPEN kangge tips aman, utawi MENU yen sampun cekap.
recovery-shown-wrong = Kula dereng mangertos karsane. Mangga pilih salah setunggal.
recovery-shown-example = Contone, wangsuli 1 kangge mirsani langkah ing JMO.

recovery-none = Data panjenengan wonten, nanging dereng wonten nomer KPJ sing kacathet ing { $operator }. Saged ugi papan damel dereng ndhaftarke, utawi datane dereng mlebet. Cobi takenke teng HRD, utawi matur kalih tiyang.
recovery-none-help = Takenke teng HRD: "Apakah saya sudah didaftarkan di BPJS Ketenagakerjaan, dan berapa nomor pesertanya?"
recovery-none-wrong = Mangga pilih salah setunggal, utawi ketik MENU.
recovery-none-example = Contone, wangsuli 1 kangge cara matur kalih tiyang.

recovery-hidden = Pesen isi nomer KPJ sampun ditarik saking chat niki, Kak.
recovery-hidden-help = Nomer saged ditampilke malih kapan mawon. Saged ugi mangke data perlu dicek malih.
recovery-hidden-wrong = Pilih TAMPILKE MALIH yen perlu nomere, utawi MENU.
recovery-hidden-example = Contone, wangsuli 1 kangge nampilke nomer malih.

recovery-keep-help = Nomer KPJ tetep berlaku sanajan pindhah damelan, dados simpen sing sae.
recovery-keep-wrong = Mangga pilih salah setunggal, utawi ketik MENU.
recovery-keep-example = Contone, wangsuli 1 kangge mirsani nomer malih.

recovery-which =
    Kenging napa wonten sawetawis nomer? Biasane amargi papan damel enggal ndhaftarke panjenengan dados peserta enggal.
    Sing disimpen nggih nomer paling lami.
    Saldone saged digabung ing JMO lewat "Pengkinian Data": pesthekke nomer sing katon nggih nomer sing sepisanan.
    Yen mboten saged ing JMO: lewat HRD mbekta sedaya kartu, KTP, lan surat pengalaman kerja (paklaring), utawi teng kantor cabang.
recovery-which-help = Nggabungke nomer niku gratis. Yen wonten sing nawani jasa, mboten perlu.
recovery-which-wrong = Mangga pilih salah setunggal, utawi ketik MENU.
recovery-which-example = Contone, wangsuli 1 kangge mirsani nomer malih.

recovery-away = Nyuwun ngapunten Kak, nomere saweg mboten saged dipendhet. Kula cobi malih piyambak sekedhap malih lan langsung kula kirim wonten mriki.
recovery-away-help = Kula nyobi malih kanthi otomatis. Panjenengan saged nutup chat niki.
recovery-away-wrong = Taksih dereng saged dipendhet. Kula kabari yen sampun saged.
recovery-away-example = Yen mboten kersa nengga, wangsuli 1 kangge matur kalih tiyang.

recovery-not_confirmed =
    Nyuwun ngapunten Kak, datane dereng saged kula pesthekke, dados nomere dereng saged diparingke wonten mriki.
    Cobi dicek: napa niku NIK (sanes nomer KK), namine kados ing KTP, lan chat niki saking nomer HP sing kadhaftar?
    Niki margi sing saged dicobi:
recovery-not_confirmed-help = COBI MALIH kangge mbaleni saking NIK. CARA SANES kangge angsal nomer tanpa lewat chat niki. Liyane nerangke sebab sing asring kedadosan.
recovery-not_confirmed-wrong = Mangga pilih salah setunggal ing ngandhap.
recovery-not_confirmed-example = Contone, wangsuli angka ing ngajenge pilihan sing dikersake.

recovery-locked = Supados aman, anggene madosi ditutup rumiyin. Cobi malih kirang langkung { $minutes } menit malih. Pitakenan umum lan cara sanes tetep saged.
recovery-locked-hours = Supados aman, anggene madosi ditutup rumiyin. Cobi malih kirang langkung { $hours } jam malih. Pitakenan umum lan cara sanes tetep saged.
recovery-locked-help = Kathah data sing dereng cocok, dados anggene madosi kendel sekedhap supados mboten wonten tiyang sanes sing nyobi-nyobi. Sasampune niku saged dicobi malih.
recovery-locked-wrong = Mangga pilih salah setunggal, utawi ketik MENU.
recovery-locked-example = Contone, wangsuli 1 kangge cara sanes angsal nomer.

recovery-ways = Cara sanes angsal nomer KPJ, sedaya tanpa calo:
recovery-ways-help = Sing paling enggal biasane HRD. Yen mboten saged, call center utawi kantor cabang mbekta KTP.
recovery-ways-wrong = Mangga pilih salah setunggal, utawi ketik MENU.
recovery-ways-example = Contone, wangsuli 2 kangge wangsul teng menu.

recovery-declined = Mboten napa-napa, Kak. Mboten wonten data sing kula simpen. Nomer KPJ ugi saged diangsalke lewat:
recovery-declined-help = Yen gantos penggalih, pilih LAJENG NGANGGE DATA. Izin disuwun malih sakderenge data diangge.
recovery-declined-wrong = Mangga pilih salah setunggal, utawi ketik MENU.
recovery-declined-example = Contone, wangsuli 2 kangge wangsul teng menu.

choice-recovery-next = Langkah di JMO
choice-recovery-next-words = daftar jmo, carane daftar jmo, langkah sabanjure, lajeng, sakbare iki
choice-recovery-which = Kok sawetawis nomer?
choice-recovery-which-words = kok loro, kok nomere akeh, nganggo sing endi, ngangge pundi, gabung saldo
choice-recovery-keep = Cara nyimpen
choice-recovery-keep-words = carane nyimpen, nyimpen nomer
choice-recovery-hide = Umpetke nomer
choice-recovery-hide-words = umpetno, delikno, didhelikke, busak pesen
choice-recovery-show = Tampilke malih
choice-recovery-show-words = delok maneh, mirsani malih, tampilno maneh, nomere maneh
choice-recovery-again = Cobi malih
choice-recovery-again-words = coba maneh, jajal maneh, baleni saka nik
choice-recovery-not_enrolled = Dereng didhaftarke?
choice-recovery-differs = Datane benten?
choice-recovery-records = Nate pindhah damelan?
choice-recovery-ways = Cara sanes
choice-recovery-ways-words = cara liya, dalan liya
choice-recovery-rethink = Lajeng ngangge data
choice-recovery-rethink-words = sarujuk, sios, lajeng, dados
recovery-away-short = { recovery-away-wrong }
