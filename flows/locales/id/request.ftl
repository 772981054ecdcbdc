### Pesan untuk petugas, dan balasannya. Waktu balasan hanya dijanjikan sejauh ditulis pengelola.

request-topic = Pesan Kakak akan dibaca petugas { $operator } dan dibalas di chat ini. Soal apa, Kak?
request-topic-help = Pilih yang paling dekat. Sesudah itu Kakak tulis sendiri masalahnya.
request-topic-wrong = Silakan pilih dulu soal apa, Kak. Sesudah itu baru ditulis masalahnya.
request-topic-example = Contohnya, balas 1 kalau soal nomor KPJ.

request-words = Silakan tulis masalahnya dengan kata-kata sendiri, dalam satu pesan, Kak. Langsung saya teruskan. NIK, kata sandi, atau kode tidak perlu ditulis.
request-words-help = Tulis saja: apa yang mau dilakukan, sudah dicoba apa, dan tulisan apa yang muncul di layar.
request-words-wrong = Pesannya belum bisa saya teruskan, Kak. Mohon ditulis dengan kata-kata.
request-words-wrong-short = Itu masih terlalu singkat untuk petugas.
request-words-example = Contohnya: "Di JMO muncul tulisan data tidak sesuai, padahal nama saya sudah sama dengan KTP".

request-opened = Pesannya sudah diteruskan, Kak. Nomor permintaan: { $number }. Balasan petugas akan muncul di chat ini.
request-hours = Petugas { $operator }: { $contact }
request-failed = Maaf Kak, pesannya belum bisa kami simpan. Kalau ternyata masuk, nomornya saya kirim di sini. Mau dicoba lagi?
request-failed-help = COBA KIRIM LAGI untuk menulis pesannya sekali lagi. Jalan lain ke petugas ada di BICARA DENGAN ORANG.
request-failed-wrong = Silakan pilih salah satu, Kak.
request-failed-example = Contohnya, balas 1 untuk mencoba lagi.

choice-menu-agent = Bicara dengan petugas
choice-menu-agent-words = bicara sama petugas, hubungi petugas, minta petugas
choice-agent-request = Tinggalkan pesan
choice-agent-request-words = kirim pesan, titip pesan, tulis pesan, lapor petugas
choice-request-kpj = Nomor KPJ
choice-request-kpj-words = kpj, cari nomor, lupa nomor
choice-request-jmo = Aplikasi JMO
choice-request-jmo-words = jmo, akun jmo, daftar jmo, aplikasi
choice-request-data = Data kepesertaan
choice-request-data-words = data, data salah, belum didaftarkan, dua nomor
choice-request-other = Hal lain
choice-request-other-words = lainnya, lain lain, yang lain
choice-request-again = Coba kirim lagi
choice-request-again-words = coba lagi, kirim lagi, ulangi

## Ringkasan untuk petugas
brief-channel = Saluran: { $channel }, bahasa: { $language }
brief-open = Sedang di: { $places }
brief-path = Yang terakhir dilalui: { $places }
brief-asked = Pertanyaan terakhir yang dijawab: { $topic }
brief-screen = Tulisan di layarnya: { $words }
brief-proof = Terbukti: tingkat { $level } ({ $proofs })
brief-consent = Izin data diberikan { $hours } jam lalu
brief-flow = { $flow ->
    [recovery] mencari nomor KPJ
    [identity] membuktikan identitas
    [guide] panduan JMO
    [data] masalah data kepesertaan
    [account] masalah akun JMO
    [offices] kontak dan kantor BPJS
    [follow_up] tindak lanjut
   *[other] hal lain
}
brief-step = langkah { $number } panduan JMO
brief-topic = { $topic ->
    [for-others] meminta nomor orang lain
    [heirs] peserta yang sudah meninggal
    [cost] biaya
    [middleman] calo
    [safe] keamanan layanan ini
    [why-nik] mengapa NIK diminta
    [what-kpj] apa itu KPJ
    [without-kpj] daftar JMO tanpa KPJ
    [lost-card] kartu hilang
    [several] beberapa nomor KPJ
    [left-job] sudah keluar kerja
    [employer] tempat kerja yang tidak membantu
    [not-enrolled] tidak didaftarkan perusahaan
    [paklaring] paklaring
    [claim] pencairan JHT
    [claim-part] pencairan JHT sebagian
    [balance] saldo
    [health] BPJS Kesehatan
    [how-long] lamanya
    [hours] jam layanan
    [jmo] aplikasi JMO
    [register] cara daftar JMO
    [account] tidak bisa masuk JMO
    [data] data yang berbeda
   *[other] hal lain
}
brief-evidence = { $kind ->
    [none] belum ada bukti
    [knowledge] data dirinya cocok
    [phone] HP terdaftar
    [code] kode ke HP terdaftar
    [agent] dokumen diperiksa petugas
   *[other] bukti lain
}
brief-held-back = (pesan bot dengan data pribadi tidak dikirim, karena percakapan sudah diambil petugas)
brief-edited = (diubah)
brief-forwarded = (terusan)
brief-kind-photo = [foto]
brief-kind-voice = [pesan suara]
brief-kind-video = [video]
brief-kind-sticker = [stiker]
brief-kind-document = [berkas]
brief-kind-poll = [jajak pendapat]
brief-kind-reaction = [reaksi]
brief-kind-call = [panggilan]
brief-kind-other = [kiriman lain]
brief-place = Lokasi:
brief-contact = [kontak]
