### Yang tertulis di Chatwoot selain perkataan pengguna dan petugas.

contact = Peserta #{ $number }

## Ringkasan tiket
brief-title = 🎫 Tiket #{ $number }: { $topic }
brief-channel = Saluran: { $channel }
brief-level = Terbukti: { $level }
brief-priority = Prioritas: tinggi
brief-head = Ringkasan:
brief-again = Percakapan sebelumnya sudah dihapus di Chatwoot; riwayat tiket ada di meja petugas (/desk).

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

step-identity = buktikan identitas
step-kpj = tampilkan KPJ
step-confirm = identitas dipastikan dari dokumen
step-menu = menu
step-guide = panduan JMO
step-verified = identitas terbukti
step-not_confirmed = identitas belum bisa dipastikan
step-locked = bukti identitas terkunci karena terlalu banyak percobaan
step-declined = pengguna tidak memberi izin data
step-given_up = pengguna tidak melanjutkan bukti identitas
step-done = selesai
step-stopped = dihentikan
step-invite = kirim templat WhatsApp
step-left = ditinggalkan pengguna
step-recovery-shown = nomor KPJ sudah ditampilkan
step-recovery-none = tidak ada nomor KPJ atas namanya
step-recovery-hidden = nomor KPJ disembunyikan lagi
step-recovery-keep = cara menyimpan nomor dijelaskan
step-recovery-which = arti beberapa nomor dijelaskan
step-recovery-not_confirmed = identitas belum bisa dipastikan
step-recovery-locked = bukti identitas terkunci karena terlalu banyak percobaan
step-recovery-ways = cara lain dijelaskan
step-recovery-declined = pengguna tidak memberi izin data
step-guide-finished = panduan JMO selesai

## Yang terjadi di tiket
entry-agent = 💬 { $name } → pengguna: { $text }
entry-bot = 🤖 Bot: { $text }
entry-note = 📝 { $name }: { $text }
entry-step = 🤖 Langkah bot, { $name }: { $text }
entry-claimed = ✋ { $name } mengambil tiket ini.
entry-transferred = ↪️ { $name } menyerahkan tiket ini kepada { $to }.
entry-proved = ✅ Terbukti sekarang: { $level }.
entry-asked-approval = 🔎 { $name } sudah mencocokkan dokumen. Perlu petugas kedua yang mencocokkan sendiri di meja petugas (/desk).
entry-overdue = ⏰ Tiket ini sudah terlalu lama menunggu.
entry-quiet = 💤 Pengguna lama tidak membalas; bot menanyakan apakah masih ada yang ingin ditanyakan.
entry-closed = ✔️ Tiket selesai: { $reason }.
entry-reopened = 🔁 Pengguna menulis lagi, tiket dibuka kembali.
entry-rated = ⭐ Penilaian pengguna: { $text }
entry-undelivered-held-back = ⚠️ Tidak terkirim, karena tiket sudah berpindah tangan atau selesai ketika pesan ini akan dikirim: { $text }
entry-undelivered-failed = ⚠️ Tidak terkirim, karena pesan ini tidak bisa diantar ke pengguna: { $text }
entry-unreadable = (isi tidak bisa dibaca)
file = 📎 { $name } ({ $kilobytes } kB): buka di meja petugas (/desk)
file-sent = 📎 { $name }
file-gone = 📎 { $name }: berkas sudah tidak tersimpan
queue = antrean
user = Pengguna
bot = Bot
system = Sistem
somebody = petugas lain

## Yang tidak terkirim
unsent = ⚠️ Tidak terkirim ke pengguna: { $why } Pesan { $name }: { $text }
why-theirs = tiket ini dipegang { $owner }.
why-nobody = tiket ini sudah bukan milik pengirimnya.
why-closed = tiket ini sudah selesai; hanya pengguna yang bisa membukanya lagi, dengan menulis.
why-long = pesan harus 1 sampai 1.200 huruf. Bagi menjadi beberapa pesan.
why-window = pengguna sudah lebih dari 24 jam tidak menulis, jadi WhatsApp tidak menerima pesan. Buka meja petugas (/desk) untuk mengirim template.
why-file = hanya foto dan PDF yang bisa diteruskan, dan berkas ini ditolak pemeriksaan atau tidak bisa diambil dari Chatwoot. Kirim dari meja petugas (/desk), atau tulis dengan kata-kata.
not-closed = ⚠️ Tiket tidak diselesaikan: tiket ini dipegang { $owner }.
not-taken = ⚠️ Tiket tidak berpindah: tiket ini dipegang { $owner }, yang bekerja di tempat lain.
