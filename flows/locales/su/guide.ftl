### Pituduh daptar JMO: hiji léngkah unggal pesen. Nami tombol di JMO diserat sapertos dina aplikasina.

guide-differs = Dibaturan saléngkah-saléngkah nya, Kak, lalaunan waé. Wujud menu di JMO tiasa rada bénten.
guide-step = Léngkah { $number } tina { $total }
guide-again = Panungtung urang dugi ka léngkah { $number } tina { $total }, Kak. Teraskeun ti dinya, atanapi ti mimiti?
guide-again-help = TERASKEUN LÉNGKAH hartosna nuluykeun ti léngkah nu tadi. TI MIMITI hartosna ngawitan ti persiapan.
guide-again-wrong = Pilih TERASKEUN LÉNGKAH atanapi TI MIMITI nya, Kak.
guide-again-example = Contona, waler 1 kanggo neraskeun.
guide-no_hurry = Teu nanaon, Kak. Diantosan, sanaos nembé énjing.

guide-ready =
    Siapkeun heula:
    • KTP sareng nomer KPJ (11 angka)
    • e-mail nyalira anu tiasa dibuka
    • nomer HP aktif anu aya sinyalna
    • aplikasi JMO pangénggalna tina Play Store atanapi App Store
guide-ready-help = KPJ téh nomer kartu BPJS Ketenagakerjaan. Upami teu acan terang nomerna, pilih TEU GADUH KPJ, teras urang uih deui ka dieu.
guide-ready-wrong = Upami sadayana tos siap, waler TERASKEUN, Kak.
guide-ready-example = Contona, waler 1 upami tos siap.
guide-new_account = Buka aplikasi JMO, teras pencét "Buat Akun Baru".
guide-new_account-help = JMO (Jamsostek Mobile) téh aplikasi BPJS Ketenagakerjaan. Pastikeun sanés Mobile JKN, éta mah kanggo BPJS Kesehatan.
guide-new_account-wrong = Upami tos mencét "Buat Akun Baru", waler TERASKEUN, Kak.
guide-new_account-example = Contona, waler TOS kanggo ka léngkah salajengna.
guide-member =
    JMO naroskeun naha tos janten peserta. Pilih "Ya, Saya Sudah Daftar".
    Ati-ati: pilihan nu sanés tiasa ngadamel kapesertaan kadua anu iuranna dibayar nyalira.
guide-member-help = Karyawan didaptarkeun ku tempat damel, janten Kakak tos peserta sanaos teu acan gaduh akun JMO.
guide-member-wrong = Upami tos milih "Ya, Saya Sudah Daftar", waler TERASKEUN, Kak.
guide-member-example = Contona, waler TOS upami tos dipilih.
guide-kind =
    Pilih jinis kapesertaan:
    • Penerima Upah (PU): karyawan anu digaji
    • Bukan Penerima Upah (BPU): pagawé mandiri
    • Pekerja Migran (PMI): damel di luar nagri
    Pagawé proyék bangunan anu teu mendakan pilihanana: ketik PETUGAS.
guide-kind-help = Upami nu ngadaptarkeun tempat damel, biasana Penerima Upah (PU).
guide-kind-wrong = Upami jinis kapesertaan tos dipilih, waler TERASKEUN, Kak.
guide-kind-example = Contona, waler TOS upami tos dipilih.
guide-citizenship = Pilih kawarganagaraan, WNI atanapi WNA, teras pencét "Selanjutnya".
guide-citizenship-help = WNI hartosna warga nagara Indonésia, WNA hartosna warga nagara asing.
guide-citizenship-wrong = Upami tos mencét "Selanjutnya", waler TERASKEUN, Kak.
guide-citizenship-example = Contona, waler TOS kanggo ka léngkah salajengna.
guide-identifiers =
    Eusian dina aplikasi: NIK, nomer KPJ, nami lengkep, sareng tanggal lahir. Serat persis sapertos dina KTP, teras pencét "Selanjutnya".
    NIK 16 angka, KPJ 11 angka. Eusina ulah dikintun ka chat ieu.
