### Ukara sing berlaku ing pundi mawon. Basa krama sing prasaja, setunggal pitakenan saben pesen, sapaan "Kak".

greeting =
    Sugeng rawuh Kak, kula Teman KPJ, layanan gratis saking { $operator }.
    Kula biyantu madosi nomer KPJ, nggih niku nomer kartu BPJS Ketenagakerjaan (11 angka).
    Kula sanes BPJS Ketenagakerjaan. Kula mboten nate nyuwun tembung sandi, PIN, utawi kode saking aplikasi JMO.
    Kapan mawon saged ngetik MENU, BATAL, BANTUAN, utawi PETUGAS.
greeting-official =
    Sugeng rawuh Kak, kula Teman KPJ, layanan gratis saking { $operator }.
    Kula biyantu madosi nomer KPJ, nggih niku nomer kartu BPJS Ketenagakerjaan (11 angka).
    Kula mboten nate nyuwun tembung sandi, PIN, utawi kode saking aplikasi JMO.
    Kapan mawon saged ngetik MENU, BATAL, BANTUAN, utawi PETUGAS.
sorry = Nyuwun ngapunten Kak, sisteme saweg wonten gangguan lan pesene wau dereng kawangsulan. Mangga dikirim sepisan malih, utawi ketik MENU.
in-group = Supados datane aman, kula mboten mangsuli ing grup. Mangga kirim pesen langsung teng kula nggih.
mended = Layanan niki nembe mawon dienggalke, Kak. Ayo dilajengke saking mriki nggih.
old-button = Tombol niki saking pitakenan sakderenge, Kak.
cancelled = Nggih, dibatalke. Data sing dereng rampung sampun kula busak.
cancelled-plain = Nggih, dibatalke.
nothing-before = Niki sampun sing paling wiwitan, Kak.
in-english = To go on in English, type ENGLISH.
nothing-open = Inggih, Kak. Mboten wonten ingkang saweg mlampah. Menawi perlu, serat mawon kapan mawon.
stopped = Nggih Kak, kita kendel wonten mriki. Yen perlu malih, serat mawon napa mawon, kapan mawon.
forgotten = Amargi sampun dangu, wangsulan sing dereng rampung sampun kula busak, Kak. Ayo diwiwiti malih nggih.
forgotten-kept = Amargi sampun dangu, wangsulan sing dereng rampung sampun kula busak, Kak. Ayo dilajengke saking mriki nggih.
reminder = Kak, wau kita dereng rampung. Wangsuli LAJENG kangge nglajengke. Yen mboten, wangsulan sing dereng rampung badhe kula busak sekedhap malih.
language-changed = Nggih, sakniki kita ngangge Basa Jawa.
too-early = Nomer wau mboten kula simpen, Kak. Sakderenge data pribadi diangge, kula perlu izin panjenengan rumiyin.
directory-back = Matur nuwun sampun nengga. Datane sampun saged dibikak malih.

## Sing sanes seratan
got-photo = Fotone dereng saged kula waos, Kak. Nyuwun diwangsuli mawi seratan. Foto KTP ampun dikirim nggih, supados aman.
got-voice = Nyuwun ngapunten Kak, pesen swanten dereng saged kula mirengke. Nyuwun diserat, cekak mawon mboten napa-napa.
got-video = Videone dereng saged kula tingali, Kak. Nyuwun diwangsuli mawi seratan.
got-sticker = Stikere sae, Kak. Supados saged lajeng, nyuwun diwangsuli mawi seratan.
got-document = Berkase dereng saged kula bikak, Kak. Nyuwun diwangsuli mawi seratan.
got-poll = Jajak pendapat dereng saged kula waos, Kak. Nyuwun diwangsuli mawi seratan.
got-reaction = Matur nuwun, Kak. Supados saged lajeng, nyuwun diwangsuli sing niki:
got-call = Kula dereng saged nampi telpon, Kak. Nyuwun diserat wonten mriki.
got-other = Kiriman niki dereng saged kula waos, Kak. Nyuwun diwangsuli mawi seratan.
got-place = Matur nuwun, Kak. Lokasine dereng perlu sakniki.
got-contact = Matur nuwun, Kak. Kontake dereng perlu sakniki.
got-other-contact = Niki kontak tiyang sanes utawi kontak terusan, Kak, dados mboten saged diangge bukti.

