### Yang dikatakan bot kepada petugas di grup Telegram.

## Kartu tiket
card-title = #{ $number } { $topic }
card-channel = Saluran: { $channel }
card-level = Terbukti: { $level }
card-since = Menunggu sejak: { $at }
card-owner = Dipegang: { $name }
card-closed = Selesai: { $reason }
card-priority = Prioritas: tinggi
card-brief = Ringkasan:
card-words = Pesan pengguna:
card-before = Percakapan sebelumnya di tiket ini:

topic-kpj = KPJ
topic-jmo = JMO
topic-data = Data
topic-other = Lainnya
channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-web = Web
channel-terminal = Terminal
level-0 = belum ada (tingkat 0)
level-1 = data diri cocok (tingkat 1)
level-2 = nomor HP terdaftar (tingkat 2)
level-3 = dokumen dilihat petugas (tingkat 3)
reason-solved = terjawab
reason-quiet = pengguna tidak membalas
reason-no-answer-possible = tidak bisa dijawab
reason-abuse = pesan tidak pantas
reason-user = diakhiri pengguna
reason-left-queue = pengguna keluar dari antrean
reason-unreachable = pengguna tidak bisa dihubungi
reason-forgotten = data pengguna dihapus

## Tombol
button-take = Ambil
button-identity = Pastikan identitas
button-steps = Langkah bot
button-release = Lepas
button-done = Selesai
button-back = Kembali
button-same = Cocok
button-other = Tidak
button-step-identity = Buktikan identitas
button-step-kpj = Tampilkan KPJ
button-step-confirm = Identitas dipastikan dari dokumen
button-step-menu = Menu
button-step-guide = Panduan JMO
button-step-verified = identitas terbukti
button-step-not_confirmed = identitas belum bisa dipastikan
button-step-locked = bukti identitas terkunci karena terlalu banyak percobaan
button-step-declined = pengguna tidak memberi izin data
button-step-given_up = pengguna tidak melanjutkan bukti identitas
button-step-done = selesai
button-step-stopped = dihentikan
button-step-invite = kirim templat WhatsApp
button-step-left = ditinggalkan pengguna
button-step-recovery-shown = nomor KPJ sudah ditampilkan
button-step-recovery-none = tidak ada nomor KPJ atas namanya
button-step-recovery-hidden = nomor KPJ disembunyikan lagi
button-step-recovery-keep = cara menyimpan nomor dijelaskan
button-step-recovery-which = arti beberapa nomor dijelaskan
button-step-recovery-not_confirmed = identitas belum bisa dipastikan
button-step-recovery-locked = bukti identitas terkunci karena terlalu banyak percobaan
button-step-recovery-ways = cara lain dijelaskan
button-step-recovery-declined = pengguna tidak memberi izin data
button-step-guide-finished = panduan JMO selesai
guide-ready = 1 Persiapan
guide-new_account = 2 Buat akun
guide-member = 3 Sudah daftar
guide-kind = 4 Jenis peserta
guide-citizenship = 5 Warga negara
guide-identifiers = 6 Data diri
guide-email = 7 E-mail
guide-email_code = 8 Kode e-mail
guide-phone = 9 Nomor HP
guide-phone_code = 10 Kode HP
guide-password = 11 Kata sandi
guide-terms = 12 Syarat

## Yang terjadi di tiket
entry-user = 👤 Pengguna: { $text }
entry-agent = 💬 { $name } → pengguna: { $text }
entry-bot = 🤖 Bot: { $text }
entry-note = 📝 { $name } (catatan): { $text }
entry-step = 🤖 Langkah bot, { $name }: { $text }
entry-claimed = ✋ { $name } mengambil tiket ini.
entry-transferred = ↪️ { $name } menyerahkan tiket ini kepada { $to }.
entry-proved = ✅ Terbukti sekarang: { $level }.
entry-approval = 🔎 { $name } sudah mencocokkan dokumen. Perlu petugas kedua: tekan "Pastikan identitas" dan cocokkan sendiri.
entry-overdue = ⏰ Tiket ini sudah terlalu lama menunggu.
entry-quiet = 💤 Pengguna lama tidak membalas; bot menanyakan apakah masih ada yang ingin ditanyakan.
entry-closed = ✔️ Tiket selesai: { $reason }.
entry-reopened = 🔁 Pengguna menulis lagi, tiket dibuka kembali: { $text }
entry-rated = ⭐ Penilaian pengguna: { $text }
entry-file = 📎 { $name } ({ $kilobytes } kB): buka di meja petugas (/desk)
entry-file-sent = 📎 { $name } ({ $kilobytes } kB): di bawah ini
entry-file-gone = 📎 { $name }: berkas sudah tidak tersimpan
entry-unreadable = (isi tidak bisa dibaca)
queue = antrean
user = Pengguna
bot = Bot
system = Sistem
somebody = petugas lain

