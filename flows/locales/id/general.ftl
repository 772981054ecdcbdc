### Kalimat yang berlaku di mana saja. Bahasa sederhana, satu pertanyaan setiap pesan, sapaan "Kak".

greeting =
    Halo Kak, saya Teman KPJ, layanan gratis dari { $operator }.
    Saya bantu mencari nomor KPJ, yaitu nomor kartu BPJS Ketenagakerjaan (11 angka).
    Kami bukan BPJS Ketenagakerjaan. Kami tidak pernah meminta kata sandi, PIN, atau kode dari aplikasi JMO.
    Kapan saja boleh ketik MENU, BATAL, BANTUAN, atau PETUGAS.
greeting-official =
    Halo Kak, saya Teman KPJ, layanan gratis dari { $operator }.
    Saya bantu mencari nomor KPJ, yaitu nomor kartu BPJS Ketenagakerjaan (11 angka).
    Kami tidak pernah meminta kata sandi, PIN, atau kode dari aplikasi JMO.
    Kapan saja boleh ketik MENU, BATAL, BANTUAN, atau PETUGAS.
sorry = Maaf Kak, ada gangguan di sistem kami dan pesan tadi belum terjawab. Mohon kirim sekali lagi, atau ketik MENU.
in-group = Demi keamanan data, saya tidak menjawab di grup. Silakan kirim pesan langsung ke saya ya.
mended = Layanan ini baru saja diperbarui, Kak. Kita lanjut dari sini ya.
old-button = Tombol itu dari pertanyaan sebelumnya, Kak.
cancelled = Baik, dibatalkan. Data yang belum selesai sudah kami hapus.
cancelled-plain = Baik, dibatalkan.
nothing-before = Ini sudah yang paling awal, Kak.
in-english = To go on in English, type ENGLISH.
nothing-open = Baik, Kak. Tidak ada yang sedang berjalan. Kalau perlu, tulis saja kapan pun.
stopped = Baik Kak, kita berhenti di sini. Kalau perlu lagi, tulis saja apa pun, kapan pun.
forgotten = Karena sudah lama, jawaban yang belum selesai sudah kami hapus, Kak. Kita mulai lagi ya.
forgotten-kept = Karena sudah lama, jawaban yang belum selesai sudah kami hapus, Kak. Kita lanjut dari sini ya.
reminder = Kak, tadi kita belum selesai. Balas LANJUT untuk meneruskan. Kalau tidak, jawaban yang belum selesai akan kami hapus sebentar lagi.
language-changed = Baik, sekarang kita pakai Bahasa Indonesia.
too-early = Nomor tadi tidak kami simpan, Kak. Sebelum data pribadi dipakai, kami perlu izin Kakak dulu.
directory-back = Terima kasih sudah menunggu. Datanya sudah bisa dibuka lagi.

## Yang bukan tulisan
got-photo = Fotonya belum bisa saya baca, Kak. Mohon jawab dengan tulisan. Jangan kirim foto KTP ya, supaya aman.
got-voice = Maaf Kak, pesan suara belum bisa saya dengar. Mohon ditulis, singkat saja tidak apa-apa.
got-video = Videonya belum bisa saya lihat, Kak. Mohon jawab dengan tulisan.
got-sticker = Stikernya bagus, Kak. Supaya bisa lanjut, mohon jawab dengan tulisan.
got-document = Berkasnya belum bisa saya buka, Kak. Mohon jawab dengan tulisan.
got-poll = Jajak pendapat belum bisa saya baca, Kak. Mohon jawab dengan tulisan.
got-reaction = Terima kasih, Kak. Supaya bisa lanjut, mohon jawab yang ini:
got-call = Saya belum bisa menerima telepon, Kak. Mohon ditulis di sini.
got-other = Kiriman itu belum bisa saya baca, Kak. Mohon jawab dengan tulisan.
got-place = Terima kasih, Kak. Lokasinya belum diperlukan sekarang.
got-contact = Terima kasih, Kak. Kontaknya belum diperlukan sekarang.
got-other-contact = Itu kontak orang lain atau kontak terusan, Kak, jadi tidak bisa dipakai sebagai bukti.