guide-identifiers-help = NIK aya dina KTP, sanés nomer KK (Kartu Keluarga). KPJ téh nomer kartu BPJS Ketenagakerjaan. Upami gaduh sababaraha KPJ, anggo nomer pangheubeulna.
guide-identifiers-wrong = Datana dieusian dina aplikasi JMO, Kak, sanés di dieu. Upami tos, waler TERASKEUN.
guide-identifiers-example = Contona, waler TOS upami datana ditampi ku aplikasi.
guide-email = Eusian alamat e-mail. Engké dianggo lebet ka JMO, janten anggo e-mail nyalira, sanés gaduh kantor.
guide-email-help = Anggo e-mail anu tiasa dibuka ayeuna, kumargi kodena dikintun ka dinya.
guide-email-wrong = E-mail dieusian dina aplikasi JMO, Kak. Upami tos, waler TERASKEUN.
guide-email-example = Contona, waler TOS upami e-mail tos dieusian.
guide-email_code = Buka e-mail, pilari kode ti JMO, teras ketik kodena dina aplikasi. Kode éta ulah dipasihkeun ka saha waé, kalebet ka kami.
guide-email_code-help = Upami teu acan aya, tingali ogé folder spam. Antosan sakedap, teras pénta kintun ulang sakali.
guide-email_code-wrong = Upami kodena tos ditampi ku aplikasi, waler TERASKEUN, Kak.
guide-email_code-example = Contona, waler TOS. Atanapi serat "kode can asup".
guide-phone = Eusian nomer HP nyalira anu aktif sareng aya sinyalna.
guide-phone-help = Anggo nomer anu bade terus dianggo. Kode salajengna dikintun ka nomer éta ku SMS.
guide-phone-wrong = Nomer HP dieusian dina aplikasi JMO, Kak. Upami tos, waler TERASKEUN.
guide-phone-example = Contona, waler TOS upami nomer HP tos dieusian.
guide-phone_code = Antosan SMS eusi kode, teras ketik kodena dina aplikasi JMO. Ulah dikintun ka dieu atanapi ka saha waé.
guide-phone_code-help = Pastikeun aya sinyal sareng nomerna leres. Antosan sakedap, teras pénta kintun ulang sakali.
guide-phone_code-wrong = Upami kodena tos ditampi ku aplikasi, waler TERASKEUN, Kak.
guide-phone_code-example = Contona, waler TOS. Atanapi serat "sms can asup".
guide-password = Damel kecap sandi dina aplikasi teras ketik dua kali. Pilih anu gampil kaémut ku nyalira mung sesah ditebak. Ulah diserat dina chat ieu.
guide-password-help = Simpen kecap sandi di tempat anu mung Kakak nu terang. Kami teu kantos nyuhunkeunana.
guide-password-wrong = Upami kecap sandina tos ditampi ku aplikasi, waler TERASKEUN, Kak.
guide-password-example = Contona, waler TOS upami tos ditampi.
guide-terms = Aos sarat sareng katangtuan, teras pencét "Setuju". Saatosna tiasa dipénta poto raray kanggo "Pengkinian Data".
guide-terms-help = "Pengkinian Data" hartosna ngénggalkeun data. Tiasa engké waé, saatos akunna janten.
guide-terms-wrong = Upami tos mencét "Setuju", waler TERASKEUN, Kak.
guide-terms-example = Contona, waler TOS upami tos disatujuan.

guide-outcome = Sadaya léngkah tos dipidamel, Kak. Tiasa lebet ka JMO?
guide-outcome-help = HASIL upami tos tiasa lebet. TEU ACAN HASIL supados urang milarian sababna. ENGKÉ WAÉ upami teu acan sempet.
guide-outcome-wrong = Pilih HASIL, TEU ACAN HASIL, atanapi ENGKÉ WAÉ nya, Kak.
guide-outcome-example = Contona, waler 1 upami tos tiasa lebet.
guide-finished =
    Alhamdulillah, Kak. Supados aman ka payunna:
    • Lakukeun "Pengkinian Data" di JMO.
    • Hurungkeun notifikasi sareng cék iuran unggal sasih.
    • Upami gentos e-mail atanapi nomer HP, énggalkeun di JMO.
    • Ngalih damel: pasihkeun nomer KPJ ka HRD nu énggal.
