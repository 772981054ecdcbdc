identity-consent =
    Kangge madosi nomer KPJ, { $operator } perlu NIK panjenengan (16 angka ing KTP), lan menawi perlu nami, tanggal lair, sarta nomer HP.
    Ginane namung kangge mesthekke niki saestu panjenengan. Wangsulan sing dereng rampung dibusak paling dangu { $forget_hours } jam.
    Kapan mawon saged ngetik HAPUS DATA SAYA.
    Napa panjenengan sarujuk?
identity-consent-help = Izin niki perlu amargi NIK lan nomer KPJ niku data pribadi. SARUJUK tegese kita lajeng. MBOTEN tegese mboten wonten data sing kula suwun, lan kula tuduhke cara sanes.
identity-consent-wrong = Wangsuli SARUJUK kangge lajeng, utawi MBOTEN menawi mboten kersa.
identity-consent-example = Contone, wangsuli angka 1 menawi sarujuk.
identity-contact = Supados nomere mboten dipendhet tiyang sanes, pencet tombol "{ identity-contact-button }" ing ngandhap, Kak. Yen HP niki sing kadhaftar, prosese dados cekak.
identity-contact-button = Bagikan kontak saya
identity-contact-help = Tombol niki ngirim nomer HP akun Telegram niki. Ginane kangge nyocokke kalih nomer HP sing kadhaftar. Saged dilewati kanthi mencet LEWATI.
identity-contact-wrong = Pencet tombol "{ identity-contact-button }" ing ngandhap, utawi wangsuli LEWATI.
identity-contact-wrong-is-phone = Nomer sing diketik mboten saged dados bukti, amargi sinten mawon saged ngetik.
identity-contact-example = Yen tombole mboten ketingal, pencet gambar kothak alit ing sisih papan nyerat. Utawi wangsuli 1 kangge nglewati.
identity-nik = Mangga ketik NIK panjenengan: 16 angka ing KTP.
identity-nik-help = NIK niku 16 angka ing nginggil KTP. Sanes nomer KK (Kartu Keluarga), sanes nomer kartu BPJS. Diangge kangge madosi data panjenengan ing daftar anggota.
identity-nik-wrong = Sing perlu NIK: 16 angka ing KTP, tanpa aksara.
identity-nik-wrong-nik-short = Niki nembe { $count } angka, kadose wonten sing kirang.
identity-nik-wrong-nik-long = Niki { $count } angka, kadose kelangkungan.
identity-nik-wrong-kpj = Niki 11 angka, kadose sampun nomer KPJ. Menawi niki nomer panjenengan, nomere saged langsung diangge daftar JMO.
identity-nik-wrong-phone = Niki kadose nomer HP.
identity-nik-wrong-bpjs-kesehatan = Niki kadose nomer BPJS Kesehatan (13 angka).
identity-nik-wrong-date = Niki kadose tanggal.
identity-nik-wrong-other = Niki { $count } angka, dereng kados NIK.
identity-nik-example = Conto wujude: 9971011708900001. Tingali angka panjang ing larik paling nginggil KTP, lajeng ketik sedaya.
identity-kk_check = Angka niki langkung mirip nomer KK (Kartu Keluarga), Kak. NIK wonten ing KTP. Napa sing wau saestu NIK panjenengan?
identity-kk_check-help = Nomer KK wonten ing nginggil Kartu Keluarga lan sami kangge setunggal kaluwarga. NIK wonten ing KTP lan benten kangge saben tiyang.
identity-kk_check-wrong = Wangsuli INGGIH menawi niki saestu NIK panjenengan, utawi ketik NIK saking KTP (16 angka).
identity-kk_check-wrong-nik-short = Niki nembe { $count } angka, kadose wonten sing kirang.
identity-kk_check-wrong-nik-long = Niki { $count } angka, kadose kelangkungan.
identity-kk_check-example = Contone, wangsuli 2 kangge ngetik NIK malih.
identity-name = Sinten nami jangkep panjenengan, kados ing KTP?
identity-name-help = Serat nami jangkep miturut KTP. Aksara ageng utawi alit mboten dados napa, gelar mboten perlu.
identity-name-wrong = Serat nami jangkep kados ing KTP, aksara mawon.
identity-name-wrong-digits = Ing ngriku wonten angka utawi tandha sing biasane mboten wonten ing nami.
identity-name-wrong-length = Niki kadose dereng nami jangkep.
identity-name-example = Contone: Rukmini Contohwati.
identity-birth_date = Kapan tanggal lair panjenengan? Tanggal, wulan, lan taun.
identity-birth_date-month = Lajeng wulan laire?
identity-birth_date-year = Kantun taune. Sekawan angka, contone 1990.
identity-birth_date-help = Serat tanggal lair kados ing KTP, wiwit saking tanggale. Diangge kangge mesthekke data sing dipadosi saestu gadhahan panjenengan.
identity-birth_date-wrong = Serat tanggal, wulan, lan taun lair, contone 17 Agustus 1990.
identity-birth_date-wrong-unclear = Tanggal niki dereng saged kula waos, utawi mboten wonten ing kalender.
identity-birth_date-example = Saged ugi mawi angka: 17-08-1990. Tanggal rumiyin, lajeng wulan, lajeng taun.
identity-date_check = Tanggal niki benten kalih sing wonten ing NIK, Kak. Saged ugi pancen ngoten. Napa sampun leres miturut KTP?
identity-date_check-help = Angka kaping 7 dumugi kaping 12 ing NIK biasane tanggal lair. Menawi ing KTP pancen benten, wangsuli SAMPUN LERES.
identity-date_check-wrong = Wangsuli SAMPUN LERES, utawi ketik tanggal lair sepisan malih.
identity-date_check-wrong-unclear = Tanggal niki dereng saged kula waos, utawi mboten wonten ing kalender.
identity-date_check-example = Contone, wangsuli 1 menawi tanggale sampun leres.
identity-mother = Sinten nami ibu kandung panjenengan?
identity-mother-help = Nami ibu kandung kados ing Kartu Keluarga. Diangge kangge pitakenan keamanan tambahan.
identity-mother-wrong = Serat nami ibu kandung, aksara mawon.
identity-mother-wrong-digits = Ing ngriku wonten angka utawi tandha sing biasane mboten wonten ing nami.
identity-mother-wrong-length = Niki kadose dereng nami jangkep.
identity-mother-example = Contone: Sulastri Contohwati.
identity-away = Nyuwun ngapunten Kak, daftar anggota saweg mboten saged dibikak. Wangsulan panjenengan mboten ical: kula cobi malih piyambak, lajeng kula kabari wonten mriki.
identity-away-help = Kula nyobi malih kanthi otomatis. Panjenengan saged nutup chat niki. Menawi enggal perlu, pilih MATUR KALIH TIYANG.
identity-away-wrong = Daftare taksih dereng saged dibikak, Kak. Kula kabari yen sampun saged.
identity-away-example = Menawi mboten kersa nengga, wangsuli 1 kangge matur kalih tiyang.

