### Panduan daftar JMO: satu langkah setiap pesan. Nama tombol di JMO ditulis seperti di aplikasinya.

guide-differs = Saya temani satu langkah setiap kali, Kak, pelan-pelan saja. Tampilan menu di JMO bisa sedikit berbeda.
guide-step = Langkah { $number } dari { $total }
guide-again = Terakhir kita sampai di langkah { $number } dari { $total }, Kak. Lanjut dari sana, atau mulai dari awal?
guide-again-help = LANJUTKAN LANGKAH berarti meneruskan dari langkah yang tadi. DARI AWAL berarti mulai dari persiapan.
guide-again-wrong = Pilih LANJUTKAN LANGKAH atau DARI AWAL ya, Kak.
guide-again-example = Contohnya, balas 1 untuk meneruskan.
guide-no_hurry = Tidak apa-apa, Kak. Saya tunggu, juga kalau baru besok.

guide-ready =
    Siapkan dulu:
    • KTP dan nomor KPJ (11 angka)
    • e-mail sendiri yang bisa dibuka
    • nomor HP aktif yang ada sinyal
    • aplikasi JMO terbaru dari Play Store atau App Store
guide-ready-help = KPJ adalah nomor kartu BPJS Ketenagakerjaan. Kalau belum tahu nomornya, pilih BELUM PUNYA KPJ, lalu kita kembali ke sini.
guide-ready-wrong = Kalau semua sudah siap, balas LANJUT, Kak.
guide-ready-example = Contohnya, balas 1 kalau sudah siap.
guide-new_account = Buka aplikasi JMO, lalu tekan "Buat Akun Baru".
guide-new_account-help = JMO (Jamsostek Mobile) adalah aplikasi BPJS Ketenagakerjaan. Pastikan bukan Mobile JKN, itu untuk BPJS Kesehatan.
guide-new_account-wrong = Kalau sudah menekan "Buat Akun Baru", balas LANJUT, Kak.
guide-new_account-example = Contohnya, balas SUDAH untuk ke langkah berikutnya.
guide-member =
    JMO bertanya apakah sudah jadi peserta. Pilih "Ya, Saya Sudah Daftar".
    Hati-hati: pilihan yang lain bisa membuat kepesertaan kedua yang iurannya dibayar sendiri.
guide-member-help = Karyawan didaftarkan oleh tempat kerja, jadi Kakak sudah jadi peserta walau belum punya akun JMO.
guide-member-wrong = Kalau sudah memilih "Ya, Saya Sudah Daftar", balas LANJUT, Kak.
guide-member-example = Contohnya, balas SUDAH kalau sudah dipilih.
guide-kind =
    Pilih jenis kepesertaan:
    • Penerima Upah (PU): karyawan yang digaji
    • Bukan Penerima Upah (BPU): pekerja mandiri
    • Pekerja Migran (PMI): bekerja di luar negeri
    Pekerja proyek bangunan yang tidak menemukan pilihannya: ketik PETUGAS.
guide-kind-help = Kalau yang mendaftarkan adalah tempat kerja, biasanya Penerima Upah (PU).
guide-kind-wrong = Kalau jenis kepesertaan sudah dipilih, balas LANJUT, Kak.
guide-kind-example = Contohnya, balas SUDAH kalau sudah dipilih.
guide-citizenship = Pilih kewarganegaraan, WNI atau WNA, lalu tekan "Selanjutnya".
guide-citizenship-help = WNI berarti warga negara Indonesia, WNA berarti warga negara asing.
guide-citizenship-wrong = Kalau sudah menekan "Selanjutnya", balas LANJUT, Kak.
guide-citizenship-example = Contohnya, balas SUDAH untuk ke langkah berikutnya.
guide-identifiers =
    Isi di aplikasi: NIK, nomor KPJ, nama lengkap, dan tanggal lahir. Tulis persis seperti di KTP, lalu tekan "Selanjutnya".
    NIK 16 angka, KPJ 11 angka. Isinya jangan dikirim ke chat ini.
