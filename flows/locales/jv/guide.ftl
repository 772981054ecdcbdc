### Pandhuan daftar JMO: setunggal langkah saben pesen. Nami tombol ing JMO diserat kados ing aplikasine.

guide-differs = Kula kancani setunggal-setunggal langkahe, Kak, alon-alon mawon. Wujude menu ing JMO saged radi benten.
guide-step = Langkah { $number } saking { $total }
guide-again = Pungkasane kita dugi langkah { $number } saking { $total }, Kak. Lajeng saking mriku, utawi wiwit saking awal?
guide-again-help = LAJENGKE LANGKAH tegese nerusake saking langkah sing wau. SAKING AWAL tegese wiwit saking cecawis.
guide-again-wrong = Pilih LAJENGKE LANGKAH utawi SAKING AWAL nggih, Kak.
guide-again-example = Contone, wangsuli 1 kangge nerusake.
guide-no_hurry = Mboten napa-napa, Kak. Kula tengga, sanajan nembe benjing.

guide-ready =
    Cawiske rumiyin:
    • KTP lan nomer KPJ (11 angka)
    • e-mail piyambak sing saged dibikak
    • nomer HP aktif sing wonten sinyale
    • aplikasi JMO paling enggal saking Play Store utawi App Store
guide-ready-help = KPJ niku nomer kartu BPJS Ketenagakerjaan. Yen dereng ngertos nomere, pilih DERENG GADHAH KPJ, lajeng kita wangsul mriki.
guide-ready-wrong = Yen sedaya sampun cemawis, wangsuli LAJENG, Kak.
guide-ready-example = Contone, wangsuli 1 yen sampun cemawis.
guide-new_account = Bikak aplikasi JMO, lajeng pencet "Buat Akun Baru".
guide-new_account-help = JMO (Jamsostek Mobile) niku aplikasi BPJS Ketenagakerjaan. Pesthekke sanes Mobile JKN, niku kangge BPJS Kesehatan.
guide-new_account-wrong = Yen sampun mencet "Buat Akun Baru", wangsuli LAJENG, Kak.
guide-new_account-example = Contone, wangsuli SAMPUN kangge langkah sabanjure.
guide-member =
    JMO taken napa sampun dados peserta. Pilih "Ya, Saya Sudah Daftar".
    Ngatos-atos: pilihan sing sanes saged ndadoske kepesertaan kaping kalih sing iurane dibayar piyambak.
guide-member-help = Karyawan didhaftarke papan damel, dados panjenengan sampun dados peserta sanajan dereng gadhah akun JMO.
guide-member-wrong = Yen sampun milih "Ya, Saya Sudah Daftar", wangsuli LAJENG, Kak.
guide-member-example = Contone, wangsuli SAMPUN yen sampun dipilih.
guide-kind =
    Pilih jinis kepesertaan:
    • Penerima Upah (PU): karyawan sing digaji
    • Bukan Penerima Upah (BPU): pekerja mandiri
    • Pekerja Migran (PMI): nyambut damel ing luar negeri
    Pekerja proyek bangunan sing mboten manggihi pilihane: ketik PETUGAS.
guide-kind-help = Yen sing ndhaftarke papan damel, biasane Penerima Upah (PU).
guide-kind-wrong = Yen jinis kepesertaan sampun dipilih, wangsuli LAJENG, Kak.
guide-kind-example = Contone, wangsuli SAMPUN yen sampun dipilih.
guide-citizenship = Pilih kewarganegaraan, WNI utawi WNA, lajeng pencet "Selanjutnya".
guide-citizenship-help = WNI tegese warga negara Indonesia, WNA tegese warga negara asing.
guide-citizenship-wrong = Yen sampun mencet "Selanjutnya", wangsuli LAJENG, Kak.
guide-citizenship-example = Contone, wangsuli SAMPUN kangge langkah sabanjure.
guide-identifiers =
    Isi ing aplikasi: NIK, nomer KPJ, nami jangkep, lan tanggal lair. Serat persis kados ing KTP, lajeng pencet "Selanjutnya".
    NIK 16 angka, KPJ 11 angka. Isine ampun dikirim teng chat niki.
