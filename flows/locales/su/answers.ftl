### Waleran pondok pikeun patarosan di tengah obrolan. Eusina ngan tina fakta anu kenging ditepikeun.

answer-for-others = Hapunten Kak, supados aman nomer KPJ mung dipasihkeun ka nu gaduhna. Jalmina tiasa chat tina HP-na nyalira. Upami teu tiasa, ieu jalanna:
answer-safe = Sae upami ati-ati, Kak. Layanan ieu ti { $operator }. Data disimpen dikonci, mung kanggo milarian KPJ. Kami teu kantos nyuhunkeun kecap sandi, PIN, kode JMO, atanapi artos.
answer-middleman = Teu kedah nganggo calo, Kak. Ngurus nomer KPJ sareng klaim mah gratis. Kecap sandi atanapi kode JMO ulah dipasihkeun ka saha waé.
answer-cost = Gratis, Kak. Milarian nomer KPJ di dieu teu mayar, kitu deui di BPJS Ketenagakerjaan.
answer-claim = Nyairkeun JHT (tabungan hari tua) mah sanés di dieu, Kak. Éta mah dina aplikasi JMO, Lapak Asik, atanapi kantor cabang, sareng gratis. Saatos liren damel aya waktos ngantosan hiji sasih, sareng perusahaan kedah tos ngalaporkeun.
answer-balance = Saldo teu tiasa ditingali di dieu, Kak. Saldo aya dina aplikasi JMO. Daptar JMO peryogi nomer KPJ, éta anu tiasa dibantos milarianana.
answer-health = Éta mah bénten, Kak. BPJS Kesehatan kanggo berobat (13 angka). KPJ mah nomer BPJS Ketenagakerjaan (11 angka). Perkawis berobat sareng iuranana taroskeun ka BPJS Kesehatan.
answer-how-long = Milarian nomer KPJ di dieu biasana mung sababaraha menit, Kak, asal datana cocog sareng HP-na anu kadaptar.
answer-why-nik = Data éta kanggo mastikeun nomer KPJ teu murag ka jalmi sanés, Kak. Teu dianggo kanggo nu sanés.
answer-where-nik = NIK téh 16 angka dina jajaran pangluhurna KTP, Kak. Dina Kartu Keluarga, NIK aya dina jajaran nami masing-masing.
answer-who = Abdi asisten otomatis (bot) ti { $operator }, Kak. Upami badé nyarios sareng jalmi, ketik PETUGAS.
answer-what-kpj = KPJ téh nomer kartu BPJS Ketenagakerjaan, 11 angka. Nomer ieu dipénta nalika daptar dina aplikasi JMO.
answer-without-kpj = Kanggo akun JMO anu munggaran, nomer KPJ dipénta, Kak. NIK hungkul biasana teu acan cekap. Janten urang milarian heula nomerna.
answer-left-job = Nomer KPJ tetep lumaku sanaos tos kaluar ti padamelan, Kak. Tetep tiasa dianggo kanggo JMO.
answer-employer = Tempat damel anu teu ngabantos sanés halangan, Kak. Nomer KPJ tiasa ditaroskeun langsung ka call center atanapi kantor cabang, candak KTP.
answer-register = Daptar JMO peryogi nomer KPJ, Kak. Urang milarian heula nomerna, teras ku abdi ditémbongkeun léngkah daptarna.
answer-account = Upami teu tiasa lebet JMO, cobi "Lupa Password" atanapi "Lupa Akun" dina aplikasina, Kak. "Lupa Akun" nyuhunkeun KPJ sareng NIK. Nomer KPJ-na tiasa dibantos milarianana.
answer-data = Data anu bénten dileréskeun ka HRD atanapi kantor cabang nganggo KTP asli sareng KK (Kartu Keluarga), Kak. Upami KTP-na nu lepat, ka Dukcapil heula.
answer-thanks = Sami-sami, Kak.
answer-unsolved = Hapunten teu acan hasil. Urang teraskeun: waler patarosan di handap ieu, atanapi serat naon anu muncul. Kanggo nyarios sareng jalmi, ketik PETUGAS.
answer-hello = Halo ogé, Kak.
answer-several = Nomerna tiasa langkung ti hiji upami tempat damel énggal ngadaptarkeun Kakak janten peserta énggal. Anu dianggo nomer pangheubeulna, sareng saldona tiasa dihijikeun dina JMO.
answer-heirs = Ngiring bela sungkawa, Kak. Nomer peserta anu tos pupus teu dipasihkeun dina chat. Taroskeun heula serat anu kedah dicandak ku ahli warisna, ngalangkungan salah sahiji ieu:
answer-upset = Hapunten tos ngadamel keuheul, Kak. Abdi mung bot, teu acan ngartos sadayana.
answer-paklaring = Paklaring téh serat pangalaman damel ti perusahaan, Kak. Upami teu aya, klaim JHT tiasa nganggo slip gajih, kartu pagawé, atanapi bukti damel anu sanés. Kanggo urusan sanés, taroskeun heula ka kantor cabang.
answer-glad = Syukur, Kak.
answer-email = JMO menta e-mail nyalira, Kak: kodena dikintun ka dinya, sareng engké dianggo lebet. Upami teu acan gaduh, damel heula e-mailna. E-mail kantor saéna ulah, margi teu ngiring upami ngalih damel.
answer-who-2 = Abdi sanés BPJS Ketenagakerjaan. Kontak resmina aya dina menu "Kantor & kontak resmi".
answer-claim-part = Upami masih damel, JHT tiasa dicandak sabagian, Kak: 10 persén kanggo kaperyogian sanés atanapi 30 persén kanggo bumi, saatos sahenteuna 10 taun janten peserta. Éta numutkeun béja, janten taroskeun heula ka call center atanapi kantor cabang.
answer-other-card = KPJ di dieu téh nomer kartu BPJS Ketenagakerjaan (11 angka), Kak. Kartu sanés, sapertos Kartu Jakarta Pintar atanapi Kartu Pekerja Jakarta, teu tiasa dibantos di dieu.
answer-wait = Mangga, Kak, ku abdi diantosan. Teu kedah rurusuhan.
answer-recover = Muhun Kak, éta anu nuju dipidamel ayeuna.
answer-how-long-2 = • Call center { $call_centre }: biasana sababaraha menit dugi ka jam
answer-how-long-3 = • E-mail { $email }: kirang langkung { $email_days } dinten damel
answer-how-long-4 = • Kantor cabang: biasana dinten éta kénéh
answer-claim-limit = Dina aplikasi JMO, klaim JHT tiasa kanggo saldo dugi ka { $jmo_limit }, Kak, kanggo anu tos liren damel. Langkung ti éta dina Lapak Asik atanapi kantor cabang. Sadayana gratis.
answer-need-kpj = Nomer KPJ dipénta nalika ngadamel akun JMO anu munggaran, ogé kanggo "Lupa Akun". Upami tos gaduh akun, lebetna nganggo e-mail sareng kecap sandi, sareng nomerna katingali dina Kartu Digital.
answer-lost-card =
    Kartu ical teu ngicalkeun kapesertaan, Kak. Kartu fisik ogé teu wajib: kartu digitalna tiasa diundeur di JMO.
    Upami badé dicitak deui di kantor cabang, candak KTP, KK, sareng bukti kantos damel. Kantor cabang bakal ngawartosan upami peryogi surat kehilangan ti pulisi.
