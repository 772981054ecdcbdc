identity-consent =
    Kanggo milarian nomer KPJ, { $operator } peryogi NIK Kakak (16 angka dina KTP), sareng upami perlu nami, tanggal lahir, katut nomer HP.
    Gunana mung kanggo mastikeun ieu leres Kakak. Waleran anu teu acan réngsé dihapus paling lami { $forget_hours } jam.
    Iraha waé tiasa ngetik HAPUS DATA SAYA.
    Naha Kakak satuju?
identity-consent-help = Idin ieu peryogi kumargi NIK sareng nomer KPJ téh data pribadi. SATUJU hartosna urang teras. HENTEU hartosna moal aya data anu ditaroskeun, sareng ditémbongkeun cara sanés.
identity-consent-wrong = Waler SATUJU kanggo neraskeun, atanapi HENTEU upami teu kersa.
identity-consent-example = Contona, waler angka 1 upami satuju.
identity-contact = Supados nomerna teu dicandak ku batur, pencét tombol "{ identity-contact-button }" di handap, Kak. Upami HP ieu anu kadaptar, prosésna janten singget.
identity-contact-button = Bagikan kontak saya
identity-contact-help = Tombol éta ngintun nomer HP akun Telegram ieu. Gunana kanggo nyocogkeun sareng nomer HP anu kadaptar. Tiasa diliwat ku mencét LIWAT.
identity-contact-wrong = Pencét tombol "{ identity-contact-button }" di handap, atanapi waler LIWAT.
identity-contact-wrong-is-phone = Nomer anu diketik teu tiasa janten bukti, kumargi saha waé tiasa ngetikna.
identity-contact-example = Upami tombolna teu katingali, pencét gambar kotak alit di gigireun tempat nyerat. Atanapi waler 1 kanggo ngaliwat.
identity-nik = Mangga ketik NIK Kakak: 16 angka dina KTP.
identity-nik-help = NIK téh 16 angka di bagian luhur KTP. Sanés nomer KK (Kartu Keluarga), sanés nomer kartu BPJS. Dianggo kanggo milarian data Kakak dina daptar anggota.
identity-nik-wrong = Anu diperyogikeun NIK: 16 angka dina KTP, tanpa hurup.
identity-nik-wrong-nik-short = Éta nembé { $count } angka, sigana aya nu kirang.
identity-nik-wrong-nik-long = Éta { $count } angka, sigana kaleuwihan.
identity-nik-wrong-kpj = Éta 11 angka, sigana tos nomer KPJ. Upami éta nomer Kakak, nomerna tiasa langsung dianggo daptar JMO.
identity-nik-wrong-phone = Éta sigana nomer HP.
identity-nik-wrong-bpjs-kesehatan = Éta sigana nomer BPJS Kesehatan (13 angka).
identity-nik-wrong-date = Éta sigana tanggal.
identity-nik-wrong-other = Éta { $count } angka, teu acan sapertos NIK.
identity-nik-example = Conto wujudna: 9971011708900001. Tingali angka panjang dina jajaran pangluhurna KTP, teras ketik sadayana.
identity-kk_check = Angka éta langkung mirip nomer KK (Kartu Keluarga), Kak. NIK aya dina KTP. Naha nu tadi leres NIK Kakak?
identity-kk_check-help = Nomer KK aya di bagian luhur Kartu Keluarga sareng sami kanggo sakulawarga. NIK aya dina KTP sareng bénten kanggo unggal jalmi.
identity-kk_check-wrong = Waler MUHUN upami éta leres NIK Kakak, atanapi ketik NIK tina KTP (16 angka).
identity-kk_check-wrong-nik-short = Éta nembé { $count } angka, sigana aya nu kirang.
identity-kk_check-wrong-nik-long = Éta { $count } angka, sigana kaleuwihan.
identity-kk_check-example = Contona, waler 2 kanggo ngetik NIK deui.
identity-name = Saha nami lengkep Kakak, sapertos dina KTP?
identity-name-help = Serat nami lengkep sakumaha KTP. Hurup ageung atanapi alit teu nanaon, gelar teu kedah.
identity-name-wrong = Serat nami lengkep sapertos dina KTP, ku hurup waé.
identity-name-wrong-digits = Di dinya aya angka atanapi tanda anu biasana teu aya dina nami.
identity-name-wrong-length = Éta sigana teu acan nami lengkep.
identity-name-example = Contona: Rukmini Contohwati.
identity-birth_date = Iraha tanggal lahir Kakak? Tanggal, sasih, sareng taun.
identity-birth_date-month = Teras sasih lahirna?
identity-birth_date-year = Kantun taunna. Opat angka, contona 1990.
identity-birth_date-help = Serat tanggal lahir sapertos dina KTP, mimiti tina tanggalna. Dianggo kanggo mastikeun data anu dipilari leres kagungan Kakak.
identity-birth_date-wrong = Serat tanggal, sasih, sareng taun lahir, contona 17 Agustus 1990.
identity-birth_date-wrong-unclear = Tanggal éta teu acan tiasa diaos, atanapi teu aya dina kalénder.
identity-birth_date-example = Tiasa ogé ku angka: 17-08-1990. Tanggal heula, teras sasih, teras taun.
identity-date_check = Tanggal éta bénten sareng anu aya dina NIK, Kak. Tiasa waé memang kitu. Naha tos leres sakumaha KTP?
identity-date_check-help = Angka ka-7 dugi ka ka-12 dina NIK biasana tanggal lahir. Upami dina KTP memang bénten, waler TOS LERES.
identity-date_check-wrong = Waler TOS LERES, atanapi ketik tanggal lahir sakali deui.
identity-date_check-wrong-unclear = Tanggal éta teu acan tiasa diaos, atanapi teu aya dina kalénder.
identity-date_check-example = Contona, waler 1 upami tanggalna tos leres.
identity-mother = Saha nami ibu kandung Kakak?
identity-mother-help = Nami ibu kandung sapertos dina Kartu Keluarga. Dianggo kanggo patarosan kaamanan tambihan.
identity-mother-wrong = Serat nami ibu kandung, ku hurup waé.
identity-mother-wrong-digits = Di dinya aya angka atanapi tanda anu biasana teu aya dina nami.
identity-mother-wrong-length = Éta sigana teu acan nami lengkep.
identity-mother-example = Contona: Sulastri Contohwati.
identity-away = Hapunten Kak, daptar anggota nuju teu tiasa dibuka. Waleran Kakak teu ical: ku abdi dicobian deui, teras diwartosan di dieu.
identity-away-help = Abdi nyobian deui sacara otomatis. Kakak tiasa nutup chat ieu. Upami enggal-enggalan, pilih NYARIOS SARENG JALMI.
identity-away-wrong = Daptarna teu acan tiasa dibuka kénéh, Kak. Diwartosan upami tos tiasa.
identity-away-example = Upami teu kersa ngantosan, waler 1 kanggo nyarios sareng jalmi.

