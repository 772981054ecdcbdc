identity-consent =
    Untuk mencari nomor KPJ, { $operator } perlu NIK Kakak (16 angka di KTP), dan bila perlu nama, tanggal lahir, serta nomor HP.
    Gunanya hanya untuk memastikan ini benar Kakak. Jawaban yang belum selesai dihapus paling lama { $forget_hours } jam.
    Kapan saja boleh ketik HAPUS DATA SAYA.
    Apakah Kakak setuju?
identity-consent-help = Izin ini diperlukan karena NIK dan nomor KPJ adalah data pribadi. SETUJU berarti kita lanjut. TIDAK berarti tidak ada data yang ditanyakan, dan saya tunjukkan cara lain.
identity-consent-wrong = Balas SETUJU untuk lanjut, atau TIDAK kalau tidak mau.
identity-consent-example = Contohnya, balas dengan angka 1 kalau setuju.
identity-contact = Supaya nomornya tidak diambil orang lain, tekan tombol "{ identity-contact-button }" di bawah, Kak. Kalau HP ini yang terdaftar, prosesnya jadi singkat.
identity-contact-button = Bagikan kontak saya
identity-contact-help = Tombol itu mengirim nomor HP akun Telegram ini. Gunanya untuk mencocokkan dengan nomor HP yang terdaftar. Boleh dilewati dengan menekan LEWATI.
identity-contact-wrong = Tekan tombol "{ identity-contact-button }" di bawah, atau balas LEWATI.
identity-contact-wrong-is-phone = Nomor yang diketik tidak bisa jadi bukti, karena siapa pun bisa mengetiknya.
identity-contact-example = Kalau tombolnya tidak terlihat, tekan gambar kotak kecil di sebelah tempat menulis. Atau balas 1 untuk melewati.
identity-nik = Silakan ketik NIK Kakak: 16 angka di KTP.
identity-nik-help = NIK adalah 16 angka di bagian atas KTP. Bukan nomor KK (Kartu Keluarga), bukan nomor kartu BPJS. Dipakai untuk mencari data Kakak di daftar anggota.
identity-nik-wrong = Yang diperlukan NIK: 16 angka di KTP, tanpa huruf.
identity-nik-wrong-nik-short = Itu baru { $count } angka, sepertinya ada yang kurang.
identity-nik-wrong-nik-long = Itu { $count } angka, sepertinya kelebihan.
identity-nik-wrong-kpj = Itu 11 angka, sepertinya sudah nomor KPJ. Kalau itu nomor Kakak, nomor itu bisa langsung dipakai daftar JMO.
identity-nik-wrong-phone = Itu sepertinya nomor HP.
identity-nik-wrong-bpjs-kesehatan = Itu sepertinya nomor BPJS Kesehatan (13 angka).
identity-nik-wrong-date = Itu sepertinya tanggal.
identity-nik-wrong-other = Itu { $count } angka, belum seperti NIK.
identity-nik-example = Contoh bentuknya: 9971011708900001. Lihat angka panjang di baris paling atas KTP, lalu ketik semuanya.
identity-kk_check = Angka itu lebih mirip nomor KK (Kartu Keluarga), Kak. NIK ada di KTP. Apakah yang tadi benar NIK Kakak?
identity-kk_check-help = Nomor KK ada di bagian atas Kartu Keluarga dan sama untuk satu keluarga. NIK ada di KTP dan berbeda untuk setiap orang.
identity-kk_check-wrong = Balas YA kalau itu benar NIK Kakak, atau ketik NIK dari KTP (16 angka).
identity-kk_check-wrong-nik-short = Itu baru { $count } angka, sepertinya ada yang kurang.
identity-kk_check-wrong-nik-long = Itu { $count } angka, sepertinya kelebihan.
identity-kk_check-example = Contohnya, balas 2 untuk mengetik NIK lagi.
identity-name = Siapa nama lengkap Kakak, seperti di KTP?
identity-name-help = Tulis nama lengkap sesuai KTP. Huruf besar atau kecil tidak masalah, gelar tidak perlu.
identity-name-wrong = Tulis nama lengkap seperti di KTP, dengan huruf saja.
identity-name-wrong-digits = Di situ ada angka atau tanda yang biasanya tidak ada di nama.
identity-name-wrong-length = Itu sepertinya belum nama lengkap.
identity-name-example = Contohnya: Rukmini Contohwati.
identity-birth_date = Kapan tanggal lahir Kakak? Tanggal, bulan, dan tahun.
identity-birth_date-month = Lalu bulan lahirnya, Kak?
identity-birth_date-year = Tinggal tahunnya, Kak. Empat angka, misalnya 1990.
identity-birth_date-help = Tulis tanggal lahir seperti di KTP, mulai dari tanggalnya. Dipakai untuk memastikan data yang dicari benar milik Kakak.
identity-birth_date-wrong = Tulis tanggal, bulan, dan tahun lahir, misalnya 17 Agustus 1990.
identity-birth_date-wrong-unclear = Tanggal itu belum bisa saya baca, atau tidak ada di kalender.
identity-birth_date-example = Bisa juga dengan angka: 17-08-1990. Tanggal dulu, lalu bulan, lalu tahun.
identity-date_check = Tanggal itu berbeda dengan yang ada di dalam NIK, Kak. Bisa saja memang begitu. Apakah sudah benar sesuai KTP?
identity-date_check-help = Angka ke-7 sampai ke-12 di NIK biasanya tanggal lahir. Kalau di KTP memang berbeda, balas SUDAH BENAR.
identity-date_check-wrong = Balas SUDAH BENAR, atau ketik tanggal lahir sekali lagi.
identity-date_check-wrong-unclear = Tanggal itu belum bisa saya baca, atau tidak ada di kalender.
identity-date_check-example = Contohnya, balas 1 kalau tanggalnya sudah benar.
identity-mother = Siapa nama ibu kandung Kakak?
identity-mother-help = Nama ibu kandung seperti di Kartu Keluarga. Dipakai sebagai pertanyaan keamanan tambahan.
identity-mother-wrong = Tulis nama ibu kandung, dengan huruf saja.
identity-mother-wrong-digits = Di situ ada angka atau tanda yang biasanya tidak ada di nama.
identity-mother-wrong-length = Itu sepertinya belum nama lengkap.
identity-mother-example = Contohnya: Sulastri Contohwati.
identity-away = Maaf Kak, daftar anggota sedang tidak bisa dibuka. Jawaban Kakak tidak hilang: saya coba lagi sendiri, lalu memberi kabar di sini.
identity-away-help = Saya mencoba lagi secara otomatis. Kakak boleh menutup chat ini. Kalau mendesak, pilih BICARA DENGAN ORANG.
identity-away-wrong = Daftarnya masih belum bisa dibuka, Kak. Saya kabari begitu bisa.
identity-away-example = Kalau tidak mau menunggu, balas 1 untuk bicara dengan orang.

