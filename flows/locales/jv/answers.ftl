### Wangsulan cekak kangge pitakenan ing tengah obrolan. Isine namung saking fakta sing pareng diaturke.

answer-for-others = Nyuwun ngapunten Kak, supados aman nomer KPJ namung kula aturke teng sing gadhah. Tiyange saged chat saking HP-ne piyambak. Yen mboten saged, niki margine:
answer-safe = Sae menawi ngatos-atos, Kak. Layanan niki saking { $operator }. Data disimpen kekunci, namung kangge madosi KPJ. Kula mboten nate nyuwun tembung sandi, PIN, kode JMO, utawi arta.
answer-middleman = Mboten perlu calo, Kak. Ngurus nomer KPJ lan klaim niki gratis. Tembung sandi utawi kode JMO ampun diparingke teng sinten mawon.
answer-cost = Gratis, Kak. Madosi nomer KPJ wonten mriki mboten mbayar, nggih ngoten ugi ing BPJS Ketenagakerjaan.
answer-claim = Nyairke JHT (tabungan hari tua) mboten lewat mriki, Kak. Niku lewat aplikasi JMO, Lapak Asik, utawi kantor cabang, lan gratis. Sasampune kendel nyambut damel wonten wekdal nengga setunggal wulan, lan perusahaan kedah sampun nglaporke.
answer-balance = Saldo mboten saged ditingali wonten mriki, Kak. Saldo wonten ing aplikasi JMO. Daftar JMO perlu nomer KPJ, niki sing saged kula biyantu padosi.
answer-health = Niki benten, Kak. BPJS Kesehatan kangge berobat (13 angka). KPJ niku nomer BPJS Ketenagakerjaan (11 angka). Bab berobat lan iurane ditakokke teng BPJS Kesehatan.
answer-how-long = Madosi nomer KPJ wonten mriki biasane namung sawetawis menit, Kak, waton datane cocok lan HP-ne sing kadhaftar.
answer-why-nik = Data niki kangge mesthekke nomer KPJ mboten dhawah teng tiyang sanes, Kak. Mboten diangge kangge prekawis sanes.
answer-where-nik = NIK niku 16 angka ing larik paling nginggil KTP, Kak. Ing Kartu Keluarga, NIK wonten ing larik nami piyambak-piyambak.
answer-who = Kula asisten otomatis (bot) saking { $operator }, Kak. Yen badhe matur kalih tiyang, ketik PETUGAS.
answer-what-kpj = KPJ niku nomer kartu BPJS Ketenagakerjaan, 11 angka. Nomer niki disuwun nalika daftar ing aplikasi JMO.
answer-without-kpj = Kangge akun JMO sing sepisanan, nomer KPJ disuwun, Kak. NIK mawon biasane dereng cekap. Dados ayo dipadosi rumiyin nomere.
answer-left-job = Nomer KPJ tetep berlaku sanajan sampun medal saking padamelan, Kak. Tetep saged diangge kangge JMO.
answer-employer = Papan nyambut damel sing mboten mbiyantu mboten dados alangan, Kak. Nomer KPJ saged ditakokke langsung teng call center utawi kantor cabang kanthi mbekta KTP.
answer-register = Daftar JMO perlu nomer KPJ, Kak. Ayo dipadosi rumiyin nomere, lajeng kula tuduhke carane daftar.
answer-account = Yen mboten saged mlebet JMO, cobi "Lupa Password" utawi "Lupa Akun" ing aplikasine, Kak. "Lupa Akun" nyuwun KPJ lan NIK. Nomer KPJ-ne saged kula biyantu padosi.
answer-data = Data sing benten dilereske lewat HRD utawi kantor cabang kanthi KTP asli lan KK (Kartu Keluarga), Kak. Yen KTP-ne sing klentu, teng Dukcapil rumiyin.
answer-thanks = Sami-sami, Kak.
answer-unsolved = Nyuwun pangapunten dereng kasil. Kita terusaken: monggo dipunwangsuli pitakenan ing ngandhap niki, utawi serat punapa ingkang medal. Menawi badhe wicanten kaliyan tiyang, ketik PETUGAS.
answer-hello = Halo ugi, Kak.
answer-several = Nomere saged langkung saking setunggal yen papan damel enggal ndhaftarke panjenengan dados peserta enggal. Sing diangge nomer paling lami, lan saldone saged digabung ing JMO.
answer-heirs = Nderek belasungkawa, Kak. Nomer peserta sing sampun sedo mboten kula sukakaken wonten chat. Tangletaken rumiyin serat sing kedah dibekta ahli warise, lewat salah setunggal niki:
answer-upset = Nyuwun ngapunten sampun damel anyel, Kak. Kula namung bot, dereng paham sedayanipun.
answer-paklaring = Paklaring niku serat pengalaman kerja saking perusahaan, Kak. Menawi mboten wonten, klaim JHT saged ngangge slip gaji, kartu pegawai, utawi bukti kerja liyane. Kangge urusan sanes, tangletaken rumiyin teng kantor cabang.
answer-glad = Sokur, Kak.
answer-email = JMO nyuwun e-mail piyambak, Kak: kodene dikirim mrika, lan mangke diangge mlebet. Yen dereng gadhah, damel rumiyin e-maile. E-mail kantor saene ampun, amargi mboten tumut yen pindhah nyambut damel.
answer-who-2 = Kula sanes BPJS Ketenagakerjaan. Kontak resmine wonten ing menu "Kantor & kontak resmi".
answer-claim-part = Yen taksih nyambut damel, JHT saged dipendhet sebagian, Kak: 10 persen kangge kabetahan sanes utawi 30 persen kangge griya, sasampune paling sekedhik 10 taun dados peserta. Niku miturut kabar, dados tangletaken rumiyin teng call center utawi kantor cabang.
answer-other-card = KPJ ing mriki nomer kartu BPJS Ketenagakerjaan (11 angka), Kak. Kartu sanes, kados Kartu Jakarta Pintar utawi Kartu Pekerja Jakarta, mboten saged kula biyantu wonten mriki.
answer-wait = Mangga Kak, kula tengga. Mboten sah kesesa.
answer-recover = Inggih Kak, niki sing saweg kita lampahi.
answer-how-long-2 = • Call center { $call_centre }: biasane sawetawis menit dumugi jam
answer-how-long-3 = • E-mail { $email }: kirang langkung { $email_days } dinten kerja
answer-how-long-4 = • Kantor cabang: biasane dinten niku ugi
answer-claim-limit = Lewat aplikasi JMO, klaim JHT saged kangge saldo dumugi { $jmo_limit }, Kak, kangge sing sampun kendel nyambut damel. Langkung saking niku lewat Lapak Asik utawi kantor cabang. Sedaya gratis.
answer-need-kpj = Nomer KPJ disuwun nalika damel akun JMO sing sepisanan, ugi kangge "Lupa Akun". Yen sampun gadhah akun, mlebete ngangge e-mail lan tembung sandi, lan nomere katon ing Kartu Digital.
answer-lost-card =
    Kartu ical mboten ngicalke kepesertaan, Kak. Kartu fisik ugi mboten wajib: kartu digitale saged diunduh ing JMO.
    Yen kersa dicithak malih ing kantor cabang, bekta KTP, KK, lan bukti nate nyambut damel. Kantor cabang badhe ngendika yen perlu surat kehilangan saking polisi.