identity-found = Datana kapendak, Kak. Tungtung nomerna: { $last }.
identity-code = Upami datana cocog, kode 6 angka tos dikintun ku SMS atanapi WhatsApp ka nomer HP anu kadaptar. Ketik kodena di dieu. Lumaku 5 menit.
identity-code-help = Kode mung dikintun ka nomer HP anu kacatet dina data, sanés ka nomer anu diketik di dieu. Upami 1 menit teu acan aya, pilih KINTUN DEUI. Upami nomerna tos teu dianggo, pilih TEU AYA KODE.
identity-code-wrong = Ketik 6 angka tina pesen éta, atanapi pilih salah sahiji di handap.
identity-code-wrong-digits = Éta { $count } angka, kodena 6 angka.
identity-code-example = Conto wujudna: 048151. Tiasa ogé salin sadaya pesenna ka dieu.
sms-code = { $code } téh kode Teman KPJ ti { $operator }. Lumaku 5 menit. Ketik mung dina chat anu dimimitian ku Kakak nyalira, ulah dipasihkeun ka saha waé.
code-wrong = Kodena teu acan cocog. Cobi tingali deui.
code-again = Upami datana cocog, kode énggal dikintun ka nomer HP anu kadaptar. Antawis kode sahenteuna 1 menit.
code-unchecked = Hapunten Kak, kodena teu acan tiasa dicék ayeuna. Cobi ketik sakali deui.

choice-code-again = Kintun deui
choice-code-again-words = kirim deui, menta kode deui, teu acan lebet, can asup, kode can asup
choice-code-none = Teu aya kode
choice-code-none-words = teu meunang kode, teu kenging kode, nomerna tos paeh, nomer heubeul, hp leungit
choice-consent-yes = Satuju
choice-consent-yes-words = abdi satuju, urang satuju, muhun satuju, muhun, mangga, sumangga
choice-consent-no = Henteu
choice-consent-no-words = henteu satuju, teu satuju, teu kersa, alim, embung, moal
choice-contact-skip = Liwat
choice-contact-skip-words = liwatan, liwatkeun, teu kedah, teu kudu, engke wae
choice-nik-keep = Muhun, éta NIK abdi
choice-nik-again = Ketik NIK deui
choice-date-keep = Tos leres
choice-date-keep-words = leres, luyu sareng ktp, geus bener
choice-date-again = Ketik tanggal deui

identity-name-wrong-sentence = Éta sigana kalimah, teu acan nami. Kanggo ngagentos waleran sateuacanna, ketik KEMBALI.
identity-name-wrong-script = Aksarana teu acan tiasa diaos. Mangga nganggo aksara Latin sapertos dina KTP.
identity-mother-wrong-sentence = Éta sigana kalimah, teu acan nami. Kanggo ngagentos waleran sateuacanna, ketik KEMBALI.
identity-mother-wrong-script = Aksarana teu acan tiasa diaos. Mangga nganggo aksara Latin.

## Langkung pondok, upami patarosanana sumping deui saatos nu sanés
identity-consent-short = Janten, naha Kakak satuju datana dianggo kanggo milarian nomer KPJ?
identity-contact-short = Urang teraskeun: pencét tombol "{ identity-contact-button }" di handap, atanapi waler LIWAT.
identity-code-short = Ketik kode 6 angka tina SMS atanapi WhatsApp éta di dieu.
wrong-nik-again = NIK-na tos katampi, Kak.
identity-away-short = { identity-away-wrong }