guide-identifiers-help = NIK wonten ing KTP, sanes nomer KK (Kartu Keluarga). KPJ niku nomer kartu BPJS Ketenagakerjaan. Yen gadhah sawetawis KPJ, angge nomer paling lami.
guide-identifiers-wrong = Datane diisi ing aplikasi JMO, Kak, sanes wonten mriki. Yen sampun, wangsuli LAJENG.
guide-identifiers-example = Contone, wangsuli SAMPUN yen datane ditampi aplikasi.
guide-email = Isi alamat e-mail. Mangke diangge mlebet JMO, dados angge e-mail piyambak, sanes gadhahane kantor.
guide-email-help = Angge e-mail sing saged dibikak sakniki, amargi kodene dikirim mrika.
guide-email-wrong = E-mail diisi ing aplikasi JMO, Kak. Yen sampun, wangsuli LAJENG.
guide-email-example = Contone, wangsuli SAMPUN yen e-mail sampun diisi.
guide-email_code = Bikak e-mail, padosi kode saking JMO, lajeng ketik kodene ing aplikasi. Kode niku ampun diparingke teng sinten mawon, kalebet teng kula.
guide-email_code-help = Yen dereng wonten, tingali ugi folder spam. Tengga sekedhap, lajeng nyuwun kirim ulang sepisan.
guide-email_code-wrong = Yen kodene sampun ditampi aplikasi, wangsuli LAJENG, Kak.
guide-email_code-example = Contone, wangsuli SAMPUN. Utawi serat "kode durung mlebu".
guide-phone = Isi nomer HP piyambak sing aktif lan wonten sinyale.
guide-phone-help = Angge nomer sing badhe terus diangge. Kode sabanjure dikirim teng nomer niku lewat SMS.
guide-phone-wrong = Nomer HP diisi ing aplikasi JMO, Kak. Yen sampun, wangsuli LAJENG.
guide-phone-example = Contone, wangsuli SAMPUN yen nomer HP sampun diisi.
guide-phone_code = Tengga SMS isi kode, lajeng ketik kodene ing aplikasi JMO. Ampun dikirim mriki utawi teng sinten mawon.
guide-phone_code-help = Pesthekke wonten sinyal lan nomere leres. Tengga sekedhap, lajeng nyuwun kirim ulang sepisan.
guide-phone_code-wrong = Yen kodene sampun ditampi aplikasi, wangsuli LAJENG, Kak.
guide-phone_code-example = Contone, wangsuli SAMPUN. Utawi serat "sms durung mlebu".
guide-password = Damel tembung sandi ing aplikasi lan ketik kaping kalih. Pilih sing gampil dieling piyambak nanging angel dibedhek. Ampun diserat ing chat niki.
guide-password-help = Simpen tembung sandi ing papan sing namung panjenengan sing ngertos. Kula mboten nate nyuwun.
guide-password-wrong = Yen tembung sandine sampun ditampi aplikasi, wangsuli LAJENG, Kak.
guide-password-example = Contone, wangsuli SAMPUN yen sampun ditampi.
guide-terms = Waos syarat lan ketentuan, lajeng pencet "Setuju". Sasampune niku saged disuwun foto wajah kangge "Pengkinian Data".
guide-terms-help = "Pengkinian Data" tegese ngenggalke data. Saged mangke mawon, sasampune akune dados.
guide-terms-wrong = Yen sampun mencet "Setuju", wangsuli LAJENG, Kak.
guide-terms-example = Contone, wangsuli SAMPUN yen sampun disarujuki.

guide-outcome = Sedaya langkah sampun dilampahi, Kak. Saged mlebet JMO?
guide-outcome-help = KASIL yen sampun saged mlebet. DERENG KASIL supados kita padosi sebabe. MANGKE MAWON yen dereng sela.
guide-outcome-wrong = Pilih KASIL, DERENG KASIL, utawi MANGKE MAWON nggih, Kak.
guide-outcome-example = Contone, wangsuli 1 yen sampun saged mlebet.
guide-finished =
    Alhamdulillah, Kak. Supados aman sateruse:
    • Lampahi "Pengkinian Data" ing JMO.
    • Uripke notifikasi lan cek iuran saben wulan.
    • Yen gantos e-mail utawi nomer HP, enggalke ing JMO.
    • Pindhah damelan: paringke nomer KPJ teng HRD sing enggal.