answer-jmo = Ing aplikasi JMO (Jamsostek Mobile), panjenengan saged mirsani saldo JHT, riwayat iuran, lan kartu digital. Saged ugi klaim JHT, ngenggalke data, madosi kantor cabang, lan ngaturke wadulan.
answer-hours = Jam kantor cabang saged benten-benten, Kak. Saene dicek rumiyin ing aplikasi JMO utawi taken call center.
answer-hours-2 = • Call center { $call_centre }: { $call_centre_hours }
answer-hours-3 = • { $operator }: { $contact }
answer-not-enrolled = Saben perusahaan wajib ndhaftarke pekerjane, Kak. Supados mesthi, takenke teng HRD mawi seratan, teng call center, utawi teng kantor cabang mbekta KTP.
answer-tips =
    Supados nomere aman, Kak:
    • Foto kartune lan simpen nomere ing papan aman, sanes ing grup utawi media sosial.
    • Enggal daftar JMO ngangge e-mail lan nomer HP piyambak.
    • Pindhah damelan? Paringke nomer lami teng HRD sing enggal, lan nyuwun surat pengalaman kerja (paklaring).
    • Cek iuran ing JMO saben wulan, lan uripke notifikasine.
answer-what-now = Mboten napa-napa, Kak, ayo dilajengke alon-alon.
answer-cannot-read = Mboten napa-napa, Kak. Yen angel maos utawi ngetik, saged dibiyantu keluarga sing dipercados, utawi matur langsung mawon.
answer-gave-code = Yen kode utawi tembung sandi JMO kebacut diparingke teng tiyang sanes, Kak: enggal damel tembung sandi enggal lewat "Lupa Password" ing JMO, ampun maringke kode malih, lajeng lapor.
answer-source = Data sing panjenengan serat dicocokke kalih daftar anggota ing { $operator }, Kak. Sing disimpen saking chat niki saged ditingali: ketik DATA PRIBADI SAYA. Kangge mbusak: ketik HAPUS DATA SAYA.
answer-subsidy = Bantuan kados BSU (subsidi upah) utawi Prakerja mboten diurus wonten mriki, Kak, lan jadwale mboten kula mangertosi. Ngatos-atos, wonten kaca palsu sing nyuwun data pribadi.
answer-subsidy-2 = Bab BSU saged ditakokke teng call center { $call_centre }.
answer-claim-papers = Kangge klaim JHT biasane disuwun KTP, KK, kartu BPJS Ketenagakerjaan, lan paklaring utawi bukti kerja liyane, Kak. Kadhang ugi NPWP. Kepesertaane sampun mboten aktif, lan ing JMO datane sampun dienggalke lewat "Pengkinian Data". Sedaya gratis.
answer-new-phone = Nomer HP, e-mail, utawi alamat sing gantos diganti ing JMO ("Profil Saya", lajeng "Ubah Profil"), utawi ing kantor cabang kanthi KTP asli, Kak. Lewat chat niki mboten saged.
answer-outside = Nyuwun ngapunten Kak, niku kadose sanes ingkang saged kula biyantu. Kula mbiyantu bab nomer KPJ, daftar JMO, lan data BPJS Ketenagakerjaan.
answer-outside-2 = Bab BPJS Ketenagakerjaan sanese saged ditakokke teng call center { $call_centre }.
answer-accident = Mugi enggal waras, Kak. Bab kacilakan kerja dereng saged kula jelaske wonten mriki. Ngendikaa teng papan damele, lan takokke enggal lewat salah setunggal niki:
answer-self-employed = Karyawan didaftarke papan damele, Kak, mboten saged daftar piyambak. Sing nyambut damel piyambak mbayar iurane piyambak. Bab cara daftar lan iurane, takokke teng kantor cabang.
answer-self-employed-2 = Saged ugi teng call center { $call_centre }.
answer-builder = { guide-worker-builder }