guide-identifiers-help = NIK ada di KTP, bukan nomor KK (Kartu Keluarga). KPJ adalah nomor kartu BPJS Ketenagakerjaan. Kalau punya beberapa KPJ, pakai nomor paling lama.
guide-identifiers-wrong = Datanya diisi di aplikasi JMO, Kak, bukan di sini. Kalau sudah, balas LANJUT.
guide-identifiers-example = Contohnya, balas SUDAH kalau datanya diterima aplikasi.
guide-email = Isi alamat e-mail. Nanti dipakai untuk masuk ke JMO, jadi pakai e-mail sendiri, bukan milik kantor.
guide-email-help = Pakai e-mail yang bisa dibuka sekarang, karena kodenya dikirim ke sana.
guide-email-wrong = E-mail diisi di aplikasi JMO, Kak. Kalau sudah, balas LANJUT.
guide-email-example = Contohnya, balas SUDAH kalau e-mail sudah diisi.
guide-email_code = Buka e-mail, cari kode dari JMO, lalu ketik kodenya di aplikasi. Kode itu jangan diberikan ke siapa pun, termasuk ke kami.
guide-email_code-help = Kalau belum ada, lihat juga folder spam. Tunggu sebentar, lalu minta kirim ulang satu kali.
guide-email_code-wrong = Kalau kodenya sudah diterima aplikasi, balas LANJUT, Kak.
guide-email_code-example = Contohnya, balas SUDAH. Atau tulis "kode belum masuk".
guide-phone = Isi nomor HP sendiri yang aktif dan ada sinyal.
guide-phone-help = Pakai nomor yang akan terus dipakai. Kode berikutnya dikirim ke nomor itu lewat SMS.
guide-phone-wrong = Nomor HP diisi di aplikasi JMO, Kak. Kalau sudah, balas LANJUT.
guide-phone-example = Contohnya, balas SUDAH kalau nomor HP sudah diisi.
guide-phone_code = Tunggu SMS berisi kode, lalu ketik kodenya di aplikasi JMO. Jangan dikirim ke sini atau ke siapa pun.
guide-phone_code-help = Pastikan ada sinyal dan nomornya benar. Tunggu sebentar, lalu minta kirim ulang satu kali.
guide-phone_code-wrong = Kalau kodenya sudah diterima aplikasi, balas LANJUT, Kak.
guide-phone_code-example = Contohnya, balas SUDAH. Atau tulis "sms belum masuk".
guide-password = Buat kata sandi di aplikasi dan ketik dua kali. Pilih yang mudah diingat sendiri tetapi sulit ditebak. Jangan ditulis di chat ini.
guide-password-help = Simpan kata sandi di tempat yang hanya Kakak tahu. Kami tidak pernah memintanya.
guide-password-wrong = Kalau kata sandinya sudah diterima aplikasi, balas LANJUT, Kak.
guide-password-example = Contohnya, balas SUDAH kalau sudah diterima.
guide-terms = Baca syarat dan ketentuan, lalu tekan "Setuju". Sesudah itu bisa diminta foto wajah untuk "Pengkinian Data".
guide-terms-help = "Pengkinian Data" berarti memperbarui data. Boleh dilakukan nanti, sesudah akunnya jadi.
guide-terms-wrong = Kalau sudah menekan "Setuju", balas LANJUT, Kak.
guide-terms-example = Contohnya, balas SUDAH kalau sudah disetujui.

guide-outcome = Semua langkah sudah dilewati, Kak. Berhasil masuk ke JMO?
guide-outcome-help = BERHASIL kalau sudah bisa masuk. BELUM BERHASIL supaya kita cari penyebabnya. NANTI SAJA kalau belum sempat.
guide-outcome-wrong = Pilih BERHASIL, BELUM BERHASIL, atau NANTI SAJA ya, Kak.
guide-outcome-example = Contohnya, balas 1 kalau sudah bisa masuk.
guide-finished =
    Syukurlah, Kak. Supaya aman ke depannya:
    • Lakukan "Pengkinian Data" di JMO.
    • Nyalakan notifikasi dan cek iuran setiap bulan.
    • Kalau ganti e-mail atau nomor HP, perbarui di JMO.
    • Pindah kerja: berikan nomor KPJ ke HRD yang baru.