guide-finished-help = Akun JMO tiasa dianggo ningali saldo JHT (tabungan hari tua), iuran, sareng kartu digital.
guide-finished-wrong = Upami aya nu sanés, serat waé, atanapi ketik MENU.
guide-finished-example = Contona, waler 1 kanggo uih deui ka menu.
guide-later = Teu nanaon, Kak. Léngkahna diémut ku abdi. Kenging abdi naros sakali deui énjing, kumaha hasilna?
guide-later-help = KENGING hartosna kami ngintun hiji patarosan waé, kirang langkung sadinten deui. TEU KEDAH hartosna kami jempé.
guide-later-wrong = Waler KENGING atanapi TEU KEDAH nya, Kak.
guide-later-example = Contona, waler 1 upami kenging.
guide-will_ask = Muhun, engké ditaros sakali.
guide-parked = Léngkahna tetep diémut ku abdi, Kak. Iraha waé serat TERASKEUN kanggo nuluykeun.
guide-parked-help = TERASKEUN LÉNGKAH nyandak Kakak ka léngkah panungtung. Tiasa ogé sababaraha dinten deui.
guide-parked-wrong = Pilih TERASKEUN LÉNGKAH upami tos siap, atanapi MENU.
guide-parked-example = Contona, waler 1 kanggo neraskeun.

## Masalah dina hiji léngkah
guide-which = Aya naon, Kak? Pilih nu pangmiripna, atanapi serat waé.
guide-which-help = Pilih nu pangmiripna. Upami teu aya, pilih MASALAH SANÉS, teras serat kecap anu aya dina layar.
guide-which-wrong = Masalah éta teu acan dikenal, Kak. Pilih MASALAH SANÉS supados kecapna dicatet kanggo petugas.
guide-which-example = Contona, serat "kode can asup" atanapi "aplikasi kaluar sorangan".
guide-or_call = • Gagal kénéh: taros HRD, telepon { $call_centre }, atanapi ka kantor cabang candak KTP.
guide-or_dukcapil = • Upami KTP-na nu lepat, Dukcapil heula, telepon { $dukcapil }.
guide-phones = • Pangheubeulna { $jmo_android } atanapi { $jmo_ios }. HP sahandapeunana panginten teu tiasa.
guide-kpj =
    Biasana hiji angka lepat, nembé didaptarkeun, atanapi nomerna tos dihijikeun ka nomer heubeul.
    • Cocogkeun 11 angkana sareng kartu.
    • Cobi nomer pangheubeulna anu kantos dipibanda.
    • Karyawan énggal: antosan heula, teras taros HRD.
guide-kpj-help = { guide-trouble-help }
guide-kpj-wrong = { guide-trouble-wrong }
guide-kpj-example = { guide-trouble-example }
guide-mismatch =
    Nami, NIK, atanapi tanggal lahir di BPJS Ketenagakerjaan teu acan cocog sareng nu diketik.
    • Ketik persis sapertos dina KTP, tanpa gelar.
    • Pénta HRD mariksa data anu dikintun, atanapi ka kantor cabang candak KTP asli sareng KK.
guide-mismatch-help = { guide-trouble-help }
guide-mismatch-wrong = { guide-trouble-wrong }
guide-mismatch-example = { guide-trouble-example }
guide-nik =
    JMO nyocogkeun NIK sareng data Dukcapil (kapendudukan).
    • Pastikeun 16 angka tina KTP, sanés nomer KK.
    • Pénta HRD mariksa NIK anu didaptarkeun.
guide-nik-help = { guide-trouble-help }
guide-nik-wrong = { guide-trouble-wrong }
guide-nik-example = { guide-trouble-example }
guide-used =
    Panginten tos aya akun heubeul (BPJSTKU atanapi JMO), atanapi HRD kantos ngadamelkeun.
    • Cobi "Lupa Akun" atanapi "Lupa Password" di JMO.
    • Upami e-mail sareng nomer heubeul tos teu aya, ka kantor cabang candak KTP.