answer-jmo = Dina aplikasi JMO (Jamsostek Mobile), Kakak tiasa ningali saldo JHT, riwayat iuran, sareng kartu digital. Tiasa ogé klaim JHT, ngénggalkeun data, milarian kantor cabang, sareng nepikeun pangaduan.
answer-hours = Jam kantor cabang tiasa bénten-bénten, Kak. Saéna cék heula dina aplikasi JMO atanapi taros call center.
answer-hours-2 = • Call center { $call_centre }: { $call_centre_hours }
answer-hours-3 = • { $operator }: { $contact }
answer-not-enrolled = Unggal perusahaan wajib ngadaptarkeun pagawéna, Kak. Kanggo mastikeun, taroskeun ka HRD ku seratan, ka call center, atanapi ka kantor cabang candak KTP.
answer-tips =
    Supados nomerna aman, Kak:
    • Poto kartuna sareng simpen nomerna di tempat aman, sanés di grup atanapi média sosial.
    • Énggal-énggal daptar JMO nganggo e-mail sareng nomer HP nyalira.
    • Ngalih damel? Pasihkeun nomer heubeul ka HRD nu énggal, sareng pénta surat pengalaman kerja (paklaring).
    • Cék iuran di JMO unggal sasih, sareng hurungkeun notifikasina.
answer-what-now = Teu sawios, Kak, urang teraskeun lalaunan.
answer-cannot-read = Teu sawios, Kak. Upami sesah maca atanapi ngetik, tiasa dibantos ku kulawarga anu dipercanten, atanapi nyarios langsung waé.
answer-gave-code = Upami kode atanapi kecap sandi JMO katalanjuran dipasihkeun ka jalmi sanés, Kak: énggal damel kecap sandi énggal ngalangkungan "Lupa Password" dina JMO, ulah masihan kode deui, teras laporkeun.
answer-source = Data anu ditulis ku Kakak dicocogkeun sareng daptar anggota di { $operator }, Kak. Anu disimpen tina chat ieu tiasa ditingali: ketik DATA PRIBADI SAYA. Kanggo mupus: ketik HAPUS DATA SAYA.
answer-subsidy = Bantosan sapertos BSU (subsidi upah) atanapi Prakerja teu diurus di dieu, Kak, sareng jadwalna abdi teu uninga. Ati-ati, aya kaca palsu anu menta data pribadi.
answer-subsidy-2 = Perkawis BSU tiasa ditaroskeun ka call center { $call_centre }.
answer-claim-papers = Kanggo klaim JHT biasana dipénta KTP, KK, kartu BPJS Ketenagakerjaan, sareng paklaring atanapi bukti damel anu sanés, Kak. Sakapeung ogé NPWP. Kapesertaanana tos teu aktip, sareng dina JMO datana tos diénggalan ngalangkungan "Pengkinian Data". Sadayana gratis.
answer-new-phone = Nomer HP, e-mail, atanapi alamat anu robih digentos dina JMO ("Profil Saya", teras "Ubah Profil"), atanapi di kantor cabang nganggo KTP asli, Kak. Dina chat ieu teu tiasa.
answer-outside = Hapunten Kak, éta sigana di luar anu tiasa dibantos. Abdi ngabantos perkawis nomer KPJ, daptar JMO, sareng data BPJS Ketenagakerjaan.
answer-outside-2 = Perkawis BPJS Ketenagakerjaan anu sanés tiasa ditaroskeun ka call center { $call_centre }.
answer-accident = Mugia énggal damang, Kak. Perkawis kacilakaan damel teu acan tiasa dijelaskeun di dieu. Wartosan tempat damelna, sareng taroskeun énggal-énggal ngalangkungan salah sahiji ieu:
answer-self-employed = Karyawan didaptarkeun ku tempat damelna, Kak, teu tiasa daptar nyalira. Anu damel nyalira mayar iuranana nyalira. Perkawis cara daptar sareng iuranana, taroskeun ka kantor cabang.
answer-self-employed-2 = Tiasa ogé ka call center { $call_centre }.
answer-builder = { guide-worker-builder }