guide-finished-help = Akun JMO saged diangge mirsani saldo JHT (tabungan hari tua), iuran, lan kartu digital.
guide-finished-wrong = Yen wonten sing sanes, serat mawon, utawi ketik MENU.
guide-finished-example = Contone, wangsuli 1 kangge wangsul teng menu.
guide-later = Mboten napa-napa, Kak. Langkahe kula eling. Napa pareng kula taken sepisan malih benjing, pripun kasile?
guide-later-help = PARENG tegese kula ngirim setunggal pitakenan mawon, kirang langkung sedinten malih. MBOTEN USAH tegese kula mendel.
guide-later-wrong = Wangsuli PARENG utawi MBOTEN USAH nggih, Kak.
guide-later-example = Contone, wangsuli 1 yen pareng.
guide-will_ask = Nggih, mangke kula taken sepisan.
guide-parked = Langkahe tetep kula eling, Kak. Kapan mawon serat LAJENG kangge nerusake.
guide-parked-help = LAJENGKE LANGKAH mbekta panjenengan teng langkah pungkasan. Sawetawis dinten malih ugi saged.
guide-parked-wrong = Pilih LAJENGKE LANGKAH yen sampun siap, utawi MENU.
guide-parked-example = Contone, wangsuli 1 kangge nerusake.

## Masalah ing salah setunggal langkah
guide-which = Napa sing kedadosan, Kak? Pilih sing paling mirip, utawi serat mawon.
guide-which-help = Pilih sing paling mirip. Yen mboten wonten, pilih MASALAH SANES, lajeng serat tembung ing layar.
guide-which-wrong = Masalah niku dereng kula kenali, Kak. Pilih MASALAH SANES supados tembunge kula cathet kangge petugas.
guide-which-example = Contone, serat "kode durung mlebu" utawi "aplikasi metu dhewe".
guide-or_call = • Taksih gagal: taken HRD, telpon { $call_centre }, utawi teng kantor cabang mbekta KTP.
guide-or_dukcapil = • Yen KTP-ne sing klentu, Dukcapil rumiyin, telpon { $dukcapil }.
guide-phones = • Paling lami { $jmo_android } utawi { $jmo_ios }. HP sakngandhape niku saged ugi mboten kiyat.
guide-kpj =
    Biasane setunggal angka klentu, nembe didhaftarke, utawi nomere sampun digabung teng nomer lami.
    • Cocokke 11 angkane kalih kartu.
    • Cobi nomer paling lami sing nate digadhahi.
    • Karyawan enggal: tengga rumiyin, lajeng taken HRD.
guide-kpj-help = { guide-trouble-help }
guide-kpj-wrong = { guide-trouble-wrong }
guide-kpj-example = { guide-trouble-example }
guide-mismatch =
    Nami, NIK, utawi tanggal lair ing BPJS Ketenagakerjaan dereng cocok kalih sing diketik.
    • Ketik persis kados ing KTP, tanpa gelar.
    • Nyuwun HRD ngecek data sing dikirim, utawi teng kantor cabang mbekta KTP asli lan KK.
guide-mismatch-help = { guide-trouble-help }
guide-mismatch-wrong = { guide-trouble-wrong }
guide-mismatch-example = { guide-trouble-example }
guide-nik =
    JMO nyocokke NIK kalih data Dukcapil (kependudukan).
    • Pesthekke 16 angka saking KTP, sanes nomer KK.
    • Nyuwun HRD ngecek NIK sing didhaftarke.
guide-nik-help = { guide-trouble-help }
guide-nik-wrong = { guide-trouble-wrong }
guide-nik-example = { guide-trouble-example }
guide-used =
    Saged ugi sampun wonten akun lami (BPJSTKU utawi JMO), utawi HRD nate ndamelke.
    • Cobi "Lupa Akun" utawi "Lupa Password" ing JMO.
    • Yen e-mail lan nomer lami sampun mboten wonten, teng kantor cabang mbekta KTP.
guide-used-help = { guide-trouble-help }
guide-used-wrong = { guide-trouble-wrong }
guide-used-example = { guide-trouble-example }
guide-code =
    Kode sing dereng mlebet:
    • Cek malih e-mail utawi nomer HP sing diketik, lan sinyale.
    • Tingali ugi folder spam.
    • Tengga sekedhap, nyuwun kirim ulang sepisan, lajeng cobi HP-ne dipateni lan diuripke malih.
