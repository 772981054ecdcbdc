recovery-one = Kapendak, Kak. Ieu nomer KPJ Kakak:
recovery-several = Kapendak, Kak. Aya { $count } nomer atas nami Kakak:
recovery-inactive = Status teu aktif hartosna tos teu damel di ditu. Nomerna tetep lumaku sareng tetep tiasa dianggo di JMO.
recovery-one-close = Catet 11 angkana, Kak, sareng ulah dibagikeun ka batur. Badé teras ka mana?
recovery-several-close = Anu dianggo nomer pangheubeulna, nyaéta nomer 1. Badé teras ka mana, Kak?
recovery-shown = Nomer KPJ tos dikintun di luhur, Kak. Badé teras ka mana?
recovery-shown-help = Pilih LÉNGKAH DI JMO kanggo cara daptar, CARA NYIMPEN kanggo tips aman, atanapi MENU upami tos cekap.
recovery-shown-wrong = Abdi teu acan ngartos maksadna. Mangga pilih salah sahiji.
recovery-shown-example = Contona, waler 1 kanggo ningali léngkah di JMO.

recovery-none = Data Kakak aya, mung teu acan aya nomer KPJ anu kacatet di { $operator }. Tiasa waé tempat damel teu acan ngadaptarkeun, atanapi datana teu acan lebet. Cobi taroskeun ka HRD, atanapi nyarios sareng jalmi.
recovery-none-help = Taroskeun ka HRD: "Apakah saya sudah didaftarkan di BPJS Ketenagakerjaan, dan berapa nomor pesertanya?"
recovery-none-wrong = Mangga pilih salah sahiji, atanapi ketik MENU.
recovery-none-example = Contona, waler 1 kanggo cara nyarios sareng jalmi.

recovery-hidden = Pesen eusi nomer KPJ tos ditarik tina chat ieu, Kak.
recovery-hidden-help = Nomer tiasa ditémbongkeun deui iraha waé. Panginten engké data kedah dicék deui.
recovery-hidden-wrong = Pilih TÉMBONGKEUN DEUI upami peryogi nomerna, atanapi MENU.
recovery-hidden-example = Contona, waler 1 kanggo némbongkeun nomer deui.

recovery-keep-help = Nomer KPJ tetep lumaku sanaos ngalih damel, janten simpen saé-saé.
recovery-keep-wrong = Mangga pilih salah sahiji, atanapi ketik MENU.
recovery-keep-example = Contona, waler 1 kanggo ningali nomer deui.

recovery-which =
    Naha aya sababaraha nomer? Biasana kumargi tempat damel énggal ngadaptarkeun Kakak janten peserta énggal.
    Anu disimpen nyaéta nomer pangheubeulna.
    Saldona tiasa dihijikeun di JMO dina "Pengkinian Data": pastikeun nomer anu katémbong téh nomer nu munggaran.
    Upami teu tiasa di JMO: ka HRD candak sadaya kartu, KTP, sareng surat pengalaman kerja (paklaring), atanapi ka kantor cabang.
recovery-which-help = Ngahijikeun nomer teu mayar. Upami aya nu nawiskeun jasa, teu kedah.
recovery-which-wrong = Mangga pilih salah sahiji, atanapi ketik MENU.
recovery-which-example = Contona, waler 1 kanggo ningali nomer deui.

recovery-away = Hapunten Kak, nomerna nuju teu tiasa dicandak. Ku abdi dicobian deui sakedap deui teras langsung dikintun di dieu.
recovery-away-help = Abdi nyobian deui sacara otomatis. Kakak tiasa nutup chat ieu.
recovery-away-wrong = Teu acan tiasa dicandak kénéh. Diwartosan upami tos tiasa.
recovery-away-example = Upami teu kersa ngantosan, waler 1 kanggo nyarios sareng jalmi.

recovery-not_confirmed =
    Hapunten Kak, datana teu acan tiasa dipastikeun, janten nomerna teu acan tiasa dipasihkeun di dieu.
    Cobi cék: naha éta NIK (sanés nomer KK), namina sapertos dina KTP, sareng chat ieu tina nomer HP anu kadaptar?
    Ieu jalan anu tiasa dicobian:
recovery-not_confirmed-help = COBI DEUI kanggo ngulang ti NIK. CARA SANÉS kanggo kenging nomer tanpa chat ieu. Nu sanésna nerangkeun sabab anu sering kajantenan.
recovery-not_confirmed-wrong = Mangga pilih salah sahiji di handap.
recovery-not_confirmed-example = Contona, waler angka di payuneun pilihan anu dimaksad.

recovery-locked = Supados aman, milarianana ditutup heula. Cobi deui kirang langkung { $minutes } menit deui. Patarosan umum sareng cara sanés tetep tiasa.
recovery-locked-hours = Supados aman, milarianana ditutup heula. Cobi deui kirang langkung { $hours } jam deui. Patarosan umum sareng cara sanés tetep tiasa.
recovery-locked-help = Seueur teuing data anu teu acan cocog, janten milarianana liren heula supados teu aya batur anu nyobi-nyobi. Saatos éta tiasa dicobian deui.
recovery-locked-wrong = Mangga pilih salah sahiji, atanapi ketik MENU.
recovery-locked-example = Contona, waler 1 kanggo cara sanés kenging nomer.

recovery-ways = Cara sanés kenging nomer KPJ, sadayana tanpa calo:
recovery-ways-help = Anu pangénggalna biasana HRD. Upami teu tiasa, call center atanapi kantor cabang candak KTP.
recovery-ways-wrong = Mangga pilih salah sahiji, atanapi ketik MENU.
recovery-ways-example = Contona, waler 2 kanggo uih deui ka menu.

recovery-declined = Teu nanaon, Kak. Teu aya data anu disimpen. Nomer KPJ ogé tiasa kenging ti:
recovery-declined-help = Upami robih pikiran, pilih TERAS NGANGGO DATA. Idin ditaroskeun deui sateuacan data dianggo.
recovery-declined-wrong = Mangga pilih salah sahiji, atanapi ketik MENU.
recovery-declined-example = Contona, waler 2 kanggo uih deui ka menu.

choice-recovery-next = Léngkah di JMO
choice-recovery-next-words = daptar jmo, cara daptar jmo, kumaha daptar, léngkah salajengna, teras
choice-recovery-which = Naha aya sababaraha?
choice-recovery-which-words = naha aya dua, nganggo nu mana, make nu mana, gabung saldo
choice-recovery-keep = Cara nyimpen
choice-recovery-keep-words = kumaha nyimpenna, nyimpen nomer
choice-recovery-hide = Sumputkeun nomer
choice-recovery-hide-words = sumputkeun, tutup nomer, hapus pesen
choice-recovery-show = Témbongkeun deui
choice-recovery-show-words = tingali deui, ningali nomer, nomerna deui
choice-recovery-again = Cobi deui
choice-recovery-again-words = coba deui, sakali deui, ulang ti nik
choice-recovery-not_enrolled = Teu acan didaptarkeun?
choice-recovery-differs = Data bénten?
choice-recovery-records = Kantos ngalih damel?
choice-recovery-ways = Cara sanés
choice-recovery-ways-words = cara lain, cara sejen, jalan sejen
choice-recovery-rethink = Teras nganggo data
choice-recovery-rethink-words = satuju, janten, teras, robih pikiran
recovery-away-short = { recovery-away-wrong }