## Yang tidak terkirim
unsent-held-back = ⚠️ Tidak terkirim: tiket sudah berpindah tangan atau selesai ketika pesan ini akan dikirim.
unsent-failed = ⚠️ Tidak terkirim: pesan ini tidak bisa diantar ke pengguna.
unsent-text = ⚠️ Pesannya: { $text }
unsent-theirs = ⚠️ Tidak terkirim: tiket ini dipegang { $name }. Kalau ini catatan untuk rekan, awali dengan //
unsent-nobody = ⚠️ Tidak terkirim: tiket ini tidak sedang Kakak pegang. Tekan Ambil dulu.
unsent-closed = ⚠️ Tidak terkirim: tiket ini sudah selesai.
unsent-gone = ⚠️ Tidak terkirim: tiket ini sudah tidak ada.
unsent-long = ⚠️ Tidak terkirim: pesan harus 1 sampai 1.200 huruf. Bagi menjadi beberapa pesan.
unsent-window = ⚠️ Tidak terkirim: pengguna sudah lebih dari 24 jam tidak menulis, jadi WhatsApp tidak menerima pesan. Buka meja petugas (/desk) untuk mengirim template.
unsent-file = ⚠️ Tidak terkirim: dari grup hanya foto dan PDF yang bisa diteruskan, dan yang ini tidak bisa diambil atau ditolak pemeriksaan. Coba lagi, kirim dari meja petugas (/desk), atau tulis dengan kata-kata.
unsent-edit = ⚠️ Ubahan pesan tidak ikut terkirim ke pengguna. Kalau perlu, tulis pesan baru.
unsent-command = ⚠️ Perintah ini tidak dikenal, jadi tidak dikirim. { help }
unsent-mistake = ⚠️ Ada kesalahan di program, jadi ini tidak terlaksana. Coba sekali lagi; kalau tetap gagal, beri tahu pengelola.

## Siapa yang boleh
refused-anonymous = Admin anonim tidak bisa melayani tiket: matikan dulu "Tetap anonim" pada hak admin Kakak.
refused-channel = Pesan atas nama kanal tidak bisa melayani tiket. Tulis dengan akun sendiri.
refused-unlisted = Kakak belum terdaftar sebagai petugas. Minta pengelola menambahkan akun Kakak (nomor { $id }).

## Jawaban atas tombol
press-taken = Tiket #{ $number } sekarang Kakak pegang.
press-theirs = Tiket ini dipegang { $name }.
press-nobody = Tiket ini belum Kakak pegang. Tekan Ambil dulu.
press-closed = Tiket ini sudah selesai.
press-gone = Tiket ini sudah tidak ada.
press-old = Tombol ini sudah tidak berlaku.
press-released = Tiket dikembalikan ke antrean.
press-done = Tiket diselesaikan.
press-step = Bot menjalankannya.
press-question = Balas pertanyaan bot dengan NIK atau KPJ dari dokumen.
press-confirmed = Identitas dipastikan.
press-second = Dicatat. Perlu petugas kedua untuk memastikan.
press-other = Baik, tidak dipastikan.

## Memastikan identitas
ask-number = { $name }, balas pesan ini dengan NIK (16 angka) atau KPJ (11 angka) yang tertulis di dokumen pengguna. Pesan Kakak langsung dihapus dari grup.
ask-number-hint = NIK atau KPJ dari dokumen
number-unreadable = Itu bukan NIK (16 angka) atau KPJ (11 angka). Tekan "Pastikan identitas" untuk mencoba lagi.
number-unknown = Tidak ada anggota dengan nomor itu. Periksa lagi nomornya di dokumen.
number-away = Direktori anggota sedang tidak menjawab. Tekan "Pastikan identitas" sebentar lagi.
number-needs-nik = Untuk mencari anggota diperlukan NIK (16 angka); nomor KPJ saja tidak bisa dicari di sini.
number-stays = ⚠️ Bot tidak boleh menghapus pesan di grup ini. Hapus sendiri pesan berisi nomor itu sekarang, dan minta pengelola memberi bot hak menghapus pesan.
compare = Cocokkan dengan dokumen:
compare-name = Nama: { $name }
compare-born = Tanggal lahir: { $date }
compare-nik = NIK: …{ $end }
compare-kpj = KPJ: …{ $end } · { $employer } · { $status }
compare-disputed = ⚠️ Atas NIK ini tercatat data orang yang berbeda. Konfirmasi menunjukkan semua nomor di atas kepada pengguna: hanya jika semuanya memang miliknya.
compare-ask = Apakah semuanya sama dengan dokumen?
status-active = aktif
status-inactive = tidak aktif

## Perintah
help = Balasan di topik tiket langsung terkirim ke pengguna. Catatan untuk rekan: awali dengan // atau /catat. Perintah lain: /ambil, /identitas, /lepas, /selesai, /kartu.