guide-finished-help = Akun JMO bisa dipakai untuk melihat saldo JHT (tabungan hari tua), iuran, dan kartu digital.
guide-finished-wrong = Kalau ada yang lain, tulis saja, atau ketik MENU.
guide-finished-example = Contohnya, balas 1 untuk kembali ke menu.
guide-later = Tidak apa-apa, Kak. Langkahnya saya ingat. Boleh saya tanya sekali lagi besok, bagaimana hasilnya?
guide-later-help = BOLEH berarti kami mengirim satu pertanyaan saja, sekitar sehari lagi. TIDAK USAH berarti kami diam.
guide-later-wrong = Balas BOLEH atau TIDAK USAH ya, Kak.
guide-later-example = Contohnya, balas 1 kalau boleh.
guide-will_ask = Baik, nanti saya tanya satu kali.
guide-parked = Langkahnya tetap saya ingat, Kak. Kapan saja tulis LANJUT untuk meneruskan.
guide-parked-help = LANJUTKAN LANGKAH membawa Kakak ke langkah yang terakhir. Boleh juga beberapa hari lagi.
guide-parked-wrong = Pilih LANJUTKAN LANGKAH kalau sudah siap, atau MENU.
guide-parked-example = Contohnya, balas 1 untuk meneruskan.

## Masalah di satu langkah
guide-which = Apa yang terjadi, Kak? Pilih yang paling mirip, atau tulis saja.
guide-which-help = Pilih yang paling mirip. Kalau tidak ada, pilih MASALAH LAIN, lalu tulis kata-kata di layar.
guide-which-wrong = Masalah itu belum saya kenali, Kak. Pilih MASALAH LAIN supaya kata-katanya saya catat untuk petugas.
guide-which-example = Contohnya, tulis "kode tidak masuk" atau "aplikasi keluar sendiri".
guide-or_call = • Masih gagal: tanya HRD, telepon { $call_centre }, atau ke kantor cabang dengan KTP.
guide-or_dukcapil = • Kalau KTP-nya yang salah, Dukcapil dulu, telepon { $dukcapil }.
guide-phones = • HP perlu { $jmo_android } atau { $jmo_ios } ke atas.
guide-kpj =
    Biasanya satu angka keliru, baru didaftarkan, atau nomornya sudah digabung ke nomor lama.
    • Cocokkan 11 angkanya dengan kartu.
    • Coba nomor paling lama yang pernah dimiliki.
    • Karyawan baru: tunggu dulu, lalu tanya HRD.
guide-kpj-help = { guide-trouble-help }
guide-kpj-wrong = { guide-trouble-wrong }
guide-kpj-example = { guide-trouble-example }
guide-mismatch =
    Nama, NIK, atau tanggal lahir di BPJS Ketenagakerjaan belum cocok dengan yang diketik.
    • Ketik persis seperti di KTP, tanpa gelar.
    • Minta HRD mengecek data yang dikirim, atau ke kantor cabang dengan KTP asli dan KK.
guide-mismatch-help = { guide-trouble-help }
guide-mismatch-wrong = { guide-trouble-wrong }
guide-mismatch-example = { guide-trouble-example }
guide-nik =
    JMO mencocokkan NIK dengan data Dukcapil (kependudukan).
    • Pastikan 16 angka dari KTP, bukan nomor KK.
    • Minta HRD mengecek NIK yang didaftarkan.
guide-nik-help = { guide-trouble-help }
guide-nik-wrong = { guide-trouble-wrong }
guide-nik-example = { guide-trouble-example }
guide-used =
    Mungkin sudah ada akun lama (BPJSTKU atau JMO), atau HRD pernah membuatkan.
    • Coba "Lupa Akun" atau "Lupa Password" di JMO.
    • Kalau e-mail dan nomor lama sudah tidak ada, ke kantor cabang dengan KTP.
guide-used-help = { guide-trouble-help }
guide-used-wrong = { guide-trouble-wrong }
guide-used-example = { guide-trouble-example }
guide-code =
    Kode yang belum masuk:
    • Cek lagi e-mail atau nomor HP yang diketik, dan sinyalnya.
    • Lihat juga folder spam.
    • Tunggu sebentar, minta kirim ulang satu kali, lalu coba nyalakan ulang HP.