## Salah ketik
wrong-empty = Pesannya kosong, Kak, jadi belum bisa saya baca.
wrong-is-nik = Itu sepertinya NIK. Kami tidak menyimpannya.
wrong-is-kk-suspect = Itu sepertinya nomor KK atau NIK. Kami tidak menyimpannya.
wrong-is-kpj = Itu 11 angka, sepertinya nomor KPJ. Kami tidak menyimpannya.
wrong-is-bpjs-kesehatan = Itu sepertinya nomor BPJS Kesehatan (13 angka), bukan BPJS Ketenagakerjaan.
wrong-is-phone = Itu sepertinya nomor HP.
wrong-is-nik-short = Itu 15 angka. Kalau maksudnya NIK, NIK ada 16 angka.
wrong-is-nik-long = Itu 17 angka. Kalau maksudnya NIK, NIK ada 16 angka.
guess-unsure = Maksud Kakak yang mana? Pilih salah satu, atau tulis dengan kata lain.
stuck-1 = Sepertinya ini agak sulit ya, Kak. Boleh dijawab sekali lagi, atau pilih salah satu:
stuck-2 = Maaf Kak, saya masih belum paham. Mau dibantu orang, atau kembali ke menu?
stuck-3 = Tidak apa-apa Kak, pelan-pelan saja. Balas BANTUAN untuk penjelasan, atau PETUGAS untuk bicara dengan orang.
stuck-4 = Kalau bingung, kembali ke MENU juga boleh, Kak. Mau pilih yang mana?
stuck-5 = Yang ini belum bisa saya mengerti, Kak. Silakan pilih jalan lain di bawah, atau dicoba lagi nanti.

## Bicara dengan orang
agent = Untuk bicara dengan orang, Kakak bisa lewat:
way-operator = • { $operator }: { $contact }
way-call = • Call center BPJS Ketenagakerjaan { $call_centre }: siapkan KTP, petugas menanyakan nama lengkap dan NIK
way-call-hours = • Call center BPJS Ketenagakerjaan { $call_centre } ({ $call_centre_hours }): siapkan KTP, petugas menanyakan nama lengkap dan NIK
way-email = • E-mail { $email }: tulis nama lengkap dan NIK, dibalas sekitar { $email_days } hari kerja
way-email-plain = • E-mail { $email }: tulis nama lengkap dan NIK
way-branch = • Kantor cabang BPJS Ketenagakerjaan: datang dengan KTP, gratis
way-hr = • HRD atau personalia tempat kerja: minta "nomor peserta BPJS Ketenagakerjaan"
way-card = • Kartu BPJS Ketenagakerjaan lama: nomornya di bagian depan, 11 angka

## Kartu
card-number = { $number }. KPJ: { $kpj }
card-employer = Tempat kerja: { $employer }
card-active = Status: aktif
card-inactive = Status: tidak aktif
card-period = Masa: { $joined } sampai { $left }
card-now = sekarang

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

## Menunggu, tombol, dan pesan yang bukan jawaban
still-checking-1 = Masih kami cek, Kak. Mohon tunggu sebentar, jawabannya dikirim di sini.
still-checking-2 = Sebentar ya, Kak. Pengecekannya belum selesai.
still-checking-3 = Terima kasih sudah sabar, Kak. Begitu selesai, langsung saya kabari.
already-pressed = Sudah kami terima, Kak.
got-edit = Perubahan pesannya sudah saya lihat, Kak. Untuk memperbaiki jawaban sebelumnya, ketik KEMBALI.
got-forwarded = Itu pesan terusan, Kak. Mohon jawab dengan kata-kata sendiri.
got-reaction-at-rest = Terima kasih, Kak. Kalau perlu bantuan lagi, tulis saja di sini.
not-kept = Nomor tadi tidak kami simpan, Kak. Nanti kami tanyakan lagi kalau perlu.
prove-again = Demi keamanan, kita pastikan sekali lagi bahwa ini benar Kakak.
wrong-signs = Tanda itu belum bisa saya artikan, Kak, jadi jawabannya belum ada.
wrong-script = Hurufnya belum bisa saya baca, Kak. Mohon pakai huruf Latin.
go-on = Mau lanjut ke mana, Kak?
cannot-hide = Pesannya tidak bisa kami tarik dari sini, Kak. Tekan lama pesan berisi nomor itu, lalu pilih Hapus.
nothing-to-hide = Tidak ada pesan berisi nomor yang perlu ditarik, Kak.
