### Masalah akun JMO: jawaban singkat, langkah berikutnya, dan jalan kembali.

account-which = Apa masalahnya di akun JMO, Kak? Pilih, atau tulis saja.
account-which-help = Pilih yang paling mirip. Contoh tulisan: "lupa kata sandi" atau "kode tidak masuk".
account-which-wrong = Masalah itu belum saya kenali, Kak. Pilih salah satu, atau ketik PETUGAS.
account-which-example = Contohnya, balas 1 untuk lupa kata sandi.
account-or_call = • Belum berhasil juga: telepon { $call_centre }, atau ke kantor cabang dengan KTP.
account-phones = • HP perlu { $jmo_android } atau { $jmo_ios } ke atas.
account-password =
    Di layar masuk JMO:
    • Tekan "Lupa Password".
    • Isi e-mail dan nomor KPJ.
    • Tunggu kodenya, lalu buat kata sandi baru.
account-password-help = { account-topic-help }
account-password-wrong = { account-topic-wrong }
account-password-example = { account-topic-example }
account-forgotten =
    Di layar masuk JMO:
    • Tekan "Lupa Akun".
    • Isi KPJ dan NIK (16 angka di KTP), lalu "Cari Akun".
    • Pilih SMS atau e-mail, ketik kodenya, buat kata sandi baru.
account-forgotten-help = { account-topic-help }
account-forgotten-wrong = { account-topic-wrong }
account-forgotten-example = { account-topic-example }
account-code =
    Kalau kode dari JMO belum masuk:
    • Cek nomor HP atau e-mail yang dipakai, dan sinyalnya.
    • Lihat juga folder spam.
    • Tunggu sebentar, minta kirim ulang satu kali, lalu coba nyalakan ulang HP.
account-code-help = { account-topic-help }
account-code-wrong = { account-topic-wrong }
account-code-example = { account-topic-example }
account-locked =
    Berapa lama akun terkunci tidak kami ketahui pasti, Kak.
    • Jangan dicoba terus. Tunggu dulu.
    • Lalu pakai "Lupa Password" di layar masuk JMO.
account-locked-help = { account-topic-help }
account-locked-wrong = { account-topic-wrong }
account-locked-example = { account-topic-example }
account-lost =
    Kalau salah satu masih ada, pakai "Lupa Akun" dan kirim kodenya ke yang masih ada.
    Kalau e-mail dan nomor lama sudah tidak ada dua-duanya: ke kantor cabang dengan KTP asli. Petugas di sana yang mengganti datanya, gratis.
account-lost-help = { account-topic-help }
account-lost-wrong = { account-topic-wrong }
account-lost-example = { account-topic-example }
account-app =
    Kalau JMO error, menutup sendiri, atau tidak bisa dibuka:
    • Perbarui JMO dari Play Store atau App Store.
    • Nyalakan ulang HP, lalu coba lagi.
    • Kadang JMO sedang ramai, coba beberapa jam lagi.
account-app-help = { account-topic-help }
account-app-wrong = { account-topic-wrong }
account-app-example = { account-topic-example }
account-balance =
    Biasanya nomor KPJ-nya belum ditambahkan ke akun:
    • Buka "Profil Saya", lalu "Ubah Profil".
    • Pilih "Tambah Kartu Peserta".
    • Ketik 11 angka KPJ, lalu "Simpan".
account-balance-help = { account-topic-help }
account-balance-wrong = { account-topic-wrong }
account-balance-example = { account-topic-example }
account-jkn =
    Itu dua aplikasi yang berbeda, Kak:
    • JMO untuk BPJS Ketenagakerjaan: saldo JHT (tabungan hari tua), iuran, nomor KPJ (11 angka).
    • Mobile JKN untuk BPJS Kesehatan: berobat, kartu KIS (13 angka).
    Nomor KPJ tidak ada di Mobile JKN.
account-jkn-help = { account-topic-help }
account-jkn-wrong = { account-topic-wrong }
account-jkn-example = { account-topic-example }
account-topic-help = MASALAH LAIN untuk melihat daftarnya lagi. BICARA DENGAN ORANG kalau cara ini belum membantu.
account-topic-wrong = Silakan pilih salah satu, Kak, atau tulis masalahnya.
account-topic-example = Contohnya, tulis "akun terkunci", atau balas angka di depan pilihan.

choice-menu-account = Masalah akun JMO
choice-menu-account-words = akun jmo, tidak bisa login, lupa password, masalah akun, akun bermasalah
choice-account-password = Lupa kata sandi
choice-account-password-words = lupa password, lupa sandi, password salah
choice-account-forgotten = Lupa akun
choice-account-forgotten-words = lupa email, lupa akun jmo
choice-account-code = Kode tidak masuk
choice-account-code-words = otp tidak masuk, kode otp, sms tidak masuk
choice-account-locked = Akun terkunci
choice-account-locked-words = diblokir, kekunci, akun diblokir
choice-account-lost = E-mail & HP lama hilang
choice-account-lost-words = nomor lama mati, hp hilang, email lama, ganti nomor
choice-account-app = Aplikasi bermasalah
choice-account-app-words = jmo error, update aplikasi, aplikasi keluar sendiri, tidak bisa dibuka
choice-account-balance = Saldo tidak muncul
choice-account-balance-words = saldo kosong, saldo nol, tambah kartu
choice-account-jkn = JMO atau Mobile JKN?
choice-account-jkn-words = mobile jkn, bedanya apa, jkn
choice-account-find = Cari nomor KPJ saya
choice-account-find-words = cari kpj, belum tahu kpj, lupa kpj
choice-account-another = Masalah lain
choice-account-another-words = yang lain, lainnya, pilihan lain

account-still = Kalau cara tadi belum berhasil, Kak, lebih baik ditanyakan ke salah satu ini:
account-face = { guide-face }
account-used = { guide-used }
account-still-help = { account-topic-help }
account-still-wrong = { account-topic-wrong }
account-still-example = { account-topic-example }
account-face-help = { account-topic-help }
account-used-help = { account-topic-help }
account-used-wrong = { account-topic-wrong }
account-used-example = { account-topic-example }
account-face-wrong = { account-topic-wrong }
account-face-example = { account-topic-example }