guide-code-help = { guide-trouble-help }
guide-code-wrong = { guide-trouble-wrong }
guide-code-example = { guide-trouble-example }
guide-face =
    Supaya foto wajah terbaca:
    • Tempat yang terang, wajah lurus, HP tidak goyang.
    • Lepas kacamata, rambut tidak menutupi wajah.
    • Kalau gagal terus atau diblokir, tunggu dulu, lalu ke kantor cabang dengan KTP.
guide-face-help = { guide-trouble-help }
guide-face-wrong = { guide-trouble-wrong }
guide-face-example = { guide-trouble-example }
guide-closing =
    Kalau JMO menutup sendiri atau tidak mau dibuka:
    • Perbarui JMO dari Play Store atau App Store.
    • Nyalakan ulang HP, lalu coba lagi.
    • Kadang JMO sedang ramai, coba beberapa jam lagi.
guide-closing-help = { guide-trouble-help }
guide-closing-wrong = { guide-trouble-wrong }
guide-closing-example = { guide-trouble-example }
guide-trouble-help = LANJUTKAN LANGKAH untuk mencoba lagi. MASIH GAGAL supaya kata-kata di layar saya catat untuk petugas.
guide-trouble-wrong = Pilih LANJUTKAN LANGKAH atau MASIH GAGAL ya, Kak.
guide-trouble-example = Contohnya, balas 1 untuk mencoba lagi.
guide-wording = Tulis kata-kata yang muncul di layar, persis seperti yang terbaca. Saya catat untuk petugas. Jangan tulis NIK, kode, atau kata sandi.
guide-wording-help = Kata-kata di layar membantu petugas menemukan penyebabnya. Cukup satu kalimat.
guide-wording-wrong = Tulis satu kalimat yang muncul di layar JMO, Kak.
guide-wording-example = Contohnya: "Data tidak ditemukan".
guide-noted = Sudah saya catat, Kak. Arti pesannya tidak kami tebak. Sampaikan kata-kata yang sama ke salah satu ini:
guide-noted-help = LANJUTKAN LANGKAH untuk mencoba lagi. Langkahnya tetap saya ingat.
guide-noted-wrong = Pilih LANJUTKAN LANGKAH, atau MENU.
guide-noted-example = Contohnya, balas 1 untuk mencoba lagi.
wrong-jmo-code = Itu sepertinya kode, Kak. Kami tidak menyimpannya. Kode JMO jangan dikirim ke siapa pun.
wrong-jmo-address = Itu sepertinya alamat e-mail, Kak. Kami tidak menyimpannya.
wrong-jmo-secret = Kalau itu kata sandi, jangan dikirim ke siapa pun, Kak. Kami tidak menyimpannya. Sebaiknya ganti dengan yang lain.

choice-guide-next = Lanjut
choice-guide-next-ready = { choice-guide-next }
choice-guide-next-new_account = { choice-guide-next }
choice-guide-next-member = { choice-guide-next }
choice-guide-next-kind = { choice-guide-next }
choice-guide-next-citizenship = { choice-guide-next }
choice-guide-next-identifiers = { choice-guide-next }
choice-guide-next-email = { choice-guide-next }
choice-guide-next-email_code = { choice-guide-next }
choice-guide-next-phone = { choice-guide-next }
choice-guide-next-phone_code = { choice-guide-next }
choice-guide-next-password = { choice-guide-next }
choice-guide-next-terms = { choice-guide-next }
choice-guide-no_kpj = Belum punya KPJ
choice-guide-no_kpj-words = saya belum punya kpj, tidak punya kpj, belum tahu kpj, cari kpj
choice-guide-see_kpj = Lihat nomor KPJ lagi
choice-guide-see_kpj-words = tampilkan lagi, nomornya berapa, lihat kpj
choice-guide-trouble = Ada masalah
choice-guide-trouble-words = ada masalah di langkah ini, bermasalah, gagal, error, tidak bisa
choice-guide-resume = Lanjutkan langkah
choice-guide-resume-words = kembali ke langkah, lanjut, lanjutkan, coba lagi, langkah tadi
choice-guide-restart = Dari awal
choice-guide-restart-words = mulai lagi, mulai dari awal, ulang dari awal
choice-guide-succeeded = Berhasil
choice-guide-succeeded-words = sudah berhasil, sudah bisa masuk, sukses, alhamdulillah
choice-guide-failed = Belum berhasil
choice-guide-failed-words = gagal, belum bisa, tidak bisa
choice-guide-later = Nanti saja
choice-guide-later-words = nanti dicoba, belum sempat, besok saja
choice-guide-ask_me = Boleh
choice-guide-do_not_ask = Tidak usah
choice-guide-do_not_ask-words = tidak perlu, gak usah, jangan
choice-guide-kpj = KPJ tidak ditemukan
choice-guide-mismatch = Data tidak sesuai
choice-guide-nik = NIK tidak ditemukan
choice-guide-used = E-mail/HP sudah dipakai
choice-guide-used-words = sudah terdaftar, email sudah dipakai, nomor hp sudah dipakai
choice-guide-code = Kode tidak masuk
choice-guide-face = Foto wajah gagal
choice-guide-closing = JMO menutup sendiri
choice-guide-other = Masalah lain
choice-guide-other-words = lainnya, yang lain, tidak ada
choice-guide-still = Masih gagal
choice-guide-still-words = tetap gagal, masih sama, masih tidak bisa

