### What the web chat's page itself says to workers.

## The page
skip = Langsung ke kotak pesan
chat = Obrolan dengan Teman KPJ
new = Mulai percakapan baru
contents = Isi percakapan
safety = Percakapan disimpan tersandi dan dihapus otomatis. Jangan pernah memberikan kata sandi, PIN, atau kode OTP aplikasi JMO kepada siapa pun.
needs-javascript = Obrolan ini memerlukan JavaScript. Aktifkan dulu di peramban, lalu muat ulang halaman.
messages = Pesan
newer = Pesan baru
attach = Lampirkan foto atau PDF
write = Tulis pesan
placeholder = Tulis pesan…
send = Kirim
sure = Mulai percakapan baru?
sure-what = Semua pesan di halaman ini dihapus, lalu percakapan dimulai dari awal.
sure-no = Batal
sure-yes = Hapus dan mulai baru

## The demo's panel
simulation = Simulasi
fictional = data fiktif
writing-as = Menulis sebagai
simulation-what = Semua orang di sini rekaan. Pilih seseorang, lalu tulislah seolah-olah dari HP-nya. Setiap orang punya percakapan sendiri. Ketuk sebuah data untuk menyalinnya ke kotak pesan.
no-phone = tanpa nomor HP

## Beside messages
bot = Teman KPJ:
you = Anda:
waiting = Menunggu dikirim
sent = Terkirim
not-sent = Tidak terkirim
choices = Pilihan jawaban
deleted = Pesan ini dihapus demi keamanan data Kakak.
hidden = Pesan ini sudah disembunyikan.
download = Unduh { $name }
photo = Foto: { $name }
attachment = Lampiran: { $name }
copy = Salin
copy-number = Salin { $number }
copied = Tersalin ✓
not-copied = Tidak bisa
number-copied = Nomor tersalin
number-not-copied = Nomor tidak bisa disalin

## Troubles
reconnecting = Menyambungkan kembali… Pesan Kakak tidak hilang.
offline = Tidak ada internet. Pesan Kakak disimpan dan dikirim otomatis nanti.
trouble = Sedang ada gangguan. Pesan Kakak disimpan dan dikirim otomatis.
no-cookies = Peramban ini menolak cookie. Izinkan cookie untuk situs ini agar pesan terkirim.
not-left = Belum bisa dihapus: tidak ada sambungan. Coba lagi sebentar, ya.
file-forgotten = Berkas ini belum terkirim karena halaman dimuat ulang. Pilih sekali lagi, ya.
cannot-send = Pesan ini tidak bisa dikirim.

## What is not taken
refused-origin = Halaman lain tidak boleh mengirim pesan ke sini. Buka obrolan ini langsung, ya.
refused-conversation = Percakapan belum dibuka. Muat ulang halaman ini, ya.
refused-persona = Menulis sebagai orang lain hanya ada di simulasi.
refused-file-gone = Berkas ini sudah tidak ada. Tulis KIRIM DATA SAYA sekali lagi, ya.
refused-file-large = Berkasnya terlalu besar, paling besar { $most } MB. Kirim foto biasa, ya.
refused-file-empty = Berkas itu kosong. Pilih yang lain, ya.
refused-file-type = Yang bisa dikirim foto (JPG, PNG, WebP) atau PDF. Kirim dalam bentuk itu, ya.
refused-uploads = Di sini berkas tidak bisa dikirim. Tulis saja, ya.
refused-room-own = Sudah banyak berkas yang dikirim. Coba lagi nanti, ya.
refused-room = Sedang banyak kiriman berkas. Coba lagi nanti, ya.
refused-slow = Kiriman berkas terputus. Coba lagi, ya.
refused-not-json = Kiriman ini tidak bisa dibaca. Gunakan kotak pesan di halaman, ya.
refused-malformed = Kiriman ini tidak bisa dibaca. Muat ulang halaman, lalu coba lagi, ya.
refused-empty = Pesannya kosong. Tulis sesuatu dulu, ya.
refused-long = Pesannya terlalu panjang. Paling banyak { $limit } huruf, ya. Coba dipecah.
refused-fast = Pelan-pelan, ya. Pesannya terlalu cepat.
refused-full = Sedang ramai. Kami coba sambungkan lagi sebentar lagi.
