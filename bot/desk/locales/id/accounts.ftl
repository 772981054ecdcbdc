### Masuk ke meja petugas, akun, dan catatan audit.

desk-name = Meja Teman KPJ
desk-skip = Langsung ke isi
desk-nav = Bagian
desk-log-out = Keluar
desk-back = Kembali

login-title = Masuk
login-name = Nama akun
login-password = Kata sandi
login-go = Masuk
login-or = atau
login-elsewhere = Masuk dengan { $name }
login-wrong = Nama akun atau kata sandi tidak cocok. Periksa lagi, ya.
login-locked = Terlalu banyak percobaan yang gagal. Coba lagi { $minutes } menit lagi.
login-later = Terlalu banyak percobaan yang gagal. Coba lagi nanti.
login-busy = Sedang ramai. Coba sebentar lagi.
login-not-here = Akun ini belum terdaftar di meja. Minta admin menambahkannya.
login-elsewhere-failed = Masuk lewat organisasi tidak berhasil. Coba sekali lagi.

code-title = Kode kedua
code-what = Buka aplikasi autentikator di ponsel dan ketik kode 6 angka. Ponsel tidak ada? Ketik salah satu kode cadangan.
code-label = Kode
code-wrong = Kode tidak cocok, atau sudah pernah dipakai. Tunggu kode berikutnya, lalu coba lagi.
code-other = Masuk dengan akun lain

password-title = Ganti kata sandi
password-what = Setelah diganti, perangkat lain yang masih masuk dengan akun ini akan keluar.
password-current = Kata sandi sekarang
password-fresh = Kata sandi baru
password-again = Kata sandi baru, sekali lagi
password-rules = Paling sedikit 12 huruf. Beberapa kata acak yang mudah diingat lebih baik daripada satu kata yang rumit.
password-go = Ganti
password-wrong = Kata sandi sekarang tidak cocok.
password-differ = Dua kata sandi baru itu tidak sama.
password-same = Itu kata sandi yang sekarang. Pilih yang lain.
password-short = Terlalu pendek. Paling sedikit 12 huruf.
password-long = Terlalu panjang. Paling banyak 200 huruf.
password-name = Kata sandi tidak boleh berisi nama akun.
password-plain = Terlalu mudah ditebak. Pilih yang lain.

factor-title = Pasang kode kedua
factor-what = Pindai gambar ini dengan aplikasi autentikator di ponsel, lalu ketik kode 6 angka yang muncul.
factor-picture = Kode QR untuk aplikasi autentikator
factor-typed = Tidak bisa memindai? Ketik kunci ini di aplikasi
factor-code = Kode 6 angka dari aplikasi
factor-go = Pasang

recovery-title = Kode cadangan
recovery-what = Simpan kode ini di tempat yang aman. Masing-masing berlaku sekali, bila ponsel tidak ada. Kode ini hanya ditampilkan sekarang.
recovery-kept = Sudah saya simpan

me-title = Akun saya
me-language = Bahasa
me-language-go = Simpan
me-password = Kata sandi
me-factor = Kode kedua
me-factor-on = Terpasang. Kode cadangan yang tersisa: { $left }.
me-factor-off = Belum terpasang.
me-factor-again = Pasang di ponsel lain
me-recovery-go = Buat kode cadangan baru
me-everywhere = Keluar dari semua perangkat
me-everywhere-what = Semua yang masuk dengan akun ini harus masuk lagi, juga di sini.
me-everywhere-go = Keluar dari semua perangkat

role-agent = Petugas
role-supervisor = Penyelia
role-auditor = Auditor
role-admin = Admin

denied-title = Tidak bisa dibuka
denied-role = Akun ini tidak punya hak untuk halaman itu.
denied-form = Halaman tadi sudah kedaluwarsa, atau bukan halaman kami. Buka lagi halamannya, lalu ulangi.
denied-away = Ada bagian yang sedang tidak bisa dihubungi. Coba sebentar lagi.
denied-busy = Sedang ramai. Coba sebentar lagi.
denied-plain = Meja ini hanya dibuka lewat alamat https://. Minta alamatnya dari admin.
denied-back = Ke meja
people-display = Nama yang dilihat pekerja
people-role = Peran