follow_up-how = Halo Kak, kemarin kita mencoba daftar JMO. Sudah berhasil?
follow_up-how-help = SUDAH kalau sudah bisa masuk. BELUM supaya kita lanjutkan bersama. Sesudah ini kami tidak bertanya lagi.
follow_up-how-wrong = Balas SUDAH atau BELUM ya, Kak.
follow_up-how-example = Contohnya, balas 2 untuk meneruskan langkahnya.
follow_up-glad = { guide-finished }
follow_up-glad-help = { guide-finished-help }
follow_up-glad-wrong = { guide-finished-wrong }
follow_up-glad-example = { guide-finished-example }
choice-follow-done = Sudah
choice-follow-done-words = sudah berhasil, berhasil, sudah bisa, alhamdulillah
choice-follow-not_yet = Belum
choice-follow-not_yet-words = belum berhasil, belum bisa, gagal, masih gagal, belum sempat
choice-follow-stop = Tidak usah ditanya

guide-ready-short = Kita masih di langkah 1: KTP, nomor KPJ, e-mail, nomor HP, dan aplikasi JMO. Sudah siap semua?
guide-kind-short = Kalau jenis kepesertaan sudah dipilih di JMO, balas LANJUT, Kak.
guide-identifiers-short = Kita masih di langkah 6: NIK, KPJ, nama, dan tanggal lahir diisi di aplikasi, bukan di chat ini. Kalau sudah, balas LANJUT.
guide-noted-short = Kalau mau mencoba lagi, pilih { choice-guide-resume }.
guide-worker-pu = Kalau digaji perusahaan, pilih Penerima Upah (PU), Kak.
guide-worker-bpu = Kalau bekerja mandiri dan membayar iuran sendiri, pilih Bukan Penerima Upah (BPU), Kak. Kalau yang mendaftarkan perusahaan, pilih Penerima Upah (PU).
guide-worker-pmi = Kalau bekerja di luar negeri, pilih Pekerja Migran (PMI), Kak.
guide-worker-builder = Pekerja proyek bangunan punya jenis sendiri (Jasa Konstruksi), Kak, dan belum tentu ada di JMO. Kalau pilihannya tidak ada, ketik PETUGAS. Kalau digaji perusahaan, biasanya Penerima Upah (PU).
guide-other_answer = Tenang, Kak. Kalau pendaftarannya belum selesai, kembali di aplikasi, lalu pilih "Ya, Saya Sudah Daftar". Kalau sudah telanjur selesai, jangan bayar dulu sebelum bertanya ke salah satu ini:
choice-guide-other_answer = Salah pilih jawaban
choice-guide-other_answer-words = salah pencet, salah klik, telanjur pilih belum, disuruh bayar
guide-other_answer-help = { guide-trouble-help }
guide-other_answer-wrong = { guide-trouble-wrong }
guide-other_answer-example = { guide-trouble-example }
guide-worker-which = { guide-kind-help }