guide-code-help = { guide-trouble-help }
guide-code-wrong = { guide-trouble-wrong }
guide-code-example = { guide-trouble-example }
guide-face =
    Supados foto wajah kewaos:
    • Papan sing padhang, wajah jejeg, HP mboten goyang.
    • Copot kacamata, rambut mboten nutupi wajah.
    • Yen gagal terus utawi diblokir, tengga rumiyin, lajeng teng kantor cabang mbekta KTP.
guide-face-help = { guide-trouble-help }
guide-face-wrong = { guide-trouble-wrong }
guide-face-example = { guide-trouble-example }
guide-closing =
    Yen JMO nutup piyambak utawi mboten saged dibikak:
    • Enggalke JMO saking Play Store utawi App Store.
    • Pateni lan uripke malih HP-ne, lajeng cobi malih.
    • Kadhang JMO saweg rame, cobi sawetawis jam malih.
guide-closing-help = { guide-trouble-help }
guide-closing-wrong = { guide-trouble-wrong }
guide-closing-example = { guide-trouble-example }
guide-trouble-help = LAJENGKE LANGKAH kangge nyobi malih. TAKSIH GAGAL supados tembung ing layar kula cathet kangge petugas.
guide-trouble-wrong = Pilih LAJENGKE LANGKAH utawi TAKSIH GAGAL nggih, Kak.
guide-trouble-example = Contone, wangsuli 1 kangge nyobi malih.
guide-wording = Serat tembung sing wonten ing layar, persis kados sing kewaos. Kula cathet kangge petugas. Ampun nyerat NIK, kode, utawi tembung sandi.
guide-wording-help = Tembung ing layar mbiyantu petugas madosi sebabe. Cekap setunggal ukara.
guide-wording-wrong = Serat setunggal ukara sing wonten ing layar JMO, Kak.
guide-wording-example = Contone: "Data tidak ditemukan".
guide-noted = Sampun kula cathet, Kak. Tegese pesen mboten kula bedhek. Aturke tembung sing sami teng salah setunggal niki:
guide-noted-help = LAJENGKE LANGKAH kangge nyobi malih. Langkahe tetep kula eling.
guide-noted-wrong = Pilih LAJENGKE LANGKAH, utawi MENU.
guide-noted-example = Contone, wangsuli 1 kangge nyobi malih.
wrong-jmo-code = Niki kadose kode, Kak. Mboten kula simpen. Kode JMO ampun dikirim teng sinten mawon.
wrong-jmo-address = Niki kadose alamat e-mail, Kak. Mboten kula simpen.
wrong-jmo-secret = Yen niku tembung sandi, ampun dikirim teng sinten mawon, Kak. Mboten kula simpen. Prayogane digantos sing sanes.

choice-guide-next = Lajeng
choice-guide-next-ready = { choice-guide-next }
choice-guide-next-new_account = { choice-guide-next }
choice-guide-next-member = { choice-guide-next }
choice-guide-next-kind = { choice-guide-next }
choice-guide-next-citizenship = { choice-guide-next }
choice-guide-next-identifiers = { choice-guide-next }
choice-guide-next-email = { choice-guide-next }
choice-guide-next-email_code = { choice-guide-next }
choice-guide-next-phone = { choice-guide-next }
choice-guide-next-phone_code = { choice-guide-next }
choice-guide-next-password = { choice-guide-next }
choice-guide-next-terms = { choice-guide-next }
choice-guide-no_kpj = Dereng gadhah KPJ
choice-guide-no_kpj-words = durung duwe kpj, ora duwe kpj, mboten gadhah kpj, goleki kpj
choice-guide-see_kpj = Mirsani KPJ malih
choice-guide-see_kpj-words = nomere pira, nomere pinten, delok kpj
choice-guide-trouble = Wonten masalah
choice-guide-trouble-words = ana masalah, ora iso, mboten saged, gagal, error, macet
choice-guide-resume = Lajengke langkah
choice-guide-resume-words = wangsul teng langkah, terusno, lajeng, cobi malih, langkah mau
choice-guide-restart = Saking awal
choice-guide-restart-words = wiwit malih, mulai maneh, saka awal, saking wiwitan
choice-guide-succeeded = Kasil
choice-guide-succeeded-words = sampun kasil, wis kasil, wis iso mlebu, sampun saged, alhamdulillah
choice-guide-failed = Dereng kasil
choice-guide-failed-words = gagal, durung iso, dereng saged, ora iso
choice-guide-later = Mangke mawon
choice-guide-later-words = mengko wae, benjing mawon, sesuk wae, dereng sempat
choice-guide-ask_me = Pareng
choice-guide-ask_me-words = nggih, oleh, monggo
choice-guide-do_not_ask = Mboten usah
choice-guide-do_not_ask-words = ora usah, mboten perlu, aja
choice-guide-kpj = KPJ mboten kepanggih
choice-guide-mismatch = Data mboten cocok
choice-guide-nik = NIK mboten kepanggih
choice-guide-used = E-mail/HP sampun diangge
choice-guide-used-words = sampun kadhaftar, email wis dienggo, nomer hp wis dienggo
choice-guide-code = Kode mboten mlebet
choice-guide-code-words = kode ora mlebu, kode durung mlebu, sms durung mlebu
choice-guide-face = Foto wajah gagal
choice-guide-closing = JMO nutup piyambak
choice-guide-closing-words = metu dhewe, mental, aplikasi metu dhewe
choice-guide-other = Masalah sanes
choice-guide-other-words = liyane, sanesipun, mboten wonten
choice-guide-still = Taksih gagal
choice-guide-still-words = tetep gagal, isih gagal, isih ora iso, taksih mboten saged