guide-used-help = { guide-trouble-help }
guide-used-wrong = { guide-trouble-wrong }
guide-used-example = { guide-trouble-example }
guide-code =
    Kode anu teu acan lebet:
    • Cék deui e-mail atanapi nomer HP anu diketik, sareng sinyalna.
    • Tingali ogé folder spam.
    • Antosan sakedap, pénta kintun ulang sakali, teras cobi HP-na dipareuman sareng dihurungkeun deui.
guide-code-help = { guide-trouble-help }
guide-code-wrong = { guide-trouble-wrong }
guide-code-example = { guide-trouble-example }
guide-face =
    Supados poto raray kabaca:
    • Tempat nu caang, raray lempeng, HP teu goyang.
    • Lésotkeun kacamata, rambut teu nutupan raray.
    • Upami gagal terus atanapi diblokir, antosan heula, teras ka kantor cabang candak KTP.
guide-face-help = { guide-trouble-help }
guide-face-wrong = { guide-trouble-wrong }
guide-face-example = { guide-trouble-example }
guide-closing =
    Upami JMO nutup nyalira atanapi teu tiasa dibuka:
    • Énggalkeun JMO tina Play Store atanapi App Store.
    • Pareuman sareng hurungkeun deui HP-na, teras cobi deui.
    • Kadang JMO nuju ramé, cobi sababaraha jam deui.
guide-closing-help = { guide-trouble-help }
guide-closing-wrong = { guide-trouble-wrong }
guide-closing-example = { guide-trouble-example }
guide-trouble-help = TERASKEUN LÉNGKAH kanggo nyobian deui. GAGAL KÉNÉH supados kecap dina layar dicatet kanggo petugas.
guide-trouble-wrong = Pilih TERASKEUN LÉNGKAH atanapi GAGAL KÉNÉH nya, Kak.
guide-trouble-example = Contona, waler 1 kanggo nyobian deui.
guide-wording = Serat kecap anu aya dina layar, persis sakumaha nu kabaca. Dicatet kanggo petugas. Ulah nyerat NIK, kode, atanapi kecap sandi.
guide-wording-help = Kecap dina layar ngabantos petugas milarian sababna. Cekap hiji kalimah.
guide-wording-wrong = Serat hiji kalimah anu aya dina layar JMO, Kak.
guide-wording-example = Contona: "Data tidak ditemukan".
guide-noted = Tos dicatet, Kak. Hartosna teu ditebak ku kami. Tepikeun kecap anu sami ka salah sahiji ieu:
guide-noted-help = TERASKEUN LÉNGKAH kanggo nyobian deui. Léngkahna tetep diémut.
guide-noted-wrong = Pilih TERASKEUN LÉNGKAH, atanapi MENU.
guide-noted-example = Contona, waler 1 kanggo nyobian deui.
wrong-jmo-code = Éta sigana kode, Kak. Ku kami teu disimpen. Kode JMO ulah dikintun ka saha waé.
wrong-jmo-address = Éta sigana alamat e-mail, Kak. Ku kami teu disimpen.
wrong-jmo-secret = Upami éta kecap sandi, ulah dikintun ka saha waé, Kak. Ku kami teu disimpen. Langkung saé digentos ku nu sanés.