identity-found = Datane kepanggih, Kak. Pungkasaning nomer: { $last }.
identity-code = Menawi datane cocok, kode 6 angka sampun dikirim lewat SMS utawi WhatsApp teng nomer HP sing kadhaftar. Ketik kodene wonten mriki. Berlaku 5 menit.
identity-code-help = Kode dikirim namung teng nomer HP sing kacathet ing data, dados sanes teng nomer sing diketik wonten mriki. Menawi 1 menit dereng wonten, pilih KIRIM MALIH. Menawi nomere sampun mboten diangge, pilih MBOTEN WONTEN KODE.
identity-code-wrong = Ketik 6 angka saking pesen niki, utawi pilih salah setunggal ing ngandhap.
identity-code-wrong-digits = Niki { $count } angka, kodene 6 angka.
identity-code-example = Conto wujude: 048151. Saged ugi salin sedaya pesene teng mriki.
sms-code = { $code } niki kode Teman KPJ saking { $operator }. Berlaku 5 menit. Ketik namung ing chat sing panjenengan wiwiti piyambak, ampun diparingke teng sinten mawon.
code-wrong = Kodene dereng cocok. Cobi ditingali malih.
code-again = Menawi datane cocok, kode enggal dikirim teng nomer HP sing kadhaftar. Antawise kode paling sekedhik 1 menit.
code-unchecked = Nyuwun ngapunten Kak, kodene dereng saged dicek sakniki. Cobi ketik sepisan malih.

choice-code-again = Kirim malih
choice-code-again-words = kirim maneh, njaluk kode maneh, dereng mlebet, durung mlebu, kode durung mlebu
choice-code-none = Mboten wonten kode
choice-code-none-words = ora ana kode, ora entuk kode, mboten angsal kode, nomere wis mati, nomer lawas, hp ilang
choice-consent-yes = Sarujuk
choice-consent-yes-words = kula sarujuk, aku sarujuk, nggih sarujuk, inggih, nggih, monggo
choice-consent-no = Mboten
choice-consent-no-words = mboten sarujuk, mboten setuju, mboten purun, ora gelem, emoh, ora sarujuk
choice-contact-skip = Lewati
choice-contact-skip-words = liwati, mboten usah, ora usah, mangke mawon, mengko wae
choice-nik-keep = Inggih, leres NIK kula
choice-nik-again = Ketik NIK malih
choice-date-keep = Sampun leres
choice-date-keep-words = leres, miturut ktp, wis bener
choice-date-again = Ketik tanggal malih

identity-name-wrong-sentence = Niki kadose ukara, dereng nami. Kangge ngganti wangsulan sakderenge, ketik KEMBALI.
identity-name-wrong-script = Aksarane dereng saged kula waos. Nyuwun ngangge aksara Latin kados ing KTP.
identity-mother-wrong-sentence = Niki kadose ukara, dereng nami. Kangge ngganti wangsulan sakderenge, ketik KEMBALI.
identity-mother-wrong-script = Aksarane dereng saged kula waos. Nyuwun ngangge aksara Latin.

## Langkung cekak, menawi pitakenane dugi malih sasampune bab sanes
identity-consent-short = Dados, napa panjenengan sarujuk datane diangge kangge madosi nomer KPJ?
identity-contact-short = Ayo dilajengke: pencet tombol "{ identity-contact-button }" ing ngandhap, utawi wangsuli LEWATI.
identity-code-short = Ketik kode 6 angka saking SMS utawi WhatsApp wau wonten mriki.
wrong-nik-again = NIK sampun kula tampi, Kak.
identity-away-short = { identity-away-wrong }
