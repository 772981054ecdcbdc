### Kalimah anu lumaku di mana waé. Basa lemes anu basajan, hiji patarosan unggal pesen, sapaan "Kak".

greeting =
    Wilujeng sumping Kak, abdi Teman KPJ, layanan gratis ti { $operator }.
    Abdi ngabantos milarian nomer KPJ, nyaéta nomer kartu BPJS Ketenagakerjaan (11 angka).
    Kami sanés BPJS Ketenagakerjaan. Kami teu kantos nyuhunkeun kecap sandi, PIN, atanapi kode tina aplikasi JMO.
    Iraha waé tiasa ngetik MENU, BATAL, BANTUAN, atanapi PETUGAS.
greeting-official =
    Wilujeng sumping Kak, abdi Teman KPJ, layanan gratis ti { $operator }.
    Abdi ngabantos milarian nomer KPJ, nyaéta nomer kartu BPJS Ketenagakerjaan (11 angka).
    Kami teu kantos nyuhunkeun kecap sandi, PIN, atanapi kode tina aplikasi JMO.
    Iraha waé tiasa ngetik MENU, BATAL, BANTUAN, atanapi PETUGAS.
sorry = Hapunten Kak, sistem kami nuju aya gangguan sareng pesen tadi teu acan kawaler. Mangga kintunkeun sakali deui, atanapi ketik MENU.
in-group = Supados datana aman, abdi teu ngawaler di grup. Mangga kintun pesen langsung ka abdi nya.
mended = Layanan ieu nembé diénggalkeun, Kak. Urang teraskeun ti dieu nya.
old-button = Tombol éta tina patarosan samemehna, Kak.
cancelled = Muhun, dibatalkeun. Data anu teu acan réngsé tos dihapus.
cancelled-plain = Muhun, dibatalkeun.
nothing-before = Ieu tos anu pangmimitina, Kak.
in-english = To go on in English, type ENGLISH.
nothing-open = Mangga, Kak. Teu aya anu nuju lumangsung. Upami peryogi, serat waé iraha waé.
stopped = Muhun Kak, urang liren di dieu. Upami peryogi deui, serat waé naon waé, iraha waé.
forgotten = Kumargi tos lami, waleran anu teu acan réngsé tos dihapus, Kak. Urang mimitian deui nya.
forgotten-kept = Kumargi tos lami, waleran anu teu acan réngsé tos dihapus, Kak. Urang teraskeun ti dieu nya.
reminder = Kak, tadi urang teu acan réngsé. Waler TERASKEUN kanggo nuluykeun. Upami henteu, waleran anu teu acan réngsé bade dihapus sakedap deui.
language-changed = Muhun, ayeuna urang nganggo Basa Sunda.
too-early = Nomer tadi teu disimpen, Kak. Sateuacan data pribadi dianggo, kami peryogi idin Kakak heula.
directory-back = Hatur nuhun tos ngantosan. Datana tos tiasa dibuka deui.

## Anu sanés seratan
got-photo = Potona teu acan tiasa diaos, Kak. Mangga waler ku seratan. Ulah ngintun poto KTP nya, supados aman.
got-voice = Hapunten Kak, pesen soanten teu acan tiasa kadangu. Mangga diserat, pondok waé teu nanaon.
got-video = Vidéona teu acan tiasa ditingali, Kak. Mangga waler ku seratan.
got-sticker = Stikerna saé, Kak. Supados tiasa teras, mangga waler ku seratan.
got-document = Berkasna teu acan tiasa dibuka, Kak. Mangga waler ku seratan.
got-poll = Jajak pendapat teu acan tiasa diaos, Kak. Mangga waler ku seratan.
got-reaction = Hatur nuhun, Kak. Supados tiasa teras, mangga waler anu ieu:
got-call = Abdi teu acan tiasa nampi telepon, Kak. Mangga serat di dieu.
got-other = Kintunan éta teu acan tiasa diaos, Kak. Mangga waler ku seratan.
got-place = Hatur nuhun, Kak. Lokasina teu acan peryogi ayeuna.
got-contact = Hatur nuhun, Kak. Kontakna teu acan peryogi ayeuna.
got-other-contact = Éta kontak jalmi sanés atanapi kontak terusan, Kak, janten teu tiasa dianggo bukti.