choice-guide-next = Teraskeun
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
choice-guide-no_kpj = Teu gaduh KPJ
choice-guide-no_kpj-words = teu acan gaduh kpj, can boga kpj, teu boga kpj, neangan kpj
choice-guide-see_kpj = Tingali KPJ deui
choice-guide-see_kpj-words = nomerna sabaraha, ningali kpj, tembongkeun deui
choice-guide-trouble = Aya masalah
choice-guide-trouble-words = teu tiasa, teu bisa, gagal, error, macet
choice-guide-resume = Teraskeun léngkah
choice-guide-resume-words = uih ka léngkah, teras, tuluykeun, cobi deui, léngkah tadi
choice-guide-restart = Ti mimiti
choice-guide-restart-words = ti awal, mimitian deui, ulang ti awal
choice-guide-succeeded = Hasil
choice-guide-succeeded-words = tos hasil, geus hasil, tos tiasa lebet, geus bisa asup, alhamdulillah
choice-guide-failed = Teu acan hasil
choice-guide-failed-words = gagal, can bisa, teu acan tiasa, can hasil
choice-guide-later = Engké waé
choice-guide-later-words = engke wae, isukan wae, teu acan sempet
choice-guide-ask_me = Kenging
choice-guide-ask_me-words = muhun, mangga, meunang
choice-guide-do_not_ask = Teu kedah
choice-guide-do_not_ask-words = teu kudu, teu usah, ulah
choice-guide-kpj = KPJ teu kapendak
choice-guide-mismatch = Data teu cocog
choice-guide-nik = NIK teu kapendak
choice-guide-used = E-mail/HP tos dianggo
choice-guide-used-words = tos kadaptar, email geus dipake, nomer hp geus dipake
choice-guide-code = Kode teu lebet
choice-guide-code-words = kode teu asup, kode can asup, sms can asup
choice-guide-face = Poto raray gagal
choice-guide-closing = JMO nutup nyalira
choice-guide-closing-words = kaluar sorangan, mental, aplikasi kaluar sorangan
choice-guide-other = Masalah sanés
choice-guide-other-words = nu sanes, nu lain, teu aya
choice-guide-still = Gagal kénéh
choice-guide-still-words = tetep gagal, gagal keneh, teu bisa keneh, masih gagal

follow_up-how = Halo Kak, kamari urang nyobian daptar JMO. Tos hasil?
follow_up-how-help = TOS upami tos tiasa lebet. TEU ACAN supados urang teraskeun sasarengan. Saatos ieu kami moal naros deui.
follow_up-how-wrong = Waler TOS atanapi TEU ACAN nya, Kak.
follow_up-how-example = Contona, waler 2 kanggo neraskeun léngkahna.
follow_up-glad = { guide-finished }
follow_up-glad-help = { guide-finished-help }
follow_up-glad-wrong = { guide-finished-wrong }
follow_up-glad-example = { guide-finished-example }
choice-follow-done = Tos
choice-follow-done-words = tos hasil, geus, entos, parantos, tos tiasa, alhamdulillah
choice-follow-not_yet = Teu acan
choice-follow-not_yet-words = can, acan, can bisa, teu acan hasil, gagal, gagal keneh
choice-follow-stop = Teu kedah ditaroskeun

guide-ready-short = Urang masih di léngkah 1: KTP, nomer KPJ, e-mail, nomer HP, sareng aplikasi JMO. Tos siap sadayana?
guide-kind-short = Upami jinis kapesertaan tos dipilih di JMO, waler TERASKEUN, Kak.
guide-identifiers-short = Urang masih di léngkah 6: NIK, KPJ, nami, sareng tanggal lahir dieusian dina aplikasi, sanés dina chat ieu. Upami tos, waler TERASKEUN.
guide-noted-short = Upami badé nyobian deui, pilih { choice-guide-resume }.
guide-worker-pu = Upami digajih perusahaan, pilih Penerima Upah (PU), Kak.
guide-worker-bpu = Upami damel nyalira sareng mayar iuran nyalira, pilih Bukan Penerima Upah (BPU), Kak. Upami anu ngadaptarkeun perusahaan, pilih Penerima Upah (PU).
guide-worker-pmi = Upami damel di luar nagri, pilih Pekerja Migran (PMI), Kak.
guide-worker-builder = Pagawé proyék bangunan gaduh jinis nyalira (Jasa Konstruksi), Kak, sareng teu acan tangtos aya dina JMO. Upami teu aya, ketik PETUGAS. Upami digajih perusahaan, biasana Penerima Upah (PU).
guide-other_answer = Teu sawios, Kak. Upami pendaptaranana teu acan réngsé, uih deui dina aplikasi, teras pilih "Ya, Saya Sudah Daftar". Upami tos kabujeng réngsé, ulah mayar heula sateuacan naros ka salah sahiji ieu:
choice-guide-other_answer = Lepat milih
choice-guide-other_answer-words = salah pencet, salah pilih, lepat pencet, dipiwarang mayar
guide-other_answer-help = { guide-trouble-help }
guide-other_answer-wrong = { guide-trouble-wrong }
guide-other_answer-example = { guide-trouble-example }
guide-worker-which = { guide-kind-help }
