### Wangsulan cekak kangge pitakenan ing tengah obrolan. Isine namung saking fakta sing pareng diaturke.

answer-for-others = Nyuwun ngapunten Kak, supados aman nomer KPJ namung kula aturke teng sing gadhah. Tiyange saged chat saking HP-ne piyambak. Yen mboten saged, niki margine:
answer-safe = Sae menawi ngatos-atos, Kak. Layanan niki saking { $operator }. Data disimpen kekunci, namung kangge madosi KPJ. Kula mboten nate nyuwun tembung sandi, PIN, kode JMO, utawi arta.
answer-middleman = Mboten perlu calo, Kak. Ngurus nomer KPJ lan klaim niki gratis. Tembung sandi utawi kode JMO ampun diparingke teng sinten mawon.
answer-cost = Gratis, Kak. Madosi nomer KPJ wonten mriki mboten mbayar, nggih ngoten ugi ing BPJS Ketenagakerjaan.
answer-claim = Nyairke arta (klaim JHT) mboten lewat mriki, Kak. Niki lewat aplikasi JMO, Lapak Asik, utawi kantor cabang, lan gratis. Sing saged kula biyantu: nomer KPJ-ne rumiyin.
answer-balance = Saldo mboten saged ditingali wonten mriki, Kak. Saldo wonten ing aplikasi JMO. Daftar JMO perlu nomer KPJ, niki sing saged kula biyantu padosi.
answer-health = Niki benten, Kak. BPJS Kesehatan kangge berobat (13 angka). KPJ niku nomer BPJS Ketenagakerjaan (11 angka).
answer-how-long = Wonten mriki biasane namung sawetawis menit, Kak, waton datane cocok lan HP-ne sing kadhaftar.
answer-why-nik = Data niki kangge mesthekke nomer KPJ mboten dhawah teng tiyang sanes, Kak. Mboten diangge kangge prekawis sanes.
answer-where-nik = NIK niku 16 angka ing larik paling nginggil KTP, Kak. Ing Kartu Keluarga, NIK wonten ing larik nami piyambak-piyambak.
answer-who = Kula asisten otomatis (bot) saking { $operator }, Kak. Yen badhe matur kalih tiyang, ketik PETUGAS.
answer-what-kpj = KPJ niku nomer kartu BPJS Ketenagakerjaan, 11 angka. Nomer niki disuwun nalika daftar ing aplikasi JMO.
answer-without-kpj = Kangge akun JMO sing sepisanan, nomer KPJ disuwun, Kak. NIK mawon biasane dereng cekap. Dados ayo dipadosi rumiyin nomere.
answer-left-job = Nomer KPJ tetep berlaku sanajan sampun medal saking padamelan, Kak. Tetep saged diangge kangge JMO.
answer-employer = Papan nyambut damel sing mboten mbiyantu mboten dados alangan, Kak. Nomer KPJ saged ditakokke langsung teng call center utawi kantor cabang kanthi mbekta KTP.
answer-register = Daftar JMO perlu nomer KPJ, Kak. Ayo dipadosi rumiyin nomere, lajeng kula tuduhke carane daftar.
answer-account = Yen mboten saged mlebet JMO, cobi "Lupa Password" utawi "Lupa Akun" ing aplikasine, Kak. "Lupa Akun" nyuwun KPJ lan NIK. Nomer KPJ-ne saged kula biyantu padosi.
answer-data = Data sing benten dilereske lewat HRD utawi kantor cabang kanthi KTP asli lan KK, Kak. Yen KTP-ne sing klentu, teng Dukcapil rumiyin.
answer-thanks = Sami-sami, Kak.
answer-hello = Halo ugi, Kak.
answer-several = Nomere saged langkung saking setunggal yen papan damel enggal ndhaftarke panjenengan dados peserta enggal. Sing diangge nomer paling lami, lan saldone saged digabung ing JMO.
answer-recover = Inggih Kak, niki sing saweg kita lampahi.