follow_up-how = Halo Kak, wingi kita nyobi daftar JMO. Sampun kasil?
follow_up-how-help = SAMPUN yen sampun saged mlebet. DERENG supados kita lajengke sareng. Sasampune niki kula mboten taken malih.
follow_up-how-wrong = Wangsuli SAMPUN utawi DERENG nggih, Kak.
follow_up-how-example = Contone, wangsuli 2 kangge nerusake langkahe.
follow_up-glad = { guide-finished }
follow_up-glad-help = { guide-finished-help }
follow_up-glad-wrong = { guide-finished-wrong }
follow_up-glad-example = { guide-finished-example }
choice-follow-done = Sampun
choice-follow-done-words = sampun kasil, wis, uwis, wis iso, alhamdulillah
choice-follow-not_yet = Dereng
choice-follow-not_yet-words = durung, durung iso, dereng kasil, gagal, taksih gagal
choice-follow-stop = Mboten usah ditakeni

guide-ready-short = Kita taksih ing langkah 1: KTP, nomer KPJ, e-mail, nomer HP, lan aplikasi JMO. Sampun cemawis sedaya?
guide-kind-short = Yen jinis kepesertaan sampun dipilih ing JMO, wangsuli LAJENG, Kak.
guide-identifiers-short = Kita taksih ing langkah 6: NIK, KPJ, nami, lan tanggal lair diisi ing aplikasi, sanes ing chat niki. Yen sampun, wangsuli LAJENG.
guide-noted-short = Yen badhe nyobi malih, pilih { choice-guide-resume }.
guide-worker-pu = Yen digaji perusahaan, pilih Penerima Upah (PU), Kak.
guide-worker-bpu = Yen nyambut damel piyambak lan mbayar iuran piyambak, pilih Bukan Penerima Upah (BPU), Kak. Yen sing ndaftaraken perusahaan, pilih Penerima Upah (PU).
guide-worker-pmi = Yen nyambut damel ing luar negeri, pilih Pekerja Migran (PMI), Kak.
guide-worker-builder = Pekerja proyek bangunan gadhah jinis piyambak (Jasa Konstruksi), Kak, lan dereng mesthi wonten ing JMO. Yen mboten wonten, ketik PETUGAS. Yen digaji perusahaan, biasane Penerima Upah (PU).
guide-other_answer = Mboten napa-napa, Kak. Yen pendaftarane dereng rampung, wangsul ing aplikasi, lajeng pilih "Ya, Saya Sudah Daftar". Yen sampun telanjur rampung, ampun mbayar rumiyin sakderenge tanglet teng salah setunggal niki:
choice-guide-other_answer = Klintu pilih
choice-guide-other_answer-words = salah pencet, salah pilih, klintu pencet, dikengken mbayar
guide-other_answer-help = { guide-trouble-help }
guide-other_answer-wrong = { guide-trouble-wrong }
guide-other_answer-example = { guide-trouble-example }
guide-worker-which = { guide-kind-help }