identity-found = Datanya ketemu, Kak. Nomornya berakhiran { $last }.
identity-code = Kalau datanya cocok, kode 6 angka sudah dikirim lewat SMS atau WhatsApp ke nomor HP yang terdaftar. Ketik kodenya di sini. Berlaku 5 menit.
identity-code-help = Kode dikirim hanya ke nomor HP yang tercatat di data, jadi bukan ke nomor yang diketik di sini. Kalau dalam 1 menit belum ada, pilih KIRIM LAGI. Kalau nomornya sudah tidak dipakai, pilih TIDAK ADA KODE.
identity-code-wrong = Ketik 6 angka dari pesan itu, atau pilih salah satu di bawah.
identity-code-wrong-digits = Itu { $count } angka, kodenya 6 angka.
identity-code-example = Contoh bentuknya: 048151. Boleh juga salin seluruh pesannya ke sini.
sms-code = { $code } adalah kode Teman KPJ dari { $operator }. Berlaku 5 menit. Ketik hanya di chat yang Kakak mulai sendiri, jangan berikan ke siapa pun.
code-wrong = Kodenya belum cocok. Coba lihat lagi.
code-again = Kalau datanya cocok, kode baru dikirim ke nomor HP yang terdaftar. Jarak antar kode paling sedikit 1 menit.
code-unchecked = Maaf Kak, kodenya belum bisa dicek sekarang. Coba ketik sekali lagi.

choice-code-again = Kirim lagi
choice-code-again-words = kirim ulang, minta kode lagi, belum masuk, kode belum masuk, resend
choice-code-none = Tidak ada kode
choice-code-none-words = tidak dapat kode, gak ada kode, nomornya sudah mati, nomor lama, hp hilang
choice-consent-yes = Setuju
choice-consent-yes-words = saya setuju, setuju kak, boleh, silakan, lanjut
choice-consent-no = Tidak
choice-consent-no-words = tidak setuju, tidak mau, gak mau, ga mau, jangan
choice-contact-skip = Lewati
choice-contact-skip-words = skip, lewat, lewatin, tidak usah, gak usah, nanti saja
choice-nik-keep = Ya, itu NIK saya
choice-nik-again = Ketik NIK lagi
choice-date-keep = Sudah benar
choice-date-keep-words = benar, sesuai ktp, betul
choice-date-again = Ketik tanggal lagi

identity-name-wrong-sentence = Itu sepertinya kalimat, belum nama. Untuk mengganti jawaban sebelumnya, ketik KEMBALI.
identity-name-wrong-script = Hurufnya belum bisa saya baca. Mohon pakai huruf Latin seperti di KTP.
identity-mother-wrong-sentence = Itu sepertinya kalimat, belum nama. Untuk mengganti jawaban sebelumnya, ketik KEMBALI.
identity-mother-wrong-script = Hurufnya belum bisa saya baca. Mohon pakai huruf Latin.

## Lebih pendek, bila pertanyaannya datang lagi sesudah yang lain
identity-consent-short = Jadi, apakah Kakak setuju datanya dipakai untuk mencari nomor KPJ?
identity-contact-short = Kita lanjut: tekan tombol "{ identity-contact-button }" di bawah, atau balas LEWATI.
identity-code-short = Ketik kode 6 angka dari SMS atau WhatsApp itu di sini.
wrong-nik-again = NIK-nya sudah kami terima, Kak.
identity-away-short = { identity-away-wrong }