## Lepat ketik
wrong-empty = Pesenna kosong, Kak, janten teu acan tiasa diaos.
wrong-is-nik = Éta sigana NIK. Ku kami teu disimpen.
wrong-is-kk-suspect = Éta sigana nomer KK atanapi NIK. Ku kami teu disimpen.
wrong-is-kpj = Éta 11 angka, sigana nomer KPJ. Ku kami teu disimpen.
wrong-is-bpjs-kesehatan = Éta sigana nomer BPJS Kesehatan (13 angka), sanés BPJS Ketenagakerjaan.
wrong-is-phone = Éta sigana nomer HP.
wrong-is-nik-short = Éta 15 angka. Upami maksadna NIK, NIK aya 16 angka.
wrong-is-nik-long = Éta 17 angka. Upami maksadna NIK, NIK aya 16 angka.
guess-unsure = Maksudna nu mana, Kak? Pilih salah sahiji, atanapi serat ku kecap sanes.
stuck-1 = Sigana ieu rada sesah nya, Kak. Tiasa diwaler sakali deui, atanapi pilih salah sahiji:
stuck-2 = Hapunten Kak, abdi teu acan ngartos. Badé dibantos ku jalmi, atanapi uih deui ka menu?
stuck-3 = Teu nanaon Kak, lalaunan waé. Waler BANTUAN kanggo katerangan, atanapi PETUGAS kanggo nyarios sareng jalmi.
stuck-4 = Upami bingung, uih deui ka MENU ogé tiasa, Kak. Badé milih nu mana?
stuck-5 = Nu ieu teu acan kahartos ku abdi, Kak. Mangga pilih jalan sanés di handap, atanapi cobian deui engké.

## Nyarios sareng jalmi
agent = Upami badé nyarios sareng jalmi, Kakak tiasa ka:
way-operator = • { $operator }: { $contact }
way-call = • Call center BPJS Ketenagakerjaan { $call_centre }: siapkeun KTP, petugas naroskeun nami lengkep sareng NIK
way-call-hours = • Call center BPJS Ketenagakerjaan { $call_centre } ({ $call_centre_hours }): siapkeun KTP, petugas naroskeun nami lengkep sareng NIK
way-email = • E-mail { $email }: serat nami lengkep sareng NIK, diwaler kirang langkung { $email_days } dinten damel
way-email-plain = • E-mail { $email }: serat nami lengkep sareng NIK
way-branch = • Kantor cabang BPJS Ketenagakerjaan: sumping candak KTP, gratis
way-hr = • HRD atanapi personalia tempat damel: nyuhunkeun "nomor peserta BPJS Ketenagakerjaan"
way-card = • Kartu BPJS Ketenagakerjaan heubeul: nomerna di payuneunana, 11 angka

## Kartu
card-number = { $number }. KPJ: { $kpj }
card-employer = Tempat damel: { $employer }
card-active = Status: aktif
card-inactive = Status: teu aktif
card-period = Mangsa: { $joined } dugi ka { $left }
card-now = ayeuna

month-1 = Januari
month-2 = Pébruari
month-3 = Maret
month-4 = April
month-5 = Méi
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = Séptémber
month-10 = Oktober
month-11 = Nopémber
month-12 = Désémber

## Ngantosan, tombol, sareng pesen anu sanés waleran
still-checking-1 = Nuju dicék kénéh, Kak. Mangga antosan sakedap, walerna dikintun di dieu.
still-checking-2 = Sakedap nya, Kak. Ngecékna teu acan réngsé.
still-checking-3 = Hatur nuhun tos sabar, Kak. Upami tos réngsé, langsung diwartosan.
already-pressed = Tos katampi, Kak.
got-edit = Robahan pesenna tos katingali, Kak. Kanggo ngaleréskeun waleran samemehna, ketik KEMBALI.
got-forwarded = Éta pesen terusan, Kak. Mangga waler ku kecap nyalira.
got-reaction-at-rest = Hatur nuhun, Kak. Upami peryogi bantosan deui, serat waé di dieu.
not-kept = Nomer tadi teu disimpen, Kak. Engké ditaroskeun deui upami peryogi.
prove-again = Supados aman, urang pastikeun sakali deui yén ieu leres Kakak.
wrong-signs = Tanda éta teu acan kahartos ku abdi, Kak, janten walerna teu acan aya.
wrong-script = Aksarana teu acan tiasa diaos, Kak. Mangga nganggo aksara Latin.
go-on = Badé teras ka mana, Kak?
cannot-hide = Pesenna teu tiasa ditarik ti dieu, Kak. Pencét lami pesen anu eusina nomer éta, teras pilih Hapus.
nothing-to-hide = Teu aya pesen eusi nomer anu kedah ditarik, Kak.