## Klentu ketik
wrong-empty = Pesene kosong, Kak, dados dereng saged kula waos.
wrong-is-nik = Niki kadose NIK. Mboten kula simpen.
wrong-is-kk-suspect = Niki kadose nomer KK utawi NIK. Mboten kula simpen.
wrong-is-kpj = Niki 11 angka, kadose nomer KPJ. Mboten kula simpen.
wrong-is-bpjs-kesehatan = Niki kadose nomer BPJS Kesehatan (13 angka), sanes BPJS Ketenagakerjaan.
wrong-is-phone = Niki kadose nomer HP.
wrong-is-nik-short = Niki 15 angka. Menawi karsane NIK, NIK wonten 16 angka.
wrong-is-nik-long = Niki 17 angka. Menawi karsane NIK, NIK wonten 16 angka.
guess-unsure = Karepipun ingkang pundi, Kak? Pilih salah satunggal, utawi serat mawi tembung sanes.
stuck-1 = Kadose niki radi angel nggih, Kak. Saged diwangsuli sepisan malih, utawi pilih salah setunggal:
stuck-2 = Nyuwun ngapunten Kak, kula dereng mangertos. Badhe dibiyantu tiyang, utawi wangsul teng menu?
stuck-3 = Mboten napa-napa Kak, alon-alon mawon. Wangsuli BANTUAN kangge katrangan, utawi PETUGAS kangge matur kalih tiyang.
stuck-4 = Yen bingung, wangsul teng MENU ugi saged, Kak. Badhe milih sing pundi?
stuck-5 = Sing niki dereng saged kula mangertosi, Kak. Mangga pilih margi sanes ing ngandhap, utawi dicobi malih mangke.

## Matur kalih tiyang
agent = Yen badhe matur kalih tiyang, panjenengan saged lewat:
way-operator = • { $operator }: { $contact }
way-call = • Call center BPJS Ketenagakerjaan { $call_centre }: cawiske KTP, petugas nyuwun pirsa nami jangkep lan NIK
way-call-hours = • Call center BPJS Ketenagakerjaan { $call_centre } ({ $call_centre_hours }): cawiske KTP, petugas nyuwun pirsa nami jangkep lan NIK
way-email = • E-mail { $email }: serat nami jangkep lan NIK, diwangsuli kirang langkung { $email_days } dinten kerja
way-email-plain = • E-mail { $email }: serat nami jangkep lan NIK
way-branch = • Kantor cabang BPJS Ketenagakerjaan: sowan mbekta KTP, gratis
way-hr = • HRD utawi personalia papan damel: nyuwun "nomor peserta BPJS Ketenagakerjaan"
way-card = • Kartu BPJS Ketenagakerjaan lami: nomere wonten ing ngajeng, 11 angka

## Kartu
card-number = { $number }. KPJ: { $kpj }
card-employer = Papan damel: { $employer }
card-active = Status: aktif
card-inactive = Status: mboten aktif
card-period = Wekdal: { $joined } dumugi { $left }
card-now = sakniki

month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember

## Nengga, tombol, lan pesen sing sanes wangsulan
still-checking-1 = Taksih kula cek, Kak. Mangga ditengga sekedhap, wangsulane dikirim wonten mriki.
still-checking-2 = Sekedhap nggih, Kak. Anggene ngecek dereng rampung.
still-checking-3 = Matur nuwun sampun sabar, Kak. Yen sampun rampung, langsung kula kabari.
already-pressed = Sampun kula tampi, Kak.
got-edit = Ewah-ewahan pesene sampun kula tingali, Kak. Kangge nglereske wangsulan sakderenge, ketik KEMBALI.
got-forwarded = Niki pesen terusan, Kak. Nyuwun diwangsuli mawi tembung piyambak.
got-reaction-at-rest = Matur nuwun, Kak. Yen perlu bantuan malih, serat mawon wonten mriki.
not-kept = Nomer wau mboten kula simpen, Kak. Mangke kula suwun malih menawi perlu.
prove-again = Supados aman, kita pesthekke sepisan malih menawi niki saestu panjenengan.
wrong-signs = Tandha niku dereng saged kula tegesi, Kak, dados wangsulane dereng wonten.
wrong-script = Aksarane dereng saged kula waos, Kak. Nyuwun ngangge aksara Latin.
go-on = Badhe lajeng teng pundi, Kak?
cannot-hide = Pesene mboten saged kula tarik saking mriki, Kak. Pencet dangu pesen sing isi nomer niki, lajeng pilih Hapus.
nothing-to-hide = Mboten wonten pesen isi nomer sing perlu ditarik, Kak.
